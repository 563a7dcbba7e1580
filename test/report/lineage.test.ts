import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Benchmark, Dataset, Indicator, Observation, Recommendation } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import { buildReport, serialiseReport } from '../../src/report/build-report.ts';
import type { Report } from '../../src/report/report.ts';
import { place, sourced } from '../support/board.ts';
import { cell, month, paper, quarter, table, target } from '../support/dataset.ts';
import { smallDataset } from '../support/figure-set.ts';
import { printedIds, withoutLineage } from '../support/lineage.ts';

const MONTHS = Array.from({ length: 14 }, (_, index) =>
  month(`${(2020 + Math.floor(index / 12)).toString()}-${((index % 12) + 1).toString().padStart(2, '0')}`),
);
const TEAMS = ['Assessment', 'Care', 'Front door, nights'];

const VISITS: Indicator = {
  id: 'visits_on_time',
  at: place(),
  label: 'Visits on time',
  unit: 'share',
  places: 1,
  direction: 'higher',
  nature: 'flow',
  description: 'Visits made on time, of those due.',
  parts: { numerator: 'made on time', denominator: 'due' },
  limits: [
    {
      kind: 'target',
      direction: 'higher',
      value: exact('0.9'),
      notation: 'percent',
      amberTo: exact('0.8'),
      of: {},
      at: place(),
    },
  ],
  workstreams: [],
};

const BENCHMARK: Benchmark = {
  metric: 'agency_rate',
  formula: 'agency / (permanent + agency)',
  basis: 'fte',
  place: 'England',
  level: 'england',
  period: month('2020-09'),
  cell: cell('17.8%'),
  source: 'DfE',
  at: place(),
};

const RECOMMENDATION: Recommendation = {
  reference: '1',
  recommendation: sourced('Reduce agency use.'),
  evidence: [],
  actions: [],
  at: place(),
  fields: {},
};

/** Everything that a report can be made of, from figures by team: a value for each measure, month and team. */
function dataset(values: readonly string[]): Dataset {
  let next = 0;
  const value = () => values[next++ % values.length] ?? '1';
  const observations = TEAMS.flatMap((team): Observation[] =>
    table(
      MONTHS,
      ['establishment', 'permanent', 'agency', 'leavers'].map((id) => [id, ...MONTHS.map(value)]),
      { basis: 'fte', group: { team }, file: `workforce/2021-04-19/workforce-${team.slice(0, 3)}.csv` },
    ),
  );
  const indicators = table(MONTHS, [
    ['visits_on_time_numerator', ...MONTHS.map(value)],
    ['visits_on_time_denominator', ...MONTHS.map(value)],
  ]);
  const team = { kind: 'members', dimension: 'team' } as const;
  const figures = ['establishment', 'agency', 'agency_rate', 'unfilled'].map((id) => sourced(id));
  const common = { at: place(), of: {}, periods: [] };
  return {
    ...smallDataset({
      meeting: {
        observations,
        indicators,
        benchmarks: [BENCHMARK],
        recommendations: [RECOMMENDATION],
        paper: paper({ questions: [{ question: sourced('Why?'), answer: sourced('Because.') }] }),
      },
      workstream: {
        basis: 'fte',
        headlines: ['agency_rate', 'agency_share_of_establishment'],
        tables: [
          {
            ...common,
            id: 'teams',
            title: 'T',
            figures,
            rows: team,
            columns: { kind: 'figures' },
            total: 'All',
          },
          {
            ...common,
            id: 'months',
            title: 'M',
            figures,
            rows: { kind: 'periods' },
            columns: { kind: 'figures' },
          },
        ],
        charts: [
          { id: 'agency', at: place(), figures: [sourced('agency_rate')], of: {}, limits: true },
          { id: 'care', at: place(), figures: [sourced('agency')], of: { team: 'Care' }, limits: true },
        ],
      },
      programme: {
        indicators: [VISITS],
        targets: [
          target({
            plan: [{ period: quarter(2020, 1), value: exact('0.2'), at: place() }],
            by: month('2022-12'),
          }),
        ],
      },
    }),
  };
}

function reportOf(data: Dataset): Report {
  const request = { workstream: 'workforce', meeting: '2021-04-19', version: '0.0.0', findings: [] };
  const { report, findings } = buildReport(data, request);
  if (!report)
    throw new Error(`no report: ${findings.map((one) => `${one.code} ${one.message}`).join('; ')}`);
  return report;
}

describe('every figure of a report', () => {
  const report = reportOf(dataset(['12.0', '9.5', '10.0', '8.0', '7.5']));

  it('says where it comes from', () => {
    expect(printedIds(report).length).toBeGreaterThan(120);
    expect(withoutLineage(report)).toEqual([]);
    for (const part of ['tables', 'trends', 'indicators', 'benchmarks', 'targets'] as const)
      expect(report[part].length, part).toBeGreaterThan(0);
  });

  it('has an id of its own, also where a name holds what parts names', () => {
    expect(Object.keys(report.figures)).toContain('agency@2021-02[team=Front door\\, nights]');
  });

  it('is read again as it was written, and is the same from the same data, whatever the figures are', () => {
    const values = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 400 }).map((tenths) => (tenths / 10).toFixed(1)) },
      { weight: 1, arbitrary: fc.constantFrom('c', 'x', 'z', 'u', '–', '') },
    );
    fc.assert(
      fc.property(fc.array(values, { minLength: 30, maxLength: 60 }), (cells) => {
        const made = reportOf(dataset(cells));
        const text = serialiseReport(made);
        expect(JSON.parse(text)).toEqual(made);
        expect(serialiseReport(reportOf(dataset(cells)))).toBe(text);
        expect(withoutLineage(made)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
