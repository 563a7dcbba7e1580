import { compareExact, type Exact } from '../model/exact.ts';
import { keyText } from './book.ts';
import { apply, combine, isBeyond, isSpanningZero, negated, certain, type Estimate } from './estimate.ts';
import type { Evaluation } from './evaluation.ts';
import type { Expression, Reference } from './expression.ts';
import { inputName } from './input-name.ts';
import type { Outcome } from './outcome.ts';
import { kindOf, type Registry } from './registry.ts';

/** An input of a formula; with the figures behind it, where they are known. */
export interface FormulaInput {
  readonly reference: Reference;
  readonly outcome: Outcome;
  readonly evaluations?: readonly Evaluation[];
}

/** A figure that is varied as a whole. */
interface Atom {
  readonly kind: 'atom';
  readonly number: Estimate;
}

/** A figure that follows from others. */
interface Formula {
  readonly kind: 'formula';
  readonly number: Estimate;
  readonly expression: Expression;
  readonly terms: ReadonlyMap<string, Term>;
}

type Term = Atom | Formula;

/** How often an atom stands in the numerator and in the denominator of a formula, written as one fraction. */
type Degrees = ReadonlyMap<Atom, readonly [numerator: number, denominator: number]>;

/** Beyond this many figures that were rounded, the corners (2 to that power) are not looked at. */
const MOST_VARIED = 8;

/**
 * Returns the bounds of a formula's result where every figure that was rounded has one unrounded value, wherever it
 * stands: agency workers are as many in the numerator of a rate as in its denominator. A fraction of which numerator and
 * denominator hold a figure at most to the first power rises or falls with it throughout, so that its least and most are
 * at corners of the figures' intervals. Returns `number` as it is, with the bounds of interval arithmetic, for any other
 * formula, for more than eight figures that were rounded, and where a denominator can be 0.
 */
export function withinCorners(
  expression: Expression,
  inputs: readonly FormulaInput[],
  registry: Registry,
  number: Estimate,
): Estimate {
  const formula = formulaOf(expression, inputs, number, { registry, known: new Map() });
  if (formula === undefined || canDivideByZero(formula, new Set())) return number;
  const atoms = degreesOf(formula, new Map())?.keys();
  const varied = atoms === undefined ? [] : [...atoms];
  if (varied.length === 0 || varied.length > MOST_VARIED) return number;
  let { low, high } = { low: number.value, high: number.value };
  for (let corner = 0; corner < 2 ** varied.length; corner += 1) {
    const values = new Map<Term, Exact>(
      varied.map((atom, index) => [atom, (corner >> index) & 1 ? atom.number.high : atom.number.low]),
    );
    const value = valueOf(formula, values);
    if (value === undefined) return number;
    if (compareExact(value, low) < 0) low = value;
    if (compareExact(value, high) > 0) high = value;
  }
  return { value: number.value, low, high };
}

interface Building {
  readonly registry: Registry;
  /** By the figures' keys: one figure is one term, wherever it stands. */
  readonly known: Map<string, Term>;
}

function formulaOf(
  expression: Expression,
  inputs: readonly FormulaInput[],
  number: Estimate,
  building: Building,
): Formula | undefined {
  const terms = new Map<string, Term>();
  for (const input of inputs) {
    const term = termOf(input, building);
    if (term === undefined) return undefined;
    terms.set(inputName(input.reference), term);
  }
  return { kind: 'formula', number, expression, terms };
}

function termOf(input: FormulaInput, building: Building): Term | undefined {
  const { reference, outcome, evaluations = [] } = input;
  if (outcome.kind !== 'number') return undefined;
  const name =
    evaluations.length === 0
      ? inputName(reference)
      : JSON.stringify(evaluations.map(({ key }) => keyText(key)));
  const before = building.known.get(name);
  if (before !== undefined) return before;
  const term = computedTerm(evaluations, outcome.number, building) ?? {
    kind: 'atom',
    number: outcome.number,
  };
  building.known.set(name, term);
  return term;
}

