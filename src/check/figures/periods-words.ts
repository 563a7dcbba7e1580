import { runsOfPeriods } from '../../metrics/periods.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { comparePeriods, periodName, type Period } from '../../model/period.ts';

/** Fewer than this are named one by one. */
const RUN = 3;

/** Returns periods as a finding names them, oldest first and each once: `Dec 2019 and Feb 2020 to Nov 2020`. */
export function periodsWords(periods: readonly Period[]): string {
  const sorted = [...new Map(periods.map((one) => [periodName(one), one])).values()].sort(comparePeriods);
  const words = runsOfPeriods(sorted).flatMap((run) => {
    const [first, last] = [run.at(0), run.at(-1)];
    return first && last && run.length >= RUN
      ? [`${formatPeriod(first)} to ${formatPeriod(last)}`]
      : run.map(formatPeriod);
  });
  return formatList(words);
}
