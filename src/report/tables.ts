import type { PaperContext } from '../papers/context.ts';
import { membersOf, WHOLE } from '../metrics/book.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import type { Basis, Group, TableAxis, TableSpec } from '../model/dataset.ts';
import { comparePeriods, type Period } from '../model/period.ts';
import type { FigureSet } from './figures.ts';
import { formatPeriod } from './format.ts';
import type { Narrative } from './narrative.ts';
import type { FigureTable, FigureTableCell, FigureTableRow } from './report.ts';
import { groupInData, valuedPeriods } from './series.ts';
import { dimensionLabel, periodsLabel, scopeText } from './words.ts';
import { TABLE_PERIODS } from './workforce.ts';

/** One row or column: what it fixes of its cells. */
interface Position {
  readonly label: string;
  readonly kind: FigureTableRow['kind'];
  readonly figure?: string;
  readonly period?: Period;
  readonly member?: Group;
}

/** A table's axes with what is on neither of them. */
interface Plan {
  readonly spec: TableSpec;
  /** Within which group, in the spelling of the data. */
  readonly of: Group;
  readonly basis: Basis;
  /** Those that the registry knows; others are errors, which `check/figures` finds. */
  readonly kinds: readonly FigureKind[];
  /** Oldest first; the latest where no axis is of periods. */
  readonly periods: readonly [Period, ...Period[]];
}

/**
 * Returns the tables that the workstream's configuration describes, in its order. Every cell is a figure of the set. One
 * for which the data has no value at all is left out.
 */
export function figureTables(figures: FigureSet, narrative: Narrative): FigureTable[] {
  return figures.context.workstream.tables.flatMap((spec) => tableOf(figures, narrative, spec) ?? []);
}

function tableOf(figures: FigureSet, narrative: Narrative, spec: TableSpec): FigureTable | undefined {
  const { context } = figures;
  const plan = planOf(context, spec);
  if (plan === undefined) return undefined;
  const rows = positionsOf(context, spec.rows, plan);
  const columns = positionsOf(context, spec.columns, plan);
  if (rows.length === 0 || columns.length === 0) return undefined;
  const made = rows.map((row) => ({
    label: row.label,
    kind: row.kind,
    cells: columns.flatMap((column) => cellOf(figures, plan, row, column) ?? []),
  }));
  return {
    id: spec.id,
    title: spec.title,
    scope: scopeOf(context, plan),
    stub: stubOf(spec.rows, plan),
    columns: columns.map((column) => column.label),
    rows: made,
    marks: marksIn(figures, made),
    ...(spec.note && { note: narrative.markdown(spec.note) }),
  };
}

/** Returns the marks of a table's figures, each once, in the order of its cells. */
function marksIn(figures: FigureSet, rows: readonly FigureTableRow[]): string[] {
  const all = figures.all();
  const ids = rows.flatMap(({ cells }) =>
    cells.flatMap(({ figure, bracket }) => [figure, ...(bracket ? [bracket.figure] : [])]),
  );
  return [...new Set(ids.flatMap((id) => all[id]?.mark ?? []))];
}

function planOf(context: PaperContext, spec: TableSpec): Plan | undefined {
  const { workstream, figures } = context;
  const basis = spec.basis ?? workstream.basis;
  const of = groupInData(context, spec.of);
  const kinds = spec.figures.flatMap((id) => kindOf(figures.registry, id.value) ?? []);
  const scope = { spec, of, basis, kinds };
  const parts = (axis: TableAxis): Group[] =>
    axis.kind === 'members' ? [WHOLE, ...membersIn(context, axis.dimension, scope)] : [WHOLE];
  const groups = parts(spec.rows).flatMap((row) =>
    parts(spec.columns).map((column) => ({ ...of, ...row, ...column })),
  );
  const valued = valuedPeriods(context, { ids: kinds.map((kind) => kind.id), groups, basis });
  const most = hasPeriods(spec) ? (workstream.periods ?? TABLE_PERIODS) : 1;
  const [first, ...others] = spec.periods.length > 0 ? namedPeriods(spec) : valued.slice(-most);
  return first && valued.length > 0 ? { ...scope, periods: [first, ...others] } : undefined;
}

/** Every named period where an axis is of periods, else the latest of them. */
function namedPeriods(spec: TableSpec): readonly Period[] {
  return hasPeriods(spec) ? spec.periods : [...spec.periods].sort(comparePeriods).slice(-1);
}

function hasPeriods({ rows, columns }: TableSpec): boolean {
  return rows.kind === 'periods' || columns.kind === 'periods';
}

function positionsOf(context: PaperContext, axis: TableAxis, plan: Plan): Position[] {
  switch (axis.kind) {
    case 'figures':
      return plan.kinds.map(({ id, label }) => ({ label, kind: 'part', figure: id }));
    case 'periods':
      return plan.periods.map((period) => ({ label: formatPeriod(period), kind: 'part', period }));
    case 'members': {
      const { dimension } = axis;
      const parts = membersIn(context, dimension, plan, plan.periods).map((member): Position => ({
        label: member[dimension] ?? '',
        kind: 'part',
        member,
      }));
      const { total } = plan.spec;
      if (total === undefined || parts.length === 0) return parts;
      const kind = context.figures.book.overlapping.has(dimension) ? 'whole' : 'total';
      return [...parts, { label: total, kind }];
    }
  }
}

/** Returns the parts of the table's group, in the order of the data: at these periods or at any. */
function membersIn(
  { figures }: PaperContext,
  dimension: string,
  { of, basis, kinds }: Pick<Plan, 'of' | 'basis' | 'kinds'>,
  periods?: readonly Period[],
): Group[] {
  const series = new Set(kinds.map((kind) => kind.series));
  const names = [...series].flatMap((one) => membersOf(figures.book, dimension, of, basis, periods, one));
  return [...new Set(names)].map((name) => ({ [dimension]: name }));
}

function cellOf(
  figures: FigureSet,
  { of, basis, kinds: [only], periods }: Plan,
  row: Position,
  column: Position,
): FigureTableCell | undefined {
  const id = row.figure ?? column.figure ?? only?.id;
  if (id === undefined) return undefined;
  const period = row.period ?? column.period ?? periods[0];
  const group = { ...of, ...row.member, ...column.member };
  const figure = figures.figure(id, period, group, basis);
  const bracket = figures.context.programme.indicators.find((one) => one.id === id)?.bracket;
  const inBrackets = bracket && figures.figure(bracket.indicator, period, group, basis);
  return (
    figure && {
      figure: figure.id,
      ...(inBrackets && { bracket: { figure: inBrackets.id, word: bracket.word } }),
    }
  );
}

function scopeOf(context: PaperContext, { spec, of, basis, kinds, periods: [period] }: Plan): string {
  return scopeText(context, { group: of, basis, kinds, ...(!hasPeriods(spec) && { period }) });
}

function stubOf(axis: TableAxis, { periods }: Plan): string {
  if (axis.kind === 'figures') return 'Measure';
  return axis.kind === 'periods' ? periodsLabel(periods) : dimensionLabel(axis.dimension);
}
