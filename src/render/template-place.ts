import type { Place } from '../model/place.ts';

/** Returns the place of what stands from one offset of a file's text to another, on its first line. */
export function placeAt(file: string, text: string, start: number, end: number): Place {
  const before = text.slice(0, start).split('\n');
  const written = text.slice(start, end).split('\n')[0] ?? '';
  return {
    file,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    length: Math.max(1, written.length),
  };
}
