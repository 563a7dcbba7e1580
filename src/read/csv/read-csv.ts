import { parse } from 'csv-parse/sync';
import { finding, type Finding } from '../../model/finding.ts';
import { startOf } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import type { Limits } from '../limits.ts';
import type { SourceText } from '../source-text.ts';
import type { Row, Table, TextCell } from '../table/table.ts';
import { linesOf } from '../yaml/lines.ts';
import { headingFaults } from './headings.ts';
import { fileFaults } from './file-faults.ts';
import { raggedRow } from './ragged-row.ts';
import { scanRecords, type RecordSpan } from './scan.ts';

/**
 * Returns a CSV text as a table, with what is wrong with it. Rows that cannot be read are reported and left out, and
 * the others are read all the same; the table is undefined where its headings cannot be relied on. Blank lines and
 * rows of empty cells are skipped.
 */
export function readCsv(
  source: SourceText,
  limits: Limits,
): { readonly table: Table | undefined; readonly findings: readonly Finding[] } {
  const fatal = fileFaults(source);
  if (fatal.length > 0) return { table: undefined, findings: fatal };
  const spans = scanRecords(source.text);
  const large = tooLarge(source, spans, limits);
  if (large) return { table: undefined, findings: [large] };
  const findings = spans.flatMap((span) => quoteFault(source, span));
  const records = parseRecords(
    source,
    spans.filter((span) => span.fault === undefined),
  ).filter(isWritten);
  const [headings, ...rows] = records;
  if (headings === undefined || spans.find((span) => span.end > span.start)?.fault)
    return { table: undefined, findings: findings.length > 0 ? findings : [noRows(source)] };
  const faults = headingFaults(source, headings, rows);
  findings.push(...faults);
  if (faults.length > 0) return { table: undefined, findings };
  if (rows.length === 0 && findings.length === 0) findings.push(noRows(source));
  const width = widthOf(headings);
  const sound: Row[] = [];
  for (const row of rows) {
    const ragged = raggedRow(row, headings.cells);
    if (ragged) findings.push(ragged);
    else sound.push({ ...row, cells: row.cells.slice(0, width) });
  }
  return { table: { file: source.file, headings: headings.cells.slice(0, width), rows: sound }, findings };
}

/** Returns how many columns a heading row has; empty cells at its end are what a spreadsheet leaves behind. */
function widthOf(headings: Row): number {
  return headings.cells.findLastIndex((cell) => cell.text !== '') + 1;
}

function isWritten(row: Row): boolean {
  return row.cells.some((cell) => cell.text !== '');
}

function parseRecords(source: SourceText, spans: readonly RecordSpan[]): Row[] {
  const text = spans.map((span) => source.text.slice(span.start, span.end)).join('\n');
  // A blank line would be skipped by the parser, and the values would part from their places.
  const written = spans.filter((span) => span.end > span.start);
  const records = parse(text, {
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
    max_record_size: 0,
  });
  if (records.length !== written.length)
    throw new Error(`${source.file}: ${records.length} records parsed, ${written.length} found`);
  return written.map((span, index) => ({
    at: source.place(span.start, span.end),
    cells: (records[index] ?? []).map((value, column) => textCell(source, span, column, value)),
  }));
}

function textCell(source: SourceText, span: RecordSpan, column: number, value: string): TextCell {
  const field = span.fields[column] ?? span;
  const isQuoted = source.text[field.start] === '"';
  const written = source.text.slice(field.start, field.end);
  const before = isQuoted ? 1 : written.length - written.trimStart().length;
  const after = isQuoted ? 1 : written.length - written.trimEnd().length;
  // An empty cell is shown by the comma that follows it.
  const blank = value.trim() === '';
  const at = blank ? source.place(field.start) : source.place(field.start + before, field.end - after);
  const text = value.trim();
  // A number or a name is short enough to be shown whole: prose and lists need the places of their parts.
  const lines = /[\s,;]/.test(text)
    ? linesOf(source, text, field.start + before, field.end - after)
    : undefined;
  return { text, at, ...(lines && { lines }) };
}

function quoteFault(source: SourceText, span: RecordSpan): Finding[] {
  if (!span.fault) return [];
  const at = source.place(span.fault.at);
  return span.fault.kind === 'unclosed'
    ? [
        finding('E025', 'this quotation mark is never closed', {
          at,
          why: 'the cell would run on over the lines that follow; this row is left out',
        }),
      ]
    : [
        finding('E026', 'a quotation mark stands in the middle of a cell', {
          at,
          why: 'a quotation mark either surrounds a whole cell or is written twice inside one; this row is left out',
        }),
      ];
}

function noRows(source: SourceText): Finding {
  const blank = source.text.trim() === '';
  return finding('E020', blank ? 'the file is empty' : 'the table has headings and no rows', {
    at: startOf(source.file),
  });
}

function tooLarge(source: SourceText, spans: readonly RecordSpan[], limits: Limits): Finding | undefined {
  const beyond = spans[limits.rows + 1];
  if (beyond)
    return finding('E031', `the table has more than ${limits.rows} rows`, {
      at: source.place(beyond.start, beyond.end),
    });
  let cells = 0;
  for (const span of spans) {
    cells += span.fields.length;
    if (cells > limits.cells)
      return finding('E031', `the table has more than ${limits.cells} cells`, {
        at: source.place(span.start, span.end),
      });
    const field = span.fields[limits.columns];
    if (field)
      return finding('E031', `the table has more than ${limits.columns} columns`, {
        at: source.place(field.start),
        help: 'delete the columns that the report does not need',
      });
    const long = span.fields.find((one) => one.end - one.start > limits.cellCharacters);
    if (long)
      return finding('E031', `a cell is ${long.end - long.start} characters long`, {
        at: source.place(long.start, long.end),
        why: `it starts with ${quoted(source.text.slice(long.start, long.start + 40))}; the limit is ${limits.cellCharacters}`,
        help: 'shorten the text, or move it to an appendix in report.yaml',
      });
  }
  return undefined;
}
