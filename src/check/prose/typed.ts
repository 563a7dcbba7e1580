import type { Sourced } from '../../model/place.ts';
import type { PaperContext } from '../../papers/context.ts';
import { textsInContext, type TextInContext } from '../../papers/texts.ts';
import { isOneOf, isWord, sentencesOf, type Mark } from './marks.ts';
import { isOfSome } from './phrase.ts';
import { changesIn, type TypedChange } from './change.ts';
import { levelsIn, type Frame, type Level } from './level.ts';
import { tokensOf, type NumberToken } from './tokens.ts';
import { STATING } from './words.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** A number that somebody typed into a text, with the figure or the change of one that it is, where that can be told. */
export interface TypedNumber {
  readonly text: Sourced<string>;
  readonly token: NumberToken;
  readonly tie: Level | TypedChange | undefined;
}

const known = new WeakMap<PaperContext, readonly TypedNumber[]>();

/** Returns every number that is typed into the texts of the papers, found once for the rule and the report. */
export function typedNumbers(papers: PaperContext): readonly TypedNumber[] {
  const before = known.get(papers);
  if (before !== undefined) return before;
  const found = typedNumbersIn(papers, textsInContext(papers));
  known.set(papers, found);
  return found;
}

/** Returns how many numbers are typed into the texts, how many of them could be tied to the data, and how many agree. */
export function countTyped(papers: PaperContext): { numbers: number; tied: number; agreed: number } {
  const numbers = typedNumbers(papers);
  const ties = numbers.flatMap(({ tie }) => tie ?? []);
  return { numbers: numbers.length, tied: ties.length, agreed: ties.filter((one) => one.agrees).length };
}

/** Returns the numbers that are typed into texts, each tied to the data where its words allow. */
export function typedNumbersIn(papers: PaperContext, texts: readonly TextInContext[]): TypedNumber[] {
  const vocabulary = vocabularyOf(papers);
  const seen = new Set<Sourced<string>>();
  return texts.flatMap(({ text, under }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return numbersIn(papers, vocabulary, text, under);
  });
}

function numbersIn(
  papers: PaperContext,
  vocabulary: Vocabulary,
  text: Sourced<string>,
  under: readonly string[],
): TypedNumber[] {
  const headings = under.flatMap((one) => tokensOf(one).flatMap((tokens) => sentencesOf(tokens, vocabulary)));
  const isOfSome = headings.some(speaksOfSome);
  return tokensOf(text.value).flatMap((tokens) => {
    let frame: Frame = { isOfSome, isDated: false };
    const sentences = withPronouns(sentencesOf(tokens, vocabulary));
    return sentences.flatMap((marks) => {
      const levels = levelsIn(papers, marks, frame);
      const ties = [...levels, ...changesIn(papers, marks, frame, levels)];
      const byToken = new Map(ties.map((tie) => [tie.token, tie]));
      frame = {
        isOfSome: frame.isOfSome || speaksOfSome(marks),
        isDated: frame.isDated || marks.some((mark) => mark.kind === 'period'),
      };
      return marks.flatMap((mark): TypedNumber[] =>
        mark.kind === 'number' ? [{ text, token: mark, tie: byToken.get(mark) }] : [],
      );
    });
  });
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
