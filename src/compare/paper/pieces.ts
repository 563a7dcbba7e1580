import { formatList, midSentence } from '../../model/format.ts';
import type {
  ChangesView,
  ViewBlock,
  ViewColumn,
  ViewRow,
  ViewSection,
  ViewSentence,
  ViewTable,
} from '../view.ts';
import { waterfallOf, type Waterfall } from './waterfall.ts';

/** What the paper shows as one: a part of a section with so many entries, of which it may show the first. */
export interface Piece {
  /** The section's id; its part of the comparison is before the first hyphen. */
  readonly section: string;
  readonly title: string;
  /** Whether its place is the first sheet. */
  readonly front: boolean;
  readonly content: PieceContent;
  /** How many entries it has: rows, items, sentences; 1 for what is whole or not there. */
  readonly count: number;
}

export type PieceContent =
  | { readonly kind: 'sentences'; readonly sentences: readonly ViewSentence[] }
  | { readonly kind: 'waterfall'; readonly chart: Waterfall }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | Extract<ViewBlock, { kind: 'table' | 'items' }>;

/** What a board asks first, in its order: these stand on the first sheet. */
const FRONT: readonly string[] = ['definitions', 'rag', 'workforce', 'indicators'];

/** What explains it, in its order, whichever workstream it is of. */
const BACK: readonly string[] = [
  'why',
  'restated',
  'workforce',
  'indicators',
  'groups',
  'targets',
  'milestones',
  'risks',
  'actions',
  'recommendations',
  'resolutions',
  'escalations',
];

/** Returns the pieces of a comparison in the order of the paper: what is said first, then what explains it. */
export function piecesOf(view: ChangesView): Piece[] {
  const summary: Piece = {
    section: 'summary',
    title: 'In short',
    front: true,
    content: { kind: 'sentences', sentences: view.summary },
    count: view.summary.length,
  };
  const pieces = oneChart(withWorkstreams(view.sections).flatMap(sectionPieces));
  return [summary, ...pieces.toSorted((a, b) => rankOf(a) - rankOf(b))].filter(({ count }) => count > 0);
}

/** Returns the part of the comparison that a section is of: with several workstreams its id has the workstream's behind. */
export function partOf(section: string): string {
  return section.split('-', 1).join('');
}

/** Sections with the name of their workstream, where there are several. */
function withWorkstreams(sections: readonly ViewSection[]): ViewSection[] {
  let workstream: string | undefined;
  return sections.map((section) => {
    workstream = section.workstream ?? workstream;
    return workstream === undefined ? section : { ...section, title: `${workstream}: ${section.title}` };
  });
}

function sectionPieces({ id, title, blocks }: ViewSection, index: number): Piece[] {
  const pieces: Piece[] = [];
  for (const [nth, block] of (FRONT.includes(partOf(id)) ? merged(blocks) : blocks).entries()) {
    const last = pieces.at(-1);
    if (block.kind === 'text' && last?.content.kind === 'sentences') {
      const sentences = [...last.content.sentences, block];
      pieces[pieces.length - 1] = {
        ...last,
        content: { kind: 'sentences', sentences },
        count: sentences.length,
      };
    } else {
      const content = contentOf(block, `waterfall-${index + 1}-${nth + 1}`);
      pieces.push({
        section: id,
        title,
        front: isFront(id, block, content, blocks),
        content,
        count: countOf(content),
      });
    }
  }
  return pieces;
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

function contentOf(block: ViewBlock, id: string): PieceContent {
  switch (block.kind) {
    case 'table':
    case 'items':
      return block;
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

/** The whole's figures are asked first, and a bridge beside them; those of groups, in tables with headings, follow. */
function isFront(
  section: string,
  block: ViewBlock,
  content: PieceContent,
  given: readonly ViewBlock[],
): boolean {
  if (content.kind === 'waterfall') return true;
  const isGrouped = block.kind === 'table' && given.includes(block) && hasHeadings(block);
  return FRONT.includes(partOf(section)) && !isGrouped;
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

function rankOf({ section, content, front }: Piece): number {
  // A bridge stands below the workforce's figures, whose movement it explains.
  if (content.kind === 'waterfall') return FRONT.indexOf('workforce') + 0.5;
  if (front) return FRONT.indexOf(partOf(section));
  const at = BACK.indexOf(partOf(section));
  return FRONT.length + 1 + (at < 0 ? BACK.length : at);
}
