import type { FigureKey } from '../../metrics/book.ts';
import { follows } from '../../metrics/comparison.ts';
import type { PaperContext } from '../../papers/context.ts';
import type { FigureSeries } from '../../papers/known-figures.ts';
import { isOneOf, isWord, type Mark, type PeriodMark } from './marks.ts';
import { isOfSomeBefore, phraseAt, type Phrase } from './phrase.ts';
import { isUsed, keysAt, keysBefore, latestOf, mayBeHeads, numberOf, seriesOf } from './series.ts';
import type { NumberToken } from './tokens.ts';
import { COUNTED, FALLS, NOW, PRESENT, RISES } from './words.ts';

/** What the paragraph says before a sentence. */
export interface Frame {
  /** It speaks of a group, a team, another place: what follows may still be of that. */
  readonly isOfSome: boolean;
  /** It names a period: what follows may still be of that. */
  readonly isDated: boolean;
}

/** A typed number that is a figure of the data. */
export interface Level {
  readonly kind: 'level';
  readonly token: NumberToken;
  readonly key: FigureKey;
  readonly agrees: boolean;
  /** What in the sentence says which figure it is: the name, and the words of the period. */
  readonly name: Mark;
  readonly period: PeriodMark | undefined;
}

/** A number of a sentence with the series that it is of, before anything is said of when. */
interface Candidate {
  readonly at: number;
  readonly token: NumberToken;
  readonly phrase: Phrase;
  readonly series: FigureSeries;
  readonly period: PeriodMark | undefined;
  readonly isSoft: boolean;
}

/** Returns the figures of the data that the numbers of a sentence are. */
export function levelsIn(papers: PaperContext, marks: readonly Mark[], frame: Frame): Level[] {
  if (!marks.some((mark) => mark.kind === 'number')) return [];
  const attached = marks.flatMap((mark, at) =>
    mark.kind === 'number' || mark.kind === 'citation' ? (periodBehind(marks, at) ?? []) : [],
  );
  const candidates = marks.flatMap((_, at) => candidateAt(papers, marks, at, { frame, attached }) ?? []);
  const free = marks.filter(isPeriod).filter((one) => !attached.includes(one) && one.lead !== 'since');
  return inPairs(marks, candidates, { attached, free }).flatMap(
    (one) => levelOf(papers, marks, one, { free, frame }) ?? [],
  );
}

function isPeriod(mark: Mark): mark is PeriodMark {
  return mark.kind === 'period';
}

interface Surroundings {
  readonly frame: Frame;
  /** Periods right behind a number: they are of that one. */
  readonly attached: readonly PeriodMark[];
}

function candidateAt(
  papers: PaperContext,
  marks: readonly Mark[],
  at: number,
  { frame, attached }: Surroundings,
): Candidate | undefined {
  const token = marks[at];
  if (token?.kind !== 'number' || token.points) return undefined;
  const phrase = phraseAt(marks, at);
  if (phrase === undefined) return undefined;
  const isShare = token.cell.notation === 'percent';
  const series = seriesOf(papers, marks, phrase, { isShare, basis: token.basis });
  if (series === undefined) return undefined;
  const isWhole = Object.keys(series.group).length === 0;
  const isSoft =
    (isWhole && (frame.isOfSome || isOfSomeBefore(marks, phrase))) ||
    mayBeHeads(papers, token, series) ||
    !isUsed(papers, series.id);
  const period = periodBehind(marks, phrase.end) ?? periodBetween(marks, phrase, attached);
  return { at, token, phrase, series, isSoft, period };
}

const AT = new Set(['', 'in', 'at', 'on', 'for', 'of', 'by', 'during']);

/** `39 in February`, `39 workers (Feb-21)`, `its highest, 72, in May 2020`. */
function periodBehind(marks: readonly Mark[], end: number): PeriodMark | undefined {
  let at = end + 1;
  if (isComma(marks[at]) && isComma(marks[end - 1]) && isPeriodAt(marks[at + 1])) at += 1;
  while (isOneOf(marks[at], COUNTED) || isGroupWord(marks, at)) at += 1;
  const bracket = marks[at];
  if (bracket?.kind === 'break' && bracket.sign === 'open') at += 1;
  const mark = marks[at];
  return isPeriodAt(mark) ? mark : undefined;
}

