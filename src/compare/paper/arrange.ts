import type { Piece } from './piece.ts';

/** Some entries of a piece in a row, where they stand. */
export interface Placed {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  /** Whether what is not shown of the piece is counted below it. */
  readonly last: boolean;
}

/** What is measured of the paper. */
export interface Room {
  /** The height of what stands on one sheet, in points. */
  readonly heightOf: (placed: readonly Placed[]) => number;
  /** What the first sheet has room for beside its head, and the second; the foot stands on whichever is the last. */
  readonly first: number;
  readonly second: number;
  readonly foot: number;
}

/** Entries of each piece that are shown, in the order of the pieces. */
export type Shown = readonly number[];

type Sheets = readonly (readonly Placed[])[];

/** Entries of a list that stay on one sheet: a longer list may go on on the next. */
const CHUNK = 4;

/** Returns whether so much has room on two sheets. */
export function hasRoom(pieces: readonly Piece[], shown: Shown, room: Room): boolean {
  const placed = placedOf(pieces, shown);
  return fitsOne(placed, room) || pairs(placed).some((pair) => fitsTwo(pair, room));
}

/** Returns the entries by sheet as they read best, or undefined where they have no room: on one sheet where they fit on it. */
export function arranged(pieces: readonly Piece[], shown: Shown, room: Room): Sheets | undefined {
  const placed = placedOf(pieces, shown);
  if (fitsOne(placed, room)) return [placed];
  const fitting = pairs(placed).filter((pair) => fitsTwo(pair, room));
  const [best] = fitting
    .map((pair) => ({ pair, cost: costOf(pair, room) }))
    .toSorted((a, b) => a.cost - b.cost);
  return best?.pair;
}

function fitsOne(placed: readonly Placed[], { heightOf, first, foot }: Room): boolean {
  return heightOf(placed) <= first - foot;
}

type Pair = readonly [readonly Placed[], readonly Placed[]];

function fitsTwo([front, back]: Pair, { heightOf, first, second, foot }: Room): boolean {
  return heightOf(front) <= first && heightOf(back) <= second - foot;
}

/** Every way to part them in the order of reading. */
function pairs(placed: readonly Placed[]): Pair[] {
  return [...placed.keys()].slice(1).map((at): Pair => [placed.slice(0, at), placed.slice(at)]);
}

/** A second sheet that is nearly empty, a section or a workstream that goes on there: each costs. */
function costOf([front, back]: Pair, { heightOf, first, second }: Room): number {
  const [above, below] = [heightOf(front) / first, heightOf(back) / second];
  const [last, next] = [front.at(-1)?.piece, back[0]?.piece];
  const isWithin = last?.title === next?.title ? 3 : 0;
  const isSplit = last?.workstream === next?.workstream ? 0.5 : 0;
  const isUneven = below < 0.35 || above < 0.45 ? 6 : 0;
  return isWithin + isSplit + isUneven + Math.abs(above - below);
}

/** Returns the entries in a row, lists in chunks. */
function placedOf(pieces: readonly Piece[], shown: Shown): Placed[] {
  return pieces.flatMap((piece, at) => entriesOf(piece, shown[at] ?? 0));
}

function entriesOf(piece: Piece, shown: number): Placed[] {
  if (piece.content.kind !== 'items') return shown === 0 ? [] : [{ piece, from: 0, to: shown, last: true }];
  const placed: Placed[] = [];
  for (let from = 0; from < shown; from += CHUNK) {
    const to = Math.min(shown, from + CHUNK);
    placed.push({ piece, from, to, last: to === shown });
  }
  return placed;
}
