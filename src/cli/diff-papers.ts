import type { PlainDate } from '../model/plain-date.ts';
import { createContext, type PaperContext } from '../papers/context.ts';
import { selectReports, type Selected } from './build-selection.ts';
import type { DiffRequest } from './diff-options.ts';
import type { SideData } from './diff-read.ts';
import { UsageError } from './exit-code.ts';

export { periodsOfPaper as knownPeriods } from '../papers/paper-periods.ts';

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
