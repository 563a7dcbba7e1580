import { openFindings } from './checked.ts';
import type { Rag } from '../model/dataset.ts';
import { sortFindings } from '../model/finding.ts';
import type { Change, EvidenceItem, Figure, MilestoneRow, Report, TargetProgress } from './report.ts';
import { markdownWords } from '../model/markdown-text.ts';
import { excerpt } from './view-excerpt.ts';
import { decisionParagraphs, type Ask } from './view-asks.ts';
import { aimOf, byLevel, glanceFigures, headlineLabel, headlinePeriod } from './view-headlines.ts';
import { isCommittee } from './view-head.ts';
import { ragView } from './view-rag.ts';
import { dateText } from './view-text.ts';

/** The version of a pack's JSON. A change that would break a reader of it raises the number. */
export const PACK_SCHEMA = 'cip-report/pack@1';

/**
 * A board pack: what a programme's reports come to together, as plain JSON. Its page is this and the reports in full; it
 * computes no figure, all of it is said in the reports.
 */
export interface Pack {
  readonly schema: typeof PACK_SCHEMA;
  readonly generator: Report['generator'];
  readonly language: Report['language'];
  readonly organisation: string;
  readonly programme: string;
  readonly board: string;
  readonly boardShort?: string;
  readonly abbreviations?: NonNullable<Report['abbreviations']>;
  /** `Board pack`. */
  readonly title: string;
  /** Whether any of its reports is a draft. */
  readonly draft: boolean;
  /** The latest meeting that a report of it is for, after which it is named. */
  readonly date: string;
  /** Every meeting that a report of it is for, oldest first. */
  readonly meetings: readonly string[];
  readonly theme: Report['theme'];
  /** In the order of the configuration. */
  readonly workstreams: readonly PackWorkstream[];
  /** Of all workstreams together; a warning on a file that several share counts once. */
  readonly counts: PackCounts;
  /** Every file that its reports were made from, in order of path. */
  readonly inputs: Report['inputs'];
}

export interface PackWorkstream {
  readonly id: string;
  readonly title: string;
  /** Its report: the title, and the name of its files without their endings. */
  readonly report: { readonly title: string; readonly stem: string };
  readonly meeting: Report['meeting'];
  /** The date as of which its states hold. */
  readonly asOf: string;
  readonly draft: boolean;
  /** Absent where the report states none. */
  readonly rag?: PackRag;
  /** Those that want a decision or support come first, then what the paper's section of the decision asks. */
  readonly asks: readonly Ask[];
  /** The period of the first headline figure, and what all of them count: `October 2026, headcount`. */
  readonly headlinePeriod: string;
  /** The report's first headline figures, four at most; those outside their levels come first. */
  readonly headlines: readonly PackHeadline[];
  /** Headline figures of the report beyond those. */
  readonly moreHeadlines: number;
  /** Of what the report has data: only of that can be said that there is nothing to look at. */
  readonly given: readonly EvidenceItem['kind'][];
  /** Milestones and actions that are overdue, actions that are missing, and resolutions that are not answered. */
  readonly overdue: readonly OverdueItem[];
  /** Those that are not complete, in the report's order. */
  readonly openMilestones: readonly OpenMilestone[];
  readonly redRisks: readonly RedRisk[];
  readonly counts: PackCounts;
}

export interface PackRag {
  readonly current: Rag;
  readonly previous?: Rag;
  /** `Amber`. */
  readonly word: string;
  /** What the council calls it, where it says so: `off plan, recoverable`. */
  readonly label: string;
  /** `Changed from Amber since 14 September 2026`. */
  readonly change: string;
  /** The beginning of the report's reason. Markdown. */
  readonly reason: string;
}

export interface PackHeadline {
  /** Id of the figure in the report. */
  readonly figure: string;
  readonly label: string;
  readonly text: string;
  /** `Oct 2026`. */
  readonly period: string;
  readonly change?: Pick<Change, 'text' | 'movement' | 'good'>;
  /** The target or the level that it is held to: `Target 12% by Mar 2027`. */
  readonly aim?: string;
  /** How that target stands; a level has none. */
  readonly aimState?: TargetProgress['state'];
  /** Given where that is by a pace over fewer points than a trend needs. */
  readonly aimEarly?: boolean;
}

/** A milestone that is not complete, as its report has it. */
export type OpenMilestone = Pick<
  MilestoneRow,
  'reference' | 'milestone' | 'due' | 'revised' | 'actual' | 'state' | 'stateText'
>;

