/**
 * Where a value stands in a data repo. Lines and columns count from 1. Columns and lengths count UTF-16 units, as editors
 * and the language server protocol do: most characters are one, an emoji is two.
 */
export interface Place {
  /** Path relative to the data repo, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many UTF-16 units the value takes on its line; at least 1. */
  readonly length: number;
}

/** A value with the place it was read from. */
export interface Sourced<T> {
  readonly value: T;
  readonly at: Place;
  /** Of a text over several lines of the file, in order: which part of it starts where. Absent where that is not known. */
  readonly lines?: readonly SourceLine[];
}

/** Where a line of the file starts within a text, whatever the file's own breaks and indentation. */
export interface SourceLine {
  /** Of its first character in the text. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Returns the place of a part of a text, up to the end of its line, or of the whole text where lines are not known. */
export function placeWithin(text: Sourced<string>, offset: number, length: number): Place {
  const next = text.lines?.findIndex((line) => line.offset > offset) ?? -1;
  const start = next < 0 ? text.lines?.at(-1) : text.lines?.[next - 1];
  if (!start) return text.at;
  const stop = text.lines?.[next]?.offset ?? text.value.length;
  return {
    file: text.at.file,
    line: start.line,
    column: start.column + offset - start.offset,
    length: Math.max(1, Math.min(length, stop - offset)),
  };
}

/** Returns `file:line:column`, the form in which places are printed. */
export function placeText(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** Orders places by file, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
