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
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
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
  return dayNumber(to) - dayNumber(from);
}

/** Returns the date `days` later (earlier where negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days);
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

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of the Gregorian calendar in 400 years, after which it repeats, and in so many months of a year from March. */
const CYCLE_DAYS = 146_097;
const daysOfMonths = (months: number): number => Math.floor((153 * months + 2) / 5);

/** Returns the number of a day, one more than the day before it. Years are taken from March, so that a leap day ends one. */
function dayNumber(date: PlainDate): number {
  const { year, month, day } = dateParts(date);
  const fromMarch = month > 2 ? year : year - 1;
  const leapDays = Math.floor(fromMarch / 4) - Math.floor(fromMarch / 100) + Math.floor(fromMarch / 400);
  return 365 * fromMarch + leapDays + daysOfMonths((month + 9) % 12) + day - 1;
}

function dateOfDay(number: number): PlainDate {
  const cycle = Math.floor(number / CYCLE_DAYS);
  const inCycle = number - cycle * CYCLE_DAYS;
  const leapDays = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const yearInCycle = Math.floor((inCycle - leapDays) / 365);
  const startOfYear = 365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100);
  const inYear = inCycle - startOfYear;
  const month = Math.floor((5 * inYear + 2) / 153);
  const year = cycle * 400 + yearInCycle + (month >= 10 ? 1 : 0);
  return fromParts(year, ((month + 2) % 12) + 1, inYear - daysOfMonths(month) + 1);
}
