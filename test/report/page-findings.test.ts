import { describe, expect, it } from 'vitest';
import type { Benchmark, Observation, TableSpec } from '../../src/model/dataset.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { action, indicator, LUTON_MATRIX, place, risk, sourced } from '../support/board.ts';
import { cell, financialYear, month, table } from '../support/dataset.ts';
import { smallDataset, type SmallDataset } from '../support/figure-set.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');

function built(change: SmallDataset) {
  const data = smallDataset(change);
  const { report, findings } = buildReport(data, {
    workstream: 'workforce',
    meeting: '2021-04-19',
    version: '0',
    findings: [],
  });
  if (report === undefined) throw new RangeError(findings.map((one) => one.message).join());
  const told = findings.filter(({ code }) => /^(?:W08|N08|W418)/.test(code));
  // What can be accepted has a name.
  for (const one of told)
    expect(one.about, one.code).toMatch(/^(?:sections$|(?:table|benchmark|dimension):.|\w+@\d{4})/);
  return {
    report,
    told: told.map(({ code, message, why }) => [`${code} ${message}`, ...(why === undefined ? [] : [why])]),
  };
}

const teams = (...agency: readonly [string, string, string][]): Observation[] =>
  agency.flatMap(([team, ...values]) => table([JAN, FEB], [['agency', ...values]], { group: { team } }));

function spec(change: Partial<TableSpec>): TableSpec {
  return {
    id: 'teams',
    at: place(3, 1, 'cip-report.yaml'),
    title: 'Teams',
    of: {},
    figures: [sourced('agency')],
    rows: { kind: 'members', dimension: 'team' },
    columns: { kind: 'figures' },
    periods: [],
    ...change,
  };
}

describe('a page', () => {
  it('tells of a headline that an empty cell hides', () => {
    const meeting = {
      observations: [
        ...teams(['Duty', '5', '–'], ['Care', '2', '2']),
        ...table([JAN, FEB], [['permanent', 9, 9]]),
      ],
    };
    const { told } = built({ meeting, workstream: { headlines: ['agency'] } });
    expect(told.find(([message]) => message?.startsWith('W086'))).toEqual([
      'W086 Agency of the whole workforce is not known for Feb 2021',
      'it was 7 in Jan 2021 · agency for Feb 2021: the cell of team Duty is empty · in post and agency rate cannot be known without it either',
    ]);
    expect(told.filter(([message]) => message?.startsWith('W086'))).toHaveLength(1);
  });

  it('tells of figures whose period no series shows', () => {
    const observations = table([JAN, FEB, financialYear(2019)], [['agency', 5, 6, 7]]);
    expect(built({ meeting: { observations } }).told).toEqual([
      [
        'W083 1 figure for 2019/20 stands nowhere on the page',
        'years are not set among months, of which the papers have more',
      ],
    ]);
  });

  it('tells of what counts against it and is not shown, and appends what was checked', () => {
    const change = {
      meeting: {
        observations: table([FEB], [['agency', 5]]),
        risks: [risk('WFR1', 'High', 'Critical')],
        actions: [action('A1', { due: JAN })],
      },
      programme: { matrix: LUTON_MATRIX },
    };
    const { told, report } = built({
      ...change,
      workstream: { sections: [{ id: 'workforce', at: place() }] },
    });
    expect(told).toEqual([
      [
        'N085 the report has no section for texts on progress',
        'the data has 2 texts on progress, and the sections chosen for workforce leave them out',
      ],
      ['W085 the page shows nothing of 1 red risk and 1 overdue action'],
    ]);
    expect(report.sections.map(({ id }) => id)).toEqual(['workforce', 'checked']);
    expect(built(change).told).toEqual([]);
  });

  it('tells of a benchmark beside which no figure stands, with the reason', () => {
    const benchmark: Benchmark = {
      metric: 'agency_rate',
      formula: 'agency / (permanent + agency)',
      basis: 'fte',
      place: 'England',
      level: 'england',
      period: FEB,
      cell: cell('17.8%'),
      source: 'DfE',
      at: place(9, 1, 'workforce/2021-04-19/benchmarks.csv'),
    };
    const observations = table(
      [FEB],
      [
        ['agency', 5],
        ['permanent', 15],
      ],
    );
    const told = (one: Benchmark) => built({ meeting: { observations, benchmarks: [one] } }).told;
    expect(told(benchmark)).toEqual([
      [
        'W418 the benchmark agency_rate of England for Feb 2021 is set beside nothing',
        'The data gives no agency rate in fte.',
      ],
    ]);
    expect(told({ ...benchmark, basis: 'headcount' })).toEqual([]);
  });
});

