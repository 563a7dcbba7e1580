import type { TableAxis, TableSpec } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Period } from '../../model/period.ts';
import type { Sourced } from '../../model/place.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenTable } from '../schema/workstream.ts';
import { headingKey } from '../table/heading-key.ts';
import { keyPlaceUnder, placeUnder, sourcedUnder, textUnder, type Path } from '../yaml/tree.ts';
import { configPeriod } from './dates.ts';
import { dimensionOf, groupUnder } from './groups.ts';
import { entriesUnder, parsedUnder, type ConfigSource } from './source.ts';

/** Returns the further tables of a workstream; one that cannot be made is reported and left out. */
export function readTables(
  written: readonly WrittenTable[] | undefined,
  source: ConfigSource,
  path: Path,
): TableSpec[] {
  return (written ?? []).flatMap((one, index) => table(one, source, [...path, index]) ?? []);
}

/** Returns the figures that a table or chart names, with their places. */
export function figuresUnder({ tree }: ConfigSource, path: Path): Sourced<string>[] {
  return entriesUnder(tree, path).map((entry) => sourcedUnder(tree, entry));
}

function table(written: WrittenTable, source: ConfigSource, path: Path): TableSpec | undefined {
  const { tree, findings } = source;
  const of = groupUnder(source, [...path, 'of']);
  const rows = axisUnder(written.rows, source, [...path, 'rows']);
  const columns =
    written.columns === undefined
      ? ({ kind: 'figures' } as const)
      : axisUnder(written.columns, source, [...path, 'columns']);
  const periods = periodsUnder(source, [...path, 'periods']);
  if (!rows || !columns || !periods) return undefined;
  const spec: TableSpec = {
    id: written.id,
    at: placeUnder(tree, [...path, 'id']),
    title: written.title,
    of,
    ...(written.basis && { basis: written.basis }),
    figures: figuresUnder(source, [...path, 'figures']),
    rows,
    columns,
    periods,
    ...(written.total !== undefined && { total: written.total }),
    ...(written.note !== undefined && { note: sourcedUnder(tree, [...path, 'note']) }),
  };
  const faults = axisFaults(spec, source, path);
  findings.push(...faults);
  return faults.length > 0 ? undefined : spec;
}

function axisUnder(word: string, source: ConfigSource, path: Path): TableAxis | undefined {
  const key = headingKey(word);
  if (key === 'figures' || key === 'periods') return { kind: key };
  const dimension = dimensionOf(word, placeUnder(source.tree, path), source, ['figures', 'periods']);
  return dimension === undefined ? undefined : { kind: 'members', dimension };
}

function periodsUnder(source: ConfigSource, path: Path): Period[] | undefined {
  const { tree, findings } = source;
  const entries = entriesUnder(tree, path);
  const first = new Map<string, Path>();
  const periods = entries.flatMap((entry) => {
    const period = parsedUnder(configPeriod(source.tree), source, entry);
    if (!period) return [];
    const earlier = first.get(period.key);
    if (earlier)
      findings.push(
        finding('E051', `the period ${quoted(textUnder(tree, entry) ?? '')} is listed twice`, {
          at: placeUnder(tree, entry),
          help: 'delete one of the two',
          related: [placeUnder(tree, earlier)],
        }),
      );
    else first.set(period.key, entry);
    return [period];
  });
  return periods.length === entries.length ? periods : undefined;
}

function axisFaults(spec: TableSpec, { tree }: ConfigSource, path: Path): Finding[] {
  const axes = [spec.rows, spec.columns];
  const title = `the table ${quoted(spec.id)}`;
  const at = (name: string) => placeUnder(tree, [...path, name]);
  const [rows, columns] = axes.map(axisName);
  const isLeftOut = textUnder(tree, [...path, 'columns']) === undefined;
  if (rows === columns)
    return [
      finding('E088', `${title} has ${axisName(spec.rows)} both down and across`, {
        at: isLeftOut ? at('rows') : at('columns'),
        why: isLeftOut ? 'columns are figures where they are left out' : undefined,
        help: 'give rows and columns two different things: figures, periods or a dimension',
      }),
    ];
  return [
    ...fixedFaults(spec, title, at),
    ...axes.flatMap((axis) =>
      axis.kind === 'members' && Object.hasOwn(spec.of, axis.dimension)
        ? [
            finding('E088', `${title} has a line for each ${axis.dimension}, and "of" allows one only`, {
              at: at(axis === spec.rows ? 'rows' : 'columns'),
              why: `of names ${quoted(spec.of[axis.dimension] ?? '')}`,
              help: 'delete it from `of`, or choose another dimension',
              related: [keyPlaceUnder(tree, [...path, 'of'])],
            }),
          ]
        : [],
    ),
  ];
}

/** What is on neither axis is one thing: one figure, one period; and a total needs members to add up. */
function fixedFaults(spec: TableSpec, title: string, at: (name: string) => TableSpec['at']): Finding[] {
  const kinds = [spec.rows.kind, spec.columns.kind];
  const faults: Finding[] = [];
  if (!kinds.includes('figures') && spec.figures.length > 1)
    faults.push(
      finding('E088', `${title} names ${spec.figures.length} figures, and has room for one`, {
        at: spec.figures[1]?.at ?? at('figures'),
        why: 'neither its rows nor its columns are figures',
        help: 'keep one figure, or let rows or columns be figures',
      }),
    );
  if (!kinds.includes('periods') && spec.periods.length > 1)
    faults.push(
      finding('E088', `${title} names ${spec.periods.length} periods, and has room for one`, {
        at: at('periods'),
        why: 'neither its rows nor its columns are periods',
        help: 'keep one period, or let rows or columns be periods',
      }),
    );
  if (!kinds.includes('members') && spec.total !== undefined)
    faults.push(
      finding('E088', `${title} has a total, and nothing to add up`, {
        at: at('total'),
        why: 'a total adds up the members of a dimension, and neither rows nor columns are one',
        help: 'delete total, or let rows or columns be a dimension such as team',
      }),
    );
  return faults;
}

function axisName(axis: TableAxis): string {
  return axis.kind === 'members' ? axis.dimension : axis.kind;
}
