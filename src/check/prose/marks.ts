import { ESTRANGING, MEASURED, REFERENCES } from './words.ts';
import {
  asPercent,
  basisNamed,
  type NumberToken,
  type PeriodToken,
  type Token,
  type WordToken,
} from './tokens.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';
import { inYearOf } from './when.ts';

/** A part of a sentence with what it stands for. */
export type Mark =
  | Exclude<Token, PeriodToken>
  | {
      readonly kind: 'name';
      readonly meaning: Meaning;
      /** As it is written, in small letters and the singular. */
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | PeriodMark;

/** A period with the words that lead to it: `in January`, `at the end of March 2024`, `since May`. */
export interface PeriodMark extends PeriodToken {
  readonly lead: string;
  /** Whether its end is meant, in so many words. */
  readonly atEnd: boolean;
}

/** Returns the sentences of a paragraph as marks. */
export function sentencesOf(tokens: readonly Token[], vocabulary: Vocabulary): Mark[][] {
  const sentences: Mark[][] = [[]];
  for (const mark of withPeriods(named(withUnits(tokens), vocabulary)))
    if (mark.kind === 'break' && mark.sign === 'sentence') sentences.push([]);
    else sentences.at(-1)?.push(mark);
  return sentences.filter((one) => one.length > 0).map(withYears);
}

/** Returns whether a mark is one of these words. */
export function isWord(mark: Mark | PeriodToken | undefined, ...stems: readonly string[]): mark is WordToken {
  return mark?.kind === 'word' && stems.includes(mark.stem);
}

/** Returns whether a mark is a word of a list. */
export function isOneOf(mark: Mark | undefined, stems: ReadonlySet<string>): mark is WordToken {
  return mark?.kind === 'word' && stems.has(mark.stem);
}

/** Returns whether a word makes what stands beside it a figure of somebody else: an unknown name, a part, a plan. */
export function isEstranging(mark: Mark, isFirst: boolean): boolean {
  if (mark.kind !== 'word') return mark.kind === 'name' && mark.meaning.kind === 'ambiguous';
  if (ESTRANGING.has(mark.stem)) return true;
  return /^\p{Lu}/u.test(mark.raw) && (!isFirst || /^\p{Lu}{2}/u.test(mark.raw));
}

/** Units join the number that they stand behind; what numbers nothing that is counted is no number here. */
function withUnits(tokens: readonly Token[]): Token[] {
  const marked: Token[] = [];
  let refers = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind !== 'number') {
      const isJoint = token.kind === 'word' ? /^(?:and|to|or)$/.test(token.stem) : token.kind === 'break';
      refers = isReference(token) || (refers && isJoint);
      marked.push(token);
      continue;
    }
    const { joined, taken } = withUnit(token, tokens, at);
    const next = tokens[at + taken + 1];
    const isMeasured = next?.kind === 'word' && MEASURED.has(next.stem) && taken === 0;
    const isOneIn = isFraction(tokens, at, 1) || isFraction(tokens, at - 2, -1);
    marked.push(
      refers || isMeasured || isOneIn ? { kind: 'other', start: joined.start, end: joined.end } : joined,
    );
    at += taken;
  }
  return marked;
}

/** `Phases 2 and 3`, `grade HC 10`. */
function isReference(token: Token): boolean {
  if (token.kind !== 'word') return false;
  return (
    REFERENCES.has(token.stem) ||
    (/^\p{Lu}{2,}$/u.test(token.raw) && basisNamed(token.raw.toLowerCase()) === undefined)
  );
}

/** `2 in 5` is a fraction. */
function isFraction(tokens: readonly Token[], at: number, step: number): boolean {
  const other = tokens[step > 0 ? at + 2 : at];
  const between = tokens[at + 1];
  return other?.kind === 'number' && between?.kind === 'word' && between.stem === 'in';
}

