import { scaleLinear } from 'd3-scale';
import type { BenchmarkBar, BenchmarkChart } from '../../report/view-benchmarks.ts';
import { textWidth, textWithin } from '../../report/text-width.ts';
import { boxOf, type Box, type Spot } from './labels.ts';
import { element, escapeText, image } from './svg.ts';
import { LABEL_SIZE } from './time-geometry.ts';

const WIDTH = 673;
const ROW = 24;
const BAR = 15;
const EDGE = 4;
const GAP = 8;

/** The most that names of places, and values, take. */
const LONGEST_NAME = WIDTH * 0.4;
const LONGEST_VALUE = WIDTH * 0.2;

/** A text of the chart with the room it takes. */
export interface BarText {
  readonly text: string;
  readonly spot: Spot;
  readonly box: Box;
  readonly className: string;
}

interface Bars {
  readonly left: number;
  readonly zero: number;
  readonly height: number;
  readonly rows: readonly BarAt[];
}

interface BarAt {
  readonly bar: BenchmarkBar;
  readonly name: string;
  readonly value: string;
  readonly middle: number;
  /** The two ends of the bar; the same for a marker. */
  readonly from: number;
  readonly to: number;
}

/** Returns bars by place as SVG, from zero, each with its name and its value; the council's own is dark. */
export function renderBenchmarkChart(chart: BenchmarkChart): string {
  const layout = layoutOf(chart);
  const { id, title, description } = chart;
  return image(
    { id, title, description, width: WIDTH, height: layout.height },
    ...layout.rows.flatMap(barElement),
    element('line', { class: 'axis', x1: layout.zero, x2: layout.zero, y1: EDGE, y2: layout.height - EDGE }),
    ...benchmarkTexts(chart).map(({ text, spot, className }) =>
      element(
        'text',
        { class: className, x: spot.x, y: spot.y, 'text-anchor': spot.anchor },
        escapeText(text),
      ),
    ),
  );
}

/** Returns every text of the chart with its place. */
export function benchmarkTexts(chart: BenchmarkChart): BarText[] {
  const { left, rows } = layoutOf(chart);
  return rows.flatMap(({ bar, name, value, middle, from, to }) => {
    const y = middle + LABEL_SIZE * 0.33;
    const isNegative = (bar.value ?? 0) < 0;
    const emphasis = bar.kind === 'own' ? ' own' : '';
    return [
      textAt(name, { x: left - GAP, y, anchor: 'end' }, `place${emphasis}`),
      textAt(
        value,
        isNegative
          ? { x: Math.min(from, to) - EDGE, y, anchor: 'end' }
          : { x: Math.max(from, to) + EDGE + 2, y, anchor: 'start' },
        `value${emphasis}`,
      ),
    ];
  });
}

function textAt(text: string, spot: Spot, className: string): BarText {
  return { text, spot, box: boxOf(text, LABEL_SIZE, spot), className };
}

function layoutOf({ bars }: BenchmarkChart): Bars {
  const names = bars.map((bar) => textWithin(bar.label, LABEL_SIZE, LONGEST_NAME));
  const texts = bars.map((bar) => textWithin(bar.text, LABEL_SIZE, LONGEST_VALUE));
  const widest = (list: readonly string[]): number =>
    Math.max(0, ...list.map((text) => textWidth(text, LABEL_SIZE)));
  const room = widest(texts) + GAP;
  const left = widest(names) + GAP;
  const values = bars.flatMap((bar) => (bar.value === null ? [] : [bar.value]));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = scaleLinear([low, high === low ? low + 1 : high], [left + (low < 0 ? room : 0), WIDTH - room]);
  return {
    left,
    zero: x(0),
    height: bars.length * ROW + 2 * EDGE,
    rows: bars.map((bar, index) => ({
      bar,
      name: names[index] ?? '',
      value: texts[index] ?? '',
      middle: EDGE + (index + 0.5) * ROW,
      from: x(0),
      to: x(bar.value ?? 0),
    })),
  };
}

function barElement({ bar, middle, from, to }: BarAt): string[] {
  if (bar.value === null) return [];
  return [
    element('rect', {
      class: `bar ${bar.kind}`,
      x: Math.min(from, to),
      y: middle - BAR / 2,
      width: Math.abs(to - from),
      height: BAR,
    }),
  ];
}
