import type { Milestone } from '../model/dataset.ts';
import type { Period } from '../model/period.ts';
import { daysBetween, monthsBetween, type PlainDate } from '../model/plain-date.ts';
import { deadline } from './deadline.ts';

export type MilestoneState = 'complete' | 'overdue' | 'due_soon' | 'slipped' | 'on_track';

/** How far a milestone moved later than it was first due. */
export interface Slip {
  readonly count: number;
  readonly unit: 'days' | 'months';
  readonly to: Period;
}

export interface MilestoneStatus {
  readonly state: MilestoneState;
  /** The period it is held to: the revised one where there is one. */
  readonly expected: Period;
  /** Days since the expected period's last day; only for an overdue milestone. */
  readonly overdueDays?: number;
  readonly slip?: Slip;
}

/**
 * Returns where a milestone stands as of a date, by `deadline`. Where several states hold, the first of complete,
 * overdue, due soon, slipped, on track is given; `slip` is given beside any of them.
 */
export function milestoneStatus(milestone: Milestone, asOf: PlainDate, dueSoonDays: number): MilestoneStatus {
  const expected = milestone.revised ?? milestone.due;
  const late = slip(milestone.due, milestone.complete ? (milestone.actual ?? expected) : expected);
  const status = { expected, ...(late && { slip: late }) };
  if (milestone.complete) return { ...status, state: 'complete' };
  const { state, overdueDays } = deadline(expected, asOf, dueSoonDays);
  if (state === 'ahead') return { ...status, state: late ? 'slipped' : 'on_track' };
  return { ...status, state, ...(overdueDays !== undefined && { overdueDays }) };
}

/**
 * Returns how far `to` ends after `due`: in days where both are days, or where both end in one month; else in months,
 * since a month is all that was promised. Undefined where it does not end later.
 */
export function slip(due: Period, to: Period): Slip | undefined {
  if (to.end <= due.end) return undefined;
  const months = monthsBetween(due.end, to.end);
  const inDays = months === 0 || (due.kind === 'day' && to.kind === 'day');
  return inDays
    ? { count: daysBetween(due.end, to.end), unit: 'days', to }
    : { count: months, unit: 'months', to };
}

/** How many milestones are in each state; `slippedTotal` counts those not complete that moved later, in any state. */
export type MilestoneCounts = Readonly<Record<MilestoneState, number>> & { readonly slippedTotal: number };

/** Returns the counts of a meeting's milestones as of a date. */
export function countMilestones(
  milestones: readonly Milestone[],
  asOf: PlainDate,
  dueSoonDays: number,
): MilestoneCounts {
  const counts = { complete: 0, overdue: 0, due_soon: 0, slipped: 0, on_track: 0, slippedTotal: 0 };
  for (const milestone of milestones) {
    const status = milestoneStatus(milestone, asOf, dueSoonDays);
    counts[status.state] += 1;
    if (status.slip && !milestone.complete) counts.slippedTotal += 1;
  }
  return counts;
}
