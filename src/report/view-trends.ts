import { type ChartSeries, SERIES_TONES } from './chart-series.ts';
import type { Figure, Report, Trend, XmrLimits } from './report.ts';
import { formatBasis, formatList, midSentence, plural } from './format.ts';
import { scaleNote, valueAxis } from './view-charts-axis.ts';
import {
  chartPoint,
  trendNote,
  valuesOf,
  type ChartLine,
  type ChartSignal,
  type TimeChart,
} from './view-charts.ts';
import {
  figureOf,
  NO_TABLE,
  sentence,
  type SignName,
  type TableOf,
  type TableRef,
  type Tone,
} from './view-text.ts';
import { latestText, seriesFinding, seriesText } from './view-series.ts';
import { seriesTable, type SeriesTable } from './view-workforce.ts';

export interface TrendView {
  /** The council's name for the chart in its files: `agency-rate`. */
  readonly id: string;
  /** Who is counted, and how: `Social workers, full-time equivalent`; may be empty. */
  readonly scope: string;
  /** The chart. */
  readonly chart: TimeChart;
  /** The key to the letters on the chart. */
  readonly signals: readonly SignalView[];
}

export interface SignalView {
  /** The letter on the chart: `A`. */
  readonly letter: string;
  /** The shape beside the words, drawn by `{{sign sign "sign"}}`. */
  readonly sign: SignName;
  /** Good or bad news: names a class (`tone-good`), which gives the colour. */
  readonly tone: Tone;
  /** What stands out, in words. */
  readonly text: string;
  /** `towards what is wanted`; empty where neither way is. */
  readonly judgement: string;
}

/** The values of a trend, for the appendix. */
export interface TrendTable extends SeriesTable {
  /** The council's name for the chart in its files: `agency-rate`. */
  readonly id: string;
  /** The table's number, and what a link to it leads to. */
  readonly table: TableRef;
  /** What the table shows: `Agency rate`. */
  readonly title: string;
  /** Who is counted, and how: `Social workers, full-time equivalent`; may be empty. */
  readonly scope: string;
}

/** Returns the report's trends by their ids, in its order. */
export function trendViews(report: Report, tableOf: TableOf = NO_TABLE): ReadonlyMap<string, TrendView> {
  return new Map(
    report.trends.map((trend, index) => [
      trend.id,
      {
        id: trend.id,
        scope: trend.scope,
        chart: trendChart(report, trend, `chart-trend-${index + 1}`, tableOf('trend', trend.id)),
        signals: signalViews(trend.xmr),
      },
    ]),
  );
}

/** Returns the table behind each chart of a trend, in the report's order. */
export function trendTables(report: Report, tableOf: TableOf = NO_TABLE): TrendTable[] {
  return report.trends.map((trend) => ({
    id: trend.id,
    table: tableOf('trend', trend.id),
    title: nameOf(trend),
    scope: trend.scope,
    ...seriesTable(
      trend.series.map((one) => [one.label, figuresOf(report, one.figures).map(chartPoint)] as const),
    ),
  }));
}

/** A chart of one figure is titled with its finding, and its table with the figure's name. */
function nameOf({ title, series }: Trend): string {
  const [only, ...others] = series;
  return only && others.length === 0 ? only.label : title;
}

function trendChart(report: Report, trend: Trend, id: string, table: TableRef): TimeChart {
  const { xmr, unit } = trend;
  const series = trend.series.map((one, index): ChartSeries => {
    const points = figuresOf(report, one.figures).filter(isKnown).map(chartPoint);
    return { label: one.label, kind: 'actual', tone: toneAt(index), points };
  });
  const lines = [...(xmr ? limitLines(xmr) : []), ...trend.levels.map(levelLine)];
  const figures = trend.series.flatMap((one) => figuresOf(report, one.figures));
  const levels = lines.map((one) => one.value);
  const axis = valueAxis([...valuesOf(series), ...levels], unit, true, unitLabel(trend, figures));
  return {
    id,
    title: findingOf(trend, series),
    description: [...series.map(seriesText), ...linesText(lines), ...signalsText(xmr)].join(' '),
    unit,
    size: 'full',
    short: false,
    series,
    target: null,
    lines,
    signals: xmr ? chartSignals(report, xmr) : [],
    axis,
    notes: [
      ...scaleNote(axis),
      ...(xmr ? limitNotes(xmr) : []),
      ...lengthNotes(series, xmr === undefined),
      `Source: ${report.organisation}.`,
    ],
    table,
  };
}

/**
 * Returns what a trend's chart says: what is seen in it where it has limits, with the latest figure; else how its lines moved,
 * after the name that the council gives it where that says more than their labels.
 */
