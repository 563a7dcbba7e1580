import { finding, type Finding } from '../../model/finding.ts';
import { comparePeriods } from '../../model/period.ts';
import { quoted } from '../grammar/reading.ts';
import type { Table, TextCell } from '../table/table.ts';
import { columnRole, type ChangeRole, type ColumnRole, type Words } from './columns.ts';

/** A column whose heading is understood. */
export interface Column {
  readonly index: number;
  readonly heading: TextCell;
  readonly role: ColumnRole;
}

/**
 * The columns of a table of figures by what they hold, and in which shape: a row for each period with a column for each
 * figure, a row for each figure with a column for each period, or a row for each value.
 */
export interface Layout {
  readonly shape: 'row-a-period' | 'periods-across' | 'long';
  readonly columns: readonly Column[];
}

/** Returns how a table is laid out, with every heading that is not understood; no layout where it makes no table of figures. */
export function layoutOf(
  table: Table,
  words: Words,
): {
  readonly layout: Layout | undefined;
  readonly findings: readonly Finding[];
  /** Whether every heading is understood; one that is not may say whose the figures are. */
  readonly understood: boolean;
} {
  const findings: Finding[] = [];
  const columns: Column[] = [];
  table.headings.forEach((heading, index) => {
    // A spreadsheet leaves columns without headings behind; one with figures in it has been reported already.
    if (heading.text === '') return;
    const role = columnRole(heading, words);
    if ('code' in role) {
      findings.push(role);
      return;
    }
    const same = columns.find((other) => roleKey(other.role) === roleKey(role));
    if (same && !REPEATABLE.has(role.kind)) findings.push(sameRole(heading, same));
    else columns.push({ index, heading, role });
  });
  const shaped = shapeOf(table, columns, words.vocabulary.kind);
  const shape = typeof shaped === 'string' ? (misfitChange(shaped, columns) ?? shaped) : shaped;
  const understood = findings.length === 0 && columns.every(({ role }) => role.kind !== 'mapped-to-nothing');
  // Where headings are not understood, what the table lacks may well be one of those.
  if (typeof shape !== 'string')
    return { layout: undefined, findings: understood ? [shape] : findings, understood };
  return { layout: { shape, columns }, findings, understood };
}

/** Columns of which a table may have several: one change is printed in percentage points and as a percentage beside it. */
const REPEATABLE: ReadonlySet<ColumnRole['kind']> = new Set(['ignore', 'mapped-to-nothing', 'change']);

function roleKey(role: ColumnRole): string {
  if (role.kind === 'figure') return JSON.stringify([role.measure, role.basis, role.stated]);
  if (role.kind === 'value') return JSON.stringify([role.part, role.basis, role.stated]);
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
  if (role.kind === 'value') return role.part === 'whole' ? 'value' : role.part;
  if (role.kind === 'dimension') return role.name;
  return role.kind === 'across' ? role.period.key : role.kind;
}

type Kind = Words['vocabulary']['kind'];

function shapeOf(table: Table, columns: readonly Column[], kind: Kind): Layout['shape'] | Finding {
  const first = (role: ColumnRole['kind']) => columns.find((column) => column.role.kind === role);
  const [period, across, measure] = [first('period'), first('across'), first('measure')];
  const [figure, value] = [first('figure'), first('value')];
  // A table may hold nothing but changes of figures that other tables give.
  const ofRow = value ?? first('change');
  const name = kind === 'workforce' ? 'Measure' : 'Indicator';
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
  if ((across ?? value) && !measure)
    return lacks(
      table,
      `the table has ${across ? 'periods across' : 'a column of values'}, and no column that says what each row measures`,
      `add a column ${name}, or map its heading to \`measure\` under \`headings.${kind}\` in cip-report.yaml`,
    );
  if (across) return fitting('periods-across', value ?? figure, kind);
  if (measure && !figure && !ofRow)
    return lacks(
      table,
      'the table says what each row measures, and has no column with its value',
      'add a column Value, or give each period a column of its own with a heading such as Feb-21',
    );
  if (value ?? (measure && !figure)) return fitting('long', figure, kind);
  if (!figure && !ofRow) return lacks(table, 'the table has no column with figures', undefined);
  return fitting('row-a-period', measure, kind);
}

/** Returns what is wrong with a column of changes: it says of what, and between which periods, or the table does. */
function misfitChange(shape: Layout['shape'], columns: readonly Column[]): Finding | undefined {
  for (const { role, index, heading } of columns) {
    if (role.kind !== 'change') continue;
    const why = misfitOf(role, shape, columns, index);
    if (why !== undefined)
      return finding('E032', `the column ${quoted(heading.text)} does not say which change it holds`, {
        at: heading.at,
        ...why,
      });
  }
  return undefined;
}

function misfitOf(
  { measure, between }: ChangeRole,
  shape: Layout['shape'],
  columns: readonly Column[],
  index: number,
): { readonly why: string; readonly help: string } | undefined {
  if (shape === 'row-a-period')
    return measure === undefined
      ? {
          why: 'each row is a period, and has several figures',
          help: 'name the figure: `agency change (stated)`',
        }
      : undefined;
  if (measure !== undefined)
    return { why: 'each row names its measure', help: 'map the heading to `change (stated)`' };
  if (between && shape === 'long')
    return { why: 'each row names its period', help: 'map the heading to `change (stated)`' };
  if (shape === 'long' || between || periodsBeside(columns, index)) return undefined;
  return {
    why: 'there are no two periods to its left',
    help: 'name them: `change from Jul 2023 to Mar 2024 (stated)`',
  };
}

/**
 * Returns the periods of a column of changes in a table with periods across: the two nearest to its left, or the only two
 * of the table, whichever of them is printed first.
 */
export function periodsBeside(columns: readonly Column[], index: number): ChangeRole['between'] {
  const across = columns.flatMap((one) => (one.role.kind === 'across' ? [{ ...one, role: one.role }] : []));
  const left = across.filter((one) => one.index < index);
  const nearest = left.length >= 2 ? left.slice(-2) : across.length === 2 ? across : [];
  const [from, to] = nearest.map(({ role }) => role.period).sort(comparePeriods);
  return from && to && { from, to };
}

function lacks(table: Table, message: string, help: string | undefined): Finding {
  const why = `its headings are ${table.headings.map((heading) => heading.text).join(', ')}`;
  return finding('E032', message, { at: table.headings[0]?.at, why, help });
}

const FITS: Readonly<Record<Layout['shape'], string>> = {
  'periods-across':
    'in a table with periods across, each row has one measure, which its measure column names',
  'row-a-period': 'in a table with a row for each period, the headings name the measures',
  long: 'in a table with a column of values, each row has one figure, which its measure column names',
};

function fitting(shape: Layout['shape'], misfit: Column | undefined, kind: Kind): Layout['shape'] | Finding {
  if (!misfit) return shape;
  return finding('E032', `the column ${quoted(misfit.heading.text)} does not fit the shape of the table`, {
    at: misfit.heading.at,
    why: FITS[shape],
    help: `take the column out, or map it to \`ignore\` under \`headings.${kind}\` in cip-report.yaml`,
  });
}
