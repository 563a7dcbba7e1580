/** Where one field stands in a CSV text; `start` and `end` include its quotation marks. */
export interface FieldSpan {
  readonly start: number;
  readonly end: number;
}

/** One record (a row, which quoted line breaks may spread over several lines), without its line break. */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
  readonly fields: readonly FieldSpan[];
  /** What is wrong with its quotation marks; such a record cannot be parsed. */
  readonly fault?: { readonly kind: 'unclosed' | 'stray'; readonly at: number };
}

const QUOTE = '"';

/**
 * Returns where each record and field of a CSV text stands (RFC 4180, `\n` between records). The parser gives values
 * but no columns; this gives columns but no values, and a faulty record ends at its line, so that the rows after it
 * are still read.
 */
export function scanRecords(text: string): RecordSpan[] {
  const records: RecordSpan[] = [];
  for (let start = 0; start < text.length;) {
    const record = scanRecord(text, start);
    records.push(record);
    start = record.end + 1;
  }
  return records;
}

function scanRecord(text: string, start: number): RecordSpan {
  const fields: FieldSpan[] = [];
  for (let at = start; ;) {
    const field = text[at] === QUOTE ? quotedField(text, at) : plainField(text, at);
    if ('kind' in field) return { start, end: lineEnd(text, field.resume), fields, fault: field };
    fields.push(field);
    if (text[field.end] !== ',') return { start, end: field.end, fields };
    at = field.end + 1;
  }
}

type Fault = { kind: 'unclosed' | 'stray'; at: number; resume: number };

function plainField(text: string, start: number): FieldSpan | Fault {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
    if (text[end] === QUOTE) return { kind: 'stray', at: end, resume: start };
    end += 1;
  }
  return { start, end };
}

function quotedField(text: string, start: number): FieldSpan | Fault {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, at);
    if (quote < 0) return { kind: 'unclosed', at: start, resume: start };
    if (text[quote + 1] !== QUOTE) {
      const next = text[quote + 1];
      if (next === undefined || next === ',' || next === '\n') return { start, end: quote + 1 };
      // A quotation mark on a later line most likely opens another cell: the one that began here was never closed.
      if (text.slice(start, quote).includes('\n')) return { kind: 'unclosed', at: start, resume: start };
      return { kind: 'stray', at: quote, resume: quote };
    }
    at = quote + 2;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
