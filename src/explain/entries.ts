import type { Action, Milestone, Recommendation, Resolution } from '../model/dataset.ts';
import { formatDate, formatDays, formatList, midSentence } from '../model/format.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { daysBetween } from '../model/plain-date.ts';
import type { Period } from '../model/period.ts';
import { once } from '../model/once.ts';
import type { PaperContext } from '../papers/context.ts';
import { resolutionLedger } from '../papers/resolution-state.ts';
import { actionRows } from '../report/lists.ts';
import { milestoneRows } from '../report/milestones.ts';
import { expectedOf } from '../risk/action-state.ts';
import { milestoneStatus } from '../risk/milestone-state.ts';
import { dateFact, entryExplanation, fact, textFact } from './entry.ts';
import type { EntryExplanation } from './explanation.ts';
import type { Papers } from './papers.ts';

/** Returns how a milestone stands, and by which date it was judged. */
export function explainMilestone(papers: Papers, milestone: Milestone): EntryExplanation {
  const { context } = papers;
  const { fields, revised } = milestone;
  const { programme, asOf } = context;
  const { expected } = milestoneStatus(milestone, asOf, programme.dueSoonDays);
  return entryExplanation(papers, 'milestone', {
    reference: milestone.reference,
    title: milestone.milestone,
    at: milestone.at,
    fields,
    state: milestoneState(context, milestone),
    because: milestone.complete
      ? ['marked as complete']
      : [
          `held to its ${revised ? 'revised' : 'due'} date, ${untilText(expected, asOf)}`,
          ...soonWords(context, expected),
        ],
    facts: [
      ...dateFact('due', milestone.due, fields['due']),
      ...dateFact('revised', revised, fields['revised']),
      ...dateFact('actual', milestone.actual, fields['actual']),
      ...fact('complete', milestone.complete ? 'yes' : 'no', fields['complete']),
      ...fact('comment', milestone.comment, fields['comment']),
    ],
  });
}

/** Returns how an action stands, and by which date it was judged. */
export function explainAction(papers: Papers, action: Action): EntryExplanation {
  const { context } = papers;
  const { fields } = action;
  const row = actionsByEntry(context).get(action);
  const expected = expectedOf(action);
  const carried = row?.carried;
  return entryExplanation(papers, 'action', {
    reference: action.reference,
    title: action.action,
    at: action.at,
    fields,
    state: row?.stateText ?? '',
    because: [
      ...(action.state === 'open' && expected
        ? [
            `held to its ${action.revised ? 'revised' : 'due'} date, ${untilText(expected, context.asOf)}`,
            ...soonWords(context, expected),
          ]
        : []),
      ...(carried ? [`carried from the papers of ${carried.meeting}, where it was ${carried.state}`] : []),
    ],
    facts: [
      ...fact('owner', action.owner, fields['owner']),
      ...dateFact('raised', action.raised, fields['raised']),
      ...dateFact('due', action.due, fields['due']),
      ...dateFact('revised', action.revised, fields['revised']),
      ...dateFact('completed', action.done, fields['done']),
      ...fact('comment', action.comment, fields['comment']),
    ],
  });
}

/** Returns what the papers say of a recommendation. */
export function explainRecommendation(papers: Papers, one: Recommendation): EntryExplanation {
  const { fields } = one;
  return entryExplanation(papers, 'recommendation', {
    reference: one.reference,
    title: one.recommendation.value,
    at: one.at,
    fields,
    state: one.status?.replaceAll('_', ' ') ?? 'no status given',
    because: [],
    facts: [
      ...fact('source', one.source, fields['source']),
      ...fact('status', one.status?.replaceAll('_', ' '), fields['status']),
      ...fact('owner', one.owner, fields['owner']),
      ...dateFact('due', one.due, fields['due']),
      ...textFact('progress', one.progress),
      ...textFact('in place', one.inPlace),
      ...one.evidence.flatMap((text) => textFact('evidence', text)),
      ...one.actions.map(({ value, at }) => ({ label: 'action', text: value, at })),
    ],
  });
}

/** Returns when a resolution was made, and what the papers since answered to it. */
export function explainResolution(papers: Papers, one: Resolution): EntryExplanation {
  const { context } = papers;
  const status = statusesByEntry(context).get(one);
  const { answers = [], resolvedAt } = status ?? {};
  return entryExplanation(papers, 'resolution', {
    reference: one.reference,
    title: one.resolution.value,
    at: one.at,
    fields: one.fields,
    state: answers.length > 0 ? 'answered' : 'not answered',
    because: [
      ...(resolvedAt ? [`resolved at the meeting of ${formatDate(resolvedAt.date)}`] : []),
      ...(answers.length > 0
        ? [`answered by the papers of ${formatList(answers.map(({ meeting }) => formatDate(meeting.date)))}`]
        : []),
    ],
    facts: [
      ...dateFact('due', one.due, one.fields['due']),
      ...answers.flatMap(({ meeting, answer }) =>
        fact(`answer of ${meeting.id}`, answer.text.value, answer.at),
      ),
    ],
  });
}

/** Returns a milestone's state in the report's words: `Overdue by 19 days`. */
export function milestoneState(context: PaperContext, milestone: Milestone): string {
  return milestonesByEntry(context).get(milestone)?.stateText ?? '';
}

/** Returns an action's state in the report's words. */
export function actionState(context: PaperContext, action: Action): string {
  return actionsByEntry(context).get(action)?.stateText ?? '';
}

// Every entry asks for its own row: they are made once for all of them.
const milestonesByEntry = once((context: PaperContext) =>
  byEntry(context.meeting.milestones, milestoneRows(context)),
);
const actionsByEntry = once((context: PaperContext) => byEntry(context.meeting.actions, actionRows(context)));
const statusesByEntry = once(
  ({ meetings }: PaperContext) =>
    new Map(resolutionLedger(meetings).resolutions.map((status) => [status.resolution, status])),
);

/** The report has its rows in the order of the data, one for each entry. */
function byEntry<T, Row>(entries: readonly T[], rows: readonly Row[]): ReadonlyMap<T, Row | undefined> {
  return new Map(entries.map((entry, index) => [entry, rows[index]]));
}

/** `31 March 2021, 19 days before 19 April 2021`. */
function untilText({ end }: Period, asOf: PlainDate): string {
  const days = daysBetween(asOf, end);
  const when =
    days === 0 ? 'the day of' : days > 0 ? `${formatDays(days)} after` : `${formatDays(-days)} before`;
  return `${formatDate(end)}: ${when} ${formatDate(asOf)}, as of which it is judged`;
}

function soonWords({ programme: { dueSoonDays }, asOf }: PaperContext, { end }: Period): string[] {
  const days = daysBetween(asOf, end);
  return days >= 0 && days <= dueSoonDays
    ? [midSentence(`Due soon is within ${formatDays(dueSoonDays)} (due_soon_days)`)]
    : [];
}
