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

/** With how many entries a piece begins: it gets more when every other of as much weight has these. */
const BEGINNING: Counts = { sentences: 6, table: 6, items: 3, waterfall: 1, lines: 1 };

/** A table of fewer rows is no answer: it stands with these or not at all. */
const LEAST_ROWS = 3;

/** What a board must not be without gets its room first, then all that explains it. */
const STAGES: readonly { readonly upTo: number; readonly most: Counts }[] = [
  { upTo: WEIGHTS.restated, most: BEGINNING },
  { upTo: WEIGHTS.restated, most: MOST },
  { upTo: WEIGHTS.quiet, most: BEGINNING },
  { upTo: WEIGHTS.quiet, most: MOST },
];

/**
 * Returns what the one or two sheets show, so that there are never more: the weightiest pieces get their entries first, those of
 * the same weight in turn, until all is shown or there is no more room.
 */
export function fitted(pieces: readonly Piece[], room: Room): Fit {
  const shown = STAGES.reduce<Shown>(
    (given, { upTo, most }) =>
      Object.values(WEIGHTS)
        .filter((weight) => weight <= upTo)
        .reduce<Shown>((some, weight) => grown(pieces, some, { weight, most, room }), given),
    pieces.map(() => 0),
  );
  return {
    sheets: arranged(pieces, shown, room) ?? [],
    dropped: pieces.filter(({ name }, at) => shown[at] === 0 && name !== ''),
    isCut: pieces.some(({ name, count }, at) => (name !== '' || shown[at] !== 0) && (shown[at] ?? 0) < count),
  };
}

interface Growth {
  readonly weight: number;
  readonly most: Counts;
  readonly room: Room;
}

/** Gives the pieces of one weight an entry each in turn, as long as there is room. */
function grown(pieces: readonly Piece[], start: Shown, { weight, most, room }: Growth): Shown {
  let shown = start;
  const open = new Set([...pieces.keys()].filter((at) => pieces[at]?.weight === weight));
  while (open.size > 0)
    for (const at of [...open]) {
      const piece = pieces[at];
      const count = shown[at] ?? 0;
      const next = piece && nextCount(piece, count);
      if (piece === undefined || next === undefined || next > mostOf(piece, most)) open.delete(at);
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

function mostOf({ content, count }: Piece, most: Counts): number {
  return isWhole(content) ? count : Math.min(count, most[content.kind]);
}
