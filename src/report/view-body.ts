import { TEMPLATES, type TemplateName } from '../model/templates.ts';
import type { Report } from './report.ts';
import { figureTableViews, type FigureTableView } from './view-figure-tables.ts';
import { answerViews, recommendationViews, type AnswerView, type RecommendationView } from './view-lists.ts';
import type { OutlineItem, OutlineParagraph, OutlineSection, PartName } from './view-outline.ts';
import { numberedSections, type SectionRef } from './view-sections.ts';
import type { TableNumbers } from './view-tables.ts';
import { markdownText, type MarkdownText } from './view-text.ts';
import { trendViews, type TrendView } from './view-trends.ts';

/** A section of the page, with the names of the partials that print it. */
export interface BodySection extends SectionRef {
  /** Whether it is one line of text, which can stand beside its heading. */
  readonly brief: boolean;
  /** What stands under the section's heading. */
  readonly paragraphs: readonly BodyParagraph[];
}

export interface BodyParagraph {
  /** `p-8-14`; empty where paragraphs have no numbers. */
  readonly id: string;
  /** `8.14`; empty where paragraphs have no numbers. */
  readonly number: string;
  /** May be empty. */
  readonly heading: string;
  /** The partials that print it, in their order. */
  readonly parts: readonly BodyPart[];
}

/** What a partial prints that is one of a list. */
export interface PartContexts {
  readonly text: {
    /** The text. */
    readonly text: MarkdownText;
  };
  readonly answer: AnswerView;
  readonly recommendation: RecommendationView;
  readonly 'figure-table': FigureTableView;
  readonly 'figure-tables': {
    /** The tables, in the order of the page. */
    readonly tables: readonly FigureTableView[];
  };
  readonly trend: TrendView;
  readonly appendix: {
    /** The text of the appendix. */
    readonly text: MarkdownText;
  };
}

type PartOf<P extends PartName> = P extends keyof PartContexts
  ? { readonly part: P; readonly heading: string; readonly context: PartContexts[P] | null }
  : { readonly part: P; readonly heading: string; readonly context: null };

/** A partial under its heading, with what it prints: null for one that takes it from the view as a whole. */
export type BodyPart = PartOf<PartName>;

/** Returns the sections of an outline with what each of their partials prints. */
export function bodySections(
  report: Report,
  template: TemplateName,
  sections: readonly OutlineSection[],
  tables: TableNumbers,
): BodySection[] {
  const isNumbered = TEMPLATES[template].paragraphs === 'numbered';
  const partOf = parts(report, tables);
  const refs = numberedSections(sections);
  return refs.map((ref, index) => {
    const paragraphs = (sections[index]?.paragraphs ?? []).map((paragraph, at) => ({
      id: isNumbered ? `p-${ref.number}-${at + 1}` : '',
      number: isNumbered ? `${ref.number}.${at + 1}` : '',
      heading: paragraph.heading,
      parts: paragraph.items.map((item) => partOf(item, paragraph)),
    }));
    const brief = isBrief(sections[index]?.paragraphs ?? []);
    return { ...ref, brief, paragraphs: isNumbered ? paragraphs : besideEachOther(paragraphs) };
  });
}

/** What fits in a line or two beside a heading. */
const BRIEF_LETTERS = 120;

/** Whether a section is one short paragraph of plain text: `None.` or `County-wide`. */
function isBrief([paragraph, ...others]: readonly OutlineParagraph[]): boolean {
  const item = paragraph?.items[0];
  return (
    others.length === 0 &&
    paragraph?.heading === '' &&
    paragraph.items.length === 1 &&
    item?.part === 'text' &&
    item.heading === '' &&
    item.markdown.length <= BRIEF_LETTERS &&
    !item.markdown.trim().includes('\n')
  );
}

/** Returns the paragraphs with narrow tables that follow one another in one, to be set in columns. */
function besideEachOther(paragraphs: readonly BodyParagraph[]): BodyParagraph[] {
  const joined: { readonly paragraph: BodyParagraph; readonly tables: FigureTableView[] }[] = [];
  for (const paragraph of paragraphs) {
    const table = narrowTable(paragraph);
    const before = joined.at(-1);
    if (table && before && before.tables.length > 0 && paragraph.heading === '') before.tables.push(table);
    else joined.push({ paragraph, tables: table ? [table] : [] });
  }
  return joined.map(({ paragraph, tables }) =>
    tables.length < 2
      ? paragraph
      : { ...paragraph, parts: [{ part: 'figure-tables', heading: '', context: { tables } }] },
  );
}

/** Returns the one table that a paragraph is, where it is narrow. */
function narrowTable({ parts: [part, ...others] }: BodyParagraph): FigureTableView | null {
  if (part?.part !== 'figure-table' || others.length > 0 || part.heading !== '') return null;
  return part.context?.density === 'few' ? part.context : null;
}

type MakePart = (item: OutlineItem, paragraph: OutlineParagraph) => BodyPart;

/** Returns what gives a partial its own context, one of a list; every other takes what it prints from the whole view. */
function parts(report: Report, { tableOf }: TableNumbers): MakePart {
  const answers = answerViews(report);
  const recommendations = recommendationViews(report);
  const figureTables = figureTableViews(report, tableOf);
  const trends = trendViews(report, tableOf);
  return (item, paragraph) => {
    const { part, id, heading, markdown } = item;
    switch (part) {
      case 'text':
        return {
          part,
          heading,
          context: { text: markdownText(markdown, hasHeading(item, paragraph) ? 3 : 2) },
        };
      case 'answer':
        return { part, heading, context: answers[Number(id)] ?? null };
      case 'recommendation':
        return { part, heading, context: recommendations[Number(id)] ?? null };
      case 'figure-table':
        return { part, heading, context: figureTables.get(id) ?? null };
      case 'trend':
        return { part, heading, context: trends.get(id) ?? null };
      case 'appendix':
        return {
          part,
          heading,
          context: { text: markdownText(report.appendices[Number(id)]?.markdown ?? '', 3) },
        };
      case 'actions':
      case 'benchmarks':
      case 'escalations':
      case 'figure-tables':
      case 'figures-checked':
      case 'indicators':
      case 'milestones':
      case 'notes':
      case 'progress':
      case 'recommendations-table':
      case 'resolutions':
      case 'risks':
      case 'status':
      case 'targets':
      case 'workforce':
        return { part, heading, context: null };
    }
  };
}

function hasHeading(item: OutlineItem, paragraph: OutlineParagraph): boolean {
  return item.heading !== '' || paragraph.heading !== '';
}