/** A sum over teams or months is varied as a whole; what a definition gave, by the figures that it stands on. */
function computedTerm(
  evaluations: readonly Evaluation[],
  number: Estimate,
  building: Building,
): Formula | undefined {
  const [one, ...others] = evaluations;
  if (one?.source !== 'computed' || one.dimension !== undefined || others.length > 0) return undefined;
  const expression = kindOf(building.registry, one.key.id)?.expression;
  return expression && formulaOf(expression, one.inputs, number, building);
}

function canDivideByZero(term: Term, seen: Set<Term>): boolean {
  if (term.kind === 'atom' || seen.has(term)) return false;
  seen.add(term);
  if ([...term.terms.values()].some((one) => canDivideByZero(one, seen))) return true;
  return estimateWithin(term.expression, term.terms) === undefined;
}

/** Returns the number by interval arithmetic; undefined where a denominator can be 0. */
function estimateWithin(expression: Expression, terms: Formula['terms']): Estimate | undefined {
  switch (expression.kind) {
    case 'number':
      return certain(expression.value);
    case 'reference':
      return terms.get(inputName(expression))?.number;
    case 'negated': {
      const of = estimateWithin(expression.of, terms);
      return of && negated(of);
    }
    case 'operation': {
      const left = estimateWithin(expression.left, terms);
      const right = estimateWithin(expression.right, terms);
      if (left === undefined || right === undefined) return undefined;
      return isSpanningZero(expression.operator, right)
        ? undefined
        : combine(expression.operator, left, right);
    }
  }
}

/** Returns the degrees of the figures that were rounded; undefined where one is above the first. */
function degreesOf(term: Term, known: Map<Term, Degrees | undefined>): Degrees | undefined {
  if (known.has(term)) return known.get(term);
  const degrees =
    term.kind === 'formula'
      ? degreesIn(term.expression, (reference) => {
          const of = term.terms.get(inputName(reference));
          return of && degreesOf(of, known);
        })
      : new Map(isCertain(term.number) ? [] : [[term, [1, 0] as const]]);
  known.set(term, degrees);
  return degrees;
}

function degreesIn(
  expression: Expression,
  degreesOfInput: (reference: Reference) => Degrees | undefined,
): Degrees | undefined {
  switch (expression.kind) {
    case 'number':
      return new Map();
    case 'reference':
      return degreesOfInput(expression);
    case 'negated':
      return degreesIn(expression.of, degreesOfInput);
    case 'operation': {
      const left = degreesIn(expression.left, degreesOfInput);
      const right = degreesIn(expression.right, degreesOfInput);
      if (left === undefined || right === undefined) return undefined;
      const degrees = new Map<Atom, readonly [number, number]>();
      for (const atom of new Set([...left.keys(), ...right.keys()])) {
        const [n, d] = left.get(atom) ?? [0, 0];
        const [m, e] = right.get(atom) ?? [0, 0];
        const [numerator, denominator] = {
          '+': [Math.max(n + e, m + d), d + e] as const,
          '-': [Math.max(n + e, m + d), d + e] as const,
          '*': [n + m, d + e] as const,
          '/': [n + e, d + m] as const,
        }[expression.operator];
        if (numerator > 1 || denominator > 1) return undefined;
        degrees.set(atom, [numerator, denominator]);
      }
      return degrees;
    }
  }
}

/** Returns the number that a term has where atoms have these values; undefined beyond any figure. */
function valueOf(term: Term, values: Map<Term, Exact>): Exact | undefined {
  const before = values.get(term);
  if (before !== undefined) return before;
  const value = term.kind === 'atom' ? term.number.value : valueIn(term.expression, term.terms, values);
  if (value !== undefined) values.set(term, value);
  return value;
}

function valueIn(
  expression: Expression,
  terms: Formula['terms'],
  values: Map<Term, Exact>,
): Exact | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'reference': {
      const term = terms.get(inputName(expression));
      return term && valueOf(term, values);
    }
    case 'negated':
      return valueIn(expression.of, terms, values)?.neg();
    case 'operation': {
      const left = valueIn(expression.left, terms, values);
      const right = valueIn(expression.right, terms, values);
      const value = left && right && apply(expression.operator, left, right);
      return value === undefined || isBeyond(value) ? undefined : value;
    }
  }
}

function isCertain({ low, high }: Estimate): boolean {
  return low.equals(high);
}
