import type { FigureBook } from '../metrics/book.ts';
import type { Group } from '../model/dataset.ts';
import { formatList } from '../model/format.ts';
import { fold, nearest } from '../model/suggest.ts';

/** A group in the spelling of the data, or what the data does not have of it. */
export type KnownGroup =
  | { readonly kind: 'known'; readonly group: Group }
  | { readonly kind: 'unknown'; readonly message: string; readonly help?: string };

/** The most names that advice lists. */
const LISTED = 12;

/** Returns a group in the spelling of the data, whatever its case; else which of its names the data does not have. */
export function knownGroup(book: FigureBook, written: Group): KnownGroup {
  const members = Object.keys(written).length > 0 ? membersByDimension(book) : new Map<string, Set<string>>();
  const group: Record<string, string> = {};
  for (const [dimension, member] of Object.entries(written)) {
    const known = sameName(dimension, [...members.keys()]);
    if (known === undefined)
      return {
        kind: 'unknown',
        message: `the data has no groups by ${dimension}`,
        ...advice(dimension, [...members.keys()], 'the data has groups by'),
      };
    const names = [...(members.get(known) ?? [])];
    const name = sameName(member, names);
    if (name === undefined)
      return {
        kind: 'unknown',
        message: `the data has no ${known} "${member}"`,
        ...advice(member, names, `by ${known} the data has`),
      };
    group[known] = name;
  }
  return { kind: 'known', group };
}

function membersByDimension(book: FigureBook): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const { observation } of book.given.values())
    for (const [dimension, member] of Object.entries(observation.group))
      members.set(dimension, (members.get(dimension) ?? new Set<string>()).add(member));
  return members;
}

/** Exactly that name before one that is only spelt alike. */
function sameName(written: string, names: readonly string[]): string | undefined {
  return names.find((name) => name === written) ?? names.find((name) => fold(name) === fold(written));
}

function advice(written: string, names: readonly string[], lead: string): { help?: string } {
  if (names.length === 0) return {};
  const meant = nearest(written, names);
  if (meant !== undefined) return { help: `did you mean ${meant}?` };
  const more = names.length > LISTED ? [`${(names.length - LISTED).toString()} more`] : [];
  return { help: `${lead} ${formatList([...names.slice(0, LISTED), ...more])}` };
}
