import { partOf, type Piece, type PieceContent } from './pieces.ts';

/** Some entries of a piece in a row, where they stand. */
export interface Placed {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  /** Whether what is not shown of the piece is counted below it. */
  readonly last: boolean;
}

/** What the two sheets show. */
export interface Fit {
  readonly sheets: readonly (readonly Placed[])[];
  /** Pieces that have no room at all. */
  readonly dropped: readonly Piece[];
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

/** Entries that stay on one sheet: a longer list may go on on the next. */
const CHUNK = 8;

type Kind = PieceContent['kind'];

/** The most entries that a piece shows, whatever its room. */
const MOST: Readonly<Record<Kind, number>> = { sentences: 8, table: 24, items: 24, waterfall: 1, lines: 1 };

/** The least entries at which a piece stays while another gives up more, in rounds. */
const LEAST: readonly Readonly<Record<Kind, number>>[] = [
  { sentences: 5, table: 8, items: 6, waterfall: 1, lines: 1 },
  { sentences: 4, table: 4, items: 3, waterfall: 1, lines: 1 },
  { sentences: 2, table: 2, items: 1, waterfall: 1, lines: 1 },
];

/** Entries shown of each piece, in the order of the pieces. */
type Shown = readonly number[];

/** Sections that have to give way before milestones and risks do. */
const FIRST_TO_GO = ['groups', 'resolutions', 'targets', 'escalations', 'recommendations', 'restated'];

/** What is to be shown of the pieces, and how many of the first have their place on the first sheet. */
interface Asked {
  readonly pieces: readonly Piece[];
  readonly lead: number;
  readonly room: Room;
}

/**
 * Returns what the one or two sheets show, so that there are never more: everything where it fits; else the longest lists
 * give up their last entries first, then whole pieces their place, and what is left over is given back in order.
 */
export function fitted(pieces: readonly Piece[], room: Room): Fit {
  const all = pieces.map(({ content, count }) => Math.min(count, MOST[content.kind]));
  let asked: Asked = { pieces, lead: pieces.filter(({ front }) => front).length, room };
  const least = reduced(asked, all, (shown) => fitsFirst(asked, shown), asked.lead);
  // What the first sheet cannot hold even so goes on on the second.
  while (asked.lead > 1 && !fitsFirst(asked, least)) asked = { ...asked, lead: asked.lead - 1 };
  const few = reduced(asked, least, (shown) => flowed(asked, shown) !== undefined, pieces.length);
  const fitting = dropped(asked, few);
  // Figures first: what else has no room is told by the summary.
  const tables = [...pieces.keys()].filter((at) => pieces[at]?.content.kind === 'table' && pieces[at].front);
  const shown = [...tables, ...pieces.keys()].reduce<Shown>(
    (given, at) => enlarged(asked, given, at),
    fitting,
  );
  return {
    sheets: flowed(asked, shown) ?? [placedOf(pieces, shown)],
    dropped: pieces.filter((_, at) => shown[at] === 0),
  };
}

/** Takes entries from the tallest of the first `concerned` pieces until they fit, or nothing more can be taken. */
function reduced(asked: Asked, start: Shown, fits: (shown: Shown) => boolean, concerned: number): Shown {
  let shown = start;
  for (const least of LEAST)
    while (!fits(shown)) {
      const at = tallest(asked, shown.slice(0, concerned), least);
      if (at < 0) break;
      // Long lists give up much at once: what was too much is given back.
      const spare = (shown[at] ?? 0) - least[asked.pieces[at]?.content.kind ?? 'items'];
      shown = shown.with(at, (shown[at] ?? 0) - Math.ceil(spare / 3));
    }
  return shown;
}

/** Takes whole pieces until the others fit: tables of sections that have more, then sections. The first stays. */
function dropped(asked: Asked, start: Shown): Shown {
  let shown = start;
  while (flowed(asked, shown) === undefined) {
    const at = leastWorth(asked, shown);
    if (at < 1) break;
    shown = shown.with(at, 0);
  }
  return shown;
}

function leastWorth({ pieces }: Asked, shown: Shown): number {
  const left = [...pieces.keys()].filter((at) => (shown[at] ?? 0) > 0);
  const hasMore = (at: number): boolean =>
    left.some((other) => other < at && pieces[other]?.section === pieces[at]?.section);
  const isTable = (at: number): boolean => pieces[at]?.content.kind === 'table';
  const ofSection = (part: string): number | undefined =>
    left.findLast((at) => partOf(pieces[at]?.section ?? '') === part);
  const found = left.findLast((at) => isTable(at) && hasMore(at)) ?? left.findLast(hasMore);
  return found ?? FIRST_TO_GO.map(ofSection).find((at) => at !== undefined) ?? left.at(-1) ?? -1;
}

/** Returns the tallest piece that can give up an entry, or −1. */
function tallest({ pieces, room }: Asked, shown: Shown, least: Readonly<Record<Kind, number>>): number {
  let [found, height] = [-1, 0];
  for (const [at, count] of shown.entries()) {
    const piece = pieces[at];
    if (!piece || isWhole(piece) || count <= least[piece.content.kind]) continue;
    const own = room.heightOf(entriesOf(piece, count));
    if (own > height) [found, height] = [at, own];
  }
  return found;
}

/** Tables whose rows add up are shown whole or not at all. */
function isWhole({ section, content }: Piece): boolean {
  return content.kind === 'table' && partOf(section) === 'why';
}

function enlarged(asked: Asked, shown: Shown, at: number): Shown {
  const piece = asked.pieces[at];
  if (!piece) return shown;
  const most = Math.min(piece.count, MOST[piece.content.kind]);
  const fits = (one: Shown): boolean => fitsFirst(asked, one) && flowed(asked, one) !== undefined;
  if (isWhole(piece)) return fits(shown.with(at, most)) ? shown.with(at, most) : shown;
  let given = shown;
  for (let count = (shown[at] ?? 0) + 1; count <= most && fits(shown.with(at, count)); count += 1)
    given = shown.with(at, count);
  return given;
}

function fitsFirst({ pieces, lead, room }: Asked, shown: Shown): boolean {
  return room.heightOf(placedOf(pieces.slice(0, lead), shown)) <= room.first;
}

/** Returns the entries by sheet where they fit: all on one, or as many as the first holds and the others on the second. */
function flowed({ pieces, lead, room }: Asked, shown: Shown): Placed[][] | undefined {
  const { heightOf, first, second, foot } = room;
  const placed = placedOf(pieces, shown);
  if (heightOf(placed) <= first - foot) return [placed];
  const leading = placedOf(pieces.slice(0, lead), shown).length;
  const fits = (at: number): boolean =>
    heightOf(placed.slice(0, at)) <= first && heightOf(placed.slice(at)) <= second - foot;
  const breaks = [...placed.keys()].filter((at) => at >= leading && at > 0);
  // Rather between two sections than within one, and rather late than early.
  const between = breaks.filter((at) => placed[at]?.piece.section !== placed[at - 1]?.piece.section);
  const at = between.findLast(fits) ?? breaks.findLast(fits);
  return at === undefined ? undefined : [placed.slice(0, at), placed.slice(at)];
}

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
