import { groupBy } from '../../model/group-by.ts';
import { fold } from '../../model/suggest.ts';
import { compareTexts } from '../../model/text-order.ts';

/** What entries are matched by. */
export interface Pairable {
  /** Folded; the same for every entry of a list without references. */
  readonly reference: string;
  /** What it is about, folded. */
  readonly text: string;
  /** The same as it is written. */
  readonly about: string;
  /** All of it, as one text. */
  readonly content: string;
}

/** An entry of the first side, the same one of the second side, or both. */
export interface Pair<T> {
  readonly was?: T;
  readonly now?: T;
}

/** How alike two texts are, of 1, to be one that was reworded. */
const ALIKE = 0.6;

/** More pairs of texts than these are not held against each other. */
const MOST_COMPARED = 10_000;

/**
 * Returns each entry of two lists once, with the one of the other list that it is: never by position. Entries are the same
 * by reference. Where several share one (or there is none), those of the same text are matched first, then the most alike,
 * and with a reference the only ones that are left on both sides. What is matched is the same with the sides exchanged.
 */
export function pairEntries<T extends Pairable>(
  before: readonly T[],
  after: readonly T[],
  hasReferences: boolean,
): Pair<T>[] {
  const [then, now] = [before, after].map((list) => groupBy(list, (one) => one.reference));
  const references = new Set([...before, ...after].map(({ reference }) => reference));
  return [...references].flatMap((reference) =>
    pairsWithin(then?.get(reference) ?? [], now?.get(reference) ?? [], hasReferences),
  );
}

function pairsWithin<T extends Pairable>(
  before: readonly T[],
  after: readonly T[],
  hasReferences: boolean,
): Pair<T>[] {
  let left: Left<T> = { before, after };
  const pairs: Pair<T>[] = [];
  const take = (found: readonly Required<Pair<T>>[]) => {
    const taken = new Set(found.flatMap(({ was, now }) => [was, now]));
    pairs.push(...found);
    left = {
      before: left.before.filter((one) => !taken.has(one)),
      after: left.after.filter((one) => !taken.has(one)),
    };
  };
  take(equals(left, ({ content }) => content));
  take(equals(left, ({ text }) => text));
  const isClear = hasReferences && left.before.length === 1 && left.after.length === 1;
  if (!isClear) take(alike(left));
  const [was, now] = [left.before[0], left.after[0]];
  const isLast = hasReferences && left.before.length === 1 && left.after.length === 1;
  if (isLast && was !== undefined && now !== undefined) take([{ was, now }]);
  return [...pairs, ...left.before.map((one) => ({ was: one })), ...left.after.map((one) => ({ now: one }))];
}

interface Left<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** Entries with the same key; of several, those that come first by all that they hold. */
function equals<T extends Pairable>({ before, after }: Left<T>, keyOf: (one: T) => string) {
  const byKey = groupBy(sorted(after), keyOf);
  return sorted(before).flatMap((was) => {
    const now = byKey.get(keyOf(was))?.shift();
    return now === undefined ? [] : [{ was, now }];
  });
}

function sorted<T extends Pairable>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => compareTexts(a.content, b.content));
}

/** The most alike first; of equally alike ones, those whose texts come first, whichever side each stands on. */
function alike<T extends Pairable>({ before, after }: Left<T>): Required<Pair<T>>[] {
  if (before.length * after.length > MOST_COMPARED) return [];
  const words = after.map((now) => ({ now, words: wordsOf(now.about) }));
  const candidates = before
    .flatMap((was) => {
      const own = wordsOf(was.about);
      return words.map((other) => ({ was, now: other.now, likeness: likeness(own, other.words) }));
    })
    .filter((one) => one.likeness >= ALIKE)
    .map((one) => ({ ...one, key: JSON.stringify([one.was.content, one.now.content].sort(compareTexts)) }))
    .sort((a, b) => b.likeness - a.likeness || compareTexts(a.key, b.key));
  const taken = new Set<T>();
  return candidates.filter(({ was, now }) => {
    if (taken.has(was) || taken.has(now)) return false;
    taken.add(was).add(now);
    return true;
  });
}

/** Returns the words of a text as they are held against another's. */
function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(fold);
}

/** Returns the share of words that two texts have in common, 0 to 1: twice the common ones by all of both. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    counts.set(word, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}

/** Orders references as people count: `WFR2` before `WFR10`, in whatever case, spaces and dashes. */
export function compareReferences(a: string, b: string): number {
  const [one, other] = [fold(a).split(/(\d+)/), fold(b).split(/(\d+)/)];
  for (let part = 0; part < Math.max(one.length, other.length); part += 1) {
    const order = compareParts(one[part] ?? '', other[part] ?? '');
    if (order !== 0) return order;
  }
  return compareTexts(a, b);
}

/** Every second part is a number: without leading zeros, the longer one is the larger. */
function compareParts(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => text.replace(/^0+(?=\d)/, ''));
  if (one === undefined || other === undefined) return 0;
  const areNumbers = /^\d/.test(one) && /^\d/.test(other);
  return (areNumbers ? one.length - other.length : 0) || compareTexts(one, other);
}
