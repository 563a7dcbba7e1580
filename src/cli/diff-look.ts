import type { Form } from '../compare/comparison.ts';
import { MONTHS } from '../model/months.ts';
import type { Period } from '../model/period.ts';
import { nearest } from '../model/suggest.ts';
import { parseDate } from '../read/grammar/date.ts';
import { parsePeriod } from '../read/grammar/period.ts';

/** What an argument is meant as by the look of it, whether there is such a thing or not. */
export interface Look {
  /** A day may be a meeting's, or that of a snapshot. */
  readonly forms: readonly Form[];
  /** In words: `a data period`, `a table`. */
  readonly words: string;
}

/** Returns what a text looks like; undefined where it may be anything. */
export function lookOf(text: string): Look | undefined {
  if (isTable(text)) return { forms: ['files'], words: 'a table' };
  if (looksLikeRevision(text)) return { forms: ['revisions'], words: 'a git revision' };
  if (parseDate(text).ok && /^\d{4}-\d{2}-\d{2}$/.test(text.trim()))
    return { forms: ['periods', 'meetings'], words: 'a day' };
  return parsePeriod(text).ok || misspeltPeriod(text)
    ? { forms: ['periods'], words: 'a data period' }
    : undefined;
}

/** Returns whether a path is named as tables are. */
export function isTable(path: string): boolean {
  return /[^\\/]\.(?:csv|ya?ml)$/i.test(path);
}

/** Returns whether a text hardly is anything but a git revision, wherever it is named. */
export function looksLikeRevision(text: string): boolean {
  return /^(?:HEAD|@)(?![\p{L}\p{N}])|^[^\s/]+[~^]\d*$/u.test(text);
}

/** Returns whether a text has the marks of a path. What has nothing but digits beside its slashes is a date or a year. */
export function looksLikePath(text: string): boolean {
  return isTable(text) || (/[\\/]/.test(text) && !/^(?:Q\d )?[\d\s/.-]+$/i.test(text));
}

/** Returns the period that was meant by a month with slips in its name: `Febuary 2021`, `Janaury 2021`. */
export function misspeltPeriod(text: string): Period | undefined {
  const { word = '', year = '' } =
    /^(?<word>\p{L}{3,12})(?<year>[ \-'’]{1,2}\d{2}(?:\d{2})?)$/u.exec(text.trim())?.groups ?? {};
  const month = nearest(
    word,
    MONTHS.flatMap((name) => [name, name.slice(0, 3)]),
  );
  const reading = month === undefined ? undefined : parsePeriod(`${month}${year}`);
  return reading?.ok === true ? reading.value : undefined;
}
