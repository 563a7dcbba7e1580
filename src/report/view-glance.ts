import { plural } from './format.ts';
import type { Report } from './report.ts';
import { glanceFigures, headlinePeriod, headlineViews, type HeadlineView } from './view-headlines.ts';
import { nextActions, overdueActions, recommendationCounts, type ActionView } from './view-lists.ts';
import { milestonesTitle } from './view-milestones.ts';
import { ragView, type RagSummary } from './view-rag.ts';
import { moreIn, type MoreView, type SectionRef, type SectionRefs } from './view-sections.ts';
import { askViews, checkedText, type AskView } from './view-summary.ts';
import type { StateView } from './view-text.ts';

/** What a reader should know after a minute, on the first page of a paper that is read from front to back. */
export interface GlanceView {
  readonly rag: RagSummary | null;
  /** Which period the headlines are of. */
  readonly period: string;
  readonly headlines: readonly HeadlineView[];
  readonly headlinesMore: MoreView | null;
  /** How many recommendations have each status. */
  readonly counts: readonly (StateView & { readonly count: string })[];
  readonly overdue: readonly ActionView[];
  /** `2 actions overdue`; null where the report has no action. */
  readonly actions: StateView | null;
  /** The actions that fall due next. */
  readonly next: readonly ActionView[];
  readonly overdueMore: MoreView | null;
  readonly asks: readonly AskView[];
  /** The section that holds what the board is asked to agree, where the paper has one. */
  readonly decision: SectionRef | null;
  /** Milestones, risks and what was checked, in a sentence each. */
  readonly lines: readonly string[];
  readonly checkedIn: SectionRef | null;
}

/** The most that the first page shows: two rows of figures, and what is overdue in a column. */
const HEADLINES = 8;
const OVERDUE = 5;
/** Fewer actions that are overdue leave room for the next. */
const ACTIONS = 3;

/** What the page around the first page has made already. */
export interface GlanceContext {
  readonly sections: SectionRefs;
  readonly decision: SectionRef | null;
  /** `4 open risks: none red, 3 amber, 1 green`. */
  readonly risks: string;
  readonly warnings: string;
}

/** Returns the first page's view of a report. */
export function glanceView(report: Report, context: GlanceContext): GlanceView {
  const { sections } = context;
  const headlines = glanceFigures(report);
  const overdue = overdueActions(report);
  const left = (all: number, most: number, noun: string): string =>
    all > most ? `${plural(all - most, `more ${noun}`)}: ` : '';
  return {
    rag: report.rag === undefined ? null : ragView(report.rag, report.meeting),
    period: headlinePeriod(headlines),
    headlines: headlineViews(report, headlines.slice(0, HEADLINES)),
    headlinesMore: moreIn(sections.workforce, left(headlines.length, HEADLINES, 'figure')),
    counts: recommendationCounts(report),
    overdue: overdue.slice(0, OVERDUE),
    actions: actionsState(report, overdue.length),
    next: nextActions(report).slice(0, Math.max(0, ACTIONS - overdue.length)),
    overdueMore: moreIn(sections.actions, left(overdue.length, OVERDUE, 'action')),
    asks: askViews(report),
    decision: context.decision,
    lines: [
      ...(report.milestones.length === 0 ? [] : [`${milestonesTitle(report)}.`]),
      ...(report.risks.open.length === 0 ? [] : [`${context.risks}.`]),
      checkedText(report),
      context.warnings,
    ],
    checkedIn: sections.checked.number === '' ? null : sections.checked,
  };
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
