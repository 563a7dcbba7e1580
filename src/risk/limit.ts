import type { Group, Indicator, IndicatorLimit } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import { scaledRound, type Exact } from '../model/exact.ts';
import { meetsThreshold } from '../model/threshold.ts';
import { fold } from '../model/suggest.ts';

/** How a figure stands to its level. Judged on the unrounded value. */
export interface LimitJudgement {
  readonly met: boolean;
  /** Green where it is met, amber within the tolerance, else red. */
  readonly rag: 'green' | 'amber' | 'red';
  /** figure − level, with its sign, in the figure's own unit. */
  readonly gap: Exact;
}

/** Returns how a figure stands to a limit. A figure exactly on the level meets it; one exactly on `amberTo` is amber. */
export function judgeLimit(
  { direction, value: level, amberTo }: Pick<IndicatorLimit, 'direction' | 'value' | 'amberTo'>,
  value: Exact,
): LimitJudgement {
  const met = meetsThreshold({ direction, value: level }, value);
  const within = amberTo !== undefined && meetsThreshold({ direction, value: amberTo }, value);
  return { met, rag: met ? 'green' : within ? 'amber' : 'red', gap: value.sub(level) };
}

/** Units whose figures grow with the group, so that the level of a whole says nothing of its parts. */
const ADDS_UP: ReadonlySet<MetricUnit> = new Set<MetricUnit>(['count', 'money']);

/**
 * Returns the limit that a group is held against, or undefined. A count or a sum of money is held against the limit of
 * exactly that group; any other figure against the one whose `of` names most of the group's dimensions (a limit
 * without `of` holds for every group), the first where several name as many.
 */
export function limitFor(
  { limits, unit }: Pick<Indicator, 'limits' | 'unit'>,
  group: Group,
): IndicatorLimit | undefined {
  const size = sizeOf(group);
  let best: IndicatorLimit | undefined;
  for (const limit of limits) {
    if (!isWithin(group, limit.of) || (ADDS_UP.has(unit) && sizeOf(limit.of) !== size)) continue;
    if (best === undefined || sizeOf(limit.of) > sizeOf(best.of)) best = limit;
  }
  return best;
}

/** Returns whether a group is of an outer one: it has each of its dimensions, with the same member. */
function isWithin(group: Group, outer: Group): boolean {
  const pairs = new Set(Object.entries(group).map(pairText));
  return Object.entries(outer).every((pair) => pairs.has(pairText(pair)));
}

function pairText([dimension, member]: readonly [string, string]): string {
  return JSON.stringify([fold(dimension), fold(member)]);
}

function sizeOf(group: Group): number {
  return Object.keys(group).length;
}

/** The most decimals that are added so that a gap does not read as none. */
const EXTRA_PLACES = 4;

/** Returns the decimals at which a gap does not round to none: 18.004 beside 18 is not told as 18.0. */
export function placesOfGap(places: number, gap: Exact, unit: MetricUnit): number {
  const size = unit === 'share' ? gap.mul(100) : gap;
  for (let more = places; more <= places + EXTRA_PLACES; more += 1)
    if (scaledRound(size, more) !== 0n) return more;
  return places;
}
