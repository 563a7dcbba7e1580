import type { FigureKey } from '../../metrics/book.ts';
import { follows } from '../../metrics/comparison.ts';
import { compareExact } from '../../model/exact.ts';
import type { PaperContext } from '../../papers/context.ts';
import type { FigureSeries } from '../../papers/known-figures.ts';
import { isOfSomeBefore, isOfWider } from './clause.ts';
import { isOneOf, isWord, type Mark, type PeriodMark } from './marks.ts';
import { phraseAt, type Phrase } from './phrase.ts';
import { isPeriod, isPeriodAt, periodBehind, type Sentence } from './sentence.ts';
import { isUsed, keysAt, keysBefore, latestOf, mayBeHeads, numberOf, seriesOf } from './series.ts';
import type { NumberToken } from './tokens.ts';
import { FALLS, LOOSE, NOW, PARTING, PRESENT, RISES } from './words.ts';

/** A typed number that is a figure of the data. */
export interface Level {
  readonly kind: 'level';
  readonly token: NumberToken;
  readonly key: FigureKey;
  readonly agrees: boolean;
  /** What in the sentence says which figure it is: the name, and the words of the period. */
  readonly name: Mark;
  readonly period: PeriodMark | undefined;
  /** The words leave open of when it is, but it is just what the figure was the time before. */
  readonly isStale: boolean;
}

/** A number of a sentence with the series that it is of, before anything is said of when. */
interface Candidate {
  readonly at: number;
  readonly token: NumberToken;
  readonly phrase: Phrase;
  readonly series: FigureSeries;
  readonly period: PeriodMark | undefined;
  readonly isSoft: boolean;
  /** The name is one that people use of other definitions, too. */
  readonly isLoose: boolean;
}

/** Returns the figures of the data that the numbers of a sentence are. */
export function levelsIn(sentence: Sentence): Level[] {
  const candidates = sentence.marks.flatMap((_, at) => candidateAt(sentence, at) ?? []);
  return inPairs(sentence, candidates).flatMap((one) => levelOf(sentence, one) ?? []);
}

function candidateAt({ papers, marks, frame, attached }: Sentence, at: number): Candidate | undefined {
  const token = marks[at];
  if (token?.kind !== 'number' || token.points) return undefined;
  const phrase = phraseAt(marks, at);
  if (phrase === undefined) return undefined;
  const isShare = token.cell.notation === 'percent';
  const series = seriesOf(papers, marks, phrase, { isShare, basis: token.basis });
  // What is tied only where it agrees would make the count of those that agree look better than it is.
  if (series === undefined || !isUsed(papers, series.id)) return undefined;
  const isWhole = Object.keys(series.group).length === 0;
  const isShareOf = LOOSE.has(nameOf(marks[phrase.name]));
  const isSoft =
    frame.isQuoted ||
    (isWhole ? frame.isOfSome || isOfSomeBefore(marks, phrase) : isShareOf) ||
    isOfWider(marks, phrase) ||
    mayBeHeads(papers, token, series);
  const period =
    periodBehind(marks, phrase.end) ?? periodBetween(marks, phrase, attached) ?? periodOfBoth(marks, phrase);
  return { at, token, phrase, series, isSoft, period, isLoose: isShareOf };
}

function nameOf(mark: Mark | undefined): string {
  return mark?.kind === 'name' ? mark.text : '';
}

/** `the agency rate in January was 20%`. */
function periodBetween(
  marks: readonly Mark[],
  { at, name }: Phrase,
  attached: readonly PeriodMark[],
): PeriodMark | undefined {
  for (let before = at - 1; before > name; before -= 1) {
    const mark = marks[before];
    if (isPeriodAt(mark)) return attached.includes(mark) ? undefined : mark;
    if (mark?.kind === 'number' || mark?.kind === 'citation') return undefined;
  }
  return undefined;
}

/** `There were 3 starters and 2 leavers in October`. */
function periodOfBoth(marks: readonly Mark[], { at, name, end }: Phrase): PeriodMark | undefined {
  const [and, number, other] = marks.slice(end + 1, end + 4);
  const isPairOf =
    at < name &&
    isWord(marks[at - 1], 'were', 'was') &&
    isWord(and, 'and') &&
    number?.kind === 'number' &&
    other?.kind === 'name';
  const period = isPairOf ? marks[end + 4] : undefined;
  return isPeriodAt(period) ? period : undefined;
}

