import {
  financialYearPeriod,
  isSamePeriod,
  monthPeriod,
  periodName,
  quarterPeriod,
  type Period,
} from '../model/period.ts';
import { addDays, dateParts, monthsBetween } from '../model/plain-date.ts';
import { once } from '../model/once.ts';

/**
 * Returns the period of the same kind that ends the day before this one starts, or undefined where there is none:
 * days are snapshots without a predecessor, and the year's seasons leave winter out.
 */
export const precedingPeriod = once((period: Period): Period | undefined => {
  const { year, month } = dateParts(addDays(period.start, -1));
  switch (period.kind) {
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return quarterPeriod(month < 4 ? year - 1 : year, month === 3 ? 4 : month / 3 - 1);
    case 'financial_year':
      return financialYearPeriod(year - 1);
    case 'day':
    case 'season':
      return undefined;
  }
});

/** Returns how many calendar months a period spans; 0 for a day. */
function monthsIn(period: Period): number {
  return period.kind === 'day' ? 0 : monthsBetween(period.start, period.end) + 1;
}

/** Returns the periods of this kind, oldest first, that make up the 12 months to this one's end; undefined where none can. */
export const lastTwelveMonths = once((period: Period): readonly Period[] | undefined => {
  const months = monthsIn(period);
  if (months === 0 || 12 % months !== 0) return undefined;
  const periods: Period[] = [];
  for (let next: Period | undefined = period; next !== undefined; next = precedingPeriod(next)) {
    periods.unshift(next);
    if (periods.length * months === 12) return periods;
  }
  return undefined;
});

/** Returns whether `later` follows `earlier` without a gap, both of one kind. */
export function areAdjacent(earlier: Period, later: Period): boolean {
  const before = precedingPeriod(later);
  return isSamePeriod(before, earlier);
}

/** Returns each period that follows another of these without a gap, with that one, in their order. */
export function successivePeriods(
  periods: readonly Period[],
): { readonly from: Period; readonly to: Period }[] {
  const known = new Map(periods.map((period) => [periodName(period), period]));
  return periods.flatMap((to) => {
    const before = precedingPeriod(to);
    const from = before && known.get(periodName(before));
    return from ? [{ from, to }] : [];
  });
}

/** Returns the periods in runs of which each follows the one before without a gap; of periods in order. */
export function runsOfPeriods(periods: readonly Period[]): Period[][] {
  const runs: Period[][] = [];
  let latest: Period | undefined;
  for (const one of periods) {
    if (latest && areAdjacent(latest, one)) runs.at(-1)?.push(one);
    else runs.push([one]);
    latest = one;
  }
  return runs;
}
