import type { Evaluation } from '../../metrics/evaluate.ts';
import { targetPath, type Goal, type Point, type TargetPath } from '../../metrics/targets.ts';
import type { Group, Target } from '../../model/dataset.ts';
import { meetsThreshold } from '../../model/threshold.ts';
import type { CheckContext } from '../context.ts';
import { knownPeriods } from './known-figures.ts';
import { knownGroup } from './known-groups.ts';

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
export function targetsOf({ programme, workstream }: CheckContext): Target[] {
  return programme.targets.filter((target) => target.workstream === workstream.id);
}

/**
 * Returns how a target stands. Once its date has passed, or the data reaches that date, it is achieved or missed by
 * the figure of the period that ends with it, and unknown where there is none. Before, it is at target if the latest
 * figure meets it, else on or off course as the recent pace reaches it or not, and unknown where there is no pace.
 * Judged on unrounded values, by the figure of the target's own group.
 */
export function judgeTarget(context: CheckContext, target: Target): TargetJudgement {
  const { metric, direction, value, by } = target;
  if (metric === undefined) return { state: target.stated?.outcome ?? 'unknown', basis: 'stated' };
  const goal: Goal = { direction, value, by };
  const figures = seriesOf(context, metric, target.of);
  const latest = figures.at(-1);
  if (context.asOf > by.end || (latest && latest.point.period.end >= by.end)) return judgeDue(figures, goal);
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

interface Shown {
  readonly point: Point;
  readonly evaluation: Evaluation;
}

function judgeDue(figures: readonly Shown[], goal: Goal): TargetJudgement {
  const due = figures.find(({ point }) => point.period.end === goal.by.end);
  if (!due) return { state: 'unknown', basis: 'computed' };
  const state = meetsThreshold(goal, due.point.value) ? 'achieved' : 'missed';
  return { state, basis: 'computed', figure: due.evaluation };
}

/** The figure of the target's group, at those of its own periods that are of the latest one's kind. */
function seriesOf({ figures, workstream: { basis } }: CheckContext, id: string, of: Group): Shown[] {
  const known = knownGroup(figures.book, of);
  if (known.kind === 'unknown') return [];
  const series = { id, group: known.group, basis };
  const periods = knownPeriods(figures, series);
  const kind = periods.at(-1)?.kind;
  return periods.flatMap((period) => {
    if (period.kind !== kind) return [];
    const evaluation = figures.evaluate({ ...series, period });
    const { outcome } = evaluation;
    if (outcome.kind !== 'number') return [];
    return [{ point: { period, value: outcome.number.value }, evaluation }];
  });
}
