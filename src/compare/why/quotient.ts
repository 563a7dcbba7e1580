import { calculate } from '../../metrics/calculate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import {
  isSum,
  references,
  referenceText,
  renderExpression,
  type Expression,
} from '../../metrics/expression.ts';
import type { Outcome } from '../../metrics/outcome.ts';
import { placesOfAll } from '../../metrics/places.ts';
import { kindOf, labelOf, type Registry } from '../../metrics/registry.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { toDecimal, type Exact } from '../../model/exact.ts';
import { formatValue, midSentence } from '../../model/format.ts';

/** A figure that was reckoned by a division: the two things that are divided, with what they came to. */
export interface EvaluatedQuotient {
  /** The definition that divides: the figure's own, or that of a metric which it is another name of. */
  readonly id: string;
  readonly evaluation: Evaluation;
  readonly numerator: QuotientTerm;
  readonly denominator: QuotientTerm;
}

export interface QuotientTerm {
  readonly expression: Expression;
  readonly outcome: Outcome;
  /** The figures that it was reckoned from. */
  readonly evaluations: readonly Evaluation[];
}

/**
 * Returns the division that gave a figure, also where the figure only stands for a metric that divides; undefined for one
 * that the data gives and for any other formula.
 */
export function quotientOf(evaluation: Evaluation, evaluator: Evaluator): EvaluatedQuotient | undefined {
  const { key, source, dimension, inputs } = evaluation;
  const expression = kindOf(evaluator.registry, key.id)?.expression;
  if (source !== 'computed' || dimension !== undefined || expression === undefined) return undefined;
  if (expression.kind === 'reference' && expression.through === undefined) {
    const of = inputs[0]?.evaluations[0];
    return of && quotientOf(of, evaluator);
  }
  if (expression.kind !== 'operation' || expression.operator !== '/') return undefined;
  const term = (part: Expression): QuotientTerm => ({
    expression: part,
    outcome: calculate(part, { inputs, period: key.period, registry: evaluator.registry }),
    evaluations: references(part).flatMap(({ id, through }) =>
      inputs
        .filter(({ reference }) => reference.id === id && reference.through === through)
        .flatMap((one) => one.evaluations),
    ),
  });
  return { id: key.id, evaluation, numerator: term(expression.left), denominator: term(expression.right) };
}

/** Returns what is divided, or divided by, in words: `agency`, `permanent + agency`. */
export function termWords({ expression }: QuotientTerm, registry: Registry): string {
  return renderExpression(expression, (one) => referenceText(one, midSentence(labelOf(registry, one.id))));
}

/** The most decimals of what is neither a figure nor a sum of figures. */
const MOST_PLACES = 2;

/** Returns what prints values of a term alike: at the decimals of the most precise of the figures behind these. */
export function termPrinter(terms: readonly QuotientTerm[], registry: Registry): (value: Exact) => string {
  const unit = unitOf(terms, registry);
  const isPlain = terms.every(({ expression }) => isSum(expression));
  const places = isPlain
    ? placesOfAll(
        terms.flatMap((one) => one.evaluations),
        registry,
      )
    : Math.min(MOST_PLACES, Math.max(0, ...terms.map(decimalsOf)));
  return (value) => formatValue(value, unit, places);
}

/** A sum is of the unit of its parts where they have one; products and constants are bare numbers. */
function unitOf(terms: readonly QuotientTerm[], registry: Registry): MetricUnit {
  if (!terms.every(({ expression }) => isSum(expression))) return 'ratio';
  const ids = terms.flatMap(({ expression }) => references(expression).map(({ id }) => id));
  const units = new Set(ids.flatMap((id) => kindOf(registry, id)?.unit ?? []));
  const [unit = 'ratio', ...others] = units;
  return others.length === 0 ? unit : 'ratio';
}

function decimalsOf({ outcome }: QuotientTerm): number {
  return outcome.kind === 'number' ? (toDecimal(outcome.number.value).split('.')[1]?.length ?? 0) : 0;
}
