import type { Rag } from '../model/dataset.ts';

/** What a RAG is judged by: counts as of one date. */
export interface RagEvidence {
  readonly targets: {
    readonly achieved: number;
    /** Those of the achieved of which the council states it, and no figure of the data shows it. */
    readonly achievedAsStated: number;
    /** Reached before its date, which is still ahead. */
    readonly atTarget: number;
    readonly onCourse: number;
    readonly offCourse: number;
    /** Past its date and not reached. */
    readonly missed: number;
    readonly unknown: number;
  };
  readonly milestones: {
    readonly total: number;
    readonly complete: number;
    readonly overdue: number;
    readonly slipped: number;
  };
  readonly risks: { readonly open: number; readonly red: number };
  /** Neither complete nor withdrawn, and those of them that are past their date. */
  readonly actions: { readonly open: number; readonly overdue: number };
  /** Latest figures that have a level, by how they stand to it. */
  readonly indicators: { readonly green: number; readonly amber: number; readonly red: number };
}

interface RagRule {
  readonly rag: Rag;
  /** When it applies, in the words of the report. */
  readonly when: string;
  readonly holds: (evidence: RagEvidence) => boolean;
}

/** The first rule that holds gives the RAG that the evidence indicates; Green where none does. */
const RAG_RULES: readonly RagRule[] = [
  {
    rag: 'red',
    when: 'a target was missed, or a milestone is overdue while a risk is red',
    holds: ({ targets, milestones, risks }) =>
      targets.missed > 0 || (risks.red > 0 && milestones.overdue > 0),
  },
  {
    rag: 'amber',
    when: 'a risk is red, an indicator is amber or red, a milestone or an action is overdue, or a target is off course',
    holds: ({ targets, milestones, risks, actions, indicators }) =>
      risks.red > 0 ||
      indicators.amber + indicators.red > 0 ||
      milestones.overdue > 0 ||
      actions.overdue > 0 ||
      targets.offCourse > 0,
  },
  {
    rag: 'blue',
    when: 'every milestone is complete, every target is achieved, and no risk or action is open',
    holds: ({ targets, milestones, risks, actions }) =>
      milestones.total > 0 &&
      milestones.complete === milestones.total &&
      targets.atTarget + targets.onCourse + targets.unknown === 0 &&
      risks.open === 0 &&
      actions.open === 0,
  },
];

const OTHERWISE = {
  rag: 'green',
  when: 'no target, milestone, risk, action or indicator points elsewhere',
} as const;

export interface IndicatedRag {
  readonly rag: Rag;
  /** The condition that gave it, in words. */
  readonly when: string;
}

/** What the evidence is asked, in this order: the first condition that holds gives the RAG, and the last one always does. */
export const RAG_CONDITIONS: readonly IndicatedRag[] = [
  ...RAG_RULES.map(({ rag, when }) => ({ rag, when })),
  OTHERWISE,
];

/** Returns the RAG that the evidence alone would give, and why. */
export function indicatedRag(evidence: RagEvidence): IndicatedRag {
  const rule = RAG_RULES.find((one) => one.holds(evidence));
  return rule ? { rag: rule.rag, when: rule.when } : OTHERWISE;
}

/**
 * Returns whether a stated RAG goes with the indicated one. Green goes with Blue: not every board uses Blue for
 * work that is complete. Blue does not go with Green: it claims more than the evidence shows.
 */
export function ragAgrees(stated: Rag, indicated: Rag): boolean {
  return stated === indicated || (stated === 'green' && indicated === 'blue');
}
