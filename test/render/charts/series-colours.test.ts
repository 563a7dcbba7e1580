import { SERIES_TONES } from '../../../src/report/chart-series.ts';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/model/contrast.ts';
import { MODES, paletteOf, type Palette } from '../../../src/model/theme.ts';
import { renderTimeChart } from '../../../src/render/charts/time-chart.ts';
import { valueAxis } from '../../../src/report/view-charts-axis.ts';
import { type TimeChart } from '../../../src/report/view-charts.ts';
import { apart, labOf, SIGHTS } from '../../support/sight.ts';
import { months } from '../../support/figure-parts.ts';

const LINES = ['series-1', 'series-2', 'series-3', 'series-4'] as const;
/** Colours that are just told apart on thin lines; a difference of 2.3 is just noticed on areas. */
const TOLD_APART = 10;

/** Pairs of lines that look alike, to whom. */
function alike(palette: Palette): string[] {
  return SIGHTS.flatMap((sight) =>
    LINES.flatMap((a, at) =>
      LINES.slice(at + 1).flatMap((b) =>
        apart(palette[a], palette[b], sight) < TOLD_APART ? [`${a} and ${b}: ${sight}`] : [],
      ),
    ),
  );
}

describe.each(MODES)('the colours of lines (%s)', (mode) => {
  const palette = paletteOf({}, mode);

  it('are told apart with every kind of sight', () => {
    expect(alike(palette)).toEqual([]);
  });

  it('are told apart with the accents of the examples', () => {
    for (const accent of mode === 'light' ? ['#1b5e3f', '#1d4f91'] : [])
      expect(alike({ ...palette, 'series-1': accent }), accent).toEqual([]);
  });

  it('carry their labels: 4.5 to 1 on the page', () => {
    for (const name of LINES) expect(contrast(palette[name], palette.page), name).toBeGreaterThanOrEqual(4.5);
  });

  it('are none of the colours that warn', () => {
    for (const name of LINES)
      for (const warning of ['attention', 'bad', 'good'] as const)
        expect(apart(palette[name], palette[warning]), `${name} and ${warning}`).toBeGreaterThan(TOLD_APART);
  });

  it('are found out where they look alike', () => {
    expect(alike({ ...palette, 'series-2': palette['series-1'] })).toHaveLength(SIGHTS.length);
    // Blue and a magenta of its lightness are one colour to protanopes.
    expect(alike({ ...palette, 'series-1': '#1d4f8c', 'series-2': '#8a2f8c' })).toContain(
      'series-1 and series-2: protanopia',
    );
  });
});

it('differ in the shape of their points too, and in the lightness of the first two', () => {
  const axis = valueAxis([0, 9], 'count', false);
  const svg = renderTimeChart({
    ...({ id: 'c', title: 't', description: 'd', unit: 'count', size: 'full', short: false } as const),
    ...{ target: null, lines: [], signals: [], axis, notes: [], table: { id: '', number: '' } },
    series: SERIES_TONES.map((tone, at) => ({
      label: tone,
      kind: 'actual',
      tone,
      points: months('2020-01', 3).map((period) => ({ period, value: at * 2, text: `${at * 2}` })),
    })),
  } satisfies TimeChart);
  const shapes = SERIES_TONES.map((tone) => {
    const [, name = '', d = ''] =
      new RegExp(`<(\\w+) class="dot actual ${tone}"(?: d="([^"]*)")?`).exec(svg) ?? [];
    return `${name} ${d.split('L').length}`;
  });
  expect(new Set(shapes).size).toBe(SERIES_TONES.length);
  const { 'series-1': first, 'series-2': second } = paletteOf({}, 'light');
  expect(Math.abs(labOf(first)[0] - labOf(second)[0])).toBeGreaterThan(12);
});