export interface OverdueItem {
  readonly kind: 'milestone' | 'action' | 'missing_action' | 'resolution';
  readonly reference: string;
  readonly text: string;
  /** `Overdue by 19 days`. */
  readonly state: string;
  readonly owner?: string;
}

export interface RedRisk {
  readonly reference: string;
  readonly risk: string;
  /** Absent where the matrix gives none. */
  readonly score?: string;
  readonly owner?: string;
}

export interface PackCounts {
  readonly overdueMilestones: number;
  readonly overdueActions: number;
  readonly redRisks: number;
  readonly missedTargets: number;
  /** Indicators outside their levels, and those of them that are within tolerance. */
  readonly redIndicators: number;
  readonly amberIndicators: number;
  /** Resolutions of earlier meetings that the report does not answer. */
  readonly unanswered: number;
  /** Open actions of earlier papers that the report does not list. */
  readonly missingActions: number;
  /** Warnings on the data. */
  readonly warnings: number;
}

const HEADLINES = 4;
/** How much of the reason a pack repeats: lines of so many characters. */
const REASON = { lines: 3, width: 60 } as const;

/**
 * Returns the pack of the reports, each of another workstream, in their order. Reports may be for different meetings. Throws
 * a RangeError where there is none, or two are of one workstream.
 */
export function buildPack(reports: readonly Report[]): Pack {
  const [first] = reports;
  if (first === undefined) throw new RangeError('a pack of no report');
  if (new Set(reports.map((one) => one.workstream.id)).size < reports.length)
    throw new RangeError('a pack with two reports of one workstream');
  const workstreams = reports.map(packWorkstream);
  const meetings = [...new Set(reports.map((one) => one.meeting.date))].sort();
  return {
    schema: PACK_SCHEMA,
    generator: first.generator,
    language: first.language,
    organisation: first.organisation,
    programme: first.programme,
    board: first.board,
    ...(first.boardShort !== undefined && { boardShort: first.boardShort }),
    ...(first.abbreviations && { abbreviations: first.abbreviations }),
    title: isCommittee(first.board) ? 'Committee pack' : 'Board pack',
    draft: reports.some((one) => one.draft),
    date: meetings.at(-1) ?? first.meeting.date,
    meetings,
    theme: first.theme,
    workstreams,
    counts: { ...total(workstreams.map((one) => one.counts)), warnings: warningsOf(reports).length },
    inputs: inputsOf(reports),
  };
}

/** Returns a pack's JSON: keys in a fixed order, two spaces, a final newline. */
export function serialisePack(pack: Pack): string {
  return `${JSON.stringify(pack, null, 2)}\n`;
}

/** Returns the name of a report's files without their endings: `workforce-2021-04-19`. */
export function reportStem({ workstream, meeting }: Report): string {
  return `${workstream.id}-${meeting.id}`;
}

/** Returns the name of a pack's files without their endings; it is never that of a report in it. */
export function packStem({ date, workstreams }: Pack): string {
  const stem = `pack-${date}`;
  return workstreams.some((one) => one.report.stem === stem) ? `board-${stem}` : stem;
}

function packWorkstream(report: Report): PackWorkstream {
  const overdue = overdueItems(report);
  const redRisks = report.risks.open.filter((risk) => risk.severe);
  const ofKind = (kind: OverdueItem['kind']): number => overdue.filter((one) => one.kind === kind).length;
  const indicators = (rag: 'red' | 'amber'): number =>
    report.indicators.filter((one) => one.limit?.rag === rag).length;
  return {
    id: report.workstream.id,
    title: report.workstream.title,
    report: { title: report.title, stem: reportStem(report) },
    meeting: report.meeting,
    asOf: report.asOf,
    draft: report.draft,
    ...(report.rag && { rag: packRag(report.rag, report.meeting) }),
    asks: [
      ...(['decide', 'support', 'note'] as const).flatMap((kind) =>
        report.asks.filter((ask) => ask.kind === kind),
      ),
      ...decisionParagraphs(report),
    ],
    headlinePeriod: headlinePeriod(report, headlinesOf(report)),
    headlines: headlinesOf(report).map((figure) => packHeadline(report, figure)),
    moreHeadlines: Math.max(0, glanceFigures(report).length - HEADLINES),
    given: givenIn(report),
    overdue,
    openMilestones: openMilestones(report),
    redRisks: redRisks.map(({ reference, risk, score, owner }) => ({
      reference,
      risk,
      ...(score !== undefined && { score }),
      ...(owner !== undefined && { owner }),
    })),
    counts: {
      overdueMilestones: ofKind('milestone'),
      overdueActions: ofKind('action'),
      redRisks: redRisks.length,
      missedTargets: report.targets.filter((one) => one.state === 'missed').length,
      redIndicators: indicators('red'),
      amberIndicators: indicators('amber'),
      unanswered: ofKind('resolution'),
      missingActions: ofKind('missing_action'),
      warnings: warningsOf([report]).length,
    },
  };
}

