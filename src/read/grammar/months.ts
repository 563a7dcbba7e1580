import { MONTHS } from '../../model/months.ts';

/** Returns 1–12 for a month's name, its first three letters, or `Sept`; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase();
  const index = MONTHS.findIndex((month) => {
    const name = month.toLowerCase();
    return lower === name || lower === name.slice(0, 3) || (lower === 'sept' && name === 'september');
  });
  return index < 0 ? undefined : index + 1;
}
