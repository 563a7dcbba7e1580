import type { ChartPoint, ChartSeries } from './chart-series.ts';
import { TREND_POINTS } from '../metrics/xmr.ts';
import type { RatingColour } from '../model/matrix.ts';
import type { MetricUnit } from '../model/definition.ts';
import { formatBasis, formatList } from './format.ts';
import type { Figure, PeriodRef, Report, RiskRow, TargetProgress } from './report.ts';
import { valueAxis, type ValueAxis } from './view-charts-axis.ts';
import { pointsText, seriesFinding, seriesText } from './view-series.ts';
import {
  figureOf,
  labelOfGroup,
  numberOf,
  periodInFull,
  sentence,
  spelledOut,
  unsigned,
  type TableRef,
} from './view-text.ts';

/** A level across a chart, labelled at its right edge. */
export interface ChartLine {
  readonly kind: 'mean' | 'limit' | 'trial' | 'level';
  readonly value: number;
  readonly label: string;
}

/** Points of the chart's only series that belong together, marked by shape, colour and a letter. */
export interface ChartSignal {
  readonly letter: string;
  readonly shape: 'up' | 'down';
  readonly tone: 'good' | 'bad' | 'plain';
  /** Keys of their periods, oldest first. */
  readonly periods: readonly string[];
}

/** A chart over time, from data alone: the renderer chooses no wording. */
export interface TimeChart {
  readonly id: string;
  /** States the finding. */
  readonly title: string;
  /** What a reader who cannot see the chart needs to know. */
  readonly description: string;
  readonly unit: MetricUnit;
  readonly size: 'narrow' | 'half' | 'full';
  /** Drawn lower, on a first page with much to say. */
  readonly short: boolean;
  readonly series: readonly ChartSeries[];
  readonly target: { readonly value: number; readonly label: string; readonly by: PeriodRef } | null;
  readonly lines: readonly ChartLine[];
  readonly signals: readonly ChartSignal[];
  readonly axis: ValueAxis;
  /** Source, and what the chart cannot show. */
  readonly notes: readonly string[];
  /** Where its values are printed. */
  readonly table: TableRef;
}

/** A risk matrix with the open risks in their cells. */
export interface MatrixChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rowAxis: string;
  readonly columnAxis: string;
  /** `half` beside the target's chart, `full` in a section of its own. */
  readonly size: 'half' | 'full';
  readonly columns: readonly string[];
  /** As drawn, top first. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly MatrixCellView[] }[];
  readonly notes: readonly string[];
  /** Where its values are printed. */
  readonly table: TableRef;
}

export interface MatrixCellView {
  readonly score: string;
  readonly rating: string;
  readonly colour: RatingColour | 'none';
  readonly severe: boolean;
  readonly action: string;
  readonly risks: readonly string[];
}

/** A small chart beside a figure, on a scale of its own from zero; null where there are fewer than three points. */
export interface Sparkline {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  /** What its figure is held to, drawn across; null where there is nothing or it lies too far off. */
  readonly level: number | null;
}

/** What a figure is held to: `target`, `10%`; `cap`, `at most 18`. */
export interface SparkLevel {
  readonly kind: 'target' | 'cap' | 'floor';
  readonly text: string;
  readonly decimal: string;
}

export function chartPoint(figure: Figure): ChartPoint {
  return { period: figure.period, value: numberOf(figure), text: figure.text };
}

/** Returns the known figures of a metric of the whole, oldest first. */
export function seriesFigures(report: Report, metric: string): Figure[] {
  return knownFigures(report, report.workforce.series.find((one) => one.metric === metric)?.figures ?? []);
}

/** Returns the figures of these ids, markers among them; a missing figure is none. */
function knownFigures(report: Report, ids: readonly string[]): Figure[] {
  return ids.flatMap((id) => {
    const figure = figureOf(report, id);
    return figure && figure.result.kind !== 'missing' ? [figure] : [];
  });
}

function seriesPoints(report: Report, metric: string): ChartPoint[] {
  return seriesFigures(report, metric).map(chartPoint);
}

