import type { RuleCases } from '../../support/rule-cases.ts';

/** Cases of the rules on movements, jumps, freshness and missing rows. */
export const MOVEMENT_CASES: readonly RuleCases[] = [];
