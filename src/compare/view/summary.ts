import { formatList, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Comparison, FigureChange, SettingChange, WorkstreamComparison } from '../comparison.ts';
import type { ViewSentence } from '../view.ts';
import type { Candidate } from './candidate.ts';
import { sideText, toneOf } from './figure-rows.ts';
import { renamingText, withoutTwins } from './groups.ts';
import { restatedParts } from './restated.ts';
import { isMeaning } from './settings.ts';
import { bridgeSentences } from './summary-bridges.ts';
import { figureSentences } from './summary-figures.ts';
import { listSentences } from './summary-lists.ts';
import { brief, labelWithGroup, members, NAME, sentence, SENTENCE } from './texts.ts';

/** The most sentences of a summary, of one workstream and of several. */
const MOST = 8;
const MOST_OF_SEVERAL = 10;

/**
 * Returns the few sentences that say it all, in the order in which a board asks: of more than eight (ten of several
 * workstreams) those of the least weight are left out. One sentence where nothing differs.
 */
export function summaryOf(comparison: Comparison): ViewSentence[] {
  if (!comparison.differs) return [unchanged(comparison)];
  const { workstreams, onlyBefore, onlyAfter } = comparison;
  const candidates = [
    ...(workstreams.length === 1 ? [] : settingSentences(comparison.settings)),
    ...workstreamsSentences(onlyBefore, 'gone'),
    ...workstreamsSentences(onlyAfter, 'new'),
    ...workstreams.flatMap((one) => {
      const title = workstreams.length === 1 ? '' : `${brief(one.title, NAME)}: `;
      const settings = workstreams.length === 1 ? [...comparison.settings, ...one.settings] : one.settings;
      return workstreamSentences({ ...one, settings }).map((each) => ({
        ...each,
        text: `${title}${each.text}`,
      }));
    }),
  ];
  const most = workstreams.length > 1 ? MOST_OF_SEVERAL : MOST;
  const kept = new Set(candidates.toSorted((a, b) => b.weight - a.weight).slice(0, most));
  const sentences = candidates.filter((one) => kept.has(one)).map(({ text, tone }) => ({ text, tone }));
  return sentences.length === 0 ? [elsewhere(comparison)] : sentences;
}

function workstreamSentences(workstream: WorkstreamComparison): Candidate[] {
  return [
    ...settingSentences(workstream.settings.filter(isMeaning)),
    ...ragSentences(workstream),
    ...figureSentences(workstream.figures, workstream.groups, workstream.headlines),
    ...bridgeSentences(workstream),
    ...restatedSentences(workstream),
    ...groupSentences(workstream),
    ...targetSentences(workstream.settings),
    ...listSentences(workstream),
  ];
}

function unchanged({ before, after, tolerance }: Comparison): ViewSentence {
  const beyond = tolerance === undefined ? '' : `, beyond the tolerance of ${brief(tolerance, NAME)}`;
  const sides = `${brief(before.label, NAME)} and ${brief(after.label, NAME)}`;
  return { text: `Nothing differs between ${sides}${beyond}.`, tone: 'quiet' };
}

/** Something differs that no sentence is of. */
function elsewhere({ workstreams }: Comparison): ViewSentence {
  const cells = workstreams.reduce((sum, one) => sum + one.cells.length, 0);
  const text = cells === 0 ? 'What differs is told below.' : `The tables differ in ${plural(cells, 'cell')}.`;
  return { text, tone: 'neutral' };
}

function workstreamsSentences(titles: readonly string[], what: 'gone' | 'new'): Candidate[] {
  if (titles.length === 0) return [];
  const names = formatList(titles.map((title) => brief(title, NAME)));
  const text =
    titles.length === 1 ? `The workstream ${names} is ${what}.` : `The workstreams ${names} are ${what}.`;
  return [{ text: brief(text, SENTENCE), tone: 'neutral', weight: 10 }];
}

/** One change in its own words; of several, how many, since they change what the other lines mean. */
function settingSentences(settings: readonly SettingChange[]): Candidate[] {
  const [first, second] = settings;
  if (first === undefined) return [];
  const text =
    second === undefined
      ? sentence(brief(first.text, SENTENCE))
      : `${plural(settings.length, 'setting')} changed, which changes what the other lines mean: ${settingCounts(settings)}.`;
  return [{ text, tone: 'neutral', weight: 10 }];
}

