import { SIGNAL_WEIGHT, type Signal, type Xmr } from '../../metrics/xmr.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { capitalised, formatValue, plural } from '../../model/format.ts';
import type { PeriodKind } from '../../model/period.ts';
import { PERIOD_WORDS } from '../../model/period-words.ts';

/** A point of a chart, and how the chart's levels are printed. */
export interface SeenPoint {
  readonly chart: Xmr;
  /** Of the point among the chart's values. */
  readonly index: number;
  readonly unit: MetricUnit;
  readonly places: number;
  readonly period: PeriodKind;
}

/** Where a figure moves all the time, its runs say most: its limits are of no variation that it has. */
const RUNS_FIRST: readonly Signal['kind'][] = ['seven_rising_or_falling', 'seven_one_side'];

/**
 * Returns what the signal is that a point is part of: `Seventh month in a row below the average of 36.1`; undefined where
 * it is part of none. A range in which half or fewer of the points lie is called by no name: `Falling for 10 months in a
 * row`, or how many lie outside.
 */
export function signalWords(seen: SeenPoint): string | undefined {
  const signals = seen.chart.signals.filter(({ points }) => points.includes(seen.index));
  const isMoving = isMostlyOutside(seen.chart);
  const kind = (isMoving ? [...RUNS_FIRST, ...SIGNAL_WEIGHT] : SIGNAL_WEIGHT).find((one) =>
    signals.some((signal) => signal.kind === one),
  );
  const signal = signals.find((one) => one.kind === kind);
  if (signal === undefined) return undefined;
  return isMoving && !RUNS_FIRST.includes(signal.kind) ? movingWords(seen) : wordsOf(signal, seen);
}

/** Returns whether half or fewer of a chart's points lie within its limits: these are then the range of nothing usual. */
export function isMostlyOutside(chart: Xmr): boolean {
  return 2 * outsideOf(chart) >= chart.points;
}

function outsideOf({ signals }: Xmr): number {
  const outside = signals.filter(({ kind }) => kind === 'outside_limits');
  return new Set(outside.flatMap(({ points }) => points)).size;
}

function movingWords({ chart, period }: SeenPoint): string {
  const word = PERIOD_WORDS[period];
  const points = `${outsideOf(chart).toString()} of ${plural(chart.points, word)}`;
  return `${points} lie outside what ${word}-to-${word} variation explains: the figure has been moving, not varying`;
}

/** Returns `Within the usual range of 31.2 to 44.8 (14 months)`. */
export function usualWords(seen: SeenPoint): string {
  return `Within ${rangeWords(seen)}`;
}

function wordsOf(signal: Signal, seen: SeenPoint): string {
  const period = PERIOD_WORDS[seen.period];
  // Only those up to the point: of the whole signal the point need not be the last.
  const upTo = signal.points.filter((point) => point <= seen.index);
  switch (signal.kind) {
    case 'outside_limits':
      return `Outside ${rangeWords(seen)}`;
    case 'seven_one_side': {
      const side = signal.direction === 'high' ? 'above' : 'below';
      return `${capitalised(ordinal(upTo.length))} ${period} in a row ${side} the average of ${levelText(seen.chart.mean, seen)}`;
    }
    case 'seven_rising_or_falling': {
      // The first point is where it began: it neither rose nor fell to it.
      const verb = signal.direction === 'rising' ? 'Rising' : 'Falling';
      return `${verb} for ${plural(upTo.length - 1, period)} in a row`;
    }
    case 'two_of_three_near_limit': {
      const near = upTo.filter((point) => point > seen.index - 3).length;
      const end = signal.direction === 'high' ? 'top' : 'bottom';
      return `${near === 2 ? 'Two' : 'All'} of the last three ${period}s near the ${end} of ${rangeWords(seen)}`;
    }
  }
}

function rangeWords(seen: SeenPoint): string {
  const { lower, upper } = seen.chart.limits;
  const length = plural(seen.chart.points, PERIOD_WORDS[seen.period]);
  return `the usual range of ${levelText(lower, seen)} to ${levelText(upper, seen)} (${length})`;
}

function levelText(value: Xmr['mean'], { unit, places }: SeenPoint): string {
  return formatValue(value, unit, places);
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
] as const;

/** Returns `seventh`; `13th` from there on. */
function ordinal(count: number): string {
  const word = ORDINALS[count - 1];
  if (word !== undefined) return word;
  const tens = count % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count.toString()}${ending}`;
}
