import { formatPeriod } from '../../model/format.ts';
import { dateParts, type PlainDate } from '../../model/plain-date.ts';
import { monthPeriod, type Period } from '../../model/period.ts';
import { dayFirst, parseDay } from '../grammar/date.ts';
import type { Problem } from '../grammar/reading.ts';
import type { Table } from '../table/table.ts';
import type { Layout } from './layout.ts';

/** A period column whose days are all the first of a month, and whether they are read as these months. */
export interface Months {
  readonly firsts: boolean;
  readonly read: boolean;
}

/**
 * Returns whether a table has a period column with days in it, and all of them are the first of a month where days come
 * first: a spreadsheet turns the months that people type into such dates.
 */
export function isOfFirsts(table: Table, { columns }: Layout): boolean {
  const column = columns.find(({ role }) => role.kind === 'period');
  if (!column) return false;
  const days = table.rows.flatMap(({ cells }) => dayOf(cells[column.index]?.text ?? '') ?? []);
  return days.length > 0 && days.every((day) => dateParts(day).day === 1);
}

/** Returns the month of a period that is a day. */
export function monthOf({ kind, end }: Period): Period | undefined {
  const { year, month } = dateParts(end);
  return kind === 'day' ? monthPeriod(year, month) : undefined;
}

/** Returns what to do about the first of a month that can be read in two ways. */
export function writtenAsMonth(text: string, problem: Problem): Problem {
  const day = problem.code === 'E063' ? dayFirst(text) : undefined;
  if (day === undefined) return problem;
  const { year, month } = dateParts(day);
  const period = monthPeriod(year, month);
  return period === undefined
    ? problem
    : {
        ...problem,
        help: `write ${formatPeriod(period)}, if the month is meant: Excel turns months into such dates`,
      };
}

function dayOf(text: string): PlainDate | undefined {
  const reading = parseDay(text);
  return dayFirst(text) ?? (reading?.ok === true ? reading.value : undefined);
}
