import { plural } from './format.ts';
import type { Report } from './report.ts';
import { appendixView, type AppendixView } from './view-appendix.ts';
import { risksView, type RisksView } from './view-risks.ts';
import { milestoneViews, summaryView, type MilestoneView, type SummaryView } from './view-summary.ts';
import { tableRefs, type TableRefs } from './view-tables.ts';
import { dateRange, dateText, markdownText, periodInFull, type MarkdownText } from './view-text.ts';
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
  readonly facts: readonly { readonly term: string; readonly value: string; readonly wide: boolean }[];
  readonly tables: TableRefs;
  readonly summary: SummaryView;
  readonly escalations: readonly { readonly matter: string; readonly action: string }[];
  readonly progress: { readonly range: string; readonly text: MarkdownText };
  readonly next: { readonly range: string; readonly text: MarkdownText };
  readonly workforce: WorkforceView;
  readonly milestones: readonly MilestoneView[];
  readonly risks: RisksView;
  readonly appendix: AppendixView;
  readonly warnings: string;
}

/** Returns the view of a report for the template `highlight-report`. */
export function highlightView(report: Report): HighlightView {
  const tables = tableRefs(report);
  const meeting = dateText(report.meeting.date);
  const title = `${report.programme}: ${report.workstream.title} highlight report, ${meeting}`;
  const warnings = report.findings.filter((one) => one.severity === 'warning').length;
  return {
    language: report.language,
    title: report.draft ? `${title} (draft)` : title,
    description: `${report.organisation}, ${report.workstream.title}: report to the ${report.board} of ${meeting}.`,
    organisation: report.organisation,
    programme: report.programme,
    workstream: report.workstream.title,
    draft: report.draft,
    running: {
      title: `${report.workstream.title} highlight report`,
      draft: report.draft ? 'Draft' : '',
      meeting: `${report.organisation}, ${report.boardShort ?? report.board}, ${meeting}`,
    },
    facts: facts(report, meeting),
    tables,
    summary: summaryView(report, tables.path),
    escalations: report.escalations,
    progress: {
      range: dateRange(report.period.from, report.period.to),
      text: markdownText(report.progress, 3),
    },
    next: {
      range: dateRange(report.nextPeriod.from, report.nextPeriod.to),
      text: markdownText(report.next, 3),
    },
    workforce: workforceView(report, tables.series),
    milestones: milestoneViews(report),
    risks: risksView(report, tables.open),
    appendix: appendixView(report, tables),
    warnings:
      warnings === 0
        ? 'No warning on this report’s data.'
        : `${plural(warnings, 'warning')} on this report’s data.`,
  };
}

function facts(report: Report, meeting: string): HighlightView['facts'] {
  const latest = report.workforce.periods.at(-1);
  const board = report.boardShort === undefined ? report.board : `${report.board} (${report.boardShort})`;
  const terms = [
    { term: 'Board', value: `${board}, ${meeting}` },
    { term: 'Pillar', value: report.workstream.title },
    { term: 'Data to', value: latest ? periodInFull(latest) : '–' },
    { term: 'Sponsor', value: report.sponsor },
    { term: 'Lead', value: report.lead },
    { term: 'Completed by', value: report.completedBy },
    { term: 'Period', value: dateRange(report.period.from, report.period.to) },
  ];
  return terms.map((one, index) => ({ ...one, wide: index === 0 }));
}
