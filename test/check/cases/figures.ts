import type { RuleCases } from '../../support/rule-cases.ts';

/** Cases of the rules on rates, footing, identities and other figures. */
export const FIGURE_CASES: readonly RuleCases[] = [];
