import type { PlannedLevel } from '../model/dataset.ts';
import { compareExact, exact, ZERO, type Exact } from '../model/exact.ts';
import { comparePeriods, monthPeriod, type Period } from '../model/period.ts';
import { dateParts, monthsBetween } from '../model/plain-date.ts';
import { meetsThreshold, type Threshold } from '../model/threshold.ts';
import { areAdjacent } from './periods.ts';
import { TREND_POINTS } from './xmr.ts';

/** A figure at a period's end. */
export interface Point {
  readonly period: Period;
  readonly value: Exact;
}

export interface Goal extends Threshold {
  readonly by: Period;
}

/** The way from the latest figure to the goal. Nothing is rounded. */
export interface TargetPath {
  /** goal − latest: what has to be gained, with its sign. */
  readonly gap: Exact;
  /** Whole months from the latest figure's month to the goal's. At least 1. */
  readonly months: number;
  /** The change a month that reaches the goal. */
  readonly required: Exact;
  readonly pace?: Pace;
  /** The change over the last step alone. */
  readonly lastStep?: Exact;
  /** Whether there are enough points to speak of a trend at all. */
  readonly trend: boolean;
  /** From the latest figure, month by month, to the goal. */
  readonly glidepath: readonly Point[];
}

/** How the figure has moved a month, and whether that is enough. */
export interface Pace {
  readonly value: Exact;
  readonly from: Period;
  readonly meets: boolean;
}

/** The pace looks no further back than this: older movement says little about what comes. */
const PACE_MONTHS = 6;
/** A longer path is drawn by its two ends. */
const GLIDEPATH_MONTHS = 240;
/** What lies further off than this at the recent pace says nothing. */
const OUTLOOK_MONTHS = 240;

/**
 * Returns the path from the latest of the points (oldest first) to the goal; undefined where there is no point, or
 * none before the goal's month. Required change a month = (goal − latest) ÷ months left. Recent pace = (latest −
 * first) ÷ months between, over the points that lead up to the latest without a gap and at most 6 months back.
 */
export function targetPath(goal: Goal, points: readonly Point[]): TargetPath | undefined {
  const latest = points.at(-1);
  if (latest === undefined) return undefined;
  const months = monthsBetween(latest.period.end, goal.by.end);
  if (months < 1) return undefined;
  const gap = goal.value.sub(latest.value);
  const required = gap.div(months);
  const pace = recentPace(points, latest, goal, required);
  const before = points.at(-2);
  return {
    gap,
    months,
    required,
    ...(pace && { pace }),
    ...(before && areAdjacent(before.period, latest.period) && { lastStep: latest.value.sub(before.value) }),
    trend: points.length >= TREND_POINTS,
    glidepath: glidepath(latest, goal, months, required),
  };
}

/** Why no month can be named: there is no pace, it is zero, it leads away, or the goal is more than 20 years off. */
export type NotMet = 'no_pace' | 'level' | 'away' | 'far';

type Arrival =
  { readonly kind: 'met'; readonly at: Period } | { readonly kind: 'not_met'; readonly why: NotMet };

/**
 * Returns the month in which the goal is met at the recent pace, in whole months from the latest point's and rounded up;
 * the latest point's own month where that meets it already. Undefined where there is no point.
 */
export function arrivalAt(points: readonly Point[], goal: Goal): Arrival | undefined {
  const latest = points.at(-1);
  if (latest === undefined) return undefined;
  const months = monthsTo(goal, points, latest);
  if (typeof months === 'string') return { kind: 'not_met', why: months };
  const at = monthAfter(latest.period, months);
  return at ? { kind: 'met', at } : { kind: 'not_met', why: 'far' };
}

function monthsTo(goal: Goal, points: readonly Point[], latest: Point): number | NotMet {
  if (meetsThreshold(goal, latest.value)) return 0;
  const pace = paceTo(points, latest);
  if (pace === undefined) return 'no_pace';
  if (pace.value.n === 0n) return 'level';
  const whole = goal.value.sub(latest.value).div(pace.value).ceil();
  if (compareExact(whole, ZERO) <= 0) return 'away';
  return compareExact(whole, exact(OUTLOOK_MONTHS)) > 0 ? 'far' : Number(whole.n);
}

/** What was planned for the end of a period, beside what came. */
export interface PlanRow {
  readonly period: Period;
  readonly planned: Exact;
  /** The figure of that period, or of another that ends with it: of a quarter's last month. */
  readonly actual?: Point;
  /** actual − planned. */
  readonly difference?: Exact;
  /** Whether the figure is at the planned level or beyond it. */
  readonly meets?: boolean;
}

/**
 * Returns the plan against the points, in the plan's order. A planned period is compared with the point of that very
 * period, else with one that ends on the same day, the shortest where there are several; with none where there is none.
 */
export function planRows(
  plan: readonly Pick<PlannedLevel, 'period' | 'value'>[],
  points: readonly Point[],
  direction: Goal['direction'],
): PlanRow[] {
  return plan.map(({ period, value }) => {
    const actual = pointAtEnd(points, period);
    if (actual === undefined) return { period, planned: value };
    const meets = meetsThreshold({ direction, value }, actual.value);
    return { period, planned: value, actual, difference: actual.value.sub(value), meets };
  });
}

function pointAtEnd(points: readonly Point[], { kind, key, end }: Period): Point | undefined {
  const ending = points.filter((point) => point.period.end === end);
  const same = ending.find((point) => point.period.kind === kind && point.period.key === key);
  return same ?? ending.toSorted((a, b) => comparePeriods(b.period, a.period))[0];
}

function recentPace(points: readonly Point[], latest: Point, goal: Goal, required: Exact): Pace | undefined {
  const pace = paceTo(points, latest);
  if (pace === undefined) return undefined;
  return { ...pace, meets: meetsThreshold({ direction: goal.direction, value: required }, pace.value) };
}

/** Returns the change a month over the points that lead up to the latest, without a gap and at most 6 months back. */
function paceTo(points: readonly Point[], latest: Point): Omit<Pace, 'meets'> | undefined {
  let first = latest;
  for (const point of points.slice(0, -1).reverse()) {
    const isFar = monthsBetween(point.period.end, latest.period.end) > PACE_MONTHS;
    if (isFar || !areAdjacent(point.period, first.period)) break;
    first = point;
  }
  const span = monthsBetween(first.period.end, latest.period.end);
  if (span === 0) return undefined;
  return { value: latest.value.sub(first.value).div(span), from: first.period };
}

/** Returns the month that lies so many months after the one in which the period ends. */
function monthAfter({ end }: Period, months: number): Period | undefined {
  const { year, month } = dateParts(end);
  const at = year * 12 + (month - 1) + months;
  return monthPeriod(Math.floor(at / 12), (at % 12) + 1);
}

function glidepath(latest: Point, goal: Goal, months: number, required: Exact): Point[] {
  const end = { period: goal.by, value: goal.value };
  if (months > GLIDEPATH_MONTHS) return [latest, end];
  const between = Array.from({ length: months - 1 }, (_, index) => {
    const period = monthAfter(latest.period, index + 1);
    return period === undefined ? [] : [{ period, value: latest.value.add(required.mul(index + 1)) }];
  });
  return [latest, ...between.flat(), end];
}
