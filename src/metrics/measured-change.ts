import type { Direction } from '../model/definition.ts';
import { scaledRound, type Exact } from '../model/exact.ts';
import { formatChange, formatRelative } from '../model/format.ts';
import type { Evaluation } from './evaluation.ts';
import { printedPlaces } from './places.ts';
import type { FigureKind } from './registry.ts';
import { haveSameMembers } from './same-members.ts';

/** What a figure came to change by, in its own terms and of what it was. Nothing is rounded but the texts. */
export interface MeasuredChange {
  /** now − before: of a share, 0.0108 is 1.08 percentage points. */
  readonly difference: Exact;
  /** `+1.08 pp`, `+3`, `−7`. */
  readonly text: string;
  /** difference ÷ before; absent where that is zero or negative, of which nothing is a share. */
  readonly relative?: Exact;
  /** `+5.4%`. */
  readonly relativeText?: string;
  /** At the printed decimals: what rounds to nothing is level. */
  readonly movement: 'up' | 'down' | 'level';
  /**
   * Whether the movement is towards what is wanted; null where neither way is known to be: below zero (over establishment),
   * and of sums that have other members, which moved because of who is counted.
   */
  readonly good: boolean | null;
}

/**
 * Returns the change from one figure to another of the same kind; undefined where either is no number. The one arithmetic
 * of changes: what the page prints beside a figure is what a comparison prints.
 */
export function measuredChange(
  before: Evaluation,
  now: Evaluation,
  kind: FigureKind,
): MeasuredChange | undefined {
  if (before.outcome.kind !== 'number' || now.outcome.kind !== 'number') return undefined;
  const [old, value] = [before.outcome.number.value, now.outcome.number.value];
  const difference = value.sub(old);
  const places = Math.max(printedPlaces(now, kind), printedPlaces(before, kind));
  const movement = movementOf(difference, kind.unit === 'share' ? places + 2 : places);
  const relative = old.s > 0n && old.n !== 0n ? difference.div(old) : undefined;
  const isJudged = [old, value].every((one) => one.s >= 0n) && haveSameMembers(before, now);
  return {
    difference,
    text: formatChange(difference, kind.unit, places),
    ...(relative !== undefined && { relative, relativeText: formatRelative(relative) }),
    movement,
    good: isJudged ? isGood(movement, kind.direction) : null,
  };
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