/**
 * `from 36 to 39 between January and February`: two figures and two periods, in this order. A second pair may share the
 * periods of the first: `from 23 in August to 19 in October, and the agency rate from 20.4% to 16.8%`.
 */
function inPairs({ marks, attached, free }: Sentence, all: readonly Candidate[]): Candidate[] {
  const [first, second, ...more] = free.length > 0 ? free : attached;
  return all.map((one, index) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    if (first === undefined || second === undefined || more.length > 0 || one.period !== undefined)
      return one;
    if (after && isPair(marks, one, after)) return { ...one, period: first };
    if (before && isPair(marks, before, one)) return { ...one, period: second };
    return one;
  });
}

function isPair(marks: readonly Mark[], from: Candidate, to: Candidate): boolean {
  const isOfOne = from.series.id === to.series.id && from.phrase.name === to.phrase.name;
  return (
    isOfOne &&
    isWord(marks[from.at - 1], 'from') &&
    isWord(marks[to.at - 1], 'to') &&
    !from.period &&
    !to.period
  );
}

function levelOf(sentence: Sentence, one: Candidate): Level | undefined {
  const { papers, marks } = sentence;
  const { token } = one;
  const { found, isSoft, isOpen, period } = keysOf(sentence, one);
  const numbers = found.flatMap((key) => {
    const number = numberOf(papers, key);
    return number === undefined ? [] : [{ key, agrees: follows(token.cell, number) }];
  });
  const name = marks[one.phrase.name];
  const narrower = narrowerOf(papers, one, found[0], name);
  const best = numbers.find(({ agrees }) => agrees) ?? narrower?.find(({ agrees }) => agrees) ?? numbers[0];
  if (best === undefined || name === undefined) return undefined;
  if (narrower !== undefined && !best.agrees && (isSoft || isOpen || narrower.length === 0)) return undefined;
  const level = { kind: 'level' as const, token, ...best, name, period, isStale: false };
  if (best.agrees || !(isSoft || isOpen)) return level;
  const [before] = isSoft ? [] : keysBefore(papers, one.series, best.key.period);
  const was = before && numberOf(papers, before);
  return was !== undefined && follows(token.cell, was) ? { ...level, isStale: true } : undefined;
}

/**
 * Returns what a number is of, where its name may be that of a group, too; nothing where the data does not have that, or the
 * number may be that of the group with some others.
 */
function narrowerOf(
  papers: PaperContext,
  { token }: Candidate,
  wider: FigureKey | undefined,
  name: Mark | undefined,
): { readonly key: FigureKey; readonly agrees: boolean }[] | undefined {
  const orOf = name?.kind === 'name' && name.meaning.kind === 'figure' ? name.meaning.orOf : undefined;
  if (orOf === undefined) return undefined;
  const key = wider && { ...wider, group: { ...wider.group, ...orOf.group } };
  const [all, some] = [wider, key].map((one) => one && numberOf(papers, one));
  if (key === undefined || all === undefined || some === undefined) return [];
  const { value } = token.cell;
  const isBetween = compareExact(value, some.value) > 0 && compareExact(value, all.value) < 0;
  return isBetween && !orOf.isOneOfTwo ? [] : [{ key, agrees: follows(token.cell, some) }];
}

interface Keys {
  readonly found: readonly FigureKey[];
  /** Whether the words leave so much open that only a number that agrees is tied. */
  readonly isSoft: boolean;
  /** Whether they leave so much open that only one that agrees is tied, or one that is just the figure of before. */
  readonly isOpen: boolean;
  readonly period: PeriodMark | undefined;
}

const NONE: Keys = { found: [], isSoft: true, isOpen: true, period: undefined };

