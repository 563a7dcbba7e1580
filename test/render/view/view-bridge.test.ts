import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../../src/report/report.ts';
import { reportView } from '../../../src/report/view.ts';
import type { BridgeTable } from '../../../src/report/view-bridge.ts';
import { LUTON } from '../../support/luton-report.ts';

const [first, second] = LUTON.workforce.bridges as readonly [Bridge, Bridge];

const MOVED: readonly Bridge[] = [
  {
    ...first,
    conversions: '4',
    transfersIn: '3',
    transfersOut: '2',
    expected: '155',
    unexplained: '-11',
    unexplainedText: '−11',
  },
  {
    ...second,
    conversions: '5',
    transfersIn: '1,000',
    transfersOut: '1,002',
    expected: '146',
    unexplained: '0',
    unexplainedText: '0',
  },
];

function tableOf(bridges: readonly Bridge[]): BridgeTable | null {
  return reportView({ ...LUTON, workforce: { ...LUTON.workforce, bridges } }, 'highlight-report').workforce
    .bridge;
}

const number = (text: string): number => Number(text.replace(/,/g, '').replace('−', '-').replace('–', '0'));

describe('the movement of permanent staff', () => {
  it.each([
    ['starters and leavers alone', LUTON.workforce.bridges],
    ['conversions and transfers', MOVED],
    ['conversions alone', LUTON.workforce.bridges.map((one) => ({ ...one, conversions: '0' }))],
    ['conversions in one row of two', [MOVED[0]!, second]],
  ])('adds up in every row as printed, with %s', (_, bridges) => {
    const table = tableOf(bridges)!;
    expect(table.rows).toHaveLength(bridges.length);
    for (const row of table.rows) {
      expect(row.flows).toHaveLength(table.flows.length);
      const expected = row.flows.reduce(
        (sum, text, index) => sum + (table.flows[index]?.startsWith('+ ') ? 1 : -1) * number(text),
        number(row.opening),
      );
      expect(expected, `${row.from} to ${row.to}`).toBe(number(row.expected));
      expect(number(row.closing) - expected).toBe(number(row.unexplained));
    }
  });

  it('has no column for what the data does not record', () => {
    expect(tableOf(LUTON.workforce.bridges)).toMatchObject({
      flows: ['+ Starters', '− Leavers'],
      reading:
        'Staff at the start of a period, with starters and without leavers, should be the staff at its end. What is left over is unexplained.',
    });
    expect(tableOf([])).toBeNull();
  });

  it('names every flow that a row has, in the order in which they are reckoned', () => {
    expect(tableOf(MOVED)).toMatchObject({
      flows: ['+ Starters', '+ Conversions', '+ Transfers in', '− Leavers', '− Transfers out'],
      reading:
        'Staff at the start of a period, with starters, conversions and transfers in and without leavers and transfers out, should be the staff at its end. What is left over is unexplained.',
    });
  });

  it('shows a dash where one row has no such flow', () => {
    expect(tableOf([MOVED[0]!, second])?.rows[1]?.flows).toEqual(['0', '–', '–', '1', '–']);
  });

  it('says of what is left over whether its reason is recorded', () => {
    const [open, reasoned] = [first, { ...second, reasoned: true }];
    expect(tableOf([open, reasoned])?.rows).toMatchObject([
      { explained: false, reasoned: false },
      { explained: true, reasoned: true },
    ]);
    expect(tableOf([open, reasoned])?.reading).toMatch(
      / What is left over is unexplained, but where its reason is given below the table\.$/,
    );
  });
});
