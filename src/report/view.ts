import { plural } from './format.ts';
import type { Report } from './report.ts';
import { textWidth, textWithin } from './text-width.ts';
import { appendixView, type AppendixView } from './view-appendix.ts';
import { risksView, type RisksView } from './view-risks.ts';
import { milestonesTitle, milestoneViews, type MilestoneView } from './view-milestones.ts';
import { ragView, type RagSummary } from './view-rag.ts';
import { sectionRefs, type SectionRefs } from './view-sections.ts';
import { askViews, summaryView, type AskView, type SummaryView } from './view-summary.ts';
import { tableRefs, type TableRefs } from './view-tables.ts';
import { dateRange, dateText, markdownText, periodInFull, type MarkdownText } from './view-text.ts';
import { targetNotes, targetViews, type TargetView } from './view-targets.ts';
import { workforceView, type WorkforceView } from './view-workforce.ts';

/**
 * What the template `highlight-report` shows: texts, booleans and lists, nothing left to compute. Every property is
 * always there (empty or null where there is nothing), so that a template's path that is not is a mistake.
 */
export interface HighlightView {
  readonly language: string;
  /** The document's title. */
  readonly title: string;
  readonly description: string;
  readonly organisation: string;
  readonly programme: string;
  readonly workstream: string;
  readonly draft: boolean;
  /** What the head and the foot of each printed page say. */
  readonly running: { readonly title: string; readonly draft: string; readonly meeting: string };
  readonly facts: readonly FactView[];
  readonly tables: TableRefs;
  readonly sections: SectionRefs;
  readonly summary: SummaryView;
  /** What the first page has no room for; null where it holds all of it. */
  readonly status: { readonly rag: RagSummary; readonly asks: readonly AskView[] } | null;
  readonly escalations: readonly { readonly matter: string; readonly action: string }[];
  readonly progress: { readonly range: string; readonly text: MarkdownText };
  readonly next: { readonly range: string; readonly text: MarkdownText };
  readonly workforce: WorkforceView;
  readonly targets: readonly TargetView[];
  readonly targetNotes: readonly string[];
  readonly milestonesTitle: string;
  readonly milestones: readonly MilestoneView[];
  readonly risks: RisksView;
  readonly appendix: AppendixView;
  readonly warnings: string;
}

/** A fact at the head of the page; `columns` of the page's twelve is its width. */
export interface FactView {
  readonly term: string;
  readonly value: string;
  readonly columns: string;
}

/** Returns the view of a report for the template `highlight-report`. */
export function highlightView(report: Report): HighlightView {
  const tables = tableRefs(report);
  const meeting = dateText(report.meeting.date);
  const title = `${report.programme}: ${report.workstream.title} highlight report, ${meeting}`;
  const head = facts(report, meeting);
  const running = `${report.workstream.title} highlight report`;
  const warnings = warningsText(report);
  const risks = risksView(report, tables.open);
  const { summary, sections } = summaryView(report, {
    head: {
      eyebrow: `${report.organisation}   ${report.programme}   Draft`,
      title: running,
      facts: [head.slice(0, 3), head.slice(3)].map((row) =>
        row.map(({ value, columns }) => ({ value, columns: Number(columns) })),
      ),
    },
    matrix: risks.chart,
    chartTable: tables.path,
    warnings,
    sections: (hasStatus) => sectionRefs(report, hasStatus),
  });
  return {
    language: report.language,
    title: report.draft ? `${title} (draft)` : title,
    description: `${report.organisation}, ${report.workstream.title}: report to the ${report.board} of ${meeting}.`,
    organisation: report.organisation,
    programme: report.programme,
    workstream: report.workstream.title,
    draft: report.draft,
    running: {
      title: textWithin(running, RUNNING_SIZE, RUNNING_WIDTH),
      draft: report.draft ? 'Draft' : '',
      meeting: runningMeeting(report, meeting),
    },
    facts: head,
    tables,
    sections,
    summary,
    status: sections.status.number === '' ? null : { rag: ragView(report), asks: askViews(report) },
    escalations: report.escalations,
    progress: {
      range: spanText(report.period),
      text: markdownText(report.progress ?? '', 3),
    },
    next: {
      range: spanText(report.nextPeriod),
      text: markdownText(report.next ?? '', 3),
    },
    workforce: workforceView(report, tables.series),
    targets: targetViews(report),
    targetNotes: targetNotes(report),
    milestonesTitle: milestonesTitle(report),
    milestones: milestoneViews(report),
    risks,
    appendix: appendixView(report, tables),
    warnings,
  };
}

/** Size and width in points of what a printed page says above and below, beside the page's number. */
const RUNNING_SIZE = 8.5;
const RUNNING_WIDTH = 420;

/** Returns the foot of a page in one line: long names are shortened, the date never. */
function runningMeeting(report: Report, meeting: string): string {
  const half = (RUNNING_WIDTH - textWidth(`, , ${meeting}`, RUNNING_SIZE)) / 2;
  const board = textWithin(report.boardShort ?? report.board, RUNNING_SIZE, half);
  const rest = 2 * half - textWidth(board, RUNNING_SIZE);
  return `${textWithin(report.organisation, RUNNING_SIZE, rest)}, ${board}, ${meeting}`;
}

function spanText(span: Report['period']): string {
  return span === undefined ? '' : dateRange(span.from, span.to);
}

function warningsText(report: Report): string {
  const warnings = report.findings.filter((one) => one.severity === 'warning').length;
  return warnings === 0
    ? 'No warning on this report’s data.'
    : `${plural(warnings, 'warning')} on this report’s data.`;
}

function facts(report: Report, meeting: string): FactView[] {
  const latest = report.workforce.periods.at(-1);
  const board = report.boardShort === undefined ? report.board : `${report.board} (${report.boardShort})`;
  return [
    { term: 'Board', value: `${board}, ${meeting}`, columns: '6' },
    { term: 'Period', value: spanText(report.period), columns: '4' },
    { term: 'Data to', value: latest ? periodInFull(latest) : '–', columns: '2' },
    { term: 'Sponsor', value: report.sponsor ?? '–', columns: '3' },
    { term: 'Lead', value: report.lead ?? '–', columns: '3' },
    { term: 'Completed by', value: report.completedBy ?? '–', columns: '3' },
    { term: 'Pillar', value: report.workstream.title, columns: '3' },
  ];
}
