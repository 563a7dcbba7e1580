import type { Programme, Risk, Target } from '../model/dataset.ts';
import { countActions } from '../risk/action-state.ts';
import { assess, judgedPair } from '../risk/matrix.ts';
import { countMilestones } from '../risk/milestone-state.ts';
import type { RagEvidence } from '../risk/rag.ts';
import type { PaperContext } from './context.ts';
import { countIndicators } from './indicator-state.ts';
import { isNotShown, judgeTarget, targetsOf, type TargetState } from './target-state.ts';

/** Returns what the papers' RAG is judged by, as of the meeting's date. */
export function ragEvidence(context: PaperContext): RagEvidence {
  const { meeting, programme, asOf } = context;
  const judged = targetsOf(context).map((target) => judgeTarget(context, target));
  const count = (state: TargetState) => judged.filter((one) => one.state === state).length;
  const milestones = countMilestones(meeting.milestones, asOf, programme.dueSoonDays);
  const actions = countActions(meeting.actions, asOf, programme.dueSoonDays);
  return {
    targets: {
      achieved: count('achieved'),
      achievedAsStated: judged.filter(({ state, basis }) => state === 'achieved' && basis === 'stated')
        .length,
      atTarget: count('at_target'),
      onCourse: count('on_course'),
      offCourse: count('off_course'),
      missed: count('missed'),
      unknown: count('unknown'),
    },
    milestones: {
      total: meeting.milestones.length,
      complete: milestones.complete,
      overdue: milestones.overdue,
      slipped: milestones.slippedTotal,
    },
    risks: { open: meeting.risks.filter((risk) => risk.open).length, red: redRisks(context).length },
    actions: { open: actions.openTotal, overdue: actions.overdue },
    indicators: countIndicators(context),
  };
}

/**
 * Returns whether everything that the evidence needs could be read: no file is faulty, no definition is, and each open
 * risk has a pair of levels that the matrix knows. Where something could not, the evidence is another than it seems.
 */
export function isEvidenceRead(context: PaperContext): boolean {
  const { faulty, definitionFindings, meeting, programme } = context;
  const open = meeting.risks.filter((risk) => risk.open);
  return (
    faulty.size === 0 && definitionFindings.length === 0 && open.every((risk) => isJudged(risk, programme))
  );
}

/** Returns whether the matrix knows the levels of a risk. */
export function isJudged({ likelihood, impact }: Risk, { matrix }: Programme): boolean {
  return matrix !== undefined && judgedPair(assess(matrix, likelihood, impact)) !== undefined;
}

/** Returns the open risks whose rating is severe, also where their levels were written the wrong way round. */
export function redRisks({ meeting, programme: { matrix } }: PaperContext): Risk[] {
  if (!matrix) return [];
  return meeting.risks.filter(
    (risk) => risk.open && judgedPair(assess(matrix, risk.likelihood, risk.impact))?.rating.severe === true,
  );
}

/** Returns the workstream's targets that are not shown to be reached by their dates, in the order of cip-report.yaml. */
export function missedTargets(context: PaperContext): Target[] {
  return targetsOf(context).filter(
    (target) => judgeTarget(context, target).state === 'missed' || isNotShown(context, target),
  );
}
