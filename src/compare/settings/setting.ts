import { oneLine } from '../../model/one-line.ts';
import type { SettingChange } from '../comparison.ts';

export type What = SettingChange['what'];

/** One thing that a configuration says. */
export interface Setting {
  /** Unique on its side. */
  readonly id: string;
  /** The same text where the same is meant: what two sides are compared by. */
  readonly text: string;
}

/** One thing that is said of something: its unit, its direction. */
export interface Saying {
  readonly aspect: string;
  /** The same text where the same is meant. */
  readonly text: string;
  /** What follows "is now" or "it was"; absent where there are no words for it. */
  readonly words?: string;
}

/** A change with its weight: what has the least rank is told first. */
export interface RankedChange {
  readonly change: SettingChange;
  readonly rank: number;
}

/** How a change of settings is told. */
export interface Telling<T extends Setting> {
  readonly what: (before: T | undefined, after: T | undefined) => What;
  readonly rank: (before: T | undefined, after: T | undefined) => number;
  readonly changed: (before: T, after: T) => string;
  readonly isNew: (after: T) => string;
  readonly isGone: (before: T) => string;
}

/** Returns what two sides say differently: what only the first says, and then the others, in the order of the second. */
export function changesBetween<T extends Setting>(
  before: readonly T[],
  after: readonly T[],
  telling: Telling<T>,
): RankedChange[] {
  const [old, now] = [byId(before), byId(after)];
  const gone = [...old.values()].filter(({ id }) => !now.has(id)).map((one) => pair(one, undefined));
  const others = [...now.values()]
    .filter(({ id, text }) => old.get(id)?.text !== text)
    .map((one) => pair(old.get(one.id), one));
  return [...gone, ...others];

  function pair(was: T | undefined, is: T | undefined): RankedChange {
    const change: SettingChange = {
      what: telling.what(was, is),
      id: (is ?? was)?.id ?? '',
      kind: was === undefined ? 'new' : is === undefined ? 'gone' : 'changed',
      text: oneLine(sentenceOf(was, is, telling)),
      before: was?.text ?? null,
      after: is?.text ?? null,
      effects: [],
    };
    return { change, rank: telling.rank(was, is) };
  }
}

function sentenceOf<T extends Setting>(
  was: T | undefined,
  is: T | undefined,
  { changed, isNew, isGone }: Telling<T>,
): string {
  if (was !== undefined && is !== undefined) return changed(was, is);
  if (is !== undefined) return isNew(is);
  return was === undefined ? '' : isGone(was);
}

/** Returns the settings by their ids, the first of an id. */
export function byId<T extends Setting>(settings: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const one of settings) if (!found.has(one.id)) found.set(one.id, one);
  return found;
}

/** Returns the changes by rank, those of one rank in their order. */
export function ranked(changes: readonly RankedChange[]): SettingChange[] {
  return changes.toSorted((a, b) => a.rank - b.rank).map(({ change }) => change);
}

/** Returns what is said of something as one text. */
export function textOfSayings(says: readonly Saying[]): string {
  return JSON.stringify(Object.fromEntries(says.map(({ aspect, text }) => [aspect, text])));
}

/** Returns what is said differently, in words: as it was, and as it is now. Without words for both it is not told. */
export function differentWords(
  before: readonly Saying[],
  after: readonly Saying[],
  leftOut: readonly string[] = [],
): { readonly was: readonly string[]; readonly is: readonly string[] } {
  const told = after.flatMap(({ aspect, text, words }) => {
    const other = before.find((one) => one.aspect === aspect);
    if (other === undefined || other.text === text || leftOut.includes(aspect)) return [];
    if (words === undefined || other.words === undefined || words === other.words) return [];
    return [{ was: other.words, is: words }];
  });
  return { was: told.map(({ was }) => was), is: told.map(({ is }) => is) };
}

/** Returns `Agency rate is now agency ÷ establishment; it was agency ÷ (permanent + agency)`. */
export function nowAndBefore(
  subject: string,
  { was, is }: { readonly was: readonly string[]; readonly is: readonly string[] },
): string {
  if (is.length === 0) return `${subject} is defined otherwise now`;
  return `${subject} is now ${is.join(', ')}; it was ${was.join(', ')}`;
}

/** Returns a part of an id with an escape before what parts ids. */
export function idPart(name: string): string {
  return name.replace(/[\\.]/g, '\\$&');
}
