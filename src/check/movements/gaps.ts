import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import { keyOf } from '../../metrics/book.ts';
import { areAdjacent, precedingPeriod } from '../../metrics/periods.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** The fewest months on the two sides of a gap that make a table one of every month. */
const SERIES = 3;
/** The most months that a finding names. */
const NAMED = 3;

/**
 * W118: months left out of a series of months, of one table or from one meeting's papers to the next's. A series of single months (a history, the same month of other years) has
 * gaps by its nature: a gap counts only where the unbroken months before and after it are at least three together, and
 * more than the months left out. One that another table or an earlier meeting gives is no gap, and a month that begins
 * after the meeting makes none: it is an error of its own. N152: the only two months there are, with one between them.
 */
export const monthsLeftOut: Check = (context) =>
  (['observations', 'indicators'] as const).flatMap((tables) => {
    const { meeting, meetings } = context;
    const known = new Set(meetings.flatMap((one) => one[tables].map(({ period }) => period.key)));
    // Of a month that several papers give, the newest ones' row.
    const months = meetings
      .toReversed()
      .flatMap((one) => one[tables])
      .filter(({ period }) => period.kind === 'month' && period.start <= meeting.date);
    const own = new Set(meeting[tables]);
    const gaps = [...groupBy(months, ({ measure }) => measure).values()].flatMap((series) =>
      gapsIn(series, known, own, context),
    );
    // The measures of a row lack the same months.
    return [...new Map(gaps.toReversed().map((one) => [one.message, one])).values()];
  });

function gapsIn(
  series: readonly Observation[],
  known: ReadonlySet<string>,
  own: ReadonlySet<Observation>,
  context: PaperContext,
): Finding[] {
  const runs = runsOf(series);
  return runs.slice(1).flatMap((after, index) => {
    const before = runs[index] ?? [];
    const [earlier, later] = [before.at(-1), after[0]];
    if (!earlier || !later || !own.has(later)) return [];
    const missing = monthsFrom(earlier.period, later.period);
    const around = before.length + after.length;
    const unknown = missing.filter((period) => !known.has(period.key));
    if (unknown.length === 1 && missing.length === 1 && known.size === 2)
      return [gap('N152', unknown, earlier, later, context)];
    if (unknown.length === 0 || around < SERIES || missing.length >= around) return [];
    return [gap('W118', unknown, earlier, later, context)];
  });
}

/** Returns an observation of each month, in unbroken runs, oldest first. */
function runsOf(table: readonly Observation[]): Observation[][] {
  const months = [...groupBy(table, (one) => one.period.key).values()].flatMap(([first]) => first ?? []);
  const runs: Observation[][] = [];
  let latest: Observation | undefined;
  for (const one of months.sort((a, b) => comparePeriods(a.period, b.period))) {
    if (latest && areAdjacent(latest.period, one.period)) runs.at(-1)?.push(one);
    else runs.push([one]);
    latest = one;
  }
  return runs;
}

function monthsFrom(earlier: Period, later: Period): Period[] {
  const months: Period[] = [];
  for (let next = precedingPeriod(later); next && next.key > earlier.key; next = precedingPeriod(next))
    months.unshift(next);
  return months;
}

function gap(
  code: 'W118' | 'N152',
  missing: readonly Period[],
  earlier: Observation,
  later: Observation,
  context: PaperContext,
): Finding {
  const named = missing.slice(0, NAMED).map(formatPeriod);
  const more = missing.length > NAMED ? [`${(missing.length - NAMED).toString()} more`] : [];
  const months = formatList([...named, ...more]);
  return finding(
    code,
    `${earlier.at.file === later.at.file ? 'the table has' : 'the papers have'} ${formatPeriod(earlier.period)} and ${formatPeriod(later.period)}, and nothing for ${months}`,
    {
      about: missing[0] && figureSubject({ ...keyOf(later), period: missing[0] }, context),
      at: later.at,
      why:
        code === 'W118'
          ? 'its other months follow one another, so that one may have been left out'
          : 'nothing is compared from month to month across a gap, and no other month tells whether every second one is meant',
      related: [earlier.at],
    },
  );
}
