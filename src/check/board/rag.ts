import type { Rag } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatDate, plural } from '../../model/format.ts';
import { indicatedRag, ragAgrees, type RagEvidence } from '../../risk/rag.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { RAG_SUBJECT } from '../../papers/subject.ts';
import { isEvidenceRead, ragEvidence } from '../../papers/evidence.ts';

const againstEvidence: Check = (context) => {
  if (!isEvidenceRead(context)) return [];
  const { rag } = context.meeting.paper;
  if (rag === undefined) return [];
  const evidence = ragEvidence(context);
  const indicated = indicatedRag(evidence);
  if (ragAgrees(rag.current, indicated.rag) || hasReason(rag.despite?.value)) return [];
  const message = `the RAG is stated as ${ragName(rag.current)}, but the evidence points to ${ragName(indicated.rag)}`;
  const why = [`${ragName(indicated.rag)}: ${indicated.when}`, ...counted(evidence)].join(' · ');
  return [finding('W401', message, { at: rag.at, about: RAG_SUBJECT, why })];
};

const againstLastMeeting: Check = ({ meeting, previous, faulty }) => {
  // The last meeting may be one whose papers could not be read.
  if (faulty.size > 0) return [];
  const { rag } = meeting.paper;
  const reported = previous?.paper.rag;
  if (!previous || !reported || rag?.previous === undefined || rag.previous === reported.current) return [];
  const message = `the previous RAG is given as ${ragName(rag.previous)}, but ${formatDate(previous.date)} reported ${ragName(reported.current)}`;
  return [finding('W402', message, { at: rag.at, about: RAG_SUBJECT, related: [reported.at] })];
};

export const RAG_RULES: readonly Rule[] = [
  rule(['W401'], againstEvidence),
  rule(['W402'], againstLastMeeting),
];

function hasReason(despite: string | undefined): boolean {
  return despite !== undefined && despite.trim() !== '';
}

/** Actions and indicators are named where they count against it: many papers have none. */
function counted({ targets, milestones, risks, actions, indicators }: RagEvidence): string[] {
  return [
    `${plural(targets.missed, 'target')} missed and ${targets.offCourse} off course`,
    `${plural(milestones.overdue, 'milestone')} overdue`,
    plural(risks.red, 'red risk'),
    ...(actions.overdue > 0 ? [`${plural(actions.overdue, 'action')} overdue`] : []),
    ...(indicators.red > 0 ? [plural(indicators.red, 'red indicator')] : []),
    ...(indicators.amber > 0 ? [plural(indicators.amber, 'amber indicator')] : []),
  ];
}

function ragName(rag: Rag): string {
  return rag.charAt(0).toUpperCase() + rag.slice(1);
}
