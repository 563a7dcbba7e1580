import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSignals, type Signal, type SignalLines } from '../../src/metrics/xmr-signals.ts';
import { xmr } from '../../src/metrics/xmr.ts';
import { exact } from '../../src/model/exact.ts';

/** Alternates 1 and −1, or −1 and 1: what no rule takes note of. */
function usual(pairs: number, first = 1): number[] {
  return Array.from({ length: pairs }, () => [first, -first]).flat();
}

function signalsOf(values: readonly number[]): readonly Signal[] {
  return xmr(values.map((value) => exact(value)))!.signals;
}

type Case = readonly [name: string, values: readonly number[], kind: Signal['kind'], points: number[]];

// Each gives its one signal upwards; turned over, it must give the same one downwards.
const ALONE: readonly Case[] = [
  // Mean 0.43; of 20 ranges the two of 10 are screened out, 18 of 2 stay: limit 0.43 + 5.32 = 5.75.
  ['one point outside', [...usual(5), 9, ...usual(5, -1)], 'outside_limits', [10]],
  // Mean 0, ranges 21/14 = 1.5: limits ±3.99, two thirds 2.66, which only the last point passes.
  [
    'seven above',
    [2, 1, 2, 1, 2, 1, 2, -2, -1, -2, -1, -2, -1, 1, -3],
    'seven_one_side',
    [0, 1, 2, 3, 4, 5, 6],
  ],
  // Mean 0, ranges 47/18 = 2.61: limits ±6.95, two thirds 4.63. Ten in a row are one signal, not four.
  [
    'ten above',
    [3, 1, 3, 1, 3, 1, 3, 1, 3, 1, -4, -1, -4, -1, -4, -1, 1, -4, -2],
    'seven_one_side',
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  ],
  // Mean 0, ranges 42/12 = 3.5: limits ±9.31.
  [
    'seven rising',
    [-3, -2, -1, 0, 1, 2, 3, -3, 3, -3, 3, -3, 3],
    'seven_rising_or_falling',
    [0, 1, 2, 3, 4, 5, 6],
  ],
  // Mean 0, ranges 28/13 = 2.15: limits ±5.73, two thirds 3.82.
  [
    'nine rising',
    [-4, -3, -2, -1, 0, 1, 2, 3, 4, -2, 2, -2, 2, 0],
    'seven_rising_or_falling',
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
  ],
  // Mean 0.625, ranges 36/15 = 2.4: limit 7.01, two thirds of the way 4.88.
  [
    'two beside each other near the limit',
    [...usual(3), 5, 5, ...usual(4, -1)],
    'two_of_three_near_limit',
    [6, 7],
  ],
  // Mean 0.478, ranges 56/22 = 2.55: limit 7.25, two thirds of the way 4.99.
  [
    'two near the limit and one between',
    [...usual(5), 5, 1, 5, ...usual(5, -1)],
    'two_of_three_near_limit',
    [10, 12],
  ],
  // Mean 0.54, ranges 94/36 = 2.61: limit 7.49, two thirds of the way 5.17. Two windows share the middle one.
  [
    'windows that overlap',
    [...usual(8), 6, 1, 6, 1, 6, ...usual(8, -1)],
    'two_of_three_near_limit',
    [16, 18, 20],
  ],
];

/** The direction of a signal that points up, or down. */
function directionOf(kind: Signal['kind'], up: boolean): string {
  if (kind === 'seven_rising_or_falling') return up ? 'rising' : 'falling';
  return up ? 'high' : 'low';
}

describe('each signal alone', () => {
  it.each(ALONE)('%s', (_, values, kind, points) => {
    expect(signalsOf(values)).toEqual([{ kind, direction: directionOf(kind, true), points }]);
  });

  it.each(ALONE)('%s, turned over', (_, values, kind, points) => {
    const turned = values.map((value) => -value);
    expect(signalsOf(turned)).toEqual([{ kind, direction: directionOf(kind, false), points }]);
  });
});

