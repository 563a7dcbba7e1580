import type { Figure, FigureTable, FigureTableCell, FigureTableRow, Report } from './report.ts';
import { textWidth } from './text-width.ts';
import { noteViews, type NoteView } from './view-marks.ts';
import { unitOfAll, withUnit, type HeadingUnit } from './view-units.ts';
import {
  figureOf,
  markdownText,
  NO_TABLE,
  type MarkdownText,
  type TableOf,
  type TableRef,
} from './view-text.ts';
import { figureCell, widestTail, type FigureCell } from './view-workforce.ts';

export interface FigureTableView {
  /** The council's name for the table in its files: `by-team`. */
  readonly id: string;
  /** Its number, and what a link to it leads to. */
  readonly table: TableRef;
  /** What the table shows: `Teams`. */
  readonly title: string;
  /** Who is counted, how and when: `Social workers, full-time equivalent, Oct 2026`. */
  readonly scope: string;
  /** The heading of its first column: `Team`. */
  readonly stub: string;
  /** All columns but the first. */
  readonly columns: readonly FigureColumn[];
  /** All rows, with a cell for each of these columns. */
  readonly rows: readonly FigureRow[];
  /** The table as it is printed: in one piece, or in several, one below the other, of as many columns as a page holds. */
  readonly pieces: readonly FigurePiece[];
  /** How closely its columns stand: a few need not fill the page, more than fit at full size are set smaller. */
  readonly density: 'few' | 'normal' | 'close' | 'tight';
  /** What the council says below the table. */
  readonly note: MarkdownText | null;
}

export interface FigurePiece {
  /** Whether it is the first piece; the caption of the others ends with `continued`. */
  readonly first: boolean;
  /** The columns of this piece. */
  readonly columns: readonly FigureColumn[];
  /** All rows, with the cells of this piece alone. */
  readonly rows: readonly FigureRow[];
}

export interface FigureColumn {
  /** The heading: `Agency rate`. */
  readonly label: string;
  /** Whether a word of it is so long that it has to break. */
  readonly wordy: boolean;
  /** Whether it is a period, which stands on one line. */
  readonly dated: boolean;
  /** What its figures count, where the columns of a table differ in it. */
  readonly unit: string;
}

export interface FigureRow {
  /** What the row is of: `Assessment team`. */
  readonly label: string;
  /** Whether a word of it is so long that it has to break. */
  readonly wordy: boolean;
  /** What its figures count, where the rows of a table differ in it. */
  readonly unit: string;
  /** Whether it sums up others, and is set apart. */
  readonly total: boolean;
  /** A figure for each column. */
  readonly cells: readonly TableCell[];
}

/** A cell with the room that the widest of its column takes, right of the units and for what stands in brackets. */
export interface TableCell extends FigureCell {
  /** Names the class that aligns its column on the decimal point: `2p`. */
  readonly align: string;
  /** `(0 new)`. */
  readonly bracket: string;
  /** In half em: `7`; empty where nothing in the column has brackets. */
  readonly bracketRoom: string;
}

/** Returns the report's tables of figures by their ids, in its order. */
export function figureTableViews(
  report: Report,
  tableOf: TableOf = NO_TABLE,
): ReadonlyMap<string, FigureTableView> {
  const notes = noteViews(report);
  return new Map(
    report.tables.map((table) => [
      table.id,
      tableView(report, table, notes, tableOf('figure-table', table.id)),
    ]),
  );
}

function tableView(
  report: Report,
  table: FigureTable,
  notes: readonly NoteView[],
  ref: TableRef,
): FigureTableView {
  const signs = signsOf(report, table);
  const rows = table.rows.map((row, rowAt) =>
    row.cells.map((cell, at) => plainCell(report, cell, notes, signs.columns[at] || signs.rows[rowAt])),
  );
  const rooms = table.columns.map((_, at) => roomOf(rows.flatMap((cells) => cells[at] ?? [])));
  const units = unitsOf(report, table);
  const columns = table.columns.map((label, at) => ({
    label: withUnit(label, signs.columns[at] ?? ''),
    wordy: isWordy(label),
    dated: isDated(label) && table.columns.length < TIGHT_COLUMNS,
    unit: units.columns[at] ?? '',
  }));
  const rowViews = table.rows.map(({ label, kind }, rowAt) => ({
    label: withUnit(label, signs.rows[rowAt] ?? ''),
    wordy: isWordy(label),
    unit: units.rows[rowAt] ?? '',
    total: kind !== 'part',
    cells: (rows[rowAt] ?? []).map((cell, at) => ({ ...cell, ...(rooms[at] ?? NO_ROOM) })),
  }));
  const pieces = piecesOf(columns, rowViews);
  return {
    id: table.id,
    table: ref,
    title: table.title,
    // A title that says it already needs no second line.
    scope: table.title.toLowerCase().includes(table.scope.toLowerCase()) ? '' : table.scope,
    stub: table.stub,
    columns,
    rows: rowViews,
    pieces,
    density: densityOf(pieces[0]?.columns.length ?? 0, rows.flat()),
    note: table.note === undefined ? null : markdownText(table.note, 3),
  };
}

/** The longest word that a narrow column of the page is sure to hold. */
const LONG_WORD = 18;

function isWordy(label: string): boolean {
  return label.split(/[\s\-–/]/).some((word) => word.length > LONG_WORD);
}

