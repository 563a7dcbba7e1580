import { MONTHS, monthNumber } from '../model/months.ts';
import { dayPeriod, monthPeriod, seasonPeriod, type Period } from '../model/period.ts';
import { dateParts, plainDate, type PlainDate } from '../model/plain-date.ts';

/** A date that somebody wrote into a sentence. */
export interface TextDate {
  readonly offset: number;
  readonly length: number;
  /**
   * What it may say: one period where it has a year; where it has none, one of each year around the reference date; nothing
   * where no calendar has it, or its day and month could be exchanged.
   */
  readonly readings: readonly Period[];
}

const NAMES = MONTHS.flatMap((name) => [name, name.slice(0, 3), ...(name === 'September' ? ['Sept'] : [])]);
const MONTH = `(?:${NAMES.join('|')})\\b\\.?`;
const YEAR = '(?:19|20|21)\\d{2}(?![\\d/])';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

/** In the order in which they are tried at one place: the longest first. */
const FORMS = [
  '(?<iso>(?<isoYear>(?:19|20|21)\\d{2})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2}))',
  `(?<numeric>(?<first>\\d{1,2})[/.](?<second>\\d{1,2})[/.](?<numericYear>${YEAR}))`,
  `(?:the )?(?:${WEEKDAY},? )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<dayMonth>${MONTH})(?:,? (?<dayYear>${YEAR}))?`,
  `(?:the )?end (?:of )?(?<endMonth>${MONTH})(?:,? (?<endYear>${YEAR}))?`,
  `(?<month>${MONTH})(?:,?[ -](?<monthYear>${YEAR})|(?:-| ?['’])(?<shortYear>\\d{2})(?!\\d))?`,
  `(?<season>Spring|Summer|Autumn|spring|summer|autumn) (?<seasonYear>${YEAR})`,
];
const DATE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${FORMS.join('|')})(?![ -]?\\d|[\\p{L}\\p{N}])`, 'gu');

/**
 * Returns the dates in a text: `1 July 2020`, `1st of July`, `the end of March`, `Dec-20`, `June 2021`, `Summer 2021`,
 * `2021-04-19`, `31/03/2024`. Months are written with a capital, so that "may" and "march" are none. `near` gives the years
 * that a date without one may be of.
 */
export function datesIn(text: string, near: Period): TextDate[] {
  return [...text.matchAll(DATE)].map((match) => ({
    offset: match.index,
    length: match[0].length,
    readings: readingsOf(match.groups ?? {}, yearsAround(near)),
  }));
}

type Parts = Readonly<Record<string, string | undefined>>;

function readingsOf(parts: Parts, years: readonly number[]): Period[] {
  const { isoYear, day, dayMonth, endMonth, month, season } = parts;
  if (isoYear !== undefined) return dayOf(isoYear, Number(parts['isoMonth']), Number(parts['isoDay']));
  if (parts['numeric'] !== undefined) return numericDay(parts);
  if (day !== undefined)
    return yearsOf(parts['dayYear'], years).flatMap((year) => dayOf(year, monthOf(dayMonth), Number(day)));
  const named = (['spring', 'summer', 'autumn'] as const).find((one) => one === season?.toLowerCase());
  if (named !== undefined) return present(seasonPeriod(Number(parts['seasonYear']), named));
  const name = endMonth ?? month;
  const short = parts['shortYear'];
  const year = parts['endYear'] ?? parts['monthYear'] ?? (short === undefined ? undefined : `20${short}`);
  return yearsOf(year, years).flatMap((one) => present(monthPeriod(Number(one), monthOf(name))));
}

function numericDay({ first, second, numericYear }: Parts): Period[] {
  const date = numericDate(Number(first), Number(second), Number(numericYear));
  return date === undefined ? [] : [dayPeriod(date)];
}

/** Returns the date of `31/03/2024`; undefined for one that could be read with the month first, too. */
export function numericDate(day: number, month: number, year: number): PlainDate | undefined {
  return day > 12 || day === month ? plainDate(year, month, day) : undefined;
}

function dayOf(year: string | number, month: number, day: number): Period[] {
  const date = plainDate(Number(year), month, day);
  return date === undefined ? [] : [dayPeriod(date)];
}

/** A stop may stand behind an abbreviation. */
function monthOf(name = ''): number {
  return monthNumber(name.replace(/\.$/, '')) ?? 0;
}

function yearsOf(written: string | undefined, years: readonly number[]): readonly (string | number)[] {
  return written === undefined ? years : [written];
}

function yearsAround({ start, end }: Period): number[] {
  const [first, last] = [dateParts(start).year - 1, dateParts(end).year + 1];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function present(period: Period | undefined): Period[] {
  return period === undefined ? [] : [period];
}
