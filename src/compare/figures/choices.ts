import { membersOf, WHOLE } from '../../metrics/book.ts';
import { kindOf } from '../../metrics/registry.ts';
import type { Basis, Group, TableAxis, TableSpec } from '../../model/dataset.ts';
import type { PaperContext } from '../../papers/context.ts';
import { DEFAULT_HEADLINES, DEFAULT_TABLE } from '../../papers/default-figures.ts';
import { indicatorGroups, indicatorsOf } from '../../papers/indicator-state.ts';
import { knownGroup } from '../../papers/known-groups.ts';
import { targetsOf } from '../../papers/target-state.ts';

/** A figure that the papers use, and of whom. */
export interface Choice {
  readonly id: string;
  readonly basis: Basis;
  readonly of: Group;
  /** Whether it is of the groups within that one too. */
  readonly within: boolean;
}

/** What a workstream's papers use of the figures: all of what it configures, or what a report shows without that. */
export interface Choices {
  readonly figures: readonly Choice[];
  /** Groups that the papers name, and that may exist as a sum alone. */
  readonly groups: readonly Group[];
}

/** Returns the figures that the papers use: headlines, rows, tables, charts, targets and indicators. */
export function choicesOf(context: PaperContext): Choices {
  const { basis } = context.workstream;
  const paper = [...headlineIds(context), ...rowIds(context)];
  const tables = context.workstream.tables.map((spec) => tableChoices(context, spec));
  const charts = context.workstream.charts.flatMap(({ figures, of, basis: own = basis }) =>
    inData(context, of).flatMap((group) => exactly(idsOf(figures), own, group)),
  );
  const targets = targetsOf(context).flatMap(({ metric, of }) =>
    metric === undefined ? [] : inData(context, of).flatMap((group) => exactly([metric], basis, group)),
  );
  const indicators = indicatorsOf(context).flatMap((indicator) => {
    const ids = [indicator.id, ...(indicator.bracket ? [indicator.bracket.indicator] : [])];
    return indicatorGroups(context, indicator).flatMap((group) => exactly(ids, basis, group));
  });
  const single = [...charts, ...targets, ...indicators];
  return {
    figures: [
      ...paper.map((id) => ({ id, basis, of: WHOLE, within: true })),
      ...tables.flatMap(({ figures }) => figures),
      ...single,
    ],
    groups: [...tables.flatMap(({ groups }) => groups), ...[...charts, ...targets].map(({ of }) => of)],
  };
}

/** Returns whether a choice is of a group. */
export function isOf({ of, within }: Choice, group: Group): boolean {
  const isPart = Object.entries(of).every(
    ([dimension, name]) => Object.hasOwn(group, dimension) && group[dimension] === name,
  );
  return isPart && (within || Object.keys(group).length === Object.keys(of).length);
}

/** Returns whether the papers choose no rows of their workforce table. */
export function isDefaultTable({ workstream }: PaperContext): boolean {
  return workstream.table.length === 0;
}

function headlineIds({ workstream }: PaperContext): readonly string[] {
  return workstream.headlines.length > 0 ? workstream.headlines : DEFAULT_HEADLINES;
}

function rowIds(context: PaperContext): string[] {
  if (!isDefaultTable(context)) return context.workstream.table.flatMap(({ rows }) => rows);
  const own = [...context.figures.registry.kinds.values()].filter(({ origin }) => origin === 'council');
  return [...DEFAULT_TABLE.flatMap(({ rows }) => rows), ...own.map(({ id }) => id)];
}

function tableChoices(context: PaperContext, spec: TableSpec): Choices {
  const basis = spec.basis ?? context.workstream.basis;
  const [of] = inData(context, spec.of);
  if (of === undefined) return { figures: [], groups: [] };
  const ids = idsOf(spec.figures);
  const members = (axis: TableAxis): Group[] =>
    axis.kind === 'members' ? [WHOLE, ...membersIn(context, axis.dimension, { of, ids, basis })] : [WHOLE];
  return {
    figures: ids.map((id) => ({ id, basis, of, within: true })),
    groups: members(spec.rows).flatMap((row) =>
      members(spec.columns).map((column) => ({ ...of, ...row, ...column })),
    ),
  };
}

function membersIn(
  { figures: { book, registry } }: PaperContext,
  dimension: string,
  { of, ids, basis }: { readonly of: Group; readonly ids: readonly string[]; readonly basis: Basis },
): Group[] {
  const series = new Set(ids.map((id) => kindOf(registry, id)?.series));
  const names = [...series].flatMap((one) => membersOf(book, dimension, of, basis, undefined, one));
  return [...new Set(names)].map((name) => ({ [dimension]: name }));
}

function exactly(ids: readonly string[], basis: Basis, of: Group): Choice[] {
  return ids.map((id) => ({ id, basis, of, within: false }));
}

/** A group that the data does not have has no figures. */
function inData({ figures }: PaperContext, written: Group): Group[] {
  const known = knownGroup(figures.book, written);
  return known.kind === 'known' ? [known.group] : [];
}

function idsOf(figures: readonly { readonly value: string }[]): string[] {
  return figures.map(({ value }) => value);
}
