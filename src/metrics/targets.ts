import type { Direction } from '../model/definition.ts';
import { compareExact, type Exact } from '../model/exact.ts';
import { monthPeriod, type Period } from '../model/period.ts';
import { addMonths, dateParts, monthsBetween } from '../model/plain-date.ts';
import { areAdjacent } from './periods.ts';

/** A figure at a period's end. */
export interface Point {
  readonly period: Period;
  readonly value: Exact;
}

export interface Goal {
  readonly direction: Exclude<Direction, 'none'>;
  readonly value: Exact;
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
/** Fewer points are no trend (the convention of XmR charts). */
const TREND_POINTS = 12;
/** A longer path is drawn by its two ends. */
const GLIDEPATH_MONTHS = 240;

/** Returns whether the value meets the goal: at most it where lower is better, at least it where higher is. */
export function meetsGoal({ direction, value: goal }: Goal, value: Exact): boolean {
  return direction === 'lower' ? compareExact(value, goal) <= 0 : compareExact(value, goal) >= 0;
}

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

function recentPace(points: readonly Point[], latest: Point, goal: Goal, required: Exact): Pace | undefined {
  let first = latest;
  for (const point of points.slice(0, -1).reverse()) {
    const isFar = monthsBetween(point.period.end, latest.period.end) > PACE_MONTHS;
    if (isFar || !areAdjacent(point.period, first.period)) break;
    first = point;
  }
  const span = monthsBetween(first.period.end, latest.period.end);
  if (span === 0) return undefined;
  const value = latest.value.sub(first.value).div(span);
  const order = compareExact(value, required);
  return { value, from: first.period, meets: goal.direction === 'lower' ? order <= 0 : order >= 0 };
}

function glidepath(latest: Point, goal: Goal, months: number, required: Exact): Point[] {
  const end = { period: goal.by, value: goal.value };
  if (months > GLIDEPATH_MONTHS) return [latest, end];
  const between = Array.from({ length: months - 1 }, (_, index) => {
    const { year, month } = dateParts(addMonths(latest.period.end, index + 1));
    const period = monthPeriod(year, month);
    return period === undefined ? [] : [{ period, value: latest.value.add(required.mul(index + 1)) }];
  });
  return [latest, ...between.flat(), end];
}
