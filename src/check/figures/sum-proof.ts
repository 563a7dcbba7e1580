import { overlap, type Estimate } from '../../metrics/estimate.ts';
import { independentOf } from './independent.ts';
import { compareExact, exact, type Exact } from '../../model/exact.ts';
import { groupBy } from '../../model/group-by.ts';

/** A member's count at a period's end beside the sum of the others'. */
export interface Compared {
  readonly id: string;
  /** Which row it stands in: those of one period. */
  readonly row: string;
  readonly number: Estimate;
  readonly rest: Estimate;
  /** How many of the others have any. */
  readonly terms: number;
}

/** How far figures prove that a member is the sum of the others. */
export type Proof = 'certain' | 'likely';

/** One sum in so many comes about by chance: among teams of a size, not one in many thousand papers then has it. */
const CERTAIN = 10_000;
const LIKELY = 300;
/** What a figure that moved, and is the sum again, adds to the proof: small teams move by one or two, often alike. */
const AGAIN = 3;
/** The sum of one number is only equality. */
const TERMS = 2;
const ONE = exact(1);

/**
 * Returns whether the figures of one member prove that it is the sum of the others: two thirds of them or more are, so that
 * a mistyped one hides nothing, and so many different ones, so large, that it is no chance. Where they are fewer or smaller,
 * and none is another number, it is likely. What is as well the sum as not (none, or the same as the only other one) counts
 * for neither; nor does a figure that follows from others: an establishment of permanent and agency staff and unfilled posts
 * is the sum wherever these three are.
 */
export function proofOf(all: readonly Compared[]): Proof | undefined {
  const sums = all.filter(addsUp);
  const others = all.filter(({ number, rest }) => !overlap(rest, number)).length;
  if (sums.length === 0 || sums.length < 2 * others) return undefined;
  const right = all.filter(({ number, rest }) => overlap(rest, number));
  const ids = independentOf(groupBy(right, ({ id }) => id));
  const odds = [...groupBy(sums, ({ id }) => id)]
    .filter(([id]) => ids.has(id))
    .reduce((so, [, series]) => so * oddsOf(series), 1);
  if (odds >= CERTAIN) return 'certain';
  return others === 0 && odds >= LIKELY ? 'likely' : undefined;
}

/** Returns whether a figure is the sum of two others or more. */
export function addsUp({ number, rest, terms }: Compared): boolean {
  return terms >= TERMS && overlap(rest, number);
}

/** Returns one in how many series of one figure would be the sum by chance. */
function oddsOf(series: readonly Compared[]): number {
  const different = new Set(series.map(({ number }) => number.value.toFraction()));
  const first = Math.max(...series.map(numbersUpTo));
  return first * AGAIN ** (different.size - 1);
}

/** Returns how many numbers there are from none to the figure that rounding can tell from each other. */
function numbersUpTo({ number, rest }: Compared): number {
  const blurred = widthOf(number).add(widthOf(rest));
  const width = compareExact(blurred, ONE) > 0 ? blurred : ONE;
  return 1 + number.value.abs().div(width).valueOf();
}

function widthOf({ low, high }: Estimate): Exact {
  return high.sub(low);
}