function packRag(rag: NonNullable<Report['rag']>, meeting: Report['meeting']): PackRag {
  const { current, previous, change, reason } = ragView(rag, meeting);
  return {
    current: rag.current,
    ...(previous && { previous: previous.rag }),
    word: current.word,
    label: current.short,
    change,
    reason: excerpt(reason.markdown, REASON.lines, REASON.width).text,
  };
}

function headlinesOf(report: Report): Figure[] {
  return byLevel(report, glanceFigures(report)).slice(0, HEADLINES);
}

function packHeadline(report: Report, figure: Figure): PackHeadline {
  const { id, text, period, change } = figure;
  const aim = aimOf(report, figure);
  return {
    figure: id,
    label: headlineLabel(figure),
    text,
    period: period.label,
    ...(change && { change: { text: change.text, movement: change.movement, good: change.good } }),
    ...(aim.text !== '' && { aim: aim.text }),
    ...(aim.state && { aimState: aim.state }),
    ...(aim.early && { aimEarly: true }),
  };
}

function openMilestones({ milestones }: Report): OpenMilestone[] {
  return milestones
    .filter((one) => one.state !== 'complete')
    .map(({ reference, milestone, due, revised, actual, state, stateText }) => ({
      reference,
      milestone,
      due,
      ...(revised && { revised }),
      ...(actual && { actual }),
      state,
      stateText,
    }));
}

function givenIn({ targets, indicators, milestones, actions, risks }: Report): PackWorkstream['given'] {
  const given = {
    targets: targets.length > 0,
    indicators: indicators.some((one) => one.limit !== undefined),
    milestones: milestones.length > 0,
    actions: actions.length > 0,
    risks: risks.open.length + risks.closed.length > 0,
  };
  return (['targets', 'indicators', 'milestones', 'actions', 'risks'] as const).filter((kind) => given[kind]);
}

function overdueItems({ milestones, actions, missingActions, answers }: Report): OverdueItem[] {
  return [
    ...milestones
      .filter((one) => one.state === 'overdue')
      .map(({ reference, milestone, stateText }) => ({
        kind: 'milestone' as const,
        reference,
        text: milestone,
        state: stateText,
      })),
    ...actions
      .filter((one) => one.state === 'overdue')
      .map(({ reference, action, stateText, owner }) => ({
        kind: 'action' as const,
        reference,
        text: action,
        state: stateText,
        ...(owner !== undefined && { owner }),
      })),
    ...missingActions.map(({ reference, action, owner }) => ({
      kind: 'missing_action' as const,
      reference,
      text: action,
      state: 'Missing from the paper',
      ...(owner !== undefined && { owner }),
    })),
    ...answers
      .filter((one) => one.answer === undefined)
      .map(({ reference, resolution, meeting }) => ({
        kind: 'resolution' as const,
        reference,
        text: markdownWords(resolution),
        state: `Resolved on ${dateText(meeting)}, not answered`,
      })),
  ];
}

function total(counts: readonly PackCounts[]): PackCounts {
  const sum = (of: (one: PackCounts) => number): number => counts.reduce((all, one) => all + of(one), 0);
  return {
    overdueMilestones: sum((one) => one.overdueMilestones),
    overdueActions: sum((one) => one.overdueActions),
    redRisks: sum((one) => one.redRisks),
    missedTargets: sum((one) => one.missedTargets),
    redIndicators: sum((one) => one.redIndicators),
    amberIndicators: sum((one) => one.amberIndicators),
    unanswered: sum((one) => one.unanswered),
    missingActions: sum((one) => one.missingActions),
    warnings: sum((one) => one.warnings),
  };
}

/** Returns the warnings of all reports that nobody accepts, each once: one on a file that they share is in each of them. */
function warningsOf(reports: readonly Report[]): Report['findings'] {
  return sortFindings(reports.flatMap(openFindings)).filter((one) => one.severity === 'warning');
}

function inputsOf(reports: readonly Report[]): Report['inputs'] {
  const byPath = new Map(reports.flatMap((one) => one.inputs).map((input) => [input.path, input]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
