import type { Observation } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import { groupText } from './census.ts';

/** The decimals to which a written figure was rounded; `exact` where nothing was left off. */
export type Precision = number | 'exact';

/**
 * Returns to how many decimals each figure of the papers was rounded when it was written: as many as it has, but in a
 * column (a measure on a basis in one file) that is written in decimals for the most part, a bare `2` is 2.0, and a bare
 * 0 is nothing. A total is taken so only where another figure of the same group has decimals too: a table may give the
 * whole in whole numbers below parts in tenths.
 */
export function createPrecision(figures: readonly Observation[]): (one: Observation) => Precision {
  let bare: ReadonlyMap<Observation, Precision> | undefined;
  return (one) => {
    if (one.cell.kind !== 'number' || one.cell.places > 0) return own(one);
    bare ??= bareAmongDecimals(figures);
    return bare.get(one) ?? own(one);
  };
}

function own({ cell }: Observation): Precision {
  return cell.kind === 'number' ? cell.places : 'exact';
}

function bareAmongDecimals(figures: readonly Observation[]): Map<Observation, Precision> {
  const numbers = figures.filter(({ cell }) => cell.kind === 'number');
  const withDecimals = new Set(numbers.filter((one) => placesOf(one) > 0).map(rowText));
  const found = new Map<Observation, Precision>();
  for (const column of groupBy(numbers, columnText).values()) {
    const places = placesThroughout(column);
    if (places === undefined) continue;
    const totals = new Set(column.flatMap(({ group }) => wholesOf(group)));
    for (const one of column) {
      if (placesOf(one) > 0) continue;
      if (isNothing(one)) found.set(one, 'exact');
      else if (!totals.has(groupText(one.group)) || withDecimals.has(rowText(one))) found.set(one, places);
    }
  }
  return found;
}

/** Returns the fewest decimals of a column; undefined where most of its figures, but for nothings, have none. */
function placesThroughout(column: readonly Observation[]): number | undefined {
  const decimals = column.map(placesOf).filter((places) => places > 0);
  const bare = column.filter((one) => placesOf(one) === 0 && !isNothing(one));
  return decimals.length === 0 || bare.length > decimals.length ? undefined : Math.min(...decimals);
}

function placesOf({ cell }: Observation): number {
  return cell.kind === 'number' ? cell.places : 0;
}

function isNothing({ cell }: Observation): boolean {
  return cell.kind === 'number' && cell.value.n === 0n;
}

/** Returns the groups of which a group is a member. */
function wholesOf(group: Observation['group']): string[] {
  return Object.keys(group).map((dimension) =>
    groupText(Object.fromEntries(Object.entries(group).filter(([name]) => name !== dimension))),
  );
}

function columnText({ at, measure, basis, stated, cell }: Observation): string {
  return JSON.stringify([at.file, measure, basis, stated, cell.kind === 'number' && cell.notation]);
}

function rowText({ at, group, basis, stated, cell }: Observation): string {
  return JSON.stringify([at.file, groupText(group), basis, stated, cell.kind === 'number' && cell.notation]);
}
