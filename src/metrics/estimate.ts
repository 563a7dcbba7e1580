import type { Basis } from '../model/dataset.ts';
import type { NumberCell } from '../model/cell.ts';
import type { MetricUnit } from '../model/definition.ts';
import { compareExact, exact, ZERO, type Exact } from '../model/exact.ts';
import type { Operator } from './expression.ts';
import type { Precision } from './precision.ts';

/**
 * A number, and the least and most that it can be given how its parts were rounded when they were written. Only
 * `value` is ever printed; the bounds say whether another figure can follow from the same, unrounded parts.
 */
export interface Estimate {
  readonly value: Exact;
  readonly low: Exact;
  readonly high: Exact;
}

/** Beyond this many digits a number is no figure, and a chain of definitions could take for ever to multiply. */
const LIMIT = 10n ** 80n;

/** Returns a number that is exactly what it says. */
export function certain(value: Exact): Estimate {
  return { value, low: value, high: value };
}

/** What a cell's number is of: a count of people where nothing is said. */
export interface Written {
  readonly unit?: MetricUnit;
  readonly counts?: 'things';
  /** To how many decimals it was rounded, where its column says more than the cell alone. */
  readonly precision?: () => Precision;
}

/**
 * Returns a cell's number. Heads are counted, and so are whole things (cases) on any basis; full-time equivalents,
 * percentages, and any figure that is no count were rounded when written.
 */
export function estimateOf(
  cell: NumberCell,
  basis: Basis,
  { unit = 'count', counts, precision }: Written = {},
): Estimate {
  const isCounted = basis === 'headcount' || (counts === 'things' && cell.places === 0);
  if (isCounted && unit === 'count' && cell.notation === 'plain') return certain(cell.value);
  const places = precision?.() ?? cell.places;
  if (places === 'exact') return certain(cell.value);
  const half = halfUnit(cell.notation === 'percent' ? places + 2 : places);
  return { value: cell.value, low: cell.value.sub(half), high: cell.value.add(half) };
}

/** Returns half of the last decimal place: what rounding can hide. */
function halfUnit(places: number): Exact {
  return exact(1).div(2n * 10n ** BigInt(places));
}

/** Returns the result, or undefined where it divides by zero or grows beyond any figure. */
export function combine(operator: Operator, left: Estimate, right: Estimate): Estimate | undefined {
  const value = apply(operator, left.value, right.value);
  if (value === undefined || isBeyond(value)) return undefined;
  const corners = isSpanningZero(operator, right) ? [] : cornersOf(operator, left, right);
  return {
    value,
    low: corners.reduce((a, b) => (compareExact(b, a) < 0 ? b : a), value),
    high: corners.reduce((a, b) => (compareExact(b, a) > 0 ? b : a), value),
  };
}

/** Returns the sum of two numbers. */
export function plus(a: Estimate, b: Estimate): Estimate {
  return { value: a.value.add(b.value), low: a.low.add(b.low), high: a.high.add(b.high) };
}

/** Returns whether a number has grown beyond any figure. */
export function isBeyondFigures({ value }: Estimate): boolean {
  return isBeyond(value);
}

/** Returns whether an exact number has grown beyond any figure. */
export function isBeyond({ n, d }: Exact): boolean {
  return n > LIMIT || d > LIMIT;
}

/** Returns whether two numbers can be one, given how they were rounded when they were written. */
export function overlap(a: Estimate, b: Estimate): boolean {
  return compareExact(a.low, b.high) <= 0 && compareExact(b.low, a.high) <= 0;
}

/** Returns the number with its sign changed. */
export function negated({ value, low, high }: Estimate): Estimate {
  return { value: value.neg(), low: high.neg(), high: low.neg() };
}

function cornersOf(operator: Operator, left: Estimate, right: Estimate): Exact[] {
  return boundsOf(left).flatMap((a) =>
    boundsOf(right).flatMap((b) => {
      const corner = apply(operator, a, b);
      return corner === undefined || isBeyond(corner) ? [] : [corner];
    }),
  );
}

/** Least and most are one where nothing was rounded. */
function boundsOf({ low, high }: Estimate): readonly Exact[] {
  return low === high ? [low] : [low, high];
}

/**
 * Returns whether the operation divides by what can be 0. Near a zero denominator rounding explains any result: the
 * bounds then say nothing, and the value stands alone.
 */
export function isSpanningZero(operator: Operator, { low, high }: Estimate): boolean {
  return operator === '/' && compareExact(low, ZERO) <= 0 && compareExact(high, ZERO) >= 0;
}

/** Returns the exact result; undefined where it divides by zero. */
export function apply(operator: Operator, left: Exact, right: Exact): Exact | undefined {
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
