import { describe, expect, it } from 'vitest';
import type { Basis } from '../../src/model/dataset.ts';
import { toDecimal } from '../../src/model/exact.ts';
import { readCsv } from '../../src/read/csv/read-csv.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { SourceText } from '../../src/read/source-text.ts';
import { tableFromYaml } from '../../src/read/table/from-yaml.ts';
import { headingKey } from '../../src/read/table/heading-key.ts';
import type { Table } from '../../src/read/table/table.ts';
import { mappingHelp } from '../../src/read/workforce/columns.ts';
import { withoutDuplicates } from '../../src/read/workforce/duplicates.ts';
import { readWorkforce } from '../../src/read/workforce/read-workforce.ts';
import { MEASURE_WORDS, vocabularyOf } from '../../src/read/workforce/vocabulary.ts';
import { readYaml } from '../../src/read/yaml/read-yaml.ts';

const WORKFORCE = vocabularyOf('workforce', MEASURE_WORDS, []);

function figures(
  table: Table | undefined,
  headings: Record<string, string> = {},
  basis: Basis = 'headcount',
): string[] {
  if (!table) return ['no table'];
  const map = new Map(
    Object.entries(headings).map(([heading, word]) => [headingKey(heading), { heading, to: word }]),
  );
  const { observations, findings } = readWorkforce(table, {
    words: { headings: map, vocabulary: WORKFORCE },
    basis,
  });
  return [
    ...observations.map(({ measure, stated, period, group, basis: used, cell }) => {
      const value = cell.kind === 'number' ? toDecimal(cell.value) : cell.kind;
      return `${measure}${stated ? ' stated' : ''} ${period.key} ${JSON.stringify(group)} ${used} ${value}`;
    }),
    ...findings.map((one) => `${one.code} ${one.at?.line ?? ''}:${one.at?.column ?? ''}`),
  ];
}

const csv = (text: string) => readCsv(new SourceText('w.csv', text), DEFAULT_LIMITS).table;