/** Returns the sparkline of a headline figure, or null where fewer than three numbers are known. */
export function sparkline(report: Report, figure: Figure, level: SparkLevel | null): Sparkline | null {
  return sparklineOf(figure.label, seriesPoints(report, figure.metric), level);
}

/** Returns the sparkline of a series, or null where fewer than three numbers are known. */
export function sparklineOf(
  label: string,
  series: readonly ChartPoint[],
  level: SparkLevel | null,
): Sparkline | null {
  const points = series.filter((point) => point.value !== null);
  if (points.length < 3) return null;
  const title = `${label}: ${pointsText(points)}`;
  if (level === null || !isNear(points, Number(level.decimal))) return { title, points, level: null };
  return {
    title: `${title}; line across at the ${level.kind}, ${level.text}`,
    points,
    level: Number(level.decimal),
  };
}

/** The least share of its height that a course from zero keeps where a level is drawn with it. */
const LEAST_COURSE = 1 / 3;

/** Whether a level lies so near that the course is not pressed flat to show it. */
function isNear(points: readonly ChartPoint[], level: number): boolean {
  const held = [0, ...points.flatMap(({ value }) => value ?? [])];
  const reach = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const course = reach(held);
  return course > 0 && course >= LEAST_COURSE * reach([...held, level]);
}

/** Returns the target that is drawn: the first that still has a way to go, else the first with a figure. */
export function chartedTarget({ targets }: Report): TargetProgress | undefined {
  return targets.find((one) => one.path) ?? targets.find((one) => one.figure);
}

/** Returns the chart of the target that still has a way to go, or null where there is none to draw. */
export function targetChart(report: Report, table: TableRef): TimeChart | null {
  const target = chartedTarget(report);
  const figure = figureOf(report, target?.figure);
  if (!target || !figure) return null;
  const figures = knownFigures(report, target.series ?? []);
  const points = figures.map(chartPoint);
  const plan = pathOf(target);
  const actual: ChartSeries = { label: figure.label, kind: 'actual', tone: 'first', points };
  const path: ChartSeries = {
    label: target.plan ? 'Plan' : 'Path to target',
    kind: 'plan',
    tone: 'first',
    points: plan,
  };
  const series = plan.length > 1 ? [actual, path] : [actual];
  const level = Number(target.targetDecimal);
  return {
    id: 'chart-target',
    title: targetFinding(target, figure),
    description: `${seriesText(actual)} Target: ${target.targetText} by ${periodInFull(target.by)}.${wayText(path)}`,
    unit: figure.unit,
    size: 'half',
    short: false,
    series,
    target: { value: level, label: `Target ${target.targetText}`, by: target.by },
    lines: [],
    signals: [],
    axis: valueAxis([...valuesOf(series), level], figure.unit, false),
    notes: [sourceNote(report), ...trendNote(points)],
    table,
  };
}

/** Returns the drawn way to a target in words: ` Plan: 21.08% in February 2021 … `; nothing where none is drawn. */
function wayText(path: ChartSeries): string {
  return path.points.length > 1 ? ` ${seriesText(path)}` : '';
}

/** Returns the agreed plan, or where there is none the straight way from the latest figure to the target. */
function pathOf({ plan, path }: TargetProgress): ChartPoint[] {
  const steps =
    plan?.map(({ period, planDecimal, planText }) => ({ period, decimal: planDecimal, text: planText })) ??
    path?.glidepath ??
    [];
  return steps.map(({ period, decimal, text }) => ({ period, value: Number(decimal), text }));
}

/** Returns what stands between the latest figure and its target, in one sentence. */
export function targetFinding(target: TargetProgress, figure: Figure): string {
  const by = periodInFull(target.by);
  const now = `${labelOfGroup(figure)} ${figure.text} in ${periodInFull(figure.period)}`;
  switch (target.state) {
    case 'achieved':
      return `${now}: the target of ${target.targetText} by ${by} is met`;
    case 'at_target':
      return `${now}, at target; the target is ${target.targetText} by ${by}`;
    case 'missed':
      return `${now}: the target of ${target.targetText} by ${by} was missed`;
    case 'on_course':
    case 'off_course':
    case 'unknown': {
      if (!target.path) return `${now}; the target is ${target.targetText} by ${by}`;
      const verb = target.direction === 'lower' ? 'fall' : 'rise';
      const step = spelledOut(unsigned(target.path.requiredText));
      return `${now}; it must ${verb} by ${step} to reach ${target.targetText} by ${by}`;
    }
  }
}

