import { describe, expect, it } from 'vitest';
import { readHeadings } from '../../src/read/config/headings.ts';
import { readVocabularies } from '../../src/read/config/vocabularies.ts';
import { toDecimal } from '../../src/model/exact.ts';
import { readWorkforce } from '../../src/read/workforce/read-workforce.ts';
import { csvTable, yamlTree } from '../support/table.ts';
import { expectInProportion } from '../support/growth.ts';

/** Returns the changes of a table by a mapping of its headings, and what is wrong with it. */
function changes(
  text: string,
  headings: Readonly<Record<string, string>>,
  kind: Kind = 'workforce',
): string[] {
  const tree = yamlTree(JSON.stringify({ indicators: INDICATORS, headings: { [kind]: headings } }));
  const vocabularies = readVocabularies(tree);
  const config = readHeadings(tree, vocabularies);
  const words = { headings: config.headings[kind], vocabulary: vocabularies[kind] };
  const read = readWorkforce(csvTable(text), { words, basis: 'headcount' });
  return [
    ...read.changes.map(({ id, from, to, group, basis, value, written, heading }) =>
      [
        `${id} ${from?.key ?? '?'} to ${to.key}`,
        ...Object.values(group),
        ...(basis === 'headcount' ? [] : [basis]),
        `${toDecimal(value)} ${written} | ${heading}`,
      ].join(' '),
    ),
    ...[...config.findings, ...read.findings].map((one) => `${one.code} ${one.message}`),
  ];
}

type Kind = 'workforce' | 'indicators';
const INDICATORS = [{ id: 'on_time', label: 'On time', unit: 'share' }];

/** Returns the advice for a heading that nothing maps. */
function advice(heading: string): string | undefined {
  const tree = yamlTree('version: 1\n');
  const vocabulary = readVocabularies(tree).workforce;
  const words = { headings: new Map(), vocabulary };
  const table = csvTable(`Measure,Jul 2023,Mar 2024,${heading}\nAgency,5,4,-1\n`);
  return readWorkforce(table, { words, basis: 'headcount' }).findings.find((one) => one.code === 'E023')
    ?.help;
}

describe('a column of changes with periods across', () => {
  it('is of the two periods to its left, whichever is printed first', () => {
    const expected = ['agency 2023-07 to 2024-03 -5 plain | Change'];
    const map = { Change: 'change (stated)' };
    expect(changes('Measure,Jul 2023,Mar 2024,Change\nAgency,21,16,-5\n', map)).toEqual(expected);
    expect(changes('Measure,Mar 2024,Jul 2023,Change\nAgency,16,21,-5\n', map)).toEqual(expected);
    expect(changes('Measure,Change,Mar 2024,Jul 2023\nAgency,-5,16,21\n', map)).toEqual(expected);
    expect(changes('Measure,Mar 2023,Jul 2023,Mar 2024,Change\nAgency,9,21,16,-5\n', map)).toEqual(expected);
  });

  it('is of the periods that the configuration names', () => {
    const text = 'Measure,Mar 2023,Jul 2023,Mar 2024,Change,Over the year\nAgency,18,21,16,-5,-2\n';
    expect(
      changes(text, {
        Change: 'change (stated)',
        'Over the year': 'change from Mar 2023 to Mar 2024 (stated)',
      }),
    ).toEqual([
      'agency 2023-07 to 2024-03 -5 plain | Change',
      'agency 2023-03 to 2024-03 -2 plain | Over the year',
    ]);
  });

  it('may stand beside another, and be of a group, of a total and of a basis', () => {
    expect(
      changes(
        'Measure,Team,Jul 2023,Mar 2024,Change,% change\nAgency,A,20,15,-5,-25%\nAgency fte,Total,20,15,-5,–\n',
        {
          Change: 'change (stated)',
          '% change': 'change (stated)',
        },
      ),
    ).toEqual([
      'agency 2023-07 to 2024-03 A -5 plain | Change',
      'agency 2023-07 to 2024-03 A -25 percent | % change',
      'agency 2023-07 to 2024-03 fte -5 plain | Change',
    ]);
  });

  it('says of what it is by its row, and needs two periods', () => {
    const map = { Change: 'agency change (stated)' };
    expect(changes('Measure,Jul 2023,Mar 2024,Change\nAgency,21,16,-5\n', map)).toEqual([
      'E032 the column "Change" does not say which change it holds',
    ]);
    expect(changes('Measure,Mar 2024,Change\nAgency,16,-5\n', { Change: 'change (stated)' })).toEqual([
      'E032 the column "Change" does not say which change it holds',
    ]);
  });
});

