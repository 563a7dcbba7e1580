import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalAt, planRows, targetPath, type Goal, type Point } from '../../src/metrics/targets.ts';
import { exact, toDecimal, toFixed } from '../../src/model/exact.ts';
import { month, quarter } from '../support/dataset.ts';

function points(first: string, ...values: (string | undefined)[]): Point[] {
  const [year = 0, start = 1] = first.split('-').map(Number);
  return values.flatMap((value, index) => {
    const at = year * 12 + (start - 1) + index;
    const period = month(`${Math.floor(at / 12)}-${(at % 12) + 1}`);
    return value === undefined ? [] : [{ period, value: exact(value) }];
  });
}

const LOWER: Goal = { direction: 'lower', value: exact('0.1'), by: month('2022-02') };

describe('the path to a target', () => {
  it("is Luton's, on unrounded values", () => {
    const rates = [
      { period: month('2020-12'), value: exact(52).div(193) },
      { period: month('2021-01'), value: exact(36).div(180) },
      { period: month('2021-02'), value: exact(39).div(185) },
    ];
    const path = targetPath(LOWER, rates)!;
    expect(path.months).toBe(12);
    expect(path.gap.toFraction()).toBe('-41/370');
    expect(toFixed(path.required.mul(100), 2)).toBe('-0.92');
    expect(toFixed(path.pace!.value.mul(100), 2)).toBe('-2.93');
    expect(path.pace!.from.key).toBe('2020-12');
    expect(path.pace!.meets).toBe(true);
    expect(toFixed(path.lastStep!.mul(100), 2)).toBe('1.08');
    expect(path.trend).toBe(false);
    expect(path.glidepath).toHaveLength(13);
  });

  it('takes the pace from the last six months, and no older', () => {
    const path = targetPath(
      LOWER,
      points('2020-06', '0.9', '0.9', '0.8', '0.7', '0.6', '0.5', '0.4', '0.3', '0.2'),
    );
    expect(path?.pace?.from.key).toBe('2020-08');
    expect(toDecimal(path!.pace!.value)).toBe('-0.1');
  });

  it('stops at a gap in the months, and a last step needs the month before', () => {
    const path = targetPath(LOWER, points('2020-10', '0.9', '0.5', undefined, '0.3', '0.2'));
    expect(path?.pace?.from.key).toBe('2021-01');
    const lone = targetPath(LOWER, points('2020-11', '0.9', undefined, undefined, '0.2'));
    expect(lone?.pace).toBeUndefined();
    expect(lone?.lastStep).toBeUndefined();
  });

  it('meets the required change also where it equals it exactly', () => {
    // From 0.2 to 0.1 over the 10 months to February 2022 is −0.01 a month.
    expect(targetPath(LOWER, points('2021-03', '0.21', '0.2'))?.pace?.meets).toBe(true);
    expect(targetPath(LOWER, points('2021-03', '0.2099999', '0.2'))?.pace?.meets).toBe(false);
  });

  it('looks the other way where higher is better', () => {
    const goal: Goal = { direction: 'higher', value: exact(170), by: month('2021-12') };
    const path = targetPath(goal, points('2021-01', '140', '150'));
    expect(path?.required.toFraction()).toBe('2');
    expect(path?.pace?.meets).toBe(true);
    expect(targetPath(goal, points('2021-01', '150', '149'))?.pace?.meets).toBe(false);
  });

  it('counts months between quarters too', () => {
    const quarters = [1, 2].map((number) => ({ period: quarter(2023, number), value: exact(10 - number) }));
    const path = targetPath({ direction: 'lower', value: exact(2), by: quarter(2023, 4) }, quarters);
    expect(path?.months).toBe(6);
    expect(path?.pace?.value.toFraction()).toBe('-1/3');
    expect(path?.required.toFraction()).toBe('-1');
  });

  it('has none without a figure, or within the month that is due', () => {
    expect(targetPath(LOWER, [])).toBeUndefined();
    expect(targetPath(LOWER, points('2022-02', '0.2'))).toBeUndefined();
    expect(targetPath(LOWER, points('2022-01', '0.2'))?.months).toBe(1);
  });

  it('calls twelve points a trend, and eleven none', () => {
    const eleven = Array.from({ length: 11 }, () => '0.3');
    expect(targetPath(LOWER, points('2020-03', ...eleven))?.trend).toBe(false);
    expect(targetPath(LOWER, points('2020-02', '0.3', ...eleven))?.trend).toBe(true);
  });

  it('draws a path of centuries by its two ends', () => {
    const goal: Goal = { ...LOWER, by: month('2199-12') };
    expect(targetPath(goal, points('2021-02', '0.2'))?.glidepath).toHaveLength(2);
  });

  it('starts at the figure, ends on the target, and goes in equal steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 40 }),
        (from, to, months) => {
          const at = 2021 * 12 + months;
          const by = month(`${Math.floor(at / 12)}-${(at % 12) + 1}`);
          const path = targetPath(
            { direction: 'lower', value: exact(to).div(7), by },
            points('2021-01', String(from)),
          );
          const glide = path!.glidepath;
          expect(glide).toHaveLength(months + 1);
          expect(glide[0]!.value.equals(from)).toBe(true);
          expect(glide.at(-1)!.value.equals(exact(to).div(7))).toBe(true);
          for (let step = 1; step < glide.length; step++)
            expect(glide[step]!.value.sub(glide[step - 1]!.value).equals(path!.required)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the month in which a goal is met', () => {
  const when = (some: readonly Point[], goal: Goal) => {
    const arrival = arrivalAt(some, goal);
    return arrival?.kind === 'met' ? arrival.at.key : arrival?.why;
  };
  const at = (goal: Goal, ...values: string[]) => when(points('2021-01', ...values), goal);
  const higher: Goal = { direction: 'higher', value: exact(155), by: month('2022-03') };

  it.each([
    // 146 in March, +2 a month: 9 to go are 4.5 months, so the fifth month after March.
    [higher, ['142', '144', '146'], '2021-08'],
    // 8 to go at 2 a month are 4 months exactly.
    [{ ...higher, value: exact(154) }, ['142', '144', '146'], '2021-07'],
    // 0.2 in March, −0.01 a month: 0.1 to go are 10 months.
    [LOWER, ['0.22', '0.21', '0.2'], '2022-01'],
    // The latest meets it already.
    [LOWER, ['0.22', '0.09'], '2021-02'],
    // A pace that leads away, one of nothing, and none at all.
    [LOWER, ['0.2', '0.21'], 'away'],
    [LOWER, ['0.2', '0.2'], 'level'],
    [LOWER, ['0.2'], 'no_pace'],
    [LOWER, [], undefined],
    // 240 months are 20 years; one more is too far.
    [{ ...higher, value: exact(341) }, ['100', '101'], '2041-02'],
    [{ ...higher, value: exact(342) }, ['100', '101'], 'far'],
  ] as const)('%#', (goal, values, expected) => {
    expect(at(goal, ...values)).toBe(expected);
  });

  it('is reckoned from the end of a quarter', () => {
    const quarters = [1, 2].map((number) => ({ period: quarter(2023, number), value: exact(number * 3) }));
    // 3 a quarter is 1 a month; from 6 in September to 10 are 4 months.
    expect(when(quarters, { direction: 'higher', value: exact(10), by: quarter(2024, 1) })).toBe('2024-01');
  });

  it('is none beyond the calendar', () => {
    const late = [month('2199-10'), month('2199-11')].map((period, index) => ({
      period,
      value: exact(index),
    }));
    expect(when(late, { direction: 'higher', value: exact(20), by: month('2199-12') })).toBe('far');
  });
});

describe('a plan', () => {
  const plan = [
    { period: quarter(2023, 4), value: exact(122) },
    { period: quarter(2024, 1), value: exact(125) },
    { period: quarter(2024, 2), value: exact(129) },
  ];
  const shown = (rows: ReturnType<typeof planRows>) =>
    rows.map((row) => [row.period.key, row.actual?.period.key, row.difference?.toFraction(), row.meets]);

  it('is set beside the figure of its quarter, or of the last month of it', () => {
    const actual = [
      { period: month('2024-02'), value: exact(119) },
      { period: month('2024-03'), value: exact(124) },
      { period: quarter(2024, 1), value: exact('124.5') },
      { period: month('2024-06'), value: exact(99) },
    ];
    expect(shown(planRows(plan, actual, 'higher'))).toEqual([
      ['2023-24-Q4', '2024-03', '2', true],
      ['2024-25-Q1', '2024-25-Q1', '-1/2', false],
      ['2024-25-Q2', undefined, undefined, undefined],
    ]);
  });

  it('looks the other way where lower is better, and is met at its very value', () => {
    const actual = [
      { period: month('2024-03'), value: exact(122) },
      { period: month('2024-06'), value: exact('125.1') },
    ];
    expect(planRows(plan, actual, 'lower').map((row) => row.meets)).toEqual([true, false, undefined]);
  });
});
