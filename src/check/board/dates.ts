import { formatDate, formatPeriodInFull } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';
import type { PlainDate } from '../../model/plain-date.ts';

/** Returns why something is overdue: `revised to Summer 2021, so by 31 August 2021 · judged as of 1 September 2021`. */
export function overdueWhy(expected: Period, isRevised: boolean, asOf: PlainDate): string {
  return `${isRevised ? 'revised to' : 'due'} ${lastDayText(expected)} · ${judgedText(asOf)}`;
}

/** Returns `judged as of 19 April 2021`. */
export function judgedText(asOf: PlainDate): string {
  return `judged as of ${formatDate(asOf)}`;
}

/** Returns the period and its last day; a day is its own. */
function lastDayText(expected: Period): string {
  const text = formatPeriodInFull(expected);
  return expected.kind === 'day' ? text : `${text}, so by ${formatDate(expected.end)}`;
}
