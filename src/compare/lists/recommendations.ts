import type { Recommendation } from '../../model/dataset.ts';
import { oneLine } from '../../model/one-line.ts';
import { isRecommendationClosed } from '../../papers/overdue.ts';
import type { EntryChange, RecommendationChangeKind } from '../comparison.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { movedDates, type Held } from './dates.ts';
import {
  compareLists,
  entriesOf,
  joinedSentences,
  type Happening,
  type ListEntry,
  type ListShape,
} from './entries.ts';
import { nameField, periodField, proseField, wordField, type Field } from './fields.ts';
import { dueWords } from './period-text.ts';
import { printingOf } from './printing.ts';

type Status = NonNullable<Recommendation['status']>;

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  not_started: 'not started',
  in_progress: 'in progress',
  complete: 'complete',
  rejected: 'rejected',
};

/** How far it is; a rejected one is on no such way. */
const STAGES: Readonly<Partial<Record<Status, number>>> = { not_started: 0, in_progress: 1, complete: 2 };

const ABOUT = proseField<Recommendation>(
  'recommendation',
  'Recommendation',
  (one) => one.recommendation.value,
);

const PROGRESS = [
  proseField<Recommendation>('progress', 'Progress', (one) => one.progress?.value),
  proseField<Recommendation>('in_place', 'What is in place', (one) => one.inPlace?.value),
  proseField<Recommendation>('evidence', 'Evidence', (one) => listed(one.evidence, '; ')),
] as const;

const FIELDS: readonly Field<Recommendation>[] = [
  wordField('reference', 'Reference', (one) => one.reference),
  ABOUT,
  nameField('source', 'Source', (one) => one.source),
  {
    ...wordField('status', 'Status', (one) => one.status),
    shown: ({ status }) => (status === undefined ? '' : STATUS_WORDS[status]),
  },
  nameField('owner', 'Owner', (one) => one.owner),
  periodField('due', 'Due date', (one) => one.due),
  ...PROGRESS,
  wordField('actions', 'Actions', (one) => listed(one.actions, ', ')),
];

const LIST = {
  fields: FIELDS,
  about: ABOUT,
  reference: (one: Recommendation) => one.reference,
  hasReferences: true,
  at: (one: Recommendation) => one.at,
  kinds: [
    'new',
    'gone',
    'completed',
    'set_back',
    'slipped',
    'advanced',
    'pulled_forward',
    'reworded',
    'progress',
    'other',
  ],
  board: [
    'set_back',
    'slipped',
    'gone',
    'new',
    'completed',
    'advanced',
    'pulled_forward',
    'other',
    'reworded',
    'progress',
  ],
  weighty: ['status', 'due'],
} as const;

/** Returns what happened to recommendations, what matters most first. */
export function compareRecommendations(pair: PaperPair): EntryChange<RecommendationChangeKind>[] {
  const { before, after } = pair;
  const shape: ListShape<Recommendation, RecommendationChangeKind> = {
    ...LIST,
    isNew,
    isGone,
    happened,
    printing: printingOf(pair),
  };
  const [was, now] = [before.context.meeting.recommendations, after.context.meeting.recommendations];
  return compareLists(shape, was, now).map(({ change }) => change);
}

/** Returns a side's recommendations in the form in which they are compared. */
export function entriesOfRecommendations({ context }: SidePapers): ListEntry[] {
  return entriesOf(LIST, context.meeting.recommendations);
}

function listed(entries: readonly { readonly value: string }[], separator: string): string {
  return entries.map(({ value }) => oneLine(value)).join(separator);
}

function statusWords({ status }: Recommendation): string | undefined {
  return status && STATUS_WORDS[status];
}

function wasWords(was: Recommendation): string {
  const status = statusWords(was);
  return status === undefined ? 'it had no status' : `it was ${status}`;
}

function isNew(now: Recommendation): Happening<RecommendationChangeKind> {
  const standing = [statusWords(now), now.due && dueWords(now.due)].filter((one) => one !== undefined);
  const text = standing.length === 0 ? 'New' : `New: ${standing.join(', ')}`;
  return { kind: 'new', text, good: null, tells: [] };
}

function isGone(was: Recommendation): Happening<RecommendationChangeKind> {
  const status = statusWords(was);
  if (isRecommendationClosed(was)) {
    const text = `Gone: it was ${status ?? ''} and is no longer listed`;
    return { kind: 'gone', text, good: null, tells: [], isQuiet: true };
  }
  const text = `Gone: no longer listed; ${wasWords(was)}`;
  return { kind: 'gone', text, good: false, tells: [] };
}

function happened(
  was: Recommendation,
  now: Recommendation,
  changed: ReadonlySet<string>,
): readonly Happening<RecommendationChangeKind>[] {
  const isOpen = !isRecommendationClosed(was) && !isRecommendationClosed(now);
  return [
    ...statusChange(was, now),
    ...(isOpen ? movedDates(heldOf(was), heldOf(now)) : []),
    ...progress(was, now, changed),
  ];
}

function heldOf({ due }: Recommendation): Held {
  return { period: due, isOverdue: false, isRevised: false };
}

/** One that is complete is completed from anywhere, and one that was is set back; others go by their stages. */
function statusChange(was: Recommendation, now: Recommendation): Happening<RecommendationChangeKind>[] {
  if (was.status === now.status) return [];
  const [before, after] = [statusWords(was), statusWords(now)];
  const tells = ['status'];
  const stood = wasWords(was);
  if (now.status === 'complete')
    return [{ kind: 'completed', text: `Completed; ${stood}`, good: true, tells }];
  const from = was.status && STAGES[was.status];
  const to = now.status && STAGES[now.status];
  const isBack = was.status === 'complete' || (from !== undefined && to !== undefined && to < from);
  const is = after === undefined ? 'it has no status now' : `it is ${after}`;
  if (isBack) return [{ kind: 'set_back', text: `Set back: ${is}; ${stood}`, good: false, tells }];
  if (from === undefined || to === undefined) return [];
  return [{ kind: 'advanced', text: `Advanced from ${before ?? ''} to ${after ?? ''}`, good: true, tells }];
}

function progress(
  was: Recommendation,
  now: Recommendation,
  changed: ReadonlySet<string>,
): Happening<RecommendationChangeKind>[] {
  const fields = PROGRESS.filter(({ name }) => changed.has(name));
  if (fields.length === 0) return [];
  const sentences = fields.map(({ label, value }) => {
    const how = value(was) === '' ? 'added' : value(now) === '' ? 'removed' : 'updated';
    return `${label} ${how}`;
  });
  const tells = fields.map(({ name }) => name);
  return [{ kind: 'progress', text: joinedSentences(sentences), good: null, tells }];
}
