import { describe, expect, it } from 'vitest';
import type { PaperPair } from '../../../src/compare/side.ts';
import { signalsOf } from '../../../src/compare/why/signals.ts';
import type { Observation } from '../../../src/model/dataset.ts';
import type { Period } from '../../../src/model/period.ts';
import { month, table } from '../../support/dataset.ts';
import { contextOf, exampleContext, moved, periodsOf, swapped } from './pairs.ts';

/** So many months from January 2019. */
function months(count: number): Period[] {
  return Array.from({ length: count }, (_, index) => {
    const number = ((index % 12) + 1).toString().padStart(2, '0');
    return month(`${2019 + Math.floor(index / 12)}-${number}`);
  });
}

/** The last two of the months. */
function pairOf(observations: Observation[], count: number): PaperPair {
  const [before, after] = months(count).slice(-2);
  return periodsOf(contextOf(observations), before!, after!);
}

function told(pair: PaperPair, metric = 'agency'): [string, string][] {
  return signalsOf(pair, [moved(pair, metric)]).map(({ kind, text }) => [kind, text]);
}

function seen(values: readonly (string | number)[], metric = 'agency') {
  return told(pairOf(table(months(values.length), [[metric, ...values]]), values.length), metric);
}

const even = (length: number): number[] => Array.from({ length }, (_, index) => 40 + 2 * (index % 2));

