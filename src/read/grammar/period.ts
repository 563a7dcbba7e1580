import { monthName, MONTHS } from '../../model/months.ts';
import {
  SEASONS,
  dayPeriod,
  financialYearPeriod,
  monthPeriod,
  quarterPeriod,
  seasonPeriod,
  type Period,
  type Season,
} from '../../model/period.ts';
import { fullYear, parseDay, spreadsheetHint } from './date.ts';
import { monthNumber } from '../../model/months.ts';
import { quoted, read, unread, type Reading } from './reading.ts';

type Form = (text: string) => Reading<Period> | undefined;

const FORMS: readonly Form[] = [day, month, isoMonthOrYear, financialYear, quarter, season];

/**
 * Returns the period that a text says, or why it is none. Days as `parseDay` reads them; months `Dec-20`, `Dec 2020`,
 * `December 2020`, `2021-02`; quarters `Q3 2023/24`; financial years `2023/24`, `2023-24`; seasons `Summer 2021`. In a
 * workforce table the last day of a month says that month: see `parseTablePeriod`.
 */
export function parsePeriod(text: string): Reading<Period> {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const reading = form(trimmed);
    if (reading) return reading;
  }
  return unread('E062', `${quoted(trimmed)} is not a date or a period`, hint(trimmed));
}

function day(text: string): Reading<Period> | undefined {
  const reading = parseDay(text);
  return reading?.ok ? read(dayPeriod(reading.value)) : reading;
}

