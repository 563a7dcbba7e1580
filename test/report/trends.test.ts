import { describe, expect, it } from 'vitest';
import type { ChartSpec, Programme } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import type { Period } from '../../src/model/period.ts';
import type { Trend } from '../../src/report/report.ts';
import { trends } from '../../src/report/trends.ts';
import { workforceSection } from '../../src/report/workforce.ts';
import { place, sourced } from '../support/board.ts';
import { month, table, target } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

/** So many months from January 2023. */
function months(count: number): Period[] {
  return Array.from({ length: count }, (_, index) =>
    month(`${(2023 + Math.floor(index / 12)).toString()}-${((index % 12) + 1).toString().padStart(2, '0')}`),
  );
}

function chart(change: Partial<ChartSpec> = {}): ChartSpec {
  return {
    id: 'agency-trend',
    at: place(),
    title: 'Agency workers',
    figures: [sourced('agency')],
    of: {},
    limits: true,
    ...change,
  };
}

function made(
  values: readonly (number | string)[],
  change: Partial<ChartSpec> = {},
  programme: Partial<Programme> = {},
): Trend[] {
  const figures = figureSet({
    meeting: {
      observations: table(months(values.length), [
        ['agency', ...values],
        ['permanent', ...values.map(() => 90)],
      ]),
    },
    workstream: { charts: [chart(change)], headlines: ['agency', 'permanent', 'agency_rate'] },
    programme,
  });
  return trends(figures, workforceSection(figures));
}

/** Mean 10.5 and moving ranges of 1: limits 10.5 ± 2.66. */
const STEADY = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11];

