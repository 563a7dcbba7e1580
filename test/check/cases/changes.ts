import type { RuleCases } from '../../support/rule-cases.ts';

/** Cases of the rules on change columns and shares of a whole. */
export const CHANGE_CASES: readonly RuleCases[] = [];
