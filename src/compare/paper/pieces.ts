import { formatList, midSentence } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { WorkstreamComparison } from '../comparison.ts';
import { brief, NAME } from '../view/texts.ts';
import type {
  ChangesView,
  ViewBlock,
  ViewColumn,
  ViewItem,
  ViewRow,
  ViewSection,
  ViewTable,
} from '../view.ts';
import { boardItem, byGravity, graveCount, ragItem } from './board-items.ts';
import { partOf, type Piece, type PieceContent } from './piece.ts';
import { graveRows } from './tables.ts';
import { waterfallOf } from './waterfall.ts';
import { isWhole, rankOf, WEIGHTS, weightOf } from './weights.ts';

/** Parts of which the tables of the whole are put together. */
const MERGED: readonly string[] = ['workforce', 'indicators'];
/** Lists in two columns. */
const LISTS: readonly string[] = [
  'milestones',
  'risks',
  'actions',
  'recommendations',
  'resolutions',
  'escalations',
  'targets',
];

/**
 * Returns the pieces of a comparison in the order of the paper: by workstream, and of each what happened, then why.
 * `withWords` keeps the words that changed in comments and mitigations.
 */
export function piecesOf(view: ChangesView, withWords: boolean): Piece[] {
  const summary: Piece = {
    section: 'summary',
    title: 'In short',
    name: '',
    workstream: '',
    across: true,
    weight: WEIGHTS.summary,
    headlines: [],
    grave: 0,
    content: { kind: 'sentences', sentences: view.summary },
    count: view.summary.length,
  };
  const named = withWorkstreams(view);
  const pieces = oneChart(named.flatMap((one, index) => sectionPieces(one, index, withWords)));
  const rank = ({ section, weight }: Piece): number => rankOf(partOf(section), weight === WEIGHTS.groups);
  const ordered = [...groupBy(pieces, ({ workstream }) => workstream).values()].flatMap((own) =>
    own.toSorted((a, b) => rank(a) - rank(b)),
  );
  return [summary, ...ordered].filter(({ count }) => count > 0);
}

interface NamedSection extends ViewSection {
  /** Its part in a board's words, and the workstream, empty where there is one alone. */
  readonly heading: string;
  readonly of: string;
  /** The names of the figures that its board looks at first. */
  readonly headlines: readonly string[];
}

/** Sections with the name of their workstream, where there are several; the RAG with its reason as it is now. */
function withWorkstreams({ sections, comparison }: ChangesView): NamedSection[] {
  let of = '';
  return sections.map((section) => {
    of = section.workstream ?? of;
    const { id, title } = section;
    const own = title === of ? 'figures' : midSentence(title);
    const heading = of === '' ? title : `${of}: ${own}`;
    const workstream = comparison.workstreams.find(
      (one) => id === partOf(id) || id === `${partOf(id)}-${one.id}`,
    );
    const named = { ...section, heading, of, headlines: headlinesOf(workstream) };
    const rag = workstream?.rag;
    if (partOf(id) !== 'rag' || rag === undefined) return named;
    const blocks = section.blocks.map((block): ViewBlock =>
      block.kind === 'items' ? { ...block, items: block.items.map((item) => ragItem(item, rag)) } : block,
    );
    return { ...named, blocks };
  });
}

/** Figures by their names: a row has no other sign of whose it is. */
function headlinesOf(workstream: WorkstreamComparison | undefined): string[] {
  const { figures = [], headlines = [] } = workstream ?? {};
  const labels = figures
    .filter(({ metric }) => headlines.includes(metric))
    .map(({ label }) => brief(label, NAME));
  return [...new Set(labels)];
}

function sectionPieces(section: NamedSection, index: number, withWords: boolean): Piece[] {
  const { id, blocks } = section;
  const pieces: Piece[] = [];
  // What another format alone has is counted at the foot.
  const told = blocks.filter((block) => block.kind !== 'text' || block.whole === undefined);
  for (const [nth, block] of (MERGED.includes(partOf(id)) ? merged(told) : told).entries()) {
    const last = pieces.at(-1);
    const isQuiet = block.kind === 'text' && block.tone === 'quiet';
    if (block.kind === 'text' && last?.content.kind === 'sentences' && isQuiet === (last.name === '')) {
      const sentences = [...last.content.sentences, block];
      const content = { kind: 'sentences', sentences } as const;
      pieces[pieces.length - 1] = { ...last, content, count: sentences.length };
    } else pieces.push(pieceOf(section, block, `waterfall-${index + 1}-${nth + 1}`, withWords));
  }
  return pieces;
}

