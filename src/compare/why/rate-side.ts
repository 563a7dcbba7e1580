import type { Evaluator } from '../../metrics/evaluate.ts';
import { toDecimal, type Exact } from '../../model/exact.ts';
import { formatChange } from '../../model/format.ts';
import type { Amount, FigureChange } from '../comparison.ts';
import type { EvaluatedQuotient, QuotientTerm } from './quotient.ts';

/** A rate on a side. */
export interface RateSide extends EvaluatedQuotient {
  readonly evaluator: Evaluator;
}

/** A part of a rate on both sides, first the first, and what the rate changed by because of it. */
export interface PartEffect {
  readonly terms: readonly [QuotientTerm, QuotientTerm];
  readonly values: readonly [Exact, Exact];
  readonly effect: Exact;
}

/** Returns the decimals at which effects are rounded: those at which the change of the figure is printed. */
export function decimalsOf({ unit, places }: FigureChange): number {
  if (unit === 'duration') return 0;
  return unit === 'share' ? places + 2 : places;
}

/** Returns an effect, exactly, and as it is printed among those that it adds up with. */
export function effectAmount(value: Exact, printed: Exact, { unit, places }: FigureChange): Amount {
  return { decimal: toDecimal(value), text: formatChange(printed, unit, places) };
}
