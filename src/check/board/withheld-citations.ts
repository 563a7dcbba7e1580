import type { Evaluation } from '../../metrics/evaluate.ts';
import { labelOf, type Registry } from '../../metrics/registry.ts';
import { evaluationText, groupWords, placesBehind } from '../../metrics/wording.ts';
import { finding } from '../../model/finding.ts';
import { formatPeriod, formatPeriodInFull, midSentence } from '../../model/format.ts';
import { oneLine } from '../../model/one-line.ts';
import { placeWithin } from '../../model/place.ts';
import { citationOf } from '../../papers/cite-figure.ts';
import { splitCitations } from '../../papers/citation.ts';
import type { PaperContext } from '../../papers/context.ts';
import { knownPeriods } from '../../papers/known-figures.ts';
import { resolveCitation } from '../../papers/resolve.ts';
import { figureSubject } from '../../papers/subject.ts';
import { textsOf } from '../../papers/texts.ts';
import { rule, type Check, type Rule } from '../rule.ts';

/** The most figures that a finding names. */
const NAMED = 3;

/** W432: a live citation prints a marker in the midst of a sentence, which then says nothing: "The agency rate is c". */
const withheld: Check = (context) =>
  textsOf(context).flatMap((text) =>
    splitCitations(text.value).flatMap((piece) => {
      if (piece.kind === 'words' || isInTable(text.value, piece.offset)) return [];
      const found = resolveCitation(context, piece.subject);
      if (found.kind === 'problem' || !found.figure) return [];
      const evaluation = context.figures.evaluate(found.figure);
      if (!breaksSentence(evaluation)) return [];
      return [
        finding('W432', `${oneLine(piece.written)} prints ${found.text} where the text says a figure`, {
          at: placeWithin(text, piece.offset, piece.written.length),
          about: figureSubject(found.figure, context),
          why: whyOf(evaluation, context.figures.registry),
          help: helpOf(context, evaluation),
          related: placesBehind(evaluation),
        }),
      ];
    }),
  );

export const WITHHELD_CITATION_RULES: readonly Rule[] = [rule(['W432'], withheld)];

/** A sentence reads with "<5" in it: fewer than five. */
function breaksSentence({ outcome }: Evaluation): boolean {
  return outcome.kind === 'marker' && !(outcome.marker === 'fewer_than' && outcome.bound !== undefined);
}

/** In a row of a Markdown table a marker stands as it does in every other table. */
function isInTable(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end).includes('|');
}

/** Returns which figures are no numbers in the data: `permanent of team Duty for Oct 2026 is c in the data`. */
function whyOf(evaluation: Evaluation, registry: Registry): string {
  const all = [...new Set(markedBehind(evaluation).map((one) => markedText(one, registry)))];
  const more = all.length > NAMED ? [`and ${(all.length - NAMED).toString()} more`] : [];
  return [...all.slice(0, NAMED), ...more].join(' · ');
}

function markedText(evaluation: Evaluation, registry: Registry): string {
  const { id, group, period } = evaluation.key;
  const name = midSentence(labelOf(registry, id));
  return `${name} of ${groupWords(group)} for ${formatPeriod(period)} is ${evaluationText(evaluation, registry)} in the data`;
}

/** Returns the markers at the bottom of a marker: those that the data gives. What adds nothing to a sum hides nothing. */
function markedBehind(evaluation: Evaluation): Evaluation[] {
  const marked = evaluation.inputs
    .flatMap((input) => input.evaluations)
    .filter(({ outcome }) => outcome.kind === 'marker');
  const hiding = marked.filter(({ outcome }) => outcome.kind === 'marker' && outcome.marker !== 'z');
  const below = (hiding.length > 0 ? hiding : marked).flatMap(markedBehind);
  return below.length > 0 ? below : [evaluation];
}

function helpOf(context: PaperContext, { key }: Evaluation): string {
  const { figures } = context;
  const advice = 'write the sentence so that it holds without the figure';
  const earlier = knownPeriods(figures, key)
    .filter((one) => one.kind === key.period.kind && one.end < key.period.end)
    .map((period) => ({ ...key, period }))
    .findLast((one) => figures.evaluate(one).outcome.kind === 'number');
  const citation = earlier && citationOf(context, earlier);
  if (earlier === undefined || citation === undefined) return advice;
  return `${advice}, or cite an earlier one: ${citation.written} prints ${citation.text}, of ${formatPeriodInFull(earlier.period)}`;
}
