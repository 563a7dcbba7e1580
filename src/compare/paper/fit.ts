import { arranged, hasRoom, type Placed, type Room, type Shown } from './arrange.ts';
import type { Piece, PieceContent } from './piece.ts';
import { isWhole, WEIGHTS } from './weights.ts';

/** What the two sheets show. */
export interface Fit {
  readonly sheets: readonly (readonly Placed[])[];
  /** Pieces that have no room at all. */
  readonly dropped: readonly Piece[];
  /** Whether anything is not shown that has a weight. */
  readonly isCut: boolean;
}

type Counts = Readonly<Record<PieceContent['kind'], number>>;

/** The most entries that a piece shows, whatever its room. */
const MOST: Counts = { sentences: 12, table: 30, items: 30, waterfall: 1, lines: 1 };

interface Stage {
  /** The last weight that gets room. */
  readonly upTo: number;
  readonly most: Counts;
  /** Whether figures that are neither better nor worse have to wait, but for the first rows. */
  readonly isJudged: boolean;
}

/** With how many entries a piece begins: it gets more when every other of as much weight has these. */
const BEGINNING: Counts = { sentences: 6, table: 6, items: 3, waterfall: 1, lines: 1 };

/** A table of fewer rows is no answer: it stands with these or not at all. */
const LEAST_ROWS = 3;

/** Rows of figures that have room before entries of lists. */
const HEADLINES = 3;

/** What is said first: the summary, the RAG, the first figures. */
const OPENING: Stage = {
  upTo: WEIGHTS.figures,
  most: { ...BEGINNING, sentences: MOST.sentences, table: HEADLINES },
  isJudged: true,
};

/** Then, behind what is grave, what else happened, more of the figures, and all that explains them. */
const STAGES: readonly Stage[] = [
  { upTo: WEIGHTS.plans, most: { ...BEGINNING, table: HEADLINES }, isJudged: true },
  { upTo: WEIGHTS.restated, most: BEGINNING, isJudged: true },
  { upTo: WEIGHTS.plans, most: MOST, isJudged: true },
  { upTo: WEIGHTS.restated, most: MOST, isJudged: false },
  { upTo: WEIGHTS.quiet, most: BEGINNING, isJudged: false },
  { upTo: WEIGHTS.quiet, most: MOST, isJudged: false },
];

/**
 * Returns what the one or two sheets show, so that there are never more: the weightiest pieces get their entries first, those of
 * the same weight in turn, until all is shown or there is no more room. What is grave in a list goes before all but the
 * summary, the RAG and the first figures.
 */
export function fitted(pieces: readonly Piece[], room: Room): Fit {
  const staged = (given: Shown, { upTo, most, isJudged }: Stage): Shown =>
    Object.values(WEIGHTS)
      .filter((weight) => weight <= upTo)
      .reduce<Shown>(
        (some, weight) =>
          grown(pieces, some, {
            isOf: (piece) => piece.weight === weight,
            mostOf: (piece) => mostOf(piece, most, isJudged),
            room,
          }),
        given,
      );
  const opened = staged(
    pieces.map(() => 0),
    OPENING,
  );
  const grave = grown(pieces, opened, {
    isOf: ({ content, grave: count }) => content.kind === 'items' && count > 0,
    mostOf: (piece) => Math.min(piece.grave, MOST.items),
    room,
  });
  const shown = STAGES.reduce(staged, grave);
  return {
    sheets: arranged(pieces, shown, room) ?? [],
    dropped: pieces.filter(({ name }, at) => shown[at] === 0 && name !== ''),
    isCut: pieces.some(({ name, count }, at) => (name !== '' || shown[at] !== 0) && (shown[at] ?? 0) < count),
  };
}

interface Growth {
  readonly isOf: (piece: Piece) => boolean;
  /** How many entries it may show. */
  readonly mostOf: (piece: Piece) => number;
  readonly room: Room;
}

/** Gives some pieces an entry each in turn, as long as there is room. */
function grown(pieces: readonly Piece[], start: Shown, { isOf, mostOf: most, room }: Growth): Shown {
  let shown = start;
  const open = new Set([...pieces.entries()].filter(([, piece]) => isOf(piece)).map(([at]) => at));
  while (open.size > 0)
    for (const at of [...open]) {
      const piece = pieces[at];
      const count = shown[at] ?? 0;
      const next = piece && nextCount(piece, count);
      if (piece === undefined || next === undefined || next > most(piece)) open.delete(at);
      else if (hasRoom(pieces, shown.with(at, next), room)) shown = shown.with(at, next);
      else open.delete(at);
    }
  return shown;
}

/** How many entries it would show next; undefined where it shows all. */
function nextCount({ content, count }: Piece, shown: number): number | undefined {
  if (shown >= count) return undefined;
  if (isWhole(content)) return count;
  return content.kind === 'table' && shown === 0 ? Math.min(count, LEAST_ROWS) : shown + 1;
}

function mostOf({ content, count, weight, grave }: Piece, most: Counts, isJudged: boolean): number {
  if (isWhole(content)) return count;
  const waits = isJudged && content.kind === 'table' && weight === WEIGHTS.figures;
  return Math.min(count, most[content.kind], waits ? Math.max(HEADLINES, grave) : count);
}
