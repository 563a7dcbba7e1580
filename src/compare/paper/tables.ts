import type { ViewColumn, ViewRow, ViewTable } from '../view.ts';
import { markOf } from './tones.ts';
import { cutToLines, lineCount, type Column, type Measure } from './lines.ts';
import type { PaperCell, PaperColumn, PaperMark, PaperRow, PaperTable } from './paper.ts';
import { partOf, type Piece } from './piece.ts';
import { AROUND, SHEET, TEXT } from './sizes.ts';

const CELL_LINES = 3;
const HEAD_LINES = 3;
const NOTE_LINES = 2;
const NOTES = 2;
const CAPTION_LINES = 1;
/** Between two columns. */
const GUTTER = 8;
/** The most of the sheet that all columns of numbers take together, and the least that one of words does, per cent. */
const NUMBERS = 70;
const NARROWEST_WORDS = 12;

/** Parts whose figures are better or worse: what was restated is neither. */
const FIGURES: readonly string[] = ['workforce', 'indicators', 'targets'];

/** Returns a table with so many of its rows, and its height. Of a table in groups each has its first rows. */
export function builtTable(
  table: ViewTable,
  shown: number,
  { section, headlines }: Pick<Piece, 'section' | 'headlines'>,
  id: string,
  width: number,
  measure: Measure,
): { readonly table: PaperTable; readonly height: number } {
  const marks = (row: ViewRow): PaperMark | null =>
    FIGURES.includes(partOf(section)) && isJudged(table.columns, row) ? markOf(row.tone, 'Worse') : null;
  // A column for the tone stays where a cut leaves no row that has one, so that a cut moves nothing.
  const hasMarks = table.rows.some((row) => row.kind === 'row' && marks(row) !== null);
  const titles: ViewColumn[] = hasMarks
    ? [...table.columns, { title: 'Reading', align: 'left' }]
    : [...table.columns];
  const widths = columnWidths(titles, table.rows, hasMarks, measure);
  const columnOf = (at: number): Column => ({
    size: TEXT.table.size,
    width: (width * (widths[at] ?? 0)) / 100 - GUTTER,
  });
  const columns = titles.map(({ title, align }, at): PaperColumn => ({
    title: cutToLines(title, HEAD_LINES, { ...columnOf(at), size: TEXT.small.size }, measure),
    numeric: align === 'right',
    width: widths[at] ?? 0,
  }));
  const across = { ...TEXT.table, width: width - GUTTER };
  const rows = firstRows(table, shown, headlines).map((row): PaperRow => {
    const heading = row.kind === 'heading';
    const [name = '', ...cells] = heading
      ? [cutToLines(row.cells[0] ?? '', 1, across, measure)]
      : table.columns.map((_, at) => cutToLines(row.cells[at] ?? '', CELL_LINES, columnOf(at), measure));
    const last: PaperCell[] = hasMarks && !heading ? [{ text: '', numeric: false, mark: marks(row) }] : [];
    const notes = { ...TEXT.small, width: width - GUTTER };
    return {
      heading,
      name,
      cells: [
        ...cells.map((text, at) => ({ text, numeric: columns[at + 1]?.numeric ?? false, mark: null })),
        ...last,
      ],
      notes: row.notes.slice(0, NOTES).map((note) => cutToLines(note, NOTE_LINES, notes, measure)),
    };
  });
  const caption = cutToLines(table.caption, CAPTION_LINES, { ...TEXT.small, width }, measure);
  // The section's heading, or headings among the rows, say the same.
  const isSaid = table.rows.some(({ kind }) => kind === 'heading') && partOf(section) !== 'restated';
  const built = { id, caption, isSaid, columns, span: columns.length, rows };
  return { table: built, height: tableHeight(built, columnOf, width, measure) };
}

/** Returns how many rows a board must not be without: its headlines, and what is better or worse. */
export function graveRows({ columns, rows }: ViewTable, headlines: readonly string[]): number {
  return rows.filter((row) => isHeadline(row, headlines) || isJudged(columns, row)).length;
}

function isHeadline({ kind, cells }: ViewRow, headlines: readonly string[]): boolean {
  return kind === 'row' && headlines.includes(cells[0] ?? '');
}

/** Whether a row is of something better or worse: a change that is printed as none is neither. */
function isJudged(columns: readonly ViewColumn[], { kind, tone, cells }: ViewRow): boolean {
  const change = cells[columns.findIndex(({ title }) => title === 'Change')];
  const isNone = change !== undefined && !/[1-9]/.test(change);
  return kind === 'row' && (tone === 'good' || tone === 'bad') && !isNone;
}