function settingCounts(settings: readonly SettingChange[]): string {
  const counts = [...groupBy(settings, (one) => one.what)].map(([what, some]) =>
    plural(some.length, ...SETTINGS[what]),
  );
  return counts.join(', ');
}

const SETTINGS: Readonly<Record<SettingChange['what'], readonly [string, string]>> = {
  definition: ['definition', 'definitions'],
  measure: ['measure', 'measures'],
  indicator: ['indicator', 'indicators'],
  matrix: ['change of the matrix', 'changes of the matrix'],
  target: ['target', 'targets'],
  basis: ['change of the basis', 'changes of the basis'],
  population: ['change of who is counted', 'changes of who is counted'],
  overlapping: ['overlapping dimension', 'overlapping dimensions'],
  label: ['label', 'labels'],
  limit: ['level', 'levels'],
};

function targetSentences(settings: readonly SettingChange[]): Candidate[] {
  const targets = settings.filter((one) => !isMeaning(one));
  const [first, second] = targets;
  if (first === undefined) return [];
  const text =
    second === undefined
      ? sentence(brief(first.text, SENTENCE))
      : `${plural(targets.length, 'target or level', 'targets and levels')} changed.`;
  return [{ text, tone: 'neutral', weight: 7 }];
}

function ragSentences({ rag }: WorkstreamComparison): Candidate[] {
  if (rag === undefined || rag.before === rag.after) return [];
  return [
    {
      text: sentence(brief(/^No /.test(rag.text) ? rag.text : `RAG ${rag.text}`, SENTENCE)),
      tone: toneOf(rag.good),
      weight: 10,
    },
  ];
}

/** `Sep 2026 was restated: Agency, team Safeguarding from 10.0 to 11.0, and 9 figures that follow from it.` */
function restatedSentences({ restated }: WorkstreamComparison): Candidate[] {
  const { given, following, oneSided } = restatedParts(restated);
  const own = [...given, ...oneSided];
  const counted = own.length === 0 ? following : own;
  const [first, ...others] = groupBy(counted, (one) => one.after.period.label).keys();
  if (first === undefined) return [];
  const last = others.at(-1);
  const which =
    last === undefined
      ? `${first} was restated`
      : `${plural(others.length + 1, 'period')} from ${first} to ${last} were restated`;
  const rest =
    own.length === 0 || following.length === 0
      ? ''
      : `, and ${plural(following.length, 'figure')} that ${following.length === 1 ? 'follows' : 'follow'}`;
  return [{ text: `${which}: ${restatedText(counted)}${rest}.`, tone: 'neutral', weight: 8.5 }];
}

function restatedText(figures: readonly FigureChange[]): string {
  const [one, another] = figures;
  if (one === undefined || another !== undefined) return plural(figures.length, 'figure');
  return `${labelWithGroup(one)} from ${sideText(one.before)} to ${sideText(one.after)}`;
}

function groupSentences({ groups }: WorkstreamComparison): Candidate[] {
  const changes = withoutTwins(groups);
  const renamings = changes.flatMap((one) => renamingText(one) ?? []);
  const [renaming] = renamings;
  const apart = changes.filter(
    ({ kind, perhaps }) => (kind === 'new' || kind === 'gone') && perhaps === undefined,
  );
  const dimensions = new Set(apart.map(({ dimension }) => dimension));
  const [noun = 'group'] = dimensions.size === 1 ? dimensions : [];
  const counts = (['new', 'gone'] as const).flatMap((what) => {
    const count = apart.filter(({ kind }) => kind === what).length;
    return count === 0 ? [] : [`${members(count, brief(noun, NAME))} ${count === 1 ? 'is' : 'are'} ${what}`];
  });
  return [
    ...(renaming === undefined
      ? []
      : [
          renamings.length === 1 ? renaming : `${plural(renamings.length, 'group')} may have other names now`,
        ]),
    ...(counts.length === 0 ? [] : [counts.join(', ')]),
  ].map((text) => ({ text: `${text}.`, tone: 'neutral', weight: 8 }));
}
