import type { Evaluator } from '../../metrics/evaluate.ts';
import type { PeriodRef } from '../../model/period-ref.ts';
import type { Period } from '../../model/period.ts';
import { knownPeriods } from '../../papers/known-figures.ts';
import type { Amount, FigureChange } from '../comparison.ts';

/** Returns the periods at which the data has a figure, oldest first. */
export function periodsKnown(
  figures: Evaluator,
  { metric: id, group, basis }: FigureChange,
): readonly Period[] {
  return knownPeriods(figures, { id, group, basis });
}

/** Returns whether a period is the one that a name is of. */
export function isPeriod({ kind, key }: Period, named: Pick<PeriodRef, 'kind' | 'key'>): boolean {
  return kind === named.kind && key === named.key;
}

/**
 * Returns the change that is to be explained: from what the second side says that the figure was, where it says another
 * number, since what was restated is no movement.
 */
export function movementOf({ kind, absolute, revised }: FigureChange): Amount | undefined {
  return revised?.absolute ?? (kind === 'changed' ? absolute : undefined);
}

/** Returns whether a figure moved from one number to another by more than is taken for no difference. */
export function isMoved(figure: FigureChange): boolean {
  const movement = movementOf(figure);
  return movement !== undefined && figure.within !== 'tolerance' && movement.decimal !== '0';
}
