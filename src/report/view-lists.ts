import { plural } from './format.ts';
import type { ActionRow, AnswerRow, PeriodRef, RecommendationRow, Report } from './report.ts';
import {
  dateText,
  markdownText,
  periodInColumn,
  sentence,
  type MarkdownText,
  type StateView,
} from './view-text.ts';

export interface ActionView {
  /** The council's reference: `A12`. */
  readonly reference: string;
  /** What is to be done. */
  readonly action: string;
  /** The role that does it; may be empty. */
  readonly owner: string;
  /** By when: `Mar 2024`; may be empty. */
  readonly due: string;
  /** The date that was agreed first, where another took its place. */
  readonly first: string;
  /** How it stands: `Overdue by 19 days`, `Complete`. */
  readonly state: StateView;
  /** Since which meeting it is carried, and how it stood there. */
  readonly carried: string;
  /** What the council says about it; may be empty. */
  readonly comment: string;
}

export interface RecommendationView {
  /** The number of the recommendation: `R7`. */
  readonly reference: string;
  /** What is recommended. */
  readonly text: MarkdownText;
  /** How it stands, in the council's words: `In progress`. */
  readonly state: StateView;
  /** The role that answers for it; may be empty. */
  readonly owner: string;
  /** By when: `Mar 2024`; may be empty. */
  readonly due: string;
  /** Who recommended it: `Ofsted`; may be empty. */
  readonly source: string;
  /** What has been done. */
  readonly progress: MarkdownText | null;
  /** What is in place, in full; nothing where the table says it all. */
  readonly inPlace: MarkdownText | null;
  /** What shows that it is done, one a line. */
  readonly evidence: readonly MarkdownText[];
  /** The actions of this paper that belong to it. */
  readonly actions: readonly {
    /** The council's reference: `A12`. */
    readonly reference: string;
    /** How it stands: `Overdue by 19 days`. */
    readonly stateText: string;
  }[];
  /** Whether its row in a table is so tall that it may break within. */
  readonly long: boolean;
}

export interface ResolutionView {
  /** The number of the resolution: `3`. */
  readonly reference: string;
  /** What was resolved. */
  readonly text: MarkdownText;
  /** By when: `Apr 2024`; may be empty. */
  readonly due: string;
}

export interface AnswerView {
  /** `Resolved on 12 March 2024, due by April 2024`. */
  readonly resolved: string;
  /** What the earlier meeting resolved. */
  readonly text: MarkdownText;
  /** What this report answers. */
  readonly answer: MarkdownText | null;
  /** What stands in place of an answer where there is none. */
  readonly unanswered: StateView;
}

const ACTION_STATES = {
  open: { sign: 'open', tone: 'plain' },
  due_soon: { sign: 'open', tone: 'plain' },
  overdue: { sign: 'cross', tone: 'bad' },
  complete: { sign: 'tick', tone: 'good' },
  withdrawn: { sign: 'dash', tone: 'plain' },
} as const satisfies Readonly<Record<ActionRow['state'], Omit<StateView, 'text'>>>;

const RECOMMENDATION_STATES = {
  complete: { sign: 'tick', tone: 'good' },
  in_progress: { sign: 'open', tone: 'plain' },
  not_started: { sign: 'alert', tone: 'attention' },
  rejected: { sign: 'dash', tone: 'plain' },
} as const satisfies Readonly<Record<NonNullable<RecommendationRow['status']>, Omit<StateView, 'text'>>>;

const NO_STATUS = { sign: 'dash', tone: 'plain' } as const;

const CARRIED = { open: 'open', complete: 'complete', withdrawn: 'withdrawn' } as const;

/** Returns the actions in the order of the report. */
export function actionViews(report: Report): ActionView[] {
  return report.actions.map((row) => ({
    reference: row.reference,
    action: row.action,
    owner: row.owner ?? '',
    due: dateIn(row.revised ?? row.due),
    first: row.revised && row.due ? periodInColumn(row.due) : '',
    state: { ...ACTION_STATES[row.state], text: row.stateText },
    carried: row.carried
      ? `Carried from ${dateText(row.carried.meeting)}, ${CARRIED[row.carried.state]} then`
      : '',
    comment: row.comment,
  }));
}

const MISSING: StateView = { sign: 'alert', tone: 'attention', text: 'Missing from this paper' };

