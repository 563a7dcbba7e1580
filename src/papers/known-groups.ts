import type { FigureBook } from '../metrics/book.ts';
import { once } from '../model/once.ts';
import type { Group } from '../model/dataset.ts';
import { formatList } from '../model/format.ts';
import { fold, nearest } from '../model/suggest.ts';

/** A group in the spelling of the data, or what the data does not have of it. */
export type KnownGroup =
  | { readonly kind: 'known'; readonly group: Group }
  | { readonly kind: 'unknown'; readonly message: string; readonly help?: string };

/** The most names that advice lists. */
const LISTED = 12;

/** Names as the data spells them. */
interface Names {
  /** In the order of the data. */
  readonly all: readonly string[];
  /** Exactly that name before one that is only spelt alike. */
  readonly same: (written: string) => string | undefined;
}

/** Returns a group in the spelling of the data, whatever its case; else which of its names the data does not have. */
export function knownGroup(book: FigureBook, written: Group): KnownGroup {
  const group: Record<string, string> = {};
  for (const [dimension, member] of Object.entries(written)) {
    const { dimensions, members } = namesIn(book);
    const known = dimensions.same(dimension);
    const names = known === undefined ? undefined : members.get(known);
    if (known === undefined || names === undefined)
      return {
        kind: 'unknown',
        message: `the data has no groups by ${dimension}`,
        ...advice(dimension, dimensions.all, 'the data has groups by'),
      };
    const name = names.same(member);
    if (name === undefined)
      return {
        kind: 'unknown',
        message: `the data has no ${known} "${member}"`,
        ...advice(member, names.all, `by ${known} the data has`),
      };
    group[known] = name;
  }
  return { kind: 'known', group };
}

/** Returns the dimensions by which the data has groups. */
export function dimensionsIn(book: FigureBook): readonly string[] {
  return namesIn(book).dimensions.all;
}

/** Many citations and levels name groups, and the data has many thousand figures: it is looked through once. */
const namesIn = once((book: FigureBook) => {
  const members = new Map<string, Set<string>>();
  for (const { observation } of book.given.values())
    for (const [dimension, member] of Object.entries(observation.group)) {
      const some = members.get(dimension);
      if (some === undefined) members.set(dimension, new Set([member]));
      else some.add(member);
    }
  return {
    dimensions: namesOf(members.keys()),
    members: new Map([...members].map(([dimension, some]) => [dimension, namesOf(some)])),
  };
});

function namesOf(some: Iterable<string>): Names {
  const all = [...some];
  const exactly = new Set(all);
  const alike = new Map(all.toReversed().map((name) => [fold(name), name]));
  return { all, same: (written) => (exactly.has(written) ? written : alike.get(fold(written))) };
}

function advice(written: string, names: readonly string[], lead: string): { help?: string } {
  if (names.length === 0) return {};
  const meant = nearest(written, names);
  if (meant !== undefined) return { help: `did you mean ${meant}?` };
  const more = names.length > LISTED ? [`${(names.length - LISTED).toString()} more`] : [];
  return { help: `${lead} ${formatList([...names.slice(0, LISTED), ...more])}` };
}
