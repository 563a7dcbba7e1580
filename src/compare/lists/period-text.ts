import { formatPeriodInFull, midSentence } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';

/** Returns a period within a sentence: `September 2021`, `summer 2021`, since seasons are common nouns. */
export function periodWords(period: Period): string {
  const text = formatPeriodInFull(period);
  return period.kind === 'season' ? midSentence(text) : text;
}

/** Returns a period with the word before it: `on 3 March 2021`, `in April 2021`. */
export function whenWords(period: Period): string {
  return `${period.kind === 'day' ? 'on' : 'in'} ${periodWords(period)}`;
}

/** Returns `due in April 2021`, or that there is no date. */
export function dueWords(due: Period | undefined): string {
  return due ? `due ${whenWords(due)}` : 'without a date';
}
