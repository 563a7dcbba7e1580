import type { MetricDefinition } from '../../model/definition.ts';
import type { Programme, Workstream } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place, Sourced } from '../../model/place.ts';
import { nearest } from '../../model/suggest.ts';
import { DEFAULT_TEMPLATE, isTemplateName, TEMPLATE_NAMES } from '../../model/templates.ts';
import { quoted } from '../grammar/reading.ts';
import { writtenConfig, type WrittenConfig } from '../schema/config.ts';
import { keyPlaceUnder, keysUnder, placeUnder, under, type Path, type Tree } from '../yaml/tree.ts';
import { validate } from '../yaml/validate.ts';
import { readMatrix } from './matrix.ts';
import { readTargets } from './targets.ts';

/** A workstream as configured, before its meetings are read. */
export type WorkstreamSettings = Omit<Workstream, 'meetings'>;

export interface Config {
  readonly programme: Programme;
  readonly workstreams: readonly WorkstreamSettings[];
}

const DUE_SOON_DAYS = 30;
const PLACES = 2;

/** Returns what `cip-report.yaml` says; undefined where it departs from the schema. Every fault is a finding. */
export function readConfig(tree: Tree): {
  readonly config: Config | undefined;
  readonly findings: readonly Finding[];
} {
  const { value: written, findings: schemaFindings } = validate(writtenConfig, tree);
  if (!written) return { config: undefined, findings: schemaFindings };
  const findings: Finding[] = [];
  const matrix = written.matrix && readMatrix(written.matrix, tree, findings);
  const targets = readTargets(written, tree, findings);
  const definitions = (written.definitions ?? []).map((one, index) => definition(one, tree, index));
  findings.push(...unknownTemplates(written, tree));
  findings.push(...idsTwice(tree, 'definitions'), ...idsTwice(tree, 'targets'));
  return {
    config: {
      programme: {
        organisation: written.organisation,
        name: written.programme,
        board: written.board.name,
        ...(written.board.short !== undefined && { boardShort: written.board.short }),
        ...(matrix && { matrix }),
        definitions,
        measures: [],
        indicators: [],
        overlapping: [],
        theme: {},
        labels: written.labels ?? {},
        fields: programmePlaces(tree),
        targets,
        ragMeanings: ragMeanings(written),
        dueSoonDays: written.due_soon_days ?? DUE_SOON_DAYS,
      },
      workstreams: keysUnder(tree, ['workstreams']).flatMap((id) => workstream(id, written, tree) ?? []),
    },
    findings,
  };
}

function ragMeanings({ rag_meanings: written = {} }: WrittenConfig): Programme['ragMeanings'] {
  const given = Object.entries(written).filter(([, one]) => one !== undefined);
  return Object.fromEntries(given);
}

function workstream(id: string, { workstreams }: WrittenConfig, tree: Tree): WorkstreamSettings | undefined {
  const written = workstreams[id];
  return (
    written && {
      id,
      title: written.title,
      template: written.template ?? DEFAULT_TEMPLATE,
      basis: written.basis,
      population: written.population,
      headlines: written.headlines ?? [],
      ...(written.periods !== undefined && { periods: written.periods }),
      table: keysUnder(tree, ['workstreams', id, 'table']).map((label) => ({
        label,
        rows: written.table?.[label] ?? [],
      })),
      tables: [],
      charts: [],
      sections: [],
      fields: entryPlaces(id, tree),
    }
  );
}

function unknownTemplates({ workstreams }: WrittenConfig, tree: Tree): Finding[] {
  return Object.entries(workstreams).flatMap(([id, { template }]) => {
    if (template === undefined || isTemplateName(template)) return [];
    const meant = nearest(template, TEMPLATE_NAMES);
    return [
      finding('E501', `there is no template ${quoted(template)}`, {
        at: placeUnder(tree, ['workstreams', id, 'template']),
        why: `templates that ship: ${TEMPLATE_NAMES.join(', ')}`,
        help: meant ? `did you mean ${quoted(meant)}?` : undefined,
      }),
    ];
  });
}

/** Places of what the programme says of figures: `labels.unfilled`, `headings.workforce.Agency %`. */
function programmePlaces(tree: Tree): Record<string, Place> {
  const headings = ['headings', 'workforce'];
  return Object.fromEntries([
    ...keysUnder(tree, ['labels']).map((id) => [`labels.${id}`, keyPlaceUnder(tree, ['labels', id])]),
    ...keysUnder(tree, headings).map((text) => [
      [...headings, text].join('.'),
      placeUnder(tree, [...headings, text]),
    ]),
  ]) as Record<string, Place>;
}

/** Places of the figures that a workstream names, by where they are named: `headlines.0`, `table.Agency.1`. */
function entryPlaces(id: string, tree: Tree): Record<string, Place> {
  const lists = [
    ['headlines'],
    ...keysUnder(tree, ['workstreams', id, 'table']).map((label) => ['table', label]),
  ];
  return Object.fromEntries(
    lists.flatMap((path) => {
      const list = under(tree, ['workstreams', id, ...path]);
      return list?.kind === 'list'
        ? list.items.map((item, index) => [[...path, index].join('.'), item.at])
        : [];
    }),
  );
}

type WrittenDefinition = NonNullable<WrittenConfig['definitions']>[number];

function definition(written: WrittenDefinition, tree: Tree, index: number): Sourced<MetricDefinition> {
  const { used_by: usedBy, places, ...rest } = written;
  return {
    value: { ...rest, places: places ?? PLACES, usedBy: usedBy ?? [], origin: 'council' },
    at: placeUnder(tree, ['definitions', index, 'formula']),
  };
}

function idsTwice(tree: Tree, section: string): Finding[] {
  const list = under(tree, [section]);
  if (list?.kind !== 'list') return [];
  const seen = new Map<string, Path>();
  return list.items.flatMap((_, index) => {
    const path = [section, index, 'id'];
    const id = under(tree, path);
    if (id?.kind !== 'scalar') return [];
    const earlier = seen.get(id.text);
    if (!earlier) {
      seen.set(id.text, path);
      return [];
    }
    return [
      finding('E051', `the id ${quoted(id.text)} is used twice in ${section}`, {
        at: id.at,
        related: [placeUnder(tree, earlier)],
      }),
    ];
  });
}
