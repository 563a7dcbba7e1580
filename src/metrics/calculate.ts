import { ZERO } from '../model/exact.ts';
import { formatPeriod, midSentence } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { withinCorners, type FormulaInput } from './corners.ts';
import { certain, combine, negated, type Estimate } from './estimate.ts';
import { referenceText, renderExpression, type Expression } from './expression.ts';
import { inputName } from './input-name.ts';
import { hiddenBy, missing, TOO_LARGE, type Outcome } from './outcome.ts';
import { labelOf, type Registry } from './registry.ts';

/** What a formula is calculated with: the outcome of each of its references, at a period. */
export interface Calculation {
  readonly inputs: readonly FormulaInput[];
  readonly period: Period;
  readonly registry: Registry;
}

/**
 * Returns the outcome of a formula, exactly; missing where it divides by zero or grows beyond any figure. Its bounds are
 * those of unrounded inputs, each of which is one number wherever it stands in the formula.
 */
export function calculate(expression: Expression, given: Calculation): Outcome {
  const outcome = resultOf(expression, given);
  if (outcome.kind !== 'number') return outcome;
  const number = withinCorners(expression, given.inputs, given.registry, outcome.number);
  return { kind: 'number', number };
}

function resultOf(expression: Expression, given: Calculation): Outcome {
  switch (expression.kind) {
    case 'number':
      return { kind: 'number', number: certain(expression.value) };
    case 'reference': {
      const name = inputName(expression);
      return given.inputs.find((one) => inputName(one.reference) === name)?.outcome ?? missing('');
    }
    case 'negated': {
      const of = resultOf(expression.of, given);
      return of.kind === 'number' ? { kind: 'number', number: negated(of.number) } : of;
    }
    case 'operation': {
      const left = resultOf(expression.left, given);
      const right = resultOf(expression.right, given);
      if (left.kind !== 'number' || right.kind !== 'number') return hiddenBy([left, right]) ?? left;
      const number = combine(expression.operator, left.number, right.number);
      return number === undefined
        ? undefinedResult(expression.right, right.number, given)
        : { kind: 'number', number };
    }
  }
}

/** Returns the sum of a flow over the periods that make up 12 months; missing as soon as one of them is. */
export function rollingSum(outcomes: readonly Outcome[], label: string, period: Period): Outcome {
  const [first] = outcomes;
  if (outcomes.length === 1 && first !== undefined) return first;
  const hidden = hiddenBy(outcomes);
  if (hidden?.kind === 'marker') return hidden;
  if (hidden?.kind === 'missing') {
    const known = outcomes.filter((one) => one.kind !== 'missing').length;
    const words = `${period.kind === 'month' ? 'months' : 'quarters'} to ${formatPeriod(period)}`;
    return missing(`${midSentence(label)} for only ${known} of the ${outcomes.length} ${words}`);
  }
  let total: Estimate | undefined = certain(ZERO);
  for (const one of outcomes) if (one.kind === 'number') total = total && combine('+', total, one.number);
  return total === undefined ? missing(TOO_LARGE) : { kind: 'number', number: total };
}

function undefinedResult(
  denominator: Expression,
  { value }: Estimate,
  { period, registry }: Calculation,
): Outcome {
  if (value.n !== 0n) return missing(TOO_LARGE);
  const text = renderExpression(denominator, (one) =>
    referenceText(one, midSentence(labelOf(registry, one.id))),
  );
  return missing(`${text} is 0 for ${formatPeriod(period)}, and nothing can be divided by it`);
}
