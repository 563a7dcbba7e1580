import { plural } from './format.ts';
import type { Figure, Report } from './report.ts';
import { sparkline, targetChart, type MatrixChart, type Sparkline, type TimeChart } from './view-charts.ts';
import { excerpt } from './view-excerpt.ts';
import {
  firstPageRoom,
  isGrid,
  LINE,
  NAME_LINES,
  trustBeside,
  type FirstPageParts,
  type FirstPageRoom,
} from './view-first-page.ts';
import { isWideMatrix, matrixLayout } from './view-matrix.ts';
import { markOf, noteViews } from './view-marks.ts';
import { milestonesTitle, openMilestones, type MilestoneView } from './view-milestones.ts';
import { ragView, type RagSummary } from './view-rag.ts';
import { moreIn, type MoreView, type SectionRefs } from './view-sections.ts';
import { targetsByUrgency, type TargetView } from './view-targets.ts';
import {
  figureOf,
  markdownText,
  periodInFull,
  sentence,
  type MarkdownText,
  type StateView,
  type TableRef,
} from './view-text.ts';

/** The first page: one sheet, whatever the report holds. What it leaves out, a line says where to find. */
export interface SummaryView {
  readonly rag: RagSummary;
  /** Where the reason goes on. */
  readonly reasonMore: MoreView | null;
  readonly asks: readonly AskView[];
  readonly asksMore: MoreView | null;
  /** Which period the headlines are of. */
  readonly period: string;
  readonly headlines: readonly HeadlineView[];
  readonly headlinesMore: MoreView | null;
  readonly target: TimeChart | null;
  readonly matrix: MatrixChart | null;
  readonly matrixMore: MoreView | null;
  /** Whether chart and matrix stand side by side; else each column runs on, milestones where there is room. */
  readonly grid: boolean;
  /** Whether the matrix needs the wider half of the page. */
  readonly wide: boolean;
  readonly targets: readonly TargetView[];
  readonly targetsMore: MoreView | null;
  readonly milestonesTitle: string;
  readonly milestones: readonly MilestoneView[];
  readonly milestonesMore: MoreView | null;
  readonly checked: string;
  /** Whether the line on trust stands under the milestones, or across the page. */
  readonly trustBeside: boolean;
}

export interface AskView {
  readonly kind: string;
  readonly text: MarkdownText;
}

export interface HeadlineView {
  readonly label: string;
  readonly text: string;
  readonly mark: string;
  readonly noteHref: string;
  readonly change: StateView | null;
  /** Since when, and the target. */
  readonly detail: string;
  readonly sparkline: Sparkline | null;
}

const ASKS = { decide: 'For decision', support: 'For support', note: 'For noting' } as const;

/** Returns the asks of the board in full. */
export function askViews(report: Report): AskView[] {
  return report.asks.map((ask) => ({ kind: ASKS[ask.kind], text: markdownText(ask.markdown, 2) }));
}

