import type { Tone, ViewRow, ViewTable, Whole } from '../compare/view.ts';
import { columnsOf, cutInMiddle, padded, shown, wrappedSpans, wrappedText } from './diff-columns.ts';
import type { Line, Look, Span } from './output.ts';

/** Columns before a table, and between its columns. */
const INDENT = 2;
const GAP = 2;
/** A column of text is not made narrower than this: a table that would need it is written row by row. */
const NARROWEST = 14;
/** So many lines a label may take; one that needs more is cut in its middle. */
const LABEL_LINES = 3;

/** Returns the look of what is good or bad: the words say it too. */
export function lookOf(tone: Tone): Look | undefined {
  switch (tone) {
    case 'good':
      return 'good';
    case 'bad':
      return 'warning';
    case 'quiet':
      return 'quiet';
    case 'neutral':
      return undefined;
  }
}

/** Returns a table as lines: columns aligned, or row by row where the terminal is too narrow for them. */
export function tableLines(table: ViewTable, width: number): Line[] {
  const { caption, columns, rows, more, whole } = table;
  const aligned = alignedTable(table);
  const widths = widthsOf(
    aligned,
    columns.map((one) => one.align),
    width,
  );
  const head =
    caption === '' ? [] : wrappedText(caption, { width, indent: INDENT, hanging: INDENT }, 'strong');
  const body =
    widths === undefined
      ? aligned.rows.flatMap((row) => stackedRow(row, aligned.titles, width))
      : [
          ...(aligned.titles.every((title) => title === '')
            ? []
            : cellLines(aligned.titles, table, widths, 'quiet')),
          ...aligned.rows.flatMap((row) => rowLines(row, table, widths, width)),
        ];
  const rest =
    more === undefined
      ? []
      : wrappedText(withOption(more, whole), { width, indent: INDENT, hanging: INDENT + 2 }, 'quiet');
  return [...head, ...(rows.length === 0 ? [] : body), ...rest];
}

/** Returns what is said of another format with the option that gives it: only at a terminal can it be typed. */
export function withOption(text: string, whole: Whole | undefined): string {
  if (whole === undefined) return text;
  const end = text.endsWith('.') ? '.' : '';
  return `${end === '' ? text : text.slice(0, -1)} (--format ${whole})${end}`;
}

/** A table whose cells are as they are shown, and whose numbers have their decimal points under one another. */
interface AlignedTable {
  readonly titles: readonly string[];
  readonly rows: readonly ViewRow[];
}

function alignedTable({ columns, rows }: ViewTable): AlignedTable {
  const plain = rows.map((row) => ({ ...row, cells: row.cells.map(shown) }));
  const tails = columns.map(({ align }, column) =>
    align === 'left'
      ? undefined
      : Math.max(
          0,
          ...plain.filter(isRow).map((row) => columnsOf(splitNumber(row.cells[column] ?? '').tail)),
        ),
  );
  return {
    titles: columns.map(({ title }) => shown(title)),
    rows: plain.map((row) =>
      isRow(row) ? { ...row, cells: row.cells.map((cell, column) => withTail(cell, tails[column])) } : row,
    ),
  };
}

function isRow({ kind }: ViewRow): boolean {
  return kind === 'row';
}

/** What follows the whole part of a number: decimals and the unit. A text that is no number has none. */
const NUMBER = /^(?<head>\D{0,3}\d[\d,]*)(?<tail>(?:\.\d+)?[  ]?[^\d\s]{0,8})$/u;

function splitNumber(cell: string): { head: string; tail: string } {
  const { head = cell, tail = '' } = NUMBER.exec(cell)?.groups ?? {};
  return { head, tail };
}

/** Undefined for a column of texts. */
function withTail(cell: string, tail: number | undefined): string {
  if (cell === '' || tail === undefined) return cell;
  return `${cell}${' '.repeat(Math.max(0, tail - columnsOf(splitNumber(cell).tail)))}`;
}

/**
 * Returns the width of each column; undefined where they do not fit. Numbers have what they need, since half a number is
 * another one; what is left goes to the texts, the widest of which give way first.
 */
