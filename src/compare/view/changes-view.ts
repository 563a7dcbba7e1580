import { formatBasis, formatDate, formatList, plural } from '../../model/format.ts';
import { PARTS, type Comparison, type SideRef, type WorkstreamComparison } from '../comparison.ts';
import { plainDate } from '../../model/plain-date.ts';
import type { ChangesView, ViewBlock, ViewSection } from '../view.ts';
import { figureBlocks } from './figures.ts';
import { groupBlocks } from './groups.ts';
import { entryBlocks, ragBlocks } from './lists.ts';
import { restatedBlocks } from './restated.ts';
import { isMeaning, settingBlocks } from './settings.ts';
import { summaryOf } from './summary.ts';
import { brief, NAME, SENTENCE, sentence, TITLE } from './texts.ts';
import { whyBlocks } from './why.ts';

/** More workstreams than these are counted under the title; each has its sections all the same. */
const MOST_NAMED = 4;

/**
 * Returns what every output shows of a comparison, in the order in which a board asks: first what changes the meaning of
 * all else, then the RAG, figures and why they changed, and the lists. A section without a change is left out; where there
 * are several workstreams, each has sections of its own, and the first of them names it.
 */
export function changesView(comparison: Comparison): ChangesView {
  const { before, after, workstreams, settings, language } = comparison;
  const [only] = workstreams;
  const sections =
    workstreams.length === 1 && only !== undefined
      ? sectionsOf({ ...only, settings: [...settings, ...only.settings] }, comparison)
      : [...programmeSections(comparison), ...workstreams.flatMap((one) => namedSections(one, comparison))];
  return {
    comparison,
    language,
    title: `What changed: ${brief(before.label, NAME)} to ${brief(after.label, NAME)}`,
    facts: factsOf(comparison),
    summary: summaryOf(comparison),
    sections,
    notes: comparison.notCompared.map((note) => sentence(brief(note, SENTENCE))),
  };
}

function programmeSections({ settings }: Comparison): ViewSection[] {
  return section('definitions', 'Definitions and matrix', settingBlocks(settings));
}

function namedSections(workstream: WorkstreamComparison, comparison: Comparison): ViewSection[] {
  return sectionsOf(workstream, comparison).map((one, index) => ({
    ...one,
    id: `${one.id}-${workstream.id}`,
    ...(index === 0 && { workstream: brief(workstream.title, NAME) }),
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
    ...section('groups', 'Groups and periods', groupBlocks(workstream)),
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

function factsOf(comparison: Comparison): string[] {
  const { organisation, programme, before, after, workstreams, parts, tolerance, floor } = comparison;
  const names = [organisation, programme].map((name) => brief(name, NAME)).filter((name) => name !== '');
  const limits = [
    tolerance === undefined ? '' : `tolerance ${brief(tolerance, NAME)}`,
    floor === undefined ? '' : `floor ${brief(floor, NAME)}`,
  ].filter((text) => text !== '');
  return [
    ...(names.length === 0 ? [] : [names.join(' · ')]),
    `${brief(before.label, NAME)} → ${brief(after.label, NAME)}`,
    ...(workstreams.length > MOST_NAMED
      ? [plural(workstreams.length, 'workstream')]
      : workstreams.map((one) => workstreamFact(one, comparison))),
    ...commitFacts([before, after]),
    ...(parts.length === PARTS.length ? [] : [`Compared: ${formatList(parts)} alone`]),
    ...(limits.length === 0 ? [] : [limits.join(', ')]),
  ];
}

/** `Workforce: headcount, Jan 2021 → Feb 2021`. */
function workstreamFact(
  { title, basis, before, after }: WorkstreamComparison,
  comparison: Comparison,
): string {
  const [from, to] = [before.period?.label, after.period?.label];
  const isKnown = from === comparison.before.label && to === comparison.after.label;
  const periods = from === undefined || to === undefined || isKnown ? [] : [`figures of ${from} → ${to}`];
  const meetings =
    before.meeting === undefined || after.meeting === undefined || before.meeting === after.meeting
      ? []
      : [`meetings of ${dateText(before.meeting)} → ${dateText(after.meeting)}`];
  return `${brief(title, NAME)}: ${[formatBasis(basis), ...periods, ...meetings].join(', ')}`;
}

function commitFacts(sides: readonly SideRef[]): string[] {
  return sides.flatMap(({ label, commit }) =>
    commit === undefined ? [] : [`${brief(label, NAME)}: ${brief(commit.subject, TITLE)}`],
  );
}

/** A day as people write it; the contract has it as text. */
function dateText(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const plain = plainDate(year, month, date);
  return plain === undefined ? brief(day, NAME) : formatDate(plain);
}
