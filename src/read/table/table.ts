import type { Place } from '../../model/place.ts';

/** A text with the place it was read from. */
export interface TextCell {
  readonly text: string;
  readonly at: Place;
}

/** A row of a table: a cell for every column; a cell that was not written is empty and stands where its row does. */
export interface Row {
  readonly at: Place;
  readonly cells: readonly TextCell[];
}

/** A table as it was written, whether in CSV or in YAML: headings and rows of text, nothing interpreted. */
export interface Table {
  readonly file: string;
  readonly headings: readonly TextCell[];
  readonly rows: readonly Row[];
}
