/**
 * What things take in print, in points: the numbers of templates/changes/style.css, where a rem is 10 points. A height has
 * the space around the thing in it.
 */
export const SHEET = {
  /** Across the sheet, and one of two columns. */
  width: 504,
  column: 240,
  /** Between the margins of A4, less what a reckoning of lines may be wrong by. */
  firstHeight: 762 - 44,
  height: 742 - 44,
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
  head: 10,
  sides: 9,
  section: 16,
  /** Between the blocks of one section. */
  block: 8,
  sentence: 4,
  sentences: 1,
  caption: 4,
  tableHead: 7,
  row: 5.4,
  notes: 5,
  headingRow: 7.5,
  more: 3,
  item: 7.5,
  line: 3,
  drawing: 12,
  foot: 14,
} as const;

/** The height of the chart of a bridge in print, names of two lines below it. */
export const DRAWING = 132;
