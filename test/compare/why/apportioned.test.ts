import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportioned } from '../../../src/compare/why/apportioned.ts';
import { exact, scaledRound, toDecimal, ZERO, type Exact } from '../../../src/model/exact.ts';

const fraction = fc
  .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 997 }))
  .map(([n, d]) => exact(n).div(d));
const parts = fc.array(fraction, { minLength: 1, maxLength: 12 });
const sumOf = (some: readonly Exact[]): Exact => some.reduce((sum, one) => sum.add(one), ZERO);
const texts = (some: readonly Exact[]): string[] => some.map(toDecimal);

describe('parts that are printed', () => {
  it.each<[string[], number, string[]]>([
    // 1.644 − 0.563 = 1.081 rounds as its parts do.
    [['1.644', '-0.563'], 2, ['1.64', '-0.56']],
    // 0.4 + 0.4 + 0.4 = 1.2 prints as 1: one of three equal parts goes up, the first.
    [['0.4', '0.4', '0.4'], 0, ['1', '0', '0']],
    [['-0.4', '-0.4', '-0.4'], 0, ['-1', '0', '0']],
    // 0.6 + 0.6 = 1.2 prints as 1: one goes down.
    [['0.6', '0.6'], 0, ['1', '0']],
    [['0.5', '-0.5'], 0, ['1', '-1']],
    [['2', '0', '-0.25'], 1, ['2', '0', '-0.2']],
  ])('%j at %i decimals are %j', (some, places, expected) => {
    const values = some.map(exact);
    expect(texts(apportioned(values, sumOf(values), places))).toEqual(expected);
  });

  it('add up to their rounded total, each rounded up or down, and change their signs together', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 4 }), (some, places) => {
        const total = sumOf(some);
        const rounded = apportioned(some, total, places);
        expect(scaledRound(sumOf(rounded), places)).toBe(scaledRound(total, places));
        const unit = exact(1).div(10n ** BigInt(places));
        for (const [index, one] of rounded.entries()) {
          expect(one.mul(10n ** BigInt(places)).d).toBe(1n);
          expect(one.sub(some[index]!).abs().compare(unit)).toBeLessThan(0);
        }
        const mirrored = apportioned(
          some.map((one) => one.neg()),
          total.neg(),
          places,
        );
        expect(texts(mirrored)).toEqual(texts(rounded.map((one) => one.neg())));
      }),
    );
  });

  it('add up to a total that was rounded the other way before', () => {
    const some = ['0.3', '0.3', '0.3'].map(exact);
    expect(texts(apportioned(some, ZERO, 0))).toEqual(['0', '0', '0']);
    expect(texts(apportioned(some, exact(1), 0))).toEqual(['1', '0', '0']);
    expect(() => apportioned(some, exact(4), 0)).toThrow(RangeError);
    expect(() => apportioned([exact(1)], ZERO, 0)).toThrow(RangeError);
  });
});