/** Returns the chart of the workforce by month: the two sides of it that every council counts. */
export function workforceChart(report: Report, table: TableRef): TimeChart | null {
  const metrics = ['permanent', 'agency'];
  const series = metrics.flatMap((metric, index): ChartSeries[] => {
    const known = report.workforce.series.find((one) => one.metric === metric);
    const points = seriesPoints(report, metric);
    if (!known || points.length === 0) return [];
    return [{ label: known.label, kind: 'actual', tone: index === 0 ? 'first' : 'second', points }];
  });
  // One period is no course: the table says it better.
  if (!series.some((one) => one.points.length > 1)) return null;
  const longest = series.reduce((a, b) => (b.points.length > a.points.length ? b : a));
  return {
    id: 'chart-workforce',
    title: seriesFinding(series),
    description: series.map(seriesText).join(' '),
    unit: 'count',
    size: 'full',
    short: false,
    series,
    target: null,
    lines: [],
    signals: [],
    axis: valueAxis(valuesOf(series), 'count', false, sentence(formatBasis(report.workforce.basis))),
    notes: [sourceNote(report), ...trendNote(longest.points)],
    table,
  };
}

/** Returns the numbers of the series: what an upright scale has to hold. */
export function valuesOf(series: readonly ChartSeries[]): number[] {
  return series.flatMap((one) => one.points.flatMap((point) => (point.value === null ? [] : [point.value])));
}

function sourceNote(report: Report): string {
  return `Source: ${report.organisation}, ${formatBasis(report.workforce.basis)}.`;
}

/** Returns the names of the files that the figures were read from: `workforce.csv and workforce-history.csv`; may be empty. */
export function sourceFiles(figures: readonly Figure[]): string {
  const files = new Set<string>();
  for (const figure of figures) {
    if (figure.at) files.add(figure.at.file);
    for (const input of figure.inputs) if (input.at) files.add(input.at.file);
  }
  const names = [...files].map((file) => file.split('/').at(-1) ?? file);
  // Papers of several meetings have files of one name.
  return formatList([...new Set(names)]);
}

/** Returns what keeps the points from being a trend, unless limits say it, and what a dashed line is. */
export function trendNote(points: readonly ChartPoint[], counted = true): string[] {
  const known = points.filter((point) => point.value !== null).length;
  const isShort = counted && known < TREND_POINTS && known > 1;
  const notes = isShort ? [`${sentenceCount(known)} are not a trend.`] : [];
  return hasGap(points) ? [...notes, 'Dashed: months between without a figure.'] : notes;
}

const COUNTS = ['', '', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven'];

function sentenceCount(count: number): string {
  return `${COUNTS[count] ?? count} points`;
}

const MONTHS_A_STEP = { day: 1, month: 1, quarter: 3, season: 3, financial_year: 12 } as const;

/** Whether periods between two successive ones are missing: a line between them must not look measured. */
export function leavesGap(from: PeriodRef, to: PeriodRef): boolean {
  return monthIndex(to.end) - monthIndex(from.end) > MONTHS_A_STEP[from.kind];
}

/** Whether successive numbers are further apart than their periods are long. */
export function hasGap(points: readonly ChartPoint[]): boolean {
  const known = points.filter((point) => point.value !== null);
  return known.some((point, index) => {
    const before = known[index - 1];
    return before !== undefined && leavesGap(before.period, point.period);
  });
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Returns the references of the open risks in a cell. */
export function risksIn(risks: readonly RiskRow[], likelihood: string, impact: string): string[] {
  return risks
    .filter((risk) => risk.score !== undefined && risk.likelihood === likelihood && risk.impact === impact)
    .map((risk) => risk.reference);
}
