import { type ChartSeries, SERIES_TONES } from '../../../src/report/chart-series.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxOf, overlaps, type Box } from '../../../src/render/charts/labels.ts';
import { chartLabels, renderTimeChart } from '../../../src/render/charts/time-chart.ts';
import { geometryOf } from '../../../src/render/charts/time-geometry.ts';
import type { PeriodRef } from '../../../src/report/report.ts';
import { scaleNote, valueAxis } from '../../../src/report/view-charts-axis.ts';
import { valuesOf, type ChartLine, type TimeChart } from '../../../src/report/view-charts.ts';
import { planViews } from '../../../src/report/view-plan.ts';
import { trendViews } from '../../../src/report/view-trends.ts';
import { months, withFigureParts } from '../../support/figure-parts.ts';
import { LUTON } from '../../support/luton-report.ts';

const REPORT = withFigureParts(LUTON);
const TRENDS = [...trendViews(REPORT).values()].map((one) => one.chart);
const PLANS = planViews(REPORT).flatMap((one) => (one.chart ? [one.chart] : []));
const trend = (id: string): TimeChart => trendViews(REPORT).get(id)!.chart;

function series(values: readonly (number | null)[], over: Partial<ChartSeries> = {}): ChartSeries {
  const periods: readonly PeriodRef[] = months('2020-01', values.length);
  return {
    label: 'Agency',
    kind: 'actual',
    tone: 'first',
    points: values.map((value, at) => ({
      period: periods[at]!,
      value,
      text: value === null ? 'c' : `${value}`,
    })),
    ...over,
  };
}

function chart(list: readonly ChartSeries[], over: Partial<TimeChart> = {}): TimeChart {
  const { lines = [], unit = 'count' } = over;
  return {
    id: 'c',
    title: 'Agency',
    description: 'd',
    unit,
    size: 'full',
    short: false,
    series: list,
    target: null,
    lines,
    signals: [],
    axis: valueAxis([...valuesOf(list), ...lines.map((one) => one.value)], unit, true),
    notes: [],
    table: { id: '', number: '' },
    ...over,
  };
}

const level = (value: number, label = `Mean ${value}`): ChartLine => ({ kind: 'mean', value, label });

/** What is wrong with the texts of a chart: one upon another, or outside the picture. */
function faults(one: TimeChart): string[] {
  const { frame } = geometryOf(one);
  const labels = chartLabels(one);
  const clashes = labels.flatMap((a, index) =>
    labels.slice(index + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`${a.text} / ${b.text}`] : [])),
  );
  const isOut = ({ left, top, right, bottom }: Box): boolean =>
    left < 0 || top < 0 || right > frame.width || bottom > frame.height;
  return [...clashes, ...labels.filter(({ box }) => isOut(box)).map(({ text }) => `${text} is outside`)];
}

const NAMES = [
  'Assessment',
  'Children and families in need of help and protection',
  'Care',
  'Disabled children',
];
const random = (count: number, seed: number): number[] =>
  Array.from({ length: count }, (_, at) => ((at * 37 + seed * 11) % 23) + 30);

const EDGES: readonly (readonly [string, TimeChart])[] = [
  ...[...TRENDS, ...PLANS].map((one) => [one.id, one] as const),
  ['no point', chart([series([])], { lines: [level(3)] })],
  ['no point and no level', chart([series([])])],
  ['no series', chart([])],
  ['one point', chart([series([4])], { lines: [level(4)] })],
  ['markers alone', chart([series([null, null])], { lines: [level(1)] })],
  ['zeros alone', chart([series([0, 0, 0])], { lines: [level(0)] })],
  ['levels that fall together', chart([series([5, 5, 5])], { lines: [level(5), level(5), level(5)] })],
  ['many levels', chart([series([1, 9])], { lines: Array.from({ length: 20 }, (_, at) => level(at / 4)) })],
  ['values below zero', chart([series([-3, 4, -8])], { lines: [level(-2)] })],
  ['a level far above', chart([series([1, 2, 1])], { lines: [level(5000)] })],
  [
    'a long label',
    chart([series([1, 2])], { lines: [level(2, 'A level with a name that no chart has the room to show')] }),
  ],
  ['millions of pounds', chart([series([1250000, 1900000])], { unit: 'money' })],
  ['years', chart([series([107, 95, 131])], { unit: 'duration' })],
  ['a small share', chart([series([0.0011, 0.0032])], { unit: 'share' })],
  ...[2, 5, 12].map(
    (count) =>
      [
        `${count} lines of 36 months`,
        chart(
          Array.from({ length: count }, (_, at) =>
            series(random(36, at), { label: NAMES[at % 4]!, tone: SERIES_TONES[at % 4]! }),
          ),
        ),
      ] as const,
  ),
  ...[1, 2, 8, 9, 13, 24, 60, 120].map(
    (count) =>
      [
        `${count} months`,
        chart([series(random(count, 3))], { lines: [level(40), level(52), level(28)] }),
      ] as const,
  ),
];