describe('what history says of a figure that moved', () => {
  it.each<[string, number[], 'signal' | 'usual', string]>([
    // Mean 41, every step 2: 41 ± 2.66 · 2.
    ['nothing', even(12), 'usual', 'Within the usual range of 35.7 to 46.3 (12 months)'],
    // Mean 503/12 = 41.92; steps 2 and 13 (which is ≥ 3.267 · 33/11, and left out): ± 2.66 · 2.
    ['a leap', [...even(11), 53], 'signal', 'Outside the usual range of 36.6 to 47.2 (12 months)'],
    // Mean 556/14 = 39.71: the first seven above it, the last seven below; ± 2.66 · 42/13 holds all.
    [
      'a lower level',
      [44, 40, 44, 40, 44, 40, 44, 38, 36, 38, 36, 38, 36, 38],
      'signal',
      'Seventh month in a row below the average of 39.7',
    ],
    [
      'a higher level for long',
      [
        ...Array.from({ length: 14 }, (_, index) => 30 - (index % 2)),
        ...Array.from({ length: 14 }, (_, index) => 32 + (index % 2)),
      ],
      'signal',
      '14th month in a row above the average of 31.0',
    ],
    // From 37 to 43 are six steps up; mean 40.67 ± 6.05.
    ['a climb', [40, 44, 40, 44, 40, 37, 38, 39, 40, 41, 42, 43], 'signal', 'Rising for 6 months in a row'],
    // Mean 502.5/12 = 41.875 ± 2.66 · 22.5/11 = 5.44: 46 is 4.125 away, more than two thirds of that.
    [
      'twice near the limit',
      [...even(10), 46, 46.5],
      'signal',
      'Two of the last three months near the top of the usual range of 36.43 to 47.32 (12 months)',
    ],
  ])('%s', (_, values, kind, text) => {
    expect(seen(values)).toEqual([[kind, text]]);
  });

  const level = (value: number, length: number): number[] =>
    Array.from({ length }, (_, index) => value + (index % 2));

  it.each<[string, number[], [string, string][]]>([
    // Mean 606/12 = 50.5, the step of 19 left out, the others 1: 50.5 ± 2.66 holds none of the twelve.
    [
      'no run',
      [...level(40, 6), ...level(60, 6)],
      [
        [
          'signal',
          '12 of 12 months lie outside what month-to-month variation explains: the figure has been moving, not varying',
        ],
      ],
    ],
    // Mean 706/14 = 50.43; the same reach.
    [
      'one side of the mean',
      [...level(40, 7), ...level(60, 7)],
      [['signal', 'Seventh month in a row above the average of 50.4']],
    ],
    // Mean 46.5 ± 2.66: the last seven are above the mean, too.
    [
      'a climb',
      Array.from({ length: 14 }, (_, index) => 40 + index),
      [['signal', 'Rising for 13 months in a row']],
    ],
    // Mean 606/12 = 50.5 ± 2.66: half of them lie in it; with one more, most do.
    [
      'half of the points',
      [30, 31, 30, ...level(50, 6), 71, 70, 71],
      [
        [
          'signal',
          '6 of 12 months lie outside what month-to-month variation explains: the figure has been moving, not varying',
        ],
      ],
    ],
    [
      'not where more than half do',
      [30, 31, 30, ...level(50, 7), 71, 70, 71],
      [['signal', 'Outside the usual range of 47.8 to 53.1 (13 months)']],
    ],
    // Back at the mean, and no signal: within limits that are of no usual variation.
    ['a point within the limits', [...level(40, 6), ...level(60, 6), 50], []],
  ])('calls no range usual in which half or fewer of the points lie: %s', (_, values, rows) => {
    expect(seen(values)).toEqual(rows);
  });

  it('is nothing of fewer than 12 points, or 12 with a gap between them', () => {
    expect(seen(even(11))).toEqual([]);
    const gap = (at: number) => even(14).map((value, index) => (index === at ? '' : value));
    // Twelve of them without a gap, and eleven.
    expect([seen(gap(1)).length, seen(gap(2)).length]).toEqual([1, 0]);
    const marked = even(14).map((value, index) => (index === 2 ? 'c' : value));
    expect(seen(marked)).toEqual([]);
  });

  it('is nothing where all that varied is one leap, which leaves no usual variation', () => {
    expect(seen([...Array.from({ length: 13 }, () => 40), 41])).toEqual([]);
  });

  it('is nothing of rates over twelve months', () => {
    const count = 30;
    const rows = table(months(count), [
      ['permanent', ...even(count).map(() => 400)],
      ['leavers', ...even(count)],
    ]);
    const pair = pairOf(rows, count);
    expect(told(pair, 'leavers_rate')).toHaveLength(1);
    expect(moved(pair, 'turnover_rate').after.result.kind).toBe('number');
    expect(told(pair, 'turnover_rate')).toEqual([]);
  });

  it('is nothing of what moved because other members are counted', () => {
    const team = (name: string, values: (string | number)[]) =>
      table(months(14), [['agency', ...values]], { group: { team: name } });
    const both = [...team('Duty', even(14)), ...team('Court', even(14))];
    const late = even(14).map((value, index) => (index < 13 ? '' : value));
    expect(told(pairOf(both, 14))).toHaveLength(1);
    expect(told(pairOf([...both, ...team('Care', late)], 14))).toEqual([]);
    const pair = pairOf(both, 14);
    const figure = moved(pair, 'agency', { team: 'Duty' });
    expect(signalsOf(pair, [figure])).toMatchObject([{ figure: 'agency[team=Duty]', points: 14 }]);
    expect(signalsOf(pair, [{ ...figure, members: 'with Care' }])).toEqual([]);
    expect(signalsOf(pair, [{ ...figure, within: 'tolerance' }])).toEqual([]);
    expect(signalsOf(pair, [{ ...figure, kind: 'marker' }])).toEqual([]);
  });

  it('is of the later of two periods, and of what was known by then', () => {
    const context = contextOf(table(months(14), [['agency', ...even(13), 90]]));
    const [a, b] = months(13).slice(-2);
    const pair = periodsOf(context, a!, b!);
    // 7 · 40 + 6 · 42 = 532; 532/13 = 40.92 ± 5.32, without the 90 of the month after.
    const usual = [['usual', 'Within the usual range of 35.6 to 46.2 (13 months)']];
    expect(told(pair)).toEqual(usual);
    expect(told(swapped(pair))).toEqual(usual);
  });

  it('is of the second side where the sides are no periods of one, and of its latest figure', () => {
    const [a, b] = months(14).slice(-2);
    const context = contextOf(table(months(14), [['agency', ...even(14)]]));
    const meetings = { ...periodsOf(context, a!, b!), form: 'meetings' as const };
    expect(told(meetings)).toHaveLength(1);
    expect(told({ ...meetings, before: meetings.after, after: meetings.before })).toEqual([]);
    const [earlier, later] = months(13).slice(-2);
    expect(told({ ...periodsOf(context, earlier!, later!), form: 'meetings' })).toEqual([]);
  });

  it('of the agency workers of sixteen months: fewer than ever', async () => {
    const pair = periodsOf(await exampleContext('programme'), month('2026-09'), month('2026-10'));
    // 44.5 45.5 43.5 45.5 44.5 46 44.5 44 42 41 38 36 34 31 24 22: mean 626/16 = 39.125. The steps add up to 31.5, their
    // mean is 2.1, and the 7 in September is ≥ 3.267 · 2.1 and left out: 24.5/14 = 1.75; 39.125 ± 2.66 · 1.75 is 34.47 to
    // 43.78. Only 43.5, 42, 41, 38 and 36 lie in it.
    expect(signalsOf(pair, [moved(pair, 'agency'), moved(pair, 'starters')])).toEqual([
      {
        figure: 'agency',
        label: 'Agency',
        kind: 'signal',
        text: 'Falling for 10 months in a row',
        points: 16,
      },
      expect.objectContaining({ figure: 'starters', kind: 'usual' }),
    ]);
  });
});
