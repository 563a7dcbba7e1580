import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChange, formatValue } from '../../src/model/format.ts';
import { exact } from '../../src/model/exact.ts';
import { unitOfAll, withoutUnit, withUnit, type HeadingUnit } from '../../src/report/view-units.ts';

describe('the unit of figures in one row or column', () => {
  it.each([
    [['26.94%', '21.08%'], '%'],
    [['26.94%', 'c', '–', 'low', ''], '%'],
    [['£250,000', '−£1,234.50', '+£3'], '£'],
    [['+1.08 pp', '−0.5 pp', '0.0 pp', '–'], 'pp'],
    [['26.94%', '+1.08 pp'], ''],
    [['26.94%', '12'], ''],
    [['26.94%', '£12'], ''],
    // What is said to be fewer than 5 is people, not per cent.
    [['26.94%', '<5'], ''],
    [['8 years 11 months', '2 years 0 months'], ''],
    [['0.5 months'], ''],
    [['193', '1,234.5'], ''],
    [['£12%'], ''],
    [['c', '–'], ''],
    [[], ''],
  ] as const)('of %j is "%s"', (texts, unit) => {
    expect(unitOfAll(texts)).toBe(unit);
  });
});

it.each([
  ['26.94%', '%', '26.94'],
  ['−£1,234.50', '£', '−1,234.50'],
  ['+1.08 pp', 'pp', '+1.08'],
  ['c', '%', 'c'],
  ['<5', '%', '<5'],
  ['–', 'pp', '–'],
  ['12', '%', '12'],
  ['26.94%', '£', '26.94%'],
  ['26.94%', '', '26.94%'],
] as const)('prints %s under "%s" as %s', (text, unit, printed) => {
  expect(withoutUnit(text, unit)).toBe(printed);
});

it.each([
  ['Agency rate', '%', 'Agency rate, %'],
  ['Cost', '£', 'Cost, £'],
  ['Actual minus plan', 'pp', 'Actual minus plan, pp'],
  ['Agency rate', '', 'Agency rate'],
  ['% of permanent workers leaving', '%', '% of permanent workers leaving'],
  ['Percentage of visits', '%', 'Percentage of visits'],
  ['Per cent of visits', '%', 'Per cent of visits'],
  ['Cost (£)', '£', 'Cost (£)'],
  ['Percentile', '%', 'Percentile, %'],
  ['Support', 'pp', 'Support, pp'],
] as const)('heads %s in "%s" with %s', (heading, unit, whole) => {
  expect(withUnit(heading, unit)).toBe(whole);
});

it('loses no digit and no sign: with its unit, every figure is as the formatter made it', () => {
  const again: Readonly<Record<HeadingUnit, (bare: string) => string>> = {
    '': (bare) => bare,
    '%': (bare) => `${bare}%`,
    pp: (bare) => `${bare} pp`,
    '£': (bare) => bare.replace(/^([−+]?)/, '$1£'),
  };
  const figure = fc
    .tuple(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.constantFrom('share', 'money', 'count', 'ratio', 'duration'),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(formatValue, formatChange),
    )
    .map(([value, unit, places, format]) => format(exact(value).div(1000), unit, places));
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), (texts) => {
      const unit = unitOfAll(texts);
      for (const text of texts) expect(again[unit](withoutUnit(text, unit))).toBe(text);
    }),
  );
});
