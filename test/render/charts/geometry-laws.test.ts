import { SERIES_TONES } from '../../../src/report/chart-series.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../src/render/charts/labels.ts';
import { chartLabels, renderTimeChart } from '../../../src/render/charts/time-chart.ts';
import { geometryOf } from '../../../src/render/charts/time-geometry.ts';
import { valueAxis } from '../../../src/report/view-charts-axis.ts';
import { valuesOf, type TimeChart } from '../../../src/report/view-charts.ts';
import { months } from '../../support/figure-parts.ts';

/** Ends that crowd each other are the hard case: values lie close together as often as not. */
const value = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 98, max: 102 }));
const label = fc.constantFrom(
  'Agency',
  'Permanent social workers',
  'Newly qualified workers who are in their first year of practice',
);

const charts = fc
  .record({
    count: fc.integer({ min: 1, max: 30 }),
    lines: fc.array(
      fc.tuple(label, fc.array(fc.option(value, { freq: 8 }), { minLength: 30, maxLength: 30 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    levels: fc.array(value, { maxLength: 4 }),
    size: fc.constantFrom('narrow', 'half', 'full'),
    mayBreak: fc.boolean(),
    axisLabel: fc.constantFrom('', 'Full-time equivalent'),
  } as const)
  .map(({ count, lines, levels, size, mayBreak, axisLabel }): TimeChart => {
    const periods = months('2019-11', count);
    const series = lines.map(([name, values], at) => ({
      label: name,
      kind: 'actual' as const,
      tone: SERIES_TONES[at] ?? 'first',
      points: periods.map((period, index) => {
        const one = values[index] ?? null;
        return { period, value: one, text: one === null ? 'c' : `${one}` };
      }),
    }));
    // Levels have their labels at the edge, which the wide chart alone has.
    const shown = size === 'full' ? levels : [];
    return {
      ...{ id: 'c', title: 't', description: 'd', unit: 'count', size, short: false, target: null },
      lines: shown.map((level) => ({ kind: 'limit', value: level, label: `Limit ${level}` })),
      ...{ series, signals: [], notes: [], table: { id: '', number: '' } },
      axis: valueAxis([...valuesOf(series), ...shown, 1], 'count', mayBreak, axisLabel),
    };
  });

const RUNS = { numRuns: 150 };

describe('the labels of any chart over time', () => {
  it('touch no other, and stay within the picture', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const labels = chartLabels(chart);
        const { frame } = geometryOf(chart);
        labels.forEach(({ box, text }, index) => {
          const touched = labels.slice(index + 1).find((other) => overlaps(box, other.box));
          expect(touched && `${text} / ${touched.text}`).toBeUndefined();
          expect(box.left >= 0 && box.right <= frame.width, text).toBe(true);
          expect(box.top >= 0 && box.bottom <= frame.height, text).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('name every line that runs to the edge of a wide chart, in the order in which they end', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        fc.pre(chart.size === 'full');
        const { y } = geometryOf(chart);
        const edge = chartLabels(chart).filter(({ from }) => from !== undefined);
        const heights = edge.map(({ from }) => from?.y ?? 0);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        for (const { value: level, label: name } of chart.lines)
          expect(edge.some(({ text, from }) => text === name && from?.y === y(level))).toBe(true);
      }),
      RUNS,
    );
  });

  it('are drawn with numbers alone', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        expect(renderTimeChart(chart)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      RUNS,
    );
  });
});
