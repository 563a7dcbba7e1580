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
