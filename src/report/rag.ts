import { ragEvidence } from '../papers/evidence.ts';
import { judgeTarget, targetsOf } from '../papers/target-state.ts';
import type { PaperContext } from '../papers/context.ts';
import { indicatedRag, ragAgrees, type RagEvidence } from '../risk/rag.ts';
import { plural } from './format.ts';
import { milestoneRows, slippedAlso, slippedMilestones, type SlipDates } from './milestones.ts';
import type { Narrative } from './narrative.ts';
import type { EvidenceItem, RagSection } from './report.ts';

/** Returns the stated RAG with the evidence beside it; undefined where the paper states none. */
export function ragSection(context: PaperContext, narrative: Narrative): RagSection | undefined {
  const { rag } = context.meeting.paper;
  if (rag === undefined) return undefined;
  const reported = context.previous?.paper.rag;
  const evidence = ragEvidence(context);
  const indicated = indicatedRag(evidence).rag;
  return {
    ...(rag.previous && { previous: rag.previous }),
    ...(reported && { lastReported: reported.current }),
    current: rag.current,
    meanings: context.programme.ragMeanings,
    reason: narrative.markdown(rag.reason),
    ...(rag.despite && { despite: narrative.markdown(rag.despite) }),
    evidence: [
      ...targetItems(evidence, earlyTargets(context)),
      ...indicatorItems(evidence),
      ...milestoneItems(evidence, slippedMilestones(milestoneRows(context))),
      ...actionItems(evidence),
      // No risk log says nothing: least of all that there is no risk.
      ...(context.meeting.risks.length > 0 ? riskItems(evidence) : []),
    ],
    indicated,
    agrees: ragAgrees(rag.current, indicated),
  };
}

/** Returns how many targets are on course by a pace over fewer points than a trend needs. */
function earlyTargets(context: PaperContext): number {
  const judged = targetsOf(context).map((target) => judgeTarget(context, target));
  return judged.filter(({ state, path }) => state === 'on_course' && path?.trend === false).length;
}

const TOO_EARLY = 'too early to judge';

function targetItems({ targets }: RagEvidence, early: number): EvidenceItem[] {
  const { achieved, achievedAsStated, atTarget, onCourse, offCourse, missed, unknown } = targets;
  const item = (tone: EvidenceItem['tone'], text: string): EvidenceItem => ({ kind: 'targets', text, tone });
  const bad = [
    ...(missed > 0 ? [item('bad', `${plural(missed, 'target')} missed`)] : []),
    ...(offCourse > 0 ? [item('attention', `${plural(offCourse, 'target')} off course`)] : []),
  ];
  const counts = [
    [achieved - achievedAsStated, 'achieved'],
    [achievedAsStated, 'achieved (stated)'],
    [atTarget, 'at target now'],
    [onCourse - early, 'on course'],
  ] as const;
  const known = counts.some(([count]) => count > 0);
  const good = [...counts, [known ? early : 0, TOO_EARLY] as const]
    .filter(([count]) => count > 0)
    .map(([count, state], index) => `${index === 0 ? plural(count, 'target') : count} ${state}`);
  return [
    ...bad,
    ...(good.length > 0 ? [item('good', good.join(', '))] : []),
    ...(early > 0 && !known ? [item('plain', `${plural(early, 'target')} ${TOO_EARLY}`)] : []),
    ...(unknown > 0 ? [item('attention', `${plural(unknown, 'target')} that cannot be judged`)] : []),
  ];
}

function indicatorItems({ indicators: { green, amber, red } }: RagEvidence): EvidenceItem[] {
  const item = (tone: EvidenceItem['tone'], text: string): EvidenceItem => ({
    kind: 'indicators',
    text,
    tone,
  });
  const whose = (count: number): string => (count === 1 ? 'its level' : 'their levels');
  const outside = (count: number): string => `${plural(count, 'indicator')} outside ${whose(count)}`;
  return [
    ...(red > 0 ? [item('bad', outside(red))] : []),
    ...(amber > 0 ? [item('attention', `${outside(amber)}, within tolerance`)] : []),
    ...(green > 0 ? [item('good', `${plural(green, 'indicator')} within ${whose(green)}`)] : []),
  ];
}

function actionItems({ actions: { open, overdue } }: RagEvidence): EvidenceItem[] {
  if (open === 0) return [];
  return [
    overdue > 0
      ? { kind: 'actions', text: `${plural(overdue, 'action')} overdue`, tone: 'bad' }
      : { kind: 'actions', text: 'No action overdue', tone: 'good' },
  ];
}

function milestoneItems(
  { milestones: { total, complete, overdue } }: RagEvidence,
  slipped: readonly SlipDates[],
): EvidenceItem[] {
  if (total === 0) return [];
  const item = (tone: EvidenceItem['tone'], text: string): EvidenceItem => ({
    kind: 'milestones',
    text,
    tone,
  });
  if (complete === total)
    return [item('good', `${total === 1 ? 'The milestone is' : `All ${total} milestones`} complete`)];
  return [
    overdue > 0
      ? item('bad', `${plural(overdue, 'milestone')} overdue`)
      : item('good', 'No milestone overdue'),
    ...(slipped.length > 0
      ? [item('attention', `${plural(slipped.length, 'milestone')} slipped${slippedAlso(slipped)}`)]
      : []),
  ];
}

function riskItems({ risks: { open, red } }: RagEvidence): EvidenceItem[] {
  if (red > 0) return [{ kind: 'risks', text: plural(red, 'red risk'), tone: 'bad' }];
  return [{ kind: 'risks', text: open > 0 ? 'No red risk' : 'No open risk', tone: 'good' }];
}
