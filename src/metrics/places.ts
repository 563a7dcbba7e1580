import type { Evaluation } from './evaluate.ts';
import { isSum } from './expression.ts';
import type { FigureKind } from './registry.ts';

/**
 * Returns the decimals at which a figure is printed. A count that was written with decimals, or adds up such, keeps
 * them; a rate is never printed more precisely than it was written.
 */
export function printedPlaces(evaluation: Evaluation, kind: FigureKind): number {
  const written = writtenPlaces(evaluation);
  if (kind.unit === 'count') {
    const keeps = evaluation.source === 'given' || (kind.expression !== undefined && isSum(kind.expression));
    return keeps ? Math.max(kind.places, written) : kind.places;
  }
  const isWritten = evaluation.source === 'given' && evaluation.outcome.kind === 'number';
  return isWritten ? Math.min(kind.places, written) : kind.places;
}

/** Returns the most decimals that the figure, or what it was computed from, was written with. */
function writtenPlaces({ source, given, inputs }: Evaluation): number {
  const cell = source === 'given' ? given?.observation.cell : undefined;
  if (cell !== undefined) return cell.kind === 'number' ? cell.places : 0;
  return Math.max(0, ...inputs.flatMap((input) => input.evaluations).map(writtenPlaces));
}
