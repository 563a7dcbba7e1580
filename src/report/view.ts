import { abbreviationsIn, glossaryOf } from './abbreviations.ts';
import { SECTIONS } from '../model/sections.ts';
import type { TemplateName } from '../model/templates.ts';
import { openFindings } from './checked.ts';
import { contentsOf, type Contents } from './contents.ts';
import { plural } from './format.ts';
import type { Report } from './report.ts';
import { textWidth, textWithin } from './text-width.ts';
import { appendixView, type AppendixView } from './view-appendix.ts';
import type { TimeChart } from './view-charts.ts';
import { drawnTargetChart } from './view-target-chart.ts';
import { bodySections, type BodySection } from './view-body.ts';
import { glanceView, type GlanceView } from './view-glance.ts';
import { pointViews, type PointView } from './view-points.ts';
import { factViews, isCommittee, logoView, type FactView, type LogoView } from './view-head.ts';
import {
  actionsTitle,
  actionViews,
  missingActionViews,
  recommendationViews,
  resolutionViews,
  type ActionView,
  type RecommendationView,
  type ResolutionView,
} from './view-lists.ts';
import { indicatorsView, type IndicatorsView } from './view-indicators.ts';
import { planViews, type PlanView } from './view-plan.ts';
import { benchmarksView, type BenchmarkView } from './view-benchmarks.ts';
import { trendTables, type TrendTable } from './view-trends.ts';
import { noteViews, type NoteView } from './view-marks.ts';
import { milestonesTitle, milestoneViews, type MilestoneView } from './view-milestones.ts';
import { itemsOf, outline, type OutlineSection } from './view-outline.ts';
import { ragView, type RagSummary } from './view-rag.ts';
import { risksView, type RisksView } from './view-risks.ts';
import { numberedSections, sectionRefs, type SectionRefs } from './view-sections.ts';
import { askViews, type AskView } from './view-asks.ts';
import { summaryView, type SummaryView } from './view-summary.ts';
import { tableNumbers, type TableRefs } from './view-tables.ts';
import { areInPoints, targetNotes, targetViews, type TargetView } from './view-targets.ts';
import { dateRange, dateText, markdownText, type MarkdownText } from './view-text.ts';
import { workforceView, type WorkforceView } from './view-workforce.ts';

/**
 * What a template shows: texts, booleans and lists, nothing left to compute. Every property is always there (empty or
 * null where there is nothing), so that a template's path that is not is a mistake.
 */
