import type { CheckContext } from '../check/context.ts';
import type { FigureKind } from '../metrics/registry.ts';
import { arrivalAt, planRows, type PlanRow as Planned, type Point } from '../metrics/targets.ts';
import type { Group, Target } from '../model/dataset.ts';
import { toDecimal } from '../model/exact.ts';
import type { FigureSet } from './figures.ts';
import { formatChange, formatLevel, periodRef } from './format.ts';
import type { PlanRow, TargetProgress } from './report.ts';
import { groupInData, valuedPeriods } from './series.ts';

/**
 * Returns the agreed glidepath of a target, plan against actual, and the month in which its last level is met at the
 * recent pace or why none can be named; nothing where no plan was agreed. Judged on unrounded values.
 */
export function targetPlan(
  figures: FigureSet,
  kind: FigureKind,
  target: Target,
): Pick<TargetProgress, 'plan' | 'metAt' | 'notMet'> {
  const { context } = figures;
  const { direction, plan } = target;
  const last = plan.at(-1);
  if (last === undefined) return {};
  const group = groupInData(context, target.of);
  const points = pointsOf(context, kind.id, group);
  const arrival = arrivalAt(points, { direction, value: last.value, by: last.period });
  return {
    plan: planRows(plan, points, direction).map((row) => rowOf(figures, kind, group, row)),
    ...(arrival?.kind === 'met' && { metAt: periodRef(arrival.at) }),
    ...(arrival?.kind === 'not_met' && { notMet: arrival.why }),
  };
}

function pointsOf(context: CheckContext, id: string, group: Group): Point[] {
  const { basis } = context.workstream;
  return valuedPeriods(context, { ids: [id], groups: [group], basis }).flatMap((period) => {
    const { outcome } = context.figures.evaluate({ id, period, group, basis });
    return outcome.kind === 'number' ? [{ period, value: outcome.number.value }] : [];
  });
}

function rowOf(figures: FigureSet, { id, unit }: FigureKind, group: Group, row: Planned): PlanRow {
  const { period, planned, actual, difference } = row;
  const figure = actual && figures.figure(id, actual.period, group);
  return {
    period: periodRef(period),
    planText: formatLevel(planned, unit),
    planDecimal: toDecimal(planned),
    ...(figure && { figure: figure.id }),
    ...(figure && difference && { differenceText: formatChange(difference, unit, figure.places) }),
    state: stateOf(row, figures.context),
  };
}

function stateOf({ period, meets }: Planned, { asOf }: CheckContext): PlanRow['state'] {
  if (meets !== undefined) return meets ? 'met' : 'behind';
  return period.end >= asOf ? 'ahead_of_us' : 'unknown';
}
