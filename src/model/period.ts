import { lastDayOfMonth, plainDate, type PlainDate } from './plain-date.ts';

/**
 * A stretch of the calendar as people name it: a day, a month, a quarter of a financial year, a season, or a
 * financial year (April to March). A month stays a month: it is due, and its stocks stand, on its last day.
 */
export type PeriodKind = 'day' | 'month' | 'quarter' | 'season' | 'financial_year';

export interface Period {
  readonly kind: PeriodKind;
  /** Stable name: `2021-04-19`, `2021-02`, `2023-24-Q3`, `2021-summer`, `2023-24`. */
  readonly key: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
}

export const SEASONS = { spring: 3, summer: 6, autumn: 9 } as const;
export type Season = keyof typeof SEASONS;

export function dayPeriod(date: PlainDate): Period {
  return { kind: 'day', key: date, start: date, end: date };
}

/** Returns a month's period, or undefined where month or year are outside the calendar. */
export function monthPeriod(year: number, month: number): Period | undefined {
  return span('month', year, month, 1, (start) => start.slice(0, 7));
}

/** Returns quarter 1–4 of the financial year that starts in April of `startYear`: Q1 is April to June. */
export function quarterPeriod(startYear: number, quarter: number): Period | undefined {
  if (quarter < 1 || quarter > 4) return undefined;
  const [year, month] = quarter === 4 ? [startYear + 1, 1] : [startYear, 1 + quarter * 3];
  return span('quarter', year, month, 3, () => `${yearKey(startYear)}-Q${quarter}`);
}

/** Returns the financial year from April of `startYear` to March of the next. */
export function financialYearPeriod(startYear: number): Period | undefined {
  return span('financial_year', startYear, 4, 12, () => yearKey(startYear));
}

/** Returns a meteorological season: spring is March to May, summer June to August, autumn September to November. */
export function seasonPeriod(year: number, season: Season): Period | undefined {
  return span('season', year, SEASONS[season], 3, () => `${year}-${season}`);
}

/** Orders periods by their last day, then by their first: shorter periods come after longer ones that end with them. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return 0;
}

/** Returns whether two periods are the same day, month, quarter, season or year; nothing is the same as no period. */
export function isSamePeriod(a: NamedPeriod | undefined, b: NamedPeriod | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind === b.kind && a.key === b.key;
}

/** Returns a name of the period that no other has: `2010-11` is November 2010 as a month and 2010/11 as a year. */
export function periodName({ kind, key }: NamedPeriod): string {
  return `${kind} ${key}`;
}

/** What tells a period from every other: a key alone does not. */
type NamedPeriod = Pick<Period, 'kind' | 'key'>;

function yearKey(startYear: number): string {
  return `${startYear}-${((startYear + 1) % 100).toString().padStart(2, '0')}`;
}

function span(
  kind: PeriodKind,
  year: number,
  month: number,
  months: number,
  key: (start: PlainDate) => string,
): Period | undefined {
  const start = plainDate(year, month, 1);
  const last = year * 12 + (month - 1) + (months - 1);
  if (start === undefined || last >= 2200 * 12) return undefined;
  return { kind, key: key(start), start, end: lastDayOfMonth(Math.floor(last / 12), (last % 12) + 1) };
}
