import { finding, type Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { nearest } from '../../model/suggest.ts';
import { quoted } from '../grammar/reading.ts';
import { headingKey, IGNORE, ownHeadings, type HeadingMap, type Mapping } from './heading-key.ts';
import type { Table, TextCell } from './table.ts';

/** What a kind of table may hold: its fields, and the headings under which each is known. */
export interface FieldSet<F extends string> {
  /** For messages: `a risk table`. */
  readonly name: string;
  readonly known: Readonly<Record<F, readonly string[]>>;
  readonly required: readonly F[];
  /** Fields that hold several texts: a list in YAML, or parts of a cell. */
  readonly lists?: readonly F[];
}

/** A row by field; a field without a column is absent. */
export interface FieldRow<F extends string> {
  readonly at: Place;
  readonly cells: Readonly<Partial<Record<F, TextCell>>>;
}

/** Returns the rows of a table by field, with what is wrong with its columns; no rows where a needed one is missing. */
export function readFields<F extends string>(
  table: Table,
  set: FieldSet<F>,
  headings: HeadingMap,
): { readonly rows: readonly FieldRow<F>[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const columns = new Map<F, number>();
  const unknown: TextCell[] = [];
  table.headings.forEach((heading, index) => {
    const field = fieldOf(heading.text, set, headings);
    if (field === undefined) unknown.push(heading);
    if (field === undefined || field === IGNORE) return;
    const earlier = table.headings[columns.get(field) ?? -1];
    if (earlier) findings.push(sameField(heading, earlier, field));
    else columns.set(field, index);
  });
  // One that is mapped to nothing known is reported with the configuration.
  const own = unknown.filter((heading) => !headings.has(headingKey(heading.text)));
  findings.push(...own.map((heading) => unknownHeading(heading, set, headings)));
  const missing = set.required.filter((field) => !columns.has(field));
  // What is missing may well be a heading that is not known.
  if (unknown.length === 0) findings.push(...missing.map((field) => missingColumn(table, set, field)));
  if (missing.length > 0) return { rows: [], findings };
  return { rows: table.rows.map((row) => ({ at: row.at, cells: byField(row.cells, columns) })), findings };
}

/** Returns the field that a word of the configuration or a heading names, `ignore`, or undefined. */
export function fieldOf<F extends string>(
  text: string,
  set: FieldSet<F>,
  headings: HeadingMap = new Map<string, Mapping>(),
): F | typeof IGNORE | undefined {
  const key = headingKey(headings.get(headingKey(text))?.to ?? text);
  if (key === IGNORE) return IGNORE;
  return fieldsOf(set).find(
    (field) => headingKey(field) === key || set.known[field].some((known) => headingKey(known) === key),
  );
}

/** Returns whether a heading names a field that holds several texts. */
export function holdsList<F extends string>(
  heading: string,
  set: FieldSet<F>,
  headings: HeadingMap,
): boolean {
  const field = fieldOf(heading, set, headings);
  return field !== undefined && field !== IGNORE && set.lists?.includes(field) === true;
}

export function fieldsOf<F extends string>(set: FieldSet<F>): F[] {
  return Object.keys(set.known) as F[];
}

function byField<F extends string>(
  cells: readonly TextCell[],
  columns: ReadonlyMap<F, number>,
): Partial<Record<F, TextCell>> {
  const row: Partial<Record<F, TextCell>> = {};
  for (const [field, index] of columns) {
    const cell = cells[index];
    if (cell) row[field] = cell;
  }
  return row;
}

function headingsOf<F extends string>(set: FieldSet<F>): string[] {
  return fieldsOf(set).map((field) => set.known[field][0] ?? field);
}

function unknownHeading<F extends string>(
  heading: TextCell,
  set: FieldSet<F>,
  headings: HeadingMap,
): Finding {
  const meant = nearest(heading.text, [
    ...ownHeadings(headings),
    ...fieldsOf(set).flatMap((field) => [...set.known[field]]),
  ]);
  return finding('E023', `the heading ${quoted(heading.text)} is not known in ${set.name}`, {
    at: heading.at,
    why: `known are ${headingsOf(set).join(', ')}, and other spellings of these`,
    help:
      meant === undefined
        ? undefined
        : `did you mean ${quoted(meant)}? Otherwise map it under \`headings\` in cip-report.yaml (\`ignore\` leaves a column out)`,
  });
}

function sameField(heading: TextCell, earlier: TextCell, field: string): Finding {
  return finding('E033', `the columns ${quoted(earlier.text)} and ${quoted(heading.text)} mean the same`, {
    at: heading.at,
    why: `both are read as ${field}`,
    related: [earlier.at],
  });
}

function missingColumn<F extends string>(table: Table, set: FieldSet<F>, field: F): Finding {
  const first = table.headings[0];
  return finding('E032', `${set.name} needs a column ${quoted(set.known[field][0] ?? field)}`, {
    at: first?.at,
    why: `its headings are ${table.headings.map((heading) => heading.text).join(', ')}`,
  });
}
