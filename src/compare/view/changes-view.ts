import type { Comparison, WorkstreamComparison } from '../comparison.ts';
import type { ChangesView, ViewBlock, ViewSection } from '../view.ts';
import { factsOf } from './facts.ts';
import { figureBlocks } from './figures.ts';
import { groupBlocks } from './groups.ts';
import { entryBlocks, ragBlocks } from './lists.ts';
import { notesOf } from './notes.ts';
import { restatedBlocks } from './restated.ts';
import { isMeaning, settingBlocks } from './settings.ts';
import { summaryOf } from './summary.ts';
import { brief, NAME, sideNames } from './texts.ts';
import { whyBlocks } from './why.ts';

/**
 * Returns what every output shows of a comparison, in the order in which a board asks: first what changes the meaning of
 * all else, then the RAG, figures and why they changed, and the lists. A section without a change is left out; where there
 * are several workstreams, each has sections of its own, and the first of them names it.
 */
export function changesView(comparison: Comparison): ChangesView {
  const { workstreams, settings, language } = comparison;
  const [only] = workstreams;
  const sections =
    workstreams.length === 1 && only !== undefined
      ? sectionsOf({ ...only, settings: [...settings, ...only.settings] }, comparison)
      : [...programmeSections(comparison), ...workstreams.flatMap((one) => namedSections(one, comparison))];
  return {
    comparison,
    language,
    title: `What changed: ${sideNames(comparison).join(' to ')}`,
    ...factsOf(comparison),
    summary: summaryOf(comparison),
    sections,
    ...notesOf(comparison),
  };
}

function programmeSections({ settings }: Comparison): ViewSection[] {
  return section('definitions', 'Definitions and matrix', settingBlocks(settings));
}

function namedSections(workstream: WorkstreamComparison, comparison: Comparison): ViewSection[] {
  const name = brief(workstream.title, NAME);
  return sectionsOf(workstream, comparison).map((one, index) => ({
    ...one,
    id: `${one.id}-${workstream.id}`,
    // A heading under the same heading says nothing.
    title: one.title === name ? 'Figures' : one.title,
    ...(index === 0 && { workstream: name }),
  }));
}

function sectionsOf(workstream: WorkstreamComparison, comparison: Comparison): ViewSection[] {
  const { settings, figures } = workstream;
  const of = (isIndicator: boolean): ViewBlock[] =>
    figureBlocks(
      figures.filter((one) => one.indicator === isIndicator),
      workstream,
      comparison,
    );
  return [
    ...section('definitions', 'Definitions and matrix', settingBlocks(settings.filter(isMeaning))),
    ...section('rag', 'RAG', ragBlocks(workstream.rag)),
    ...section('workforce', 'Workforce', of(false)),
    ...section('why', 'Why figures changed', whyBlocks(workstream)),
    ...section('restated', 'Restated', restatedBlocks(workstream, comparison)),
    ...section('groups', 'Groups and periods', groupBlocks(workstream, comparison)),
    ...section('indicators', 'Indicators', of(true)),
    ...section('targets', 'Targets', settingBlocks(settings.filter((one) => !isMeaning(one)))),
    ...section('milestones', 'Milestones', entryBlocks(workstream.milestones)),
    ...section('risks', 'Risks', entryBlocks(workstream.risks)),
    ...section('actions', 'Actions', entryBlocks(workstream.actions)),
    ...section('recommendations', 'Recommendations', entryBlocks(workstream.recommendations)),
    ...section('resolutions', 'Resolutions', entryBlocks(workstream.resolutions)),
    ...section('escalations', 'Escalations', entryBlocks(workstream.escalations)),
  ];
}

function section(id: string, title: string, blocks: readonly ViewBlock[]): ViewSection[] {
  return blocks.length === 0 ? [] : [{ id, title, blocks }];
}
