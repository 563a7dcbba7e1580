import { ragEvidence } from '../papers/evidence.ts';
import { RAG_SUBJECT, subjectOf } from '../papers/subject.ts';
import { targetsOf } from '../papers/target-state.ts';
import type { PaperContext } from '../papers/context.ts';
import { createFigureSet } from '../report/figures.ts';
import { createNarrative } from '../report/narrative.ts';
import { ragSection } from '../report/rag.ts';
import { indicatedRag } from '../risk/rag.ts';
import { actionItem, indicatorItems, milestoneItem, riskItem } from './counts.ts';
import type { CountedItem, RagExplanation } from './explanation.ts';
import { findingsOn, papersRef, type Papers } from './papers.ts';
import { targetWords } from './target.ts';

/** Returns what the papers' RAG stands on: the stated one, the evidence, what was counted; undefined where none is stated. */
export function explainRag(papers: Papers): RagExplanation | undefined {
  const { context } = papers;
  const { rag } = context.meeting.paper;
  const section = ragSection(context, createNarrative(createFigureSet(context)));
  if (rag === undefined || section === undefined) return undefined;
  const { previous, lastReported, indicated, agrees, evidence, reason, despite } = section;
  const counted = countedItems(context);
  const places = [rag.at, rag.reason.at, ...counted.flatMap((one) => one.at ?? [])];
  return {
    kind: 'rag',
    id: RAG_SUBJECT,
    title: 'The RAG',
    papers: papersRef(papers),
    stated: { rag: rag.current, at: rag.at },
    ...(previous && { previous }),
    ...(lastReported && { lastReported }),
    indicated,
    when: indicatedRag(ragEvidence(context)).when,
    agrees,
    reason: { label: 'reason', text: reason, at: rag.reason.at },
    ...(rag.despite && { despite: { label: 'despite', text: despite ?? '', at: rag.despite.at } }),
    evidence,
    counted,
    findings: findingsOn(papers, [RAG_SUBJECT], places),
  };
}

/** In the order of the evidence: targets, indicators, milestones, open actions, open risks. */
function countedItems(context: PaperContext): CountedItem[] {
  const { meeting } = context;
  return [
    ...targetsOf(context).map((target) => ({
      id: subjectOf('target', target.id),
      text: target.label,
      state: targetWords(context, target),
      at: target.at,
    })),
    ...indicatorItems(context),
    ...meeting.milestones.map((one) => milestoneItem(context, one)),
    ...meeting.actions.filter(({ state }) => state === 'open').map((one) => actionItem(context, one)),
    ...meeting.risks.filter(({ open }) => open).map((one) => riskItem(context, one)),
  ];
}
