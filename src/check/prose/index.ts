import type { Rule } from '../rule.ts';

/** Every rule on figures that are typed into the text. */
export const PROSE_RULES: readonly Rule[] = [];
