/**
 * What things take in print, in points: the numbers of templates/changes/style.css, where a rem is 10 points. A height has
 * the space around the thing in it.
 */
export const SHEET = {
  /** Across the sheet, and one of two columns. */
  width: 504,
  column: 240,
  /** Between the margins of A4, less what the reckoning may be wrong by: it is never less than what is printed. */
  firstHeight: 762 - 8,
  // Its first section has no space above it.
  height: 742 + 8 - 8,
} as const;

/** A line of each kind of text: the size of its letters, and its height. */
export const TEXT = {
  h1: { size: 20, line: 23 },
  h2: { size: 10.7, line: 13.8 },
  body: { size: 10, line: 14 },
  table: { size: 9.4, line: 12.7 },
  small: { size: 8.2, line: 11.4 },
} as const;

/** What stands around a thing, whatever is in it. */
export const AROUND = {
  /** Head of the paper: space, rule, and the space between its rows. */
  head: 7,
  sides: 8,
  section: 14.5,
  /** Between the blocks of one section. */
  block: 5.2,
  sentence: 3.1,
  sentences: 0,
  caption: 1.2,
  tableHead: 4.6,
  row: 5.4,
  notes: 3.5,
  headingRow: 7,
  more: 0,
  item: 6.8,
  line: 3,
  drawing: 10.5,
  foot: 14,
} as const;

/** The height of the chart of a bridge in print, names of two lines below it. */
export const DRAWING = 131.5;
