import type { Action, Meeting, Milestone, Recommendation, Risk } from '../model/dataset.ts';
import type { Period } from '../model/period.ts';
import { expectedOf } from '../risk/action-state.ts';
import type { Entry } from '../risk/entry.ts';
import { followed, type Followed, type Listed } from '../risk/reference.ts';
import { earlierMeetings, type PaperContext } from './context.ts';
import { isRecommendationClosed } from './overdue.ts';

/** What the lists that are carried from meeting to meeting have in common. */
export interface ListKind<T extends Entry> {
  readonly of: (meeting: Meeting) => readonly T[];
  /** What the entry is about. */
  readonly text: (entry: T) => string;
  /** Neither done nor given up. */
  readonly isOpen: (entry: T) => boolean;
  /** The period it is held to. */
  readonly expected: (entry: T) => Period | undefined;
}

export const RISKS: ListKind<Risk> = {
  of: ({ risks }) => risks,
  text: ({ risk }) => risk,
  isOpen: ({ open }) => open,
  expected: ({ mitigationDate }) => mitigationDate,
};

export const MILESTONES: ListKind<Milestone> = {
  of: ({ milestones }) => milestones,
  text: ({ milestone }) => milestone,
  isOpen: ({ complete }) => !complete,
  expected: expectedOf,
};

export const ACTIONS: ListKind<Action> = {
  of: ({ actions }) => actions,
  text: ({ action }) => action,
  isOpen: ({ state }) => state === 'open',
  expected: expectedOf,
};

export const RECOMMENDATIONS: ListKind<Recommendation> = {
  of: ({ recommendations }) => recommendations,
  text: ({ recommendation }) => recommendation.value,
  isOpen: (one) => !isRecommendationClosed(one),
  expected: ({ due }) => due,
};

/**
 * Returns what became of the entries that earlier papers listed. Nothing where a file could not be read whole: what is
 * missing, or was another, may stand there.
 */
export function followedEntries<T extends Entry>(context: PaperContext, list: ListKind<T>): Followed<T>[] {
  if (context.faulty.size > 0) return [];
  return followed(earlierMeetings(context), list.of, list.of(context.meeting), list.text);
}

/** Returns the entries that were open when earlier papers last listed them, and that these papers do not list. */
export function goneEntries<T extends Entry>(context: PaperContext, list: ListKind<T>): Listed<T>[] {
  return followedEntries(context, list).filter(({ was, now }) => now === undefined && list.isOpen(was));
}
