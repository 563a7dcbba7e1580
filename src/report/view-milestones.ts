import { plural } from './format.ts';
import type { MilestoneState, Report } from './report.ts';
import { periodInColumn, type StateView } from './view-text.ts';

export interface MilestoneView {
  readonly reference: string;
  readonly milestone: string;
  readonly due: string;
  readonly revised: string;
  readonly actual: string;
  readonly state: StateView;
  readonly comment: string;
}

const MILESTONE_STATES = {
  complete: { sign: 'tick', tone: 'good' },
  overdue: { sign: 'cross', tone: 'bad' },
  due_soon: { sign: 'open', tone: 'plain' },
  slipped: { sign: 'alert', tone: 'attention' },
  on_track: { sign: 'open', tone: 'plain' },
} as const;

const URGENCY = { overdue: 0, slipped: 1, due_soon: 2, on_track: 3, complete: 4 } as const;

export function milestoneViews(report: Report): MilestoneView[] {
  return report.milestones.map((row) => ({
    reference: row.reference,
    milestone: row.milestone,
    due: periodInColumn(row.due),
    revised: row.revised ? periodInColumn(row.revised) : '',
    actual: row.actual ? periodInColumn(row.actual) : '',
    state: { ...MILESTONE_STATES[row.state], text: row.stateText },
    comment: row.comment,
  }));
}

/** Returns the milestones that are not complete, the most urgent first, each with its date in its state. */
export function openMilestones(report: Report): MilestoneView[] {
  const views = milestoneViews(report);
  return report.milestones
    .map((row, index) => ({ row, view: views[index] }))
    .filter(({ row }) => row.state !== 'complete')
    .sort((a, b) => URGENCY[a.row.state] - URGENCY[b.row.state])
    .flatMap(({ row, view }) => (view ? [{ ...view, state: dated(view, row.state) }] : []));
}

function dated({ state, due }: MilestoneView, kind: MilestoneState): StateView {
  // The other states name a date themselves.
  return kind === 'overdue' || kind === 'on_track' ? { ...state, text: `${state.text}, due ${due}` } : state;
}

/** Returns `6 of 7 milestones complete, 1 slipped`. */
export function milestonesTitle(report: Report): string {
  const { complete, overdue, slipped, due_soon } = report.milestoneCounts;
  const total = report.milestones.length;
  if (total === 0) return 'No milestone is set';
  const parts = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(slipped > 0 ? [`${slipped} slipped`] : []),
    ...(due_soon > 0 ? [`${due_soon} due soon`] : []),
  ];
  const done =
    complete === total
      ? `All ${plural(total, 'milestone')} complete`
      : `${complete} of ${plural(total, 'milestone')} complete`;
  return [done, ...parts].join(', ');
}
