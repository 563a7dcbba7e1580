import type { Benchmark } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { fold, nearest } from '../../model/suggest.ts';
import { quoted } from '../grammar/reading.ts';
import { keyPlaceUnder, sourcedUnder, under, type Tree } from '../yaml/tree.ts';

/** A place that a council wants to be set beside. */
export interface Comparator {
  readonly name: string;
  readonly level: Benchmark['level'];
  readonly at: Place;
}

/** The comparators of the configuration; the places of a download that are kept beside England. */
export interface Wanted {
  readonly comparators: readonly Comparator[];
  /** Where the configuration names them, or would. */
  readonly at: Place;
}

/** Returns the comparators that the configuration names, from its tree: downloads are read where it is faulty, too. */
export function wantedPlaces(tree: Tree): Wanted {
  const path = ['comparators'];
  const one = (key: string, level: Benchmark['level']): Comparator[] => {
    const { value, at } = sourcedUnder(tree, [...path, key]);
    return value === '' ? [] : [{ name: value, level, at }];
  };
  const neighbours = under(tree, [...path, 'neighbours']);
  return {
    comparators: [
      ...one('authority', 'authority'),
      ...one('region', 'region'),
      ...(neighbours?.kind === 'list' ? neighbours.items : []).flatMap((item): Comparator[] =>
        item.kind === 'scalar' ? [{ name: item.text, level: 'authority', at: item.at }] : [],
      ),
    ],
    at: keyPlaceUnder(tree, path),
  };
}

/** Returns whether a place of a download is one that is wanted; England always is. */
export function isWanted(name: string, level: Benchmark['level'], { comparators }: Wanted): boolean {
  if (level === 'england') return true;
  return comparators.some((one) => one.level === level && fold(one.name) === fold(name));
}

/** Returns a finding for each comparator that no download has, and one where there are no comparators. */
export function missingComparators(
  { comparators, at }: Wanted,
  places: ReadonlyMap<Benchmark['level'], ReadonlySet<string>>,
): Finding[] {
  if (comparators.length === 0)
    return [
      finding('W012', 'of the downloads under benchmarks only England is read: there are no comparators', {
        at,
        help: 'add to cip-report.yaml: comparators: { authority: Devon, region: South West, neighbours: [Cornwall, Somerset] }',
      }),
    ];
  return comparators.flatMap((one) => {
    const known = [...(places.get(one.level) ?? [])];
    if (known.some((name) => fold(name) === fold(one.name))) return [];
    const kind = one.level === 'region' ? 'region' : 'authority';
    const meant = nearest(one.name, known) ?? onlyOneWith(one.name, known);
    return [
      finding('E049', `no download under benchmarks has the ${kind} ${quoted(one.name)}`, {
        at: one.at,
        why:
          known.length > 0 && known.length <= SHOWN
            ? `there are ${known.join(', ')}`
            : 'a comparator is named as the publisher names it',
        help: meant === undefined ? undefined : `did you mean ${quoted(meant)}?`,
      }),
    ];
  });
}

/** The most places that are listed in a message: all regions, and not all authorities. */
const SHOWN = 16;

/** `Durham` for `County Durham`, `Hull` for `Kingston upon Hull, City of`. */
function onlyOneWith(written: string, known: readonly string[]): string | undefined {
  const [one, ...others] = known.filter((name) => fold(name).includes(fold(written)));
  return others.length === 0 ? one : undefined;
}