describe('a column of changes with a row a period', () => {
  it('is from the row before of the same group, in either order', () => {
    const map = { Change: 'agency change (stated)', 'Rate change': 'agency_rate change (stated)' };
    const rows = ['Jan 2024,A,5,,', 'Jan 2024,B,7,,', 'Feb 2024,A,6,+1,2 pp', 'Mar 2024,B,4,(3),-1%'];
    const expected = [
      'agency 2024-01 to 2024-02 A 1 plain | Change',
      'agency 2024-01 to 2024-03 B -3 plain | Change',
      'agency_rate 2024-01 to 2024-02 A 2 points | Rate change',
      'agency_rate 2024-01 to 2024-03 B -1 percent | Rate change',
    ];
    const head = 'Period,Team,Agency,Change,Rate change\n';
    expect(changes(`${head}${rows.join('\n')}\n`, map).sort()).toEqual(expected);
    expect(changes(`${head}${rows.reverse().join('\n')}\n`, map).sort()).toEqual(expected);
  });

  it('is from what is known before where the table has no earlier row', () => {
    expect(changes('Period,Agency,Change\nJan 2024,5,-1\n', { Change: 'agency change (stated)' })).toEqual([
      'agency ? to 2024-01 -1 plain | Change',
    ]);
  });

  it('names its figure, and no periods', () => {
    const text = 'Period,Agency,Change\nJan 2024,5,\n';
    expect(changes(text, { Change: 'change (stated)' })).toEqual([
      'E032 the column "Change" does not say which change it holds',
    ]);
    expect(changes(text, { Change: 'agency change from Jan 2024 to Feb 2024 (stated)' })[0]).toContain(
      'E049',
    );
    expect(changes(text, { Change: 'change from Mar 2024 to Feb 2024 (stated)' })[0]).toContain('E049');
    expect(changes(text, { Change: 'change' })[0]).toContain('E049');
  });
});

describe('a column of changes with a row a value', () => {
  it('is from the row before of the same figure', () => {
    const text = 'Indicator,Period,Value,Change\non_time,Jan 2024,80%,\non_time,Feb 2024,82%,+2 ppts\n';
    expect(changes(text, { Change: 'change (stated)' }, 'indicators')).toEqual([
      'on_time 2024-01 to 2024-02 2 points | Change',
    ]);
  });

  it('may stand without values, which other tables give', () => {
    expect(changes('Indicator,Period,Change (stated)\non_time,Feb 2024,+2 pp\n', {}, 'indicators')).toEqual([
      'on_time ? to 2024-02 2 points | Change (stated)',
    ]);
  });
});

describe('a change that cannot be read', () => {
  it.each([
    ['about 5', 'E060 "about 5" is not a change'],
    ['-5% increase', 'E060 "-5% increase" says two directions'],
    ['5 FTE', 'E067 "5 FTE" is in fte, and this figure is a headcount'],
  ])('"%s"', (cell, expected) => {
    const text = `Measure,Jul 2023,Mar 2024,Change\nAgency,21,16,${cell}\n`;
    expect(changes(text, { Change: 'change (stated)' })).toEqual([expected]);
  });
});

it('refuses a row of changes, which stand in columns', () => {
  const text = 'Measure,Jul 2023,Mar 2024\nAgency,21,16\nChange,,-5\n';
  expect(changes(text, { Change: 'agency change (stated)' })).toEqual([
    'E069 the row "Change" holds changes, and no measure',
  ]);
});

describe('a heading of changes that nothing maps', () => {
  it.each([
    'Change',
    '% change',
    'Variance',
    'Movement',
    'Difference',
    'Change (pp)',
    '+/- pp',
    'Agency reduction',
  ])('"%s" is told what it can be', (heading) => {
    expect(advice(heading)).toContain(`\`${heading}: change (stated)\``);
  });

  it('is a figure of its own where the council has one that is called so', () => {
    const tree = yamlTree('measures:\n  - { id: agency_change, label: Agency change }\n');
    const words = { headings: new Map(), vocabulary: readVocabularies(tree).workforce };
    const table = csvTable('Period,Agency change\nJan 2024,5\n');
    expect(readWorkforce(table, { words, basis: 'headcount' }).observations).toMatchObject([
      { measure: 'agency_change' },
    ]);
  });
});

describe('a table of many teams', () => {
  it('has its changes found in the time of reading it', async () => {
    await expectInProportion((teams) => {
      const rows = Array.from({ length: teams }, (_, team) => [
        `Jul 2023,T${team},5,`,
        `Mar 2024,T${team},4,-1`,
      ]);
      const text = ['Month,Team,Agency,Change', ...rows.flat()].join('\n');
      const found = changes(`${text}\n`, { Change: 'agency change (stated)' });
      expect(found).toHaveLength(teams);
      expect(found[0]).toBe('agency 2023-07 to 2024-03 T0 -1 plain | Change');
    }, 700);
  }, 120_000);
});
