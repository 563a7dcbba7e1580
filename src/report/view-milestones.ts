import { plural } from './format.ts';
import { slippedAlso, slippedMilestones } from './milestones.ts';
import type { MilestoneRow, Report } from './report.ts';
import { periodInColumn, type StateView } from './view-text.ts';

export interface MilestoneView {
  /** The council's reference: `M4`, or what the milestone belongs to. */
  readonly reference: string;
  /** What is to be reached: `Academy ready for launch`. */
  readonly milestone: string;
  /** When it was due first: `Mar 2021`. */
  readonly due: string;
  /** The later date that was agreed: `Summer 2021`; empty without one. */
  readonly revised: string;
  /** When it was reached: `28 Aug 2026`; empty where that is not given. */
  readonly actual: string;
  /** How it stands: `Complete`, `Overdue by 19 days`. */
  readonly state: StateView;
  /** What the council says about it; may be empty. */
  readonly comment: string;
}

/** What a milestone's state is told from. */
export type MilestoneDates = Pick<MilestoneRow, 'state' | 'stateText' | 'due' | 'revised' | 'actual'>;

const MILESTONE_STATES = {
  complete: { sign: 'tick', tone: 'good' },
  overdue: { sign: 'cross', tone: 'bad' },
  due_soon: { sign: 'open', tone: 'plain' },
  slipped: { sign: 'alert', tone: 'attention' },
  on_track: { sign: 'open', tone: 'plain' },
} as const;

/** The most urgent state first. */
export const URGENCY = { overdue: 0, slipped: 1, due_soon: 2, on_track: 3, complete: 4 } as const;

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
    .flatMap(({ row, view }) => (view ? [{ ...view, state: milestoneState(row) }] : []));
}

/** Returns the state of a milestone with its date: `Overdue by 19 days, due Mar 2021`, `Complete, 28 Aug 2026`. */
export function milestoneState({ state, stateText, due, revised, actual }: MilestoneDates): StateView {
  return { ...MILESTONE_STATES[state], text: datedText() };

  function datedText(): string {
    switch (state) {
      case 'overdue':
      case 'on_track':
        return `${stateText}, due ${periodInColumn(revised ?? due)}`;
      case 'complete':
        return actual
          ? `${stateText}, ${periodInColumn(actual)}`
          : `${stateText}, due ${periodInColumn(revised ?? due)}`;
      // The other states name a date themselves.
      case 'due_soon':
      case 'slipped':
        return stateText;
    }
  }
}

/** Returns `6 of 7 milestones complete, 1 slipped 5 months`. */
export function milestonesTitle(report: Report): string {
  const { complete, overdue, due_soon } = report.milestoneCounts;
  const total = report.milestones.length;
  if (total === 0) return 'No milestone is set';
  const slipped = slippedMilestones(report.milestones);
  const [slip] = slipped.map(({ slipText }) => slipText);
  const by = slipped.length === 1 && slip !== undefined ? ` ${slip}` : '';
  const parts = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(slipped.length > 0 ? [`${slipped.length} slipped${by}${slippedAlso(slipped)}`] : []),
    ...(due_soon > 0 ? [`${due_soon} due soon`] : []),
  ];
  const done =
    complete === total
      ? `All ${plural(total, 'milestone')} complete`
      : `${complete} of ${plural(total, 'milestone')} complete`;
  return [done, ...parts].join(', ');
}
