import type { MetricUnit } from '../model/definition.ts';
import { compareExact, exact, ZERO, type Exact } from '../model/exact.ts';
import { findSignals, type Signal } from './xmr-signals.ts';

export type { Signal } from './xmr-signals.ts';

/** Between these a process stays while nothing but its usual variation moves it. */
export interface Limits {
  readonly lower: Exact;
  readonly upper: Exact;
}

/** An individuals and moving range (XmR) chart in numbers, in the unit of its values. Nothing is rounded. */
export interface Xmr {
  /** How many values there are. */
  readonly points: number;
  /** The centre line. */
  readonly mean: Exact;
  /** The distance of each value from the one before: the first is between points 0 and 1. */
  readonly ranges: readonly Exact[];
  /** Indices into `ranges` of those that are so wide that they are left out of the limits. */
  readonly screened: readonly number[];
  /** The mean of the ranges that were not screened out: what the limits rest on. */
  readonly meanRange: Exact;
  /** The natural process limits, mean ± 2.66 × mean range: what signals are judged against. */
  readonly natural: Limits;
  /** The limits as shown: the natural ones, cut off at a bound that no value can pass. */
  readonly limits: Limits;
  /** The same where nothing is screened out, to show what the screening did. */
  readonly unscreened: { readonly meanRange: Exact; readonly natural: Limits };
  /** Fewer than 12 points: the limits are trial limits, and nothing is claimed of the points. */
  readonly trial: boolean;
  /** In the order of their first points; none where the limits are trial limits. */
  readonly signals: readonly Signal[];
}

/** What values of this kind cannot pass: 0 below for a count or a share, 1 above for a share. */
export interface XmrBounds {
  readonly floor?: Exact | undefined;
  readonly ceiling?: Exact | undefined;
}

/** Returns what a figure's values cannot pass. Money can be below nothing: an underspend. */
export function boundsOf(unit: MetricUnit): XmrBounds {
  if (unit === 'share') return { floor: ZERO, ceiling: exact(1) };
  return unit === 'money' ? {} : { floor: ZERO };
}

/** What says most comes first where a point is part of several. */
export const SIGNAL_WEIGHT: readonly Signal['kind'][] = [
  'outside_limits',
  'seven_one_side',
  'seven_rising_or_falling',
  'two_of_three_near_limit',
];

/** With fewer points there is no trend to speak of. */
export const TREND_POINTS = 12;

/** 3 ÷ d₂ for pairs of values (d₂ = 1.128), as the convention rounds it. */
const LIMIT_FACTOR = exact('2.66');

/** D₄ for pairs of values: the upper limit of a moving range. */
export const RANGE_FACTOR = exact('3.267');

/**
 * Returns the XmR chart of the values of successive periods, oldest first and without a gap; undefined for fewer than
 * two, which have no moving range.
 *
 * Limits = mean ± 2.66 × mean moving range. Moving ranges ≥ 3.267 × their mean are first left out of that mean, in one
 * pass; the values themselves all stay in the centre line. Source: NHSRplotthedots (R/ptd_spc_standard.R; vignette
 * "Deviations from Excel defaults"), after L. S. Nelson, Control Charts for Individual Measurements, Journal of
 * Quality Technology 14(3), 1982. Where every value is the same there is nothing to screen, and both limits are the
 * mean.
 *
 * A bound only shortens the limits that are shown. One that a value passes does not hold for these values, and is left
 * aside.
 */
export function xmr(values: readonly Exact[], bounds: XmrBounds = {}): Xmr | undefined {
  const ranges = movingRanges(values);
  if (ranges.length === 0) return undefined;
  const mean = meanOf(values);
  const fullMeanRange = meanOf(ranges);
  const threshold = fullMeanRange.mul(RANGE_FACTOR);
  const isScreened = (range: Exact): boolean => range.n !== 0n && compareExact(range, threshold) >= 0;
  const meanRange = meanOf(ranges.filter((range) => !isScreened(range)));
  const natural = limitsAround(mean, meanRange);
  const trial = values.length < TREND_POINTS;
  return {
    points: values.length,
    mean,
    ranges,
    screened: ranges.flatMap((range, index) => (isScreened(range) ? [index] : [])),
    meanRange,
    natural,
    limits: cutOff(natural, values, bounds),
    unscreened: { meanRange: fullMeanRange, natural: limitsAround(mean, fullMeanRange) },
    trial,
    signals: trial ? [] : findSignals(values, { mean, ...natural }),
  };
}

function movingRanges(values: readonly Exact[]): Exact[] {
  return values.slice(1).map((value, index) => value.sub(values[index] ?? value).abs());
}

function meanOf(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.add(value), ZERO).div(values.length);
}

function limitsAround(mean: Exact, meanRange: Exact): Limits {
  const reach = meanRange.mul(LIMIT_FACTOR);
  return { lower: mean.sub(reach), upper: mean.add(reach) };
}

function cutOff({ lower, upper }: Limits, values: readonly Exact[], { floor, ceiling }: XmrBounds): Limits {
  const hasFloor = floor !== undefined && values.every((value) => compareExact(value, floor) >= 0);
  const hasCeiling = ceiling !== undefined && values.every((value) => compareExact(value, ceiling) <= 0);
  return {
    lower: hasFloor && compareExact(lower, floor) < 0 ? floor : lower,
    upper: hasCeiling && compareExact(upper, ceiling) > 0 ? ceiling : upper,
  };
}
