import type {
  ActionChangeKind,
  EscalationChangeKind,
  MilestoneChangeKind,
  RecommendationChangeKind,
  ResolutionChangeKind,
  RiskChangeKind,
} from '../comparison.ts';

/** Every kind of change of an entry of a list. */
export type EntryKind =
  | MilestoneChangeKind
  | RiskChangeKind
  | ActionChangeKind
  | RecommendationChangeKind
  | ResolutionChangeKind
  | EscalationChangeKind;

/** Which kinds are good or bad by themselves, whatever else happened to the entry. */
const JUDGED: Partial<Readonly<Record<EntryKind, boolean>>> = {
  escalated: false,
  newly_overdue: false,
  slipped: false,
  set_back: false,
  reopened: false,
  mitigation_later: false,
  mitigation_earlier: true,
  de_escalated: true,
  closed: true,
  completed: true,
  answered: true,
  advanced: true,
  pulled_forward: true,
  no_longer_overdue: true,
};

/** Returns whether what happened to an entry above all, which is what is said of it, is good; null where neither is known. */
export function isGood({
  kinds,
  good,
}: {
  readonly kinds: readonly EntryKind[];
  readonly good: boolean | null;
}): boolean | null {
  const [first] = kinds;
  return (first === undefined ? undefined : JUDGED[first]) ?? good;
}

interface KindWords {
  /** The word before an entry. */
  readonly mark: string;
  /** What one did, and what several did: `1 milestone slipped`, `2 are newly overdue`. */
  readonly one: string;
  readonly many: string;
}

/** The words of every kind, in the order in which entries are told: what asks for attention first. */
export const KINDS: Readonly<Record<EntryKind, KindWords>> = {
  escalated: same('escalated', 'escalated'),
  newly_overdue: be('newly overdue', 'newly overdue'),
  slipped: same('slipped', 'slipped'),
  set_back: was('set back', 'set back'),
  reopened: was('reopened', 'reopened'),
  gone: be('gone', 'gone'),
  new: be('new', 'new'),
  rescored: was('re-scored', 're-scored by the matrix'),
  moved: same('moved', 'moved on the matrix'),
  restated_score: { mark: 'score', one: 'has another stated score', many: 'have another stated score' },
  mitigation_later: has('mitigation later', 'a later date of mitigation'),
  mitigation_earlier: has('mitigation earlier', 'an earlier date of mitigation'),
  mitigation_date: has('mitigation date', 'another date of mitigation'),
  de_escalated: same('de-escalated', 'de-escalated'),
  closed: was('closed', 'closed'),
  completed: was('completed', 'completed'),
  answered: was('answered', 'answered'),
  advanced: same('advanced', 'advanced'),
  withdrawn: was('withdrawn', 'withdrawn'),
  pulled_forward: was('pulled forward', 'pulled forward'),
  no_longer_overdue: be('no longer overdue', 'no longer overdue'),
  progress: has('progress', 'new words of progress'),
  reworded: was('re-worded', 're-worded'),
  other: same('changed', 'changed otherwise'),
};

const ORDER = Object.keys(KINDS);

/** Returns where a kind stands among the kinds. */
export function rankOf(kind: EntryKind | undefined): number {
  return kind === undefined ? ORDER.length : ORDER.indexOf(kind);
}

function same(mark: string, words: string): KindWords {
  return { mark, one: words, many: words };
}

function be(mark: string, words: string): KindWords {
  return { mark, one: `is ${words}`, many: `are ${words}` };
}

function was(mark: string, words: string): KindWords {
  return { mark, one: `was ${words}`, many: `were ${words}` };
}

function has(mark: string, words: string): KindWords {
  return { mark, one: `has ${words}`, many: `have ${words}` };
}