export interface ReportView {
  /** For the `lang` of the page: `en-GB`. */
  readonly language: string;
  /** The document's title. */
  readonly title: string;
  /** One sentence for search engines and lists of papers. */
  readonly description: string;
  /** The council: `Luton Council`. */
  readonly organisation: string;
  /** The programme: `Children's Improvement Programme`. */
  readonly programme: string;
  /** The workstream: `Workforce`. */
  readonly workstream: string;
  /** What the readers are: `board` or `committee`. */
  readonly audience: string;
  /** Whether the paper is a draft, and says so. */
  readonly draft: boolean;
  /** What the head and the foot of each printed page say. */
  readonly running: {
    /** The head of each page: the report's title, shortened where it is long. */
    readonly title: string;
    /** `Draft`, or empty. */
    readonly draft: string;
    /** The foot of each page: council, board and date of the meeting. */
    readonly meeting: string;
  };
  /** The report's title, whole. */
  readonly heading: string;
  /** The council's logo; nothing where the theme has none. */
  readonly logo: LogoView | null;
  /** The facts under the title: the meeting, the period, who reports. */
  readonly facts: readonly FactView[];
  /** The numbers of the page's tables. */
  readonly tables: TableRefs;
  /** The numbers of the page's sections, for links from the first page. */
  readonly sections: SectionRefs;
  /** Null for a short report. */
  readonly contents: Contents | null;
  /** The sections in the order of the page, with the partials that print them. */
  readonly body: readonly BodySection[];
  /** The first page of the highlight report. */
  readonly summary: SummaryView;
  /** The first page of papers that are read from front to back: `At a glance`. */
  readonly glance: GlanceView;
  /** The RAG and what is asked, in full, for the section on them. */
  readonly status: {
    /** Nothing where the paper states none. */
    readonly rag: RagSummary | null;
    /** What the readers are asked. */
    readonly asks: readonly AskView[];
  };
  /** The matters that are brought to the board. */
  readonly escalations: readonly {
    /** The matter. */
    readonly matter: string;
    /** What is to be done about it. */
    readonly action: string;
  }[];
  /** What was done since the last report. */
  readonly progress: {
    /** The time that it tells of: `15 February to 19 April 2021`; may be empty. */
    readonly range: string;
    /** What was done. */
    readonly text: MarkdownText;
  } | null;
  /** What is to be done until the next report. */
  readonly next: {
    /** The time that it tells of: `19 April to 21 June 2021`; may be empty. */
    readonly range: string;
    /** What is to be done. */
    readonly text: MarkdownText;
  } | null;
  /** The section on the workforce. */
  readonly workforce: WorkforceView;
  /** The notes to the figures of the whole page. */
  readonly notes: readonly NoteView[];
  /** The targets, in the order of the report. */
  readonly targets: readonly TargetView[];
  /** What the table of targets has no column for, a sentence or more each. */
  readonly targetNotes: readonly string[];
  /** Whether any gap or pace of the targets is in percentage points. */
  readonly targetsInPoints: boolean;
  /** Where the first page does not show it. */
  readonly targetChart: TimeChart | null;
  /** The planned paths of targets, beside what was measured. */
  readonly plans: readonly PlanView[];
  /** The table of indicators; nothing where the report has none. */
  readonly indicators: IndicatorsView | null;
  /** The comparisons with other councils. */
  readonly benchmarks: readonly BenchmarkView[];
  /** The values behind the charts over time, for the appendix. */
  readonly trendTables: readonly TrendTable[];
  /** `6 of 7 milestones complete, 1 slipped 5 months`. */
  readonly milestonesTitle: string;
  /** The milestones, in the order of the report. */
  readonly milestones: readonly MilestoneView[];
  /** The recommendations that have more to tell than the table holds. */
  readonly recommendations: readonly RecommendationView[];
  /** The actions, then those of earlier papers that this one does not list. */
  readonly actions: readonly ActionView[];
  /** `4 actions: 1 overdue, 2 open, 1 complete`. */
  readonly actionsTitle: string;
  /** What this meeting resolved. */
  readonly resolutions: readonly ResolutionView[];
  /** The section on risks. */
  readonly risks: RisksView;
  /** The appendix on what was checked, found and used. */
  readonly appendix: AppendixView;
  /** What is open or was changed, that the first page has to name. */
  readonly points: readonly PointView[];
  /** `5 warnings on this report’s data.` */
  readonly warnings: string;
}

/** Returns the view of a report for a template. */
export function reportView(report: Report, template: TemplateName): ReportView {
  const view = pageView(report, template);
  const abbreviations = abbreviationsIn(view, glossaryOf(report));
  return { ...view, appendix: { ...view.appendix, abbreviations } };
}

/** A page before its abbreviations are looked for in it. */
interface PageView extends Omit<ReportView, 'appendix'> {
  readonly appendix: Omit<AppendixView, 'abbreviations'>;
}

function pageView(report: Report, template: TemplateName): PageView {
  const whole = pageOutline(report, template);
  const numbers = tableNumbers(report, template, itemsOf(whole));
  const { refs: tables, tableOf } = numbers;
  const meeting = dateText(report.meeting.date);
  const running = runningTexts(report, meeting);
  const facts = factViews(report, template);
  const warnings = warningsText(report);
  const risks = risksView(report, tables.open);
  const logo = logoView(report);
  let shown = whole;
  const { summary, sections } = summaryView(report, {
    head: {
      eyebrow: `${report.organisation}   ${report.programme}   Draft`,
      title: report.title,
      hasLogo: logo !== null,
      facts: facts.map(({ term, value }) => `${term} ${value}`),
    },
    matrix: risks.chart,
    chartTable: tables.path,
    milestonesTable: tables.milestones,
    warnings,
    sections: (hasStatus) => {
      if (template === 'highlight-report') shown = withStatus(whole, hasStatus);
      return sectionRefs(shown);
    },
  });
  const isOnFirstPage = template === 'highlight-report' && summary.matrix !== null;
  const title = `${report.programme}: ${report.title}, ${meeting}`;
  return {
    language: report.language,
    title: report.draft ? `${title} (draft)` : title,
    description: `${report.organisation}, ${report.workstream.title}: report to the ${report.board} of ${meeting}.`,
    organisation: report.organisation,
    programme: report.programme,
    workstream: report.workstream.title,
    audience: audienceOf(report),
    draft: report.draft,
    running,
    heading: report.title,
    logo,
    facts,
    tables,
    sections,
    contents: contentsOf(numberedSections(shown)),
    body: bodySections(report, template, shown, numbers),
    summary,
    glance: glanceView(report, {
      sections,
      decision: numberedSections(shown).find((_, index) => shown[index]?.section.id === 'decision') ?? null,
      risks: risks.summary,
      matrix: template === 'highlight-report' ? null : risks.chart,
      milestonesTable: tables.milestones,
      warnings,
    }),
    status: {
      rag: report.rag === undefined ? null : ragView(report.rag, report.meeting),
      asks: askViews(report),
    },
    escalations: report.escalations,
    progress: spanView(report.period, report.progress),
    next: spanView(report.nextPeriod, report.next),
    workforce: workforceView(report, tables.series),
    notes: noteViews(report),
    targets: targetViews(report),
    targetNotes: targetNotes(report),
    targetsInPoints: areInPoints(targetViews(report)),
    targetChart: template === 'highlight-report' ? null : drawnTargetChart(report, template, tables.path),
    plans: planViews(report, tableOf),
    indicators: indicatorsView(report, tableOf),
    benchmarks: benchmarksView(report, tableOf),
    trendTables: trendTables(report, tableOf),
    milestonesTitle: milestonesTitle(report),
    milestones: milestoneViews(report),
    recommendations: recommendationViews(report).filter((one) => one.inPlace !== null),
    actions: [...actionViews(report), ...missingActionViews(report)],
    actionsTitle: actionsTitle(report),
    resolutions: resolutionViews(report),
    risks: { ...risks, chart: isOnFirstPage ? null : risksView(report, tables.open, 'full').chart },
    appendix: appendixView(report, template, tables),
    points: pointViews(report, sections),
    warnings,
  };
}

