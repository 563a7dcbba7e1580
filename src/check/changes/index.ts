import type { Rule } from '../rule.ts';

/** Every rule on change columns and shares that make up a whole. */
export const CHANGE_RULES: readonly Rule[] = [];
