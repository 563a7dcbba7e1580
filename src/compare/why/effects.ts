import { exact, ZERO, type Exact } from '../../model/exact.ts';

/** What is divided, and what by. */
export interface Quotient {
  readonly numerator: Exact;
  /** Never 0. */
  readonly denominator: Exact;
}

/** How much of a rate's change comes from each of its two parts. */
export interface QuotientEffects {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

const HALF = exact('0.5');

/**
 * Returns the change of a rate N ÷ D split into what came from its numerator, (N₁ − N₀) · ½(1/D₀ + 1/D₁), and from its
 * denominator, (1/D₁ − 1/D₀) · ½(N₀ + N₁). This is the symmetric split (Shapley's): the mean of letting the numerator
 * change first and of letting the denominator change first. The two add up to the change exactly, whatever changed first
 * in fact, and both change their signs where the sides are swapped.
 */
export function quotientEffects(before: Quotient, after: Quotient): QuotientEffects {
  const [old, now] = [before.denominator.inverse(), after.denominator.inverse()];
  return {
    numerator: after.numerator.sub(before.numerator).mul(old.add(now)).mul(HALF),
    denominator: now.sub(old).mul(before.numerator.add(after.numerator)).mul(HALF),
  };
}

/** A member on one side: its share of the whole's denominator, and its own rate; undefined where it has no denominator. */
export interface MemberRate {
  readonly weight: Exact;
  readonly rate: Exact | undefined;
}

export interface WeighedMember {
  readonly before: MemberRate;
  readonly after: MemberRate;
}

/** How much of the whole's change comes from a member. */
export interface MemberEffects {
  /** From its growing or shrinking beside the others. */
  readonly mix: Exact;
  /** From its own rate. */
  readonly within: Exact;
}

/**
 * Returns each member's part in the change of the whole's rate R = Σ w·r, where its weight w is its share of the
 * denominator and r its own rate: within = ½(w₀ + w₁)(r₁ − r₀), and mix = (w₁ − w₀)(½(r₀ + r₁) − ½(R₀ + R₁)). A member
 * that has a rate on one side only has that on both, so that all of its part is mix; one without any has no part. Where
 * the weights of each side add up to 1, the parts add up to R₁ − R₀ exactly. Swapped sides change their signs.
 */
export function memberEffects(members: readonly WeighedMember[]): MemberEffects[] {
  const whole = (side: keyof WeighedMember): Exact =>
    members.reduce((sum, { [side]: { weight, rate } }) => sum.add(weight.mul(rate ?? ZERO)), ZERO);
  const middle = whole('before').add(whole('after')).mul(HALF);
  return members.map(({ before, after }) => {
    const [old, now] = [before.rate ?? after.rate, after.rate ?? before.rate];
    if (old === undefined || now === undefined) return { mix: ZERO, within: ZERO };
    return {
      mix: after.weight.sub(before.weight).mul(old.add(now).mul(HALF).sub(middle)),
      within: before.weight.add(after.weight).mul(HALF).mul(now.sub(old)),
    };
  });
}

/**
 * Returns how much of a value's change comes from each of the things that it is reckoned from: what the value changes by when
 * one of them alone goes from its first number to its second, on average over all orders in which they can (Shapley's split).
 * The effects add up to the change exactly, change their signs where the sides are swapped, and what did not change has
 * none. Undefined where `valueOf` is so of a mix of the two. There are 2ⁿ mixes: for a few things only.
 */
export function orderedEffects(
  before: readonly Exact[],
  after: readonly Exact[],
  valueOf: (mix: readonly Exact[]) => Exact | undefined,
): Exact[] | undefined {
  const count = before.length;
  const values: Exact[] = [];
  // Bit i of a mix says that thing i has its second number.
  for (let mix = 0; mix < 2 ** count; mix += 1) {
    const value = valueOf(before.map((old, index) => (has(mix, index) ? (after[index] ?? old) : old)));
    if (value === undefined) return undefined;
    values.push(value);
  }
  return before.map((_, index) =>
    values.reduce((sum, value, mix) => {
      if (has(mix, index)) return sum;
      const step = (values[mix + 2 ** index] ?? value).sub(value);
      return sum.add(step.mul(shareOfOrders(sizeOf(mix, count), count)));
    }, ZERO),
  );
}

function has(mix: number, index: number): boolean {
  return Math.floor(mix / 2 ** index) % 2 === 1;
}

function sizeOf(mix: number, count: number): number {
  return Array.from({ length: count }, (_, index) => index).filter((index) => has(mix, index)).length;
}

/** In how many of the orders of n things just these `size` go before a given one, as a share: s! · (n − s − 1)! ÷ n! */
function shareOfOrders(size: number, count: number): Exact {
  return exact(factorial(size) * factorial(count - size - 1)).div(factorial(count));
}

function factorial(of: number): number {
  return of <= 1 ? 1 : of * factorial(of - 1);
}