/** `Jul 2023`, `2023/24`, `Q3 2023/24`, `Summer 2022`: short, with a year. */
function isDated(label: string): boolean {
  return /^(?:[A-Z][a-z]{2,5} |Q\d )?\d{4}(?:\/\d{2})?$/.test(label);
}

/** Returns a table in pieces of as many columns as a page holds, all of about the same width. */
function piecesOf(columns: readonly FigureColumn[], rows: readonly FigureRow[]): FigurePiece[] {
  const hasBrackets = rows.some(({ cells }) => cells.some(({ bracket }) => bracket !== ''));
  const most = hasBrackets ? MOST_COLUMNS / BRACKETED : MOST_COLUMNS;
  const count = Math.max(1, Math.ceil(columns.length / most));
  const size = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [at * size, (at + 1) * size];
    return {
      first: at === 0,
      columns: columns.slice(from, to),
      rows: rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
    };
  });
}

type PlainCell = FigureCell & Pick<TableCell, 'bracket'>;
type Room = Pick<TableCell, 'align' | 'bracketRoom'>;

const NO_ROOM: Room = { align: '0', bracketRoom: '' };

function plainCell(
  report: Report,
  cell: FigureTableCell,
  notes: readonly NoteView[],
  sign: HeadingUnit = '',
): PlainCell {
  const beside = cell.bracket && figureOf(report, cell.bracket.figure);
  return {
    ...figureCell(figureOf(report, cell.figure), notes, sign),
    bracket: bracketText(beside, cell.bracket?.word ?? ''),
  };
}

function bracketText(figure: Figure | undefined, word: string): string {
  return figure === undefined || figure.result.kind === 'missing' ? '' : `(${figure.text} ${word})`;
}

/** The widest room for brackets that the style sheet has, in half em. */
const MOST_ROOM = 20;

function roomOf(cells: readonly PlainCell[]): Room {
  const brackets = cells.flatMap(({ bracket }) => (bracket === '' ? [] : [textWidth(bracket, 2)]));
  const room = brackets.length === 0 ? '' : `${Math.min(MOST_ROOM, Math.ceil(Math.max(...brackets)))}`;
  return { align: widestTail(cells), bracketRoom: room };
}

const FEW_COLUMNS = 2;
const CLOSE_COLUMNS = 7;
const TIGHT_COLUMNS = 10;
const MOST_COLUMNS = 10;
/** A column with brackets takes the room of so many. */
const BRACKETED = 1.5;

function densityOf(columns: number, cells: readonly PlainCell[]): FigureTableView['density'] {
  const wide = cells.some(({ bracket }) => bracket !== '') ? columns * BRACKETED : columns;
  if (wide >= TIGHT_COLUMNS) return 'tight';
  if (wide >= CLOSE_COLUMNS) return 'close';
  return wide <= FEW_COLUMNS ? 'few' : 'normal';
}

interface Units {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/**
 * Returns what columns, or else rows, count where that differs within the table: the scope says it for all of them
 * where it does not. A unit with a sign (`%`, `£`) is in the heading, and one in words (years) in each figure.
 */
function unitsOf(report: Report, table: FigureTable): Units {
  const unitsIn = (cells: readonly (FigureTableCell | undefined)[]): string[] => [
    ...new Set(cells.flatMap((cell) => unitText(figureOf(report, cell?.figure)))),
  ];
  const alone = (units: readonly string[]): string => (units.length === 1 ? (units[0] ?? '') : '');
  const cellsOf = (row: FigureTableRow): readonly FigureTableCell[] => row.cells;
  const none: Units = { columns: table.columns.map(() => ''), rows: table.rows.map(() => '') };
  if (unitsIn(table.rows.flatMap(cellsOf)).length < 2) return none;
  const columns = table.columns.map((_, at) => unitsIn(table.rows.map((row) => row.cells[at])));
  if (columns.every((units) => units.length < 2)) return { ...none, columns: columns.map(alone) };
  return { ...none, rows: table.rows.map((row) => alone(unitsIn(row.cells))) };
}

function unitText(figure: Figure | undefined): string[] {
  if (figure?.unit !== 'count') return [];
  return [figure.basis === 'fte' ? 'FTE' : 'headcount'];
}

interface Signs {
  readonly columns: readonly HeadingUnit[];
  readonly rows: readonly HeadingUnit[];
}

/**
 * Returns the signs that stand in the headings in place of each figure: of the columns where these are of different
 * figures, of the rows where those are; of one figure alone, where there are fewer of them.
 */
function signsOf(report: Report, { columns, rows }: FigureTable): Signs {
  const figures = rows.map((row) => row.cells.map((cell) => figureOf(report, cell.figure)));
  const byColumn = columns.map((_, at) => figures.map((row) => row[at]));
  const kinds = (line: readonly (Figure | undefined)[] = []): number =>
    new Set(line.flatMap((figure) => figure?.metric ?? [])).size;
  const signs = (lines: readonly (readonly (Figure | undefined)[])[]): HeadingUnit[] =>
    lines.map((line) => unitOfAll(line.flatMap((figure) => figure?.text ?? [])));
  const across = figures.some((row) => kinds(row) > 1);
  const down = byColumn.some((column) => kinds(column) > 1);
  const inColumns = across === down ? columns.length <= rows.length : across;
  return inColumns
    ? { columns: signs(byColumn), rows: rows.map(() => '') }
    : { columns: columns.map(() => ''), rows: signs(figures) };
}