describe('a workforce table', () => {
  it('has no basis among its dimensions, neither by a heading of its own nor by a mapped one', () => {
    const text = 'Period,Dimension basis,Agency\nJan-21,fte,4\n';
    expect(figures(csv(text))).toContain('E023 1:8');
    expect(figures(csv(text.replace('Dimension basis', 'Dimension locality')))).toEqual([
      'agency 2021-01 {"locality":"fte"} headcount 4',
    ]);
    expect(mappingHelp('Dimension basis', { headings: new Map(), vocabulary: WORKFORCE }, true)).toContain(
      'head the column "Basis"',
    );
  });

  it('says how to map the heading of a metric that ships with the program', () => {
    const help = (text: string) => mappingHelp(text, { headings: new Map(), vocabulary: WORKFORCE }, true);
    expect(help('Vacancy rate')).toContain('`Vacancy rate: vacancy_rate (stated)`');
    expect(help('Vacancy %')).toContain('`Vacancy %: vacancy_rate (stated)`');
    expect(help('Vacancy notes')).not.toContain('(stated)`, and');
  });

  it('takes a rate that is marked as stated for itself, also where its id is how some head a column of counts', () => {
    const text = 'Period,Agency covering vacancies,Agency covering vacancies (stated)\nJan-21,4,80%\n';
    expect(figures(csv(text))).toEqual([
      'vacancies_covered_by_agency 2021-01 {} headcount 4',
      'agency_covering_vacancies stated 2021-01 {} headcount 0.8',
    ]);
    const printed = 'Period,covering_rate\nJan-21,80%\n';
    expect(figures(csv(printed), { covering_rate: 'agency_covering_vacancies fte (stated)' })).toEqual([
      'agency_covering_vacancies stated 2021-01 {} fte 0.8',
    ]);
  });

  it('says the same in both shapes and in YAML', () => {
    const rows = csv('Period,Team,Permanent,Agency\nJan-21,A,4,1\nFeb-21,A,5,2\n');
    const across = csv('Measure,Team,Jan-21,Feb-21\nPermanent,A,4,5\nAgency,A,1,2\n');
    const { tree } = readYaml(
      new SourceText(
        'w.yaml',
        '- { Period: Jan-21, Team: A, Permanent: 4, Agency: 1 }\n- { Team: A, Period: Feb-21, Agency: 2, Permanent: 5 }\n',
      ),
      DEFAULT_LIMITS,
    );
    const yaml = tree && tableFromYaml('w.yaml', tree, DEFAULT_LIMITS).table;
    const expected = [
      'agency 2021-01 {"team":"A"} headcount 1',
      'agency 2021-02 {"team":"A"} headcount 2',
      'permanent 2021-01 {"team":"A"} headcount 4',
      'permanent 2021-02 {"team":"A"} headcount 5',
    ];
    for (const table of [rows, across, yaml]) expect(figures(table).sort()).toEqual(expected);
  });

  it.each([
    ['30/06/2026', '2026-06'],
    ['2024-02-29', '2024-02'],
    ['28 February 2024', '2024-02-28'],
    ['19/04/2026', '2026-04-19'],
  ])('reads %s as %s in both shapes: the last day of a month is the month', (written, key) => {
    const expected = [`agency ${key} {} headcount 3`];
    expect(figures(csv(`Period,Agency\n${written},3\n`))).toEqual(expected);
    expect(figures(csv(`Measure,${written}\nAgency,3\n`))).toEqual(expected);
  });

  it('takes All for the whole, and Total for what was printed', () => {
    expect(figures(csv('Period,Team,Agency\nJan-21,All,3\nJan-21,Total,3\nJan-21,,2\n'))).toEqual([
      'agency 2021-01 {} headcount 3',
      'agency stated 2021-01 {} headcount 3',
      'agency 2021-01 {} headcount 2',
    ]);
  });

  it('takes the basis from the heading, then the row, then the workstream', () => {
    expect(
      figures(csv('Period,Agency FTE,Permanent (headcount),Leavers\nJan-21,1.5,4,2\n'), {}, 'fte'),
    ).toEqual(['agency 2021-01 {} fte 1.5', 'permanent 2021-01 {} headcount 4', 'leavers 2021-01 {} fte 2']);
    expect(figures(csv('Period,Basis,Agency\nJan-21,WTE,1.5\nJan-21,,1\n'))).toEqual([
      'agency 2021-01 {} fte 1.5',
      'agency 2021-01 {} headcount 1',
    ]);
  });

  it('keeps a marker a marker, and lets only unfilled posts be negative', () => {
    expect(figures(csv('Period,Agency,Unfilled,Leavers\nJan-21,c,-3,<5\nFeb-21,-1,(2),\n'))).toEqual([
      'agency 2021-01 {} headcount marker',
      'unfilled 2021-01 {} headcount -3',
      'leavers 2021-01 {} headcount marker',
      'unfilled 2021-02 {} headcount -2',
      'leavers 2021-02 {} headcount missing',
      'E065 3:8',
    ]);
  });

  it('takes a metric only as a stated figure', () => {
    const table = csv('Period,Rate,Share\nJan-21,21.08%,5%\n');
    expect(figures(table, { Rate: 'agency_rate (stated)', Share: 'agency_rate' })).toEqual([
      // The mapping itself is reported with the configuration.
      'agency_rate stated 2021-01 {} headcount 0.2108',
    ]);
  });

  it('prefers a figure to an empty cell for the same thing, and refuses a second figure', () => {
    const { observations } = readWorkforce(csv('Period,Agency\nJan-21,\nJan-21,3\nJan-21,3\n')!, {
      words: { headings: new Map(), vocabulary: WORKFORCE },
      basis: 'headcount',
    });
    const { observations: kept, findings } = withoutDuplicates(observations);
    expect(kept.map((one) => one.at.line)).toEqual([3]);
    expect(findings.map((one) => [one.code, one.at?.line, one.related?.[0]?.line])).toEqual([['E068', 4, 3]]);
  });
});
