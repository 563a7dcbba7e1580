import { groupBy } from '../../model/group-by.ts';
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
  return fitsOne(placed, room) || pairs(placed, room).some((pair) => fitsTwo(pair, room));
}

/** Returns the entries by sheet as they read best, or undefined where they have no room: on one sheet where they fit on it. */
export function arranged(pieces: readonly Piece[], shown: Shown, room: Room): Sheets | undefined {
  const placed = placedOf(pieces, shown);
  if (fitsOne(placed, room)) return [placed];
  const fitting = pairs(placed, room).filter((pair) => fitsTwo(pair, room));
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

/** Every way to part them: in the order of reading, or with the chart on the second sheet, or with fillers on the first. */
function pairs(placed: readonly Placed[], room: Room): Pair[] {
  const natural = [...placed.keys()].slice(1).map((at): Pair => [placed.slice(0, at), placed.slice(at)]);
  const isChart = ({ piece }: Placed): boolean => piece.content.kind === 'waterfall';
  const fronts = [
    placed.filter(({ piece }) => piece.front),
    placed.filter((one) => one.piece.front && !isChart(one)),
  ];
  const leads = fronts.map((front) => beginning(front, room));
  const filled = leads.flatMap((lead): Pair[] => {
    // A section stays together, and its parts in their order.
    const fillers = placed.filter((one) => one.piece.filler && !lead.includes(one));
    const sections = [...groupBy(fillers, ({ piece }) => piece.title).values()];
    return orders(sections).map((order) => {
      const taken = order.reduce<readonly Placed[]>(
        (some, own) => (room.heightOf([...lead, ...some, ...own]) <= room.first ? [...some, ...own] : some),
        [],
      );
      const foot = placed.filter((one) => taken.includes(one));
      return [[...lead, ...foot], placed.filter((one) => !lead.includes(one) && !foot.includes(one))];
    });
  });
  return [...natural, ...filled].filter(([front, back]) => front.length > 0 && back.length > 0);
}

/** As much of it as the first sheet holds. */
function beginning(front: readonly Placed[], { heightOf, first }: Room): readonly Placed[] {
  let kept = front;
  while (kept.length > 1 && heightOf(kept) > first) kept = kept.slice(0, -1);
  return kept;
}

/** More sections than these are tried in their order alone. */
const MOST_TRIED = 8;

/** The orders in which sections are tried at the foot of the first sheet: any two of them first, where they are few. */
function orders<T>(sections: readonly T[]): T[][] {
  if (sections.length > MOST_TRIED) return [[], [...sections], sections.toReversed()];
  const pairs = sections.flatMap((one, at) => sections.slice(at + 1).map((other) => [one, other]));
  return [[], ...sections.map((one) => [one]), ...pairs, [...sections], sections.toReversed()];
}

/** A second sheet that is nearly empty, a section that goes on, an order that is not that of reading: each costs. */
function costOf([front, back]: Pair, { heightOf, first, second }: Room): number {
  const [above, below] = [heightOf(front) / first, heightOf(back) / second];
  const lastFront = front.at(-1)?.piece;
  const isWithin = lastFront?.title === back[0]?.piece.title ? 3 : 0;
  const isFrontBehind = back.some(({ piece }) => piece.front && piece.content.kind !== 'waterfall') ? 8 : 0;
  const fillers = front.filter(({ piece }) => !piece.front).length;
  const isUneven = below < 0.35 || above < 0.45 ? 6 : 0;
  return isWithin + isFrontBehind + isUneven + fillers + Math.abs(above - below);
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
