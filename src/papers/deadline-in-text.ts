import type { Period } from '../model/period.ts';
import { datesIn, type TextDate } from './dates-in-text.ts';

/** By when something is to be done, in somebody's words. */
export interface TextDeadline {
  /** As written: `by 1 July 2020`. */
  readonly written: string;
  /** Where it starts in the text. */
  readonly offset: number;
  /** One period, or where the words have no year one of each year that may be meant. */
  readonly readings: readonly Period[];
  /** What the sentence says before it. */
  readonly before: string;
}

const BY = /(?:^|[\s(,–—-])(?<words>by|no later than|not later than)$/i;

/**
 * Returns the deadline that the name of a milestone or an action ends with, or begins with: `… in post by 30 September`.
 * Undefined where the name has another date, too: which of them is the deadline is not clear then.
 */
export function deadlineInName(text: string, near: Period): TextDeadline | undefined {
  const only = onlyDate(text, near);
  if (only === undefined) return undefined;
  const { date, before, after } = only;
  const words = BY.exec(before)?.groups?.['words'];
  if (words === undefined) return undefined;
  const offset = before.length - words.length;
  const isFirst = text.slice(0, offset).trim() === '';
  if (!isFirst && !/^[.)\s]*$/.test(after)) return undefined;
  return deadline(text, offset, date);
}

const PUT_OFF = 'moved(?: back)?|put back|postponed|delayed|extended|slipped|rescheduled|deferred';
const DONE = 'complete|completed|completion|done|ready|finished|delivered|launched|published|in place';
const COMMENT = new RegExp(
  `(?:^|[.;] )(?<words>(?:now |revised |date )*(?:${[
    `(?:${PUT_OFF}) (?:to|until|till)`,
    '(?:due|expected|forecast)(?: to be (?:' + DONE + '))?(?: in| by| on| for)?',
    '(?:planned|scheduled) for',
    `(?:will be|to be|will now be) (?:${DONE}) (?:in|by|on)`,
    '(?:completion|launch|publication)(?: is)?(?: now)?(?: due| expected| planned for)?(?: in| by| on)',
    'by',
  ].join('|')}))$`,
  'i',
);

/**
 * Returns the date that a comment expects its entry for, where it says so of the entry itself and has no other date: a clause
 * of it begins with the words (`Now expected by June 2021`, `Delayed to September`) and ends with the date.
 */
export function deadlineInComment(text: string, near: Period): TextDeadline | undefined {
  const only = onlyDate(text, near);
  if (only === undefined) return undefined;
  const { date, before, after } = only;
  const words = COMMENT.exec(before)?.groups?.['words'];
  if (words === undefined || !/^(?:[.,;:)]|\s[–—-]\s|\s(?:because|as|since|while|owing)\b|$)/.test(after))
    return undefined;
  return deadline(text, before.length - words.length, date);
}

/** Returns the date of a text that has no other, with what stands around it. */
function onlyDate(
  text: string,
  near: Period,
): { readonly date: TextDate; readonly before: string; readonly after: string } | undefined {
  const [date, ...others] = datesIn(text, near);
  if (!date || others.length > 0) return undefined;
  return {
    date,
    before: text.slice(0, date.offset).trimEnd(),
    after: text.slice(date.offset + date.length),
  };
}

function deadline(text: string, offset: number, date: TextDate): TextDeadline {
  return {
    written: text.slice(offset, date.offset + date.length),
    offset,
    readings: date.readings,
    before: text.slice(0, offset).trim(),
  };
}
