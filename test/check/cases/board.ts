import type { RuleCases } from '../../support/rule-cases.ts';

/** Cases of the rules on risks, milestones, actions, RAG and the like. */
export const BOARD_CASES: readonly RuleCases[] = [];
