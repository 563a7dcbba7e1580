import type { Basis, Benchmark, Group } from '../model/dataset.ts';
import { formatBasis, formatPeriod, midSentence } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { fold } from '../model/suggest.ts';
import type { Evaluation, Evaluator } from './evaluate.ts';
import { references, referenceText, renderExpression, type Expression } from './expression.ts';
import { parseFormula, type FormulaProblem } from './formula.ts';
import { createRegistry, kindOf, labelOf, type FigureKind, type Registry } from './registry.ts';
import { canonicalFormula, type Resolve } from './same-formula.ts';

/** Whether a benchmark may be set beside a figure of the council; `because` holds sentences. */
export type Comparability =
  { readonly comparable: true } | { readonly comparable: false; readonly because: readonly string[] };

/** What the council has under a benchmark's own definition. */
export interface LikeForLike {
  readonly kind: FigureKind;
  /** On the benchmark's basis where it has one; missing where the data does not give it. */
  readonly evaluation: Evaluation;
}

/** Whose figure is set beside a benchmark, and when. */
export interface OwnFigure {
  readonly group: Group;
  readonly period: Period;
  /** The workstream's, for a benchmark without a basis. */
  readonly basis: Basis;
}

/**
 * Returns whether a benchmark follows the same formula as a figure of the council, on the same basis. Formulas are the
 * same where they come to the same reckoning of the same measures. What the publisher's names stand for is what the
 * registry ships, whatever the council's own definitions of these ids are. A figure without a formula is comparable with
 * a benchmark of its own id without one. Indicators have no basis.
 */
export function comparable(
  registry: Registry,
  benchmark: Benchmark,
  kind: FigureKind,
  basis: Basis,
): Comparability {
  const because = [
    ...unitReasons(kind),
    ...formulaReasons(registry, benchmark, kind),
    ...basisReasons(benchmark, kind, basis),
  ];
  return because.length === 0 ? { comparable: true } : { comparable: false, because };
}

/**
 * Returns the figure of the council that follows the benchmark's definition, on the benchmark's basis: the one of the
 * benchmark's own id where it does, else the first of the registry that the data gives, else the first. Undefined where
 * no definition is the benchmark's.
 */
export function likeForLike(
  evaluator: Evaluator,
  benchmark: Benchmark,
  { group, period, basis: own }: OwnFigure,
): LikeForLike | undefined {
  const { registry } = evaluator;
  const basis = benchmark.basis ?? own;
  const same = [...registry.kinds.values()]
    .filter((kind) => comparable(registry, benchmark, kind, basis).comparable)
    .map((kind) => ({ kind, evaluation: evaluator.evaluate({ id: kind.id, period, group, basis }) }));
  return (
    same.find(({ kind }) => kind.id === benchmark.metric) ??
    same.find(({ evaluation }) => evaluation.outcome.kind === 'number') ??
    same[0]
  );
}

/** Returns what else differs between a benchmark and the council's figure, in sentences: who is counted, and when. */
export function benchmarkCautions(
  benchmark: Benchmark,
  own: { population: string; period: Period },
): string[] {
  const { population, period, periodLabel, cell, formula } = benchmark;
  const counts =
    population === undefined || fold(population) === fold(own.population)
      ? []
      : [`The published figure is of ${midSentence(population)}; the council’s is of ${own.population}.`];
  const isThen = period.end === own.period.end;
  const when = `The published figure is for ${periodLabel ?? formatPeriod(period)}; the council’s is for ${formatPeriod(own.period)}.`;
  // Only a share of the very same id comes here without a formula: its parts are the council's own words.
  const isShare = cell.kind === 'number' && cell.notation === 'percent';
  const reckoned =
    isShare && formula === undefined ? ['How the published share is reckoned is not known.'] : [];
  return [...reckoned, ...counts, ...(isThen ? [] : [when])];
}

/** Returns what is wrong with a benchmark's formula: that it cannot be read, or names what is not known. */
export function benchmarkFormulaProblem(registry: Registry, formula: string): FormulaProblem | undefined {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed.problem;
  const unknown = references(parsed.expression).find(({ id }) => publishedKind(registry, id) === undefined);
  if (unknown === undefined) return undefined;
  return { column: unknown.column, message: `${unknown.id} is neither a measure nor a metric` };
}

const { registry: SHIPPED } = createRegistry([]);

/** What a name means in somebody else's formula: what ships, else what the council adds. */
function publishedKind(registry: Registry, id: string): FigureKind | undefined {
  return kindOf(SHIPPED, id) ?? kindOf(registry, id);
}

/** How many people or pounds another place has says nothing beside the council's own. */
function unitReasons({ unit, label }: FigureKind): string[] {
  if (unit !== 'count' && unit !== 'money') return [];
  return [
    `${label} is ${unit === 'count' ? 'a count' : 'an amount of money'}: places of another size have others.`,
  ];
}

function formulaReasons(registry: Registry, { metric, formula }: Benchmark, kind: FigureKind): string[] {
  const label = midSentence(kind.label);
  if (formula === undefined) {
    if (isNamedOnly(kind)) return metric === kind.id ? [] : [`The published figure is no ${label}.`];
    return [`How the published figure is reckoned is not known; ${label} is ${ownText(registry, kind)}.`];
  }
  const problem = benchmarkFormulaProblem(registry, formula);
  const parsed = parseFormula(formula);
  if (problem !== undefined || !parsed.ok)
    return [`The formula of the published figure cannot be used: ${problem?.message ?? formula}.`];
  const published: Resolve = (id) => publishedKind(registry, id)?.expression;
  const council: Resolve = (id) => kindOf(registry, id)?.expression;
  const theirs = canonicalFormula(parsed.expression, published);
  const ours = canonicalFormula(kind.expression ?? { kind: 'reference', id: kind.id, column: 1 }, council);
  if (theirs !== undefined && theirs === ours) return [];
  const text = formulaText(parsed.expression, (id) => publishedKind(registry, id)?.label ?? id);
  return [`The published figure is ${text}; ${label} is ${ownText(registry, kind)}.`];
}

/** A count, or an indicator whose parts are the council's own words: no formula can be compared. */
function isNamedOnly({ id, expression, series }: FigureKind): boolean {
  if (expression === undefined) return true;
  return series === id && references(expression).every((one) => one.id !== id && one.id.startsWith(`${id}_`));
}

function basisReasons(benchmark: Benchmark, kind: FigureKind, basis: Basis): string[] {
  if (kind.series !== undefined && isNamedOnly(kind)) return [];
  if (benchmark.basis === undefined)
    return ['Whether the published figure counts people or full-time equivalents is not known.'];
  if (benchmark.basis === basis) return [];
  return [
    `The published figure is in ${formatBasis(benchmark.basis)}, and the council’s in ${formatBasis(basis)}.`,
  ];
}

function ownText(registry: Registry, { expression }: FigureKind): string {
  return expression === undefined ? 'a count' : formulaText(expression, (id) => labelOf(registry, id));
}

function formulaText(expression: Expression, labelFor: (id: string) => string): string {
  return renderExpression(expression, (one) => referenceText(one, midSentence(labelFor(one.id))));
}