describe('groups of the data', () => {
  const told = (observations: readonly Observation[], tables: readonly TableSpec[] = []) =>
    built({ meeting: { observations }, workstream: { tables } }).told;
  const inServices = ['Duty', 'Care'].flatMap((team) =>
    table([FEB], [['agency', 1]], { group: { service: `${team} service`, team } }),
  );

  it('are told where nothing prints them, though totals rest on them', () => {
    const four = teams(['Duty', '5', '4'], ['Care', '2', '2'], ['MASH', '1', '1'], ['Hub', '1', '1']);
    expect(told(four)).toEqual([
      [
        'N087 figures by team stand nowhere in this report',
        'the data has them for 4 members, Duty, Care, MASH and 1 more; no table, chart, target or text of workforce ' +
          'prints one of them, and a total that adds them up does not show them',
      ],
    ]);
  });

  it('are not told where a table is of them, where they only hold what is printed, or where there is one alone', () => {
    expect(told(inServices, [spec({})])).toEqual([]);
    expect(told([...teams(['Duty', '5', '4']), ...table([JAN, FEB], [['agency', 6, 5]])])).toEqual([]);
  });

  it('are told where printed groups do not say to which of them a figure belongs', () => {
    const crossed = ['Duty', 'Care'].flatMap((team) =>
      ['Managers', 'Workers'].flatMap((role) => table([FEB], [['agency', 1]], { group: { role, team } })),
    );
    expect(told(crossed, [spec({})]).map(([message]) => message)).toEqual([
      'N087 figures by role stand nowhere in this report',
    ]);
  });
});

describe('a table', () => {
  const observations = teams(['Duty', '5', '4'], ['Care', '2', '2']);

  it('tells of a period that the data lacks', () => {
    const tables = [spec({ periods: [month('2020-12')] })];
    expect(built({ meeting: { observations }, workstream: { tables } }).told).toEqual([
      ['W087 the table "Teams" has nothing for Dec 2020'],
    ]);
  });

  it('tells of a total of what does not add up', () => {
    const rate = indicator('hourly', { label: 'Hourly rate', unit: 'money' });
    const indicators = ['Duty', 'Care'].flatMap((team) =>
      table([FEB], [['hourly', 40]], { group: { team } }),
    );
    const change = {
      meeting: { observations, indicators },
      workstream: { tables: [spec({ figures: [sourced('hourly')], total: 'All' })] },
    };
    expect(built({ ...change, programme: { indicators: [rate] } }).told).toEqual([
      ['W084 "All" of the table "Teams" has no Hourly rate'],
    ]);
    expect(built({ ...change, programme: { indicators: [{ ...rate, addsUp: true }] } }).told).toEqual([]);
  });

  it('tells of one name in two services', () => {
    const shared = ['Care', 'Safety'].flatMap((service) =>
      ['Team 1', `${service} 2`].flatMap((team) =>
        table([FEB], [['agency', 1]], { group: { service, team } }),
      ),
    );
    const told = (of: TableSpec['of']) =>
      built({ meeting: { observations: shared }, workstream: { tables: [spec({ of })] } }).told;
    expect(told({}).filter(([message]) => message?.startsWith('N088'))).toEqual([
      ['N088 the table "Teams" has one row for Team 1 of Care and Safety'],
    ]);
    expect(told({ service: 'Care' })).toEqual([]);
  });
});
