import type { MetricDefinition, MetricUnit, Direction } from '../model/definition.ts';
import { finding, type Finding } from '../model/finding.ts';
import { MEASURES } from '../model/measures.ts';
import type { Place, Sourced } from '../model/place.ts';
import { nearestId } from '../model/suggest.ts';
import { DEFINITIONS } from './definitions.ts';
import { references, type Expression, type Reference } from './expression.ts';
import { parseFormula } from './formula.ts';

/** What is known of a measure or metric: what evaluation, the page, `explain` and `check` all read. */
export interface FigureKind {
  readonly id: string;
  /** The council's own words where it gives them. */
  readonly label: string;
  readonly unit: MetricUnit;
  readonly places: number;
  readonly direction: Direction;
  readonly description: string;
  readonly usedBy: readonly string[];
  readonly origin: 'measure' | 'registry' | 'council';
  /** Of a base measure: at the period's end, or in the period. */
  readonly nature?: 'stock' | 'flow';
  /** As written; a figure that the data does not give is computed by it. */
  readonly formula?: string;
  readonly expression?: Expression;
}

export interface Registry {
  readonly kinds: ReadonlyMap<string, FigureKind>;
  /** Ids whose definition cannot be used, or stands on one that cannot: a finding says so already. */
  readonly unusable: ReadonlySet<string>;
}

interface Candidate {
  readonly kind: FigureKind;
  readonly at?: Place;
}

/** The longest chain of definitions that stand on one another. */
const CHAIN_LIMIT = 24;

/**
 * Returns the registry of measures, shipped definitions and a council's own, which win over others of their id, with
 * the council's labels. A definition that cannot be used (formula, unknown name, circle) is a finding and is left
 * out, together with those that stand on it; where it would have replaced a shipped one, that one stays out too,
 * because the council has said that it means something else.
 */
export function createRegistry(
  councilDefinitions: readonly Sourced<MetricDefinition>[],
  labels: Readonly<Record<string, string>> = {},
): { registry: Registry; findings: Finding[] } {
  const findings: Finding[] = [];
  const candidates = new Map<string, Candidate>();
  const broken = new Set<string>();
  for (const one of MEASURES)
    candidates.set(one.id, { kind: { ...one, unit: 'count', places: 0, usedBy: [], origin: 'measure' } });
  for (const one of DEFINITIONS) addDefinition(candidates, broken, one, undefined, findings);
  for (const one of councilDefinitions) addDefinition(candidates, broken, one.value, one.at, findings);
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

function suggestion(id: string, known: readonly string[]): string {
  const meant = nearestId(id, known);
  return meant === undefined ? `known: ${[...known].sort().join(', ')}` : `did you mean ${meant}?`;
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
    findings.push(finding('E101', `the formula of ${id} cannot be read: ${message}`, { at, why }));
    return;
  }
  const nature = candidates.get(id)?.kind.nature;
  const kind = { ...definition, expression: parsed.expression, ...(nature && { nature }) };
  candidates.set(id, { kind, ...(at && { at }) });
}

type Visit = 'open' | 'usable' | 'unusable';

/** Takes out every definition that cannot be used, and returns their ids. */
function dropUnusable(
  candidates: Map<string, Candidate>,
  broken: ReadonlySet<string>,
  findings: Finding[],
): string[] {
  const visits = new Map<string, Visit>();
  const all = [...candidates.keys()];
  for (const id of all) visit(id, []);
  const unusable = all.filter((id) => visits.get(id) === 'unusable');
  for (const id of unusable) candidates.delete(id);
  return unusable;

  function visit(id: string, path: readonly string[]): boolean {
    const seen = visits.get(id);
    const candidate = candidates.get(id);
    if (candidate === undefined) return false;
    if (seen === 'open') {
      findings.push(circle([...path.slice(path.indexOf(id)), id], candidates));
      return false;
    }
    if (seen !== undefined) return seen === 'usable';
    if (path.length >= CHAIN_LIMIT) {
      findings.push(tooLong(id, candidate));
      visits.set(id, 'unusable');
      return false;
    }
    visits.set(id, 'open');
    const usable = isUsable(id, candidate, path);
    visits.set(id, usable ? 'usable' : 'unusable');
    return usable;
  }

  function isUsable(id: string, { kind, at }: Candidate, path: readonly string[]): boolean {
    let usable = true;
    for (const reference of kind.expression ? references(kind.expression) : []) {
      const { id: name, column } = reference;
      const target = candidates.get(name)?.kind;
      const problem = problemOf(reference, target);
      if (broken.has(name)) usable = false;
      else if (problem !== undefined) {
        const why = `${kind.formula ?? ''} · character ${column.toString()}`;
        const help = target === undefined ? suggestion(name, all) : undefined;
        findings.push(finding('E101', `the formula of ${id} cannot be used: ${problem}`, { at, why, help }));
        usable = false;
      } else if (!visit(name, [...path, id])) usable = false;
    }
    return usable;
  }
}

function problemOf({ id, through }: Reference, target: FigureKind | undefined): string | undefined {
  if (target === undefined) return `${id} is neither a measure nor a metric`;
  if (through !== 'last_12_months' || target.nature !== 'stock') return undefined;
  return `last_12_months(${id}) would add up what stands at the end of each period; it takes a flow`;
}

function circle(path: readonly string[], candidates: ReadonlyMap<string, Candidate>): Finding {
  const at = path.map((id) => candidates.get(id)?.at).find((place) => place !== undefined);
  const formulas = [...new Set(path)].map((id) => `${id} = ${candidates.get(id)?.kind.formula ?? ''}`);
  return finding('E102', `${path[0] ?? ''} is defined by itself: ${path.join(' → ')}`, {
    at,
    why: formulas.join(' · '),
  });
}

function tooLong(id: string, { at }: Candidate): Finding {
  return finding(
    'E101',
    `${id} stands at the end of more than ${CHAIN_LIMIT} definitions, each in the next`,
    {
      at,
      help: 'define it by measures directly',
    },
  );
}
