import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOfMonth } from '../../../src/model/plain-date.ts';
import { parseDate } from '../../../src/read/grammar/date.ts';
import { MONTHS } from '../../../src/model/months.ts';
import { parsePeriod } from '../../../src/read/grammar/period.ts';

const period = (text: string): string => {
  const reading = parsePeriod(text);
  return reading.ok
    ? `${reading.value.kind} ${reading.value.start} ${reading.value.end}`
    : reading.problem.code;
};

describe('a period', () => {
  it.each([
    ['2021-04-19', 'day 2021-04-19 2021-04-19'],
    ['19 April 2021', 'day 2021-04-19 2021-04-19'],
    ['19th April 2021', 'day 2021-04-19 2021-04-19'],
    ['1st May 2021', 'day 2021-05-01 2021-05-01'],
    ['22nd sept 2021', 'day 2021-09-22 2021-09-22'],
    ['3rd  March  2021', 'day 2021-03-03 2021-03-03'],
    ['11th March 2021', 'day 2021-03-11 2021-03-11'],
    ['19-Apr-21', 'day 2021-04-19 2021-04-19'],
    ['31/03/2024', 'day 2024-03-31 2024-03-31'],
    ['31.03.2024', 'day 2024-03-31 2024-03-31'],
    ['05/05/2020', 'day 2020-05-05 2020-05-05'],
    ['29 February 2020', 'day 2020-02-29 2020-02-29'],
    ['Dec-20', 'month 2020-12-01 2020-12-31'],
    ["Dec '20", 'month 2020-12-01 2020-12-31'],
    ['Dec 2020', 'month 2020-12-01 2020-12-31'],
    ['JUNE 2020', 'month 2020-06-01 2020-06-30'],
    ['Sept-2020', 'month 2020-09-01 2020-09-30'],
    ['2021-02', 'month 2021-02-01 2021-02-28'],
    ['Q3 2023/24', 'quarter 2023-10-01 2023-12-31'],
    ['Q4 2023-24', 'quarter 2024-01-01 2024-03-31'],
    ['2023-24 Q1', 'quarter 2023-04-01 2023-06-30'],
    ['2023/24', 'financial_year 2023-04-01 2024-03-31'],
    ['2023-24', 'financial_year 2023-04-01 2024-03-31'],
    ['2023–24', 'financial_year 2023-04-01 2024-03-31'],
    ['2023/2024', 'financial_year 2023-04-01 2024-03-31'],
    ['1999/00', 'financial_year 1999-04-01 2000-03-31'],
    ['Summer 2021', 'season 2021-06-01 2021-08-31'],
    ['spring 2021', 'season 2021-03-01 2021-05-31'],
    ['05/06/2020', 'E063'],
    ['1.2.2020', 'E063'],
    ['31/03/24', 'E063'],
    ['Dec 20', 'E063'],
    ['2009-10', 'E063'],
    ['Winter 2021', 'E063'],
    ['31 February 2020', 'E064'],
    ['29 February 2021', 'E064'],
    ['31/04/2021', 'E064'],
    ['0 May 2021', 'E064'],
    ['03/31/2024', 'E064'],
    ['2021-13-01', 'E064'],
    ['1 May 1066', 'E064'],
    ['19st April 2021', 'E061'],
    ['11st April 2021', 'E061'],
    ['2023/25', 'E062'],
    ['2023-99', 'E062'],
    ['Q5 2023/24', 'E062'],
    ['Q3 2023', 'E062'],
    ['2023', 'E062'],
    ['Smarch 2021', 'E062'],
    ['44305', 'E062'],
    ['TBC', 'E062'],
    ['', 'E062'],
    ['2021-04-19T00:00', 'E062'],
    ['by June 2021', 'E062'],
  ])('%j is %s', (text, expected) => {
    expect(period(text)).toBe(expected);
  });

  it('that is no day says how many days the month has', () => {
    const reading = parseDate('31 February 2020');
    expect(reading.ok ? undefined : reading.problem.why).toBe('February 2020 has 29 days');
  });

  it('is read back from its key', () => {
    const keys = fc
      .tuple(fc.integer({ min: 1900, max: 2198 }), fc.integer({ min: 1, max: 12 }))
      .chain(([year, month]) =>
        fc.constantFrom(
          `${MONTHS[month - 1]!} ${year}`,
          `${MONTHS[month - 1]!.slice(0, 3)}-${year}`,
          lastDayOfMonth(year, month),
        ),
      );
    fc.assert(
      fc.property(keys, (text) => {
        const first = parsePeriod(text);
        if (!first.ok) throw new Error(`${text} was refused`);
        // Only a month whose key looks like a financial year cannot be read back.
        const again = parsePeriod(first.value.key);
        if (again.ok) expect(again.value).toEqual(first.value);
        else expect(again.problem.code).toBe('E063');
      }),
    );
  });

  it('of every day is that day, however it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const words = parseDate(`${day} ${MONTHS[month - 1]!} ${year}`);
          expect(words.ok && words.value).toBe(iso);
          const numbers = parseDate(`${day}/${month}/${year}`);
          // Never the other way round: it is this day, or it is refused.
          if (numbers.ok) expect(numbers.value).toBe(iso);
          else expect([day <= 12 && day !== month, numbers.problem.code]).toEqual([true, 'E063']);
        },
      ),
    );
  });
});
