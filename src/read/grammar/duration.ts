import { exact } from '../../model/exact.ts';
import { parseNumber, type WrittenNumber } from './number.ts';
import { quoted, read, unread, type Reading } from './reading.ts';

const DURATION =
  /^(?:(?<years>\d{1,3}) ?(?:years?|yrs?|y)(?:,? (?:and )?(?<beside>\d{1,3}) ?(?:months?|mths?|m))?|(?<alone>\d{1,4}) ?(?:months?|mths?))$/i;

/**
 * Returns the months that a text says: `7 years, 0 months`, `5 years 11 months`, `3 years`, `8 months`, or a bare number
 * of months. Beside years there are at most 11 months.
 */
export function parseDuration(text: string): Reading<WrittenNumber> {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const parts = DURATION.exec(trimmed)?.groups;
  const [years, beside] = [parts?.['years'], parts?.['beside']];
  const months = beside ?? parts?.['alone'];
  if (years === undefined && months === undefined)
    return /^[\d.,]+$/.test(trimmed) ? parseNumber(trimmed) : notADuration(trimmed);
  if (years !== undefined && Number(months ?? 0) > 11)
    return unread('E094', `${quoted(trimmed)} has more than 11 months beside its years`, {
      help: `write ${Number(years) + Math.floor(Number(months) / 12)} years, ${Number(months) % 12} months, or correct it`,
    });
  return read({ value: exact(Number(years ?? 0) * 12 + Number(months ?? 0)), notation: 'plain', places: 0 });
}

function notADuration(text: string): Reading<never> {
  const message = `${quoted(text)} is not a length of time`;
  if (/^[\d.]+ ?(?:years?|yrs?)$/i.test(text))
    return unread('E094', message, {
      why: 'a part of a year is written in months',
      help: 'write whole years and months, such as 8 years 11 months',
    });
  return unread('E094', message);
}
