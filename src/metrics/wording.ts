import { formatMarker, formatValue, midSentence, MISSING_TEXT } from '../model/format.ts';
import type { Place } from '../model/place.ts';
import type { Evaluation, Evaluator, Input } from './evaluate.ts';
import { referenceText, renderExpression, type Reference } from './expression.ts';
import type { Outcome } from './outcome.ts';
import { printedPlaces } from './places.ts';
import { kindOf, labelOf, type FigureKind, type Registry } from './registry.ts';

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
 * Returns the reckoning of a figure to its result, formula first and then with the numbers in it:
 * `agency ÷ (permanent + agency) = 39 ÷ (146 + 39) = 21.08%`; of a given one, that the data gives it.
 */
export function reckoningText(evaluation: Evaluation, result: string, { registry }: Evaluator): string {
  const kind = kindOf(registry, evaluation.key.id);
  if (kind?.expression === undefined || evaluation.source === 'given') return `the data gives ${result}`;
  const numbers = renderExpression(kind.expression, (one) => inputText(one, evaluation.inputs, registry));
  return `${formulaText(kind, registry) ?? ''} = ${numbers} = ${result}`;
}

/** Returns the places of every given figure that a figure rests on, each once, in the order of its formula. */
export function placesBehind(evaluation: Evaluation): Place[] {
  const own = evaluation.source === 'given' ? evaluation.given?.observation.at : undefined;
  if (own !== undefined) return [own];
  return [...new Set(evaluation.inputs.flatMap((input) => input.evaluations).flatMap(placesBehind))];
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