function tableHeight(
  { isSaid, columns, rows }: PaperTable,
  columnOf: (at: number) => Column,
  width: number,
  measure: Measure,
): number {
  const lines = (texts: readonly string[], size: number): number =>
    Math.max(1, ...texts.map((text, at) => lineCount(text, { ...columnOf(at), size }, measure)));
  const head =
    AROUND.tableHead +
    TEXT.small.line *
      lines(
        columns.map(({ title }) => title),
        TEXT.small.size,
      );
  const body = rows.map(({ heading, name, cells, notes }) => {
    if (heading) return AROUND.headingRow + TEXT.table.line;
    const texts = [name, ...cells.map(({ text }) => text)];
    const noted = notes.map(
      (note) => TEXT.small.line * lineCount(note, { ...TEXT.small, width: width - GUTTER }, measure),
    );
    return (
      AROUND.row +
      TEXT.table.line * lines(texts, TEXT.table.size) +
      sum(noted) +
      (notes.length > 0 ? AROUND.notes : 0)
    );
  });
  return (isSaid ? 0 : AROUND.caption + TEXT.small.line) + head + sum(body);
}

/** The room of a sign and its word. */
const READING = 62;
/** A heading up to so many points wide stays on one line. */
const HEADING = 60;

/** Returns the share of each column, per cent: numbers take what they need, words share what is left. */
function columnWidths(
  columns: readonly ViewColumn[],
  rows: readonly ViewRow[],
  hasMarks: boolean,
  measure: Measure,
): number[] {
  const cells = rows.filter(({ kind }) => kind === 'row').map((row) => row.cells);
  const natural = columns.map(({ title }, at) => {
    if (hasMarks && at === columns.length - 1) return percent(READING);
    const longest =
      Math.max(0, ...cells.map((row) => measure((row[at] ?? '').slice(0, LOOKED)))) * TEXT.table.size;
    const heading = Math.min(HEADING, measure(title.slice(0, LOOKED)) * TEXT.small.size);
    return percent(Math.max(longest, heading) + GUTTER);
  });
  const isFixed = (at: number): boolean =>
    at > 0 && (columns[at]?.align === 'right' || (hasMarks && at === columns.length - 1));
  const wanted = sum(natural.filter((_, at) => isFixed(at)));
  const scale = Math.min(1, NUMBERS / Math.max(1, wanted));
  const fixed = natural.map((share, at) => (isFixed(at) ? Math.max(3, Math.floor(share * scale)) : 0));
  const left = 100 - sum(fixed);
  const wordy = natural.map((share, at) =>
    isFixed(at) ? 0 : Math.max(NARROWEST_WORDS, Math.min(share, 60)),
  );
  const shares = natural.map((_, at) => fixed[at] || Math.floor((left * (wordy[at] ?? 0)) / sum(wordy)));
  const widest = wordy.indexOf(Math.max(...wordy));
  return shares.map((one, at) => (at === widest ? one + 100 - sum(shares) : one));
}

/** Letters of a cell that are looked at for its width. */
const LOOKED = 200;

function percent(points: number): number {
  return Math.ceil((points / SHEET.width) * 100);
}

/**
 * Returns so many rows, of each group the headlines, then those that are better or worse, then its first others, with the
 * headings of those groups; all keep their order.
 */
function firstRows({ columns, rows }: ViewTable, most: number, headlines: readonly string[]): ViewRow[] {
  const groups: { heading: ViewRow | undefined; rows: ViewRow[] }[] = [];
  for (const row of rows) {
    if (row.kind === 'heading') groups.push({ heading: row, rows: [] });
    else if (groups.length === 0) groups.push({ heading: undefined, rows: [row] });
    else groups.at(-1)?.rows.push(row);
  }
  const rankOf = (row: ViewRow): number => (isHeadline(row, headlines) ? 0 : isJudged(columns, row) ? 1 : 2);
  const turns = [0, 1, 2].flatMap((rank) =>
    inTurn(groups.map((one) => one.rows.filter((row) => rankOf(row) === rank))),
  );
  const kept = new Set(turns.slice(0, most));
  return groups.flatMap(({ heading, rows: own }) => {
    const some = own.filter((row) => kept.has(row));
    return some.length === 0 || heading === undefined ? some : [heading, ...some];
  });
}

/** The first of each, then the second of each. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
