import type { Estimate } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { successivePeriods } from '../../metrics/periods.ts';
import { placesOfAll } from '../../metrics/places.ts';
import { haveSameMembers } from '../../metrics/same-members.ts';
import { compareExact, type Exact } from '../../model/exact.ts';
import type { PaperContext } from '../../papers/context.ts';
import { knownPeriods, type FigureSeries } from '../../papers/known-figures.ts';

/** A figure in two periods that follow one another, both numbers. */
export interface Step {
  readonly opening: Evaluation;
  readonly closing: Evaluation;
  readonly before: Estimate;
  readonly now: Estimate;
}

/**
 * Returns the steps of a series, oldest first. Where the two are sums of other members, the step is one of who is counted,
 * which is told elsewhere.
 */
export function stepsOf({ figures }: PaperContext, series: FigureSeries): Step[] {
  return successivePeriods(knownPeriods(figures, series)).flatMap(({ from, to }) => {
    const [opening, closing] = [from, to].map((period) => figures.evaluate({ ...series, period }));
    if (opening?.outcome.kind !== 'number' || closing?.outcome.kind !== 'number') return [];
    if (!haveSameMembers(opening, closing)) return [];
    return [{ opening, closing, before: opening.outcome.number, now: closing.outcome.number }];
  });
}

/**
 * Returns whether a figure grew or shrank by more than a share of what it was, however the two were rounded when they were
 * written; never of a figure that is not above zero, of which nothing is a share.
 */
export function changesByMoreThan({ before, now }: Pick<Step, 'before' | 'now'>, share: Exact): boolean {
  if (before.low.s < 0n || before.low.n === 0n) return false;
  const rises = compareExact(now.low, before.high.mul(share.add(1))) > 0;
  const falls = compareExact(now.high, before.low.sub(before.low.mul(share))) < 0;
  return rises || falls;
}

/** Returns whether a figure moved by more than a distance, however the two were rounded when they were written. */
export function movesByMoreThan({ before, now }: Pick<Step, 'before' | 'now'>, distance: Exact): boolean {
  return (
    compareExact(now.low.sub(before.high), distance) > 0 ||
    compareExact(before.low.sub(now.high), distance) > 0
  );
}

/** Returns the decimals at which a step is printed: those of the more precise of its figures. */
export function placesOfStep({ opening, closing }: Step, { registry }: Evaluator): number {
  return placesOfAll([opening, closing], registry);
}
