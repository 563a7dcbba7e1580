import type { MetricUnit } from '../../model/definition.ts';
import { compareExact, type Exact } from '../../model/exact.ts';
import type { ChangeLimit } from '../side.ts';

/** Returns whether a change is at most the limit. */
export function isWithin(limit: ChangeLimit, before: Exact, after: Exact, unit: MetricUnit): boolean {
  return against(limit, before, after, unit) <= 0;
}

/** Returns whether a change is less than the limit. */
export function isBelow(limit: ChangeLimit, before: Exact, after: Exact, unit: MetricUnit): boolean {
  return against(limit, before, after, unit) < 0;
}

/** Of a percentage, the larger of the two sizes is the whole: which side is the first makes no difference. */
function against({ value, notation }: ChangeLimit, before: Exact, after: Exact, unit: MetricUnit): number {
  const size = after.sub(before).abs();
  if (notation === 'plain') return compareExact(unit === 'share' ? size.mul(100) : size, value);
  const [one, other] = [before.abs(), after.abs()];
  return compareExact(size, value.mul(compareExact(one, other) < 0 ? other : one));
}