/** Returns the page's outline; where there is no RAG, a first page that asks everything leaves nothing to repeat in full. */
function pageOutline(report: Report, template: TemplateName): OutlineSection[] {
  const sections = outline(report, template);
  return report.rag === undefined && template !== 'highlight-report' ? withStatus(sections, false) : sections;
}

/** The highlight report says it all on its first page; a section repeats in full what that has no room for. */
function withStatus(sections: readonly OutlineSection[], hasStatus: boolean): OutlineSection[] {
  const isStatus = ({ part }: { readonly part: string }): boolean => part === 'status';
  if (!hasStatus)
    return sections
      .map((one) => ({
        ...one,
        paragraphs: one.paragraphs.filter(({ items }) => !items.some(isStatus)),
      }))
      .filter(({ paragraphs }) => paragraphs.length > 0);
  if (itemsOf(sections).some(isStatus)) return [...sections];
  const { title } = SECTIONS.status;
  const item = { part: 'status', id: '', heading: '', markdown: '' } as const;
  return [
    {
      section: { id: 'status', title, kind: 'computed', blocks: [] },
      paragraphs: [{ heading: '', items: [item] }],
    },
    ...sections,
  ];
}

function audienceOf({ board }: Report): string {
  return isCommittee(board) ? 'committee' : 'board';
}

/** Size and width in points of what a printed page says above and below, beside the page's number. */
export const RUNNING = { size: 8.5, width: 444 } as const;

function runningTexts(report: Report, meeting: string): ReportView['running'] {
  return {
    title: textWithin(report.title, RUNNING.size, RUNNING.width),
    draft: report.draft ? 'Draft' : '',
    meeting: runningMeeting(report, meeting),
  };
}

/** Returns the foot of a page in one line: long names are shortened, the date never. */
function runningMeeting(report: Report, meeting: string): string {
  const room = RUNNING.width - textWidth(`, , ${meeting}`, RUNNING.size);
  const organisation = Math.min(room / 2, textWidth(report.organisation, RUNNING.size));
  const board = textWithin(report.boardShort ?? report.board, RUNNING.size, room - organisation);
  const rest = room - textWidth(board, RUNNING.size);
  return `${textWithin(report.organisation, RUNNING.size, rest)}, ${board}, ${meeting}`;
}

function spanView(span: Report['period'], markdown: string | undefined): ReportView['progress'] {
  if (markdown === undefined) return null;
  return {
    range: span === undefined ? '' : dateRange(span.from, span.to),
    text: markdownText(markdown, 3),
  };
}

function warningsText(report: Report): string {
  const open = openFindings(report);
  const warnings = open.filter((one) => one.severity === 'warning').length;
  const accepted = report.findings.length - open.length;
  const found = warnings === 0 ? 'No warning' : plural(warnings, 'warning');
  const rest = accepted === 0 ? '' : `, and ${plural(accepted, 'accepted finding')}`;
  return `${found} on this report’s data${rest}.`;
}
