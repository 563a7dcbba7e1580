import { knownGroup } from '../papers/known-groups.ts';
import { knownPeriods } from '../papers/known-figures.ts';
import type { PaperContext } from '../papers/context.ts';
import { seriesPeriods } from '../papers/series-kind.ts';
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
  { figures, meeting }: PaperContext,
  { ids, groups, basis }: SeriesScope,
): Period[] {
  const all = ids.flatMap((id) => groups.flatMap((group) => knownPeriods(figures, { id, group, basis })));
  const periods = [...new Map(all.map((period) => [period.key, period])).values()].sort(comparePeriods);
  return seriesPeriods(periods, meeting.date);
}

/** Returns a group of the configuration in the spelling of the data; as written where the data has no such group. */
export function groupInData({ figures }: PaperContext, written: Group): Group {
  const known = knownGroup(figures.book, written);
  return known.kind === 'known' ? known.group : written;
}

/**
 * Returns whether a figure comes from tables of indicators alone, also by its definition: those have no basis, and people
 * of their own choice.
 */
export function isFromIndicators(context: PaperContext, { series, expression }: FigureKind): boolean {
  const { book, registry } = context.figures;
  if (series !== undefined && book.series.has(series)) return true;
  const parts = expression ? references(expression) : [];
  return parts.length > 0 && parts.every(({ id }) => isOfIndicators(context, kindOf(registry, id)));
}

function isOfIndicators(context: PaperContext, kind: FigureKind | undefined): boolean {
  return kind !== undefined && isFromIndicators(context, kind);
}
