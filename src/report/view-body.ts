import { TEMPLATES, type TemplateName } from '../model/templates.ts';
import type { Report } from './report.ts';
import { figureTableViews, type FigureTableView } from './view-figure-tables.ts';
import { answerViews, recommendationViews } from './view-lists.ts';
import type { OutlineItem, OutlineParagraph, OutlineSection, PartName } from './view-outline.ts';
import { numberedSections, type SectionRef } from './view-sections.ts';
import type { TableNumbers } from './view-tables.ts';
import { markdownText } from './view-text.ts';
import { trendViews } from './view-trends.ts';

/** A section of the page, with the names of the partials that print it. */
export interface BodySection extends SectionRef {
  readonly paragraphs: readonly BodyParagraph[];
}

export interface BodyParagraph {
  /** `p-8-14`; empty where paragraphs have no numbers. */
  readonly id: string;
  /** `8.14`; empty where paragraphs have no numbers. */
  readonly number: string;
  readonly heading: string;
  readonly parts: readonly BodyPart[];
}

export interface BodyPart {
  readonly part: PartName;
  readonly heading: string;
  /** What the partial prints; null for one that takes it from the view as a whole. */
  readonly context: object | null;
}

/** Returns the sections of an outline with what each of their partials prints. */
export function bodySections(
  report: Report,
  template: TemplateName,
  sections: readonly OutlineSection[],
  tables: TableNumbers,
): BodySection[] {
  const isNumbered = TEMPLATES[template].paragraphs === 'numbered';
  const contextOf = contexts(report, tables);
  const refs = numberedSections(sections);
  return refs.map((ref, index) => {
    const paragraphs = (sections[index]?.paragraphs ?? []).map((paragraph, at) => ({
      id: isNumbered ? `p-${ref.number}-${at + 1}` : '',
      number: isNumbered ? `${ref.number}.${at + 1}` : '',
      heading: paragraph.heading,
      parts: paragraph.items.map((item) => ({
        part: item.part,
        heading: item.heading,
        context: contextOf(item, paragraph),
      })),
    }));
    return { ...ref, paragraphs: isNumbered ? paragraphs : besideEachOther(paragraphs) };
  });
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
  // The context of this partial is always a table.
  const table = part.context as FigureTableView | null;
  return table?.density === 'few' ? table : null;
}

type ContextOf = (item: OutlineItem, paragraph: OutlineParagraph) => object | null;

/** Returns what gives a partial its own context, one of a list; every other takes what it prints from the whole view. */
function contexts(report: Report, { tableOf }: TableNumbers): ContextOf {
  const answers = answerViews(report);
  const recommendations = recommendationViews(report);
  const figureTables = figureTableViews(report, tableOf);
  const trends = trendViews(report, tableOf);
  const own: Readonly<Partial<Record<PartName, ContextOf>>> = {
    text: (item, paragraph) => ({ text: markdownText(item.markdown, hasHeading(item, paragraph) ? 3 : 2) }),
    answer: ({ id }) => answers[Number(id)] ?? null,
    recommendation: ({ id }) => recommendations[Number(id)] ?? null,
    'figure-table': ({ id }) => figureTables.get(id) ?? null,
    trend: ({ id }) => trends.get(id) ?? null,
    appendix: ({ id }) => ({ text: markdownText(report.appendices[Number(id)]?.markdown ?? '', 3) }),
  };
  return (item, paragraph) => own[item.part]?.(item, paragraph) ?? null;
}

function hasHeading(item: OutlineItem, paragraph: OutlineParagraph): boolean {
  return item.heading !== '' || paragraph.heading !== '';
}