function findingOf({ title, xmr }: Trend, series: readonly ChartSeries[]): string {
  const [only] = series;
  const latest = only ? latestText(only) : '';
  if (xmr) return latest === '' ? title : `${title}; ${latest}`;
  const finding = seriesFinding(series);
  const name = withoutLabels(title, series);
  return name === '' ? finding : `${name}: ${midSentence(finding)}`;
}

/** Returns a title without the labels of its lines, which its finding has: of `Managers: permanent and agency`, `Managers`. */
function withoutLabels(title: string, series: readonly ChartSeries[]): string {
  const labels = formatList(series.map(({ label }) => label)).toLowerCase();
  if (!title.toLowerCase().endsWith(labels)) return title;
  return title.slice(0, title.length - labels.length).replace(/[\s:,–-]+$/, '');
}

/** What is counted: heads or full-time equivalents; of indicators, whose basis is not known, a number. */
function unitLabel({ unit, scope }: Trend, [figure]: readonly Figure[]): string {
  if (unit !== 'count' || !figure) return '';
  if (scope === '') return 'Number';
  const basis = formatBasis(figure.basis);
  // The line above the chart says it.
  return scope.includes(basis) ? '' : sentence(basis);
}

/** A note of each kind once, of the longest line where lines differ. */
function lengthNotes(series: readonly ChartSeries[], counted: boolean): string[] {
  const byLength = [...series].sort((a, b) => b.points.length - a.points.length);
  const [first] = byLength;
  const gaps = byLength.flatMap((one) => trendNote(one.points, false));
  return [...new Set([...(first ? trendNote(first.points, counted) : []), ...gaps])];
}

function figuresOf(report: Report, ids: readonly string[]): Figure[] {
  return ids.flatMap((id) => figureOf(report, id) ?? []);
}

function isKnown(figure: Figure): boolean {
  return figure.result.kind !== 'missing';
}

function toneAt(index: number): ChartSeries['tone'] {
  return SERIES_TONES[index % SERIES_TONES.length] ?? 'first';
}

function limitLines({ trial, mean, lower, upper }: XmrLimits): ChartLine[] {
  const kind = trial ? 'trial' : 'limit';
  const name = trial ? 'trial limit' : 'limit';
  return [
    { kind, value: Number(upper.decimal), label: `Upper ${name} ${upper.text}` },
    { kind: 'mean', value: Number(mean.decimal), label: `Mean ${mean.text}` },
    { kind, value: Number(lower.decimal), label: `Lower ${name} ${lower.text}` },
  ];
}

function levelLine({ label, decimal, text }: Trend['levels'][number]): ChartLine {
  return { kind: 'level', value: Number(decimal), label: `${label} ${text}` };
}

function limitNotes({ trial, points, meanMovingRange, screened }: XmrLimits): string[] {
  const limits = `Limits of what is usual: mean ± 2.66 × mean moving range, ${meanMovingRange.text}`;
  const left = screened === 0 ? '' : `; ${plural(screened, 'range')} left out as too wide`;
  const caution = trial ? [`Trial limits: ${plural(points, 'point')} are too few for signals.`] : [];
  return [...caution, `${limits}${left}.`];
}

/** Letters of signals; a chart with more has no room for them, and its key says the periods. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const SHAPES = { high: 'up', rising: 'up', low: 'down', falling: 'down' } as const;
const JUDGEMENTS = { good: 'towards what is wanted', bad: 'away from what is wanted', plain: '' } as const;

function toneOf(good: boolean | null): ChartSignal['tone'] {
  if (good === null) return 'plain';
  return good ? 'good' : 'bad';
}

function chartSignals(report: Report, { signals }: XmrLimits): ChartSignal[] {
  return signals.map(({ direction, figures, good }, index) => ({
    letter: LETTERS.charAt(index),
    shape: SHAPES[direction],
    tone: toneOf(good),
    periods: figuresOf(report, figures).map((figure) => figure.period.key),
  }));
}

function signalViews(xmr: XmrLimits | undefined): SignalView[] {
  return (xmr?.signals ?? []).map(({ direction, good, text }, index) => ({
    letter: LETTERS.charAt(index),
    sign: SHAPES[direction],
    tone: toneOf(good),
    text: sentence(text),
    judgement: JUDGEMENTS[toneOf(good)],
  }));
}

function linesText(lines: readonly ChartLine[]): string[] {
  return lines.length === 0 ? [] : [`${formatList(lines.map((one) => one.label))}.`];
}

function signalsText(xmr: XmrLimits | undefined): string[] {
  if (xmr === undefined || xmr.trial) return [];
  if (xmr.signals.length === 0) return ['No signal.'];
  return [`${plural(xmr.signals.length, 'signal')}: ${xmr.signals.map((one) => one.text).join('; ')}.`];
}
