import type { PaperContext } from '../../papers/context.ts';
import { overdueItems, type OverdueItem } from '../../papers/overdue.ts';
import { expectedOf } from '../../risk/action-state.ts';
import { fieldPlace } from '../../risk/entry.ts';

/** Returns the actions that are overdue by a date before they were raised: the date is wrong, or the day of raising (W220). */
export function overdueBeforeRaised(context: PaperContext): OverdueItem[] {
  const dates = new Set(
    context.meeting.actions.flatMap((action) => {
      const expected = expectedOf(action);
      const isBefore = expected && action.raised && expected.end < action.raised.start;
      return isBefore ? [fieldPlace(action, action.revised ? 'revised' : 'due')] : [];
    }),
  );
  return overdueItems(context).filter(({ kind, at }) => kind === 'action' && dates.has(at));
}
