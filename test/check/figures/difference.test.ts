import { describe, expect, it } from 'vitest';
import { findingsIn, LATEST, type Edit } from '../../support/rule-cases.ts';

const TABLE = `${LATEST}/workforce.csv`;

/** A table of roles with a stated column: what a council prints as unfilled. */
const roles = (rows: string): Edit => ({
  file: `${LATEST}/workforce-roles.csv`,
  by: `Month,Role,Establishment,Permanent,Agency,Starters,Unfilled (stated)\n${rows}`,
});

async function reasons(rows: string): Promise<string[]> {
  const found = await findingsIn([roles(rows)]);
  return found.filter(({ code }) => code === 'W104').map(({ why = '' }) => why.split(' · ').at(-1) ?? '');
}

describe('what a stated count is off by', () => {
  it('is named where another figure of the row is just that', async () => {
    expect(await reasons('Oct 2026,Manager,9,4,6,2,(3)\n')).toEqual([
      'it is off by −2, which is the starters',
    ]);
  });

  it('is not named where two figures are, or none is, or it is nought', async () => {
    expect(await reasons('Oct 2026,Manager,9,4,2,2,1\n')).toEqual(['no other definition gives 1']);
    expect(await reasons('Oct 2026,Manager,9,4,6,2,(4)\n')).toEqual(['no other definition gives −4']);
  });

  it('is told of a total as the sum of what is stated for its parts', async () => {
    const rows = 'Oct 2026,Manager,9,4,6,2,(3)\nOct 2026,Worker,20,10,5,1,12\nOct 2026,Total,29,14,11,3,9\n';
    expect(await reasons(rows)).toContain('it is the sum of what is stated for the parts');
  });

  it('says nothing of a share', async () => {
    const found = await findingsIn([{ file: TABLE, replace: '38,18.4%', by: '38,19.4%' }]);
    expect(found.map(({ why = '' }) => why.includes('off by'))).toEqual([false]);
  });
});
