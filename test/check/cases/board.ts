import type { RuleCases } from '../../support/rule-cases.ts';
import { ACTION_CASES } from './board-actions.ts';
import { TEXT_DATE_CASES } from './board-dates.ts';
import { MILESTONE_CASES } from './board-milestones.ts';
import { PAPER_CASES } from './board-papers.ts';
import { REQUEST_CASES } from './board-requests.ts';
import { RISK_CASES } from './board-risks.ts';

/** Cases of the rules on risks, milestones, actions, RAG and the like. */
export const BOARD_CASES: readonly RuleCases[] = [
  ...RISK_CASES,
  ...MILESTONE_CASES,
  ...ACTION_CASES,
  ...TEXT_DATE_CASES,
  ...PAPER_CASES,
  ...REQUEST_CASES,
];
