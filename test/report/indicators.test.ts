import { describe, expect, it } from 'vitest';
import type { Indicator, IndicatorLimit, Observation, TableSpec } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import { indicatorRows } from '../../src/report/indicators.ts';
import { place, sourced } from '../support/board.ts';
import { month, table } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

const [FEB, MAR] = [month('2024-02'), month('2024-03')];

function limit(change: Partial<IndicatorLimit> = {}): IndicatorLimit {
  return {
    kind: 'target',
    direction: 'higher',
    value: exact('0.9'),
    notation: 'percent',
    of: {},
    at: place(),
    ...change,
  };
}

function indicator(change: Partial<Indicator> = {}): Indicator {
  return {
    id: 'visits_on_time',
    at: place(),
    label: 'Statutory visits on time',
    unit: 'share',
    places: 1,
    direction: 'higher',
    nature: 'flow',
    description: 'Visits made on time, of those due.',
    parts: { numerator: 'visits made on time', denominator: 'visits due' },
    limits: [limit({ amberTo: exact('0.8') })],
    workstreams: [],
    ...change,
  };
}

const VISITS: Observation[] = table(
  [FEB, MAR],
  [
    ['visits_on_time_numerator', 95, 107],
    ['visits_on_time_denominator', 100, 131],
  ],
);

function rows(indicators: readonly Indicator[], observations: readonly Observation[] = VISITS) {
  const figures = figureSet({ programme: { indicators }, meeting: { indicators: observations } });
  return { rows: indicatorRows(figures), figures: figures.all };
}

describe('indicatorRows', () => {
  it('holds the latest figure against its level, with the parts that it was computed from', () => {
    const { rows: made, figures } = rows([indicator()]);
    // 107 ÷ 131 = 81.68%: 8.3 points short of 90%, and not below 80%.
    expect(made).toEqual([
      {
        indicator: 'visits_on_time',
        label: 'Statutory visits on time',
        group: {},
        figure: 'visits_on_time@2024-03',
        series: ['visits_on_time@2024-02', 'visits_on_time@2024-03'],
        numerator: { label: 'visits made on time', figure: 'visits_on_time_numerator@2024-03' },
        denominator: { label: 'visits due', figure: 'visits_on_time_denominator@2024-03' },
        limit: {
          kind: 'target',
          at: place(),
          text: 'at least 90%',
          decimal: '0.9',
          amberText: 'amber to 80%',
          met: false,
          gapText: '8.3 pp below the target',
          rag: 'amber',
        },
      },
    ]);
    expect(figures()['visits_on_time@2024-03']).toMatchObject({ text: '81.7%', source: 'computed' });
    expect(figures()['visits_on_time_denominator@2024-03']?.text).toBe('131');
  });

  it('has a row for each group that the data has, the whole first, each by its own level', () => {
    const caseload = (value: string, service?: string) =>
      table([MAR], [['caseload', value]], service === undefined ? {} : { group: { service } });
    const { rows: made } = rows(
      [
        indicator({
          id: 'caseload',
          unit: 'ratio',
          direction: 'lower',
          limits: [
            limit({ kind: 'cap', direction: 'lower', value: exact(18) }),
            limit({ kind: 'cap', direction: 'lower', value: exact(25), of: { service: 'Assessment' } }),
          ],
        }),
      ],
      [...caseload('23.4', 'Assessment'), ...caseload('16.44'), ...caseload('18.0', 'Care')],
    );
    expect(made.map((one) => [one.figure, one.limit?.text, one.limit?.gapText, one.limit?.rag])).toEqual([
      ['caseload@2024-03', 'at most 18', '1.6 below the cap', 'green'],
      ['caseload@2024-03[service=Assessment]', 'at most 25', '1.6 below the cap', 'green'],
      ['caseload@2024-03[service=Care]', 'at most 18', 'at the cap', 'green'],
    ]);
    expect(made[0]).not.toHaveProperty('numerator');
  });

  it('never prints a gap as none: judged on the unrounded value', () => {
    const { rows: made } = rows(
      [indicator()],
      table(
        [MAR],
        [
          ['visits_on_time_numerator', 89_999],
          ['visits_on_time_denominator', 100_000],
        ],
      ),
    );
    expect(made[0]?.limit).toMatchObject({ met: false, gapText: '0.001 pp below the target', rag: 'amber' });
  });

  it('is red at once where there is no tolerance', () => {
    const { rows: made } = rows([indicator({ limits: [limit()] })]);
    expect(made[0]?.limit).toMatchObject({ rag: 'red' });
    expect(made[0]?.limit).not.toHaveProperty('amberText');
  });

  it('judges no marker, and shows it', () => {
    const { rows: made, figures } = rows([indicator()], table([MAR], [['visits_on_time', 'c']]));
    expect(made[0]?.figure).toBe('visits_on_time@2024-03');
    expect(made[0]).not.toHaveProperty('limit');
    expect(figures()['visits_on_time@2024-03']?.text).toBe('c');
  });

  it('lists no indicator again that a table shows, in brackets or not, but for one with a level', () => {
    const cases = indicator({
      id: 'cases_open',
      limits: [],
      bracket: { word: 'new', indicator: 'cases_new' },
    });
    const fresh = indicator({ id: 'cases_new', limits: [] });
    const closed = indicator({ id: 'cases_closed', limits: [] });
    const spec: TableSpec = {
      id: 'casework',
      at: place(),
      title: 'Casework',
      of: {},
      figures: [sourced('cases_open'), sourced('visits_on_time')],
      rows: { kind: 'periods' },
      columns: { kind: 'figures' },
      periods: [],
    };
    const listed = (tables: readonly TableSpec[]) =>
      indicatorRows(
        figureSet({
          programme: {
            indicators: [cases, fresh, closed, indicator()].map((one) => ({ ...one, unit: 'count' })),
          },
          meeting: {
            indicators: table(
              [MAR],
              [
                ['cases_open', 4],
                ['cases_new', 1],
                ['cases_closed', 2],
                ['visits_on_time', 3],
              ],
            ),
          },
          workstream: { tables },
        }),
      ).map((one) => one.indicator);
    expect(listed([])).toEqual(['cases_open', 'cases_new', 'cases_closed', 'visits_on_time']);
    expect(listed([spec])).toEqual(['cases_closed', 'visits_on_time']);
  });

  it('lists those of the workstream that the data has', () => {
    expect(rows([indicator({ workstreams: ['other'] })]).rows).toEqual([]);
    expect(rows([indicator({ workstreams: ['workforce'] })]).rows).toHaveLength(1);
    expect(rows([indicator()], []).rows).toEqual([]);
  });
});
