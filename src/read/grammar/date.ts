import { monthName } from '../../model/months.ts';
import { daysInMonth, plainDate, type PlainDate } from '../../model/plain-date.ts';
import { monthNumber } from '../../model/months.ts';
import { quoted, read, unread, type Reading } from './reading.ts';

const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const WORDS =
  /^(?<day>\d{1,2})(?<ordinal>st|nd|rd|th)?(?: |-)(?<month>[A-Za-z]+)(?: |-)(?<year>\d{4}|\d{2})$/i;
const NUMERIC = /^(?<first>\d{1,2})(?<separator>[/.-])(?<second>\d{1,2})\k<separator>(?<year>\d{4}|\d{2})$/;

/**
 * Returns the day that a text says: `2021-04-19`, `19 April 2021`, `19th April 2021`, `19-Apr-21`, `31/03/2024` (day
 * first); undefined where the text is not shaped like a day at all. A day that the calendar does not have, and one
 * that could be read in two ways, is a problem and never a guess.
 */
export function parseDay(text: string): Reading<PlainDate> | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const iso = ISO.exec(trimmed)?.groups;
  if (iso) return calendarDay(trimmed, Number(iso['year']), Number(iso['month']), Number(iso['day']));
  const words = WORDS.exec(trimmed)?.groups;
  if (words) return dayInWords(trimmed, words);
  const numeric = NUMERIC.exec(trimmed)?.groups;
  return numeric && dayInNumbers(trimmed, numeric);
}

/** Returns the day that a text says, or why it is none. */
export function parseDate(text: string): Reading<PlainDate> {
  return parseDay(text) ?? unread('E061', `${quoted(text.trim())} is not a date`, spreadsheetHint(text));
}

/** Returns advice for a day number, which is how a spreadsheet stores a date. */
export function spreadsheetHint(text: string): { why: string; help: string } | undefined {
  return /^[1-9]\d{4}$/.test(text.trim())
    ? {
        why: 'it looks like the number by which a spreadsheet stores a day',
        help: 'format the column as a date in the spreadsheet and save the file again',
      }
    : undefined;
}

/** Returns the day that a text such as `10/09/2026` says where days come first; undefined where it is no such day. */
export function dayFirst(text: string): PlainDate | undefined {
  const parts = NUMERIC.exec(text.trim())?.groups;
  if (parts?.['year']?.length !== 4) return undefined;
  return plainDate(Number(parts['year']), Number(parts['second']), Number(parts['first']));
}

type Parts = Readonly<Record<string, string | undefined>>;

function dayInWords(text: string, parts: Parts): Reading<PlainDate> | undefined {
  const month = monthNumber(parts['month'] ?? '');
  if (month === undefined) return undefined;
  const day = Number(parts['day']);
  const ordinal = parts['ordinal']?.toLowerCase();
  if (ordinal !== undefined && ordinal !== ordinalOf(day))
    return unread('E061', `${quoted(text)} is not a date: ${day} is not written with "${ordinal}"`, {
      why: `the day is either mistyped or its ending is; ${day}${ordinalOf(day)} would agree`,
      help: 'correct the day or its ending',
    });
  return calendarDay(text, fullYear(parts['year'] ?? ''), month, day);
}

function dayInNumbers(text: string, parts: Parts): Reading<PlainDate> {
  const [first, second] = [Number(parts['first']), Number(parts['second'])];
  const written = parts['year'] ?? '';
  if (written.length === 2)
    return unread('E063', `${quoted(text)} can be read in more than one way`, {
      why: 'with a year of two digits nothing says which number is the year, the month or the day',
      help: 'write the year in full, and the month as a word: 31 March 2024',
    });
  if (first <= 12 && second <= 12 && first !== second && first > 0 && second > 0)
    return unread('E063', `${quoted(text)} can be read in two ways`, {
      why: `it is ${first} ${monthName(second)} ${written} or ${second} ${monthName(first)} ${written}`,
      help: `write the month as a word: ${first} ${monthName(second)} ${written}, if the day comes first`,
      inFiles: 'where days come first in all your files, write dates: day_first in cip-report.yaml instead',
    });
  return calendarDay(text, Number(written), second, first);
}

function calendarDay(text: string, year: number, month: number, day: number): Reading<PlainDate> {
  const date = plainDate(year, month, day);
  return date === undefined ? noSuchDay(text, year, month) : read(date);
}

function noSuchDay(text: string, year: number, month: number): Reading<never> {
  const subject = `there is no day ${quoted(text)}`;
  if (year < 1900 || year > 2199)
    return unread('E064', subject, { why: `${year} is outside 1900 to 2199`, help: 'correct the year' });
  if (month < 1 || month > 12)
    return unread('E064', subject, {
      why: `there is no month ${month}; days come before months here`,
      help: 'correct the date, or write the month as a word',
    });
  return unread('E064', subject, { why: `${monthName(month)} ${year} has ${daysInMonth(year, month)} days` });
}

/** Returns `st`, `nd`, `rd` or `th`. */
function ordinalOf(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}

/** Returns the year of four digits; `21` is 2021, since a workforce report looks back no further than 2000. */
export function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
