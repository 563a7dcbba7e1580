import type { Marker } from './cell.ts';

const MARKER_WORDS: Readonly<Record<Marker, string>> = {
  c: 'confidential',
  low: 'rounds to zero',
  u: 'low reliability',
  x: 'not available',
  z: 'not applicable',
  fewer_than: 'fewer than that',
};

/** Returns what a publisher says by a marker; a report that was read from JSON may have any word in its place, and keeps it. */
export function markerMeaning(marker: string): string {
  return Object.hasOwn(MARKER_WORDS, marker) ? MARKER_WORDS[marker as Marker] : marker;
}
