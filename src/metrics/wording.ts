import { formatMarker, formatValue, midSentence, MISSING_TEXT, plural } from '../model/format.ts';
import type { Group } from '../model/dataset.ts';
import type { Place } from '../model/place.ts';
import { dimensionsOf } from './census.ts';
import type { Evaluator } from './evaluate.ts';
import { partsOf, type Evaluation, type Input } from './evaluation.ts';
import { referenceText, renderExpression, type Reference } from './expression.ts';
import type { Outcome } from './outcome.ts';
import { printedPlaces } from './places.ts';
import { kindOf, labelOf, type FigureKind, type Registry } from './registry.ts';

/** The most parts of a sum that its reckoning names. */
const NAMED_PARTS = 12;

/** Returns what a figure came out as, as it is printed: `21.08%`, `193`, `c`, `–`. */
export function outcomeText(outcome: Outcome, kind: FigureKind, places: number): string {
  switch (outcome.kind) {
    case 'number':
      return formatValue(outcome.number.value, kind.unit, places);
    case 'marker':
      return formatMarker(outcome.marker, outcome.bound);
    case 'missing':
      return MISSING_TEXT;
  }
}

/** Returns a figure as it is printed. */
export function evaluationText(evaluation: Evaluation, registry: Registry): string {
  const kind = kindOf(registry, evaluation.key.id);
  return kind === undefined
    ? MISSING_TEXT
    : outcomeText(evaluation.outcome, kind, printedPlaces(evaluation, kind));
}

/** Returns a definition's formula in the council's words: `agency ÷ (permanent + agency)`; undefined for a measure. */
export function formulaText(kind: FigureKind, registry: Registry): string | undefined {
  if (kind.expression === undefined) return undefined;
  return renderExpression(kind.expression, (one) =>
    referenceText(one, midSentence(labelOf(registry, one.id))),
  );
}

/**
 * Returns how a computed figure came about, in words: `agency ÷ (permanent + agency)`, or `sum of 4 teams` where it was
 * added up (`team Duty alone` where that has one member); undefined for a given one.
 */
export function originText(evaluation: Evaluation, registry: Registry): string | undefined {
  const { dimension, source, key } = evaluation;
  if (source === 'given') return undefined;
  const kind = kindOf(registry, key.id);
  if (dimension === undefined) return kind && formulaText(kind, registry);
  const word = dimensionWords(evaluation);
  const [only, another] = partsOf(evaluation);
  if (only !== undefined && another === undefined) return `${word} ${only.key.group[dimension] ?? ''} alone`;
  const many = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `sum of ${plural(partsOf(evaluation).length, word, many)}`;
}

/**
 * Returns the reckoning of a figure to its result, formula first and then with the numbers in it:
 * `agency ÷ (permanent + agency) = 39 ÷ (146 + 39) = 21.08%`, `sum of 2 teams = Assessment 11 + Safeguarding 8 = 19`;
 * of a given one, that the data gives it.
 */
export function reckoningText(evaluation: Evaluation, result: string, { registry }: Evaluator): string {
  if (evaluation.dimension !== undefined)
    return [originText(evaluation, registry), ...partTexts(evaluation, registry), result].join(' = ');
  const kind = kindOf(registry, evaluation.key.id);
  if (kind?.expression === undefined || evaluation.source === 'given') return `the data gives ${result}`;
  const numbers = renderExpression(kind.expression, (one) => inputText(one, evaluation.inputs, registry));
  return `${formulaText(kind, registry) ?? ''} = ${numbers} = ${result}`;
}

/** Returns the dimension that a figure was added up by, as people write it: `staff group`. */
export function dimensionWords({ dimension = '' }: Pick<Evaluation, 'dimension'>): string {
  return dimension.replaceAll('_', ' ');
}

/** Returns whose figure it is: `the whole workforce`, `staff group Management, team Assessment`. */
export function groupWords(group: Group): string {
  const names = dimensionsOf(group).map(([dimension, name]) => `${dimension.replaceAll('_', ' ')} ${name}`);
  return names.length === 0 ? 'the whole workforce' : names.join(', ');
}

/** Returns the places of every given figure that a figure rests on, each once, in the order of its formula. */
export function placesBehind(evaluation: Evaluation): Place[] {
  const own = evaluation.source === 'given' ? evaluation.given?.observation.at : undefined;
  if (own !== undefined) return [own];
  return [...new Set(evaluation.inputs.flatMap((input) => input.evaluations).flatMap(placesBehind))];
}

/** Returns the parts of a sum with their names, where they are few enough to be read. */
function partTexts(evaluation: Evaluation, registry: Registry): string[] {
  const { dimension = '' } = evaluation;
  const parts = partsOf(evaluation);
  if (parts.length > NAMED_PARTS) return [];
  const texts = parts.map((part) => `${part.key.group[dimension] ?? ''} ${evaluationText(part, registry)}`);
  return [texts.join(' + ')];
}

function inputText(reference: Reference, inputs: readonly Input[], registry: Registry): string {
  const input = inputs.find(
    ({ reference: one }) => one.id === reference.id && one.through === reference.through,
  );
  const kind = kindOf(registry, reference.id);
  if (input === undefined || kind === undefined) return MISSING_TEXT;
  const places = Math.max(0, ...input.evaluations.map((one) => printedPlaces(one, kind)));
  const text = outcomeText(input.outcome, kind, places);
  return text.startsWith('−') ? `(${text})` : text;
}
