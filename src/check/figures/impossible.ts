import { figuresOf, keyOf, keyText, type FigureKey } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { kindOf, labelOf } from '../../metrics/registry.ts';
import { evaluationText, groupWords, placesBehind } from '../../metrics/wording.ts';
import type { Basis, Meeting } from '../../model/dataset.ts';
import { compareExact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod, midSentence } from '../../model/format.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { areShipped, blamed, knownFigures, type Counted } from './identities.ts';

/** Figures that count people. Posts may be of more hours than a full-time worker's, and other figures of anything. */
const PEOPLE: ReadonlySet<string> = new Set([
  'permanent',
  'agency',
  'in_post',
  'case_holders',
  'starters',
  'leavers',
  'conversions',
  'transfers_in',
  'transfers_out',
]);

/** What is never above another figure, and what would have to be negative for it, by the registry's definitions. */
const WITHIN: readonly { readonly part: Counted; readonly whole: Counted; readonly rest: Counted }[] = [
  { part: 'permanent', whole: 'in_post', rest: 'agency' },
  { part: 'agency', whole: 'in_post', rest: 'permanent' },
  { part: 'unfilled', whole: 'vacancies', rest: 'agency' },
  { part: 'vacancies', whole: 'establishment', rest: 'permanent' },
];

/**
 * W133: a number of people is above their number on the other basis: nobody is more than one full-time equivalent. Of
 * figures that are given, and beyond what rounding can hide; also of two indicators of which the id of one is the other's
 * with `_fte` behind it. About the full-time equivalents.
 */
export const fteAboveHeadcount: Check = (papers) => [
  ...workersAboveHeads(papers),
  ...indicatorsAboveHeads(papers),
];

function workersAboveHeads(papers: PaperContext): Finding[] {
  return eachOnce(
    keysOf(papers.meeting, (id) => PEOPLE.has(id)),
    (key) => keyText({ ...key, basis: 'fte' }),
  ).flatMap((key) => {
    const [fte, heads] = (['fte', 'headcount'] as const).map((basis) => givenAt(papers.figures, key, basis));
    return fte && heads && isAbove(fte, heads) ? [headsFinding(fte, heads, papers)] : [];
  });
}

const OF_FTE = /_(?:fte|wte)$/i;
/** Posts may be of more hours than a full-time worker's. */
const OF_POSTS = /post|establishment|vacanc|budget/i;

/** Employees and employees_fte; employees_headcount beside employees_fte. */
function indicatorsAboveHeads(papers: PaperContext): Finding[] {
  const { evaluate, registry } = papers.figures;
  const isOfPeople = (id: string): boolean => OF_FTE.test(id) && !OF_POSTS.test(id);
  return keysOf(papers.meeting, isOfPeople).flatMap((key) => {
    const bare = key.id.replace(OF_FTE, '');
    const id = [bare, `${bare}_headcount`].find((one) => kindOf(registry, one)?.unit === 'count');
    const counts = kindOf(registry, key.id)?.unit === 'count';
    if (id === undefined || !counts) return [];
    const [fte, heads] = [evaluate(key), evaluate({ ...key, id })];
    return isAbove(fte, heads) ? [headsFinding(fte, heads, papers)] : [];
  });
}

function headsFinding(fte: Evaluation, heads: Evaluation, papers: PaperContext): Finding {
  const { id, period, group } = fte.key;
  const [written, counted] = [fte, heads].map((one) => evaluationText(one, papers.figures.registry));
  return finding(
    'W133',
    `${id} for ${formatPeriod(period)} is ${written ?? ''} FTE for ${groupWords(group)}, above its headcount of ${counted ?? ''}`,
    {
      about: figureSubject(fte.key, papers),
      at: placesBehind(fte)[0],
      why: `${counted ?? ''} people are at most as many full-time equivalents`,
      related: placesBehind(heads),
    },
  );
}

/**
 * W134: a part is above its whole, as the definitions have it: agency or permanent workers above everyone in post,
 * unfilled posts above vacancies, vacancies above the establishment. Where the rest is known too, W107 compares the three,
 * and this speaks only if they agree, so that the rest is negative. About the part.
 */
export const partsAboveWhole: Check = (papers) => {
  const { meeting, figures } = papers;
  if (!areShipped(figures.registry)) return [];
  const ids = new Set<string>(WITHIN.flatMap(({ part, whole }) => [part, whole]));
  const subjects = eachOnce(
    keysOf(meeting, (id) => ids.has(id)),
    (key) => keyText({ ...key, id: '' }),
  );
  return subjects.flatMap((key) => {
    const known = knownFigures(figures, key);
    const told = new Set(
      blamed(known).flatMap((one) => one.broken.flatMap((identity) => identity.map(({ id }) => id))),
    );
    return WITHIN.flatMap(({ part, whole, rest }) => {
      const [one, all] = [part, whole].map((id) => known.find((figure) => figure.id === id)?.evaluation);
      if (one === undefined || all === undefined || !isAbove(one, all)) return [];
      return told.has(part) || told.has(whole) ? [] : [aboveFinding(one, all, rest, papers)];
    });
  });
};

function aboveFinding(part: Evaluation, whole: Evaluation, rest: string, papers: PaperContext): Finding {
  const { registry } = papers.figures;
  const [id, of, left] = [part.key.id, whole.key.id, rest].map((one) => midSentence(labelOf(registry, one)));
  const { period, group } = part.key;
  return finding(
    'W134',
    `${part.key.id} for ${formatPeriod(period)} is ${evaluationText(part, registry)} for ${groupWords(group)}, above ${whole.key.id} of ${evaluationText(whole, registry)}`,
    {
      about: figureSubject(part.key, papers),
      at: placesBehind(part)[0],
      why: `${of ?? ''} is ${id ?? ''} and ${left ?? ''} together, and ${left ?? ''} cannot be negative`,
      related: placesBehind(whole),
    },
  );
}

/** Returns the keys of the figures that these papers give. */
function keysOf(meeting: Meeting, isWanted: (id: string) => boolean): FigureKey[] {
  return figuresOf(meeting)
    .filter((one) => !one.stated && isWanted(one.measure))
    .map(keyOf);
}

/** Returns the first of the keys that come to the same text. */
function eachOnce(keys: readonly FigureKey[], text: (key: FigureKey) => string): FigureKey[] {
  return [...new Map(keys.toReversed().map((key) => [text(key), key])).values()].toReversed();
}

function givenAt({ evaluate }: Evaluator, key: FigureKey, basis: Basis): Evaluation | undefined {
  const one = evaluate({ ...key, basis });
  return one.source === 'given' && one.outcome.kind === 'number' ? one : undefined;
}

/** Returns whether one figure is above another beyond what rounding can hide. */
function isAbove({ outcome: part }: Evaluation, { outcome: whole }: Evaluation): boolean {
  return (
    part.kind === 'number' && whole.kind === 'number' && compareExact(part.number.low, whole.number.high) > 0
  );
}
