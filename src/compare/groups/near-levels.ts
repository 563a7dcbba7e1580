import { labelOf, type Registry } from '../../metrics/registry.ts';
import { compareExact, ZERO, type Exact } from '../../model/exact.ts';
import { formatList, formatNumber, midSentence } from '../../model/format.ts';

export interface Level {
  readonly measure: string;
  readonly value: Exact;
  readonly places: number;
}

/** What is counted of a member at a period's end, by figure. */
export type Levels = ReadonlyMap<string, Level>;

/** How far two members may be apart and still be one, that people have joined or left. */
const APART = { establishment: 0.05, total: 0.1 } as const;
/** One count may be the same by chance. */
const LEAST_MEASURES = 2;

/**
 * Returns why two members may be one: two measures or more of both, establishment among them and within 5%, and all of them
 * together not more than 10% apart. Undefined where they are further apart. The same whichever is named first.
 */
export function nearLevels(a: Levels, b: Levels, registries: readonly Registry[]): string | undefined {
  const pairs = pairsOf(a, b);
  const measures = [...new Set(pairs.map(({ measure }) => measure))].sort();
  const posts = pairs.filter(({ measure }) => measure === 'establishment');
  if (measures.length < LEAST_MEASURES || posts.length === 0) return undefined;
  if (
    !posts.every(({ one, other }) => isWithin(one.sub(other).abs(), larger(one, other), APART.establishment))
  )
    return undefined;
  const apart = sumOf(pairs.map(({ one, other }) => one.sub(other).abs()));
  const total = larger(
    sumOf(pairs.map(({ one }) => one.abs())),
    sumOf(pairs.map(({ other }) => other.abs())),
  );
  if (total.n === 0n || !isWithin(apart, total, APART.total)) return undefined;
  const places = Math.max(...pairs.map((pair) => pair.places));
  const names = formatList(measures.map((measure) => nameOf(measure, registries)));
  return apart.n === 0n
    ? `${names} are the same`
    : `${names} are ${formatNumber(apart, places)} apart in all, of ${formatNumber(total, places)}`;
}

/**
 * Returns whether a member's levels are nearer to those of two members together than to the one alone: then it was divided,
 * and is not the one under another name.
 */
export function isSplit(whole: Levels, part: Levels, others: readonly Levels[]): boolean {
  const alone = distance(whole, [part]);
  return others.some((other) => {
    if (other === part || pairsOf(whole, other).every(({ other: { n } }) => n === 0n)) return false;
    return compareExact(distance(whole, [part, other]), alone) < 0;
  });
}

function distance(whole: Levels, parts: readonly Levels[]): Exact {
  return sumOf(
    [...whole].map(([key, { value }]) =>
      value.sub(sumOf(parts.map((part) => part.get(key)?.value ?? ZERO))).abs(),
    ),
  );
}

interface Pair {
  readonly measure: string;
  readonly one: Exact;
  readonly other: Exact;
  readonly places: number;
}

function pairsOf(a: Levels, b: Levels): Pair[] {
  return [...a].flatMap(([key, { measure, value, places }]) => {
    const other = b.get(key);
    return other === undefined
      ? []
      : [{ measure, one: value, other: other.value, places: Math.max(places, other.places) }];
  });
}

/** The label that every side uses; the id in words where they use several. */
function nameOf(measure: string, registries: readonly Registry[]): string {
  const [label, another] = new Set(registries.map((registry) => labelOf(registry, measure)));
  return label === undefined || another !== undefined ? measure.replaceAll('_', ' ') : midSentence(label);
}

function isWithin(distanceApart: Exact, of: Exact, share: number): boolean {
  return distanceApart.compare(of.mul(share)) <= 0;
}

function larger(a: Exact, b: Exact): Exact {
  return compareExact(a, b) >= 0 ? a : b;
}

function sumOf(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.add(value), ZERO);
}