function isPeriodAt(mark: Mark | undefined): mark is PeriodMark {
  return mark?.kind === 'period' && AT.has(mark.lead);
}

function isComma(mark: Mark | undefined): boolean {
  return mark?.kind === 'break' && mark.sign === 'comma';
}

/** `in the Assessment team`, `in post`, between a number and its period. */
function isGroupWord(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (mark?.kind === 'name') return mark.meaning.kind !== 'figure' || marks[at - 1]?.kind === 'number';
  const next = isWord(marks[at + 1], 'the') ? marks[at + 2] : marks[at + 1];
  if (isWord(mark, 'in', 'of', 'across', 'at', 'for'))
    return isWord(next, 'post', 'total') || (next?.kind === 'name' && next.meaning.kind !== 'figure');
  return isWord(mark, 'the', 'post', 'total', 'reported', 'recorded', 'employed') && at > 0;
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

interface Periods {
  readonly attached: readonly PeriodMark[];
  readonly free: readonly PeriodMark[];
}

/**
 * `from 36 to 39 between January and February`: two figures and two periods, in this order. A second pair may share the
 * periods of the first: `from 23 in August to 19 in October, and the agency rate from 20.4% to 16.8%`.
 */
function inPairs(
  marks: readonly Mark[],
  all: readonly Candidate[],
  { attached, free }: Periods,
): Candidate[] {
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

interface Setting {
  /** Periods of the sentence that stand with no number of their own. */
  readonly free: readonly PeriodMark[];
  readonly frame: Frame;
}

function levelOf(
  papers: PaperContext,
  marks: readonly Mark[],
  one: Candidate,
  setting: Setting,
): Level | undefined {
  const { found, isSoft, period } = keysOf(papers, marks, one, setting);
  const numbers = found.flatMap((key) => {
    const number = numberOf(papers, key);
    return number === undefined ? [] : [{ key, agrees: follows(one.token.cell, number) }];
  });
  const best = numbers.find(({ agrees }) => agrees) ?? numbers[0];
  const name = marks[one.phrase.name];
  if (best === undefined || name === undefined || (isSoft && !best.agrees)) return undefined;
  return { kind: 'level', token: one.token, ...best, name, period };
}

interface Keys {
  readonly found: readonly FigureKey[];
  /** Whether the words leave so much open that only a number that agrees is tied. */
  readonly isSoft: boolean;
  readonly period: PeriodMark | undefined;
}

const NONE: Keys = { found: [], isSoft: true, period: undefined };

/** Returns the figures that may be meant: of the period that is named, or the latest where the words tell of now. */
function keysOf(
  papers: PaperContext,
  marks: readonly Mark[],
  one: Candidate,
  { free, frame }: Setting,
): Keys {
  const { at, series, phrase } = one;
  const isNow = marks.slice(Math.max(0, at - 3), at).some((mark) => isOneOf(mark, NOW));
  const [only, ...others] = free;
  const clause = marks.slice(phrase.from, phrase.to + 1);
  const tellsOfNow = isNow || clause.some((mark) => isOneOf(mark, NOW) || isOneOf(mark, PRESENT));
  const own = clause.filter(isPeriod);
  // What another clause is of is not what this one is of, where it tells of now.
  const isApart = isNow || (tellsOfNow && own.length === 0);
  const period = one.period ?? (isApart || others.length > 0 ? undefined : only);
  if (period !== undefined) {
    const isFirm = one.period !== undefined || isOfSentence(marks, period, phrase);
    return { found: keysAt(papers, series, period), isSoft: one.isSoft || !isFirm, period };
  }
  const latest = latestOf(papers, series);
  const isPeak = marks
    .slice(Math.min(phrase.name, at), at)
    .some((mark) => isWord(mark, 'highest', 'lowest', 'peak'));
  if (latest === undefined || (isPeak && !isNow) || (others.length > 0 && !isApart)) return NONE;
  const lead = marks[at - 1];
  if (isWord(lead, 'from')) return { found: keysBefore(papers, series, latest.period), isSoft: true, period };
  const comesTo =
    isWord(lead, 'to') && marks.slice(0, at).some((mark) => isOneOf(mark, RISES) || isOneOf(mark, FALLS));
  const isFirm = tellsOfNow || (comesTo && !frame.isDated && !clause.some((mark) => isWord(mark, 'had')));
  return { found: [latest], isSoft: one.isSoft || !isFirm, period };
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
