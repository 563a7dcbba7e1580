import type { ChartSeries } from '../../report/chart-series.ts';
import type { PeriodRef } from '../../report/report.ts';
import type { TimeChart } from '../../report/view-charts.ts';
import { textWithin } from '../../report/text-width.ts';
import { boxOf, crosses, freeSpot, overlaps, type Box, type Spot } from './labels.ts';
import {
  EDGE_LINE,
  endLabel,
  endsAtEdge,
  INSET,
  LABEL_SIZE,
  LEADER,
  SIGNAL_SIZE,
  type Drawn,
  type Geometry,
  type Plotted,
} from './time-geometry.ts';

const TEXT = LABEL_SIZE;

/** A label of a chart with its place: what the tests for overlap look at. */
export interface PlacedLabel {
  readonly text: string;
  readonly spot: Spot;
  readonly box: Box;
  readonly className: string;
  /** Of a label at the edge that others have moved: where its line ends, from which a stroke leads to it. */
  readonly from?: { readonly x: number; readonly y: number };
}

function labelAt(text: string, spot: Spot, className: string): PlacedLabel {
  return { text, spot, box: boxOf(text, TEXT, spot), className };
}

/** Dates under the axis: the last and the first before all others, then whichever has room. */
export function timeLabels(chart: TimeChart, { frame, x }: Geometry): PlacedLabel[] {
  const actual = chart.series.filter((one) => one.kind === 'actual').flatMap((one) => one.points);
  const periods = new Map(
    chart.series.flatMap((one) => one.points).map((one) => [one.period.key, one.period]),
  );
  if (chart.target) periods.set(chart.target.by.key, chart.target.by);
  const ordered = [...periods.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
  const latest = actual.at(-1)?.period;
  const spaced = evenly(ordered, frame.width - frame.left - frame.right);
  const ranked = [ordered.at(-1), latest, ordered[0], ...spaced].flatMap((one) => (one ? [one] : []));
  const placed: PlacedLabel[] = [];
  const area = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  for (const period of new Set(ranked)) {
    const at = { x: x(period.end), y: frame.height - 6 };
    const spots: Spot[] = [
      { ...at, anchor: 'middle' },
      { ...at, x: at.x + 10, anchor: 'end' },
      { ...at, x: at.x - 10, anchor: 'start' },
    ];
    const taken = (box: Box): boolean =>
      placed.some((other) => overlaps({ ...box, left: box.left - 8, right: box.right + 8 }, other.box));
    const spot = freeSpot(period.label, TEXT, spots, area, taken);
    if (spot) placed.push(labelAt(period.label, spot, 'tick'));
  }
  return placed;
}

/** Returns what the values count, above the scale; nothing where each has its unit. */
export function axisLabels({ axis, size }: TimeChart): PlacedLabel[] {
  if (axis.label === '' || size !== 'full') return [];
  return [labelAt(axis.label, { x: 0, y: TEXT, anchor: 'start' }, 'axis-label')];
}

/** With fewer periods than this, whichever has room is labelled. */
const MANY_PERIODS = 9;

/** The room that the label of a period takes, with the gap to the next. */
const PERIOD_ROOM = 66;

/** So many periods apart: those that people count in. */
const STEPS = [1, 2, 3, 4, 6, 12, 24, 36, 60];

/** Returns every period, or where there are many every second, third … up to the last, so that labels stand evenly. */
function evenly(ordered: readonly PeriodRef[], width: number): readonly PeriodRef[] {
  if (ordered.length < MANY_PERIODS) return ordered;
  const needed = (ordered.length * PERIOD_ROOM) / width;
  const step = STEPS.find((one) => one >= needed) ?? ordered.length;
  return ordered.filter((_, index) => (ordered.length - 1 - index) % step === 0);
}

/** Sets a text at the first of the spots that is free, and returns whether there was one. */
type Put = (text: string, spots: readonly Spot[], className: string) => boolean;

/** Returns the labels of lines, points and levels, each free of the others and of what is drawn. */
export function plotLabels(chart: TimeChart, geometry: Geometry, drawn: readonly Drawn[]): PlacedLabel[] {
  const { frame } = geometry;
  const area: Box = { left: frame.left, top: 2, right: frame.width, bottom: frame.height - frame.bottom - 3 };
  const edge = edgeLabels(chart, geometry, drawn);
  const placed = [...axisLabels(chart), ...edge.labels];
  const inPlot = (box: Box): boolean => box.left < frame.width - frame.right;
  const levels = [...(chart.target ? [chart.target] : []), ...chart.lines].map((one) =>
    geometry.y(one.value),
  );
  const signals = new Set(chart.signals.flatMap(({ periods }) => periods));
  const isSignal = ({ point }: Plotted): boolean => signals.has(point.period.key);
  const cutBy = (box: Box, heights: readonly number[]): boolean =>
    inPlot(box) && heights.some((at) => box.top < at && box.bottom > at);
  const taken = (box: Box): boolean =>
    placed.some((other) => overlaps(wider(box, 3), other.box)) ||
    drawn.some(
      ({ plotted, pieces }, index) =>
        plotted.some((one) => overlaps(box, markBox(one, index === 0 && isSignal(one)))) ||
        pieces.some((piece) => crosses(wider(box, 1.5), piece.from, piece.to)),
    ) ||
    cutBy(box, levels);
  const grid = geometry.grid.map((tick) => geometry.y(tick.value));
  const put: Put = (text, spots, className) => {
    // Off the grid lines where there is room, else across one.
    const spot =
      freeSpot(text, TEXT, spots, area, (box) => taken(box) || cutBy(box, grid)) ??
      freeSpot(text, TEXT, spots, area, taken);
    if (spot) placed.push(labelAt(text, spot, className));
    return spot !== undefined;
  };
  putSignalLetters(chart, drawn, put);
  for (const one of drawn)
    if (one.series.kind === 'actual' && !edge.series.has(one)) putEndLabel(one, chart, put);
  putTargetLabel(chart, geometry, put);
  for (const one of drawn) {
    if (one.series.kind === 'plan') {
      if (!edge.series.has(one)) putPlanLabel(one, put);
      if (isStepped(chart, one.series))
        for (const at of one.plotted.slice(0, -1))
          if (!isMeasured(at, drawn)) put(at.point.text, around(at), 'plan-label');
    } else if (chart.series.length <= VALUED_SERIES)
      for (const at of worthLabelling(one.plotted))
        put(at.point.text, around(at), `value ${one.series.tone}`);
  }
  return placed.slice(axisLabels(chart).length);
}

/** Up to so many agreed steps of a plan each have their mark and their level. */
const STEPS_OF_PLAN = 6;

/** Whether a line is a plan whose steps are marked: those of a way that was only reckoned are not. */
export function isStepped({ size }: TimeChart, { kind, points }: ChartSeries): boolean {
  return size === 'full' && kind === 'plan' && points.length <= STEPS_OF_PLAN;
}

/** Whether a step of a plan lies under a point that was measured and has its own label. */
function isMeasured(step: Plotted, drawn: readonly Drawn[]): boolean {
  const measured = drawn.filter(({ series }) => series.kind === 'actual').flatMap(({ plotted }) => plotted);
  return measured.some(({ x, y }) => Math.abs(x - step.x) < 1 && Math.abs(y - step.y) < TEXT / 2);
}

/** With more lines than this, values at their points would run into each other. */
const VALUED_SERIES = 2;

/** From the middle of the last point to where a stroke to its label begins. */
const END_MARK = 6;

interface EdgeLabels {
  readonly labels: readonly PlacedLabel[];
  /** The lines that end at the edge and so have their label there. */
  readonly series: ReadonlySet<Drawn>;
}

/** Labels right of the plot, each at the height of its line, or as near as the others let it. */
function edgeLabels(chart: TimeChart, { frame, y }: Geometry, drawn: readonly Drawn[]): EdgeLabels {
  if (chart.size !== 'full') return { labels: [], series: new Set() };
  const right = frame.width - frame.right;
  const ending = drawn.filter(({ series }) => endsAtEdge(chart, series));
  const wanted = [
    ...chart.lines.map((one) => ({
      x: right,
      at: y(one.value),
      text: textWithin(one.label, TEXT, frame.right - LEADER - 2),
      className: `line-label ${one.kind}`,
    })),
    ...ending.map((one) => ({
      x: right - INSET + END_MARK,
      at: one.plotted.at(-1)?.y ?? 0,
      text: endLabel(chart, one.series),
      className: one.series.kind === 'plan' ? 'plan-label end' : `value end ${one.series.tone}`,
    })),
  ].sort((a, b) => a.at - b.at);
  const heights = spread(
    wanted.map((one) => one.at + TEXT * 0.33),
    TEXT,
    frame.height - frame.bottom,
  );
  const labels = wanted.map(({ x, at, text, className }, index) => {
    const label = labelAt(text, { x: right + LEADER, y: heights[index] ?? 0, anchor: 'start' }, className);
    return { ...label, from: { x, y: at } };
  });
  return { labels, series: new Set(ending) };
}

/** Returns the heights, highest first, moved apart until each has its line, all between `top` and `bottom`. */
function spread(heights: readonly number[], top: number, bottom: number): number[] {
  const down: number[] = [];
  for (const height of heights) down.push(Math.max(height, top, (down.at(-1) ?? -Infinity) + EDGE_LINE));
  const up: number[] = [];
  for (const height of down.reverse()) up.push(Math.min(height, bottom, (up.at(-1) ?? Infinity) - EDGE_LINE));
  return up.reverse();
}

/** Letters of signals, each at its first point, those of one point together. */
function putSignalLetters(chart: TimeChart, drawn: readonly Drawn[], put: Put): void {
  for (const at of drawn[0]?.plotted ?? []) {
    const starting = chart.signals.filter(({ periods }) => periods[0] === at.point.period.key);
    const [first] = starting;
    if (!first) continue;
    const letters = starting.map(({ letter }) => letter).join(' ');
    const rows = [9, 9 + TEXT, 9 + 2 * TEXT];
    const placesAt = (y: number): Spot[] => [
      { x: at.x, y, anchor: 'middle' },
      { x: at.x - 5, y, anchor: 'start' },
      { x: at.x + 9, y, anchor: 'start' },
    ];
    const above = rows.flatMap((row) => placesAt(at.y - row));
    const below = rows.flatMap((row) => placesAt(at.y + TEXT * 0.8 + row));
    const beside: Spot[] = [
      { x: at.x + 10, y: at.y + TEXT * 0.33, anchor: 'start' },
      { x: at.x - 10, y: at.y + TEXT * 0.33, anchor: 'end' },
    ];
    const spots = first.shape === 'up' ? [...above, ...below, ...beside] : [...below, ...above, ...beside];
    put(letters, spots, `signal-letter tone-${first.tone}`);
  }
}

/** From so many points on they are a course: its first, highest and lowest are labelled, the table has the others. */
const LABELLED_POINTS = 7;

/** The points but the last, which has its own label. */
function worthLabelling(plotted: readonly Plotted[]): readonly Plotted[] {
  const before = plotted.slice(0, -1);
  if (before.length < LABELLED_POINTS) return before;
  const byHeight = [...plotted].sort((a, b) => a.y - b.y);
  // An extreme that is an end of the line, or as high as one, has its label there.
  const ends = new Set([before[0]?.y, plotted.at(-1)?.y]);
  const extremes = [byHeight[0], byHeight.at(-1)].filter((one) => !ends.has(one?.y));
  const chosen = new Set([before[0], ...extremes]);
  return before.filter((one) => chosen.has(one));
}

function putEndLabel({ series, plotted }: Drawn, chart: TimeChart, put: Put): void {
  const last = plotted.at(-1);
  if (!last) return;
  const beside: Spot = { x: last.x + 12, y: last.y + TEXT * 0.33, anchor: 'start' };
  const spots = chart.size === 'full' ? [beside, ...around(last)] : [...around(last), beside];
  const className = `value end ${series.tone}`;
  // Its name is in the title too; without room for both, the value stands alone.
  if (!put(endLabel(chart, series), spots, className)) put(last.point.text, spots, className);
}

function putTargetLabel(chart: TimeChart, { frame, y }: Geometry, put: Put): void {
  if (!chart.target) return;
  const at = y(chart.target.value);
  const right = frame.width - frame.right;
  const spots: Spot[] = [
    { x: right, y: at + TEXT + 3, anchor: 'end' },
    { x: frame.left + 6, y: at + TEXT + 3, anchor: 'start' },
    { x: frame.left + 6, y: at - 5, anchor: 'start' },
    { x: right, y: at - 5, anchor: 'end' },
  ];
  put(chart.target.label, spots, 'target-label');
}

function putPlanLabel({ series, plotted }: Drawn, put: Put): void {
  const spots = [0.5, 0.6, 0.4, 0.7, 0.3].flatMap((share): Spot[] => {
    const at = plotted[Math.round((plotted.length - 1) * share)];
    return at
      ? [
          { x: at.x + 6, y: at.y - 8, anchor: 'start' },
          { x: at.x - 6, y: at.y + TEXT + 6, anchor: 'end' },
        ]
      : [];
  });
  put(series.label, spots, 'plan-label');
}

function around(at: Plotted): Spot[] {
  return [
    { x: at.x, y: at.y - 8, anchor: 'middle' },
    { x: at.x, y: at.y + TEXT + 6, anchor: 'middle' },
    { x: at.x + 9, y: at.y + 3, anchor: 'start' },
    { x: at.x + 8, y: at.y - 5, anchor: 'start' },
    { x: at.x - 8, y: at.y - 5, anchor: 'end' },
    { x: at.x + 8, y: at.y + TEXT, anchor: 'start' },
    { x: at.x - 6, y: at.y - 8, anchor: 'start' },
    { x: at.x - 6, y: at.y - 13, anchor: 'start' },
  ];
}

/** Returns the box with so much air on every side. */
function wider({ left, top, right, bottom }: Box, air: number): Box {
  return { left: left - air, top: top - air, right: right + air, bottom: bottom + air };
}

/** The room of a point's dot, or of the triangle that marks a signal. */
function markBox({ x, y }: Plotted, isSignal: boolean): Box {
  const reach = isSignal ? SIGNAL_SIZE : 4;
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}
