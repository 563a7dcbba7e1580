import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '../../src/model/exact.ts';
import {
  formatCell,
  formatChange,
  formatDate,
  formatDays,
  formatGap,
  formatList,
  formatMarker,
  formatMonths,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatPeriodInFull,
  formatPoints,
  formatRelative,
  formatSigned,
  midSentence,
  periodRef,
  plural,
} from '../../src/report/format.ts';
import { seasonPeriod } from '../../src/model/period.ts';
import { cell, date, day, financialYear, month, quarter } from '../support/dataset.ts';

describe('a number', () => {
  it.each([
    ['0', 0, '0'],
    ['-0', 0, '0'],
    ['-0.4', 0, '0'],
    ['-0.5', 0, '−1'],
    ['-0.004', 2, '0.00'],
    ['1.005', 2, '1.01'],
    ['1.45', 1, '1.5'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '−3'],
    ['0.5', 0, '1'],
    ['999.995', 2, '1,000.00'],
    ['999', 0, '999'],
    ['1000', 0, '1,000'],
    ['-1234567.891', 2, '−1,234,567.89'],
    ['123456789012345678901234567890', 0, '123,456,789,012,345,678,901,234,567,890'],
    ['0.1234', 4, '0.1234'],
    ['12', 2, '12.00'],
  ])('%s at %d places is %s', (value, places, text) => {
    expect(formatNumber(exact(value), places)).toBe(text);
  });

  it('groups no decimals', () => {
    expect(formatNumber(exact('1234.56789'), 5)).toBe('1,234.56789');
  });

  it('reads back as itself, rounded half away from zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.bigInt(1n, 10n ** 6n),
        fc.nat(6),
        (n, d, places) => {
          const value = exact(n).div(d);
          const text = formatNumber(value, places);
          expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/);
          const again = exact(text.replaceAll(',', '').replace('−', '-'));
          const unit = exact(1).div(10n ** BigInt(places));
          expect(again.sub(value).abs().mul(2).compare(unit)).toBeLessThanOrEqual(0);
          expect(formatNumber(again, places)).toBe(text);
          const isHalf = again.sub(value).abs().mul(2).equals(unit);
          if (isHalf) expect(again.abs().compare(value.abs())).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('differs from its negative by the sign alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 999 }), fc.nat(4), (n, d, places) => {
        const value = exact(n).div(d);
        const strip = (text: string): string => text.replace(/^[+−]/, '');
        expect(strip(formatSigned(value, places))).toBe(strip(formatSigned(value.neg(), places)));
        const signs = [value, value.neg()].map((one) => /^[+−]/.exec(formatSigned(one, places))?.[0] ?? '');
        expect([
          ['', ''],
          ['+', '−'],
          ['−', '+'],
        ]).toContainEqual(signs);
      }),
      { numRuns: 300 },
    );
  });
});

describe('shares and changes', () => {
  const rise = exact(39).div(185).sub(exact(36).div(180));

  it('are percentages, percentage points and relative changes, never confused', () => {
    expect(formatPercent(exact(39).div(185), 2)).toBe('21.08%');
    expect(formatPoints(rise, 2)).toBe('+1.08 pp');
    expect(formatRelative(rise.div(exact('0.2')))).toBe('+5.4%');
    expect(formatPoints(exact('-0.11'), 0)).toBe('−11 pp');
    expect(formatRelative(exact('-0.25'))).toBe('−25%');
    expect(formatRelative(exact('0.0999'))).toBe('+10.0%');
    expect(formatRelative(exact('0.1'))).toBe('+10%');
    expect(formatChange(exact(-7), 'count', 0)).toBe('−7');
    expect(formatChange(exact('-0.07'), 'share', 1)).toBe('−7.0 pp');
    expect(formatGap(exact('-0.1108'), 'share', 2)).toBe('11.08 pp');
    expect(formatGap(exact('-20.5'), 'count', 1)).toBe('20.5');
    expect(formatGap(exact('-0.4'), 'duration', 0)).toBe('0.4 months');
    expect(formatGap(exact('0.004'), 'duration', 3)).toBe('0.004 months');
    expect(formatGap(exact('13'), 'duration', 0)).toBe('1 year 1 month');
    expect(formatGap(exact(0), 'duration', 0)).toBe('0 years 0 months');
  });

  it('have no sign where they round to nothing', () => {
    expect(formatSigned(exact(0), 0)).toBe('0');
    expect(formatPoints(exact('0.00001'), 2)).toBe('0.00 pp');
    expect(formatPoints(exact('-0.00001'), 2)).toBe('0.00 pp');
    expect(formatPoints(exact('0.00005'), 2)).toBe('+0.01 pp');
  });
});

describe('cells', () => {
  it.each(['193', '1234.50', '70.62%', '0.00%', 'c', 'low', 'u', 'x', 'z', '<5'])(
    'print %s as written',
    (text) => {
      expect(formatCell(cell(text))).toBe(text.replace('1234', '1,234'));
    },
  );

  it('print without their mark, and a dash where nothing is', () => {
    expect(formatCell(cell('24*'))).toBe('24');
    expect(formatCell(cell('–'))).toBe('–');
    expect(formatMarker('fewer_than', 6)).toBe('<6');
  });
});

describe('periods and dates', () => {
  it.each([
    [month('2021-02'), 'Feb 2021', 'February 2021'],
    [month('2020-05'), 'May 2020', 'May 2020'],
    [quarter(2023, 1), 'Q1 2023/24', 'Q1 2023/24'],
    [quarter(2023, 3), 'Q3 2023/24', 'Q3 2023/24'],
    [quarter(2023, 4), 'Q4 2023/24', 'Q4 2023/24'],
    [financialYear(1999), '1999/00', '1999/00'],
    [financialYear(2023), '2023/24', '2023/24'],
    [day('2021-04-19'), '19 April 2021', '19 April 2021'],
    [seasonPeriod(2021, 'summer')!, 'Summer 2021', 'Summer 2021'],
  ])('$key', (period, short, full) => {
    expect(formatPeriod(period)).toBe(short);
    expect(formatPeriodInFull(period)).toBe(full);
    expect(periodRef(period)).toEqual({
      kind: period.kind,
      key: period.key,
      label: short,
      start: period.start,
      end: period.end,
    });
  });

  it('have no leading zero in the day', () => {
    expect(formatDate(date('2021-06-01'))).toBe('1 June 2021');
  });
});

describe('words', () => {
  it('agree with their number', () => {
    expect([0, 1, 2, -1, 1000].map((count) => plural(count, 'risk'))).toEqual([
      '0 risks',
      '1 risk',
      '2 risks',
      '−1 risks',
      '1,000 risks',
    ]);
    expect(plural(2, 'inquiry', 'inquiries')).toBe('2 inquiries');
    expect(formatMonths(5)).toBe('5 months');
    expect(formatMonths(1)).toBe('1 month');
    expect(formatDays(19)).toBe('19 days');
  });

  it('form lists', () => {
    expect(formatList([])).toBe('');
    expect(formatList(['a'])).toBe('a');
    expect(formatList(['a', 'b'])).toBe('a and b');
    expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
    expect(formatList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });

  it('stand within a sentence', () => {
    expect(midSentence('Agency workers')).toBe('agency workers');
    expect(midSentence('FTE in post')).toBe('FTE in post');
    expect(midSentence('')).toBe('');
  });
});
