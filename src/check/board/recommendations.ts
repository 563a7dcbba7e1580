import type { Action, Meeting, Recommendation } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatList, plural } from '../../model/format.ts';
import { nearest } from '../../model/suggest.ts';
import { findByReference } from '../../risk/reference.ts';
import { subjectOf } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { fieldPlace } from '../../risk/entry.ts';

const unknownAction: Check = ({ meeting, faulty }) => {
  // The action may be listed in a file that could not be read.
  if (faulty.size > 0) return [];
  const known = meeting.actions.map((action) => action.reference);
  return meeting.recommendations.flatMap(({ reference, actions }) =>
    actions
      .filter((named) => !findByReference(meeting.actions, named.value))
      .map((named) => {
        const meant = nearest(named.value, known);
        return finding(
          'W406',
          `recommendation ${reference} names action ${named.value}, which is not listed`,
          {
            at: named.at,
            about: subjectOf('recommendation', reference),
            why: known.length === 0 ? 'this meeting has no actions' : `the actions are ${formatList(known)}`,
            help: meant === undefined ? undefined : `did you mean ${meant}?`,
          },
        );
      }),
  );
};

const completeWithOpen: Check = ({ meeting }) =>
  meeting.recommendations.flatMap((one) => {
    const open = actionsOf(one, meeting).filter((action) => action.state === 'open');
    if (one.status !== 'complete' || open.length === 0) return [];
    const message = `recommendation ${one.reference} is complete, but ${plural(open.length, 'action')} of it ${open.length === 1 ? 'is' : 'are'} open`;
    return [
      finding('W407', message, {
        at: fieldPlace(one, 'status'),
        about: subjectOf('recommendation', one.reference),
        why: formatList(open.map(({ reference, action }) => `${reference} "${action}"`)),
        related: open.map((action) => action.at),
      }),
    ];
  });

/** Of one that has not been started there is nothing to tell; what is in place now is progress, too. */
const noProgress: Check = ({ meeting }) =>
  meeting.recommendations.flatMap((one) => {
    const { status, progress, inPlace } = one;
    if (status === 'not_started' || status === 'rejected') return [];
    if ([progress, inPlace].some((text) => text !== undefined && text.value.trim() !== '')) return [];
    return [
      finding('W409', `recommendation ${one.reference} has no progress`, {
        at: fieldPlace(one, 'progress'),
        about: subjectOf('recommendation', one.reference),
        why: `it ${status === undefined ? 'has no status' : `is ${statusText(status)}`}, and says neither what was done nor what is in place`,
      }),
    ];
  });

export const RECOMMENDATION_RULES: readonly Rule[] = [
  rule(['W406'], unknownAction),
  rule(['W407'], completeWithOpen),
  rule(['W409'], noProgress),
];

/** Returns a status as sentences have it: `in progress`. */
export function statusText(status: NonNullable<Recommendation['status']>): string {
  return status.replace('_', ' ');
}

function actionsOf({ actions }: Recommendation, meeting: Meeting): Action[] {
  return actions.flatMap((named) => findByReference(meeting.actions, named.value) ?? []);
}
