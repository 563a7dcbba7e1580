import type { Marker } from '../../model/cell.ts';

const MARKERS: Readonly<Record<string, Marker>> = {
  c: 'c',
  low: 'low',
  k: 'low',
  u: 'u',
  x: 'x',
  ':': 'x',
  z: 'z',
};

const SHORTHAND = /^\[(?<letter>c|low|u|x|z)\]$/;
const FEWER_THAN = /^(?:fewer than |< ?)(?<bound>[1-9]\d{0,2})$/;

/**
 * Returns the marker that a text is, in either case: `c`, `low` or `k`, `u`, `x` or `:`, `z`, also in the brackets of
 * official statistics (`[c]`), `Fewer than 5` and `<5`; undefined where it is none.
 */
export function parseMarker(text: string): { readonly marker: Marker; readonly bound?: number } | undefined {
  const lower = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const bound = FEWER_THAN.exec(lower)?.groups?.['bound'];
  if (bound !== undefined) return { marker: 'fewer_than', bound: Number(bound) };
  const word = SHORTHAND.exec(lower)?.groups?.['letter'] ?? lower;
  const marker = Object.hasOwn(MARKERS, word) ? MARKERS[word] : undefined;
  return marker && { marker };
}
