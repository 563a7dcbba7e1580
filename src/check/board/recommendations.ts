import type { Action, Meeting, Recommendation } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatDate, formatDays, formatList, plural } from '../../model/format.ts';
import { nearest } from '../../model/suggest.ts';
import { deadline } from '../../risk/deadline.ts';
import { findByReference, lastListed } from '../../risk/reference.ts';
import { earlierMeetings } from '../../papers/context.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { overdueWhy } from './dates.ts';
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
        why: formatList(open.map(({ reference, action }) => `${reference} "${action}"`)),
        related: open.map((action) => action.at),
      }),
    ];
  });

const overdue: Check = ({ meeting, programme, asOf }) =>
  meeting.recommendations.flatMap((one) => {
    if (!one.due || isClosed(one)) return [];
    const { overdueDays } = deadline(one.due, asOf, programme.dueSoonDays);
    if (overdueDays === undefined) return [];
    return [
      finding('W408', `recommendation ${one.reference} is overdue by ${formatDays(overdueDays)}`, {
        at: fieldPlace(one, 'due'),
        why: overdueWhy(one.due, false, asOf),
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
        why: `it ${status === undefined ? 'has no status' : `is ${STATUS[status]}`}, and says neither what was done nor what is in place`,
      }),
    ];
  });

/** Until it is closed, however many meetings ago it was last listed. */
const dropped: Check = (context) => {
  const { meeting, faulty } = context;
  if (faulty.size > 0) return [];
  return lastListed(earlierMeetings(context), (one) => one.recommendations).flatMap(
    ({ meeting: then, was }) => {
      if (isClosed(was) || findByReference(meeting.recommendations, was.reference)) return [];
      const stood = was.status === undefined ? 'listed' : STATUS[was.status];
      const message = `recommendation ${was.reference} was ${stood} on ${formatDate(then.date)} and is no longer listed`;
      return [finding('W410', message, { at: meeting.recommendations[0]?.at ?? was.at, related: [was.at] })];
    },
  );
};

export const RECOMMENDATION_RULES: readonly Rule[] = [
  rule(['W406'], unknownAction),
  rule(['W407'], completeWithOpen),
  rule(['W408'], overdue),
  rule(['W409'], noProgress),
  rule(['W410'], dropped),
];

const STATUS: Readonly<Record<NonNullable<Recommendation['status']>, string>> = {
  not_started: 'not started',
  in_progress: 'in progress',
  complete: 'complete',
  rejected: 'rejected',
};

function isClosed({ status }: Recommendation): boolean {
  return status === 'complete' || status === 'rejected';
}

function actionsOf({ actions }: Recommendation, meeting: Meeting): Action[] {
  return actions.flatMap((named) => findByReference(meeting.actions, named.value) ?? []);
}
