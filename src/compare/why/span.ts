import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { precedingPeriod } from '../../metrics/periods.ts';
import type { Basis, Group } from '../../model/dataset.ts';
import { ZERO, type Exact } from '../../model/exact.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import { groupsBehind } from '../../papers/known-figures.ts';
import { figuresUnder } from '../figures/under.ts';
import type { PaperPair, SidePapers } from '../side.ts';

/** From the earlier to the later of two periods, by the data of the side that has the later one. */
export interface Span {
  readonly figures: Evaluator;
  /** The other side's, by the same definitions: they know the earlier period where a side has one month alone. */
  readonly earlier: Evaluator;
  readonly basis: Basis;
  /** How many workers its papers let go unexplained. */
  readonly tolerance: Exact;
  readonly from: Period;
  readonly to: Period;
  /** Those after `from` up to `to`, oldest first; undefined where none of their kind lead from the one to the other. */
  readonly periods: readonly Period[] | undefined;
}

/** Returns the span between the two sides' periods; undefined where they are one period, or a side has none. */
export function spanOf({ before, after }: PaperPair): Span | undefined {
  if (before.period === undefined || after.period === undefined) return undefined;
  const order = comparePeriods(before.period, after.period);
  if (order === 0) return undefined;
  const [from, to, earlier, { context }]: [Period, Period, SidePapers, SidePapers] =
    order < 0 ? [before.period, after.period, before, after] : [after.period, before.period, after, before];
  return {
    figures: context.figures,
    earlier: figuresUnder(earlier.context.figures, context.figures.registry),
    basis: context.workstream.basis,
    tolerance: context.programme.checks.unexplained ?? ZERO,
    from,
    to,
    periods: periodsBetween(from, to),
  };
}

/**
 * Returns the whole and the groups whose permanent staff the later side's data has at any period, without those that overlap
 * others; none where it has no permanent staff of any of them at the span's two periods.
 */
export function bridgeGroups({ figures, basis, from, to }: Span): Group[] {
  const { overlapping } = figures.book;
  const groups = groupsBehind(figures, { id: 'permanent', basis });
  const isKnown = (group: Group): boolean =>
    [from, to].some(
      (period) => figures.evaluate({ id: 'permanent', period, group, basis }).outcome.kind !== 'missing',
    );
  if (!groups.some(isKnown)) return [];
  return groups.filter((group) => !Object.keys(group).some((dimension) => overlapping.has(dimension)));
}

/**
 * Returns how many permanent staff there were when the span began: as the side with the later period says, and as the other
 * said where that one knows nothing of it.
 */
export function openingOf({ figures, earlier, from, basis }: Span, group: Group): Evaluation {
  const key = { id: 'permanent', period: from, group, basis };
  const known = figures.evaluate(key);
  if (known.outcome.kind !== 'missing') return known;
  const before = earlier.evaluate(key);
  return before.outcome.kind === 'missing' ? known : before;
}

function periodsBetween(from: Period, to: Period): Period[] | undefined {
  if (from.kind !== to.kind) return undefined;
  const periods: Period[] = [];
  let one: Period | undefined = to;
  for (; one !== undefined && one.end > from.end; one = precedingPeriod(one)) periods.unshift(one);
  return one?.key === from.key ? periods : undefined;
}
