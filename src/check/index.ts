import type { Dataset } from '../model/dataset.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { BOARD_RULES } from './board/index.ts';
import { createContext, type CheckContext, type CheckScope, type Rule } from './context.ts';
import { FIGURE_RULES } from './figures/index.ts';

/** Every rule, by area; one run reports them all. */
const RULES: readonly Rule[] = [...FIGURE_RULES, ...BOARD_RULES];

/** Returns every finding on one workstream's meeting, in order of place, each once. */
export function runChecks(dataset: Dataset, scope: CheckScope): Finding[] {
  return checkPapers(createContext(dataset, scope));
}

/** Returns every finding on the papers of a context, in order of place, each once. */
export function checkPapers(context: CheckContext): Finding[] {
  return sortFindings(RULES.flatMap((rule) => rule(context)));
}