function month(text: string): Reading<Period> | undefined {
  const parts = /^(?<month>[A-Za-z]+)(?:(?:[ -]| ?')(?<short>\d{2})|[ -](?<full>\d{4}))$/.exec(text)?.groups;
  const number = monthNumber(parts?.['month'] ?? '');
  if (!parts || number === undefined) return undefined;
  if (parts['short'] !== undefined && text.includes(' ') && !text.includes("'"))
    return unread('E063', `${quoted(text)} can be read in two ways`, {
      why: `it is ${monthName(number)} ${fullYear(parts['short'])} or ${Number(parts['short'])} ${monthName(number)}`,
      help: `write ${monthName(number)} ${fullYear(parts['short'])}, if the month is meant`,
    });
  return inCalendar(text, monthPeriod(fullYear(parts['full'] ?? parts['short'] ?? ''), number));
}

/** `2021-02` is a month, `2023-24` a financial year; `2009-10` could be either. */
function isoMonthOrYear(text: string): Reading<Period> | undefined {
  const parts = /^(?<year>\d{4})[-–](?<next>\d{2})$/.exec(text)?.groups;
  if (!parts) return undefined;
  const [year, next] = [Number(parts['year']), Number(parts['next'])];
  const isMonth = next >= 1 && next <= 12 && !text.includes('–');
  const isYear = next === (year + 1) % 100;
  if (isMonth && isYear)
    return unread('E063', `${quoted(text)} can be read in two ways`, {
      why: `it is ${monthName(next)} ${year} or the financial year ${year}/${parts['next'] ?? ''}`,
      help: `write ${monthName(next)} ${year} or ${year}/${parts['next'] ?? ''}`,
    });
  if (isMonth) return inCalendar(text, monthPeriod(year, next));
  return yearFrom(text, year, isYear);
}

function financialYear(text: string): Reading<Period> | undefined {
  const parts = /^(?<year>\d{4})(?:\/(?<next>\d{2}|\d{4})|[-–](?<full>\d{4}))$/.exec(text)?.groups;
  if (!parts) return undefined;
  const year = Number(parts['year']);
  return yearFrom(text, year, followsYear(year, parts['next'] ?? parts['full'] ?? ''));
}

function quarter(text: string): Reading<Period> | undefined {
  const parts =
    /^(?:Q(?<q>\d) (?<y>\d{4})[/–-](?<n>\d{2}|\d{4})|(?<y2>\d{4})[/–-](?<n2>\d{2}|\d{4})[ -]Q(?<q2>\d))$/i.exec(
      text,
    )?.groups;
  if (!parts) return undefined;
  const number = Number(parts['q'] ?? parts['q2']);
  const year = Number(parts['y'] ?? parts['y2']);
  if (!followsYear(year, parts['n'] ?? parts['n2'] ?? '')) return yearFrom(text, year, false);
  if (number < 1 || number > 4)
    return unread('E062', `${quoted(text)} is not a period`, {
      why: `there is no quarter ${number}`,
      help: 'write Q1 (April to June), Q2, Q3 or Q4 (January to March)',
    });
  return inCalendar(text, quarterPeriod(year, number));
}

function season(text: string): Reading<Period> | undefined {
  const parts =
    /^(?:(?<season>spring|summer|autumn|winter) (?<year>\d{4})|(?<y2>\d{4})-(?<s2>spring|summer|autumn|winter))$/i.exec(
      text,
    )?.groups;
  if (!parts) return undefined;
  const name = (parts['season'] ?? parts['s2'] ?? '').toLowerCase();
  const year = Number(parts['year'] ?? parts['y2']);
  if (!isSeason(name))
    return unread('E063', `${quoted(text)} can be read in two ways`, {
      why: `a winter spans two years: it starts in December ${year - 1} or in December ${year}`,
      help: `write the months, such as January ${year}`,
    });
  return inCalendar(text, seasonPeriod(year, name));
}

function isSeason(name: string): name is Season {
  return Object.hasOwn(SEASONS, name);
}

function followsYear(year: number, next: string): boolean {
  return next.length === 2 ? Number(next) === (year + 1) % 100 : Number(next) === year + 1;
}

function yearFrom(text: string, year: number, follows: boolean): Reading<Period> {
  if (!follows)
    return unread('E062', `${quoted(text)} is not a period`, {
      why: `a financial year runs over two years in a row: ${year}/${String((year + 1) % 100).padStart(2, '0')}`,
      help: 'correct one of the two years',
    });
  return inCalendar(text, financialYearPeriod(year));
}

function inCalendar(text: string, period: Period | undefined): Reading<Period> {
  if (period) return read(period);
  return unread('E062', `${quoted(text)} is not a period`, {
    why: 'the year is outside 1900 to 2199',
    help: 'correct the year',
  });
}

function hint(text: string): { why: string; help: string } | undefined {
  const numbered = /^(?<month>\d{1,2})[/.-](?<year>\d{4})$/.exec(text)?.groups;
  const word = MONTHS[Number(numbered?.['month'] ?? 0) - 1];
  if (numbered && word !== undefined)
    return {
      why: 'a month is written as a word, so that nobody takes it for a day',
      help: `write ${word.slice(0, 3)} ${numbered['year'] ?? ''}`,
    };
  if (/^(19|20|21)\d{2}$/.test(text))
    return {
      why: 'a year alone may run from January or from April',
      help: `write ${text}/${String((Number(text) + 1) % 100).padStart(2, '0')} for the financial year from April ${text}`,
    };
  if (/^Q[1-4] \d{4}$/i.test(text))
    return {
      why: 'the quarter may be of the calendar year or of a financial year',
      help: 'name the financial year: Q3 2023/24 is October to December 2023',
    };
  if (/^(grand |sub)?total$|^average$|^mean$|^change$/i.test(text))
    return {
      why: 'totals, averages and changes are computed, so a table holds periods only',
      help: `leave the row or column out; in a workforce table, the line \`${text}: ignore\` under \`headings.workforce\` in cip-report.yaml does so`,
    };
  if (/^(tbc|tba|tbd|n\/a|none|ongoing)$/i.test(text))
    return {
      why: 'a date that is not known yet cannot be watched',
      help: 'leave an optional date empty; give a due date by its month, season or year',
    };
  return spreadsheetHint(text);
}
