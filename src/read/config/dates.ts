import type { Period } from '../../model/period.ts';
import { dayFirst } from '../grammar/date.ts';
import { parsePeriod } from '../grammar/period.ts';
import type { Reading } from '../grammar/reading.ts';
import { textUnder, type Tree } from '../yaml/tree.ts';

/** Returns whether the configuration says that `10/09/2026` is 10 September: `dates: day_first`. */
export function isDayFirst(config: Tree): boolean {
  return textUnder(config, ['dates'])?.trim().toLowerCase() === 'day_first';
}

/** Returns what reads a period of the configuration itself. */
export function configPeriod(config: Tree): (text: string) => Reading<Period> {
  return (text) => parsePeriod((isDayFirst(config) ? dayFirst(text) : undefined) ?? text);
}