function pieceOf(section: NamedSection, block: ViewBlock, chartId: string, withWords: boolean): Piece {
  const { id, title, heading, of, headlines } = section;
  const part = partOf(id);
  const content = contentOf(block, chartId, { withWords, isAlone: section.of === '' });
  const isFigures = part === 'workforce' || part === 'indicators';
  // Those of groups are in tables with headings; the tables of the whole have been put together.
  const isGrouped =
    isFigures && block.kind === 'table' && section.blocks.includes(block) && hasHeadings(block);
  const isQuiet = block.kind === 'text' && block.tone === 'quiet';
  const by = isGrouped ? midSentence(block.caption) : '';
  return {
    section: id,
    title: by === '' ? heading : `${heading} ${by}`,
    name: isQuiet ? '' : nameOf(part, title, content, by),
    workstream: of,
    across: content.kind !== 'items' || !LISTS.includes(part),
    weight: weightOf(part, content, { isGrouped, isQuiet }),
    content,
    headlines,
    grave: graveOf(part, content, headlines),
    count: countOf(content),
  };
}

/** `figures by team`, `effects by team`, `milestones`. */
function nameOf(part: string, title: string, content: PieceContent, by: string): string {
  if (by !== '') return `${part === 'workforce' ? 'figures' : midSentence(title)} ${by}`;
  if (part === 'restated') return 'restated figures';
  if (part === 'workforce') return 'figures';
  if (part !== 'why') return midSentence(title);
  if (content.kind !== 'table') return 'notes on changes';
  const [first] = content.columns;
  return isWhole(content)
    ? `effects by ${midSentence(first?.title ?? '')}`
    : 'where changes of rates come from';
}

/** Tables of the whole with the same columns are one, each under its caption. */
function merged(blocks: readonly ViewBlock[]): ViewBlock[] {
  const isPlain = (block: ViewBlock): block is ViewTable => block.kind === 'table' && !hasHeadings(block);
  const plain = blocks.filter(isPlain);
  const [first] = plain;
  if (!first || plain.length < 2 || plain.some((one) => !isSame(one.columns, first.columns)))
    return [...blocks];
  const more = plain.flatMap((one) => one.more ?? []).join('; ');
  const rows = plain.flatMap(({ caption, rows: own }): ViewRow[] =>
    own.length === 0 ? [] : [{ cells: [caption], kind: 'heading', tone: 'neutral', notes: [] }, ...own],
  );
  const one: ViewTable = {
    kind: 'table',
    caption: formatList(plain.map(({ caption }, at) => (at === 0 ? caption : midSentence(caption)))),
    columns: first.columns,
    rows,
    ...(more !== '' && { more }),
  };
  const others = blocks.filter((block) => !isPlain(block));
  return [...blocks.slice(0, blocks.indexOf(first)), one, ...others.slice(blocks.indexOf(first))];
}

function isSame(some: readonly ViewColumn[], others: readonly ViewColumn[]): boolean {
  return some.length === others.length && some.every(({ title }, at) => title === others[at]?.title);
}

function hasHeadings({ rows }: ViewTable): boolean {
  return rows.some(({ kind }) => kind === 'heading');
}

function contentOf(
  block: ViewBlock,
  id: string,
  { withWords, isAlone }: { readonly withWords: boolean; readonly isAlone: boolean },
): PieceContent {
  switch (block.kind) {
    case 'table':
      return block;
    case 'items': {
      const items = byGravity(block.items);
      return { ...block, items: withWords ? items : items.map((item): ViewItem => boardItem(item)) };
    }
    case 'text':
      return { kind: 'sentences', sentences: [block] };
    case 'bridge': {
      // A group's is told in a line, and of several workstreams one that leaves nothing over: their room is for what asks
      // for attention.
      const { explained, group } = block.bridge;
      const isDrawn = (explained === false || isAlone) && Object.keys(group).length === 0;
      const chart = isDrawn ? waterfallOf(block.bridge, id) : undefined;
      return chart ? { kind: 'waterfall', chart } : { kind: 'lines', lines: block.lines };
    }
  }
}

function graveOf(part: string, content: PieceContent, headlines: readonly string[]): number {
  if (content.kind === 'items') return graveCount(part, content.items);
  return content.kind === 'table' ? graveRows(content, headlines) : 0;
}

function countOf(content: PieceContent): number {
  switch (content.kind) {
    case 'table':
      // A table whose every change is collapsed still says so.
      return Math.max(rowCount(content), content.more === undefined ? 0 : 1);
    case 'items':
      return content.items.length;
    case 'sentences':
      return content.sentences.length;
    case 'lines':
      return Math.min(1, content.lines.length);
    case 'waterfall':
      return 1;
  }
}

function rowCount({ rows }: ViewTable): number {
  return rows.filter(({ kind }) => kind === 'row').length;
}

/** The first bridge is drawn; any other is told in words. */
function oneChart(pieces: readonly Piece[]): Piece[] {
  const drawn = pieces.find(({ content }) => content.kind === 'waterfall');
  return pieces.map((piece) =>
    piece.content.kind === 'waterfall' && piece !== drawn
      ? { ...piece, content: { kind: 'lines', lines: [`${piece.content.chart.title}.`] } }
      : piece,
  );
}
