import { isFlow } from '../papers/flow.ts';
import { targetSeries, type TargetPoint } from '../papers/target-series.ts';
import type { PaperContext } from '../papers/context.ts';
import type { FigureKind } from '../metrics/registry.ts';
import { arrivalAt, planRows, type PlanRow as Planned } from '../metrics/targets.ts';
import type { Target } from '../model/dataset.ts';
import { toDecimal } from '../model/exact.ts';
import type { FigureSet } from './figures.ts';
import { formatChange, formatLevel, periodRef } from './format.ts';
import type { PlanRow, TargetProgress } from './report.ts';

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
  const points = targetSeries(context, target);
  const arrival = arrivalAt(
    points.map(({ point }) => point),
    { direction, value: last.value, by: last.period },
  );
  const flow = isFlow(context.figures.registry, kind.id);
  const rows = plan.flatMap((level) => {
    // Whether a plan by quarters is of each quarter or of the year so far, nobody has said.
    const comparable = flow && level.period.kind !== target.by.kind ? [] : points;
    return planRows(
      [level],
      comparable.map(({ point }) => point),
      direction,
    );
  });
  return {
    plan: rows.map((row, index) =>
      rowOf(figures, kind, points, { ...row, at: plan[index]?.at ?? target.at }),
    ),
    ...(arrival?.kind === 'met' && { metAt: periodRef(arrival.at) }),
    ...(arrival?.kind === 'not_met' && { notMet: arrival.why }),
  };
}

function rowOf(
  figures: FigureSet,
  { unit }: FigureKind,
  points: readonly TargetPoint[],
  row: Planned & Pick<PlanRow, 'at'>,
): PlanRow {
  const { period, planned, actual, difference } = row;
  const shown = points.find(({ point }) => point === actual);
  const figure = shown && figures.made(shown.evaluation);
  return {
    period: periodRef(period),
    at: row.at,
    planText: formatLevel(planned, unit),
    planDecimal: toDecimal(planned),
    ...(figure && { figure: figure.id }),
    ...(figure && difference && { differenceText: formatChange(difference, unit, figure.places) }),
    state: stateOf(row, figures.context),
  };
}

function stateOf({ period, meets }: Planned, { asOf }: PaperContext): PlanRow['state'] {
  if (meets !== undefined) return meets ? 'met' : 'behind';
  return period.end >= asOf ? 'ahead_of_us' : 'unknown';
}
