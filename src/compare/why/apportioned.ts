import { compareExact, exact, scaledRound, ZERO, type Exact } from '../../model/exact.ts';

/**
 * Returns the parts rounded to `places` decimals so that they add up to `total`, rounded: each is its own value rounded up
 * or down (the method of the largest remainder), and one that needs no rounding stays. `total` is what the parts add up
 * to, or that as it has been rounded up or down before. Negated parts give the negated result. Throws a RangeError where
 * no such rounding of the parts can make the total.
 */
export function apportioned(parts: readonly Exact[], total: Exact, places: number): Exact[] {
  // Which of two equal remainders goes up must not hang on the sign, or swapped sides would be printed differently.
  const first = parts.find((part) => part.n !== 0n);
  if (first !== undefined && first.s < 0n) {
    const negated = apportioned(
      parts.map((part) => part.neg()),
      total.neg(),
      places,
    );
    return negated.map((part) => part.neg());
  }
  const unit = exact(10n ** BigInt(places));
  const floors = parts.map((part) => part.mul(unit).floor());
  const rests = parts.map((part, index) => part.mul(unit).sub(floors[index] ?? ZERO));
  const floor = floors.reduce((sum, one) => sum.add(one), ZERO);
  const ups = Number(scaledRound(total, places) - scaledRound(floor, 0));
  const open = rests.flatMap((rest, index) => (rest.n === 0n ? [] : [{ rest, index }]));
  if (ups < 0 || ups > open.length) throw new RangeError('the parts do not make the total');
  open.sort((a, b) => compareExact(b.rest, a.rest) || a.index - b.index);
  const up = new Set(open.slice(0, ups).map(({ index }) => index));
  return floors.map((one, index) => (up.has(index) ? one.add(1) : one).div(unit));
}
