import type { Basis } from '../../model/dataset.ts';
import { labelOf, type Registry } from '../../metrics/registry.ts';
import { compareExact, exact, ZERO, type Exact } from '../../model/exact.ts';
import { formatBasis, formatList, formatNumber, midSentence, plural } from '../../model/format.ts';
import { compareTexts } from '../../model/text-order.ts';

export interface Level {
  readonly measure: string;
  readonly basis: Basis;
  /** Of which other group besides the member: `Manager`; empty for the member itself. */
  readonly of: string;
  readonly value: Exact;
  readonly places: number;
}

/** What is counted of a member at a period's end, by figure. */
export type Levels = ReadonlyMap<string, Level>;

/** How far two members may be apart and still be one, that people have joined or left: a share of the larger. */
const APART = { establishment: 0.05, other: 0.1 } as const;
/** Of few people, one is more than any share. */
const ONE = exact('1');
/** One count may be the same by chance. */
const LEAST_MEASURES = 2;

/**
 * Returns why two members may be one: two measures or more of both, establishment among them and within 5%, and every other
 * one within 10% or one person. Undefined where any is further apart, and where nobody is counted. The figures of `a` are
 * named first.
 */
export function nearLevels(a: Levels, b: Levels, registries: readonly Registry[]): string | undefined {
  const pairs = pairsOf(a, b);
  const measures = [...new Set(pairs.map(({ measure }) => measure))].sort(postsFirst);
  if (measures.length < LEAST_MEASURES || !measures.includes(POSTS)) return undefined;
  if (!pairs.every(isNear) || pairs.every(({ one, other }) => one.n === 0n && other.n === 0n))
    return undefined;
  if (pairs.every(({ one, other }) => one.equals(other)))
    return `${formatList(measures.map((measure) => nameOf(measure, registries)))} are the same`;
  // What is given of the member itself says it all: its roles are parts of that.
  const own = pairs.filter(({ of }) => of === '');
  const told = measures.flatMap((measure) => {
    const ofIt = (own.length > 0 ? own : pairs).filter((pair) => pair.measure === measure);
    return ofIt.map((pair) => levelsText(pair, nameOf(measure, registries), hasBothBases(pairs)));
  });
  const left = told.length - MOST_TOLD;
  return left > 0
    ? `${told.slice(0, MOST_TOLD).join(', ')}, and ${plural(left, 'other figure')} as near`
    : told.join(', ');
}

const MOST_TOLD = 4;

function hasBothBases(pairs: readonly Pair[]): boolean {
  return new Set(pairs.map(({ basis }) => basis)).size > 1;
}

const POSTS = 'establishment';

function postsFirst(a: string, b: string): number {
  return Number(b === POSTS) - Number(a === POSTS) || compareTexts(a, b);
}

/** Each by itself: some measures are parts of others, so that all of them together count people twice. */
function isNear({ measure, one, other }: Pair): boolean {
  const apart = one.sub(other).abs();
  if (measure === POSTS) return isWithin(apart, larger(one, other), APART.establishment);
  return compareExact(apart, ONE) <= 0 || isWithin(apart, larger(one, other), APART.other);
}

function levelsText({ one, other, places, basis, of }: Pair, name: string, withBasis: boolean): string {
  const which = [...(of === '' ? [] : [of]), ...(withBasis ? [formatBasis(basis)] : [])];
  const words = which.length === 0 ? '' : ` (${which.join(', ')})`;
  return `${name}${words} ${formatNumber(one, places)} and ${formatNumber(other, places)}`;
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

interface Pair extends Omit<Level, 'value'> {
  readonly one: Exact;
  readonly other: Exact;
}

function pairsOf(a: Levels, b: Levels): Pair[] {
  return [...a].flatMap(([key, { value, ...level }]) => {
    const other = b.get(key);
    if (other === undefined) return [];
    return [{ ...level, one: value, other: other.value, places: Math.max(level.places, other.places) }];
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
