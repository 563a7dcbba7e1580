import { knownGroup } from '../check/board/known-groups.ts';
import { knownPeriods } from '../check/board/known-figures.ts';
import type { CheckContext } from '../check/context.ts';
import { seriesPeriods } from '../check/series-kind.ts';
import { references } from '../metrics/expression.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import type { Basis, Group } from '../model/dataset.ts';
import { comparePeriods, type Period } from '../model/period.ts';

/** Whose figures a series or a table holds: of these ids, for any of these groups. */
export interface SeriesScope {
  readonly ids: readonly string[];
  readonly groups: readonly Group[];
  readonly basis: Basis;
}

/**
 * Returns the periods, oldest first, in which any of the figures has a value for any of the groups: those of one kind
 * (months, or years), since a series holds one.
 */
export function valuedPeriods(
  { figures, meeting }: CheckContext,
  { ids, groups, basis }: SeriesScope,
): Period[] {
  const all = ids.flatMap((id) => groups.flatMap((group) => knownPeriods(figures, { id, group, basis })));
  const periods = [...new Map(all.map((period) => [period.key, period])).values()].sort(comparePeriods);
  return seriesPeriods(periods, meeting.date);
}

/** Returns a group of the configuration in the spelling of the data; as written where the data has no such group. */
export function groupInData({ figures }: CheckContext, written: Group): Group {
  const known = knownGroup(figures.book, written);
  return known.kind === 'known' ? known.group : written;
}

/**
 * Returns whether a figure comes from tables of indicators alone, also by its definition: those have no basis, and people
 * of their own choice.
 */
export function isFromIndicators(context: CheckContext, { series, expression }: FigureKind): boolean {
  const { book, registry } = context.figures;
  if (series !== undefined && book.series.has(series)) return true;
  const parts = expression ? references(expression) : [];
  return parts.length > 0 && parts.every(({ id }) => isOfIndicators(context, kindOf(registry, id)));
}

function isOfIndicators(context: CheckContext, kind: FigureKind | undefined): boolean {
  return kind !== undefined && isFromIndicators(context, kind);
}
