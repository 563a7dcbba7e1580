import { plural } from './format.ts';
import { textWidth, textWithin, wrapped } from './text-width.ts';
import type { MatrixCellView, MatrixChart } from './view-charts.ts';

type Grid = Pick<MatrixChart, 'size' | 'columns' | 'rows'>;

/** A matrix as it is drawn: where its rows and columns stand and what is written in them. Units are those of the SVG. */
export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  /** Where the cells begin, and how wide each is. */
  readonly left: number;
  readonly cellWidth: number;
  /** Top of each row, and of what is below the last one. */
  readonly tops: readonly number[];
  readonly rowLabels: readonly (readonly string[])[];
  readonly columnLabels: readonly ColumnLabel[];
  readonly cells: readonly (readonly CellText[])[];
  /** Ratings that stand in the cells by their first letters: `Mod` and `Moderate`. */
  readonly abbreviations: readonly (readonly [short: string, label: string])[];
}

export interface ColumnLabel {
  readonly lines: readonly string[];
  /** Set lower than its neighbours, which leaves it the room of two columns. */
  readonly lower: boolean;
}

export interface CellText {
  readonly head: readonly string[];
  readonly risks: readonly string[];
}

export const MATRIX = { text: 11.5, line: 14, padding: 5, gap: 2, top: 19.5 } as const;

const WIDTHS = { narrow: 244, wide: 304, full: 480 } as const;
const LABELS = { narrow: 84, wide: 56, full: 84 } as const;
const FOOT = 20;

/** Columns from which on a matrix takes the wider half of the page. */
const WIDE_COLUMNS = 4;
const SHORT_RATING = 3;
/** Rows from which on each is lower. */
const MANY_ROWS = 5;
/** Lines that a low row is high at least: a cell without a risk has one. */
const LOW_ROW = 1.4;

export function isWideMatrix({ columns }: Pick<Grid, 'columns'>): boolean {
  return columns.length >= WIDE_COLUMNS;
}

/**
 * Returns the layout of a matrix of any shape. Its height has an end: a cell with more risks than there is room for
 * counts them, and the risk log names them.
 */
export function matrixLayout(grid: Grid): MatrixLayout {
  const size = grid.size === 'full' ? 'full' : isWideMatrix(grid) ? 'wide' : 'narrow';
  const width = WIDTHS[size];
  const rowLabels = grid.rows.map((row) =>
    wrapped(row.label, MATRIX.text, LABELS[size])
      .slice(0, 2)
      .map((line) => textWithin(line, MATRIX.text, LABELS[size])),
  );
  const left = Math.max(20, ...rowLabels.flat().map((line) => textWidth(line, MATRIX.text))) + 8;
  const cellWidth = (width - left) / Math.max(1, grid.columns.length);
  const room = cellWidth - MATRIX.gap - MATRIX.padding;
  const abbreviations = tooLong(grid, room);
  const lines: CellLines = { room, abbreviations, most: grid.rows.length > 3 ? 2 : 3 };
  const cells = grid.rows.map((row) =>
    row.cells.map((cell) => (saysRating(grid, cell) ? cellText(cell, lines) : { head: [], risks: [] })),
  );
  const isLow = size === 'full' || grid.rows.length >= MANY_ROWS;
  const tops: number[] = [MATRIX.top];
  for (const [at, row] of cells.entries()) {
    const label = rowLabels[at]?.length ?? 1;
    const lines = Math.max(
      isLow ? LOW_ROW : 2,
      label,
      ...row.map((cell) => cell.head.length + cell.risks.length),
    );
    tops.push((tops.at(-1) ?? 0) + (isLow ? 5 : 9) + lines * MATRIX.line);
  }
  const columnLabels = labelsBelow(grid.columns, cellWidth);
  const deepest = Math.max(1, ...columnLabels.map((one) => one.lines.length + (one.lower ? 1 : 0)));
  const height = (tops.at(-1) ?? 0) + FOOT + deepest * MATRIX.line;
  return { width, height, left, cellWidth, tops, rowLabels, columnLabels, cells, abbreviations };
}

/**
 * Beside a count of open risks, `9 Red` in a cell without one is read as nine red risks: a small matrix rates where risks are,
 * and that of the risk log rates every cell.
 */
function saysRating({ size }: Pick<Grid, 'size'>, { risks }: MatrixCellView): boolean {
  return size === 'full' || risks.length > 0;
}

/** Returns the ratings that no cell holds, or not in one line with its score, each with its first letters. */
function tooLong(grid: Grid, room: number): [string, string][] {
  const cells = grid.rows.flatMap((row) => row.cells).filter((cell) => saysRating(grid, cell));
  const isWide = (text: string): boolean => textWidth(text, MATRIX.text) > room;
  const wide = cells.filter(
    ({ score, rating }) =>
      isWide(rating) || (rating.length > SHORT_RATING + 2 && isWide(`${score} ${rating}`.trim())),
  );
  return [...new Set(wide.map(({ rating }) => rating))].map((rating) => [
    rating.slice(0, SHORT_RATING),
    rating,
  ]);
}

interface CellLines {
  readonly room: number;
  readonly abbreviations: readonly (readonly [string, string])[];
  /** Lines of risks from which on they are counted. */
  readonly most: number;
}

function cellText(cell: MatrixCellView, { room, abbreviations, most }: CellLines): CellText {
  const rating = abbreviations.find(([, label]) => label === cell.rating)?.[0] ?? cell.rating;
  const head = wrapped(`${cell.score} ${rating}`.trim(), MATRIX.text, room);
  const risks = riskLines(cell.risks, room);
  return { head, risks: risks.length <= most ? risks : [plural(cell.risks.length, 'risk')] };
}

function riskLines(references: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const reference of references) {
    const joined = `${lines.at(-1) ?? ''}, ${reference}`;
    if (lines.length > 0 && textWidth(joined, MATRIX.text) <= room) lines[lines.length - 1] = joined;
    else lines.push(textWithin(reference, MATRIX.text, room));
  }
  return lines;
}

/** Returns the labels below the columns: in one line, else in two, else one lower than the next. */
function labelsBelow(columns: readonly string[], cellWidth: number): ColumnLabel[] {
  const room = cellWidth - MATRIX.gap;
  for (const most of [1, 2]) {
    const lines = columns.map((label) => (most === 1 ? [label] : wrapped(label, MATRIX.text, room)));
    const fits = (one: readonly string[]): boolean =>
      one.length <= most && one.every((line) => textWidth(line, MATRIX.text) <= room);
    if (lines.every(fits)) return lines.map((one) => ({ lines: one, lower: false }));
  }
  return columns.map((label, at) => ({
    lines: [textWithin(label, MATRIX.text, cellWidth * 2 - 10)],
    lower: at % 2 === 1,
  }));
}
