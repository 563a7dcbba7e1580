import type { Basis, Group } from '../model/dataset.ts';
import type { Exact } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import type { Evaluation, Evaluator } from './evaluate.ts';
import { areAdjacent } from './periods.ts';
import { placesOfAll } from './places.ts';
import type { FigureKind } from './registry.ts';
import { haveSameMembers } from './same-members.ts';
import { boundsOf, xmr, type Xmr } from './xmr.ts';

/** Whose series, and over which periods: oldest first. */
export interface ChartedSeries {
  readonly group: Group;
  readonly basis: Basis;
  readonly periods: readonly Period[];
}

/** The chart of a figure's latest run of numbers. */
export interface RunChart {
  readonly chart: Xmr;
  /** Its points, oldest first. */
  readonly run: readonly [Evaluation, ...Evaluation[]];
  /** Decimals at which its mean and its limits are printed. */
  readonly places: number;
}

/**
 * Returns the XmR chart of a figure's latest run of numbers; undefined where that has fewer than two points. A missing or
 * hidden period ends the run, and so does a period whose figure is of other members: a moving range across it would be of
 * two series. Periods after the latest number are left aside.
 */
export function latestChart(
  figures: Evaluator,
  kind: FigureKind,
  series: ChartedSeries,
): RunChart | undefined {
  const points = latestRun(figures, kind, series);
  const [first, ...others] = points.map(({ evaluation }) => evaluation);
  const chart = xmr(
    points.map(({ value }) => value),
    boundsOf(kind.unit),
  );
  if (chart === undefined || first === undefined) return undefined;
  const places = placesOfAll([first, ...others], figures.registry);
  // A mean of whole people is seldom whole.
  return { chart, run: [first, ...others], places: kind.unit === 'count' ? places + 1 : places };
}

interface Point {
  readonly evaluation: Evaluation;
  readonly value: Exact;
}

function latestRun(
  figures: Evaluator,
  { id }: FigureKind,
  { group, basis, periods }: ChartedSeries,
): Point[] {
  const run: Point[] = [];
  for (const period of periods.toReversed()) {
    const evaluation = figures.evaluate({ id, period, group, basis });
    const { outcome } = evaluation;
    const next = run.at(-1)?.evaluation;
    if (outcome.kind === 'number' && (next === undefined || isFollowed(evaluation, next)))
      run.push({ evaluation, value: outcome.number.value });
    else if (next !== undefined) break;
  }
  return run.reverse();
}

function isFollowed(one: Evaluation, next: Evaluation): boolean {
  return areAdjacent(one.key.period, next.key.period) && haveSameMembers(one, next);
}
