import { scaleLinear } from 'd3-scale';
import { daysBetween, type PlainDate } from '../../model/plain-date.ts';
import { textWidth } from '../../report/text-width.ts';
import { leavesGap, type ChartPoint, type ChartSeries, type TimeChart } from '../../report/view-charts.ts';

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
  /** Values of the horizontal grid lines, zero first. */
  readonly grid: readonly number[];
}

/** The size of a chart's text, in its own units. */
export const LABEL_SIZE = 11.5;

const SIZES = {
  narrow: { width: 344, height: 176, left: 34, right: 12, top: 14, bottom: 24 },
  half: { width: 404, height: 176, left: 34, right: 12, top: 14, bottom: 24 },
  full: { width: 673, height: 200, left: 34, right: 12, top: 14, bottom: 24 },
} as const;

const SHORT = 128;

const EPOCH = '1900-01-01' as PlainDate;

/** Returns the scales of a chart: values from zero, time in true proportion. */
export function geometryOf(chart: TimeChart): Geometry {
  const frame = frameOf(chart);
  const points = chart.series.flatMap((one) => one.points);
  const days = points.map((point) => dayOf(point.period.end));
  if (chart.target) days.push(dayOf(chart.target.by.end));
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  if (chart.target) values.push(chart.target.value);
  const [first, last] = days.length > 0 ? [Math.min(...days), Math.max(...days)] : [0, 1];
  // A single date has no extent: it stands in the middle.
  const time = scaleLinear(
    [first === last ? first - 1 : first, first === last ? last + 1 : last],
    [frame.left + 10, frame.width - frame.right - 10],
  );
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const size = scaleLinear(
    [low, high === low ? low + 1 : high],
    [frame.height - frame.bottom, frame.top],
  ).nice(4);
  return {
    frame,
    x: (end) => time(dayOf(end)),
    y: (value) => size(value),
    grid: size.ticks(4),
  };
}

/** The room right of the plot is what the longest label of a line's end needs, within reason. */
function frameOf(chart: TimeChart): Frame {
  const size = SIZES[chart.size];
  const frame = chart.short ? { ...size, height: SHORT } : size;
  if (chart.size !== 'full') return frame;
  const widths = chart.series.map((one) => textWidth(endLabel(chart, one), LABEL_SIZE));
  return { ...frame, right: Math.min(frame.width / 3, Math.max(frame.right, ...widths) + 6) };
}

/** Returns what is written at the end of a line: its name too where the chart is wide enough. */
export function endLabel(chart: TimeChart, series: ChartSeries): string {
  const last = series.points.findLast((point) => point.value !== null);
  if (!last) return '';
  return chart.size === 'full' ? `${series.label} ${last.text}` : last.text;
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
