import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TREND_POINTS, xmr, type Limits, type Xmr } from '../../src/metrics/xmr.ts';
import { compareExact, exact, ZERO, type Exact } from '../../src/model/exact.ts';

function chart(values: readonly (number | string)[], bounds = {}): Xmr {
  return xmr(
    values.map((value) => exact(value)),
    bounds,
  )!;
}

/** The limits as fractions, lower first. */
function fractions({ lower, upper }: Limits): [string, string] {
  return [lower.toFraction(), upper.toFraction()];
}

describe('the XmR chart of 1, 2, 1, 2, 10, 1, 2 … 1', () => {
  const result = chart([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);

  it('has the mean of all 18 values as its centre line', () => {
    // 1+2+1+2+10 = 16; then seven 1s and six 2s = 19; 35 in all.
    expect(result.points).toBe(18);
    expect(result.mean.toFraction()).toBe('35/18');
  });

  it('has these limits where nothing is screened out', () => {
    // 17 moving ranges: 1, 1, 1, 8, 9 and twelve of 1: 32/17. 2.66 × 32/17 = 85.12/17 = 2128/425.
    // 35/18 ± 2128/425 = (14875 ± 38304)/7650.
    expect(result.ranges.map(Number)).toEqual([1, 1, 1, 8, 9, ...Array<number>(12).fill(1)]);
    expect(result.unscreened.meanRange.toFraction()).toBe('32/17');
    expect(fractions(result.unscreened.natural)).toEqual(['-23429/7650', '53179/7650']);
  });

  it('has these limits where the two widest ranges are screened out', () => {
    // 3.267 × 32/17 = 6.15: the ranges 8 and 9 go. The fifteen that stay are all 1.
    // 35/18 ± 2.66 = (1750 ± 2394)/900, so −644/900 and 4144/900.
    expect(result.screened).toEqual([3, 4]);
    expect(result.meanRange.toFraction()).toBe('1');
    expect(fractions(result.natural)).toEqual(['-161/225', '1036/225']);
  });

  it('has the 10 outside its limits, and no other signal', () => {
    expect(result.trial).toBe(false);
    expect(result.signals).toEqual([{ kind: 'outside_limits', direction: 'high', points: [4] }]);
  });
});

describe('screening', () => {
  /** Values whose moving ranges are these, up and down in turn. */
  function withRanges(ranges: readonly number[]): number[] {
    return ranges.reduce((values, range, index) => [...values, values.at(-1)! + (-1) ** index * range], [0]);
  }

  // 17 ranges that add up to 17,000: their mean is 1,000, and 3.267 times that is 3,267.
  const others = [...Array<number>(15).fill(858), 863];

  it('leaves out a range that is 3.267 times the mean', () => {
    const result = chart(withRanges([...others, 3267]));
    expect(result.unscreened.meanRange.toFraction()).toBe('1000');
    expect(result.screened).toEqual([16]);
    expect(result.meanRange.toFraction()).toBe('13733/16');
  });

  it('keeps a range that is a little less', () => {
    // (17,000 − 1)/17 × 3.267 = 3266.81, which is more than 3,266.
    const result = chart(withRanges([...others, 3266]));
    expect(result.screened).toEqual([]);
    expect(result.meanRange.toFraction()).toBe('16999/17');
  });

  it('is one pass: a range that would be screened out by the new mean stays', () => {
    // Sixteen of 1, one of 5 and one of 40: mean 61/18 = 3.39, so 11.07: the 40 goes. The mean of the others is 21/17,
    // and 3.267 times that is 4.04, but the 5 stays.
    const result = chart(withRanges([...Array<number>(16).fill(1), 5, 40]));
    expect(result.screened).toEqual([17]);
    expect(result.meanRange.toFraction()).toBe('21/17');
  });
});

describe('what the chart is of few or even values', () => {
  it('is undefined without a moving range', () => {
    expect(xmr([])).toBeUndefined();
    expect(xmr([exact(4)])).toBeUndefined();
  });

  it('has trial limits for two values, without any claim', () => {
    // Mean 5, one range of 2: limits 5 ± 5.32.
    const result = chart([4, 6]);
    expect(result.trial).toBe(true);
    expect(fractions(result.limits)).toEqual(['-8/25', '258/25']);
    expect(result.signals).toEqual([]);
  });

  it('claims nothing of 11 points, and does of 12', () => {
    const rising = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(chart(rising)).toMatchObject({ trial: true, signals: [] });
    const twelve = chart([...rising, 11]);
    expect(twelve.trial).toBe(false);
    expect(twelve.signals.map(({ kind }) => kind)).toContain('seven_rising_or_falling');
  });

  it('has both limits at the mean where nothing varies, and no signal', () => {
    const result = chart(Array<number>(15).fill(7));
    expect(result.screened).toEqual([]);
    expect(result.meanRange).toEqual(ZERO);
    expect(fractions(result.limits)).toEqual(['7', '7']);
    expect(result.signals).toEqual([]);
  });

  it('judges no point by limits without width, where all that varied was screened out, but sees runs', () => {
    // Thirteen ranges, one of 3: mean 3/13, times 3.267 = 0.75. The step goes, and what is left never varied.
    const result = chart([...Array<number>(7).fill(1), ...Array<number>(7).fill(4)]);
    expect(result.screened).toEqual([6]);
    expect(fractions(result.natural)).toEqual(['5/2', '5/2']);
    expect(result.signals).toEqual([
      { kind: 'seven_one_side', direction: 'low', points: [0, 1, 2, 3, 4, 5, 6] },
      { kind: 'seven_one_side', direction: 'high', points: [7, 8, 9, 10, 11, 12, 13] },
    ]);
  });
});

describe('bounds', () => {
  // Mean 1, ranges all 2: limits 1 ± 5.32.
  const values = [0, 2, 0, 2];

  it('cut off the limits that are shown, and not those that points are judged by', () => {
    const result = chart(values, { floor: ZERO, ceiling: exact(6) });
    expect(fractions(result.limits)).toEqual(['0', '6']);
    expect(fractions(result.natural)).toEqual(['-108/25', '158/25']);
  });

  it.each([
    ['wide of the limits', values, { floor: exact(-10), ceiling: exact(10) }],
    ['that a value passes', values, { floor: exact(1), ceiling: exact(1) }],
    ['that are not given', values, {}],
  ])('%s change nothing', (_, given, bounds) => {
    const result = chart(given, bounds);
    expect(result.limits).toEqual(result.natural);
  });

  it('change no signal', () => {
    // Were the zone reckoned from the limit as shown, 0, the two zeros would be near it.
    const counts = [4, 2, 4, 2, 4, 2, 0, 0, 4, 2, 4, 2, 4, 2];
    const bounded = chart(counts, { floor: ZERO });
    expect(compareExact(bounded.limits.lower, bounded.natural.lower)).toBe(1);
    expect(bounded.signals).toEqual([]);
  });
});

describe('properties', () => {
  // Few different values make ties, runs and points on the mean; sums of steps make trends and outliers.
  const whole = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 40 }),
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 }),
    fc
      .array(fc.constantFrom(-9, -1, 0, 1, 1, 2), { minLength: 2, maxLength: 40 })
      .map((steps) =>
        steps.map((_, index) => steps.slice(0, index).reduce<number>((sum, step) => sum + step, 0)),
      ),
  );
  const series = fc
    .tuple(whole, fc.integer({ min: 1, max: 30 }))
    .map(([values, divisor]) => values.map((value) => exact(value).div(divisor)));
  const number = fc
    .tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 90 }))
    .map(([over, under]) => exact(over).div(under));

  function mapped(values: readonly Exact[], change: (value: Exact) => Exact): [Xmr, Xmr] {
    return [xmr(values)!, xmr(values.map(change))!];
  }

  it('the mean lies between the limits, and screening never widens them', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { mean, natural, meanRange, unscreened } = xmr(values)!;
        expect(compareExact(natural.lower, mean)).toBeLessThanOrEqual(0);
        expect(compareExact(mean, natural.upper)).toBeLessThanOrEqual(0);
        expect(compareExact(meanRange, unscreened.meanRange)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('adding a number moves mean and limits by it, and changes no range or signal', () => {
    fc.assert(
      fc.property(series, number, (values, by) => {
        const [before, after] = mapped(values, (value) => value.add(by));
        expect(after.mean).toEqual(before.mean.add(by));
        expect(after.limits.lower).toEqual(before.limits.lower.add(by));
        expect(after.limits.upper).toEqual(before.limits.upper.add(by));
        expect(after.ranges).toEqual(before.ranges);
        expect(after.screened).toEqual(before.screened);
        expect(after.signals).toEqual(before.signals);
      }),
    );
  });

  it('another unit scales everything and changes no signal', () => {
    fc.assert(
      fc.property(
        series,
        number.filter((by) => by.s > 0n && by.n > 0n),
        (values, by) => {
          const [before, after] = mapped(values, (value) => value.mul(by));
          expect(after.mean).toEqual(before.mean.mul(by));
          expect(after.limits.lower).toEqual(before.limits.lower.mul(by));
          expect(after.limits.upper).toEqual(before.limits.upper.mul(by));
          expect(after.signals).toEqual(before.signals);
        },
      ),
    );
  });

  const MIRRORED = { high: 'low', low: 'high', rising: 'falling', falling: 'rising' } as const;

  it('the other sign mirrors limits and signals', () => {
    fc.assert(
      fc.property(series, (values) => {
        const [before, after] = mapped(values, (value) => value.neg());
        expect(after.limits).toEqual({ lower: before.limits.upper.neg(), upper: before.limits.lower.neg() });
        const mirrored = before.signals.map((one) => ({ ...one, direction: MIRRORED[one.direction] }));
        expect(sorted(after.signals)).toEqual(sorted(mirrored));
      }),
    );
  });

  it('read from the newest, the limits are the same, and what rose falls', () => {
    fc.assert(
      fc.property(series, (values) => {
        const before = xmr(values)!;
        const after = xmr(values.toReversed())!;
        expect(after.mean).toEqual(before.mean);
        expect(after.limits).toEqual(before.limits);
        const reversed = before.signals.map((one) => ({
          ...one,
          direction: one.kind === 'seven_rising_or_falling' ? MIRRORED[one.direction] : one.direction,
          points: one.points.map((point) => values.length - 1 - point).reverse(),
        }));
        expect(sorted(after.signals)).toEqual(sorted(reversed));
      }),
    );
  });

  it('there are signals only from 12 points', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { trial, signals } = xmr(values)!;
        expect(trial).toBe(values.length < TREND_POINTS);
        if (trial) expect(signals).toEqual([]);
      }),
    );
  });

  function sorted(signals: readonly object[]): string[] {
    return signals.map((one) => JSON.stringify(one)).sort();
  }
});