describe('near misses', () => {
  it.each([
    // Mean 0, ranges 13/11: limits ±3.14, two thirds 2.10.
    ['six above', [2, 1, 2, 1, 2, 1, -2, -1, -2, -1, -2, -1]],
    ['eight of which one is the mean', [2, 1, 2, 0, 1, 2, 1, 2, -2, -1, -2, -1, -2, -1, 1, -3]],
    ['six rising', [-3, -2, -1, 0, 1, 2, -3, 3, -3, 3, -3, 3]],
    ['eight rising of which two are equal', [-3, -2, -1, 0, 0, 1, 2, 3, -3, 3, -3, 3, -3, 3]],
    // Mean 0.24, ranges 48/20 = 2.4: two thirds of the way 4.49.
    ['one of three near the limit', [...usual(5), 5, ...usual(5, -1)]],
    // Mean 0.33, ranges 88/35 = 2.51: two thirds of the way 4.79.
    ['two of four near the limit', [...usual(8), 6, 1, -1, 6, ...usual(8, -1)]],
    // Mean 0, ranges 66/26 = 2.54: two thirds of the way 4.50.
    ['two of three near opposite limits', [...usual(6), 5, 0, -5, ...usual(6)]],
    // What is a signal of twelve or more points is none of eleven.
    ['eleven points, all rising', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('%s', (_, values) => {
    expect(signalsOf(values)).toEqual([]);
  });
});

const LINES: SignalLines = { mean: exact(0), lower: exact(-3), upper: exact(3) };

/** Judges values by limits of ±3, so that two thirds of the way are ±2. */
function judged(values: readonly (number | string)[]): Signal[] {
  return findSignals(
    values.map((value) => exact(value)),
    LINES,
  );
}

describe('a point', () => {
  it('on a limit is within it, and past it is outside', () => {
    expect(judged(['3', '-3'])).toEqual([]);
    expect(judged(['3.001', '0', '-3.001'])).toEqual([
      { kind: 'outside_limits', direction: 'high', points: [0] },
      { kind: 'outside_limits', direction: 'low', points: [2] },
    ]);
  });

  it('at two thirds of the way is not beyond them', () => {
    expect(judged(['2', '2', '-2', '-2'])).toEqual([]);
    expect(judged(['2.001', '2.001'])).toEqual([
      { kind: 'two_of_three_near_limit', direction: 'high', points: [0, 1] },
    ]);
  });

  it('outside the limit is also one of two near it', () => {
    expect(judged([4, -1, '2.5'])).toEqual([
      { kind: 'outside_limits', direction: 'high', points: [0] },
      { kind: 'two_of_three_near_limit', direction: 'high', points: [0, 2] },
    ]);
  });

  it('outside beside another outside is told once', () => {
    expect(judged([4, 5, 0])).toEqual([{ kind: 'outside_limits', direction: 'high', points: [0, 1] }]);
  });

  it('is of one signal with another outside, as long as the values stay on that side of the mean', () => {
    const apart = judged([4, 1, 1, 1, 4, -1, 4]).filter((one) => one.kind === 'outside_limits');
    expect(apart).toEqual([
      { kind: 'outside_limits', direction: 'high', points: [0, 4] },
      { kind: 'outside_limits', direction: 'high', points: [6] },
    ]);
  });

  it('near the limit is of one signal with others, as long as the values stay on that side of the mean', () => {
    const near = (between: number): number[][] =>
      judged(['2.5', '2.5', 1, between, 1, '2.5', '2.5']).flatMap((one) =>
        one.kind === 'two_of_three_near_limit' ? [[...one.points]] : [],
      );
    expect(near(1)).toEqual([[0, 1, 5, 6]]);
    expect(near(0)).toEqual([
      [0, 1],
      [5, 6],
    ]);
  });

  it('may end one trend and begin the next', () => {
    const peak = ['-1.3', '-1.1', '-0.5', 0, '0.4', '1.2', '1.4', '1.1', '0.3', 0, '-0.4', '-0.8', '-1.6'];
    expect(judged(peak)).toEqual([
      { kind: 'seven_rising_or_falling', direction: 'rising', points: [0, 1, 2, 3, 4, 5, 6] },
      { kind: 'seven_rising_or_falling', direction: 'falling', points: [6, 7, 8, 9, 10, 11, 12] },
    ]);
  });
});

describe('against the rules as they are worded, window by window', () => {
  const value = fc.integer({ min: -8, max: 8 }).map((half) => exact(half).div(2));
  const near = fc.array(fc.constantFrom(-7, 0, 1, 3, 4, 5, 6, 7), { minLength: 12, maxLength: 40 });
  const series = fc.oneof(
    fc.array(value, { minLength: 12, maxLength: 40 }),
    near.map((halves) => halves.map((half) => exact(half).div(2))),
    fc
      .tuple(fc.integer({ min: 5, max: 12 }), fc.array(value, { minLength: 12, maxLength: 20 }))
      .map(([length, rest]) => [...Array.from({ length }, (_, index) => exact(index)), ...rest]),
  );

  function windowed(count: number, size: number, marks: (window: number[]) => readonly number[]): number[] {
    const windows = Array.from({ length: Math.max(0, count - size + 1) }, (_, start) =>
      Array.from({ length: size }, (_unused, index) => start + index),
    );
    return [...new Set(windows.flatMap(marks))].sort((a, b) => a - b);
  }

  function marked(
    signals: readonly Signal[],
    kind: Signal['kind'],
    direction: Signal['direction'],
  ): number[] {
    const points = signals.filter((one) => one.kind === kind && one.direction === direction);
    return [...new Set(points.flatMap((one) => one.points))].sort((a, b) => a - b);
  }

  it('marks the same points', () => {
    fc.assert(
      fc.property(series, (values) => {
        const numbers = values.map(Number);
        const at = (index: number): number => numbers[index]!;
        const signals = findSignals(values, LINES);
        const sevens = (holds: (window: number[]) => boolean): number[] =>
          windowed(numbers.length, 7, (window) => (holds(window) ? window : []));
        const rises = (window: number[]): boolean =>
          window.slice(1).every((index) => at(index) > at(index - 1));
        expect(marked(signals, 'seven_one_side', 'high')).toEqual(
          sevens((window) => window.every((index) => at(index) > 0)),
        );
        expect(marked(signals, 'seven_rising_or_falling', 'rising')).toEqual(sevens(rises));
        expect(marked(signals, 'outside_limits', 'high')).toEqual(
          windowed(numbers.length, 1, (window) => window.filter((index) => at(index) > 3)),
        );
        const far = windowed(numbers.length, 3, (window) => {
          const beyond = window.filter((index) => at(index) > 2);
          return beyond.length >= 2 ? beyond : [];
        });
        const told = marked(signals, 'two_of_three_near_limit', 'high');
        expect(far).toEqual(expect.arrayContaining(told));
        const untold = far.filter((index) => !told.includes(index));
        expect(untold.filter((index) => at(index) <= 3)).toEqual([]);
      }),
    );
  });
});
