import { benchmarkFormulaProblem, comparable, likeForLike } from '../../metrics/benchmarks.ts';
import { kindOf } from '../../metrics/registry.ts';
import { isSameKindOfRate } from '../../metrics/same-rate.ts';
import type { Benchmark } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatValue } from '../../model/format.ts';
import { placeWithin } from '../../model/place.ts';
import { benchmarksOf } from '../../papers/benchmarks.ts';
import { splitCitations } from '../../papers/citation.ts';
import type { PaperContext } from '../../papers/context.ts';
import { resolveCitation } from '../../papers/resolve.ts';
import { figureSubject } from '../../papers/subject.ts';
import { textsOf } from '../../papers/texts.ts';
import type { FigureKey } from '../../metrics/book.ts';
import { figureRule, type Check, type Rule } from '../rule.ts';

/** A figure of the council and a published one in one sentence are read as like for like. */
const differentSides: Check = (context) => {
  const benchmarks = benchmarksOf(context);
  if (benchmarks.length === 0) return [];
  return textsOf(context).flatMap((text) => {
    const sentenceAt = sentencesOf(text.value);
    return splitCitations(text.value).flatMap((piece) => {
      if (piece.kind === 'words' || piece.subject.kind !== 'figure') return [];
      const found = resolveCitation(context, piece.subject);
      const figure = found.kind === 'text' ? found.figure : undefined;
      if (!figure) return [];
      const sentence = sentenceAt(piece.offset);
      const beside = benchmarks.find(
        (one) => isNamed(context, one, sentence) && reasons(context, one, figure).length > 0,
      );
      if (!beside) return [];
      const { registry } = context.figures;
      const same = likeForLike(context.figures, beside, {
        group: figure.group,
        period: figure.period,
        basis: figure.basis,
      });
      const isKnown = same?.evaluation.outcome.kind === 'number';
      const other = isKnown ? kindOf(registry, same.kind.id) : undefined;
      return [
        finding(
          'W430',
          `${piece.written} stands beside ${valueText(context, beside) ?? ''} of ${beside.place}, which is of another definition`,
          {
            at: placeWithin(text, piece.offset, piece.written.length),
            about: figureSubject(figure, context),
            why: reasons(context, beside, figure).join(' '),
            help: other && `cite {{${other.id}}}, which is reckoned as the published figure is`,
            related: [beside.at],
          },
        ),
      ];
    });
  });
};

export const SET_BESIDE_RULES: readonly Rule[] = [figureRule(['W430'], differentSides)];

/** Nothing where the two are comparable, or it is not known how the published figure is reckoned. */
function reasons({ figures: { registry } }: PaperContext, benchmark: Benchmark, figure: FigureKey): string[] {
  const [own, theirs] = [kindOf(registry, figure.id), kindOf(registry, benchmark.metric)];
  const { formula } = benchmark;
  if (!own || !theirs || formula === undefined || benchmarkFormulaProblem(registry, formula)) return [];
  if (own.id !== theirs.id && !isSameKindOfRate(registry, own, theirs)) return [];
  const result = comparable(
    registry,
    { ...benchmark, basis: benchmark.basis ?? figure.basis },
    own,
    figure.basis,
  );
  return result.comparable ? [] : [...result.because];
}

/** Whether a sentence has the published value as it is printed, and says whose it is. */
function isNamed(context: PaperContext, benchmark: Benchmark, sentence: string): boolean {
  const value = valueText(context, benchmark);
  if (value === undefined) return false;
  const words = [benchmark.place, ...LEVEL_WORDS[benchmark.level]];
  return has(sentence, value) && words.some((word) => has(sentence.toLowerCase(), word.toLowerCase()));
}

const LEVEL_WORDS: Readonly<Record<Benchmark['level'], readonly string[]>> = {
  england: ['national', 'nationally'],
  region: ['regional', 'regionally'],
  authority: [],
  other: [],
};

/** As a word of its own: 6.1% is not in 16.1%. */
function has(sentence: string, word: string): boolean {
  const at = sentence.indexOf(word);
  if (at < 0) return false;
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + word.length)];
  return (
    (!/[\p{L}\p{N}.,]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after) && !/^[.,]\d/.test(after)) ||
    has(after, word)
  );
}

function valueText({ figures: { registry } }: PaperContext, { metric, cell }: Benchmark): string | undefined {
  const kind = kindOf(registry, metric);
  if (!kind || cell.kind !== 'number' || kind.unit !== 'share' || cell.notation !== 'percent')
    return undefined;
  return formatValue(cell.value, kind.unit, cell.places);
}

/** Returns what gives the sentence around an offset; asked in the order of the text, which is walked through once. */
function sentencesOf(text: string): (offset: number) => string {
  const stops = [...text.matchAll(END)].map((one) => ({ end: one.index, next: one.index + one[0].length }));
  let at = 0;
  return (offset) => {
    while ((stops[at]?.next ?? Infinity) <= offset) at += 1;
    return text.slice(stops[at - 1]?.next ?? 0, stops[at]?.end);
  };
}

/** A sentence ends with its stop; a paragraph and an entry of a list end it, too. */
const END = /[.!?](?=\s)|\n\s*\n|\n\s*[-*]\s/g;
