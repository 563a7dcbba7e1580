import type { Evaluation } from '../metrics/evaluate.ts';
import { targetPath, type Goal, type TargetPath } from '../metrics/targets.ts';
import type { Target } from '../model/dataset.ts';
import { daysBetween } from '../model/plain-date.ts';
import { meetsThreshold } from '../model/threshold.ts';
import type { PaperContext } from './context.ts';
import { isFlow } from './flow.ts';
import { targetSeries, type TargetPoint } from './target-series.ts';

/** `at_target`: the latest figure meets it, and its date is still ahead. */
export type TargetState = 'achieved' | 'at_target' | 'on_course' | 'off_course' | 'missed' | 'unknown';

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
export function targetsOf({ programme, workstream }: PaperContext): Target[] {
  return programme.targets.filter((target) => target.workstream === workstream.id);
}

/**
 * Returns how a target stands. Once its date has passed, or the data reaches that date, it is achieved or missed by
 * the figure of the period that ends with it, and unknown where there is none. Before, it is at target if the latest
 * figure meets it, else on or off course as the recent pace reaches it or not, and unknown where there is no pace.
 * Judged on unrounded values, by the figure of the target's own group; a flow by periods of the target's own length.
 */
export function judgeTarget(context: PaperContext, target: Target): TargetJudgement {
  const { metric, direction, value, by } = target;
  if (metric === undefined) return { state: target.stated?.outcome ?? 'unknown', basis: 'stated' };
  const goal: Goal = { direction, value, by };
  const figures = targetSeries(context, target);
  const latest = figures.at(-1);
  if (context.asOf > by.end || (latest && latest.point.period.end >= by.end))
    return judgeDue(context, target, figures);
  if (!latest) return { state: 'unknown', basis: 'computed' };
  const path = targetPath(
    goal,
    figures.map((figure) => figure.point),
  );
  const judged = { basis: 'computed', figure: latest.evaluation, ...(path && { path }) } as const;
  if (meetsThreshold(goal, latest.point.value)) return { ...judged, state: 'at_target' };
  if (!path?.pace) return { ...judged, state: 'unknown' };
  return { ...judged, state: path.pace.meets ? 'on_course' : 'off_course' };
}

/** A flow is judged by the very period that the target names; a level at a period's end by any that ends then. */
function judgeDue(
  { figures: { registry } }: PaperContext,
  target: Target,
  figures: readonly TargetPoint[],
): TargetJudgement {
  const { metric = '', by } = target;
  const flow = isFlow(registry, metric);
  const due = figures.find(({ point: { period } }) => (flow ? period.key === by.key : period.end === by.end));
  if (!due) return { state: 'unknown', basis: 'computed' };
  const state = meetsThreshold(target, due.point.value) ? 'achieved' : 'missed';
  return { state, basis: 'computed', figure: due.evaluation };
}

/** Returns whether a target's date has passed, and no figure shows whether it was reached. */
export function isPastUnjudged(context: PaperContext, target: Target): boolean {
  const { state, basis } = judgeTarget(context, target);
  return basis === 'computed' && state === 'unknown' && context.asOf > target.by.end;
}

/**
 * Returns whether a target's date has passed without the figure that should be there by now: the data goes on beyond it,
 * or its newest figure would be old.
 */
export function isNotShown(context: PaperContext, target: Target): boolean {
  if (!isPastUnjudged(context, target)) return false;
  const { programme, asOf } = context;
  const latest = targetSeries(context, target).at(-1);
  const isBehind = latest !== undefined && latest.point.period.end > target.by.end;
  return isBehind || daysBetween(target.by.end, asOf) > programme.checks.freshnessDays;
}
