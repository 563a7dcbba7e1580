import type { Rule } from '../context.ts';
import { MILESTONE_RULES } from './milestones.ts';
import { RISK_RULES } from './risks.ts';

/** Every rule on risks, milestones, RAG, targets and narrative. */
export const BOARD_RULES: readonly Rule[] = [...MILESTONE_RULES, ...RISK_RULES];
