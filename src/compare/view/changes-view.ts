import { capitalised, formatBasis, formatDate, formatList, plural } from '../../model/format.ts';
import { PARTS, type Comparison, type SideRef, type WorkstreamComparison } from '../comparison.ts';
import { plainDate } from '../../model/plain-date.ts';
import type { ChangesView, ViewBlock, ViewSection } from '../view.ts';
import { figureBlocks } from './figures.ts';
import { groupBlocks } from './groups.ts';
import { entryBlocks, ragBlocks } from './lists.ts';
import { notesOf } from './notes.ts';
import { restatedBlocks } from './restated.ts';
import { isMeaning, settingBlocks } from './settings.ts';
import { summaryOf } from './summary.ts';
import { brief, NAME, sideNames } from './texts.ts';
import { whyBlocks } from './why.ts';

/** More workstreams than these are counted under the title; each has its sections all the same. */
const MOST_NAMED = 4;

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
    facts: factsOf(comparison),
    summary: summaryOf(comparison),
    sections,
    ...notesOf(comparison),
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

/** At most three lines: whose it is, what is compared, and how. */
function factsOf(comparison: Comparison): string[] {
  const { organisation, programme, before, after, workstreams } = comparison;
  const names = [organisation, programme].map((name) => brief(name, NAME)).filter((name) => name !== '');
  const facts = [
    ...(workstreams.length > MOST_NAMED
      ? [plural(workstreams.length, 'workstream')]
      : [workstreams.map((one) => workstreamFact(one, comparison)).join('; ')]),
    ...limitFacts(comparison),
  ].filter((fact) => fact !== '');
  return [
    ...(names.length === 0 ? [] : [names.join(' · ')]),
    `${sideFact(before)} → ${sideFact(after)}`,
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
  ];
}

/** A revision is known by what its commit says. */
function sideFact({ label, commit }: SideRef): string {
  return commit === undefined ? brief(label, NAME) : `${brief(label, NAME)}, ${brief(commit.subject, NAME)}`;
}

/** What was asked for. A table has one part: nothing was left out of it. */
function limitFacts({ form, parts, tolerance, floor }: Comparison): string[] {
  return [
    form === 'files' || parts.length === PARTS.length ? '' : `compared: ${formatList(parts)} alone`,
    tolerance === undefined ? '' : `tolerance ${brief(tolerance, NAME)}`,
    floor === undefined ? '' : `floor ${brief(floor, NAME)}`,
  ].filter((text) => text !== '');
}

/** `Workforce: headcount`, with the periods and the meetings where these are not the sides. A table has no other name. */
function workstreamFact(
  { title, basis, before, after }: WorkstreamComparison,
  comparison: Comparison,
): string {
  const [from, to] = [before.period?.label, after.period?.label];
  const sides = [comparison.before.label, comparison.after.label];
  const periods =
    from === undefined || to === undefined || isSame([from, to], sides)
      ? []
      : [from === to ? `figures of ${from}` : `figures of ${from} → ${to}`];
  const days = [before.meeting, after.meeting].map((day) => (day === undefined ? '' : dateText(day)));
  const meetings =
    days.includes('') || days[0] === days[1] || isSame(days, sides)
      ? []
      : [`meetings of ${days.join(' → ')}`];
  const words = [formatBasis(basis), ...periods, ...meetings].join(', ');
  return comparison.form === 'files' ? capitalised(words) : `${brief(title, NAME)}: ${words}`;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.every((one, index) => one === others[index]);
}

/** A day as people write it; the contract has it as text. */
function dateText(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const plain = plainDate(year, month, date);
  return plain === undefined ? brief(day, NAME) : formatDate(plain);
}
