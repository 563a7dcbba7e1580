import { statedCounts } from './check-report.ts';
import { statedText, typedText } from './check-summary.ts';
import { plural } from './format.ts';
import type { Report } from './report.ts';
import { chartedTarget, targetChart, type MatrixChart, type TimeChart } from './view-charts.ts';
import { askViews, asksOf, decisionOf, quotedDecision, type AskView } from './view-asks.ts';
import { excerpt } from './view-excerpt.ts';
import { firstPageRoom } from './view-first-page.ts';
import { areTargetsCounted, arrangement, trustBeside } from './view-first-page-height.ts';
import {
  LINE,
  NAME_LINES,
  type FirstPageParts,
  type FirstPageRoom,
  type HeadlineTexts,
} from './view-first-page-parts.ts';
import {
  headlineFigures,
  headlinePeriod,
  headlineViews,
  type HeadlineView,
  targetOf,
} from './view-headlines.ts';
import { isWideMatrix, matrixLayout } from './view-matrix.ts';
import { milestonesTitle, openMilestones, type MilestoneView } from './view-milestones.ts';
import { pointsText } from './view-points.ts';
import { ragView, type RagSummary } from './view-rag.ts';
import { moreIn, type MoreView, type SectionRefs } from './view-sections.ts';
import { timeLine, timeLineFigureHeights, type TimeLine } from './view-time-line.ts';
import { targetsByUrgency, type TargetView } from './view-targets.ts';
import { dateText, type TableRef } from './view-text.ts';
import { topRiskLines, topRisks, topRisksTitle, type TopRiskView } from './view-top-risks.ts';

/** The first page: one sheet, whatever the report holds. What it leaves out, a line says where to find. */
export interface SummaryView {
  /** Null where the paper states none. */
  readonly rag: RagSummary | null;
  /** Where the reason goes on. */
  readonly reasonMore: MoreView | null;
  /** What the readers are asked, as much as there is room for. */
  readonly asks: readonly AskView[];
  /** Where the rest of it stands; nothing where all is here. */
  readonly asksMore: MoreView | null;
  /** Which period the headlines are of. */
  readonly period: string;
  /** The figures in large type. */
  readonly headlines: readonly HeadlineView[];
  /** Where more figures stand; nothing where all are here. */
  readonly headlinesMore: MoreView | null;
  /** `Since 14 September 2026: 1 milestone slipped. R1 de-escalated from High to Medium.`; empty where nothing is to tell. */
  readonly since: string;
  /** The target over time with the path to it; nothing where no target can be drawn. */
  readonly target: TimeChart | null;
  /** The matrix of risks; nothing where there is none, or no room for it. */
  readonly matrix: MatrixChart | null;
  /** Where the matrix stands that there is no room for here. */
  readonly matrixMore: MoreView | null;
  /** The worst open risks in words, the worst first, as many as there is room for. */
  readonly topRisks: readonly TopRiskView[];
  /** `Highest risks, and 1 more at 12` where others have the score of the last. */
  readonly topRisksTitle: string;
  /** Whether chart and matrix stand side by side; else each column runs on. */
  readonly grid: boolean;
  /** In place of the list of milestones, where there is room for it: across the page where no matrix is shown. */
  readonly timeLine: TimeLine | null;
  /** Whether the matrix needs the wider half of the page. */
  readonly wide: boolean;
  /** But for the one that chart and card show. */
  readonly targets: readonly TargetView[];
  /** `Other targets` where that one is left out. */
  readonly targetsTitle: string;
  /** Where more targets stand; nothing where all are here. */
  readonly targetsMore: MoreView | null;
  /** `6 of 7 milestones complete, 1 slipped 5 months`. */
  readonly milestonesTitle: string;
  /** The milestones to look at first, as many as there is room for. */
  readonly milestones: readonly MilestoneView[];
  /** Where more milestones stand; nothing where all are here. */
  readonly milestonesMore: MoreView | null;
  /** How many stated figures were computed again, and how many agree. */
  readonly checked: string;
  /** Whether the line on trust stands under the milestones, or across the page. */
  readonly trustBeside: boolean;
}

