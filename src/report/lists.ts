import { ACTIONS, goneEntries } from '../papers/followed.ts';
import { reportedResolutions } from '../papers/resolution-state.ts';
import { earlierMeetings, type PaperContext } from '../papers/context.ts';
import type { Action, Recommendation, Resolution } from '../model/dataset.ts';
import { actionStatus, carriedFrom } from '../risk/action-state.ts';
import { findByReference } from '../risk/reference.ts';
import { formatDate, formatDays, periodRef } from './format.ts';
import type { Narrative } from './narrative.ts';
import type {
  ActionRow,
  AnswerRow,
  MissingActionRow,
  RecommendationRow,
  Report,
  ResolutionRow,
} from './report.ts';

/** Returns the actions in the order of the data, each with its state as of the papers' date. */
export function actionRows(context: PaperContext): ActionRow[] {
  return context.meeting.actions.map((action) => {
    const carried = carriedFrom(earlierMeetings(context), action);
    return {
      reference: action.reference,
      action: action.action,
      ...(action.owner !== undefined && { owner: action.owner }),
      ...(action.raised && { raised: periodRef(action.raised) }),
      ...(action.due && { due: periodRef(action.due) }),
      ...(action.revised && { revised: periodRef(action.revised) }),
      ...(action.done && { done: periodRef(action.done) }),
      state: statusOf(context, action).state,
      stateText: stateText(context, action),
      ...(carried && { carried: { meeting: carried.meeting, state: carried.state } }),
      comment: action.comment,
      at: action.at,
    };
  });
}

/** Returns the open actions of earlier papers that these do not list, the newest listing first. */
export function missingActionRows(context: PaperContext): MissingActionRow[] {
  return goneEntries(context, ACTIONS).map(({ meeting, was }) => ({
    reference: was.reference,
    action: was.action,
    ...(was.owner !== undefined && { owner: was.owner }),
    ...(was.due && { due: periodRef(was.due) }),
    ...(was.revised && { revised: periodRef(was.revised) }),
    meeting: meeting.id,
    at: was.at,
  }));
}

function statusOf({ programme, asOf }: PaperContext, action: Action) {
  return actionStatus(action, asOf, programme.dueSoonDays);
}

function stateText(context: PaperContext, action: Action): string {
  const { state, expected, overdueDays = 0 } = statusOf(context, action);
  switch (state) {
    case 'complete':
      return 'Complete';
    case 'withdrawn':
      return 'Withdrawn';
    case 'overdue':
      return `Overdue by ${formatDays(overdueDays)}`;
    case 'due_soon':
      return expected ? `Due soon: ${formatDate(expected.end)}` : 'Due soon';
    case 'open':
      return expected ? `Due by ${formatDate(expected.end)}` : 'Open, without a date';
  }
}

const STATUSES: Readonly<Record<NonNullable<Recommendation['status']>, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  complete: 'Complete',
  rejected: 'Rejected',
};

/** Returns the recommendations in the order of the data, with their citations filled and the state of their actions. */
export function recommendationRows(context: PaperContext, { markdown }: Narrative): RecommendationRow[] {
  return context.meeting.recommendations.map((one) => ({
    reference: one.reference,
    recommendation: markdown(one.recommendation),
    ...(one.source !== undefined && { source: one.source }),
    ...(one.status && { status: one.status }),
    statusText: one.status ? STATUSES[one.status] : 'No status given',
    ...(one.owner !== undefined && { owner: one.owner }),
    ...(one.due && { due: periodRef(one.due) }),
    ...(one.progress && { progress: markdown(one.progress) }),
    ...(one.inPlace && { inPlace: markdown(one.inPlace) }),
    evidence: one.evidence.map(markdown),
    actions: one.actions.map(({ value }) => linkedAction(context, value)),
    at: one.at,
  }));
}

function linkedAction(context: PaperContext, reference: string): RecommendationRow['actions'][number] {
  const action = findByReference(context.meeting.actions, reference);
  if (action === undefined) return { reference, stateText: 'Not among the actions' };
  return { reference: action.reference, stateText: stateText(context, action) };
}

/**
 * Returns what earlier meetings resolved and this report answers, or has to answer by now, oldest first. One that earlier
 * papers answered is there again only where these papers bring its answer up to date.
 */
export function answerRows({ meetings, asOf }: PaperContext, { markdown }: Narrative): AnswerRow[] {
  return reportedResolutions(meetings, asOf).map(({ resolution, resolvedAt, answer }) => ({
    ...resolutionRow(resolution, markdown),
    meeting: resolvedAt.id,
    ...(answer && { answer: markdown(answer.text) }),
  }));
}

/** Returns what this meeting resolved, in the order of the data. */
export function resolutionRows({ meeting }: PaperContext, { markdown }: Narrative): ResolutionRow[] {
  return meeting.resolutions.map((resolution) => resolutionRow(resolution, markdown));
}

function resolutionRow(
  { reference, resolution, due, at }: Resolution,
  markdown: Narrative['markdown'],
): ResolutionRow {
  return { reference, resolution: markdown(resolution), ...(due && { due: periodRef(due) }), at };
}

/** Returns the questions that the paper answers, in its order. */
export function questionRows(
  { meeting: { paper } }: PaperContext,
  { markdown }: Narrative,
): Report['questions'] {
  return paper.questions.map(({ question, answer }) => ({
    question: markdown(question),
    answer: markdown(answer),
  }));
}
