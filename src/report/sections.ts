import type { PaperContext } from '../papers/context.ts';
import type { PaperSection } from '../model/dataset.ts';
import { isSectionId, SECTIONS, type SectionId } from '../model/sections.ts';
import { DEFAULT_TEMPLATE, isTemplateName, TEMPLATES } from '../model/templates.ts';
import type { Narrative } from './narrative.ts';
import type { Report, ReportBlock, ReportSection } from './report.ts';

/** What the sections of a report are made from: its other parts. */
export type SectionParts = Pick<
  Report,
  | 'rag'
  | 'asks'
  | 'escalations'
  | 'progress'
  | 'next'
  | 'workforce'
  | 'tables'
  | 'trends'
  | 'indicators'
  | 'benchmarks'
  | 'targets'
  | 'milestones'
  | 'recommendations'
  | 'actions'
  | 'missingActions'
  | 'answers'
  | 'questions'
  | 'resolutions'
  | 'risks'
  | 'appendices'
>;

type ComputedId = {
  [Id in SectionId]: (typeof SECTIONS)[Id]['kind'] extends 'computed' ? Id : never;
}[SectionId];

/** Whether there is anything to print in a computed section. What was checked is told even of a paper without figures. */
const HAS: Readonly<Record<ComputedId, (parts: SectionParts) => boolean>> = {
  status: ({ rag, asks }) => rag !== undefined || asks.length > 0,
  escalations: ({ escalations }) => escalations.length > 0,
  progress: ({ progress, next }) => progress !== undefined || next !== undefined,
  workforce: ({ workforce: { groups, commentary, movements } }) =>
    groups.length > 0 || commentary !== undefined || movements.length > 0,
  tables: ({ tables }) => tables.length > 0,
  trends: ({ trends }) => trends.length > 0,
  indicators: ({ indicators }) => indicators.length > 0,
  benchmarks: ({ benchmarks }) => benchmarks.length > 0,
  targets: ({ targets }) => targets.length > 0,
  milestones: ({ milestones }) => milestones.length > 0,
  recommendations: ({ recommendations }) => recommendations.length > 0,
  actions: ({ actions, missingActions }) => actions.length + missingActions.length > 0,
  answers: ({ answers }) => answers.length > 0,
  questions: ({ questions }) => questions.length > 0,
  resolutions: ({ resolutions }) => resolutions.length > 0,
  risks: ({ risks }) => risks.open.length + risks.closed.length > 0,
  appendices: ({ appendices }) => appendices.length > 0,
  checked: () => true,
};

/** Sections that close a paper: what the paper adds of its own comes before them. */
const CLOSING: ReadonlySet<string> = new Set<SectionId>([
  'risks',
  'appendices',
  'background_papers',
  'checked',
]);

/**
 * Returns the sections of the page in order: the workstream's choice or else its template's, without those that have
 * nothing in them. Every section that the paper writes is there once; one that the order does not name follows the one
 * that it follows in the paper. A table, a trend or a computed section that is shown among paragraphs is not shown in its
 * own section again; `tables` and `trends` show the rest of theirs by their blocks.
 */
export function reportSections(
  context: PaperContext,
  narrative: Narrative,
  parts: SectionParts,
): ReportSection[] {
  const { sections } = context.meeting.paper;
  const order = orderOf(context);
  const written = new Map(sections.map((section) => [section.id, section]));
  const showing = createShowing(
    parts,
    order.flatMap((id) => written.get(id) ?? []),
  );
  return order.flatMap((id): ReportSection[] => {
    const section = written.get(id);
    const own = section ? blocksOf(section, narrative, showing) : [];
    const left = isComputed(id) && !showing.isShown('section', id) && HAS[id](parts);
    const rest = left ? showing.rest(id) : [];
    const isEmpty = left && isCollection(id) && rest.length === 0;
    const kind = left && !isEmpty ? 'computed' : 'text';
    const blocks = [...own, ...rest];
    if (kind === 'text' && blocks.length === 0) return [];
    return [{ id, title: sectionTitle(id, context, section), kind, blocks }];
  });
}

/** Returns whether the page has room for a computed section: in its own place, or among the paper's paragraphs. */
export function isPrinted(context: PaperContext, id: ComputedId): boolean {
  const blocks = context.meeting.paper.sections.flatMap((section) => section.blocks);
  return orderOf(context).includes(id) || blocks.some((block) => block.kind === 'show' && block.id === id);
}

