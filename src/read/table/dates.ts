import type { Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { dayFirst } from '../grammar/date.ts';
import { gathered } from '../workforce/gathered.ts';
import type { Table, TextCell } from './table.ts';

/**
 * Returns the table with the day that each cell says where the configuration says that days come first
 * (`dates: day_first`): `10/09/2026` is 10 September. Other cells stay as they are, and so does every text.
 */
export function withDaysFirst(table: Table): Table {
  const withDay = (cell: TextCell): TextCell => {
    const day = dayFirst(cell.text);
    return day === undefined ? cell : { ...cell, day };
  };
  return {
    ...table,
    headings: table.headings.map(withDay),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(withDay) })),
  };
}

/** Returns what a cell says of a day or period, in words that can be read in one way. */
export function dateText({ text, day }: TextCell): string {
  return day ?? text;
}

/** Returns the findings of a table with those on dates that can be read in two ways once for each column. */
export function oncePerColumn(table: Table, findings: readonly Finding[]): Finding[] {
  const isOfMany = ({ code }: Finding) => code === 'E063';
  if (findings.filter(isOfMany).length < 2) return [...findings];
  const columns = new Map<string, number>();
  for (const { cells } of table.rows) cells.forEach(({ at }, index) => columns.set(placeKey(at), index));
  const byColumn = groupBy(findings.filter(isOfMany), ({ at }) => at && columns.get(placeKey(at)));
  return [
    ...findings.filter((one) => !isOfMany(one)),
    ...[...byColumn].flatMap(([column, group]) =>
      column === undefined ? group : gathered(group, AMBIGUOUS, 'other date', 'column'),
    ),
  ];
}

const AMBIGUOUS = new Set(['E063'] as const);

function placeKey({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}
