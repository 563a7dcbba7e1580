import type { ChartPoint } from '../../../src/report/chart-series.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, type Box } from '../../../src/render/charts/labels.ts';
import { matrixTexts, renderRiskMatrix } from '../../../src/render/charts/risk-matrix.ts';
import { renderSparkline } from '../../../src/render/charts/sparkline.ts';
import { chartLabels, renderTimeChart } from '../../../src/render/charts/time-chart.ts';
import { geometryOf, plot, segments } from '../../../src/render/charts/time-geometry.ts';
import {
  sparklineOf,
  targetChart,
  valuesOf,
  workforceChart,
  type MatrixChart,
  type TimeChart,
} from '../../../src/report/view-charts.ts';
import { valueAxis } from '../../../src/report/view-charts-axis.ts';
import { textWidth, textWithin, wrapped } from '../../../src/report/text-width.ts';
import { isWideMatrix, matrixLayout } from '../../../src/report/view-matrix.ts';
import { risksView } from '../../../src/report/view-risks.ts';
import { FULL, LUTON, month } from '../../support/luton-report.ts';

const TABLE = { id: 'table-1', number: 'Table 1' };
const target = targetChart(LUTON, TABLE)!;
const workforce = workforceChart(LUTON, TABLE)!;

function chart(points: readonly ChartPoint[], over: Partial<TimeChart> = {}): TimeChart {
  const series: TimeChart['series'] = [{ label: 'Agency', kind: 'actual', tone: 'first', points }];
  return {
    id: 'c',
    title: 'Agency',
    description: 'd',
    unit: 'count',
    size: 'half',
    short: false,
    target: null,
    notes: [],
    table: TABLE,
    series,
    lines: [],
    signals: [],
    axis: valueAxis(valuesOf(over.series ?? series), over.unit ?? 'count', false),
    ...over,
  };
}

const point = (key: string, value: number | null): ChartPoint => ({
  period: month(key),
  value,
  text: value === null ? 'c' : `${value}`,
});

function clashes(labels: readonly { readonly text: string; readonly box: Box }[]): string[] {
  return labels.flatMap((a, index) =>
    labels.slice(index + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`${a.text} / ${b.text}`] : [])),
  );
}

