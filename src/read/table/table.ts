import type { Place, SourceLine, Sourced } from '../../model/place.ts';
import type { PlainDate } from '../../model/plain-date.ts';

/** A text with the place it was read from. */
export interface TextCell {
  readonly text: string;
  readonly at: Place;
  /** Of a text with several words: where the lines of the file stand in it; absent where that is not known. */
  readonly lines?: readonly SourceLine[];
  /** Of a list of texts in YAML: its entries; `text` is then empty. */
  readonly items?: readonly TextCell[];
  /** Of a date whose day comes first by the configuration: the day that it says. */
  readonly day?: PlainDate;
}

/** Returns the text of a cell with its places, for a reader of Markdown. */
export function sourced({ text, at, lines }: TextCell): Sourced<string> {
  return { value: text, at, ...(lines && { lines }) };
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
