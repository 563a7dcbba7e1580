import type { CheckContext } from '../check/context.ts';
import { groupText, periodsOf } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import type { Basis, Group } from '../model/dataset.ts';
import { comparePeriods, type Period } from '../model/period.ts';

/** Whose figures a series or a table holds: of these ids, for any of these groups. */
export interface SeriesScope {
  readonly ids: readonly string[];
  readonly groups: readonly Group[];
  readonly basis: Basis;
}

/** Returns whether there is a number, or a marker that somebody wrote: a marker computed says nothing of its own. */
export function hasValue({ outcome, source }: Evaluation): boolean {
  return outcome.kind === 'number' || (outcome.kind === 'marker' && source === 'given');
}

/**
 * Returns the periods, oldest first, in which any of the figures has a value for any of the groups: those of the kind of
 * the latest one (months, or years), since a series holds one kind.
 */
export function valuedPeriods({ figures }: CheckContext, { ids, groups, basis }: SeriesScope): Period[] {
  const found = new Map<string, Period>();
  for (const group of distinct(groups))
    for (const period of periodsOf(figures.book, group, basis))
      if (
        !found.has(period.key) &&
        ids.some((id) => hasValue(figures.evaluate({ id, period, group, basis })))
      )
        found.set(period.key, period);
  const periods = [...found.values()].sort(comparePeriods);
  return periods.filter((period) => period.kind === periods.at(-1)?.kind);
}

function distinct(groups: readonly Group[]): Group[] {
  return [...new Map(groups.map((group) => [groupText(group), group])).values()];
}
