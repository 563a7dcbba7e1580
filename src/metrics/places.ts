import type { Evaluation } from './evaluation.ts';
import { isSum } from './expression.ts';
import { once } from '../model/once.ts';
import { kindOf, type FigureKind, type Registry } from './registry.ts';

/**
 * Returns the decimals at which a figure is printed. A count has as many as any figure that the data gives of it, so that
 * its periods line up (37.0 beside 36.2), and a sum as many as its parts; a rate is never printed more precisely than it
 * was written.
 */
export function printedPlaces(evaluation: Evaluation, kind: FigureKind): number {
  if (kind.unit === 'count') {
    const isAdded = evaluation.source === 'given' || evaluation.dimension !== undefined;
    const keeps = isAdded || (kind.expression !== undefined && isSum(kind.expression));
    return keeps ? Math.max(kind.places, countPlaces(evaluation)) : kind.places;
  }
  const cell = evaluation.source === 'given' ? evaluation.given?.observation.cell : undefined;
  return cell?.kind === 'number' ? Math.min(kind.places, cell.places) : kind.places;
}

/** Returns the decimals at which several figures are printed beside each other: those of the most precise. */
export function placesOfAll(evaluations: readonly Evaluation[], registry: Registry): number {
  return evaluations.reduce((most, one) => {
    const kind = kindOf(registry, one.key.id);
    return kind === undefined ? most : Math.max(most, printedPlaces(one, kind));
  }, 0);
}

/** Returns the most decimals that the data gives of a count, or of the counts that it was computed from. */
function countPlaces(evaluation: Evaluation): number {
  return evaluation.inputs.length === 0 ? evaluation.places : placesThroughout(evaluation);
}

const placesThroughout = once(({ places, inputs }: Evaluation): number =>
  inputs
    .flatMap((input) => input.evaluations)
    .reduce((most, one) => Math.max(most, countPlaces(one)), places),
);
