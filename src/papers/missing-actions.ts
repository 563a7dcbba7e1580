import type { Action } from '../model/dataset.ts';
import { findByReference, lastListed, type Listed } from '../risk/reference.ts';
import { earlierMeetings, type PaperContext } from './context.ts';

/**
 * Returns the actions that were open when earlier papers last listed them, however many meetings ago, and that these papers
 * do not list. None where a file could not be read whole: what is missing may stand there.
 */
export function missingActions(context: PaperContext): Listed<Action>[] {
  if (context.faulty.size > 0) return [];
  return lastListed(earlierMeetings(context), (one) => one.actions).filter(
    ({ was }) => was.state === 'open' && !findByReference(context.meeting.actions, was.reference),
  );
}
