import type { Period, PeriodKind } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';

/** Where kinds have as many periods each, the one that says more wins. */
const FINEST_FIRST: readonly PeriodKind[] = ['day', 'month', 'quarter', 'season', 'financial_year'];

/**
 * Returns the periods that a series is made of, in their order: those of one kind, since a month is not compared with a
 * year. It is the kind of which most had ended by the date; where kinds are even, the finer one. One row of a quarter, or
 * of a year that is not over, hides no months.
 */
export function seriesPeriods(periods: readonly Period[], date: PlainDate): Period[] {
  const kind = seriesKind(periods, date);
  return periods.filter((period) => period.kind === kind);
}

function seriesKind(periods: readonly Period[], date: PlainDate): PeriodKind | undefined {
  const ended = periods.filter((period) => period.end <= date);
  const counted = ended.length > 0 ? ended : periods;
  const count = (kind: PeriodKind) => counted.filter((period) => period.kind === kind).length;
  const most = Math.max(...FINEST_FIRST.map(count));
  return most === 0 ? undefined : FINEST_FIRST.find((kind) => count(kind) === most);
}