/** What the page around the summary has made already. */
export interface SummaryContext {
  readonly head: FirstPageParts['head'];
  readonly matrix: MatrixChart | null;
  readonly chartTable: TableRef;
  readonly milestonesTable: TableRef;
  readonly warnings: string;
  /** Numbers the sections once it is known whether there is one for what the first page cannot hold. */
  readonly sections: (hasStatus: boolean) => SectionRefs;
}

/** Returns the first page, trimmed by rule, and the numbers of the sections that it refers to. */
export function summaryView(
  report: Report,
  context: SummaryContext,
): { summary: SummaryView; sections: SectionRefs } {
  const parts = firstPageParts(report, context);
  const room = firstPageRoom(parts);
  const rag = shortRag(ragOf(report), room);
  const asks = askViews(report)
    .slice(0, room.asks)
    .map((ask) => shortAsk(ask, room));
  const all = asksOf(report).length;
  const areAsksCut = asks.length < all || asks.some((ask) => ask.cut);
  const sections = context.sections(areAsksCut || rag.cut);
  const left = (all: number, most: number, noun: string, first = ''): string =>
    all > most ? `${plural(all - most, `${most > 0 ? 'more ' : first}${noun}`)}: ` : '';
  const milestones = openMilestones(report);
  const target = targetChart(report, context.chartTable);
  const hasMatrix = room.matrix > 0;
  const wide = hasMatrix && context.matrix !== null && isWideMatrix(context.matrix);
  const highest = topRisks(report, wide ? 'wide' : 'narrow').slice(0, room.risks);
  const headlines = headlineFigures(report);
  const shown = shownTargets(report);
  const { grid, timeLine: lineSize } = arrangement(parts, room);
  const summary: SummaryView = {
    rag: rag.view,
    reasonMore: moreIn(sections.status, rag.cut ? 'The reason in full: ' : ''),
    asks: asks.map(({ kind, text }) => ({ kind, text })),
    asksMore: moreIn(
      sections.status,
      left(all, room.asks, 'request') || (areAsksCut ? 'The requests in full: ' : ''),
    ),
    period: headlinePeriod(report, headlines),
    headlines: headlineViews(report, headlines.slice(0, room.headlines)),
    headlinesMore: moreIn(sections.workforce, left(headlines.length, room.headlines, 'figure')),
    since: room.since === 0 ? '' : sinceText(report),
    target: target && { ...target, size: wide ? 'narrow' : 'half', short: room.chart === 0 },
    matrix: hasMatrix ? context.matrix : null,
    matrixMore: moreIn(sections.risks, context.matrix && !hasMatrix ? 'The matrix of risks: ' : ''),
    topRisks: highest,
    topRisksTitle: topRisksTitle(report, highest),
    grid,
    timeLine: lineSize && timeLine(report, lineSize, room.timeLine, context.milestonesTable),
    wide,
    targets: targetsByUrgency(report, shown)
      .slice(0, room.targets)
      .map((one) => ({ ...one, label: nameWithin(one.label, lineSize ? LINE.milestone : LINE.target) })),
    targetsTitle: shown.length > 0 ? 'Other targets' : 'Targets',
    targetsMore: moreIn(
      sections.targets,
      areTargetsCounted(parts.evidence, room)
        ? ''
        : left(
            report.targets.length - shown.length,
            room.targets,
            'target',
            shown.length > 0 ? 'other ' : '',
          ),
    ),
    milestonesTitle: milestonesTitle(report),
    milestones: milestones
      .slice(0, room.milestones)
      .map((one) => ({ ...one, milestone: nameWithin(one.milestone, LINE.milestone) })),
    milestonesMore: moreIn(sections.milestones, left(milestones.length, room.milestones, 'milestone')),
    checked: checkedText(report),
    trustBeside: trustBeside(parts, room),
  };
  return { summary, sections };
}

