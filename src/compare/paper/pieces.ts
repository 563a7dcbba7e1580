import { formatList, midSentence } from '../../model/format.ts';
import type {
  ChangesView,
  ViewBlock,
  ViewColumn,
  ViewItem,
  ViewRow,
  ViewSection,
  ViewTable,
} from '../view.ts';
import { boardItem, ragItem } from './board-items.ts';
import { partOf, type Piece, type PieceContent } from './piece.ts';
import { waterfallOf } from './waterfall.ts';
import { isWhole, rankOf, WEIGHTS, weightOf } from './weights.ts';

/** What a board asks first: these stand on the first sheet. */
const FRONT: readonly string[] = ['definitions', 'rag', 'workforce', 'indicators'];
const FILLERS: readonly string[] = ['restated', 'milestones', 'risks', 'actions', 'targets', 'groups'];
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
 * Returns the pieces of a comparison in the order of the paper: what changed, then why, then what happened to the plans.
 * `withWords` keeps the words that changed in comments and mitigations.
 */
export function piecesOf(view: ChangesView, withWords: boolean): Piece[] {
  const summary: Piece = {
    section: 'summary',
    title: 'In short',
    name: '',
    workstream: '',
    front: true,
    filler: false,
    across: true,
    weight: WEIGHTS.summary,
    content: { kind: 'sentences', sentences: view.summary },
    count: view.summary.length,
  };
  const named = withWorkstreams(view);
  const pieces = oneChart(named.flatMap((one, index) => sectionPieces(one, index, withWords)));
  const isChart = ({ content }: Piece): boolean => content.kind === 'waterfall';
  const rank = (one: Piece): number => rankOf(partOf(one.section), one.front, isChart(one));
  return [summary, ...pieces.toSorted((a, b) => rank(a) - rank(b))].filter(({ count }) => count > 0);
}

interface NamedSection extends ViewSection {
  /** Its part in a board's words, and the workstream, empty where there is one alone. */
  readonly heading: string;
  readonly of: string;
}

/** Sections with the name of their workstream, where there are several; the RAG with its reason as it is now. */
function withWorkstreams({ sections, comparison }: ChangesView): NamedSection[] {
  let of = '';
  return sections.map((section) => {
    of = section.workstream ?? of;
    const { id, title } = section;
    const own = title === of ? 'figures' : midSentence(title);
    const heading = of === '' ? title : `${of}: ${own}`;
    const rag = comparison.workstreams.find((one) => id === 'rag' || id === `rag-${one.id}`)?.rag;
    if (partOf(id) !== 'rag' || rag === undefined) return { ...section, heading, of };
    const blocks = section.blocks.map((block): ViewBlock =>
      block.kind === 'items' ? { ...block, items: block.items.map((item) => ragItem(item, rag)) } : block,
    );
    return { ...section, blocks, heading, of };
  });
}

function sectionPieces(section: NamedSection, index: number, withWords: boolean): Piece[] {
  const { id, blocks } = section;
  const pieces: Piece[] = [];
  // What another format alone has is counted at the foot.
  const told = blocks.filter((block) => block.kind !== 'text' || block.whole === undefined);
  for (const [nth, block] of (FRONT.includes(partOf(id)) ? merged(told) : told).entries()) {
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
  const { id, title, heading, of } = section;
  const part = partOf(id);
  const content = contentOf(block, chartId, withWords);
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
    front: content.kind === 'waterfall' || (FRONT.includes(part) && !isGrouped),
    filler: isGrouped || FILLERS.includes(part),
    across: content.kind !== 'items' || !LISTS.includes(part),
    weight: weightOf(part, content, { isGrouped, isQuiet }),
    content,
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

function contentOf(block: ViewBlock, id: string, withWords: boolean): PieceContent {
  switch (block.kind) {
    case 'table':
      return block;
    case 'items':
      return withWords ? block : { ...block, items: block.items.map((item): ViewItem => boardItem(item)) };
    case 'text':
      return { kind: 'sentences', sentences: [block] };
    case 'bridge': {
      const chart = waterfallOf(block.bridge, id);
      return chart ? { kind: 'waterfall', chart } : { kind: 'lines', lines: block.lines };
    }
  }
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
      ? { ...piece, front: false, content: { kind: 'lines', lines: [`${piece.content.chart.title}.`] } }
      : piece,
  );
}
