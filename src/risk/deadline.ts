import type { Period } from '../model/period.ts';
import { daysBetween, type PlainDate } from '../model/plain-date.ts';

/** How something that is not done yet stands to the period that it is expected in. */
export interface Deadline {
  readonly state: 'overdue' | 'due_soon' | 'ahead';
  /** Days since the period's last day; only where it is overdue. */
  readonly overdueDays?: number;
}

/**
 * Returns how a period stands as of a date. A month, season or quarter is due on its last day, and is overdue only on
 * the day after it; it is due soon from `dueSoonDays` days before, that day included.
 */
export function deadline(expected: Period, asOf: PlainDate, dueSoonDays: number): Deadline {
  const daysLeft = daysBetween(asOf, expected.end);
  if (daysLeft < 0) return { state: 'overdue', overdueDays: -daysLeft };
  return { state: daysLeft <= dueSoonDays ? 'due_soon' : 'ahead' };
}
