import { formatPeriodMidSentence } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';

/** Returns a period with the word before it: `on 3 March 2021`, `in April 2021`. */
export function whenWords(period: Period): string {
  return `${period.kind === 'day' ? 'on' : 'in'} ${formatPeriodMidSentence(period)}`;
}

/** Returns `it was due in April 2021`, or that there was no date. */
export function wasDueWords(due: Period | undefined): string {
  return due ? `it was ${dueWords(due)}` : 'it had no date';
}

/** Returns `due in April 2021`, or that there is no date. */
export function dueWords(due: Period | undefined): string {
  return due ? `due ${whenWords(due)}` : 'without a date';
}
