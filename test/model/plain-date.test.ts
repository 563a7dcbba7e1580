import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateParts, daysBetween, daysInMonth, plainDate } from '../../src/model/plain-date.ts';
import type { PlainDate } from '../../src/model/plain-date.ts';

// The calendar is held against a library that is written by others.
const FIRST: Date = new UTCDateMini(1900, 0, 1);
const DAYS = 109_572;

const instant = (date: PlainDate): Date => {
  const { year, month, day } = dateParts(date);
  return new UTCDateMini(year, month - 1, day);
};

const written = (at: Date): PlainDate => {
  const date = plainDate(at.getFullYear(), at.getMonth() + 1, at.getDate());
  if (date === undefined) throw new RangeError('no such date');
  return date;
};

const dates = fc.integer({ min: 0, max: DAYS }).map((days) => written(addDaysTo(FIRST, days)));

describe('plain dates', () => {
  it('number the days as a calendar does', () => {
    let day = written(FIRST);
    for (let days = 1; days <= DAYS; days += 1) {
      const next = addDays(day, 1);
      if (daysBetween(day, next) !== 1 || next <= day) throw new Error(`${day} and ${next}`);
      day = next;
    }
    expect(day).toBe('2199-12-31');
    expect(() => addDays(day, 1)).toThrow('outside the calendar: 2200-1-1');
    expect(() => addDays(written(FIRST), -1)).toThrow('outside the calendar: 1899-12-31');
  });

  it('are as many days apart as a library says, in either direction', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        const days = differenceInCalendarDays(instant(to), instant(from));
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(from, days)).toBe(to);
      }),
    );
  });

  it('know how long each month is', () => {
    for (let year = 1900; year <= 2199; year += 1)
      for (let month = 1; month <= 12; month += 1)
        expect(daysInMonth(year, month)).toBe(getDaysInMonth(new UTCDateMini(year, month - 1, 1)));
  });

  it.each([
    [2100, 2, 29],
    [2021, 2, 29],
    [2021, 4, 31],
    [2021, 13, 1],
    [2021, 0, 1],
    [1899, 12, 31],
    [2200, 1, 1],
  ])('are none for %i-%i-%i', (year, month, day) => {
    expect(plainDate(year, month, day)).toBeUndefined();
  });
});
