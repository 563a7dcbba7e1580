import { WHOLE } from '../../metrics/book.ts';
import type { Evaluation } from '../../metrics/evaluate.ts';
import { meetsGoal, targetPath, type Goal, type Point, type TargetPath } from '../../metrics/targets.ts';
import type { Target } from '../../model/dataset.ts';
import type { Period } from '../../model/period.ts';
import type { CheckContext } from '../context.ts';

export type TargetState = 'achieved' | 'on_course' | 'off_course' | 'missed' | 'unknown';

/** How a target stands as of the meeting's date. */
export interface TargetJudgement {
  readonly state: TargetState;
  /** `stated`: the council's word for a target that no figure can show. */
  readonly basis: 'computed' | 'stated';
  /** The figure that it was judged by: at the target's date once that has passed, else the latest. */
  readonly figure?: Evaluation;
  /** From the latest figure to the target, while that is still ahead. */
  readonly path?: TargetPath;
}

/** Returns the workstream's targets, in the order of cip-report.yaml. */
export function targetsOf({ programme, workstream }: CheckContext): Target[] {
  return programme.targets.filter((target) => target.workstream === workstream.id);
}

/**
 * Returns how a target stands. Past its date it is achieved or missed by the figure of that period, and unknown where
 * there is none. Before, it is achieved once the latest figure meets it, else on or off course as the recent pace
 * reaches it or not, and unknown where there is no pace. Judged on unrounded values.
 */
export function judgeTarget(context: CheckContext, target: Target): TargetJudgement {
  const { metric } = target;
  if (metric === undefined) return { state: target.stated?.outcome ?? 'unknown', basis: 'stated' };
  const goal: Goal = { direction: target.direction, value: target.value, by: target.by };
  if (target.by.end < context.asOf) return judgeDue(context, metric, goal);
  const figures = seriesOf(context, metric);
  const latest = figures.at(-1);
  if (!latest) return { state: 'unknown', basis: 'computed' };
  const path = targetPath(
    goal,
    figures.map((figure) => figure.point),
  );
  const judged = { basis: 'computed', figure: latest.evaluation, ...(path && { path }) } as const;
  if (meetsGoal(goal, latest.point.value)) return { ...judged, state: 'achieved' };
  if (!path?.pace) return { ...judged, state: 'unknown' };
  return { ...judged, state: path.pace.meets ? 'on_course' : 'off_course' };
}

function judgeDue(context: CheckContext, metric: string, goal: Goal): TargetJudgement {
  const due = seriesOf(context, metric).find(({ point }) => endsWith(point.period, goal.by));
  if (!due) return { state: 'unknown', basis: 'computed' };
  const state = meetsGoal(goal, due.point.value) ? 'achieved' : 'missed';
  return { state, basis: 'computed', figure: due.evaluation };
}

/** A target by the end of a quarter is judged by that quarter's figure, or by that of its last month. */
function endsWith(period: Period, by: Period): boolean {
  return period.key === by.key || (period.end.slice(0, 7) === by.end.slice(0, 7) && period.kind === 'month');
}

function seriesOf(
  { periods, figures, workstream: { basis } }: CheckContext,
  id: string,
): { readonly point: Point; readonly evaluation: Evaluation }[] {
  return periods.flatMap((period) => {
    const evaluation = figures.evaluate({ id, period, group: WHOLE, basis });
    const { outcome } = evaluation;
    if (outcome.kind !== 'number') return [];
    return [{ point: { period, value: outcome.number.value }, evaluation }];
  });
}
