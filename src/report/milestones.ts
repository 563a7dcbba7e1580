import type { PaperContext } from '../papers/context.ts';
import {
  countMilestones,
  milestoneStatus,
  type MilestoneCounts,
  type MilestoneStatus,
  type Slip,
} from '../risk/milestone-state.ts';
import {
  formatDate,
  formatDays,
  formatMonths,
  formatPeriodMidSentence,
  periodRef,
  spaced,
} from './format.ts';
import type { MilestoneRow } from './report.ts';

/** Returns the milestones in the order of the data, each with its state as of the meeting's date. */
export function milestoneRows({ meeting, programme, asOf }: PaperContext): MilestoneRow[] {
  return meeting.milestones.map((milestone) => {
    const status = milestoneStatus(milestone, asOf, programme.dueSoonDays);
    return {
      reference: milestone.reference,
      milestone: milestone.milestone,
      due: periodRef(milestone.due),
      ...(milestone.revised && { revised: periodRef(milestone.revised) }),
      ...(milestone.actual && { actual: periodRef(milestone.actual) }),
      state: status.state,
      stateText: stateText(status),
      ...(status.slip && { slipText: slipText(status.slip) }),
      comment: milestone.comment,
      at: milestone.at,
    };
  });
}

/** Returns how many milestones are in each state. */
export function milestoneCounts({ meeting, programme, asOf }: PaperContext): MilestoneCounts {
  return countMilestones(meeting.milestones, asOf, programme.dueSoonDays);
}

/** What tells whether a milestone slipped, also where it is in a more urgent state. */
export type SlipDates = Pick<MilestoneRow, 'state' | 'due' | 'revised'>;

/** Returns the milestones that are not complete and whose date was moved later, in any state. */
export function slippedMilestones<T extends SlipDates>(rows: readonly T[]): T[] {
  return rows.filter(
    ({ state, due, revised }) => state !== 'complete' && revised !== undefined && revised.end > due.end,
  );
}

/**
 * Returns ` (1 of them overdue)`: what a count of slipped milestones says beside counts of those overdue and due soon, which
 * have some of them too.
 */
export function slippedAlso(slipped: readonly SlipDates[]): string {
  const states = (['overdue', 'due_soon'] as const).flatMap((state) => {
    const count = slipped.filter((row) => row.state === state).length;
    return count === 0 ? [] : [{ count, words: spaced(state) }];
  });
  if (states.length === 0) return '';
  if (slipped.length === 1) return ` (also ${states.map(({ words }) => words).join()})`;
  return ` (${states.map(({ count, words }, at) => `${count}${at === 0 ? ' of them' : ''} ${words}`).join(', ')})`;
}

function stateText({ state, expected, overdueDays = 0, slip }: MilestoneStatus): string {
  switch (state) {
    case 'complete':
      return 'Complete';
    case 'overdue':
      return `Overdue by ${formatDays(overdueDays)}`;
    case 'due_soon':
      return `Due soon: ${formatDate(expected.end)}`;
    case 'slipped':
      return slip ? `Slipped ${slipText(slip)}, to ${formatPeriodMidSentence(slip.to)}` : 'Slipped';
    case 'on_track':
      return 'On track';
  }
}

function slipText({ count, unit }: Slip): string {
  return unit === 'days' ? formatDays(count) : formatMonths(count);
}
