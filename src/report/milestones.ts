import type { PaperContext } from '../papers/context.ts';
import {
  countMilestones,
  milestoneStatus,
  type MilestoneCounts,
  type MilestoneStatus,
  type Slip,
} from '../risk/milestone-state.ts';
import { formatDate, formatDays, formatMonths, formatPeriodMidSentence, periodRef } from './format.ts';
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
