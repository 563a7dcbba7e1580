import type { FigureKey } from '../../metrics/book.ts';
import { follows } from '../../metrics/comparison.ts';
import { combine, type Estimate } from '../../metrics/estimate.ts';
import { kindOf } from '../../metrics/registry.ts';
import { precedingPeriod } from '../../metrics/periods.ts';
import { compareExact, ZERO } from '../../model/exact.ts';
import type { PaperContext } from '../../papers/context.ts';
import type { FigureSeries } from '../../papers/known-figures.ts';
import { isOfSomeBefore, isOfWider } from './clause.ts';
import { isOneOf, isWord, type Mark, type PeriodMark } from './marks.ts';
import type { Level } from './level.ts';
import type { Sentence } from './sentence.ts';
import { changePhraseAt, type ChangePhrase } from './change-phrase.ts';
import { isUsed, keysAt, keysBefore, latestOf, mayBeHeads, numberOf, seriesOf } from './series.ts';
import type { NumberToken } from './tokens.ts';
import { COUNTED } from './words.ts';

/** By how much a figure changed, in every way of saying it. */
export interface Difference {
  /** Of a share, percentage points. */
  readonly absolute: Estimate;
  /** Of the earlier figure; undefined where that is 0. */
  readonly relative: Estimate | undefined;
}

/** A typed number that is the change of a figure of the data. */
export interface TypedChange {
  readonly kind: 'change';
  readonly token: NumberToken;
  readonly from: FigureKey;
  /** The figure after the change. */
  readonly key: FigureKey;
  readonly difference: Difference;
  readonly rises: boolean;
  /** How the number is meant: percentage points of a share, a part of the earlier figure, or so many. */
  readonly as: 'points' | 'relative' | 'count';
  readonly agrees: boolean;
  readonly name: Mark;
}

/** Returns the changes of figures that the numbers of a sentence are. `levels`: what others of its numbers are. */
export function changesIn(sentence: Sentence, levels: readonly Level[]): TypedChange[] {
  const { marks } = sentence;
  return marks.flatMap((token, at) => {
    const phrase = token.kind === 'number' ? changePhraseAt(marks, at) : undefined;
    if (token.kind !== 'number' || phrase === undefined) return [];
    return changeOf(sentence, { token, phrase, levels }) ?? [];
  });
}

interface Said {
  readonly token: NumberToken;
  readonly phrase: ChangePhrase;
  readonly levels: readonly Level[];
}

function changeOf({ papers, marks, frame }: Sentence, said: Said): TypedChange | undefined {
  const { token, phrase } = said;
  const series = changedSeries(papers, marks, said);
  const name = marks[phrase.name];
  if (series === undefined || name === undefined || !isUsed(papers, series.id)) return undefined;
  const ends = endsOf(papers, marks, series, said);
  const [before, after] = ends ? [numberOf(papers, ends.from), numberOf(papers, ends.key)] : [];
  if (ends === undefined || before === undefined || after === undefined) return undefined;
  const difference = differenceOf(before, after);
  const as = token.points ? 'points' : token.cell.notation === 'percent' ? 'relative' : 'count';
  const agrees = says(token, phrase.rises, as === 'relative' ? difference.relative : difference.absolute);
  const isShare = kindOf(papers.figures.registry, series.id)?.unit === 'share';
  const isPoints = as === 'relative' && isShare && says(token, phrase.rises, difference.absolute);
  const isWhole = Object.keys(series.group).length === 0;
  const isElsewhere =
    isOfWider(marks, phrase) || (isWhole && (frame.isOfSome || isOfSomeBefore(marks, phrase)));
  const isOfGroup = name.kind === 'name' && name.meaning.kind === 'figure' ? name.meaning.orOf : undefined;
  const isOpen = mayBeHeads(papers, token, series) || isOfGroup !== undefined;
  const isSoft = frame.isQuoted || !ends.named || isElsewhere || isOpen;
  if (isSoft && !agrees && !isPoints) return undefined;
  return {
    kind: 'change',
    token,
    from: ends.from,
    key: ends.key,
    difference,
    rises: phrase.rises,
    as,
    agrees,
    name,
  };
}

