import type { Rule } from '../rule.ts';
import { ACTION_RULES } from './actions.ts';
import { BENCHMARK_RULES } from './benchmarks.ts';
import { CARRIED_RULES } from './carried.ts';
import { CLOSED_RISK_RULES } from './closed-risks.ts';
import { INDICATOR_RULES } from './indicators.ts';
import { LEVEL_RULES } from './levels.ts';
import { MILESTONE_RULES } from './milestones.ts';
import { NARRATIVE_RULES } from './narrative.ts';
import { OVERDUE_RULES } from './overdue.ts';
import { RAG_RULES } from './rag.ts';
import { RECOMMENDATION_RULES } from './recommendations.ts';
import { REPORTING_PERIOD_RULES } from './reporting-period.ts';
import { RESOLUTION_RULES } from './resolutions.ts';
import { REUSED_RULES } from './reused.ts';
import { RISK_WORD_RULES } from './risk-words.ts';
import { RISK_RULES } from './risks.ts';
import { SET_BESIDE_RULES } from './set-beside.ts';
import { STEP_RULES } from './steps.ts';
import { TARGET_RULES } from './targets.ts';
import { TEXT_DATE_RULES } from './text-dates.ts';
import { WITHHELD_CITATION_RULES } from './withheld-citations.ts';

/** Every rule on milestones, risks, RAG, targets, indicators, actions, recommendations, resolutions and narrative. */
export const BOARD_RULES: readonly Rule[] = [
  ...OVERDUE_RULES,
  ...CARRIED_RULES,
  ...REUSED_RULES,
  ...MILESTONE_RULES,
  ...STEP_RULES,
  ...RISK_RULES,
  ...CLOSED_RISK_RULES,
  ...RISK_WORD_RULES,
  ...REPORTING_PERIOD_RULES,
  ...RAG_RULES,
  ...TARGET_RULES,
  ...INDICATOR_RULES,
  ...LEVEL_RULES,
  ...BENCHMARK_RULES,
  ...SET_BESIDE_RULES,
  ...ACTION_RULES,
  ...TEXT_DATE_RULES,
  ...RECOMMENDATION_RULES,
  ...RESOLUTION_RULES,
  ...NARRATIVE_RULES,
  ...WITHHELD_CITATION_RULES,
];
