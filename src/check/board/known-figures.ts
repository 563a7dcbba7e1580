import { groupText, WHOLE, type FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { references } from '../../metrics/expression.ts';
import { kindOf, type Registry } from '../../metrics/registry.ts';
import type { Basis, Group, Observation } from '../../model/dataset.ts';
import { comparePeriods, type Period } from '../../model/period.ts';

/** A figure at any period. */
export type FigureSeries = Omit<FigureKey, 'period'>;

/**
 * Returns the periods at which the data has a figure (given or computed; a marker too), oldest first. They are its own
 * ones, whatever other figures the data has for other periods and groups.
 */
export function knownPeriods(figures: Evaluator, series: FigureSeries): Period[] {
  return periodsBehind(figures, series).filter((period) => isKnown(figures, { ...series, period }));
}

/** Returns the latest figure of a series that is not missing, or undefined. */
export function latestKnown(figures: Evaluator, series: FigureSeries): Evaluation | undefined {
  const latest = periodsBehind(figures, series).findLast((period) => isKnown(figures, { ...series, period }));
  return latest && figures.evaluate({ ...series, period: latest });
}

/** Returns the whole, and the groups for which the data gives the figure or anything that it is computed from. */
export function groupsBehind(figures: Evaluator, { id, basis }: Omit<FigureSeries, 'group'>): Group[] {
  const groups = observationsBehind(figures, id, basis).map(({ group }) => group);
  return [...new Map([WHOLE, ...groups].map((group) => [groupText(group), group])).values()];
}

function periodsBehind(figures: Evaluator, { id, basis }: FigureSeries): Period[] {
  const periods = observationsBehind(figures, id, basis).map(({ period }) => period);
  return [...new Map(periods.map((period) => [period.key, period])).values()].sort(comparePeriods);
}

function observationsBehind({ book, registry }: Evaluator, id: string, basis: Basis): Observation[] {
  const ids = new Set<string>();
  collectIds(registry, id, ids);
  return [...book.given.values()]
    .map((given) => given.observation)
    .filter((one) => ids.has(one.measure) && one.basis === basis && one.cell.kind !== 'missing');
}

/** Adds the id and every id that its definition stands on; definitions that go in a circle are not in the registry. */
function collectIds(registry: Registry, id: string, ids: Set<string>): void {
  if (ids.has(id)) return;
  ids.add(id);
  const expression = kindOf(registry, id)?.expression;
  for (const reference of expression ? references(expression) : []) collectIds(registry, reference.id, ids);
}

function isKnown(figures: Evaluator, key: FigureKey): boolean {
  return figures.evaluate(key).outcome.kind !== 'missing';
}
