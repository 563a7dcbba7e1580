import type { Evaluation } from '../metrics/evaluate.ts';
import type { Point } from '../metrics/targets.ts';
import type { Target } from '../model/dataset.ts';
import { comparePeriods, financialYearPeriod, quarterPeriod, type Period } from '../model/period.ts';
import { dateParts } from '../model/plain-date.ts';
import type { PaperContext } from './context.ts';
import { seriesPeriods } from './series-kind.ts';
import { isFlow, sumOverTime } from './flow.ts';
import { knownPeriods, type FigureSeries } from './known-figures.ts';
import { knownGroup } from './known-groups.ts';

/** A figure that a target is judged by. */
export interface TargetPoint {
  readonly point: Point;
  readonly evaluation: Evaluation;
}

/**
 * Returns the figures that a target is judged by, oldest first: of its own group, at periods of one kind. Those of a flow
 * are of periods as long as the target's own, given or added up from all of the shorter ones: a month is no year.
 */
export function targetSeries(context: PaperContext, { metric, of, by }: Target): TargetPoint[] {
  const { figures, workstream, meeting } = context;
  const known = knownGroup(figures.book, of);
  if (metric === undefined || known.kind === 'unknown') return [];
  const series = { id: metric, group: known.group, basis: workstream.basis };
  const periods = knownPeriods(figures, series);
  const evaluations = isFlow(figures.registry, metric)
    ? ofLength(context, series, periods, by)
    : seriesPeriods(periods, meeting.date).map((period) => figures.evaluate({ ...series, period }));
  return evaluations.flatMap((evaluation) => {
    const { outcome, key } = evaluation;
    if (outcome.kind !== 'number') return [];
    return [{ point: { period: key.period, value: outcome.number.value }, evaluation }];
  });
}

function ofLength(
  { figures }: PaperContext,
  series: FigureSeries,
  known: readonly Period[],
  by: Period,
): Evaluation[] {
  const same = known.filter((period) => period.kind === by.kind);
  const longer = known.flatMap((period) => longerPeriod(period, by) ?? []);
  const periods = [...new Map([...longer, ...same].map((period) => [period.key, period])).values()];
  return periods.sort(comparePeriods).flatMap((period) => {
    const given = figures.evaluate({ ...series, period });
    if (given.outcome.kind !== 'missing') return [given];
    return sumOverTime(figures, { ...series, period }) ?? [];
  });
}

/** Returns the period of the target's kind in which a shorter one lies. */
function longerPeriod({ kind, start, end }: Period, by: Period): Period | undefined {
  if (kind === by.kind) return undefined;
  if (by.start <= start && end <= by.end) return by;
  const { year, month } = dateParts(end);
  const startYear = month < 4 ? year - 1 : year;
  if (by.kind === 'financial_year') return financialYearPeriod(startYear);
  return by.kind === 'quarter'
    ? quarterPeriod(startYear, month < 4 ? 4 : Math.floor((month - 1) / 3))
    : undefined;
}
