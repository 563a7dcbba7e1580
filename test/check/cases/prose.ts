import type { RuleCases } from '../../support/rule-cases.ts';

/** Cases of the rules on typed figures. */
export const PROSE_CASES: readonly RuleCases[] = [];
