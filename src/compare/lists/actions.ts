import type { Action } from '../../model/dataset.ts';
import { actionStatus, expectedOf } from '../../risk/action-state.ts';
import type { ActionChangeKind, EntryChange } from '../comparison.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { movedDates, overdueChange, standingWords, type Held } from './dates.ts';
import { compareLists, entriesOf, type Happening, type ListEntry, type ListShape } from './entries.ts';
import { nameField, periodField, proseField, wordField, type Field } from './fields.ts';
import { wasDueWords, whenWords } from './period-text.ts';

const ABOUT = proseField<Action>('action', 'Action', (one) => one.action);

const FIELDS: readonly Field<Action>[] = [
  wordField('reference', 'Reference', (one) => one.reference),
  ABOUT,
  nameField('owner', 'Owner', (one) => one.owner),
  periodField('raised', 'Date raised', (one) => one.raised),
  periodField('due', 'Original due date', (one) => one.due),
  periodField('revised', 'Revised date', (one) => one.revised),
  periodField('done', 'Completion date', (one) => one.done),
  wordField('status', 'Status', (one) => one.state),
  proseField('comment', 'Comment', (one) => one.comment),
];

const LIST = {
  fields: FIELDS,
  about: ABOUT,
  reference: (one: Action) => one.reference,
  hasReferences: true,
  at: (one: Action) => one.at,
  kinds: [
    'new',
    'gone',
    'completed',
    'withdrawn',
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
    'withdrawn',
    'new',
    'no_longer_overdue',
    'pulled_forward',
    'completed',
    'other',
    'reworded',
  ],
  weighty: ['due', 'revised'],
} as const;

/** An action on one side, as of that side's date. */
interface Standing extends Held {
  readonly action: Action;
}

/**
 * Returns what happened to actions, what matters most first. The date that one is held to is the revised one where there is
 * one; whether it is overdue is told as of each side's own date.
 */
export function compareActions({ before, after }: PaperPair): EntryChange<ActionChangeKind>[] {
  const shape: ListShape<Action, ActionChangeKind> = {
    ...LIST,
    isNew: (now) => isNew(standing(after, now)),
    isGone: (was) => isGone(standing(before, was)),
    happened: (was, now) => happened(standing(before, was), standing(after, now)),
  };
  const [was, now] = [before.context.meeting.actions, after.context.meeting.actions];
  return compareLists(shape, was, now).map(({ change }) => change);
}

/** Returns a side's actions in the form in which they are compared. */
export function entriesOfActions({ context }: SidePapers): ListEntry[] {
  return entriesOf(LIST, context.meeting.actions);
}

function standing({ context }: SidePapers, action: Action): Standing {
  const { state } = actionStatus(action, context.asOf, context.programme.dueSoonDays);
  return {
    action,
    period: expectedOf(action),
    isOverdue: state === 'overdue',
    isRevised: action.revised !== undefined,
  };
}

function isNew(now: Standing): Happening<ActionChangeKind> {
  const { state, done } = now.action;
  const text =
    state === 'open'
      ? `New: ${standingWords(now)}`
      : `New, and ${state === 'complete' && done ? `completed ${whenWords(done)}` : state}`;
  return { kind: 'new', text, good: now.isOverdue ? false : null, tells: [] };
}

function isGone(was: Standing): Happening<ActionChangeKind> {
  const { state } = was.action;
  if (state !== 'open') {
    const text = `Gone: it was ${state} and is no longer listed`;
    return { kind: 'gone', text, good: null, tells: [], isQuiet: true };
  }
  const text = `Gone: no longer listed; it was open, ${standingWords(was)}`;
  return { kind: 'gone', text, good: false, tells: [] };
}

function happened(was: Standing, now: Standing): readonly Happening<ActionChangeKind>[] {
  const [before, after] = [was.action, now.action];
  if (before.state === after.state)
    return after.state === 'open' ? [...movedDates(was, now), ...overdueChange(was, now)] : [];
  if (after.state === 'open') {
    const tells = ['status', ...(after.done ? [] : ['done'])];
    const text = `Reopened: it was ${before.state}, and is ${standingWords(now)}`;
    return [{ kind: 'reopened', text, good: false, tells }];
  }
  const stood = before.state === 'open' ? wasDueWords(was.period) : `it was ${before.state}`;
  if (after.state === 'withdrawn') {
    const tells = ['status', ...(after.done ? [] : ['done'])];
    return [{ kind: 'withdrawn', text: `Withdrawn; ${stood}`, good: null, tells }];
  }
  const tells = ['status', ...(before.done ? [] : ['done'])];
  const on = after.done ? `Completed ${whenWords(after.done)}` : 'Completed';
  return [{ kind: 'completed', text: `${on}; ${stood}`, good: true, tells }];
}
