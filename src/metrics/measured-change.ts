import type { Direction, MetricUnit } from '../model/definition.ts';
import { scaledRound, type Exact } from '../model/exact.ts';
import { formatChange, formatRelative } from '../model/format.ts';
import type { Evaluation } from './evaluation.ts';
import { printedPlaces } from './places.ts';
import type { FigureKind } from './registry.ts';
import { haveSameMembers } from './same-members.ts';

/** What is between two numbers, in their own terms and of what it was. Nothing is rounded but the texts. */
export interface NumberChange {
  /** now − before: of a share, 0.0108 is 1.08 percentage points. */
  readonly difference: Exact;
  /** `+1.08 pp`, `+3`, `−7`. */
  readonly text: string;
  /** difference ÷ before; absent where that is zero or negative, of which nothing is a share, and where rounding hides it. */
  readonly relative?: Exact;
  /** `+5.4%`. */
  readonly relativeText?: string;
  /** At the printed decimals: what rounds to nothing is level. */
  readonly movement: 'up' | 'down' | 'level';
}

/** What a figure came to change by. */
export interface MeasuredChange extends NumberChange {
  /**
   * Whether the movement is towards what is wanted; null where neither way is known to be: below zero (over establishment),
   * and of sums that have other members, which moved because of who is counted.
   */
  readonly good: boolean | null;
}

/** Returns the change from one number of a unit to another, printed at `places` decimals: the one arithmetic of changes. */
export function changeBetween(old: Exact, now: Exact, unit: MetricUnit, places: number): NumberChange {
  const difference = now.sub(old);
  const movement = movementOf(difference, unit === 'share' ? places + 2 : places);
  // Beside "0 pp", "+0.4%" would say more than is known.
  const isLost = movement === 'level' && difference.n !== 0n;
  const relative = old.s > 0n && old.n !== 0n && !isLost ? difference.div(old) : undefined;
  return {
    difference,
    text: formatChange(difference, unit, places),
    ...(relative !== undefined && { relative, relativeText: formatRelative(relative) }),
    movement,
  };
}

/**
 * Returns the change from one figure to another of the same kind; undefined where either is no number. What the page prints
 * beside a figure is what a comparison prints.
 */
export function measuredChange(
  before: Evaluation,
  now: Evaluation,
  kind: FigureKind,
): MeasuredChange | undefined {
  if (before.outcome.kind !== 'number' || now.outcome.kind !== 'number') return undefined;
  const [old, value] = [before.outcome.number.value, now.outcome.number.value];
  const change = changeBetween(old, value, kind.unit, changePlaces(before, now, kind));
  const isJudged = [old, value].every((one) => one.s >= 0n) && haveSameMembers(before, now);
  return {
    ...change,
    good: isJudged ? isGood(change.movement, kind.direction) : null,
  };
}

/** Returns the decimals at which the change of a figure is printed. */
export function changePlaces(before: Evaluation, now: Evaluation, kind: FigureKind): number {
  return commonPlaces(kind.unit, printedPlaces(before, kind), printedPlaces(now, kind));
}

/**
 * Returns the decimals at which a change of two numbers is printed. Counts line up: it has those of the more precise. Of all
 * else it has those of the less precise: a rate that is given as 80% says nothing of what is below a percentage point.
 */
export function commonPlaces(unit: MetricUnit, a: number, b: number): number {
  return unit === 'count' ? Math.max(a, b) : Math.min(a, b);
}

// At the printed precision: an arrow beside "0.00 pp" would contradict it.
function movementOf(difference: Exact, places: number): MeasuredChange['movement'] {
  const rounded = scaledRound(difference, places);
  return rounded > 0n ? 'up' : rounded < 0n ? 'down' : 'level';
}

function isGood(movement: MeasuredChange['movement'], direction: Direction): boolean | null {
  if (movement === 'level' || direction === 'none') return null;
  return (movement === 'up') === (direction === 'higher');
}