describe('trends', () => {
  it('has limits and says that there is no signal, from 12 points', () => {
    const [trend] = made(STEADY);
    expect(trend).toMatchObject({
      id: 'agency-trend',
      title: 'Agency workers: no signal in 12 months',
      scope: 'Children and family social workers, headcount',
      unit: 'count',
      xmr: {
        points: 12,
        trial: false,
        mean: { decimal: '10.5', text: '10.5' },
        lower: { decimal: '7.84', text: '7.8' },
        upper: { decimal: '13.16', text: '13.2' },
        meanMovingRange: { decimal: '1', text: '1.0' },
        screened: 0,
        signals: [],
      },
    });
    expect(trend?.series).toHaveLength(1);
    expect(trend?.series[0]?.figures.slice(0, 2)).toEqual(['agency@2023-01', 'agency@2023-02']);
    expect(trend?.series[0]?.figures).toHaveLength(12);
  });

  it('names the signal, its months, and whether it is wanted', () => {
    // The mean is 9.75, and the last seven lie below it.
    const [trend] = made([14, 9, 14, 9, 14, 9, 7, 9, 7, 9, 7, 9]);
    expect(trend?.title).toBe('Agency workers: 7 in a row below the mean');
    expect(trend?.xmr?.signals).toEqual([
      {
        kind: 'seven_one_side',
        direction: 'low',
        figures: ['06', '07', '08', '09', '10', '11', '12'].map((key) => `agency@2023-${key}`),
        text: '7 in a row below the mean, Jun 2023 to Dec 2023',
        good: true,
      },
    ]);
  });

  it('dates a signal that is over', () => {
    // 120 among 5 and 25 by turns: its two moving ranges of 115 are screened out, so that the limits are 53.2 away.
    const [trend] = made([5, 25, 5, 120, 5, 25, 5, 25, 5, 25, 5, 25, 5, 25, 5, 25]);
    expect(trend?.xmr?.screened).toBe(2);
    expect(trend?.title).toBe('Agency workers: 1 point above the upper limit, Apr 2023');
    expect(trend?.xmr?.signals.find((one) => one.kind === 'outside_limits')).toMatchObject({
      figures: ['agency@2023-04'],
      text: '1 point above the upper limit, Apr 2023',
      good: false,
    });
  });

  it('names the newest signal alone, and one stretch beyond a limit once', () => {
    // Mean 50; of 29 ranges the two of 10 are screened out, the others come to 64: limits ±6.31.
    const level = Array.from({ length: 20 }, () => 50);
    const [trend] = made([40, 48, 40, 48, 40, ...level, 60, 52, 60, 52, 60]);
    expect(trend?.title).toBe('Agency workers: 3 of 5 above the upper limit');
    const outside = trend?.xmr?.signals.filter((one) => one.kind === 'outside_limits');
    expect(outside?.map((one) => one.text)).toEqual([
      '3 of 5 below the lower limit, Jan 2023 to May 2023',
      '3 of 5 above the upper limit, Feb 2025 to Jun 2025',
    ]);
  });

  it('claims nothing of 6 to 11 points, and draws no limits of fewer', () => {
    const [nine] = made([1, 2, 3, 4, 5, 6, 7, 8, 30]);
    expect(nine?.title).toBe('Agency workers: 9 months, trial limits, no claim');
    expect(nine?.xmr).toMatchObject({ trial: true, points: 9, signals: [] });
    const [five] = made([1, 2, 3, 4, 30]);
    expect(five?.title).toBe('Agency workers');
    expect(five).not.toHaveProperty('xmr');
  });

  it('judges the latest run without a gap: a range across a hidden month would be of two', () => {
    const [trend] = made([...STEADY, 'c', 10, 11, 10, 11, 10, 11]);
    expect(trend?.xmr).toMatchObject({ points: 6, trial: true });
    expect(trend?.series[0]?.figures).toContain('agency@2024-01');
  });

  it('has no limits where they are switched off, or of several figures', () => {
    expect(made(STEADY, { limits: false })[0]).toMatchObject({ title: 'Agency workers' });
    expect(made(STEADY, { limits: false })[0]).not.toHaveProperty('xmr');
    const two = made(STEADY, { figures: [sourced('agency'), sourced('permanent')] })[0];
    expect(two).not.toHaveProperty('xmr');
    expect(two?.series.map((one) => one.metric)).toEqual(['agency', 'permanent']);
  });

  it('gives figures of another unit a chart of their own, and loses none', () => {
    const ids = ['agency', 'agency_rate', 'permanent'].map((id) => sourced(id));
    const both = made(STEADY, { figures: ids });
    expect(both.map((one) => [one.id, one.title, one.unit, one.series.map(({ metric }) => metric)])).toEqual([
      ['agency-trend', 'Agency workers', 'count', ['agency', 'permanent']],
      ['agency-trend.share', 'Agency rate', 'share', ['agency_rate']],
    ]);
    expect(both.some((one) => one.xmr)).toBe(false);
  });

  it('keeps the limits of a share within nothing and everything', () => {
    // 0 and 10 of 90 and 100 by turns: 0% and 10%, mean 5%, moving range 10 pp.
    const [trend] = made([0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10], { figures: [sourced('agency_rate')] });
    expect(trend?.xmr).toMatchObject({
      mean: { decimal: '0.05', text: '5.00%' },
      lower: { decimal: '0', text: '0.00%' },
      upper: { decimal: '0.316', text: '31.60%' },
      meanMovingRange: { decimal: '0.1', text: '10.00 pp' },
    });
  });

  it('draws the level of an indicator and the target of the figure', () => {
    const [trend] = made(
      STEADY,
      { figures: [sourced('agency_rate')] },
      { targets: [target(), target({ id: 'other', metric: 'agency' })] },
    );
    expect(trend?.levels).toEqual([{ label: 'Target by Feb 2022', decimal: '0.1', text: '10%' }]);
    const cap = {
      id: 'agency',
      at: place(),
      label: 'Agency',
      unit: 'count' as const,
      places: 0,
      direction: 'lower' as const,
      nature: 'stock' as const,
      description: 'Agency.',
      workstreams: [],
      limits: [
        {
          kind: 'cap' as const,
          direction: 'lower' as const,
          value: exact('12.5'),
          notation: 'plain' as const,
          of: {},
          at: place(),
        },
      ],
    };
    const [capped] = made(STEADY, {}, { indicators: [cap] });
    expect(capped?.levels).toEqual([{ label: 'Cap', decimal: '12.5', text: '12.5' }]);
  });
});

describe('trends of a workstream that describes none', () => {
  const of = (count: number) => {
    const figures = figureSet({
      meeting: {
        observations: table(months(count), [
          ['agency', ...STEADY, 10, 11].slice(0, count + 1),
          ['permanent', ...STEADY.slice(1)],
        ]),
      },
      workstream: { headlines: ['agency', 'permanent'] },
    });
    return trends(figures, workforceSection(figures));
  };

  it('are one for each headline figure with 12 points', () => {
    expect(of(12).map(({ id, title }) => [id, title])).toEqual([
      ['agency-trend', 'Agency: no signal in 12 months'],
    ]);
    expect(of(11)).toEqual([]);
  });
});

it('a rolling rate has no limits, since its points share eleven months', () => {
  const periods = months(30);
  const figures = figureSet({
    meeting: {
      observations: table(periods, [
        ['permanent', ...periods.map(() => 100)],
        ['leavers', ...periods.map((_, index) => index % 4)],
      ]),
    },
    workstream: {
      charts: ['turnover_rate', 'leavers'].map((id) => chart({ id, title: id, figures: [sourced(id)] })),
    },
  });
  const [rate, leavers] = trends(figures, workforceSection(figures));
  expect(rate).toMatchObject({
    title: 'turnover_rate',
    scope:
      'Children and family social workers, headcount; a rolling rate of twelve months, whose points overlap, so that no limits are drawn',
  });
  expect(rate).not.toHaveProperty('xmr');
  expect(leavers).toHaveProperty('xmr');
});
