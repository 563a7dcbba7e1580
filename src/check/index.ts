import type { Dataset } from '../model/dataset.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { allFiguresRead, createContext, type PaperContext, type PaperScope } from '../papers/context.ts';
import { BOARD_RULES } from './board/index.ts';
import { CHANGE_RULES } from './changes/index.ts';
import { FIGURE_RULES } from './figures/index.ts';
import { MOVEMENT_RULES } from './movements/index.ts';
import { PROSE_RULES } from './prose/index.ts';
import type { Rule } from './rule.ts';

/** Every rule, by area; one run reports them all. */
export const RULES: readonly Rule[] = [
  ...FIGURE_RULES,
  ...MOVEMENT_RULES,
  ...CHANGE_RULES,
  ...BOARD_RULES,
  ...PROSE_RULES,
];

/** Returns every finding on one workstream's meeting, in order of place, each once. */
export function runChecks(dataset: Dataset, scope: PaperScope): Finding[] {
  return checkPapers(createContext(dataset, scope));
}

/** Returns every finding on the papers of a context, in order of place, each once. */
export function checkPapers(papers: PaperContext): Finding[] {
  return sortFindings(runRules(RULES, papers));
}

/** Returns what the rules find, those on figures only where every figure could be read. */
function runRules(rules: readonly Rule[], papers: PaperContext): Finding[] {
  const isRead = allFiguresRead(papers);
  return rules.filter((one) => isRead || one.onFigures === undefined).flatMap((one) => one.check(papers));
}
