import { compareExact, type Exact } from '../model/exact.ts';

/** What the usual variation of a process does not explain. `points` are indices of the values, oldest first. */
export type Signal =
  | {
      readonly kind: 'outside_limits' | 'seven_one_side' | 'two_of_three_near_limit';
      /** The side of the mean on which the points lie. */
      readonly direction: 'high' | 'low';
      readonly points: readonly number[];
    }
  | {
      readonly kind: 'seven_rising_or_falling';
      readonly direction: 'rising' | 'falling';
      readonly points: readonly number[];
    };

/** What values are judged against: the centre line and the natural process limits, `lower` ≤ `mean` ≤ `upper`. */
export interface SignalLines {
  readonly mean: Exact;
  readonly lower: Exact;
  readonly upper: Exact;
}

/** As many points in a row make a run. */
const RUN = 7;

/**
 * Returns the signals in the values (oldest first), in the order of their first points. What belongs together is one
 * signal however long it is: eleven points on one side of the mean are one signal of eleven points. While the values
 * stay on one side of the mean there is at most one signal of a kind, also where some points between are none of it.
 *
 * - `outside_limits`: above the upper or below the lower limit. A point on a limit is within it.
 * - `seven_one_side`: at least seven points in a row above, or below, the mean. A point equal to the mean ends a run.
 * - `seven_rising_or_falling`: at least seven points in a row of which each is above (or below) the one before, so six
 *   steps: NHSRplotthedots counts points, not steps (R/ptd_calculate_point_type.R). Equal neighbours end a run.
 * - `two_of_three_near_limit`: two of three points in a row more than two thirds of the way from the mean to the same
 *   limit; the third may lie anywhere. Only the points that lie so far out are named. One that lies outside the limit
 *   counts (the zone test of the Western Electric rules; NHSRplotthedots leaves it out, and wants the third on the
 *   same side), but points that all lie outside are `outside_limits` and nothing more.
 *
 * Where the limits are both the mean they judge nothing, and only runs are signals: nothing varied, or all that varied
 * was screened out.
 */
export function findSignals(values: readonly Exact[], { mean, lower, upper }: SignalLines): Signal[] {
  const offsets = values.map((value) => value.sub(mean));
  const steps = values.slice(1).map((value, index) => value.sub(values[index] ?? value));
  const signals = [
    ...sideSignals('high', offsets, upper.sub(mean)),
    ...sideSignals('low', offsets.map(negated), mean.sub(lower)),
    ...runs('rising', steps),
    ...runs('falling', steps.map(negated)),
  ];
  return signals.sort((a, b) => (a.points[0] ?? 0) - (b.points[0] ?? 0));
}

/** Returns the signals on one side: `offsets` are distances from the mean towards it, `reach` is that of the limit. */
function sideSignals(direction: 'high' | 'low', offsets: readonly Exact[], reach: Exact): Signal[] {
  const signal =
    (kind: Exclude<Signal['kind'], 'seven_rising_or_falling'>) =>
    (points: readonly number[]): Signal => ({ kind, direction, points });
  const onSide = indicesWhere(offsets, (offset) => offset.s > 0n && offset.n > 0n);
  const oneSide = stretches(onSide, 1, RUN).map(signal('seven_one_side'));
  if (reach.n === 0n) return oneSide;
  const outside = indicesWhere(offsets, (offset) => compareExact(offset, reach) > 0);
  const far = indicesWhere(offsets, (offset) => compareExact(offset.mul(3), reach.mul(2)) > 0);
  const nearLimit = stretches(far, 2, 2).filter((points) => points.some((point) => !outside.includes(point)));
  return [
    ...joined(stretches(outside, 1, 1), onSide).map(signal('outside_limits')),
    ...oneSide,
    ...joined(nearLimit, onSide).map(signal('two_of_three_near_limit')),
  ];
}

/** Returns the stretches with those made one between which every point lies on their side of the mean. */
function joined(parts: readonly (readonly number[])[], onSide: readonly number[]): number[][] {
  const isOnSide = new Set(onSide);
  const found: number[][] = [];
  for (const part of parts) {
    const before = found.at(-1);
    if (before !== undefined && between(before, part).every((index) => isOnSide.has(index)))
      before.push(...part);
    else found.push([...part]);
  }
  return found;
}

/** Returns the indices after the first stretch and before the second. */
function between(earlier: readonly number[], later: readonly number[]): number[] {
  const from = (earlier.at(-1) ?? 0) + 1;
  return Array.from({ length: Math.max(0, (later[0] ?? 0) - from) }, (_, index) => from + index);
}

function runs(direction: 'rising' | 'falling', steps: readonly Exact[]): Signal[] {
  const taken = indicesWhere(steps, (step) => step.s > 0n && step.n > 0n);
  return stretches(taken, 1, RUN - 1).map((stretch) => ({
    kind: 'seven_rising_or_falling',
    direction,
    // A step leads from its own point to the next.
    points: [...stretch, (stretch.at(-1) ?? 0) + 1],
  }));
}

/** Returns the stretches of indices that are at most `gap` apart and hold at least `least`. */
function stretches(indices: readonly number[], gap: number, least: number): number[][] {
  const found: number[][] = [];
  let previous = -Infinity;
  for (const index of indices) {
    if (index - previous <= gap) found.at(-1)?.push(index);
    else found.push([index]);
    previous = index;
  }
  return found.filter((stretch) => stretch.length >= least);
}

function indicesWhere(values: readonly Exact[], holds: (value: Exact) => boolean): number[] {
  return values.flatMap((value, index) => (holds(value) ? [index] : []));
}

function negated(value: Exact): Exact {
  return value.neg();
}
