import type { FigureKind } from '../metrics/registry.ts';
import { latestChart, type ChartedSeries, type RunChart } from '../metrics/xmr-run.ts';
import { SIGNAL_WEIGHT, type Signal, type Xmr } from '../metrics/xmr.ts';
import type { Direction } from '../model/definition.ts';
import { toDecimal, type Exact } from '../model/exact.ts';
import { PERIOD_WORDS } from '../model/period-words.ts';
import type { FigureSet } from './figures.ts';
import { formatGap, formatPeriod, formatValue, plural } from './format.ts';
import type { XmrLevel, XmrLimits } from './report.ts';

/** With fewer points there are not even trial limits. */
const TRIAL_POINTS = 6;

type Run = RunChart['run'];

/** The limits of a series, and what is seen in it: what its title says. */
export interface SeenLimits {
  readonly limits: XmrLimits;
  /** The newest signal, `7 in a row below the mean`; else `no signal in 15 months`, `9 months, trial limits, no claim`. */
  readonly seen: string;
}

/**
 * Returns the limits and signals of a figure's latest run of numbers (`latestChart`); undefined where that has fewer than 6
 * points.
 */
export function seenLimits(
  { context, figure }: FigureSet,
  kind: FigureKind,
  series: ChartedSeries,
): SeenLimits | undefined {
  const found = latestChart(context.figures, kind, series);
  if (found === undefined || found.run.length < TRIAL_POINTS) return undefined;
  const { chart, run, places } = found;
  const ids = run.map(({ key }) => figure(key.id, key.period, key.group, key.basis)?.id ?? '');
  return { limits: limitsOf(chart, kind, { ids, places }, run), seen: seenIn(chart, run) };
}

/** The figures' ids in the report, and the decimals of the limits. */
interface Printed {
  readonly ids: readonly string[];
  readonly places: number;
}

function limitsOf(chart: Xmr, kind: FigureKind, { ids, places }: Printed, points: Run): XmrLimits {
  const level = (value: Exact): XmrLevel => ({
    decimal: toDecimal(value),
    text: formatValue(value, kind.unit, places),
  });
  return {
    points: chart.points,
    trial: chart.trial,
    mean: level(chart.mean),
    lower: level(chart.limits.lower),
    upper: level(chart.limits.upper),
    meanMovingRange: {
      decimal: toDecimal(chart.meanRange),
      text: formatGap(chart.meanRange, kind.unit, places),
    },
    screened: chart.screened.length,
    signals: chart.signals.map((signal) => ({
      kind: signal.kind,
      direction: signal.direction,
      figures: signal.points.flatMap((index) => ids[index] ?? []),
      text: `${signalText(signal)}, ${spanOf(signal, points)}`,
      good: isGood(signal, kind.direction),
    })),
  };
}

function isGood({ direction }: Signal, wanted: Direction): boolean | null {
  if (wanted === 'none') return null;
  return (direction === 'high' || direction === 'rising') === (wanted === 'higher');
}

function seenIn(chart: Xmr, points: Run): string {
  const span = lengthText(points);
  if (chart.trial) return `${span}, trial limits, no claim`;
  const [newest] = [...chart.signals].sort(newestFirst);
  if (newest === undefined) return `no signal in ${span}`;
  const isNow = newest.points.at(-1) === points.length - 1;
  return isNow ? signalText(newest) : `${signalText(newest)}, ${spanOf(newest, points)}`;
}

function newestFirst(a: Signal, b: Signal): number {
  const last = (signal: Signal): number => signal.points.at(-1) ?? 0;
  return last(b) - last(a) || SIGNAL_WEIGHT.indexOf(a.kind) - SIGNAL_WEIGHT.indexOf(b.kind);
}

/** Returns what a signal is, in words, without its dates. */
function signalText(signal: Signal): string {
  const { points } = signal;
  const count = points.length;
  switch (signal.kind) {
    case 'outside_limits': {
      const where = signal.direction === 'high' ? 'above the upper limit' : 'below the lower limit';
      if (count === 1) return `1 point ${where}`;
      const among = lengthOf(points);
      return `${count.toString()} ${count === among ? 'in a row' : `of ${among.toString()}`} ${where}`;
    }
    case 'seven_one_side':
      return `${count.toString()} in a row ${signal.direction === 'high' ? 'above' : 'below'} the mean`;
    case 'seven_rising_or_falling':
      return `${count.toString()} in a row ${signal.direction}`;
    case 'two_of_three_near_limit': {
      const among = Math.max(3, lengthOf(points));
      const side = signal.direction === 'high' ? 'upper' : 'lower';
      return `${count.toString()} of ${among.toString()} near the ${side} limit`;
    }
  }
}

/** Returns how many points there are from the first of these to the last. */
function lengthOf(points: Signal['points']): number {
  return (points.at(-1) ?? 0) - (points[0] ?? 0) + 1;
}

function spanOf({ points: indices }: Signal, points: Run): string {
  const [from, to] = [indices[0] ?? 0, indices.at(-1) ?? 0].map((index) => points[index] ?? points[0]);
  const labels = new Set([from, to].flatMap((point) => (point ? [formatPeriod(point.key.period)] : [])));
  return [...labels].join(' to ');
}

function lengthText(points: Run): string {
  return plural(points.length, PERIOD_WORDS[points[0].key.period.kind]);
}
