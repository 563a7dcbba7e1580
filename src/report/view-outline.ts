import type { TemplateName } from '../model/templates.ts';
import type { Report, ReportBlock, ReportSection } from './report.ts';
import { noteViews } from './view-marks.ts';

/** The partials that print what stands in a section. */
export type PartName =
  | 'text'
  | 'status'
  | 'escalations'
  | 'progress'
  | 'workforce'
  | 'figure-table'
  | 'figure-tables'
  | 'trend'
  | 'indicators'
  | 'benchmarks'
  | 'targets'
  | 'milestones'
  | 'recommendations-table'
  | 'recommendation'
  | 'actions'
  | 'answer'
  | 'resolutions'
  | 'risks'
  | 'appendix'
  | 'figures-checked'
  | 'notes';

/** One thing on the page: which partial prints it, and of what. */
export interface OutlineItem {
  readonly part: PartName;
  /** Which of several: a table's or a trend's id, else the place in the report's list. */
  readonly id: string;
  readonly heading: string;
  /** Markdown; for `text` alone. */
  readonly markdown: string;
}

/** What stands together, under one number where paragraphs are numbered. */
export interface OutlineParagraph {
  readonly heading: string;
  readonly items: readonly OutlineItem[];
}

export interface OutlineSection {
  readonly section: ReportSection;
  readonly paragraphs: readonly OutlineParagraph[];
}

/** Computed sections that one partial prints as a whole, by the section's id. */
const WHOLE: Readonly<Record<string, PartName>> = {
  status: 'status',
  escalations: 'escalations',
  progress: 'progress',
  workforce: 'workforce',
  indicators: 'indicators',
  benchmarks: 'benchmarks',
  targets: 'targets',
  milestones: 'milestones',
  actions: 'actions',
  resolutions: 'resolutions',
  risks: 'risks',
  checked: 'figures-checked',
};

/** Where the notes to figures stand: under the first of these that the page has, else at its end. */
const HOSTS_OF_NOTES: readonly PartName[] = ['workforce', 'figure-table', 'indicators', 'figures-checked'];

/** Returns what the page shows, in its order. */
export function outline(report: Report, template: TemplateName): OutlineSection[] {
  const sections = report.sections.map((section) => ({
    section,
    paragraphs: [
      ...section.blocks.map((block) => paragraphOf(report, template, block)),
      ...(section.kind === 'text' ? [] : sectionItems(report, template, section.id)).map((one) => ({
        heading: one.heading,
        items: [{ ...one, heading: '' }],
      })),
    ],
  }));
  return noteViews(report).length === 0 ? sections : withNotes(sections);
}

function paragraphOf(report: Report, template: TemplateName, block: ReportBlock): OutlineParagraph {
  const { heading = '' } = block;
  if (block.kind === 'text') return { heading, items: [item('text', '', '', block.markdown)] };
  switch (block.what) {
    case 'table':
      return { heading, items: [item('figure-table', block.id)] };
    case 'trend':
      return { heading, items: [item('trend', block.id)] };
    case 'section':
      return { heading, items: sectionItems(report, template, block.id) };
  }
}

/** Returns every item of the page in its order. */
export function itemsOf(sections: readonly OutlineSection[]): OutlineItem[] {
  return sections.flatMap((one) => one.paragraphs.flatMap(({ items }) => items));
}

function item(part: PartName, id: string, heading = '', markdown = ''): OutlineItem {
  return { part, id, heading, markdown };
}

/**
 * Returns what a computed section is made of: one item, or one for each of its list. The report lists tables and trends
 * as blocks.
 */
function sectionItems(report: Report, template: TemplateName, id: string): OutlineItem[] {
  const whole = WHOLE[id];
  if (whole !== undefined) return [item(whole, '')];
  switch (id) {
    case 'questions':
      return report.questions.map((one) => item('text', '', one.question, one.answer));
    case 'answers':
      return report.answers.map((one, index) =>
        item('answer', `${index}`, named('Resolution', one.reference)),
      );
    case 'appendices':
      return report.appendices.map((one, index) => item('appendix', `${index}`, one.title));
    case 'recommendations':
      return recommendationItems(report, template);
    default:
      return [];
  }
}

/**
 * A report on recommendations gives each of them in full. In other papers those that say what is in place are rows of a
 * table, and the others follow it.
 */
function recommendationItems({ recommendations }: Report, template: TemplateName): OutlineItem[] {
  const inFull = (id: string, reference: string): OutlineItem =>
    item('recommendation', id, named('Recommendation', reference));
  const entries = recommendations.map((row, index) => ({ row, id: `${index}` }));
  if (template === 'recommendations-report') return entries.map(({ row, id }) => inFull(id, row.reference));
  const rest = entries.filter(({ row }) => row.inPlace === undefined);
  return [
    ...(rest.length < entries.length ? [item('recommendations-table', '')] : []),
    ...rest.map(({ row, id }) => inFull(id, row.reference)),
  ];
}

/** Returns `Recommendation 7`; a reference that has letters of its own stands by itself. */
function named(noun: string, reference: string): string {
  return /^[A-Z]?\d/.test(reference) ? `${noun} ${reference}` : reference;
}

function withNotes(sections: readonly OutlineSection[]): OutlineSection[] {
  const items = itemsOf(sections);
  const host = HOSTS_OF_NOTES.find((part) => items.some((one) => one.part === part));
  // The workforce's part prints the notes under its own table.
  if (host === 'workforce') return [...sections];
  const at =
    host === undefined
      ? sections.length - 1
      : sections.findLastIndex((one) => itemsOf([one]).some(({ part }) => part === host));
  return sections.map((one, index) =>
    index === at ? { ...one, paragraphs: [...one.paragraphs, NOTES] } : one,
  );
}

const NOTES: OutlineParagraph = { heading: '', items: [item('notes', '')] };
