import { formatPeriod, midSentence } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { isGivenThroughout } from './addition.ts';
import { keyText, lookUp, placesOf, type FigureBook, type FigureKey, type Given } from './book.ts';
import { calculate, rollingSum } from './calculate.ts';
import { estimateOf } from './estimate.ts';
import { dimensionsOf } from './census.ts';
import type { Evaluation, Input } from './evaluation.ts';
import { references, type Expression, type Reference } from './expression.ts';
import { inputName } from './input-name.ts';
import { missing, type Outcome } from './outcome.ts';
import { unevenInputs } from './left-out.ts';
import { lastTwelveMonths, precedingPeriod } from './periods.ts';
import { kindOf, labelOf, type FigureKind, type Registry } from './registry.ts';
import { laterMember } from './same-members.ts';
import { createTotals } from './totals.ts';

export type { Evaluation } from './evaluation.ts';

export interface Evaluator {
  readonly book: FigureBook;
  readonly registry: Registry;
  /** Returns the figure: as the data gives it, else added up from its parts, else by its definition. */
  readonly evaluate: (key: FigureKey) => Evaluation;
  /** Returns the figure by its definition even where the data gives it; undefined where it has none. */
  readonly recompute: (key: FigureKey) => Evaluation | undefined;
  /**
   * Returns the sum of the group's parts by each dimension that divides it, in alphabetical order, also where the data
   * gives the figure; none for a figure that is never added up. A sum that is no number says which part hides it.
   */
  readonly sums: (key: FigureKey) => readonly Evaluation[];
}

/**
 * Returns what evaluates the book's figures by the registry's definitions, exactly, each once. A figure is resolved in
 * one place, in order: given, added up from the parts of its group, computed by its definition. What has a definition is
 * added up only where every part is given; else its definition is tried on the sums. Stated figures play no part.
 */
export function createEvaluator(book: FigureBook, registry: Registry): Evaluator {
  const known = new Map<string, Evaluation>();
  const totals = createTotals(book, registry, evaluate);

  function evaluate(key: FigureKey): Evaluation {
    const text = keyText(key);
    const before = known.get(text);
    if (before !== undefined) return before;
    const evaluation = resolve(key);
    known.set(text, evaluation);
    return evaluation;
  }

  function resolve(key: FigureKey): Evaluation {
    const given = lookUp(book, key);
    if (given !== undefined && given.observation.cell.kind !== 'missing') return givenEvaluation(key, given);
    const added = totals.total(key);
    if (kindOf(registry, key.id)?.expression === undefined) return added ?? unknown(key, given);
    const whole = added !== undefined && isGivenThroughout(added) ? added : undefined;
    if (whole?.outcome.kind === 'number') return whole;
    const computed = compute(key, given) ?? unknown(key, given);
    return computed.outcome.kind === 'missing' ? (whole ?? computed) : computed;
  }

  function givenEvaluation(key: FigureKey, given: Given): Evaluation {
    const outcome = outcomeOf(given, key, kindOf(registry, key.id), book);
    return { key, outcome, source: 'given', given, inputs: [], places: placesOf(book, key) };
  }

  function recompute(key: FigureKey): Evaluation | undefined {
    return compute(key, lookUp(book, key));
  }

  function compute(key: FigureKey, given: Given | undefined): Evaluation | undefined {
    const kind = kindOf(registry, key.id);
    if (kind?.expression === undefined) return undefined;
    const inputs = inputsOf(kind.expression, key);
    const result = calculate(kind.expression, { inputs, period: key.period, registry });
    const uneven = result.kind === 'number' ? unevenInputs(kind.expression, inputs, registry) : undefined;
    const outcome = uneven === undefined ? result : missing(uneven);
    return { key, outcome, source: 'computed', inputs, places: placesOf(book, key), ...(given && { given }) };
  }

  function unknown(key: FigureKey, given: Given | undefined): Evaluation {
    const names = dimensionsOf(key.group).map(
      ([dimension, name]) => `${dimension.replaceAll('_', ' ')} ${name}`,
    );
    const of = names.length === 0 ? '' : ` (${names.join(', ')})`;
    const label = midSentence(labelOf(registry, key.id));
    const outcome = missing(`no ${label} for ${formatPeriod(key.period)}${of}`);
    return {
      key,
      outcome,
      source: 'given',
      inputs: [],
      places: placesOf(book, key),
      ...(given && { given }),
    };
  }

  function inputsOf(expression: Expression, key: FigureKey): Input[] {
    const inputs = new Map<string, Input>();
    for (const reference of references(expression)) {
      const name = inputName(reference);
      if (!inputs.has(name)) inputs.set(name, takeInput(reference, key));
    }
    return [...inputs.values()];
  }

  function takeInput(reference: Reference, key: FigureKey): Input {
    const at = (period: Period): Evaluation => evaluate({ ...key, id: reference.id, period });
    if (reference.through === undefined) {
      const one = at(key.period);
      return { reference, outcome: one.outcome, evaluations: [one] };
    }
    const label = labelOf(registry, reference.id);
    if (reference.through === 'previous') {
      const before = precedingPeriod(key.period);
      if (before === undefined)
        return absent(reference, `no period comes before ${formatPeriod(key.period)}`);
      const one = at(before);
      return { reference, outcome: one.outcome, evaluations: [one] };
    }
    const periods = lastTwelveMonths(key.period);
    if (periods === undefined)
      return absent(
        reference,
        `${formatPeriod(key.period)} is no month, quarter or year, so it ends no 12 months`,
      );
    const evaluations = periods.map(at);
    const later = laterMember(evaluations);
    if (later !== undefined)
      return absent(
        reference,
        `${midSentence(label)} of ${later} for only a part of the 12 months to ${formatPeriod(key.period)}`,
      );
    const outcomes = evaluations.map((one) => one.outcome);
    return { reference, outcome: rollingSum(outcomes, label, key.period), evaluations };
  }

  return { book, registry, evaluate, recompute, sums: totals.sums };
}

function outcomeOf(
  { observation, indicator }: Given,
  { basis }: FigureKey,
  kind: FigureKind | undefined,
  book: FigureBook,
): Outcome {
  // A council's own indicators count visits and the like, whatever the workforce's basis.
  const { cell } = observation;
  const ofThings = indicator && kind?.origin === 'council' && kind.series !== undefined;
  switch (cell.kind) {
    case 'number':
      return {
        kind: 'number',
        number: estimateOf(cell, basis, {
          ...kind,
          ...(ofThings && { counts: 'things' }),
          precision: () => book.precision(observation),
        }),
      };
    case 'marker':
      return { kind: 'marker', marker: cell.marker, ...(cell.bound !== undefined && { bound: cell.bound }) };
    case 'missing':
      return missing('the cell is empty');
  }
}

function absent(reference: Reference, reason: string): Input {
  return { reference, outcome: missing(reason), evaluations: [] };
}
