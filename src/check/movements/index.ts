import type { Rule } from '../rule.ts';

/** Every rule on movements, jumps, freshness and missing rows. */
export const MOVEMENT_RULES: readonly Rule[] = [];
