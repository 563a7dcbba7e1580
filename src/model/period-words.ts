import type { PeriodKind } from './period.ts';

/** What one period of each kind is called: `month`, and `year` for a financial year. */
export const PERIOD_WORDS: Readonly<Record<PeriodKind, string>> = {
  day: 'day',
  month: 'month',
  quarter: 'quarter',
  season: 'season',
  financial_year: 'year',
};
