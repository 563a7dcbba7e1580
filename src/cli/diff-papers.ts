import { comparePeriods, type Period } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { createContext, type PaperContext } from '../papers/context.ts';
import { seriesPeriods } from '../papers/series-kind.ts';
import { selectReports, type Selected } from './build-selection.ts';
import type { DiffRequest } from './diff-options.ts';
import type { SideData } from './diff-read.ts';
import { UsageError } from './exit-code.ts';

/** Which meeting's papers of each workstream: the latest where none is named. */
export type PapersChoice = Pick<DiffRequest, 'workstream' | 'meeting'>;

/** Returns one paper a workstream. Throws a UsageError, which names the side, where there is none. */
export function choosePapers(side: Pick<SideData, 'dataset' | 'ref'>, choice: PapersChoice): Selected[] {
  try {
    return selectReports(side.dataset, choice);
  } catch (error) {
    if (!(error instanceof UsageError) || side.ref.label === '') throw error;
    throw new UsageError(`${side.ref.label}: ${error.message}`, error.help);
  }
}

/** Returns what the rules see of a paper, with what was found in reading it. */
export function contextOf(
  { dataset, findings }: Pick<SideData, 'dataset' | 'findings'>,
  { workstream, meeting }: Selected,
  asOf: PlainDate | undefined,
): PaperContext {
  return createContext(dataset, { workstream, meeting, asOf, read: findings });
}

/** Returns every period of which a paper knows a figure, those of indicators among them, oldest first. */
export function knownPeriods({ allPeriods, meetings }: PaperContext): Period[] {
  const own = meetings.flatMap(({ indicators }) => indicators.map(({ period }) => period));
  const periods = new Map([...allPeriods, ...own].map((one) => [one.key, one]));
  return [...periods.values()].sort(comparePeriods);
}

/** Returns the periods of which the last two are compared: those of indicators where there is no workforce. */
export function ownPeriods(context: PaperContext): readonly Period[] {
  const { periods, meeting } = context;
  return periods.length > 0 ? periods : seriesPeriods(knownPeriods(context), meeting.date);
}
