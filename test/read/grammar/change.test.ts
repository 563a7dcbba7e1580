import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimal, exact } from '../../../src/model/exact.ts';
import type { MetricUnit } from '../../../src/model/definition.ts';
import { parseChange } from '../../../src/read/grammar/change.ts';
import { expectInProportion } from '../../support/growth.ts';

function said(text: string, unit?: MetricUnit): string {
  const reading = parseChange(text, unit);
  if (!reading.ok) return `${reading.problem.code} ${reading.problem.message}`;
  if (!reading.value) return 'nothing';
  const { value, written, places, signed, unit: suffix } = reading.value;
  return [
    toDecimal(value),
    written,
    `.${places}`,
    ...(signed ? ['signed'] : []),
    ...(suffix ? [suffix] : []),
  ].join(' ');
}

describe('a change', () => {
  it.each([
    ['-11%', '-11 percent .0 signed'],
    ['(11%)', '-11 percent .0 signed'],
    ['(11)%', 'E060 "(11)%" is not a change'],
    ['11%', '11 percent .0'],
    ['+3', '3 plain .0 signed'],
    ['+ 3', '3 plain .0 signed'],
    ['3', '3 plain .0'],
    ['-5.0', '-5 plain .1 signed'],
    ['−5.00', '-5 plain .2 signed'],
    ['(1,234)', '-1234 plain .0 signed'],
    ['-11pp', '-11 points .0 signed'],
    ['-11 pp', '-11 points .0 signed'],
    ['-11 ppts', '-11 points .0 signed'],
    ['-11ppt', '-11 points .0 signed'],
    ['−11.0 percentage points', '-11 points .1 signed'],
    ['1 percentage point', '1 points .0'],
    ['+1.5 % points', '1.5 points .1 signed'],
    ['2 %pts', '2 points .0'],
    ['2%-points', '2 points .0'],
    ['3 points', '3 points .0'],
    ['(1.2 pp)', '-1.2 points .1 signed'],
    ['11% reduction', '-11 percent .0 signed'],
    ['7.2% Increase', '7.2 percent .1 signed'],
    ['-11% reduction', '-11 percent .0 signed'],
    ['reduction of 11%', '-11 percent .0 signed'],
    ['down 5', '-5 plain .0 signed'],
    ['up 5', '5 plain .0 signed'],
    ['5 FTE reduction', '-5 plain .0 signed fte'],
    ['12.6fte', '12.6 plain .1 fte'],
    ['▼ 11 pp', '-11 points .0 signed'],
    ['▲3', '3 plain .0 signed'],
    ['5 ↓', '-5 plain .0 signed'],
    ['-11%*', '-11 percent .0 signed'],
    ['-3[1]', '-3 plain .0 signed'],
    ['0', '0 plain .0'],
    ['-0.0%', '0 percent .1 signed'],
    ['no change', '0 plain .0 signed'],
    ['Unchanged', '0 plain .0 signed'],
    ['↔', '0 plain .0 signed'],
  ])('"%s" is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each(['', '-', '–', '—', 'c', 'x', 'z', '[c]', 'Fewer than 5', '<5', '–*'])(
    '"%s" states none',
    (text) => {
      expect(said(text)).toBe('nothing');
    },
  );

  it.each([
    ['about 5', 'E060 "about 5" is not a change'],
    ['n/a', 'E060 "n/a" is not a change'],
    ['–11%', 'E060 "–11%" is not a change'],
    ['+-5', 'E060 "+-5" says two directions'],
    ['5 FTE pp', 'E060 "5 FTE pp" is not a change'],
    ['1,23', 'E060 "1,23" is not a change'],
    ['11% (5 FTE)', 'E060 "11% (5 FTE)" is not a change'],
    ['5% pp', 'E060 "5% pp" is not a change'],
    ['44% to 33%', 'E060 "44% to 33%" is not a change'],
    ['pp', 'E060 "pp" is not a change'],
    ['%', 'E060 "%" is not a change'],
    ['(-5)', 'E060 "(-5)" says two directions'],
    ['(+5)', 'E060 "(+5)" says two directions'],
    ['-5% increase', 'E060 "-5% increase" says two directions'],
    ['▲ (5)', 'E060 "▲ (5)" says two directions'],
    ['▲ 5 reduction', 'E060 "▲ 5 reduction" says two directions'],
    ['+5 reduction', 'E060 "+5 reduction" says two directions'],
  ])('"%s" is refused', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('is in the unit of its figure', () => {
    expect(said('-£1,200', 'money')).toBe('-1200 plain .0 signed');
    expect(said('£710k reduction', 'money')).toBe('-710000 plain .0 signed');
    expect(said('-3%', 'money')).toBe('-3 percent .0 signed');
    expect(said('+2 months', 'duration')).toBe('2 plain .0 signed');
    expect(said('£5')).toContain('E060');
  });

  it('is read back as it is written, in every unit', () => {
    const units = [
      ['', 'plain'],
      ['%', 'percent'],
      [' pp', 'points'],
      [' percentage points', 'points'],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999, max: 999_999 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...units),
        (number, places, [suffix, written]) => {
          const value = exact(number).div(10 ** places);
          const sign = number < 0 ? '-' : '+';
          const digits = Math.abs(number)
            .toString()
            .padStart(places + 1, '0');
          const cut = digits.length - places;
          const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
          const reading = parseChange(`${sign}${text}${suffix}`);
          expect(reading).toMatchObject({ ok: true, value: { written, places, signed: true } });
          if (reading.ok) expect(reading.value?.value.equals(value)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['(', ''],
    [' ', 'pp'],
    ['1', '%'],
    ['% ', ''],
  ])('takes the time of its length on a long cell of "%s"', async (part, end) => {
    await expectInProportion((size) => parseChange(part.repeat(size) + end), 10_000);
  });
});
