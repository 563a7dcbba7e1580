import type { Dataset } from '../model/dataset.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { BOARD_RULES } from './board/index.ts';
import { createContext, type CheckScope, type Rule } from './context.ts';

/** Every rule, by area; one run reports them all. */
const RULES: readonly Rule[] = [...BOARD_RULES];

/** Returns every finding on one workstream's meeting, in order of place, each once. */
export function runChecks(dataset: Dataset, scope: CheckScope): Finding[] {
  const context = createContext(dataset, scope);
  return sortFindings([...context.definitionFindings, ...RULES.flatMap((rule) => rule(context))]);
}
