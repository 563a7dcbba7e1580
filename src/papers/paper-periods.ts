import { comparePeriods, type Period } from '../model/period.ts';
import type { PaperContext } from './context.ts';
import { seriesPeriods } from './series-kind.ts';

/** Returns every period of which a paper knows a figure, those of indicators among them, oldest first. */
export function periodsOfPaper({ allPeriods, meetings }: PaperContext): Period[] {
  const own = meetings.flatMap(({ indicators }) => indicators.map(({ period }) => period));
  // The key of a month may be that of a year: 2010-11 is November 2010 and 2010/11.
  const periods = new Map([...allPeriods, ...own].map((one) => [`${one.kind} ${one.key}`, one]));
  return [...periods.values()].sort(comparePeriods);
}

/** Returns the periods of which the last two are compared: those of indicators where there is no workforce. */
export function comparedPeriods(context: PaperContext): readonly Period[] {
  const { periods, meeting } = context;
  return periods.length > 0 ? periods : seriesPeriods(periodsOfPaper(context), meeting.date);
}
