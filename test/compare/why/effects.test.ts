import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  memberEffects,
  orderedEffects,
  quotientEffects,
  type MemberRate,
  type Quotient,
} from '../../../src/compare/why/effects.ts';
import { exact, ZERO, type Exact } from '../../../src/model/exact.ts';

const count = fc.integer({ min: 0, max: 3000 }).map((tenths) => exact(tenths).div(10));
const positive = fc.integer({ min: 1, max: 3000 }).map((tenths) => exact(tenths).div(10));
const quotient: fc.Arbitrary<Quotient> = fc.record({ numerator: count, denominator: positive });
const sumOf = (some: readonly Exact[]): Exact => some.reduce((sum, one) => sum.add(one), ZERO);
const rateOf = ({ numerator, denominator }: Quotient): Exact => numerator.div(denominator);

describe('the change of a rate by its numerator and its denominator', () => {
  it("of Luton's 36 of 180 to 39 of 185 is exact", () => {
    const effects = quotientEffects(
      { numerator: exact(36), denominator: exact(180) },
      { numerator: exact(39), denominator: exact(185) },
    );
    // 3 · ½(1/180 + 1/185) = 3 · ½ · 73/6660 = 73/4440
    expect(effects.numerator.toFraction()).toBe('73/4440');
    // (1/185 − 1/180) · ½ · 75 = −1/6660 · 37.5 = −5/888
    expect(effects.denominator.toFraction()).toBe('-5/888');
  });

  it('adds up to it exactly, and changes its signs with the sides', () => {
    fc.assert(
      fc.property(quotient, quotient, (before, after) => {
        const forward = quotientEffects(before, after);
        const back = quotientEffects(after, before);
        const change = rateOf(after).sub(rateOf(before));
        expect(forward.numerator.add(forward.denominator).equals(change)).toBe(true);
        expect(back.numerator.equals(forward.numerator.neg())).toBe(true);
        expect(back.denominator.equals(forward.denominator.neg())).toBe(true);
      }),
    );
  });

  it('is nothing of what stayed', () => {
    fc.assert(
      fc.property(quotient, positive, (before, denominator) => {
        expect(quotientEffects(before, { ...before, denominator }).numerator.equals(ZERO)).toBe(true);
        const after = { ...before, numerator: denominator };
        expect(quotientEffects(before, after).denominator.equals(ZERO)).toBe(true);
      }),
    );
  });
});

describe('the change of a rate by members', () => {
  /** Members on two sides, of which each side lacks some but never all. */
  const sides = fc
    .array(fc.record({ before: fc.option(quotient), after: fc.option(quotient) }), { maxLength: 6 })
    .chain((some) => fc.record({ before: quotient, after: quotient }).map((one) => [one, ...some]));

  function membersOf(some: readonly { before: Quotient | null; after: Quotient | null }[]) {
    const total = (side: 'before' | 'after') => sumOf(some.map((one) => one[side]?.denominator ?? ZERO));
    const whole = { before: total('before'), after: total('after') };
    const rate = (side: 'before' | 'after', one: Quotient | null): MemberRate =>
      one === null
        ? { weight: ZERO, rate: undefined }
        : { weight: one.denominator.div(whole[side]), rate: rateOf(one) };
    return some.map(({ before, after }) => ({ before: rate('before', before), after: rate('after', after) }));
  }

  it('adds up to it exactly, and changes its signs with the sides', () => {
    fc.assert(
      fc.property(sides, (some) => {
        const members = membersOf(some);
        const effects = memberEffects(members);
        const whole = (side: 'before' | 'after') =>
          sumOf(members.map(({ [side]: { weight, rate } }) => weight.mul(rate ?? ZERO)));
        const change = whole('after').sub(whole('before'));
        expect(sumOf(effects.flatMap(({ mix, within }) => [mix, within])).equals(change)).toBe(true);
        const back = memberEffects(members.map(({ before, after }) => ({ before: after, after: before })));
        for (const [index, { mix, within }] of effects.entries()) {
          expect(back[index]!.mix.equals(mix.neg())).toBe(true);
          expect(back[index]!.within.equals(within.neg())).toBe(true);
        }
      }),
    );
  });

  it('is all mix where a side does not have the member, and none within', () => {
    const half = exact('0.5');
    // Two teams of equal weight become one: rates 10% and 30%, whole 20% → 10%.
    const effects = memberEffects([
      { before: { weight: half, rate: exact('0.1') }, after: { weight: exact(1), rate: exact('0.1') } },
      { before: { weight: half, rate: exact('0.3') }, after: { weight: ZERO, rate: undefined } },
    ]);
    // ½ · (0.1 − 0.15) and −½ · (0.3 − 0.15)
    expect(effects.map(({ mix, within }) => [mix.toFraction(), within.toFraction()])).toEqual([
      ['-1/40', '0'],
      ['-3/40', '0'],
    ]);
  });
});

describe('a change by what a value is reckoned from', () => {
  const things = fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 4 });
  /** The first ÷ (all + 1). */
  const shareOf = (mix: readonly Exact[]): Exact => mix[0]!.div(sumOf(mix).add(1));
  const effectsOf = (some: readonly (readonly [Exact, Exact])[]): Exact[] =>
    orderedEffects(
      some.map(([old]) => old),
      some.map(([, now]) => now),
      shareOf,
    )!;

  it('adds up to it exactly, changes its signs with the sides, and is nothing of what stayed', () => {
    fc.assert(
      fc.property(things, count, (some, same) => {
        const pairs = [...some.slice(0, 3), [same, same] as const];
        const change = shareOf(pairs.map(([, now]) => now)).sub(shareOf(pairs.map(([old]) => old)));
        const effects = effectsOf(pairs);
        expect(sumOf(effects).toFraction()).toBe(change.toFraction());
        expect(effects.at(-1)!.toFraction()).toBe('0');
        const back = effectsOf(pairs.map(([old, now]) => [now, old]));
        expect(back.map((one) => one.toFraction())).toEqual(effects.map((one) => one.neg().toFraction()));
      }),
    );
  });

  it('is that of the numerator and the denominator where these are all there is', () => {
    fc.assert(
      fc.property(quotient, quotient, (before, after) => {
        const { numerator, denominator } = quotientEffects(before, after);
        const effects = orderedEffects(
          [before.numerator, before.denominator],
          [after.numerator, after.denominator],
          ([above, below]) => above!.div(below!),
        );
        expect(effects!.map((one) => one.toFraction())).toEqual([
          numerator.toFraction(),
          denominator.toFraction(),
        ]);
      }),
    );
  });

  it('weighs all orders of three alike', () => {
    // a · b · c from 1, 1, 1 to 2, 3, 5. Of a, which adds 1 × the others: ⅓ · 1 + ⅙ · 3 + ⅙ · 5 + ⅓ · 15 = 20/3.
    const product = (mix: readonly Exact[]) => mix.reduce((all, one) => all.mul(one));
    const effects = orderedEffects([1, 1, 1].map(exact), [2, 3, 5].map(exact), product);
    // b: 2 × (⅓ · 1 + ⅙ · 2 + ⅙ · 5 + ⅓ · 10) = 29/3; c: 4 × (⅓ · 1 + ⅙ · 2 + ⅙ · 3 + ⅓ · 6) = 38/3; 29 in all.
    expect(effects!.map((one) => one.toFraction())).toEqual(['20/3', '29/3', '38/3']);
  });

  it('is none where an order has no value', () => {
    expect(orderedEffects([exact(1)], [exact(2)], () => undefined)).toBeUndefined();
  });
});
