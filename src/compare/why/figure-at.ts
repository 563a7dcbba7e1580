import type { Evaluator } from '../../metrics/evaluate.ts';
import type { PeriodRef } from '../../model/period-ref.ts';
import type { Period } from '../../model/period.ts';
import { knownPeriods } from '../../papers/known-figures.ts';
import type { FigureChange } from '../comparison.ts';

/** Returns the periods at which the data has a figure, oldest first. */
export function periodsKnown(figures: Evaluator, { metric: id, group, basis }: FigureChange): Period[] {
  return knownPeriods(figures, { id, group, basis });
}

/** Returns whether a period is the one that a name is of. */
export function isPeriod({ kind, key }: Period, named: Pick<PeriodRef, 'kind' | 'key'>): boolean {
  return kind === named.kind && key === named.key;
}

/** Returns whether a figure moved from one number to another by more than is taken for no difference. */
export function isMoved({ kind, within, absolute }: FigureChange): boolean {
  // One that only was revised is told too, and is where it was.
  return kind === 'changed' && within !== 'tolerance' && absolute?.decimal !== '0';
}
