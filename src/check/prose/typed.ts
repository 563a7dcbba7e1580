import { keyText } from '../../metrics/book.ts';
import { follows } from '../../metrics/comparison.ts';
import { once } from '../../model/once.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Sourced } from '../../model/place.ts';
import type { PaperContext } from '../../papers/context.ts';
import { textsInContext, type TextInContext } from '../../papers/texts.ts';
import { isOneOf, isWord, sentencesOf, type Mark } from './marks.ts';
import { isOfSome } from './clause.ts';
import { bracketedIn } from './brackets.ts';
import { changesIn, type TypedChange } from './change.ts';
import { levelsIn, type Level } from './level.ts';
import { partsIn } from './parts.ts';
import { isOfTime, movesOn, sentenceOf, type Frame } from './sentence.ts';
import { numberOf } from './series.ts';
import { tokensOf, type NumberToken } from './tokens.ts';
import { STATING } from './words.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** A number that somebody typed into a text, with the figure or the change of one that it is, where that can be told. */
export interface TypedNumber {
  readonly text: Sourced<string>;
  readonly token: NumberToken;
  readonly tie: Level | TypedChange | undefined;
}

/** Returns every number that is typed into the texts of the papers, found once for the rule and the report. */
export const typedNumbers = once((papers: PaperContext): readonly TypedNumber[] =>
  typedNumbersIn(papers, textsInContext(papers)),
);

/** Returns the numbers that are typed into texts, each tied to the data where its words allow. */
export function typedNumbersIn(papers: PaperContext, texts: readonly TextInContext[]): TypedNumber[] {
  const vocabulary = vocabularyOf(papers);
  const seen = new Set<Sourced<string>>();
  return texts.flatMap((text) => {
    if (seen.has(text.text)) return [];
    seen.add(text.text);
    return numbersIn(papers, vocabulary, text);
  });
}

/** The most parts of a sentence that anybody reads as one: the numbers of a longer one are left alone. */
const LONGEST = 400;

function numbersIn(
  papers: PaperContext,
  vocabulary: Vocabulary,
  { text, under, isQuoted = false }: TextInContext,
): TypedNumber[] {
  const latest = papers.periods.at(-1);
  const read = (words: string) => tokensOf(words, latest).map((one) => sentencesOf(one, vocabulary));
  const headings = under.flatMap(read).flat();
  const over = { isOfSome: headings.some(speaksOfSome), isDated: headings.some(speaksOfTime) };
  return read(text.value).flatMap((paragraph) => {
    let frame: Omit<Frame, 'goesOn'> = { ...over, isQuoted };
    const sentences = withPronouns(paragraph);
    const found = sentences.flatMap((marks, at) => {
      const goesOn = movesOn(sentences[at + 1] ?? []);
      const ties = tiesIn(papers, marks, { ...frame, goesOn });
      frame = {
        isOfSome: frame.isOfSome || speaksOfSome(marks),
        isDated: frame.isDated || speaksOfTime(marks),
        isQuoted,
      };
      return marks.flatMap((mark): TypedNumber[] =>
        mark.kind === 'number' ? [{ text, token: mark, tie: ties.get(mark) }] : [],
      );
    });
    const overtaken = overtakenIn(papers, found);
    return found.map((one) => (overtaken.has(one) ? { ...one, tie: undefined } : one));
  });
}

function tiesIn(
  papers: PaperContext,
  marks: readonly Mark[],
  frame: Frame,
): ReadonlyMap<NumberToken, Level | TypedChange> {
  if (marks.length > LONGEST || !marks.some((mark) => mark.kind === 'number')) return new Map();
  const sentence = sentenceOf(papers, marks, frame);
  const named = levelsIn(sentence);
  const levels = [...named, ...bracketedIn(sentence, named), ...partsIn(sentence)];
  return new Map([...levels, ...changesIn(sentence, levels)].map((tie) => [tie.token, tie]));
}

/** A figure of before is not stale where its paragraph gives that of now, too. */
function overtakenIn(papers: PaperContext, numbers: readonly TypedNumber[]): ReadonlySet<TypedNumber> {
  const stale = numbers.flatMap((number) =>
    number.tie?.kind === 'level' && number.tie.isStale ? [{ number, key: number.tie.key }] : [],
  );
  const overtaken = [...groupBy(stale, ({ key }) => keyText(key)).values()].filter(([first]) => {
    const now = first && numberOf(papers, first.key);
    return now !== undefined && numbers.some(({ token }) => follows(token.cell, now));
  });
  return new Set(overtaken.flat().map(({ number }) => number));
}

/** `It` and `this` stand for the only figure that the sentence before names. */
function withPronouns(sentences: readonly Mark[][]): Mark[][] {
  let only: NamedMark | undefined;
  return sentences.map((marks) => {
    const names = marks.filter(isFigureName);
    const first = marks.findIndex(
      (mark, at) => isWord(mark, 'it', 'this') && isOneOf(marks[at + 1], STATING),
    );
    const antecedent = only;
    const replaced = marks.map((mark, at) =>
      antecedent && at === first && names.every((name) => name.start > mark.start)
        ? { ...antecedent, start: mark.start, end: mark.end }
        : mark,
    );
    const all = replaced.filter(isFigureName);
    only = all.every(({ text }) => text === all[0]?.text) ? all[0] : undefined;
    return replaced;
  });
}

type NamedMark = Extract<Mark, { kind: 'name' }>;

function isFigureName(mark: Mark): mark is NamedMark {
  return mark.kind === 'name' && mark.meaning.kind === 'figure';
}

/** Returns whether a sentence is of a group, a team or another place, so that the next may be too. */
function speaksOfSome(marks: readonly Mark[]): boolean {
  return marks.some((_, at) => isOfSome(marks, at));
}

/** Returns whether a sentence names a period or a time, so that the next may be of that too. */
function speaksOfTime(marks: readonly Mark[]): boolean {
  return isOfTime(marks) || marks.some((mark) => mark.kind === 'period');
}
