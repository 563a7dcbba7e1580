import type { PaperContext } from '../papers/context.ts';
import type { FigureKind } from '../metrics/registry.ts';
import type { Basis, Group } from '../model/dataset.ts';
import type { Period, PeriodKind } from '../model/period.ts';
import { formatBasis, formatPeriod } from './format.ts';
import { isFromIndicators } from './series.ts';
import { groupLabel, sentence } from './view-text.ts';

export { groupLabel };

const KINDS: Readonly<Record<PeriodKind, string>> = {
  day: 'Date',
  month: 'Month',
  quarter: 'Quarter',
  season: 'Season',
  financial_year: 'Year',
};

/** What a table or a trend is of. */
export interface Scope {
  readonly group: Group;
  readonly basis: Basis;
  readonly kinds: readonly FigureKind[];
  readonly period?: Period | undefined;
}

/**
 * Returns the scope in words: `Social workers, full-time equivalent, Mar 2024`; the population for the whole. Of indicators
 * alone neither population nor basis is known, and nothing is said of them.
 */
export function scopeText(context: PaperContext, { group, basis, kinds, period }: Scope): string {
  const isCounted = !kinds.every((kind) => isFromIndicators(context, kind));
  const who = groupLabel(group) || (isCounted ? context.workstream.population : '');
  const parts = [who, isCounted ? formatBasis(basis) : '', period ? formatPeriod(period) : ''];
  return sentence(parts.filter((part) => part !== '').join(', '));
}

/** Returns a dimension as the heading of a column: `staff_group` is `Staff group`. */
export function dimensionLabel(dimension: string): string {
  return sentence(dimension.replaceAll('_', ' '));
}

/** Returns what periods are called as the heading of a column: `Month`, or `Period` where they are of several kinds. */
export function periodsLabel(periods: readonly Period[]): string {
  const [kind, ...others] = new Set(periods.map((period) => period.kind));
  return kind === undefined || others.length > 0 ? 'Period' : KINDS[kind];
}
