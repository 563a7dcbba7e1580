import { describe, expect, it } from 'vitest';
import { benchmarkTexts, renderBenchmarkChart } from '../../../src/render/charts/benchmark-chart.ts';
import { overlaps } from '../../../src/render/charts/labels.ts';
import {
  benchmarksView,
  type BenchmarkBar,
  type BenchmarkChart,
} from '../../../src/report/view-benchmarks.ts';
import { withFigureParts } from '../../support/figure-parts.ts';
import { LUTON } from '../../support/luton-report.ts';

const [agency, turnover] = benchmarksView(withFigureParts(LUTON)).map((one) => one.chart);

const bar = (
  label: string,
  value: number | null,
  kind: BenchmarkBar['kind'] = 'authority',
): BenchmarkBar => ({
  label,
  text: value === null ? 'c' : `${value}`,
  value,
  kind,
});
const chart = (bars: readonly BenchmarkBar[]): BenchmarkChart => ({
  id: 'b',
  title: 't',
  description: 'd',
  bars,
});

interface Rect {
  readonly kind: string;
  readonly x: number;
  readonly width: number;
}

function rects(svg: string): Rect[] {
  return [...svg.matchAll(/<rect class="bar (\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, kind, x, width]) => ({ kind: kind!, x: Number(x), width: Number(width) }),
  );
}

const EDGES: readonly (readonly [string, BenchmarkChart])[] = [
  ['Devon', agency!],
  ['two alike', turnover!],
  ['no bar', chart([])],
  ['markers alone', chart([bar('A', null, 'own'), bar('B', null)])],
  ['zeros alone', chart([bar('A', 0, 'own'), bar('B', 0)])],
  ['below zero', chart([bar('A', -4, 'own'), bar('B', 2), bar('C', -0.5)])],
  ['far apart', chart([bar('A', 0.001, 'own'), bar('B', 90000)])],
  [
    'long names and values',
    chart([
      {
        ...bar('The Royal Borough of Kensington and Chelsea with its partners, March 2024', 3, 'own'),
        text: '8 years 11 months and more',
      },
      { ...bar('B', 2), text: '−£1,250,000.50 a year in all' },
    ]),
  ],
  ['forty places', chart(Array.from({ length: 40 }, (_, at) => bar(`Place ${at}`, at)))],
];

describe.each(EDGES)('a chart by place: %s', (_, one) => {
  const texts = benchmarkTexts(one);
  const svg = renderBenchmarkChart(one);
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);

  it('has a name and a value for every bar, none upon another and none outside', () => {
    expect(texts).toHaveLength(one.bars.length * 2);
    const clashes = texts.flatMap((a, at) => texts.slice(at + 1).filter((b) => overlaps(a.box, b.box)));
    expect(clashes).toEqual([]);
    for (const { box, text } of texts) {
      expect(box.left, text).toBeGreaterThanOrEqual(0);
      expect(box.right, text).toBeLessThanOrEqual(width);
      expect(box.bottom, text).toBeLessThanOrEqual(height);
    }
  });

  it('draws numbers alone, and no bar for a marker', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(rects(svg)).toHaveLength(one.bars.filter(({ value }) => value !== null).length);
  });

  it('sets each value clear of its bar', () => {
    const drawn = one.bars.flatMap(({ value }, at) => (value === null ? [] : [texts[at * 2 + 1]!.box]));
    rects(svg).forEach(({ x, width: size }, at) => {
      const { left, right } = drawn[at]!;
      expect(right <= x || left >= x + size).toBe(true);
    });
  });
});

it('draws bars from zero, as long as their values', () => {
  const [own, other] = rects(renderBenchmarkChart(chart([bar('A', 40, 'own'), bar('B', 10)])));
  expect(own!.x).toBe(other!.x);
  expect(own!.width / other!.width).toBeCloseTo(4, 2);
  expect(own!.kind).toBe('own');
});

it('says in words what it shows, with every figure', () => {
  const svg = renderBenchmarkChart(agency!);
  expect(svg).toContain('role="img"');
  expect(svg).toContain(
    '>Agency rate (DfE) 37.5% in March 2024: above South West (18.6%) and England (16.2%)</title>',
  );
  expect(/<desc[^>]*>([^<]*)</.exec(svg)![1]).toBe(
    'Agency rate (DfE): Luton Council, Mar 2024: 37.5%; Cornwall, 2023/24: 9.6%; Somerset, 2023/24: 11.0%; Isles of Scilly, 2023/24: confidential; South West, 2023/24: 18.6%; England, 2023/24: 16.2%.',
  );
});

it('escapes names and values', () => {
  const svg = renderBenchmarkChart(chart([{ ...bar('<b>&', 1), text: '"<i>' }]));
  expect(svg).toContain('&lt;b&gt;&amp;');
  expect(svg).not.toMatch(/<[bi]>/);
});
