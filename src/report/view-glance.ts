import { plural } from './format.ts';
import type { Report } from './report.ts';
import { ACROSS, askViews, quotedDecision, type AskView } from './view-asks.ts';
import { excerpt, linesOf } from './view-excerpt.ts';
import { LINE } from './view-first-page-parts.ts';
import {
  glanceFigures,
  headlineFigures,
  isOutside,
  headlinePeriod,
  headlineViews,
  type HeadlineView,
} from './view-headlines.ts';
import { nextActions, overdueActions, recommendationCounts, type ActionView } from './view-lists.ts';
import type { MatrixChart } from './view-charts.ts';
import { isWideMatrix } from './view-matrix.ts';
import { milestonesTitle } from './view-milestones.ts';
import { ragView, type RagSummary } from './view-rag.ts';
import { moreIn, type MoreView, type SectionRef, type SectionRefs } from './view-sections.ts';
import { checkedText } from './view-summary.ts';
import { timeLine, type TimeLine } from './view-time-line.ts';
import { markdownText, type MarkdownText, type StateView, type TableRef } from './view-text.ts';

/** What a reader should know after a minute, on the first page of a paper that is read from front to back. */
export interface GlanceView {
  /** Nothing where the paper states none. */
  readonly rag: RagSummary | null;
  /** As much of the RAG's reason as the page has room for. */
  readonly reason: MarkdownText | null;
  /** Where the reason goes on; nothing where all of it is here. */
  readonly reasonMore: MoreView | null;
  /** Which period the headlines are of. */
  readonly period: string;
  /** The figures in large type. */
  readonly headlines: readonly HeadlineView[];
  /** Where more figures stand; nothing where all are here. */
  readonly headlinesMore: MoreView | null;
  /** How many recommendations have each status. */
  readonly counts: readonly (StateView & { readonly count: string })[];
  /** The actions that are overdue, as many as there is room for. */
  readonly overdue: readonly ActionView[];
  /** `2 actions overdue`; null where the report has no action. */
  readonly actions: StateView | null;
  /** The actions that fall due next. */
  readonly next: readonly ActionView[];
  /** Where more overdue actions stand; nothing where all are here. */
  readonly overdueMore: MoreView | null;
  /** What the readers are asked. */
  readonly asks: readonly AskView[];
  /** The section that holds what the board is asked to agree, where the paper has one that is not quoted. */
  readonly decision: SectionRef | null;
  /** Where milestones are open or were completed lately; across the page where there is no matrix. */
  readonly timeLine: TimeLine | null;
  /** The matrix of risks, beside the time line or, without that, beside what is asked; nothing where no open risk is scored. */
  readonly matrix: MatrixChart | null;
  /** Whether the matrix needs the wider half of the page. */
  readonly wide: boolean;
  /** Milestones and risks where no drawing says it, and what was checked, in a sentence each. */
  readonly lines: readonly string[];
  /** The section that says what was checked; nothing where the report has none. */
  readonly checkedIn: SectionRef | null;
}

/** The most that the first page shows: two rows of figures, and what is overdue in a column. */
const HEADLINES = 8;
/** Indicators that are within their levels fill no second row. */
const INDICATORS = 4;
const OVERDUE = 5;
/** Fewer actions that are overdue leave room for the next. */
const ACTIONS = 3;

/** What the page around the first page has made already. */
export interface GlanceContext {
  readonly sections: SectionRefs;
  readonly decision: SectionRef | null;
  /** `4 open risks: none red, 3 amber, 1 green`. */
  readonly risks: string;
  readonly matrix: MatrixChart | null;
  readonly milestonesTable: TableRef;
  readonly warnings: string;
}

/** A first page that is read on has room for so many rows of milestones. */
const LANES = 3;

