import { finding, type Finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { HeadingMap } from '../table/heading-key.ts';
import type { Table, TextCell } from '../table/table.ts';
import { columnRole, type ColumnRole } from './columns.ts';

/** A column whose heading is understood. */
export interface Column {
  readonly index: number;
  readonly heading: TextCell;
  readonly role: ColumnRole;
}

/** The columns of a workforce table by what they hold, and in which of the two shapes. */
export interface Layout {
  readonly shape: 'row-a-period' | 'periods-across';
  readonly columns: readonly Column[];
}

/** Returns how a table is laid out, with every heading that is not understood; no layout where it makes no table of figures. */
export function layoutOf(
  table: Table,
  headings: HeadingMap,
): { readonly layout: Layout | undefined; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const columns: Column[] = [];
  table.headings.forEach((heading, index) => {
    // A spreadsheet leaves columns without headings behind; one with figures in it has been reported already.
    if (heading.text === '') return;
    const role = columnRole(heading, headings);
    if ('code' in role) {
      findings.push(role);
      return;
    }
    const same = columns.find((other) => roleKey(other.role) === roleKey(role));
    if (same && role.kind !== 'ignore' && role.kind !== 'mapped-to-nothing')
      findings.push(sameRole(heading, same));
    else columns.push({ index, heading, role });
  });
  const shape = shapeOf(table, columns);
  if (typeof shape !== 'string') {
    // Where headings are not understood, what the table lacks may well be one of those.
    const isReported = findings.length > 0 || columns.some(({ role }) => role.kind === 'mapped-to-nothing');
    return { layout: undefined, findings: isReported ? findings : [shape] };
  }
  return { layout: { shape, columns }, findings };
}

function roleKey(role: ColumnRole): string {
  if (role.kind === 'figure') return JSON.stringify([role.measure, role.basis, role.stated]);
  if (role.kind === 'dimension') return `dimension ${role.name}`;
  return role.kind === 'across' ? `across ${role.period.key}` : role.kind;
}

function sameRole(heading: TextCell, earlier: Column): Finding {
  return finding(
    'E033',
    `the columns ${quoted(earlier.heading.text)} and ${quoted(heading.text)} mean the same`,
    {
      at: heading.at,
      why: `both are read as ${roleName(earlier.role)}`,
      related: [earlier.heading.at],
    },
  );
}

function roleName(role: ColumnRole): string {
  if (role.kind === 'figure') return role.measure;
  if (role.kind === 'dimension') return role.name;
  return role.kind === 'across' ? role.period.key : role.kind;
}

function shapeOf(table: Table, columns: readonly Column[]): Layout['shape'] | Finding {
  const first = (kind: ColumnRole['kind']) => columns.find((column) => column.role.kind === kind);
  const [period, across, measure, figure] = [
    first('period'),
    first('across'),
    first('measure'),
    first('figure'),
  ];
  if (period && across)
    return finding('E032', 'the table has a period column, and periods across as well', {
      at: across.heading.at,
      why: 'each figure would have two periods',
      help: 'keep one shape: a row for each period, or a column for each period',
    });
  if (!period && !across)
    return lacks(
      table,
      'the table does not say which periods its figures are for',
      'add a column Period, or give each period a column of its own with a heading such as Feb-21',
    );
  if (across && !measure)
    return lacks(
      table,
      'the table has periods across, and no column that says what each row measures',
      'add a column Measure, or map its heading to `measure` under `headings.workforce` in cip-report.yaml',
    );
  const misfit = across ? figure : measure;
  if (misfit) return misfitting(misfit, across !== undefined);
  if (period && !figure) return lacks(table, 'the table has no column with figures', undefined);
  return across ? 'periods-across' : 'row-a-period';
}

function lacks(table: Table, message: string, help: string | undefined): Finding {
  const why = `its headings are ${table.headings.map((heading) => heading.text).join(', ')}`;
  return finding('E032', message, { at: table.headings[0]?.at, why, help });
}

function misfitting(column: Column, across: boolean): Finding {
  return finding('E032', `the column ${quoted(column.heading.text)} does not fit the shape of the table`, {
    at: column.heading.at,
    why: across
      ? 'in a table with periods across, each row has one measure, which its measure column names'
      : 'in a table with a row for each period, the headings name the measures',
    help: 'take the column out, or map it to `ignore` under `headings.workforce` in cip-report.yaml',
  });
}
