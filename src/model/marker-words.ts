import type { Marker } from './cell.ts';

/** What a publisher says by each marker. */
export const MARKER_WORDS: Readonly<Record<Marker, string>> = {
  c: 'confidential',
  low: 'rounds to zero',
  u: 'low reliability',
  x: 'not available',
  z: 'not applicable',
  fewer_than: 'fewer than that',
};
