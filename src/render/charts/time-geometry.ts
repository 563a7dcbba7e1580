import type { ChartPoint, ChartSeries } from '../../report/chart-series.ts';
import { scaleLinear } from 'd3-scale';
import { daysBetween, type PlainDate } from '../../model/plain-date.ts';
import { textWidth, textWithin } from '../../report/text-width.ts';
import type { ValueAxis } from '../../report/view-charts-axis.ts';
import { leavesGap, type TimeChart } from '../../report/view-charts.ts';

export interface Plotted {
  readonly x: number;
  readonly y: number;
  readonly point: ChartPoint;
}

/** A piece of a line; dashed where periods between its ends have no figure. */
export interface Segment {
  readonly from: Plotted;
  readonly to: Plotted;
  readonly dashed: boolean;
}

/** A series where it stands on the chart. */
export interface Drawn {
  readonly series: ChartSeries;
  readonly plotted: readonly Plotted[];
  readonly pieces: readonly Segment[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Geometry {
  readonly frame: Frame;
  readonly x: (end: string) => number;
  readonly y: (value: number) => number;
  /** The horizontal grid lines, lowest first. */
  readonly grid: ValueAxis['ticks'];
}

/** The size of a chart's text, in its own units. */
export const LABEL_SIZE = 11.5;

/** From the middle of a signal's triangle to its tip. */
export const SIGNAL_SIZE = 6;

const SIZES = {
  narrow: { width: 344, height: 176, left: 34, right: 12, top: 14, bottom: 24 },
  half: { width: 404, height: 176, left: 34, right: 12, top: 14, bottom: 24 },
  full: { width: 673, height: 200, left: 34, right: 12, top: 14, bottom: 24 },
} as const;

const SHORT = 128;

/** Above the plot, for what its values count. */
const AXIS_LABEL = 16;

const EPOCH = '1900-01-01' as PlainDate;

/** Returns the scales of a chart: values on its axis, time in true proportion. */
export function geometryOf(chart: TimeChart): Geometry {
  const frame = frameOf(chart);
  const [first, last] = daysOf(chart);
  // A single date has no extent: it stands in the middle.
  const time = scaleLinear(
    [first === last ? first - 1 : first, first === last ? last + 1 : last],
    [frame.left + INSET, frame.width - frame.right - INSET],
  );
  const { from, to, ticks } = chart.axis;
  const size = scaleLinear([from, to], [frame.height - frame.bottom, frame.top]);
  return { frame, x: (end) => time(dayOf(end)), y: (value) => size(value), grid: ticks };
}

/** From the edges of the plot to its first and its last date. */
export const INSET = 10;

/** The first and the last date of a chart. */
function daysOf({ series, target }: TimeChart): [first: number, last: number] {
  const days = series.flatMap((one) => one.points).map((point) => dayOf(point.period.end));
  if (target) days.push(dayOf(target.by.end));
  return days.length > 0 ? [Math.min(...days), Math.max(...days)] : [0, 1];
}

/** Whether a line runs to the right edge of the plot, where its label stands. */
export function endsAtEdge(chart: TimeChart, { points }: ChartSeries): boolean {
  const last = points.findLast((point) => point.value !== null);
  if (chart.size !== 'full' || !last) return false;
  const [from, to] = daysOf(chart);
  return from < to && dayOf(last.period.end) === to;
}

/** The height that a label at the edge of a chart takes. */
export const EDGE_LINE = 14;

/** From the plot to a label at its edge: room for the line that leads to a label which others have moved. */
export const LEADER = 10;

/**
 * The room left of the plot is what the longest value of the scale needs, that right of it what the longest label at
 * the edge needs, within reason; a chart with many labels there is higher.
 */
function frameOf(chart: TimeChart): Frame {
  const size = SIZES[chart.size];
  const ticks = chart.axis.ticks.map((tick) => textWidth(tick.text, LABEL_SIZE) + TICK_GAP);
  const frame = { ...size, left: Math.max(size.left, ...ticks), ...(chart.short && { height: SHORT }) };
  if (chart.size !== 'full') return frame;
  const above = chart.axis.label === '' ? 0 : AXIS_LABEL;
  const ending = chart.series.filter((one) => endsAtEdge(chart, one));
  const labels = [...ending.map((one) => endLabel(chart, one)), ...chart.lines.map((one) => one.label)];
  const widths = labels.map((label) => textWidth(label, LABEL_SIZE) + LEADER);
  return {
    ...frame,
    top: frame.top + above,
    right: Math.min(frame.width / 3, Math.max(frame.right, ...widths) + 2),
    height: above + Math.max(frame.height, labels.length * EDGE_LINE + frame.top + frame.bottom),
  };
}

/** Between a value of the scale and the plot. */
export const TICK_GAP = 6;

/** The most that the label of a line's end takes. */
const LONGEST_END = SIZES.full.width / 3 - LEADER - 4;

/** Returns what is written at the end of a line: its name too where the chart is wide enough. */
export function endLabel(chart: TimeChart, series: ChartSeries): string {
  const last = series.points.findLast((point) => point.value !== null);
  if (!last) return '';
  if (chart.size !== 'full') return last.text;
  const room = LONGEST_END - textWidth(` ${last.text}`, LABEL_SIZE);
  return `${textWithin(series.label, LABEL_SIZE, room)} ${last.text}`;
}

function dayOf(date: string): number {
  return daysBetween(EPOCH, date as PlainDate);
}

/** Returns the points that have a number, where they stand. */
export function plot(points: readonly ChartPoint[], { x, y }: Pick<Geometry, 'x' | 'y'>): Plotted[] {
  return points.flatMap((point) =>
    point.value === null ? [] : [{ x: x(point.period.end), y: y(point.value), point }],
  );
}

/** Returns the line through the points, piece by piece. */
export function segments(plotted: readonly Plotted[]): Segment[] {
  return plotted.flatMap((to, index) => {
    const from = plotted[index - 1];
    return from ? [{ from, to, dashed: leavesGap(from.point.period, to.point.period) }] : [];
  });
}
