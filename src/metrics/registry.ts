import type { Indicator } from '../model/dataset.ts';
import type { MeasureDefinition, MetricDefinition } from '../model/definition.ts';
import { finding, type Finding } from '../model/finding.ts';
import { MEASURES } from '../model/measures.ts';
import type { Place, Sourced } from '../model/place.ts';
import { DEFINITIONS } from './definitions.ts';
import { suggestion, type FigureKind, type Registry } from './figure-kind.ts';
import { parseFormula } from './formula.ts';
import { addIndicators, addOwnMeasures } from './own-figures.ts';
import { dropUnusable, type Candidate } from './usable-definitions.ts';

export type { FigureKind, Registry } from './figure-kind.ts';

/** What a council's configuration adds to the registry beside its definitions. */
export interface OwnFigures {
  readonly measures?: readonly Sourced<MeasureDefinition>[];
  readonly indicators?: readonly Indicator[];
  /** Ids of figures that could not be read, which a finding says already. */
  readonly faulty?: readonly string[];
}

/**
 * Returns the registry of measures, shipped definitions and a council's own, which win over others of their id, with
 * the council's labels. A definition that cannot be used (formula, unknown name, circle) is a finding and is left
 * out, together with those that stand on it; where it would have replaced a shipped one, that one stays out too,
 * because the council has said that it means something else. Own measures and indicators come beside these; an id that
 * is taken is a finding, and the figure that has it stays.
 */
export function createRegistry(
  councilDefinitions: readonly Sourced<MetricDefinition>[],
  labels: Readonly<Record<string, string>> = {},
  { measures = [], indicators = [], faulty = [] }: OwnFigures = {},
): { registry: Registry; findings: Finding[] } {
  const findings: Finding[] = [];
  const candidates = new Map<string, Candidate>();
  const broken = new Set<string>();
  for (const one of MEASURES)
    candidates.set(one.id, { kind: { ...one, unit: 'count', places: 0, usedBy: [], origin: 'measure' } });
  for (const one of DEFINITIONS) addDefinition(candidates, broken, one, undefined, findings);
  for (const one of councilDefinitions) addDefinition(candidates, broken, one.value, one.at, findings);
  const taken = (id: string): boolean => candidates.has(id) || broken.has(id);
  findings.push(...addOwnMeasures(candidates, taken, measures));
  findings.push(...addIndicators(candidates, taken, indicators));
  for (const id of [...indicators.map((one) => one.id), ...faulty]) if (!candidates.has(id)) broken.add(id);
  const dropped = dropUnusable(candidates, broken, findings);
  const kinds = [...candidates.values()].map(({ kind }) => ({ ...kind, label: ownLabel(labels, kind) }));
  return {
    registry: {
      kinds: new Map(kinds.map((kind) => [kind.id, kind])),
      unusable: new Set([...broken, ...dropped]),
    },
    findings,
  };
}

/** Returns what is known of an id, or undefined. */
export function kindOf(registry: Registry, id: string): FigureKind | undefined {
  return registry.kinds.get(id);
}

/** Returns the id's label, or the id itself where nothing is known of it. */
export function labelOf(registry: Registry, id: string): string {
  return registry.kinds.get(id)?.label ?? id;
}

/** Returns advice for an unknown id: the one that was probably meant, or all that there are. */
export function suggestId(registry: Registry, id: string): string {
  return suggestion(id, [...registry.kinds.keys()]);
}

function ownLabel(labels: Readonly<Record<string, string>>, kind: FigureKind): string {
  return Object.hasOwn(labels, kind.id) ? (labels[kind.id] ?? kind.label) : kind.label;
}

function addDefinition(
  candidates: Map<string, Candidate>,
  broken: Set<string>,
  definition: MetricDefinition,
  at: Place | undefined,
  findings: Finding[],
): void {
  const { id, formula } = definition;
  const parsed = parseFormula(formula);
  if (!parsed.ok) {
    candidates.delete(id);
    broken.add(id);
    const { column, message } = parsed.problem;
    const why = `${formula} · character ${column.toString()}: ${message}`;
    findings.push(finding('E101', `the formula of ${id} cannot be read: ${message}`, { at, about: id, why }));
    return;
  }
  const nature = candidates.get(id)?.kind.nature;
  const kind = { ...definition, expression: parsed.expression, ...(nature && { nature }) };
  candidates.set(id, { kind, ...(at && { at }) });
}
