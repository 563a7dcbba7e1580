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
