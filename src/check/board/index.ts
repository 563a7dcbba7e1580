import type { Rule } from '../context.ts';
import { MILESTONE_RULES } from './milestones.ts';
import { NARRATIVE_RULES } from './narrative.ts';
import { RAG_RULES } from './rag.ts';
import { RISK_RULES } from './risks.ts';
import { TARGET_RULES } from './targets.ts';

/** Every rule on risks, milestones, RAG, targets and narrative. */
export const BOARD_RULES: readonly Rule[] = [
  ...MILESTONE_RULES,
  ...RISK_RULES,
  ...RAG_RULES,
  ...TARGET_RULES,
  ...NARRATIVE_RULES,
];
