/** Where a value stands in a data repo. Lines and columns count from 1; columns count characters, not bytes. */
export interface Place {
  /** Path relative to the data repo, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the value takes on its line; at least 1. */
  readonly length: number;
}

/** A value with the place it was read from. */
export interface Sourced<T> {
  readonly value: T;
  readonly at: Place;
  /** Of a text: where each of its lines starts in the file. Absent where the file breaks its lines elsewhere. */
  readonly lines?: readonly { readonly line: number; readonly column: number }[];
}

/** Returns the place of a part of a text, or of the whole text where its lines are not known. */
export function placeWithin(text: Sourced<string>, offset: number, length: number): Place {
  const before = text.value.slice(0, offset).split('\n');
  const start = text.lines?.[before.length - 1];
  if (!start) return text.at;
  const column = start.column + Array.from(before.at(-1) ?? '').length;
  return { file: text.at.file, line: start.line, column, length: Math.max(1, length) };
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
