/** The months' English names, January first. */
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

/** Returns the English name of month 1–12; throws a RangeError for any other number. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`no such month: ${month.toString()}`);
  return name;
}

/** Returns 1–12 for a month's name, its first three letters, or `Sept`; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase();
  const index = MONTHS.findIndex((month) => {
    const name = month.toLowerCase();
    return lower === name || lower === name.slice(0, 3) || (lower === 'sept' && name === 'september');
  });
  return index < 0 ? undefined : index + 1;
}
