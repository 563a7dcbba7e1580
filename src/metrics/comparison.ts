import type { NumberCell } from '../model/cell.ts';
import type { Observation } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import { scaledRound, type Exact } from '../model/exact.ts';
import { formatNumber, formatPercent } from '../model/format.ts';
import type { Estimate } from './estimate.ts';
import type { Evaluation, Evaluator } from './evaluate.ts';
import { kindOf, type FigureKind } from './registry.ts';

/** A figure as printed beside what the data gives for it. */
export interface Comparison {
  readonly observation: Observation;
  readonly cell: NumberCell;
  readonly kind: FigureKind;
  readonly evaluation: Evaluation;
  /** Whether the printed figure follows, at the precision at which it is printed. */
  readonly agrees: boolean;
  /** What the data gives, at that precision. */
  readonly computedText: string;
}

/**
 * Returns whether a printed figure follows from a number: whether the number rounds to it at the printed decimals, or
 * can, given how the parts were rounded when they were written.
 */
export function follows(cell: NumberCell, number: Estimate): boolean {
  return within(cell.value, cell.notation === 'percent' ? cell.places + 2 : cell.places, number);
}

/** Returns the number at the decimals and in the notation of a printed cell. */
export function textLike(cell: NumberCell, unit: MetricUnit, value: Exact): string {
  const isPercentage = cell.notation === 'percent' || unit === 'share';
  return isPercentage ? formatPercent(value, cell.places) : formatNumber(value, cell.places);
}

/** Returns the comparison of a stated figure with what the data gives; undefined where either is no number. */
export function compareStated(evaluator: Evaluator, observation: Observation): Comparison | undefined {
  return compare(evaluator, observation, evaluator.evaluate({ id: observation.measure, ...observation }));
}

/** Returns the comparison of a figure that the data gives with its definition; undefined where that gives no number. */
export function compareGiven(evaluator: Evaluator, observation: Observation): Comparison | undefined {
  return compare(evaluator, observation, evaluator.recompute({ id: observation.measure, ...observation }));
}

function compare(
  { registry }: Evaluator,
  observation: Observation,
  evaluation: Evaluation | undefined,
): Comparison | undefined {
  const kind = kindOf(registry, observation.measure);
  const { cell } = observation;
  if (cell.kind !== 'number' || evaluation?.outcome.kind !== 'number' || kind === undefined) return undefined;
  // A share without a % sign and a count with one say something else than was meant, which E111 reports.
  if ((kind.unit === 'share') !== (cell.notation === 'percent')) return undefined;
  const { number } = evaluation.outcome;
  const agrees = follows(cell, number);
  return {
    observation,
    cell,
    kind,
    evaluation,
    agrees,
    computedText: textLike(cell, kind.unit, number.value),
  };
}

function within(printed: Exact, places: number, { low, high }: Estimate): boolean {
  const wanted = scaledRound(printed, places);
  return scaledRound(low, places) <= wanted && wanted <= scaledRound(high, places);
}
