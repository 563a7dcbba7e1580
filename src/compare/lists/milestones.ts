import type { Milestone } from '../../model/dataset.ts';
import { expectedOf } from '../../risk/action-state.ts';
import { milestoneStatus } from '../../risk/milestone-state.ts';
import type { EntryChange, MilestoneChangeKind } from '../comparison.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { movedDates, overdueChange, standingWords, type Held } from './dates.ts';
import { compareLists, entriesOf, type Happening, type ListEntry, type ListShape } from './entries.ts';
import { periodField, proseField, wordField, type Field } from './fields.ts';
import { wasDueWords, whenWords } from './period-text.ts';

const ABOUT = proseField<Milestone>('milestone', 'Milestone', (one) => one.milestone);

const FIELDS: readonly Field<Milestone>[] = [
  wordField('reference', 'Reference', (one) => one.reference),
  ABOUT,
  periodField('due', 'Original due date', (one) => one.due),
  periodField('revised', 'Revised date', (one) => one.revised),
  periodField('actual', 'Completion date', (one) => one.actual),
  wordField('status', 'Status', (one) => (one.complete ? 'complete' : 'open')),
  proseField('comment', 'Comment', (one) => one.comment),
];

const LIST = {
  fields: FIELDS,
  about: ABOUT,
  reference: (one: Milestone) => one.reference,
  hasReferences: true,
  at: (one: Milestone) => one.at,
  kinds: [
    'new',
    'gone',
    'completed',
    'reopened',
    'newly_overdue',
    'slipped',
    'pulled_forward',
    'no_longer_overdue',
    'reworded',
    'other',
  ],
  board: [
    'newly_overdue',
    'slipped',
    'reopened',
    'gone',
    'new',
    'no_longer_overdue',
    'pulled_forward',
    'completed',
    'other',
    'reworded',
  ],
  weighty: ['due'],
} as const;

/** A milestone on one side, as of that side's date. */
interface Standing extends Held {
  readonly milestone: Milestone;
}

/**
 * Returns what happened to milestones, what matters most first. The date that one is held to is the revised one where there
 * is one; whether it is overdue is told as of each side's own date.
 */
export function compareMilestones({ before, after }: PaperPair): EntryChange<MilestoneChangeKind>[] {
  const shape: ListShape<Milestone, MilestoneChangeKind> = {
    ...LIST,
    isNew: (now) => isNew(standing(after, now)),
    isGone: (was) => isGone(standing(before, was)),
    happened: (was, now) => happened(standing(before, was), standing(after, now)),
  };
  const [was, now] = [before.context.meeting.milestones, after.context.meeting.milestones];
  return compareLists(shape, was, now).map(({ change }) => change);
}

/** Returns a side's milestones in the form in which they are compared. */
export function entriesOfMilestones({ context }: SidePapers): ListEntry[] {
  return entriesOf(LIST, context.meeting.milestones);
}

function standing({ context }: SidePapers, milestone: Milestone): Standing {
  const { state } = milestoneStatus(milestone, context.asOf, context.programme.dueSoonDays);
  return {
    milestone,
    period: expectedOf(milestone),
    isOverdue: state === 'overdue',
    isRevised: milestone.revised !== undefined,
  };
}

function isNew(now: Standing): Happening<MilestoneChangeKind> {
  const { complete, actual } = now.milestone;
  const text = complete
    ? `New, and ${actual ? `completed ${whenWords(actual)}` : 'complete'}`
    : `New: ${standingWords(now)}`;
  return { kind: 'new', text, good: now.isOverdue ? false : null, tells: [] };
}

function isGone(was: Standing): Happening<MilestoneChangeKind> {
  if (was.milestone.complete)
    return {
      kind: 'gone',
      text: 'Gone: it was complete and is no longer listed',
      good: null,
      tells: [],
      isQuiet: true,
    };
  return {
    kind: 'gone',
    text: `Gone: no longer listed; it was not complete, ${standingWords(was)}`,
    good: false,
    tells: [],
  };
}

function happened(was: Standing, now: Standing): readonly Happening<MilestoneChangeKind>[] {
  const [before, after] = [was.milestone, now.milestone];
  if (after.complete && !before.complete) {
    const on = after.actual ? `Completed ${whenWords(after.actual)}` : 'Completed';
    const tells = ['status', ...(before.actual ? [] : ['actual'])];
    return [{ kind: 'completed', text: `${on}; ${wasDueWords(was.period)}`, good: true, tells }];
  }
  if (before.complete && !after.complete) {
    const tells = ['status', ...(after.actual ? [] : ['actual'])];
    return [{ kind: 'reopened', text: `Reopened: ${standingWords(now)}`, good: false, tells }];
  }
  return after.complete ? [] : [...movedDates(was, now), ...overdueChange(was, now)];
}
