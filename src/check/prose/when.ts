import {
  comparePeriods,
  financialYearPeriod,
  monthPeriod,
  quarterPeriod,
  seasonPeriod,
  type Period,
} from '../../model/period.ts';
import { monthNumber } from '../../model/months.ts';
import { dateParts, plainDate, type PlainDate } from '../../model/plain-date.ts';
import { numericDate } from '../../papers/dates-in-text.ts';

/** A period as a text names it: a month may lack its year. */
export type When =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'day'; readonly date: PlainDate }
  | { readonly kind: 'month'; readonly month: number };

/** Returns the period that words name: `February 2021`, `Feb-21`, `31 March 2024`, `Q3 2023/24`, `2023/24`, `February`. */
export function readWhen(text: string): When | undefined {
  return readNumeric(text) ?? readDay(text) ?? readMonth(text) ?? readYears(text) ?? readSeason(text);
}

/**
 * Returns the periods, of those given, that are meant. A day means the periods that it ends too, for what is counted at
 * their end; `atEnd`: so does the end of a month. A month without a year is the latest one that had begun at the date.
 */
export function periodsMeant(
  when: When,
  known: readonly Period[],
  { date, atEnd }: { readonly date: PlainDate; readonly atEnd: boolean },
): Period[] {
  if (when.kind === 'day') return known.filter((one) => one.end === when.date).sort(byLength);
  const period = when.kind === 'period' ? when.period : latestMonth(when.month, date);
  const same = known.filter((one) => one.kind === period?.kind && one.key === period.key);
  if (same.length > 0 || !atEnd) return same;
  return known.filter((one) => one.end === period?.end).sort(byLength);
}

/** Returns the month, in the year of the one named after it: `from January to May 2020`. */
export function inYearOf(when: When, later: When): When {
  if (when.kind !== 'month' || later.kind !== 'period' || later.period.kind !== 'month') return when;
  const { year, month } = dateParts(later.period.start);
  const period = monthPeriod(when.month <= month ? year : year - 1, when.month);
  return period ? { kind: 'period', period } : when;
}

function byLength(a: Period, b: Period): number {
  return -comparePeriods(a, b);
}

function latestMonth(month: number, date: PlainDate): Period | undefined {
  const { year, month: now } = dateParts(date);
  return monthPeriod(month <= now ? year : year - 1, month);
}

/** `2026-08-31` and `31/08/2026`; not `05/06/2020`, whose day and month could be exchanged. */
function readNumeric(text: string): When | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (isoYear !== undefined) return ofDay(plainDate(Number(isoYear), Number(isoMonth), Number(isoDay)));
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  return ofDay(numericDate(Number(day), Number(month), Number(year)));
}

function ofDay(date: PlainDate | undefined): When | undefined {
  return date && { kind: 'day', date };
}

function readDay(text: string): When | undefined {
  const parts = /^(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?([A-Z][a-z]+)(?:,?\s(\d{4}))?$/.exec(text);
  if (parts === null || parts[3] === undefined) return undefined;
  return ofDay(plainDate(Number(parts[3]), monthNumber(parts[2] ?? '') ?? 0, Number(parts[1])));
}

function readMonth(text: string): When | undefined {
  const [, name = '', full, short] = /^([A-Z][a-z]+)(?:[\s-](\d{4})|(?:-|\s?['’])(\d{2}))?$/.exec(text) ?? [];
  const month = monthNumber(name);
  if (month === undefined) return undefined;
  if (full === undefined && short === undefined) return { kind: 'month', month };
  return ofPeriod(monthPeriod(Number(full ?? `20${short ?? ''}`), month));
}

function readYears(text: string): When | undefined {
  const [, quarter, year = '', next = ''] = /^(?:Q(\d)\s)?(\d{4})[/–-](\d{2}|\d{4})$/.exec(text) ?? [];
  if (year === '') return undefined;
  const start = Number(year);
  const follows = next.length === 2 ? Number(next) === (start + 1) % 100 : Number(next) === start + 1;
  if (follows)
    return ofPeriod(
      quarter === undefined ? financialYearPeriod(start) : quarterPeriod(start, Number(quarter)),
    );
  return quarter === undefined && next.length === 2 ? ofPeriod(monthPeriod(start, Number(next))) : undefined;
}

function readSeason(text: string): When | undefined {
  const [, name = '', year] = /^([A-Za-z]+)\s(\d{4})$/.exec(text) ?? [];
  const season = (['spring', 'summer', 'autumn'] as const).find((one) => one === name.toLowerCase());
  return season && ofPeriod(seasonPeriod(Number(year), season));
}

function ofPeriod(period: Period | undefined): When | undefined {
  return period && { kind: 'period', period };
}