describe.each(EDGES)('a chart with levels: %s', (_, one) => {
  it('lets no text touch another or leave the picture', () => {
    expect(faults(one)).toEqual([]);
  });

  it('draws numbers alone', () => {
    expect(renderTimeChart(one)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('shows every level and every line with numbers by its name or by its beginning', () => {
    const texts = chartLabels(one).map(({ text }) => text);
    for (const { label } of one.lines)
      expect(texts.some((text) => text.startsWith(label.slice(0, 8)))).toBe(true);
    for (const { label, points } of one.series)
      if (points.some((point) => point.value !== null))
        expect(texts.some((text) => text.startsWith(label.slice(0, 8)))).toBe(true);
  });
});

it('finds out texts that touch', () => {
  const a = boxOf('Mean 39.8%', 11.5, { x: 500, y: 50, anchor: 'start' });
  expect(overlaps(a, boxOf('Agency', 11.5, { x: 520, y: 56, anchor: 'start' }))).toBe(true);
});

describe('levels', () => {
  it('stand at their values, and their labels in the same order', () => {
    const xmr = trend('agency-trend');
    const { y } = geometryOf(xmr);
    const svg = renderTimeChart(xmr);
    for (const { value } of xmr.lines) expect(svg).toContain(`y1="${Number(y(value).toFixed(2))}"`);
    const labels = chartLabels(xmr).filter(({ className }) => className.startsWith('line-label'));
    const byHeight = [...labels].sort((a, b) => a.box.top - b.box.top).map(({ text }) => text);
    expect(byHeight).toEqual([
      'Upper limit 43.2%',
      'Mean 39.8%',
      'Lower limit 36.4%',
      'Target by Dec 2024 30%',
    ]);
  });

  it('of a trial are drawn and named as such', () => {
    const svg = renderTimeChart(trend('caseload-trend'));
    expect(svg.match(/class="level-line trial"/g)).toHaveLength(2);
    expect(svg).toContain('>Upper trial limit 19.02<');
    expect(svg).not.toContain('class="level-line limit"');
  });
});

describe('signals', () => {
  const svg = renderTimeChart(trend('agency-trend'));
  const marks = [...svg.matchAll(/class="signal tone-(\w+)" d="M([\d.]+),([\d.]+)L[\d.]+,([\d.]+)/g)];

  it('mark each of their points once, with a triangle that points where they lie and the tone of what is wanted', () => {
    const ups = marks.filter((match) => Number(match[3]) < Number(match[4]));
    expect(marks).toHaveLength(18);
    expect(ups).toHaveLength(10);
    expect(new Set(ups.map((match) => match[1]))).toEqual(new Set(['bad']));
    expect(marks.filter((match) => match[1] === 'good')).toHaveLength(4);
    expect(marks.filter((match) => match[1] === 'plain')).toHaveLength(4);
  });

  it('have their letters together where they start together, and lose none', () => {
    const keys = months('2020-01', 12).map((period) => period.key);
    const from = [0, 0, 0, 1, 2, 5, 5, 6, 10];
    const signals = from.map((start, at): TimeChart['signals'][number] => ({
      letter: 'ABCDEFGHI'.charAt(at),
      shape: at % 2 === 0 ? 'up' : 'down',
      tone: 'plain',
      periods: keys.slice(start, start + 2),
    }));
    const crowded = chart([series([3, 9, 2, 8, 1, 9, 9, 1, 5, 5, 0, 10])], {
      signals,
      lines: [level(5), level(8), level(2)],
    });
    const letters = chartLabels(crowded).filter(({ className }) => className.startsWith('signal-letter'));
    expect(letters.map(({ text }) => text)).toEqual(['A B C', 'D', 'E', 'F G', 'H', 'I']);
    expect(faults(crowded)).toEqual([]);
  });

  it('have a letter each, near their first point', () => {
    const letters = chartLabels(trend('agency-trend')).filter(({ className }) =>
      className.startsWith('signal-letter'),
    );
    expect(letters.map(({ text }) => text)).toEqual(['A', 'C', 'B']);
  });

  it('are drawn on no chart that has none', () => {
    expect(renderTimeChart(trend('caseload-trend'))).not.toContain('signal');
  });
});

describe('the scale', () => {
  it.each([
    ['from zero', [40, 20], 'count', true, false],
    ['from zero where all is equal', [40, 40], 'count', true, false],
    ['from zero where it must', [275, 281], 'count', false, false],
    ['broken where zero hides all', [275, 281], 'count', true, true],
    ['broken below zero', [-275, -281], 'count', true, true],
    ['across zero', [-1, 1], 'count', true, false],
    ['of nothing', [], 'count', true, false],
  ] as const)('is %s', (_, values, unit, mayBreak, broken) => {
    const axis = valueAxis(values, unit, mayBreak);
    expect(axis.broken).toBe(broken);
    expect(axis.from <= 0 && axis.to >= 0).toBe(!broken);
    for (const value of values) expect(value >= axis.from && value <= axis.to).toBe(true);
    expect(scaleNote(axis)).toHaveLength(broken ? 1 : 0);
  });

  it('says on the picture and beside it that it is broken', () => {
    const posts = trend('posts-trend');
    expect(posts.notes[0]).toBe('The scale runs from 274 to 282, not from zero.');
    expect(renderTimeChart(posts)).toContain('class="break"');
    expect(renderTimeChart(trend('teams-trend'))).not.toContain('class="break"');
  });

  it.each([
    ['count', [0, 1900], ['0', '500', '1,000', '1,500', '2,000']],
    ['share', [0, 0.276], ['0%', '10%', '20%', '30%']],
    ['share', [0, 0.004], ['0.0%', '0.1%', '0.2%', '0.3%', '0.4%']],
    ['money', [0, 250000], ['£0', '£50,000', '£100,000', '£150,000', '£200,000', '£250,000']],
    ['duration', [0, 107], ['0 years', '2 years', '4 years', '6 years', '8 years', '10 years']],
    ['count', [-8, 4], ['−8', '−6', '−4', '−2', '0', '2', '4']],
  ] as const)('prints values of a %s as the page does: %j', (unit, values, texts) => {
    expect(valueAxis(values, unit, false).ticks.map((tick) => tick.text)).toEqual(texts);
  });
});

it('labels months evenly where there are many', () => {
  const dates = chartLabels(chart([series(random(24, 1))]))
    .filter(({ className }) => className === 'tick')
    .map(({ text }) => text);
  expect(dates.join(', ')).toBe(
    'Dec 2021, Jan 2020, Mar 2020, Jun 2020, Sep 2020, Dec 2020, Mar 2021, Jun 2021, Sep 2021',
  );
});

it('escapes every text', () => {
  const nasty = '<script>&"\'';
  const svg = renderTimeChart(
    chart([series([1, 2], { label: nasty })], { title: nasty, description: nasty, lines: [level(1, nasty)] }),
  );
  expect(svg).not.toContain('<script');
  expect(svg.match(/&lt;script&gt;&amp;&quot;&#39;/g)!.length).toBeGreaterThanOrEqual(4);
});

it('draws in colours whose contrast is reckoned with', () => {
  const css = readFileSync(new URL('../../../templates/shared/33-charts.css', import.meta.url), 'utf8');
  const used = [...css.matchAll(/\b(?:fill|stroke|color): ([^;]+);/g)].map((match) => match[1]!);
  const known = [
    ...['page', 'ink', 'quiet', 'rule', 'attention', 'bad'],
    ...['series-1', 'series-2', 'series-3', 'series-4'],
    ...['green', 'amber', 'red', 'blue', 'grey'].map((name) => `cell-${name}`),
  ].map((name) => `var(--${name})`);
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter((one) => ![...known, 'var(--tone, var(--ink))', 'none'].includes(one))).toEqual([]);
});
