export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Returns 1–12 for a month's name, its first three letters, or `Sept`; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase();
  const index = MONTHS.findIndex((month) => {
    const name = month.toLowerCase();
    return lower === name || lower === name.slice(0, 3) || (lower === 'sept' && name === 'september');
  });
  return index < 0 ? undefined : index + 1;
}

/** Returns the English name of month 1–12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}