describe('a chart over time', () => {
  it('starts at zero and puts a value at its share of the height', () => {
    const { frame, y, grid } = geometryOf(chart([point('2021-01', 40), point('2021-02', 20)]));
    expect(grid[0]).toEqual({ value: 0, text: '0' });
    expect(y(0)).toBe(frame.height - frame.bottom);
    expect(y(40)).toBe(frame.top);
    expect(y(20)).toBeCloseTo((y(0) + y(40)) / 2, 6);
  });

  it('shows values below zero below the axis', () => {
    const { y, grid } = geometryOf(chart([point('2021-01', -10), point('2021-02', 20)]));
    expect(grid.map((tick) => tick.text)).toEqual(expect.arrayContaining(['−10', '0']));
    expect(y(-10)).toBeGreaterThan(y(0));
  });

  it('spaces dates by their days', () => {
    const points = [point('2020-01', 1), point('2020-05', 1), point('2021-02', 1)];
    const geometry = geometryOf(chart(points));
    const [a, b, c] = plot(points, geometry).map((one) => one.x);
    // 31 January to 31 May 2020 is 121 days; to 28 February 2021 it is 394.
    expect((b! - a!) / (c! - a!)).toBeCloseTo(121 / 394, 6);
  });

  it('dashes a line over months without a figure, and over a marker', () => {
    const plotted = (points: ChartPoint[]) => segments(plot(points, geometryOf(chart(points))));
    const gaps = plotted([
      point('2020-12', 52),
      point('2021-01', 36),
      point('2021-02', 39),
      point('2021-05', 30),
    ]);
    expect(gaps.map((one) => one.dashed)).toEqual([false, false, true]);
    const marker = plotted([point('2020-12', 52), point('2021-01', null), point('2021-02', 39)]);
    expect(marker.map((one) => one.dashed)).toEqual([true]);
  });

  it('draws one point without a line, in the frame', () => {
    const svg = renderTimeChart(chart([point('2021-02', 39)]));
    expect(svg.match(/<circle/g)).toHaveLength(1);
    expect(svg).not.toContain('<path');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([
    ['no point', []],
    ['markers alone', [point('2021-01', null), point('2021-02', null)]],
    ['zeros alone', [point('2021-01', 0), point('2021-02', 0)]],
  ])('draws %s without fault', (_, points) => {
    const svg = renderTimeChart(chart(points));
    expect(svg).toContain('role="img"');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([target, workforce, targetChart(FULL, TABLE)!])('lets no label touch another: $id', (one) => {
    const labels = chartLabels(one);
    expect(labels.length).toBeGreaterThan(4);
    expect(clashes(labels)).toEqual([]);
    const { frame } = geometryOf(one);
    for (const { box, text } of labels) {
      expect(box.left, text).toBeGreaterThanOrEqual(0);
      expect(box.right, text).toBeLessThanOrEqual(frame.width);
      expect(box.bottom, text).toBeLessThanOrEqual(frame.height);
    }
  });

  it('labels the latest figure, the target and the path', () => {
    expect(chartLabels(target).map((one) => one.text)).toEqual(
      expect.arrayContaining(['21.08%', 'Target 10%', 'Path to target', 'Feb 2021', 'Feb 2022']),
    );
    expect(chartLabels(workforce).map((one) => one.text)).toEqual(
      expect.arrayContaining(['Permanent 146', 'Agency 39', '66', '72', 'Jan 2020']),
    );
  });

  it('keeps labels apart on a crowded chart', () => {
    const points = Array.from({ length: 36 }, (_, index) =>
      point(
        `${2019 + Math.floor(index / 12)}-${`${(index % 12) + 1}`.padStart(2, '0')}`,
        100 + ((index * 37) % 11),
      ),
    );
    expect(clashes(chartLabels(chart(points, { size: 'full' })))).toEqual([]);
  });
});

describe('a risk matrix', () => {
  const luton = risksView(LUTON, TABLE).chart!;

  it('has the highest level on top and each risk in its cell', () => {
    expect(luton.rows.map((row) => row.label)).toEqual(['Critical', 'Significant', 'Noticeable']);
    expect(luton.rows[1]!.cells.map((cell) => cell.risks)).toEqual([['WFR3'], ['WFR1', 'WFR9', 'WFR10'], []]);
    expect(luton.rows.flatMap((row) => row.cells.map((cell) => cell.score)).join(' ')).toBe(
      '6 8 9 3 5 7 1 2 4',
    );
  });

  const ratingsShown = (chart: MatrixChart): string[] =>
    matrixTexts(chart)
      .filter((one) => one.className.startsWith('cell-score'))
      .map((one) => one.text);

  it('rates every cell in the risk log, and lets no text touch another', () => {
    const full = risksView(LUTON, TABLE, 'full').chart!;
    expect(ratingsShown(full)).toEqual(
      full.rows.flatMap(({ cells }) => cells.map(({ score, rating }) => `${score} ${rating}`)),
    );
    expect(ratingsShown(full)).toContain('9 Red');
    expect(clashes(matrixTexts(full))).toEqual([]);
  });

  it('rates where a risk is on a first page, whose heading counts risks: an empty cell has no number', () => {
    expect(luton.title).toContain('none red');
    expect(ratingsShown(luton)).toEqual(
      luton.rows.flatMap(({ cells }) =>
        cells.flatMap(({ score, rating, risks }) => (risks.length > 0 ? [`${score} ${rating}`] : [])),
      ),
    );
    expect(matrixTexts(luton).map((one) => one.text)).toEqual(expect.arrayContaining(['5 Amber', 'WFR10']));
    expect(clashes(matrixTexts(luton))).toEqual([]);
    expect(renderRiskMatrix(luton).match(/<rect class="cell /g)).toHaveLength(9);
  });

  const crowdedWith = (count: number): MatrixChart => ({
    ...luton,
    rows: luton.rows.map((row, rowAt) => ({
      ...row,
      cells: row.cells.map((cell, at) => ({
        ...cell,
        risks: rowAt === 1 && at === 1 ? Array.from({ length: count }, (_, index) => `R${index}`) : [],
      })),
    })),
  });
  const risksShown = (chart: MatrixChart): string[] =>
    matrixTexts(chart)
      .filter((one) => one.className.startsWith('cell-risk'))
      .flatMap((one) => one.text.split(', '));

  it('grows a cell for its risks, and counts them where there are more than it has room for', () => {
    expect(risksShown(crowdedWith(3))).toEqual(['R0', 'R1', 'R2']);
    expect(risksShown(crowdedWith(14))).toEqual(['14 risks']);
  });

  it.each([0, 3, 14, 40])('stays within its frame and its height with %i risks in one cell', (count) => {
    const crowded = crowdedWith(count);
    const texts = matrixTexts(crowded);
    expect(clashes(texts)).toEqual([]);
    const height = Number(/height="([\d.]+)"/.exec(renderRiskMatrix(crowded))?.[1]);
    expect(Math.max(...texts.map((one) => one.box.bottom))).toBeLessThanOrEqual(height);
    expect(height).toBeLessThanOrEqual(matrixLayout(crowdedWith(3)).height);
  });

  /** A square matrix with words of every length on its axes and in its cells. */
  function square(size: number, ratings: readonly string[]): MatrixChart {
    const levels = ['Very unlikely', 'Unlikely', 'Possible', 'Insignificant', 'Almost certain'].slice(
      0,
      size,
    );
    return {
      ...luton,
      columns: levels,
      rows: levels.map((label, rowAt) => ({
        label,
        cells: levels.map((_, at) => ({
          score: `${(rowAt + 1) * (at + 1)}`,
          rating: ratings[(rowAt + at) % ratings.length]!,
          colour: 'amber' as const,
          severe: false,
          action: '',
          risks: rowAt === at ? ['RISK-1', 'RISK-2'] : [],
        })),
      })),
    };
  }

  it.each([1, 2, 4, 5])(
    'holds a matrix of %i levels with long names, and no text touches another',
    (size) => {
      const chart = square(size, ['Moderate', 'Extreme', 'Low']);
      const texts = matrixTexts(chart);
      const { width, height } = matrixLayout(chart);
      expect(clashes(texts)).toEqual([]);
      for (const { box, text } of texts) {
        expect(box.left, text).toBeGreaterThanOrEqual(-0.01);
        expect(box.right, text).toBeLessThanOrEqual(width);
        expect(box.bottom, text).toBeLessThanOrEqual(height);
      }
      expect(isWideMatrix(chart)).toBe(size > 3);
    },
  );

  it('shortens a rating that no cell can hold, and says what it stands for', () => {
    expect(matrixLayout(square(5, ['Moderate', 'Low'])).abbreviations).toEqual([['Mod', 'Moderate']]);
    expect(matrixLayout(luton).abbreviations).toEqual([]);
  });

  it('says which risks are on no cell', () => {
    const { score: _score, ...unplaced } = LUTON.risks.open[0]!;
    const view = risksView(
      { ...LUTON, risks: { ...LUTON.risks, open: [unplaced, ...LUTON.risks.open.slice(1)] } },
      TABLE,
    );
    expect(_score).toBe('5');
    expect(view.chart?.notes).toContain('Not on the matrix: WFR1.');
    expect(view.chart?.description).toContain('Not scored: WFR1.');
  });
});

describe('a sparkline', () => {
  const course = [point('2020-01', 66), point('2020-05', 72), point('2021-02', 0)];
  const cap = (decimal: string) => ({ kind: 'cap', text: `at most ${decimal}`, decimal }) as const;
  const levels = (svg: string): number[] =>
    [...svg.matchAll(/class="target" x1="0" x2="68" y1="([\d.]+)"/g)].map(([, y]) => Number(y));

  it('ends at its last value, whole, and carries its values as text', () => {
    const svg = renderSparkline({ title: 'Agency: 66 in January 2020', points: course, level: null });
    expect(svg).toContain('<circle class="dot actual first" cx="64" cy="24" r="3">');
    expect(svg).toContain('aria-label="Agency: 66 in January 2020"');
    expect(svg.match(/class="line actual first gap"/g)).toHaveLength(2);
    expect(levels(svg)).toEqual([]);
  });

  it('draws its level across, and says so in its name', () => {
    const spark = sparklineOf('Agency', course, cap('36'))!;
    expect(spark.level).toBe(36);
    expect(spark.title).toMatch(/^Agency: 66 in January 2020.*; line across at the cap, at most 36$/);
    expect(levels(renderSparkline(spark))).toEqual([14]);
  });

  it.each([
    { decimal: '-144', drawn: true },
    { decimal: '-145', drawn: false },
    { decimal: '0', drawn: true },
    { decimal: '216', drawn: true },
    { decimal: '217', drawn: false },
  ])('leaves out a level that leaves its course less than a third of the height: $decimal', (row) => {
    const spark = sparklineOf('Agency', course, cap(row.decimal))!;
    expect(spark.level).toBe(row.drawn ? Number(row.decimal) : null);
    expect(spark.title.includes('line across')).toBe(row.drawn);
  });

  it('leaves out a level beside nothing but zeros', () => {
    const zeros = ['2020-01', '2020-02', '2020-03'].map((key) => point(key, 0));
    expect(sparklineOf('Agency', zeros, cap('5'))?.level).toBeNull();
  });

  it('keeps course and level within the drawing', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(values, fc.integer({ min: -5000, max: 5000 }), (numbers, level) => {
        const points = numbers.map((value, index) => point(`2020-0${index + 1}`, value));
        const svg = renderSparkline(sparklineOf('Agency', points, cap(`${level}`))!);
        const heights = [...svg.matchAll(/ y[12]="([-\d.]+)"/g)].map(([, y]) => Number(y));
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(4);
        expect(Math.max(...heights)).toBeLessThanOrEqual(24);
      }),
    );
  });
});

it('reckons the width of a text from above: digits are 0.497 em in the font', () => {
  expect(textWidth('1234567890', 10)).toBeGreaterThan(49.7);
});

it('shortens and breaks text by its width', () => {
  expect(textWithin('Significant', 10, 200)).toBe('Significant');
  expect(textWithin('Significant', 10, 30)).toMatch(/^Sig\w*…$/);
  expect(wrapped('Very unlikely indeed', 10, 45)).toEqual(['Very', 'unlikely', 'indeed']);
});
