import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';

type Instant = InstanceType<typeof UTCDateMini>;

declare const plainDateBrand: unique symbol;

/** A calendar date as `YYYY-MM-DD`: no time, no zone. Compares correctly as a string. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const pad = (value: number, width: number): string => value.toString().padStart(width, '0');

/** Returns the date, or undefined where the calendar has no such day (31 February) or the year is outside 1900–2199. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** Returns the number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return getDaysInMonth(new UTCDateMini(year, month - 1, 1));
}

/** Returns year, month (1–12) and day of a date. */
export function dateParts(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Returns the last day of a month. */
export function lastDayOfMonth(year: number, month: number): PlainDate {
  return fromParts(year, month, daysInMonth(year, month));
}

/** Returns the days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return differenceInCalendarDays(instant(to), instant(from));
}

/** Returns the date `days` later (earlier where negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromInstant(addDaysTo(instant(date), days));
}

/** Returns whole calendar months from `from`'s month to `to`'s month, whatever the day. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const a = dateParts(from);
  const b = dateParts(to);
  return (b.year - a.year) * 12 + (b.month - a.month);
}

function fromParts(year: number, month: number, day: number): PlainDate {
  const date = plainDate(year, month, day);
  if (date === undefined) throw new RangeError(`outside the calendar: ${year}-${month}-${day}`);
  return date;
}

// date-fns computes on instants; both ends are UTC, so no zone and no clock can show through.
function instant(date: PlainDate): Instant {
  const { year, month, day } = dateParts(date);
  return new UTCDateMini(year, month - 1, day);
}

function fromInstant(value: Instant): PlainDate {
  return fromParts(value.getFullYear(), value.getMonth() + 1, value.getDate());
}