/** A count changes by so many or by a part of itself, a share by points or by a part of itself. */
function changedSeries(papers: PaperContext, marks: readonly Mark[], said: Said): FigureSeries | undefined {
  const { token, phrase } = said;
  const basis = token.basis;
  const isShare = token.cell.notation === 'percent';
  const share = isShare ? seriesOf(papers, marks, phrase, { isShare: true, basis }) : undefined;
  const count = token.points ? undefined : seriesOf(papers, marks, phrase, { isShare: false, basis });
  return share !== undefined && count !== undefined ? undefined : (share ?? count);
}

interface Ends {
  readonly from: FigureKey;
  readonly key: FigureKey;
  /** Whether the sentence names a period. */
  readonly named: boolean;
}

/** Returns between which two figures a change lies; the last two where no period is named. */
function endsOf(
  papers: PaperContext,
  marks: readonly Mark[],
  series: FigureSeries,
  said: Said,
): Ends | undefined {
  const periods = marks.filter((mark): mark is PeriodMark => mark.kind === 'period');
  const latest = latestOf(papers, series);
  const [first, second, ...more] = periods;
  const pair = said.levels.filter(({ key }) => key.id === series.id);
  if (pair.length === 2 && pair[0] && pair[1] && pair[0].key.period.end < pair[1].key.period.end)
    return { from: pair[0].key, key: pair[1].key, named: pair.every(({ period }) => period !== undefined) };
  if (latest === undefined || more.length > 0) return undefined;
  if (first === undefined) {
    const [before] = keysBefore(papers, series, latest.period);
    return before && { from: before, key: latest, named: false };
  }
  // `By 4 to 19 in October` does not say since when.
  const named = isNear(marks, first, said.phrase) && leadTo(marks, first) !== 'to';
  if (second !== undefined) {
    const isSpan = (first.lead === 'between' || first.lead === 'from') && /^(?:to|)$/.test(second.lead);
    return isSpan ? spanOf(keysAt(papers, series, first), keysAt(papers, series, second), named) : undefined;
  }
  if (first.lead === 'since' || isComparison(marks, first) || leadTo(marks, first) === 'from')
    return spanOf(keysAt(papers, series, first), [latest], named);
  if (!/^(?:in|during)$/.test(first.lead)) return undefined;
  const keys = keysAt(papers, series, first);
  const before = keys[0] && precedingPeriod(keys[0].period);
  return before && spanOf([{ ...series, period: before }], keys, named);
}

function spanOf([from]: readonly FigureKey[], [key]: readonly FigureKey[], named: boolean): Ends | undefined {
  if (from === undefined || key === undefined || from.period.end >= key.period.end) return undefined;
  return { from, key, named };
}

/** Returns whether a period opens the sentence or stands in the clause: that of a campaign is not that of the change. */
function isNear(marks: readonly Mark[], period: PeriodMark, { from, to }: ChangePhrase): boolean {
  const at = marks.indexOf(period);
  return at === 0 || (at >= from && at <= to) || isComparison(marks, period);
}

/** Returns what leads to the number that a period stands behind: `from 23 in August`. */
function leadTo(marks: readonly Mark[], period: PeriodMark): string | undefined {
  let at = marks.indexOf(period) - 1;
  while (marks[at]?.kind === 'name' || marks[at]?.kind === 'break' || isOneOf(marks[at], COUNTED)) at -= 1;
  const lead = marks[at]?.kind === 'number' ? marks[at - 1] : undefined;
  return lead?.kind === 'word' ? lead.stem : undefined;
}

/** `3 more than in January`, `up 3 on January`, `compared with January`. */
function isComparison(marks: readonly Mark[], period: PeriodMark): boolean {
  const before = marks[marks.indexOf(period) - 1];
  return period.lead === 'on' || isWord(before, 'with', 'than') || isOneOf(before, COMPARING);
}

const COMPARING: ReadonlySet<string> = new Set(['compared', 'against']);

function differenceOf(before: Estimate, after: Estimate): Difference {
  const absolute = combine('-', after, before);
  return { absolute: absolute ?? after, relative: absolute && combine('/', absolute, before) };
}

/** Returns whether a number, taken as a rise or a fall, is a change. */
function says({ cell }: NumberToken, rises: boolean, change: Estimate | undefined): boolean {
  if (change === undefined) return false;
  const value = rises ? cell.value : cell.value.neg();
  return follows({ ...cell, value }, change);
}

/** Returns whether a change is one at all, and which way. */
export function directionOf({ absolute }: Difference): 'a rise' | 'a fall' | 'no change' {
  const sign = compareExact(absolute.value, ZERO);
  return sign === 0 ? 'no change' : sign > 0 ? 'a rise' : 'a fall';
}
