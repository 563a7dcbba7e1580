import type { Action, Meeting } from '../model/dataset.ts';
import type { Period } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { deadline } from './deadline.ts';
import { findByReference } from './reference.ts';

export type ActionState = 'open' | 'due_soon' | 'overdue' | 'complete' | 'withdrawn';

export interface ActionStatus {
  readonly state: ActionState;
  /** The period it is held to: the revised one where there is one; absent where it has no date. */
  readonly expected?: Period;
  /** Days since the expected period's last day; only for an overdue action. */
  readonly overdueDays?: number;
}

/** Returns the period that an action is held to: the revised one where there is one. */
export function expectedOf({ due, revised }: Pick<Action, 'due' | 'revised'>): Period | undefined {
  return revised ?? due;
}

/** Returns where an action stands as of a date. One without a date is open until it is complete or withdrawn. */
export function actionStatus(action: Action, asOf: PlainDate, dueSoonDays: number): ActionStatus {
  const expected = expectedOf(action);
  const status = expected ? { expected } : {};
  if (action.state !== 'open') return { ...status, state: action.state };
  if (!expected) return { state: 'open' };
  const { state, overdueDays } = deadline(expected, asOf, dueSoonDays);
  return {
    ...status,
    state: state === 'ahead' ? 'open' : state,
    ...(overdueDays !== undefined && { overdueDays }),
  };
}

/** How many actions are in each state; `openTotal` counts those that are neither complete nor withdrawn. */
export type ActionCounts = Readonly<Record<ActionState, number>> & { readonly openTotal: number };

/** Returns the counts of a meeting's actions as of a date. */
export function countActions(actions: readonly Action[], asOf: PlainDate, dueSoonDays: number): ActionCounts {
  const counts = { open: 0, due_soon: 0, overdue: 0, complete: 0, withdrawn: 0, openTotal: 0 };
  for (const action of actions) {
    counts[actionStatus(action, asOf, dueSoonDays).state] += 1;
    if (action.state === 'open') counts.openTotal += 1;
  }
  return counts;
}

/** Where an action stood in the papers of the last meeting that listed it. */
export interface Carried {
  /** The meeting's id. */
  readonly meeting: string;
  readonly state: Action['state'];
  readonly was: Action;
}

/** Returns where an action last stood at an earlier meeting, matched by reference; undefined where it is new. */
export function carriedFrom(earlier: readonly Meeting[], action: Action): Carried | undefined {
  const meeting = earlier.findLast((one) => findByReference(one.actions, action.reference));
  const was = meeting && findByReference(meeting.actions, action.reference);
  return meeting && was && { meeting: meeting.id, state: was.state, was };
}
