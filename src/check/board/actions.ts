import type { Action } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatDate, formatDays, formatPeriodInFull, plural } from '../../model/format.ts';
import { actionStatus, carriedFrom, expectedOf } from '../../risk/action-state.ts';
import { earlierMeetings } from '../../papers/context.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { judgedText, overdueWhy } from './dates.ts';
import { missingActions } from '../../papers/missing-actions.ts';
import { fieldPlace } from '../../risk/entry.ts';

const overdue: Check = ({ meeting, programme, asOf }) =>
  meeting.actions.flatMap((action) => {
    const { overdueDays, expected } = actionStatus(action, asOf, programme.dueSoonDays);
    if (overdueDays === undefined || !expected) return [];
    return [
      finding('W206', `action ${action.reference} is overdue by ${formatDays(overdueDays)}`, {
        at: fieldPlace(action, action.revised ? 'revised' : 'due'),
        why: [...ownerText(action), overdueWhy(expected, action.revised !== undefined, asOf)].join(' · '),
      }),
    ];
  });

/** One note for all of them: a council either records the dates or does not. */
const undated: Check = ({ meeting }) => {
  const complete = meeting.actions.filter((one) => one.state === 'complete');
  const [first, ...others] = complete.filter((one) => !one.done);
  if (!first) return [];
  const count = others.length + 1;
  return [
    finding(
      'N207',
      `${count} of ${plural(complete.length, 'complete action')} ${count === 1 ? 'has' : 'have'} no date of completion`,
      {
        at: fieldPlace(first, 'state'),
        why: 'without one it cannot be said whether an action was done on time',
        related: others.map((one) => fieldPlace(one, 'state')),
      },
    ),
  ];
};

/** Until it is closed, however many meetings ago it was last listed. */
const dropped: Check = (context) =>
  missingActions(context).map(({ meeting: then, was }) =>
    finding('W208', `action ${was.reference} was open on ${formatDate(then.date)} and is no longer listed`, {
      at: context.meeting.actions[0]?.at ?? was.at,
      why: `"${was.action}"`,
      related: [was.at],
    }),
  );

/** A reference that is given to something else takes the old action out of sight. */
const reused: Check = (context) =>
  context.meeting.actions.flatMap((action) => {
    const carried = carriedFrom(earlierMeetings(context), action);
    if (!carried || carried.was.state !== 'open' || sharesWords(action.action, carried.was.action)) return [];
    return [
      finding('W215', `action ${action.reference} was another at the meeting before`, {
        at: fieldPlace(action, 'reference'),
        why: `"${action.action}" now, "${carried.was.action}" before, which was open`,
        related: [carried.was.at],
      }),
    ];
  });

const revisedEarlier: Check = ({ meeting }) =>
  meeting.actions.flatMap((action) => {
    const { due, revised, reference } = action;
    if (!due || !revised || revised.end >= due.end) return [];
    const message = `action ${reference} is due ${formatPeriodInFull(due)} but revised to the earlier ${formatPeriodInFull(revised)}`;
    return [
      finding('W209', message, {
        at: fieldPlace(action, 'revised'),
        related: [fieldPlace(action, 'due')],
      }),
    ];
  });

const reopened: Check = (context) =>
  context.meeting.actions.flatMap((action) => {
    const carried = carriedFrom(earlierMeetings(context), action);
    const meeting = context.meetings.find((one) => one.id === carried?.meeting);
    if (!carried || !meeting || action.state !== 'open' || carried.state === 'open') return [];
    const { was } = carried;
    const message = `action ${action.reference} was ${was.state} on ${formatDate(meeting.date)} and is open again`;
    return [
      finding('W210', message, { at: fieldPlace(action, 'state'), related: [fieldPlace(was, 'state')] }),
    ];
  });

/** Later than at the last meeting, or than it was first due; a comment is taken for the reason. */
const movedSilently: Check = (context) =>
  context.meeting.actions.flatMap((action) => {
    const now = expectedOf(action);
    if (action.state !== 'open' || !now || action.comment.trim() !== '') return [];
    const was = carriedFrom(earlierMeetings(context), action)?.was;
    const then = (was && expectedOf(was)) ?? action.due;
    const from = then && then.end < now.end ? then : action.due;
    if (!from || from.end >= now.end) return [];
    const message = `action ${action.reference} has moved from ${formatPeriodInFull(from)} to ${formatPeriodInFull(now)}, without a comment`;
    return [
      finding('W211', message, {
        at: fieldPlace(action, action.revised ? 'revised' : 'due'),
        related: was && from === then ? [fieldPlace(was, was.revised ? 'revised' : 'due')] : [],
      }),
    ];
  });

const unassigned: Check = ({ meeting }) =>
  meeting.actions.flatMap((action) => {
    if (action.state !== 'open') return [];
    const lacking = [
      ...(ownerText(action).length === 0 ? ['owner'] : []),
      ...(expectedOf(action) ? [] : ['date']),
    ];
    if (lacking.length === 0) return [];
    return [
      finding('W212', `action ${action.reference} is open and has no ${lacking.join(' and no ')}`, {
        at: action.at,
      }),
    ];
  });

const doneOpen: Check = ({ meeting }) =>
  meeting.actions.flatMap((action) => {
    const { done, state, reference } = action;
    if (!done || state !== 'open') return [];
    const message = `action ${reference} has the date of completion ${formatPeriodInFull(done)} but is open`;
    return [
      finding('W213', message, { at: fieldPlace(action, 'done'), related: [fieldPlace(action, 'state')] }),
    ];
  });

const doneAhead: Check = ({ meeting, asOf }) =>
  meeting.actions.flatMap((action) => {
    const { done, reference } = action;
    if (!done || done.start <= asOf) return [];
    const message = `action ${reference} has the date of completion ${formatPeriodInFull(done)}, still ahead`;
    return [finding('W214', message, { at: fieldPlace(action, 'done'), why: judgedText(asOf) })];
  });

export const ACTION_RULES: readonly Rule[] = [
  rule(['W206'], overdue),
  rule(['N207'], undated),
  rule(['W208'], dropped),
  rule(['W215'], reused),
  rule(['W209'], revisedEarlier),
  rule(['W210'], reopened),
  rule(['W211'], movedSilently),
  rule(['W212'], unassigned),
  rule(['W213'], doneOpen),
  rule(['W214'], doneAhead),
];

function ownerText({ owner }: Action): string[] {
  return owner === undefined || owner.trim() === '' ? [] : [`with ${owner}`];
}

/** Whether two texts have a word of three letters or more in common: one that was reworded has. */
function sharesWords(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return words.size === 0 || wordsOf(other).some((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}