function orderOf({ workstream, meeting: { paper } }: PaperContext): string[] {
  const { template } = workstream;
  const chosen = workstream.sections.map((choice) => choice.id);
  const standard = TEMPLATES[isTemplateName(template) ? template : DEFAULT_TEMPLATE].sections;
  const order = [...new Set<string>(chosen.length > 0 ? chosen : standard)];
  const written = paper.sections.map((section) => section.id);
  written.forEach((id, index) => {
    if (!order.includes(id)) order.splice(placeIn(order, written, index), 0, id);
  });
  return order;
}

/** Returns where a section of the paper that the order does not name goes: the ones written before it are in the order. */
function placeIn(order: readonly string[], written: readonly string[], index: number): number {
  const before = written[index - 1];
  if (before !== undefined) return order.indexOf(before) + 1;
  const next = order.findIndex((id) => written.includes(id));
  if (next >= 0) return next;
  const closing = order.findIndex((id) => CLOSING.has(id));
  return closing >= 0 ? closing : order.length;
}

/** Returns the title of a section that the paper does not write: the workstream's own, or the usual one. */
export function sectionTitle(id: string, { workstream }: PaperContext, section?: PaperSection): string {
  const choice = workstream.sections.find((one) => one.id === id);
  return choice?.title ?? section?.title ?? (isSectionId(id) ? SECTIONS[id].title : id);
}

function blocksOf({ blocks }: PaperSection, narrative: Narrative, showing: Showing): ReportBlock[] {
  return blocks.flatMap((block): ReportBlock[] => {
    const heading = block.heading !== undefined && { heading: block.heading };
    if (block.kind === 'text')
      return [{ kind: 'text', ...heading, markdown: narrative.markdown(block.text) }];
    return showing
      .take(block.id)
      .map((target, index) => ({ kind: 'show', ...(index === 0 && heading), ...target }));
  });
}

type Target = Pick<Extract<ReportBlock, { kind: 'show' }>, 'what' | 'id'>;

/** What is shown among paragraphs, so that nothing is shown twice. */
interface Showing {
  /** Returns what a block shows: nothing where the report has no such part, or an earlier block shows it. */
  readonly take: (id: string) => readonly Target[];
  readonly isShown: (what: Target['what'], id: string) => boolean;
  /** Returns the blocks of a computed section itself. */
  readonly rest: (id: ComputedId) => ReportBlock[];
}

function createShowing(parts: SectionParts, sections: readonly PaperSection[]): Showing {
  const targets = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'show' ? (targetOf(parts, block.id) ?? []) : [])),
  );
  const shown = new Set(targets.map(nameOf));
  const taken = new Set<string>();
  const isShown: Showing['isShown'] = (what, id) => shown.has(nameOf({ what, id }));
  const members = (id: string): Target[] => {
    const what = id === 'tables' ? 'table' : 'trend';
    const all = id === 'tables' ? parts.tables : id === 'trends' ? parts.trends : [];
    return all.map((one): Target => ({ what, id: one.id })).filter((one) => !shown.has(nameOf(one)));
  };
  return {
    isShown,
    take(id) {
      const target = targetOf(parts, id);
      if (target === undefined || taken.has(nameOf(target))) return [];
      taken.add(nameOf(target));
      return target.what === 'section' && isCollection(target.id) ? members(target.id) : [target];
    },
    rest: (id) => members(id).map((target) => ({ kind: 'show', ...target })),
  };
}

function targetOf(parts: SectionParts, id: string): Target | undefined {
  if (parts.tables.some((one) => one.id === id)) return { what: 'table', id };
  if (parts.trends.some((one) => one.id === id)) return { what: 'trend', id };
  return isComputed(id) && HAS[id](parts) ? { what: 'section', id } : undefined;
}

function nameOf({ what, id }: Target): string {
  return `${what} ${id}`;
}

/** A section that is nothing but its parts, each of which can be shown elsewhere. */
function isCollection(id: string): id is 'tables' | 'trends' {
  return id === 'tables' || id === 'trends';
}

function isComputed(id: string): id is ComputedId {
  return isSectionId(id) && SECTIONS[id].kind === 'computed';
}
