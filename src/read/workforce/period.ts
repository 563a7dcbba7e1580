import { monthPeriod, type Period } from '../../model/period.ts';
import { dateParts, lastDayOfMonth } from '../../model/plain-date.ts';
import { parsePeriod } from '../grammar/period.ts';
import type { Reading } from '../grammar/reading.ts';

/**
 * Returns the period that a cell or heading of a workforce table says, or why it is none. Periods as `parsePeriod` reads
 * them, but for the last day of a month, by which spreadsheets name the month: it is that month. Any other day is a day.
 */
export function parseTablePeriod(text: string): Reading<Period> {
  const reading = parsePeriod(text);
  return reading.ok ? { ok: true, value: monthEnding(reading.value) ?? reading.value } : reading;
}

function monthEnding({ kind, end }: Period): Period | undefined {
  const { year, month } = dateParts(end);
  return kind === 'day' && end === lastDayOfMonth(year, month) ? monthPeriod(year, month) : undefined;
}
