import type { Input } from '../../metrics/evaluation.ts';
import { references, type Expression, type Operator, type Reference } from '../../metrics/expression.ts';
import { inputName } from '../../metrics/input-name.ts';
import { kindOf, type Registry } from '../../metrics/registry.ts';
import type { Exact } from '../../model/exact.ts';
import { orderedEffects } from './effects.ts';
import type { QuotientTerm } from './quotient.ts';
import type { PartEffect, RateSide } from './rate-side.ts';

/** More than these make more orders than anybody could follow. */
const MOST_MEASURES = 4;

/**
 * Returns a rate's change by the measures that its formula rests on, in the formula's order, where one of them stands in the
 * numerator and in the denominator. Undefined where none does, where there are more than 4, and where a mix of their numbers
 * would divide by zero or less.
 */
export function measureEffects(before: RateSide, after: RateSide): readonly PartEffect[] | undefined {
  const above = meaningsOf('numerator', before, after);
  const below = meaningsOf('denominator', before, after);
  const meanings = new Map([...above, ...below]);
  const measures = [...meanings].flatMap(([name, one]) => ('kind' in one ? [] : [{ name, ...one }]));
  const isShared = measures.some(({ name }) => above.has(name) && below.has(name));
  if (!isShared || measures.length > MOST_MEASURES) return undefined;
  const numbers = measures.map(({ before: old, after: now }) => [valueOf(old), valueOf(now)] as const);
  const values = numbers.flatMap(([old, now]) => (old && now ? [[old, now] as const] : []));
  if (values.length < measures.length) return undefined;
  const rateOf = (mix: readonly Exact[]): Exact | undefined => {
    const known = new Map(measures.map(({ name }, index) => [name, mix[index]]));
    const numerator = resultOf(after.numerator.expression, meanings, known);
    const denominator = resultOf(after.denominator.expression, meanings, known);
    return denominator && denominator.compare(0) > 0 ? numerator?.div(denominator) : undefined;
  };
  const effects = orderedEffects(
    values.map(([old]) => old),
    values.map(([, now]) => now),
    rateOf,
  );
  return effects?.flatMap((effect, index) => {
    const [measure, both] = [measures[index], values[index]];
    return measure && both ? [{ terms: [measure.before, measure.after], values: both, effect }] : [];
  });
}

/** A measure on both sides. */
interface Measure {
  readonly before: QuotientTerm;
  readonly after: QuotientTerm;
}

/** What the names in a formula stand for: a measure, or a formula of other names. */
type Meanings = Map<string, Measure | Expression>;

function meaningsOf(term: 'numerator' | 'denominator', before: RateSide, after: RateSide): Meanings {
  const { registry } = after.evaluator;
  const meanings: Meanings = new Map();
  const learn = (expression: Expression, old: readonly Input[], now: readonly Input[]): void => {
    for (const reference of references(expression)) {
      const name = inputName(reference);
      const [was, is] = [old, now].map((some) => some.find((one) => inputName(one.reference) === name));
      if (meanings.has(name) || was === undefined || is === undefined) continue;
      const formula = formulaBehind(reference, [was, is], registry);
      meanings.set(name, formula ?? { before: termOf(was), after: termOf(is) });
      if (formula) learn(formula, inputsBehind(was), inputsBehind(is));
    }
  };
  learn(after[term].expression, before.evaluation.inputs, after.evaluation.inputs);
  return meanings;
}

/** Returns what gave a figure on both sides; undefined where the data gives it on one, or it was added up there. */
function formulaBehind(reference: Reference, sides: readonly Input[], registry: Registry) {
  const figures = sides.flatMap((side) => side.evaluations);
  const isReckoned = figures.every(
    ({ source, dimension }) => source === 'computed' && dimension === undefined,
  );
  return reference.through === undefined && isReckoned
    ? kindOf(registry, reference.id)?.expression
    : undefined;
}

function inputsBehind({ evaluations }: Input): readonly Input[] {
  return evaluations.flatMap((one) => one.inputs);
}

function termOf({ reference, outcome, evaluations }: Input): QuotientTerm {
  return { expression: reference, outcome, evaluations };
}

function valueOf({ outcome }: QuotientTerm): Exact | undefined {
  return outcome.kind === 'number' ? outcome.number.value : undefined;
}

/** Returns what an expression comes to; undefined where it divides by zero. What is reckoned once is kept in `known`. */
function resultOf(
  expression: Expression,
  meanings: Meanings,
  known: Map<string, Exact | undefined>,
): Exact | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'negated':
      return resultOf(expression.of, meanings, known)?.neg();
    case 'reference': {
      const name = inputName(expression);
      const formula = meanings.get(name);
      if (!known.has(name) && formula && 'kind' in formula)
        known.set(name, resultOf(formula, meanings, known));
      return known.get(name);
    }
    case 'operation': {
      const left = resultOf(expression.left, meanings, known);
      const right = resultOf(expression.right, meanings, known);
      return left && right && combined(expression.operator, left, right);
    }
  }
}

function combined(operator: Operator, left: Exact, right: Exact): Exact | undefined {
  switch (operator) {
    case '+':
      return left.add(right);
    case '-':
      return left.sub(right);
    case '*':
      return left.mul(right);
    case '/':
      return right.n === 0n ? undefined : left.div(right);
  }
}
