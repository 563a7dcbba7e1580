import type { Meeting } from '../../model/dataset.ts';
import type { Place } from '../../model/place.ts';
import { expectedOf } from '../../risk/action-state.ts';
import { fieldPlace } from '../../risk/entry.ts';

/** Returns where the dates of actions stand that are before the actions were raised, of those that the actions are held to. */
export function datesBeforeRaised({ actions }: Pick<Meeting, 'actions'>): ReadonlySet<Place> {
  return new Set(
    actions.flatMap((action) => {
      const expected = expectedOf(action);
      const isBefore = expected && action.raised && expected.end < action.raised.start;
      return isBefore ? [fieldPlace(action, action.revised ? 'revised' : 'due')] : [];
    }),
  );
}