function withUnit(
  token: NumberToken,
  tokens: readonly Token[],
  at: number,
): { readonly joined: NumberToken; readonly taken: number } {
  const stemAt = (step: number): string => {
    const next = tokens[at + step];
    return next?.kind === 'word' ? next.stem : '';
  };
  const endAt = (step: number): number => tokens[at + step]?.end ?? token.end;
  const [first, second] = [stemAt(1), stemAt(2)];
  if (first === 'per' && second === 'cent') return { joined: asPercent(token, endAt(2), false), taken: 2 };
  if (first === 'percent') return { joined: asPercent(token, endAt(1), false), taken: 1 };
  if (first === 'percentage' && second === 'point')
    return { joined: asPercent(token, endAt(2), true), taken: 2 };
  if (first === 'pp') return { joined: asPercent(token, endAt(1), true), taken: 1 };
  const basis = basisNamed(first);
  return basis === undefined ? { joined: token, taken: 0 } : { joined: { ...token, basis }, taken: 1 };
}

/** Names of figures and groups become one mark each, the longest name first. */
function named(tokens: readonly Token[], vocabulary: Vocabulary): (Mark | PeriodToken)[] {
  const marks: (Mark | PeriodToken)[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const name = token.kind === 'word' ? nameAt(tokens, at, vocabulary) : undefined;
    const last = name && tokens[at + name.stems.length - 1];
    if (name === undefined || last === undefined) marks.push(token);
    else {
      at += name.stems.length - 1;
      const next = tokens[at + 1];
      // `the Assessment team` is the group.
      const isTeam =
        name.meaning.kind === 'group' && next?.kind === 'word' && /^(?:team|service)$/.test(next.stem);
      if (isTeam) at += 1;
      const { end } = isTeam ? next : last;
      marks.push({
        kind: 'name',
        meaning: name.meaning,
        text: name.stems.join(' '),
        start: token.start,
        end,
      });
    }
  }
  return marks;
}

function nameAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary) {
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  return vocabulary.get(first.stem)?.find(({ stems, capital }) => {
    if (capital && !/^\p{Lu}/u.test(first.raw)) return false;
    return stems.every((stem, step) => {
      const token = tokens[at + step];
      // Rates of agency workers are what they are paid.
      return token?.kind === 'word' && token.stem === stem && !(stem === 'rate' && /s$/i.test(token.raw));
    });
  });
}

const LEADS = new Set([
  'in',
  'at',
  'on',
  'for',
  'of',
  'by',
  'since',
  'from',
  'to',
  'between',
  'until',
  'during',
  'before',
  'after',
]);
const FILLERS = new Set(['the', 'end', 'of', 'month', 'year', 'quarter', 'financial']);
const VAGUE = new Set(['start', 'beginning', 'mid', 'early', 'late', 'middle', 'previous', 'last', 'next']);

/** The words that lead to a period become part of it. */
function withPeriods(marks: readonly (Mark | PeriodToken)[]): Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'period') {
      found.push(mark);
      continue;
    }
    const stems: string[] = [];
    let start = mark.start;
    const take = (): void => {
      const last = found.pop();
      if (last?.kind !== 'word') return;
      stems.unshift(last.stem);
      ({ start } = last);
    };
    const isOne = (words: ReadonlySet<string>): boolean => {
      const last = found.at(-1);
      return last?.kind === 'word' && words.has(last.stem);
    };
    while (isOne(FILLERS) || isOne(VAGUE)) take();
    if (isOne(LEADS)) take();
    const lead = LEADS.has(stems[0] ?? '') && stems[0] !== undefined ? stems[0] : '';
    const isAsAt = (lead === 'at' || (stems.length === 1 && lead === 'of')) && isWord(found.at(-1), 'as');
    if (isAsAt) take();
    found.push({
      ...mark,
      start,
      when: stems.some((stem) => VAGUE.has(stem)) ? undefined : mark.when,
      lead: isAsAt ? 'at' : lead,
      atEnd: stems.includes('end'),
    });
  }
  return found;
}

/** A month without a year has that of the month named after it; after one that has a year it may have either. */
function withYears(marks: readonly Mark[]): Mark[] {
  const dated = marks.flatMap((mark) =>
    mark.kind === 'period' && mark.when?.kind === 'period' ? [mark] : [],
  );
  if (dated.length === 0) return [...marks];
  let passed = 0;
  return marks.map((mark) => {
    if (mark.kind !== 'period' || mark.when?.kind !== 'month') return mark;
    while ((dated[passed]?.start ?? Infinity) <= mark.start) passed += 1;
    const later = dated[passed];
    return { ...mark, when: later?.when && inYearOf(mark.when, later.when) };
  });
}
