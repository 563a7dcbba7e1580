import { overlap, plus, type Estimate } from '../../metrics/estimate.ts';
import { compareExact } from '../../model/exact.ts';

/** A figure of a row. */
interface Placed {
  readonly row: string;
  readonly number: Estimate;
}

type Series = ReadonlyMap<string, Estimate>;

/** The most figures that one is looked for as the sum of, and among how many. */
const TERMS = 4;
const AMONG = 12;

/**
 * Returns the figures, by their ids, that are not the sums of others in the same rows: of those that one equation holds
 * together the largest is left out.
 */
export function independentOf(figures: ReadonlyMap<string, readonly Placed[]>): ReadonlySet<string> {
  const series = [...figures]
    .map(([id, all]) => ({ id, rows: new Map(all.map(({ row, number }) => [row, number] as const)) }))
    .sort((a, b) => compareExact(largestOf(b.rows), largestOf(a.rows)));
  const kept = series.filter(
    ({ rows }, index) =>
      !isSumOf(
        rows,
        series.slice(index + 1, index + 1 + AMONG).map((one) => one.rows),
        TERMS,
      ),
  );
  return new Set(kept.map(({ id }) => id));
}

function largestOf(rows: Series): Estimate['value'] {
  return [...rows.values()].map(({ value }) => value).reduce((a, b) => (compareExact(a, b) >= 0 ? a : b));
}

/** Whether some of the terms, each in all rows of the total that it shares with it, come to the total. */
function isSumOf(total: Series, terms: readonly Series[], most: number, so?: Series): boolean {
  if (so !== undefined && areSame(total, so)) return true;
  if (most === 0) return false;
  return terms.some((term, index) =>
    isSumOf(total, terms.slice(index + 1), most - 1, so === undefined ? term : added(so, term)),
  );
}

function areSame(total: Series, sum: Series): boolean {
  const shared = [...total].flatMap(([row, number]) => {
    const other = sum.get(row);
    return other === undefined ? [] : [overlap(number, other)];
  });
  return shared.length > 0 && shared.every(Boolean);
}

/** Returns the sums of the rows that both have. */
function added(one: Series, other: Series): Series {
  return new Map(
    [...one].flatMap(([row, number]) => {
      const more = other.get(row);
      return more === undefined ? [] : [[row, plus(number, more)] as const];
    }),
  );
}
