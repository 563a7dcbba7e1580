import type { Risk } from '../../model/dataset.ts';
import { assess, judgedPair } from '../../risk/matrix.ts';
import { countMilestones } from '../../risk/milestone-state.ts';
import type { RagEvidence } from '../../risk/rag.ts';
import type { CheckContext } from '../context.ts';
import { judgeTarget, targetsOf, type TargetState } from './target-state.ts';

/** Returns what the papers' RAG is judged by, as of the meeting's date. */
export function ragEvidence(context: CheckContext): RagEvidence {
  const { meeting, programme, asOf } = context;
  const states = targetsOf(context).map((target) => judgeTarget(context, target).state);
  const count = (state: TargetState) => states.filter((one) => one === state).length;
  const milestones = countMilestones(meeting.milestones, asOf, programme.dueSoonDays);
  return {
    targets: {
      achieved: count('achieved'),
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
  };
}

/** Returns the open risks whose rating is severe, also where their levels were written the wrong way round. */
export function redRisks({ meeting, programme: { matrix } }: CheckContext): Risk[] {
  if (!matrix) return [];
  return meeting.risks.filter(
    (risk) => risk.open && judgedPair(assess(matrix, risk.likelihood, risk.impact))?.rating.severe === true,
  );
}
