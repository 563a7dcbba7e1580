import type { MetricDefinition } from '../../model/definition.ts';
import type { Comparators, Programme } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import type { Place, Sourced } from '../../model/place.ts';
import { writtenConfig, type WrittenConfig } from '../schema/config.ts';
import type { WrittenDefinition } from '../schema/figures.ts';
import { keyPlaceUnder, keysUnder, placeUnder, type Tree } from '../yaml/tree.ts';
import { validate } from '../yaml/validate.ts';
import { overlappingDimensions, ownDimensions } from './groups.ts';
import { readChecks } from './checks.ts';
import { readIndicators } from './indicators.ts';
import { readMatrix } from './matrix.ts';
import { entriesUnder, textsTwice, type ConfigSource } from './source.ts';
import { readTargets } from './targets.ts';
import { themeSettings, type ThemeSettings } from './theme.ts';
import { readWorkstreams, type WorkstreamSettings } from './workstreams.ts';

export type { WorkstreamSettings };

export interface Config {
  readonly programme: Programme;
  readonly workstreams: readonly WorkstreamSettings[];
  /** How the papers are to look, which other files of the data repo say as well. */
  readonly look: ThemeSettings;
}

export const DUE_SOON_DAYS = 30;
const PLACES = 2;

/** Returns what `cip-report.yaml` says; undefined where it departs from the schema. Every fault is a finding. */
export function readConfig(tree: Tree): {
  readonly config: Config | undefined;
  readonly findings: readonly Finding[];
} {
  const { value: written, findings: schemaFindings } = validate(writtenConfig, tree);
  if (!written) return { config: undefined, findings: schemaFindings };
  const source: ConfigSource = { tree, findings: [], dimensions: ownDimensions(tree) };
  const { findings } = source;
  const matrix = written.matrix && readMatrix(written.matrix, tree, findings);
  const targets = readTargets(written, source);
  const definitions = (written.definitions ?? []).map((one, index) => definition(one, tree, index));
  const comparators = comparatorsOf(written, tree);
  const workstreams = readWorkstreams(written, source);
  const { indicators, faulty } = readIndicators(written, source);
  // Ids of measures and indicators are checked with everything else that has a figure's id, when the registry is made.
  findings.push(...idsTwice(tree, 'definitions'), ...idsTwice(tree, 'targets'));
  const programme: Programme = {
    organisation: written.organisation,
    name: written.programme,
    board: written.board.name,
    ...(written.board.short !== undefined && { boardShort: written.board.short }),
    ...(written.abbreviations && { abbreviations: written.abbreviations }),
    ...(matrix && { matrix }),
    definitions,
    measures: (written.measures ?? []).map((value, index) => ({
      value,
      at: placeUnder(tree, ['measures', index, 'id']),
    })),
    indicators,
    ...(faulty.length > 0 && { faulty }),
    overlapping: overlappingDimensions(source),
    ...(comparators && { comparators }),
    theme: {},
    labels: written.labels ?? {},
    fields: programmePlaces(tree),
    targets,
    ragMeanings: ragMeanings(written),
    dueSoonDays: written.due_soon_days ?? DUE_SOON_DAYS,
    checks: readChecks(written, source),
  };
  return { config: { programme, workstreams, look: themeSettings(written, tree) }, findings };
}

function ragMeanings({ rag_meanings: written = {} }: WrittenConfig): Programme['ragMeanings'] {
  const given = Object.entries(written).filter(([, one]) => one !== undefined);
  return Object.fromEntries(given);
}

function comparatorsOf({ comparators: written }: WrittenConfig, tree: Tree): Comparators | undefined {
  return (
    written && {
      authority: written.authority,
      ...(written.region !== undefined && { region: written.region }),
      neighbours: written.neighbours ?? [],
      at: placeUnder(tree, ['comparators', 'authority']),
    }
  );
}

/** Places of what the programme says of words: `labels.unfilled`, `abbreviations.MASH`, `headings.workforce.Agency %`. */
function programmePlaces(tree: Tree): Record<string, Place> {
  const headings = ['headings', 'workforce'];
  return Object.fromEntries([
    ...['labels', 'abbreviations'].flatMap((map) =>
      keysUnder(tree, [map]).map((key) => [`${map}.${key}`, keyPlaceUnder(tree, [map, key])]),
    ),
    ...keysUnder(tree, headings).map((text) => [
      [...headings, text].join('.'),
      placeUnder(tree, [...headings, text]),
    ]),
  ]) as Record<string, Place>;
}

function definition(written: WrittenDefinition, tree: Tree, index: number): Sourced<MetricDefinition> {
  const { used_by: usedBy, places, ...rest } = written;
  return {
    value: { ...rest, places: places ?? PLACES, usedBy: usedBy ?? [], origin: 'council' },
    at: placeUnder(tree, ['definitions', index, 'formula']),
  };
}

function idsTwice(tree: Tree, list: string): Finding[] {
  const ids = entriesUnder(tree, [list]).map((entry) => [...entry, 'id']);
  return textsTwice(tree, ids, 'id', `in ${list}`);
}