/** Returns the open actions of earlier papers that this one does not list. */
export function missingActionViews(report: Report): ActionView[] {
  return report.missingActions.map((row) => ({
    reference: row.reference,
    action: row.action,
    owner: row.owner ?? '',
    due: dateIn(row.revised ?? row.due),
    first: row.revised && row.due ? periodInColumn(row.due) : '',
    state: MISSING,
    carried: `Last in the papers of ${dateText(row.meeting)}, open then`,
    comment: '',
  }));
}

function dateIn(ref: PeriodRef | undefined): string {
  return ref ? periodInColumn(ref) : '';
}

/** Returns the actions that are overdue. */
export function overdueActions(report: Report): ActionView[] {
  const views = actionViews(report);
  return report.actions.flatMap((row, index) => (row.state === 'overdue' ? (views[index] ?? []) : []));
}

/** Returns the actions that fall due next, the first of them first; those without a date are not among them. */
export function nextActions(report: Report): ActionView[] {
  const views = actionViews(report);
  return report.actions
    .flatMap((row, index) => {
      const date = row.revised ?? row.due;
      const isAhead = row.state === 'open' || row.state === 'due_soon';
      const view = views[index];
      return isAhead && date && view ? [{ end: date.end, view }] : [];
    })
    .sort((a, b) => (a.end === b.end ? 0 : a.end < b.end ? -1 : 1))
    .map(({ view }) => view);
}

/** Returns `4 actions: 1 overdue, 2 open, 1 complete; 1 missing from this paper`. */
export function actionsTitle(report: Report): string {
  const counted = (['overdue', 'due_soon', 'open', 'complete', 'withdrawn'] as const).flatMap((state) => {
    const count = report.actions.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${state.replace('_', ' ')}`];
  });
  const missing = report.missingActions.length;
  const parts = [
    ...(counted.length === 0 ? [] : [`${plural(report.actions.length, 'action')}: ${counted.join(', ')}`]),
    ...(missing === 0 ? [] : [`${plural(missing, 'action')} missing from this paper`]),
  ];
  return parts.join('; ');
}

/** Returns the recommendations in the order of the report. */
export function recommendationViews(report: Report): RecommendationView[] {
  return report.recommendations.map((row) => ({
    reference: row.reference,
    text: markdownText(row.recommendation, 3),
    state: recommendationState(row),
    owner: row.owner ?? '',
    due: dateIn(row.due),
    source: row.source ?? '',
    progress: row.progress === undefined ? null : markdownText(row.progress, 4),
    inPlace: row.inPlace === undefined ? null : markdownText(row.inPlace, 4),
    evidence: row.evidence.map((one) => markdownText(one, 4)),
    actions: row.actions,
    long: [row.recommendation, row.progress ?? '', row.inPlace ?? ''].some((one) => one.length > LONG_CELL),
  }));
}

/** Characters that fill a third of a page in a column of the table of recommendations. */
const LONG_CELL = 700;

function recommendationState({ status, statusText }: RecommendationRow): StateView {
  return {
    ...(status === undefined ? NO_STATUS : RECOMMENDATION_STATES[status]),
    text: sentence(statusText),
  };
}

/** Returns how many recommendations have each status, in the words of the report, those with work to do first. */
export function recommendationCounts(report: Report): (StateView & { readonly count: string })[] {
  const order = ['not_started', 'in_progress', 'complete', 'rejected', undefined] as const;
  return order.flatMap((status) => {
    const members = report.recommendations.filter((one) => one.status === status);
    const [first] = members;
    return first ? [{ ...recommendationState(first), count: `${members.length}` }] : [];
  });
}

/** Returns what this meeting resolved. */
export function resolutionViews(report: Report): ResolutionView[] {
  return report.resolutions.map((row) => ({
    reference: row.reference,
    text: markdownText(row.resolution, 4),
    due: dateIn(row.due),
  }));
}

const UNANSWERED: StateView = { sign: 'alert', tone: 'attention', text: 'Not answered in this report' };

/** Returns what earlier meetings resolved, each with this report's answer. */
export function answerViews(report: Report): AnswerView[] {
  return report.answers.map((row) => ({
    resolved: resolvedText(row),
    text: markdownText(row.resolution, 3),
    answer: row.answer === undefined ? null : markdownText(row.answer, 3),
    unanswered: UNANSWERED,
  }));
}

function resolvedText({ meeting, due }: AnswerRow): string {
  const by = due ? `, due by ${periodInColumn(due)}` : '';
  return `Resolved on ${dateText(meeting)}${by}`;
}
