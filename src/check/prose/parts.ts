import { follows } from '../../metrics/comparison.ts';
import { kindOf } from '../../metrics/registry.ts';
import type { PaperContext } from '../../papers/context.ts';
import { isOfSomeBefore, isOfWider, partsClause, plainClause } from './clause.ts';
import type { Level } from './level.ts';
import { isEstranging, isOneOf, isWord, type Mark } from './marks.ts';
import type { Phrase } from './phrase.ts';
import { isPeriod, isPeriodAt, type Sentence } from './sentence.ts';
import { keysAt, latestOf, numberOf, seriesOf } from './series.ts';
import { stemOf } from './tokens.ts';

/** `383 of 412 visits due in October were on time`: where the two numbers stand, and the name of what the second counts. */
interface Share {
  readonly at: number;
  readonly whole: number;
  readonly name: number;
  /** The parts of the indicator, by their ids. */
  readonly numerator: string;
  readonly denominator: string;
  /** Where what is said of the first number starts. */
  readonly tail: number;
}

/** Returns the numerators and denominators of indicators that the numbers of a sentence are. */
export function partsIn(sentence: Sentence): Level[] {
  return sentence.marks.flatMap((_, at) => {
    const share = shareAt(sentence, at);
    if (share === undefined) return [];
    const parts = [
      [share.at, share.numerator],
      [share.whole, share.denominator],
    ] as const;
    return parts.flatMap(([part, id]) => partOf(sentence, share, { part, id }) ?? []);
  });
}

function shareAt({ papers, marks }: Sentence, at: number): Share | undefined {
  const lead = marks[at - 1];
  const isFirst = lead === undefined || lead.kind === 'break' || lead.kind === 'period';
  if (!isFirst || marks[at]?.kind !== 'number' || !isWord(marks[at + 1], 'of')) return undefined;
  const whole = isWord(marks[at + 2], 'the', 'all') ? at + 3 : at + 2;
  const name = whole + 1;
  const mark = marks[name];
  const denominator =
    mark?.kind === 'name' && mark.meaning.kind === 'figure' ? mark.meaning.ids[0] : undefined;
  const series = denominator && kindOf(papers.figures.registry, denominator)?.series;
  if (marks[whole]?.kind !== 'number' || !series || denominator !== `${series}_denominator`) return undefined;
  const tail = isPeriodAt(marks[name + 1]) ? name + 2 : name + 1;
  const numerator = `${series}_numerator`;
  return isSaidOf(papers, marks.slice(tail), numerator)
    ? { at, whole, name, numerator, denominator, tail }
    : undefined;
}

/** Returns whether the words behind say what the numerator's name ends with: `were on time`. */
function isSaidOf({ figures }: PaperContext, [verb, ...marks]: readonly Mark[], numerator: string): boolean {
  const label = kindOf(figures.registry, numerator)?.label;
  if (label === undefined || !isWord(verb, 'were', 'was', 'are')) return false;
  if (marks.some((mark) => isEstranging(mark, false))) return false;
  const end = marks.findIndex((mark) => mark.kind === 'break' || (partsClause(mark) && !isWord(mark, 'and')));
  const said = (end < 0 ? marks : marks.slice(0, end)).map((mark) => (mark.kind === 'word' ? mark.stem : ''));
  const named = label.split(/\s+/).map(stemOf);
  return (
    said.length > 0 && said.length < named.length && named.slice(-said.length).join(' ') === said.join(' ')
  );
}

/** Returns one of the two, where the period that it is of is named; where none is, only one that agrees with the latest. */
function partOf(
  { papers, marks, frame }: Sentence,
  { at, name, tail }: Share,
  { part, id }: { readonly part: number; readonly id: string },
): Level | undefined {
  const token = marks[part];
  const named = marks[name];
  const clause = plainClause(marks.slice(0, tail), at, tail - 1);
  if (token?.kind !== 'number' || token.cell.notation !== 'plain' || !named || !clause) return undefined;
  const phrase: Phrase = { at: part, name, ids: [id], end: tail - 1, ...clause };
  const series = seriesOf(papers, marks, phrase, { isShare: false, basis: undefined });
  const [period, ...others] = marks.filter(isPeriod);
  if (series === undefined || others.length > 0 || marks.some((mark) => isOneOf(mark, OPEN)))
    return undefined;
  const key = period === undefined ? latestOf(papers, series) : keysAt(papers, series, period)[0];
  const number = key && numberOf(papers, key);
  if (key === undefined || number === undefined) return undefined;
  const agrees = follows(token.cell, number);
  const isNear = period !== undefined && (marks.indexOf(period) === 0 || marks[tail - 1] === period);
  const isElsewhere = frame.isOfSome || isOfSomeBefore(marks, phrase) || isOfWider(marks, phrase);
  if (!agrees && (!isNear || frame.isQuoted || isElsewhere)) return undefined;
  return { kind: 'level', token, key, agrees, name: named, period, isStale: false };
}

/** What says that it is not of all, or not yet so. */
const OPEN: ReadonlySet<string> = new Set(['sample', 'sampled', 'audit', 'audited', 'so', 'far', 'not']);
