import { compareExact, type Exact } from '../model/exact.ts';
import type { Estimate } from './estimate.ts';
import type { Evaluation } from './evaluation.ts';
import { isSameOutcome } from './outcome.ts';

/**
 * Returns whether two figures are the same: equal, or the one as somebody wrote it and the other reckoned, and what is
 * reckoned rounds to what is written. 21% that is written is what 21.08% comes to; 49 is not what 50 comes to, however its
 * parts were rounded.
 */
export function isSameFigure(a: Evaluation, b: Evaluation): boolean {
  if (isSameOutcome(a.outcome, b.outcome)) return true;
  if (a.outcome.kind !== 'number' || b.outcome.kind !== 'number' || a.source === b.source) return false;
  const [one, other] = [a.outcome.number, b.outcome.number];
  return a.source === 'given' ? isWithinRounding(one, other.value) : isWithinRounding(other, one.value);
}

function isWithinRounding({ low, high }: Estimate, value: Exact): boolean {
  return compareExact(low, value) < 0 && compareExact(value, high) < 0;
}