/** Returns the figures that may be meant: of the period that is named, or the latest where the words tell of now. */
function keysOf({ papers, marks, frame, free, isTimed, staysPut }: Sentence, one: Candidate): Keys {
  const { at, series, phrase, isLoose } = one;
  const isNow = marks.slice(Math.max(0, at - 3), at).some((mark) => isOneOf(mark, NOW));
  const [only, ...others] = free;
  const clause = marks.slice(phrase.from, phrase.to + 1);
  const tellsOfNow = isNow || clause.some((mark) => isOneOf(mark, NOW) || isOneOf(mark, PRESENT));
  const own = clause.filter(isPeriod);
  // What another clause is of is not what this one is of, where it tells of now.
  const isApart = isNow || (tellsOfNow && own.length === 0);
  const start = isWord(marks[at - 1], 'from') ? startOf(marks, phrase) : undefined;
  if (start !== undefined && !isTimed) {
    const found = keysAt(papers, series, start);
    return { found, isSoft: one.isSoft || !isStartOnly(papers, one, found), isOpen: isLoose, period: start };
  }
  const period = one.period ?? (isApart || others.length > 0 ? undefined : only);
  if (period !== undefined) {
    const isFirm = one.period !== undefined || isOfSentence(marks, period, phrase);
    const found = keysAt(papers, series, period);
    return { found, isSoft: one.isSoft || !isFirm, isOpen: isLoose, period };
  }
  const latest = latestOf(papers, series);
  const isPeak = marks
    .slice(Math.min(phrase.name, at), at)
    .some((mark) => isWord(mark, 'highest', 'lowest', 'peak'));
  if (latest === undefined || (isPeak && !isNow) || (others.length > 0 && !isApart)) return NONE;
  const lead = marks[at - 1];
  if (isWord(lead, 'from')) return { ...NONE, found: keysBefore(papers, series, latest.period) };
  const comesTo =
    isWord(lead, 'to') && marks.slice(0, at).some((mark) => isOneOf(mark, RISES) || isOneOf(mark, FALLS));
  const isUndated = !isTimed && !frame.isDated && !marks.some((mark) => mark.kind === 'other');
  const isFirm = isNow || (tellsOfNow && !isTimed) || (comesTo && isUndated);
  const isStill = staysPut && isUndated && !marks.some(isPeriod);
  return { found: [latest], isSoft: one.isSoft || !(isFirm || isStill), isOpen: isLoose || !isFirm, period };
}

/** Returns the only period of a sentence, where it is that since when something is: `from 24 to 19 since July`. */
function startOf(marks: readonly Mark[], { from, to }: Phrase): PeriodMark | undefined {
  const [only, ...others] = marks.filter(isPeriod);
  if (only?.lead !== 'since' || others.length > 0) return undefined;
  const at = marks.indexOf(only);
  const next = marks[at + 1];
  const isBare = next === undefined || next.kind === 'break' || isOneOf(next, PARTING);
  return isBare && (at === 0 || (at >= from && at <= to)) ? only : undefined;
}

/** `Since August` may count from the end of July: a number that was so then may be right. */
function isStartOnly(
  papers: PaperContext,
  { token, series }: Candidate,
  [key]: readonly FigureKey[],
): boolean {
  const [before] = key ? keysBefore(papers, series, key.period) : [];
  const was = before && numberOf(papers, before);
  return was === undefined || !follows(token.cell, was);
}

/** `In October, there were 39 …` and `39 agency workers were in post in October`, but not `39 after the October campaign`. */
function isOfSentence(marks: readonly Mark[], period: PeriodMark, { end }: Phrase): boolean {
  const at = marks.indexOf(period);
  if (!/^(?:in|at|on|during|by)$/.test(period.lead)) return false;
  if (at < end) return marks.slice(0, at).every((mark) => isOneOf(mark, OPENING));
  return marks
    .slice(end + 1, at)
    .every((mark) => mark.kind === 'number' || mark.kind === 'name' || isOneOf(mark, JOINING));
}

const OPENING: ReadonlySet<string> = new Set(['back', 'then', 'so', 'and', 'but', 'already', 'also']);
const JOINING: ReadonlySet<string> = new Set([
  'in',
  'post',
  'is',
  'are',
  'was',
  'were',
  'employed',
  'the',
  'and',
  'of',
]);
