import type { Rule } from '../context.ts';

/** Every rule on risks, milestones, RAG, targets and narrative. */
export const BOARD_RULES: readonly Rule[] = [];
