import type { ChartSpec, SectionChoice, Workstream } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { isSectionId } from '../../model/sections.ts';
import { nearest } from '../../model/suggest.ts';
import { DEFAULT_TEMPLATE, isTemplateName, TEMPLATE_NAMES } from '../../model/templates.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenConfig } from '../schema/config.ts';
import type { WrittenWorkstream } from '../schema/workstream.ts';
import { keysUnder, placeUnder, textUnder, under, type Path, type Tree } from '../yaml/tree.ts';
import { groupUnder } from './groups.ts';
import { entriesUnder, textsTwice, type ConfigSource } from './source.ts';
import { figuresUnder, readTables } from './tables.ts';

/** A workstream as configured, before its meetings are read. */
export type WorkstreamSettings = Omit<Workstream, 'meetings'>;

/** Returns the workstreams in the order in which they were written. */
export function readWorkstreams({ workstreams }: WrittenConfig, source: ConfigSource): WorkstreamSettings[] {
  return keysUnder(source.tree, ['workstreams']).flatMap((id) => {
    const written = workstreams[id];
    return written ? [workstream(id, written, source)] : [];
  });
}

function workstream(id: string, written: WrittenWorkstream, source: ConfigSource): WorkstreamSettings {
  const { tree, findings } = source;
  const path = ['workstreams', id];
  findings.push(...unknownTemplate(written, tree, path), ...idFaults(tree, path));
  return {
    id,
    title: written.title,
    template: written.template ?? DEFAULT_TEMPLATE,
    basis: written.basis,
    population: written.population,
    headlines: written.headlines ?? [],
    ...(written.periods !== undefined && { periods: written.periods }),
    table: keysUnder(tree, [...path, 'table']).map((label) => ({
      label,
      rows: written.table?.[label] ?? [],
    })),
    tables: readTables(written.tables, source, [...path, 'tables']),
    charts: charts(written, source, [...path, 'charts']),
    sections: sections(written, source, [...path, 'sections']),
    fields: entryPlaces(tree, path),
  };
}

function charts({ charts: written = [] }: WrittenWorkstream, source: ConfigSource, path: Path): ChartSpec[] {
  return written.map((one, index) => {
    const here = [...path, index];
    return {
      id: one.id,
      at: placeUnder(source.tree, [...here, 'id']),
      ...(one.title !== undefined && { title: one.title }),
      figures: figuresUnder(source, [...here, 'figures']),
      of: groupUnder(source, [...here, 'of']),
      ...(one.basis && { basis: one.basis }),
      limits: one.limits ?? true,
    };
  });
}

function sections(
  { sections: written = [] }: WrittenWorkstream,
  { tree, findings }: ConfigSource,
  path: Path,
): SectionChoice[] {
  const ids = entriesUnder(tree, path).map(sectionIdPath(tree));
  findings.push(...textsTwice(tree, ids, 'section', `in ${path.join(' › ')}`));
  return written.map((one, index) => {
    const at = placeUnder(tree, ids[index] ?? path);
    return typeof one === 'string'
      ? { id: one, at }
      : { id: one.id, ...(one.title !== undefined && { title: one.title }), at };
  });
}

function sectionIdPath(tree: Tree): (entry: Path) => Path {
  return (entry) => (under(tree, entry)?.kind === 'map' ? [...entry, 'id'] : entry);
}

/** `show` in report.yaml names tables, charts and sections alike, so that an id can be that of one of them only. */
function idFaults(tree: Tree, path: Path): Finding[] {
  const ids = ['tables', 'charts'].flatMap((list) =>
    entriesUnder(tree, [...path, list]).map((entry) => [...entry, 'id']),
  );
  const ofSections = ids.flatMap((at) => {
    const id = textUnder(tree, at) ?? '';
    return isSectionId(id)
      ? [
          finding('E051', `${quoted(id)} is the id of a section`, {
            at: placeUnder(tree, at),
            why: 'report.yaml shows tables, charts and sections by their ids',
            help: 'give the table or chart another id',
          }),
        ]
      : [];
  });
  return [...textsTwice(tree, ids, 'id', `in tables and charts of ${path.join(' › ')}`), ...ofSections];
}

function unknownTemplate({ template }: WrittenWorkstream, tree: Tree, path: Path): Finding[] {
  if (template === undefined || isTemplateName(template)) return [];
  const meant = nearest(template, TEMPLATE_NAMES);
  return [
    finding('E501', `there is no template ${quoted(template)}`, {
      at: placeUnder(tree, [...path, 'template']),
      why: `templates that ship: ${TEMPLATE_NAMES.join(', ')}`,
      help: meant ? `did you mean ${quoted(meant)}?` : undefined,
    }),
  ];
}

/** Places of the figures that a workstream names, by where they are named: `headlines.0`, `table.Agency.1`. */
function entryPlaces(tree: Tree, path: Path): Record<string, Place> {
  const lists = [['headlines'], ...keysUnder(tree, [...path, 'table']).map((label) => ['table', label])];
  return Object.fromEntries(
    lists.flatMap((list) =>
      entriesUnder(tree, [...path, ...list]).map((entry, index) => [
        [...list, index].join('.'),
        placeUnder(tree, entry),
      ]),
    ),
  );
}