/** What the page around the summary has made already. */
export interface SummaryContext {
  readonly head: FirstPageParts['head'];
  readonly matrix: MatrixChart | null;
  readonly chartTable: TableRef;
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
  const rag = ragView(report);
  const reason = excerpt(rag.reason.markdown, room.reason, LINE.status);
  const despite = rag.despite && excerpt(rag.despite.markdown, room.despite, LINE.status);
  const asks = askViews(report)
    .slice(0, room.asks)
    .map((ask) => shortAsk(ask, room));
  const areAsksCut = asks.length < report.asks.length || asks.some((ask) => ask.cut);
  const isReasonCut = reason.cut || despite?.cut === true;
  const sections = context.sections(areAsksCut || isReasonCut);
  const left = (all: number, most: number, noun: string): string =>
    all > most ? `${plural(all - most, `more ${noun}`)}: ` : '';
  const milestones = openMilestones(report);
  const target = targetChart(report, context.chartTable);
  const hasMatrix = room.matrix > 0;
  const wide = hasMatrix && context.matrix !== null && isWideMatrix(context.matrix);
  const headlines = headlineFigures(report);
  const summary: SummaryView = {
    rag: {
      ...rag,
      reason: { ...rag.reason, markdown: reason.text },
      despite: rag.despite && despite ? { ...rag.despite, markdown: despite.text } : null,
    },
    reasonMore: moreIn(sections.status, isReasonCut ? 'The reason in full: ' : ''),
    asks: asks.map(({ kind, text }) => ({ kind, text })),
    asksMore: moreIn(
      sections.status,
      left(report.asks.length, room.asks, 'request') || (areAsksCut ? 'The requests in full: ' : ''),
    ),
    period: periodOf(report),
    headlines: headlines.slice(0, room.headlines).map((figure) => headlineView(report, figure)),
    headlinesMore: moreIn(sections.workforce, left(headlines.length, room.headlines, 'figure')),
    target: target && { ...target, size: wide ? 'narrow' : 'half', short: room.chart === 0 },
    matrix: hasMatrix ? context.matrix : null,
    matrixMore: moreIn(sections.risks, context.matrix && !hasMatrix ? 'The matrix of risks: ' : ''),
    grid: isGrid(parts, room),
    wide,
    targets: targetsByUrgency(report)
      .slice(0, room.targets)
      .map((one) => ({ ...one, label: nameWithin(one.label, LINE.target) })),
    targetsMore: moreIn(sections.targets, left(report.targets.length, room.targets, 'target')),
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
  const rag = ragView(report);
  const target = targetChart(report, context.chartTable);
  const { matrix } = context;
  return {
    head: context.head,
    ragLines: [
      ...(rag.previous ? [`Previous RAG: ${rag.previous.word} ${rag.previous.short}`] : []),
      `${rag.change}. ${rag.current.meaning}`,
    ],
    reason: rag.reason.markdown,
    despite: rag.despite?.markdown ?? '',
    asks: askViews(report).map((ask) => `${ask.kind}: ${ask.text.markdown}`),
    evidence: [
      ...rag.evidence.map((one) => one.text),
      ...(rag.disagreement === '' ? [] : [rag.disagreement]),
    ],
    headlines: headlineFigures(report).map((figure) => figure.label),
    target: target && { title: target.title, notes: target.notes.join(' ') },
    matrix: matrix && {
      title: matrix.title,
      notes: `${matrix.notes.join(' ')} Risk log: Table 10.`,
      height: matrixLayout(matrix).height,
    },
    targets: targetsByUrgency(report).map((one) => `${one.label} by ${one.by}`),
    milestonesTitle: milestonesTitle(report),
    milestones: openMilestones(report).map((one) => ({
      text: one.milestone,
      state: one.state.text,
    })),
    trust: `Can the figures be trusted? ${checkedText(report)} ${context.warnings} See section 10.`,
  };
}

function shortAsk({ kind, text }: AskView, room: FirstPageRoom): AskView & { readonly cut: boolean } {
  const lead = `${kind}: `;
  const short = excerpt(`${lead}${text.markdown}`, room.askLines, LINE.ask);
  return { kind, text: { ...text, markdown: short.text.slice(lead.length) }, cut: short.cut };
}

function nameWithin(name: string, width: number): string {
  return excerpt(name, NAME_LINES, width).text;
}

function headlineFigures(report: Report): Figure[] {
  return report.workforce.headlines.flatMap((id) => figureOf(report, id) ?? []);
}

function periodOf(report: Report): string {
  const [first] = headlineFigures(report);
  return first ? periodInFull(first.period) : '';
}

function headlineView(report: Report, figure: Figure): HeadlineView {
  const target = report.targets.find((one) => one.metric === figure.metric);
  return {
    label: figure.label,
    text: figure.text,
    ...markOf(figure, noteViews(report)),
    change: figure.change ? changeView(figure.change) : null,
    detail: sentence(
      [
        ...(figure.change ? [`since ${figure.change.from.label}`] : []),
        ...(target ? [`target ${target.targetText}`] : []),
      ].join('; '),
    ),
    sparkline: sparkline(report, figure),
  };
}

const MOVED = { up: 'up', down: 'down', level: 'level' } as const;

/** Returns the size of a change with its sign and, in words, whether it is wanted: `Worse: +1.08 pp`. */
function changeView({ good, movement, text }: NonNullable<Figure['change']>): StateView {
  const sign = MOVED[movement];
  if (movement === 'level') return { sign, tone: 'plain', text: 'No change' };
  if (good === null) return { sign, tone: 'plain', text };
  return good
    ? { sign, tone: 'good', text: `Better: ${text}` }
    : { sign, tone: 'attention', text: `Worse: ${text}` };
}

function checkedText(report: Report): string {
  const { recomputed, agreed, differing } = report.checked;
  if (recomputed === 0) return 'The council states no derived figure, so none was compared.';
  const rest =
    differing.length === 0 ? '' : `, ${differing.length} ${differing.length === 1 ? 'does' : 'do'} not`;
  return `${plural(recomputed, 'stated figure')} recomputed: ${agreed} ${agreed === 1 ? 'agrees' : 'agree'}${rest}.`;
}
