import type { MetricUnit } from '../../model/definition.ts';
import { compareExact, type Exact } from '../../model/exact.ts';
import type { ChangeLimit } from '../side.ts';

/** Returns whether a change is at most the limit. A part of nothing, or of less than nothing, is no amount. */
export function isWithin(limit: ChangeLimit, before: Exact, after: Exact, unit: MetricUnit): boolean {
  const compared = against(limit, before, after, unit);
  return compared !== undefined && compared <= 0;
}

/** Returns whether a change is less than the limit. */
export function isBelow(limit: ChangeLimit, before: Exact, after: Exact, unit: MetricUnit): boolean {
  const compared = against(limit, before, after, unit);
  return compared !== undefined && compared < 0;
}

function against(
  { value, notation }: ChangeLimit,
  before: Exact,
  after: Exact,
  unit: MetricUnit,
): number | undefined {
  const size = after.sub(before).abs();
  if (notation === 'plain') return compareExact(unit === 'share' ? size.mul(100) : size, value);
  const isMeasurable = before.s > 0n && before.n !== 0n;
  return isMeasurable ? compareExact(size.div(before), value) : undefined;
}