function widthsOf(
  { titles, rows }: AlignedTable,
  aligns: readonly ('left' | 'right')[],
  width: number,
): number[] | undefined {
  const natural = titles.map((title, column) =>
    Math.max(columnsOf(title), ...rows.filter(isRow).map((row) => columnsOf(row.cells[column] ?? ''))),
  );
  const room = width - INDENT - GAP * (natural.length - 1);
  const fixed = natural.filter((_, column) => aligns[column] === 'right').reduce((sum, one) => sum + one, 0);
  const texts = natural.filter((_, column) => aligns[column] === 'left');
  let most = Math.max(0, ...texts);
  const needed = (limit: number) => texts.reduce((sum, one) => sum + Math.min(one, limit), fixed);
  while (most > NARROWEST && needed(most) > room) most -= 1;
  if (needed(most) > room) return undefined;
  return natural.map((one, column) => (aligns[column] === 'left' ? Math.min(one, most) : one));
}

function rowLines(row: ViewRow, table: ViewTable, widths: readonly number[], width: number): Line[] {
  const notes = row.notes.flatMap((note) =>
    wrappedText(note, { width, indent: INDENT + 2, hanging: INDENT + 4 }, 'quiet'),
  );
  if (!isRow(row)) return [...headingLines(row, width), ...notes];
  return [...cellLines(row.cells, table, widths, lookOf(row.tone), row.tone === 'quiet'), ...notes];
}

function headingLines({ cells, tone }: ViewRow, width: number): Line[] {
  return wrappedText(
    cells.join(' '),
    { width, indent: INDENT, hanging: INDENT + 2 },
    lookOf(tone) ?? 'strong',
  );
}

/** The lines of one row: a label that is broken has its numbers beside its last line, as printed tables have. */
function cellLines(
  cells: readonly string[],
  { columns }: ViewTable,
  widths: readonly number[],
  look: Look | undefined,
  whole = look === 'quiet',
): Line[] {
  const broken = widths.map((width, column) =>
    brokenCell(cells[column] ?? '', columns[column]?.align === 'left' ? width : undefined),
  );
  const height = Math.max(1, ...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line): Line => {
    const spans: Span[] = [];
    for (const [column, width] of widths.entries()) {
      const align = columns[column]?.align ?? 'left';
      const lines = broken[column] ?? [];
      // Texts begin at the top; numbers stand at the foot.
      const text = (align === 'left' ? lines[line] : lines[line - height + lines.length]) ?? '';
      spans.push({ text: ' '.repeat(column === 0 ? INDENT : GAP) });
      const isLooked = look !== undefined && (whole || align === 'right');
      spans.push({ text: padded(text, width, align), ...(isLooked && { look }) });
    }
    return trimmed(spans);
  });
}

function brokenCell(cell: string, width: number | undefined): string[] {
  if (width === undefined || columnsOf(cell) <= width) return [cell];
  const whole = columnsOf(cell) > width * LABEL_LINES ? cutInMiddle(cell, width * (LABEL_LINES - 1)) : cell;
  return wrappedSpans([{ text: whole }], { width, indent: 0 }).map((line) =>
    typeof line === 'string' ? line : line.map(({ text }) => text).join(''),
  );
}

/** No line ends with spaces. */
function trimmed(spans: readonly Span[]): Span[] {
  const all = [...spans];
  while (all.length > 0 && (all.at(-1)?.text ?? '').trim() === '') all.pop();
  return all.map((span, index) => (index === all.length - 1 ? { ...span, text: span.text.trimEnd() } : span));
}

/** A row under itself: the label, and each other cell with its column's title. */
function stackedRow(row: ViewRow, titles: readonly string[], width: number): Line[] {
  const notes = row.notes.flatMap((note) =>
    wrappedText(note, { width, indent: INDENT + 2, hanging: INDENT + 4 }, 'quiet'),
  );
  if (!isRow(row)) return [...headingLines(row, width), ...notes];
  const [label = '', ...others] = row.cells;
  const look = lookOf(row.tone);
  return [
    ...wrappedSpans([{ text: label }], { width, indent: INDENT, hanging: INDENT + 2 }),
    ...others.flatMap((cell, index) => {
      const title = titles[index + 1] ?? '';
      if (cell.trim() === '') return [];
      const lead = title === '' ? [] : [{ text: `${title}: `, look: 'quiet' as const }];
      return wrappedSpans([...lead, { text: cell.trim(), ...(look && { look }) }], {
        width,
        indent: INDENT + 2,
        hanging: INDENT + 4,
      });
    }),
    ...notes,
  ];
}