function firstPageParts(report: Report, context: SummaryContext): FirstPageParts {
  const rag = ragOf(report);
  const target = targetChart(report, context.chartTable);
  const { matrix } = context;
  return {
    head: context.head,
    ragLines: rag === null ? null : ragLines(rag),
    reason: rag?.reason.markdown ?? '',
    despite: rag?.despite?.markdown ?? '',
    asks: askViews(report).map((ask) => `${leadOf(ask)}${ask.text.markdown}`),
    hasLink: decisionOf(report) !== undefined && quotedDecision(report).length === 0,
    evidence: rag === null ? [] : evidenceLines(rag),
    headlines: headlineViews(report, headlineFigures(report)).map(headlineTexts),
    since: sinceText(report),
    target: target && { title: target.title, notes: target.notes.join(' ') },
    matrix: matrix && {
      title: matrix.title,
      notes: `${matrix.notes.join(' ')} Risk log: Table 10.`,
      height: matrixLayout(matrix).height,
      wide: isWideMatrix(matrix),
    },
    risks: { narrow: topRiskLines(report, 'narrow'), wide: topRiskLines(report, 'wide') },
    targets: targetsByUrgency(report, shownTargets(report)).map((one) => `${one.label} by ${one.by}`),
    timeLine: timeLineFigureHeights(report, context.milestonesTable),
    milestonesTitle: milestonesTitle(report),
    milestones: openMilestones(report).map((one) => ({
      text: one.milestone,
      state: one.state.text,
    })),
    trust: `Can the figures be trusted? ${checkedText(report)} ${pointsText(report)}${context.warnings} See section 10.`,
  };
}

/** Returns the id of the target whose chart and whose card stand on the page: the list has the others. */
function shownTargets(report: Report): string[] {
  const charted = chartedTarget(report);
  const isOnCard = headlineFigures(report)
    .slice(0, SURE_HEADLINES)
    .some((figure) => charted !== undefined && targetOf(report, figure) === charted);
  return charted && isOnCard ? [charted.id] : [];
}

/** So many headlines stand on every first page. */
const SURE_HEADLINES = 4;

function sinceText({ since }: Report): string {
  if (since === undefined || since.texts.length === 0) return '';
  return `Since ${dateText(since.meeting)}: ${since.texts.join(' ')}`;
}

function ragOf({ rag, meeting }: Report): RagSummary | null {
  return rag === undefined ? null : ragView(rag, meeting);
}

function ragLines({ change, current }: RagSummary): string[] {
  return [`${change}. ${current.meaning}`];
}

function headlineTexts({
  label,
  change,
  noChange,
  since,
  period,
  aim,
  aimState,
}: HeadlineView): HeadlineTexts {
  const moved = change === null ? noChange : `  ${change.text}`;
  return {
    label,
    change: since === '' ? `${moved} ${period}`.trimEnd() : moved,
    since: since === '' ? '' : `${since} ${period}`.trimEnd(),
    aim: aimState ? `${aim}   ${aimState.text}` : aim,
  };
}

function evidenceLines({ evidence, disagreement }: RagSummary): string[] {
  return [...evidence.map((one) => one.text), ...(disagreement === '' ? [] : [disagreement])];
}

/** Returns the RAG with as much of its reason as there is room for, and whether more is said. */
function shortRag(
  rag: RagSummary | null,
  room: FirstPageRoom,
): { readonly view: RagSummary | null; readonly cut: boolean } {
  if (rag === null) return { view: null, cut: false };
  const reason = excerpt(rag.reason.markdown, room.reason, LINE.status);
  const despite = rag.despite && excerpt(rag.despite.markdown, room.despite, LINE.status);
  const view = {
    ...rag,
    reason: { ...rag.reason, markdown: reason.text },
    despite: rag.despite && despite ? { ...rag.despite, markdown: despite.text } : null,
  };
  return { view, cut: reason.cut || despite?.cut === true };
}

function leadOf({ kind }: AskView): string {
  return kind === '' ? '' : `${kind}: `;
}

function shortAsk(ask: AskView, room: FirstPageRoom): AskView & { readonly cut: boolean } {
  const { kind, text } = ask;
  const lead = leadOf(ask);
  const short = excerpt(`${lead}${text.markdown}`, room.askLines, LINE.ask);
  return { kind, text: { ...text, markdown: short.text.slice(lead.length) }, cut: short.cut };
}

function nameWithin(name: string, width: number): string {
  return excerpt(name, NAME_LINES, width).text;
}

/** Returns how many stated figures, and numbers typed in the text, were compared with the data, and how many agree. */
export function checkedText({ checked, findings }: Report): string {
  const stated =
    checked.recomputed === 0
      ? 'The council states no derived figure, so none was compared.'
      : `${statedText(statedCounts(checked, findings))}.`;
  return checked.typed.tied === 0 ? stated : `${stated} ${typedText(checked.typed)}.`;
}