/** The drawings of the first page: the milestones, and the risks beside them or beside what is asked. */
function drawings(
  report: Report,
  { matrix, milestonesTable }: GlanceContext,
): Pick<GlanceView, 'timeLine' | 'matrix' | 'wide'> {
  const wide = matrix !== null && isWideMatrix(matrix);
  const size = matrix === null ? 'full' : wide ? 'narrow' : 'half';
  const line = timeLine(report, size, LANES, milestonesTable);
  // An empty matrix fills no half of a page by itself.
  if (line === null && !report.risks.open.some(({ score }) => score !== undefined))
    return { timeLine: null, matrix: null, wide: false };
  // The risk log draws the matrix too, at its full size.
  return { timeLine: line, matrix: matrix && { ...matrix, id: `${matrix.id}-at-a-glance` }, wide };
}

/** Returns the first page's view of a report. */
export function glanceView(report: Report, context: GlanceContext): GlanceView {
  const { sections } = context;
  const headlines = glanceFigures(report);
  const hasOwn = headlineFigures(report).length > 0;
  const outside = headlines.filter((one) => isOutside(report, one)).length;
  const shown = hasOwn ? HEADLINES : Math.min(HEADLINES, Math.max(INDICATORS, outside));
  const overdue = overdueActions(report);
  const drawn = drawings(report, context);
  const left = (all: number, most: number, noun: string): string =>
    all > most ? `${plural(all - most, `more ${noun}`)}: ` : '';
  return {
    rag: report.rag === undefined ? null : ragView(report.rag, report.meeting),
    ...reasonView(report, sections.status),
    period: headlinePeriod(report, headlines),
    headlines: headlineViews(report, headlines.slice(0, shown)),
    headlinesMore: hasOwn
      ? moreIn(sections.workforce, left(headlines.length, shown, 'figure'))
      : moreIn(sections.indicators, left(headlines.length, shown, 'indicator')),
    counts: recommendationCounts(report),
    overdue: overdue.slice(0, OVERDUE),
    actions: actionsState(report, overdue.length),
    next: nextActions(report).slice(0, Math.max(0, ACTIONS - overdue.length)),
    overdueMore: moreIn(sections.actions, left(overdue.length, OVERDUE, 'action')),
    asks: askViews(report),
    decision: quotedDecision(report).length > 0 ? null : context.decision,
    ...drawn,
    lines: [
      ...(report.milestones.length === 0 || drawn.timeLine ? [] : [`${milestonesTitle(report)}.`]),
      ...(report.risks.open.length === 0 || drawn.matrix ? [] : [`${context.risks}.`]),
      checkedText(report),
      context.warnings,
    ],
    checkedIn: sections.checked.number === '' ? null : sections.checked,
  };
}

/** Lines of the reason for a RAG on a first page that is read on. */
const REASON_LINES = 6;

/** Returns the reason; the whole of it where the page gives it nowhere else. */
function reasonView(
  { rag, template }: Report,
  status: SectionRef,
): Pick<GlanceView, 'reason' | 'reasonMore'> {
  if (rag === undefined) return { reason: null, reasonMore: null };
  const width = template === 'committee-report' ? ACROSS : LINE.status;
  const lines = status.number === '' ? linesOf(rag.reason, width) : REASON_LINES;
  const { text, cut } = excerpt(rag.reason, lines, width);
  return { reason: markdownText(text, 2), reasonMore: moreIn(status, cut ? 'The reason in full: ' : '') };
}

function actionsState({ actions, missingActions }: Report, overdue: number): StateView | null {
  if (actions.length + missingActions.length === 0) return null;
  const missing = missingActions.length === 0 ? '' : `${missingActions.length} missing from this paper`;
  if (overdue > 0)
    return {
      sign: 'cross',
      tone: 'bad',
      text: [`${plural(overdue, 'action')} overdue`, missing].filter((one) => one !== '').join(', '),
    };
  return missing === ''
    ? { sign: 'tick', tone: 'good', text: 'No action is overdue' }
    : { sign: 'alert', tone: 'attention', text: `No action listed is overdue, ${missing}` };
}
