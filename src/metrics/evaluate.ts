import { formatPeriod, midSentence } from '../model/format.ts';
import type { Period } from '../model/period.ts';
import { keyText, lookUp, placesOf, type FigureBook, type FigureKey, type Given } from './book.ts';
import { calculate, inputName, rollingSum } from './calculate.ts';
import { estimateOf } from './estimate.ts';
import { references, type Expression, type Reference } from './expression.ts';
import { missing, type Outcome } from './outcome.ts';
import { lastTwelveMonths, precedingPeriod } from './periods.ts';
import { kindOf, labelOf, type Registry } from './registry.ts';

/** A figure with everything it came from. */
export interface Evaluation {
  readonly key: FigureKey;
  readonly outcome: Outcome;
  readonly source: 'given' | 'computed';
  /** The most decimals with which the data gives the same measure on the same basis, whatever the period. */
  readonly places: number;
  /** What the data gives for the key, an empty cell too. */
  readonly given?: Given;
  /** What a computed figure used, in the order of its formula, each reference once. */
  readonly inputs: readonly Input[];
}

/** One reference of a formula: its value, and the figures behind it (twelve of them for twelve months). */
export interface Input {
  readonly reference: Reference;
  readonly outcome: Outcome;
  readonly evaluations: readonly Evaluation[];
}

export interface Evaluator {
  readonly book: FigureBook;
  readonly registry: Registry;
  /** Returns the figure: as the data gives it, else by its definition. */
  readonly evaluate: (key: FigureKey) => Evaluation;
  /** Returns the figure by its definition even where the data gives it; undefined where it has none. */
  readonly recompute: (key: FigureKey) => Evaluation | undefined;
}

/**
 * Returns what evaluates the book's figures by the registry's definitions, exactly, each once. A figure is resolved in
 * one place, in order: given, then computed by its definition. Stated figures play no part.
 */
export function createEvaluator(book: FigureBook, registry: Registry): Evaluator {
  const known = new Map<string, Evaluation>();

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
    if (given !== undefined && given.observation.cell.kind !== 'missing')
      return givenEvaluation(key, given, placesOf(book, key));
    return recompute(key) ?? unknown(key, given);
  }

  function recompute(key: FigureKey): Evaluation | undefined {
    const kind = kindOf(registry, key.id);
    if (kind?.expression === undefined) return undefined;
    const inputs = inputsOf(kind.expression, key);
    const outcome = calculate(kind.expression, { inputs, period: key.period, registry });
    const given = lookUp(book, key);
    return { key, outcome, source: 'computed', inputs, places: placesOf(book, key), ...(given && { given }) };
  }

  function unknown(key: FigureKey, given: Given | undefined): Evaluation {
    const outcome = missing(`no ${midSentence(labelOf(registry, key.id))} for ${formatPeriod(key.period)}`);
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
    const outcomes = evaluations.map((one) => one.outcome);
    return { reference, outcome: rollingSum(outcomes, label, key.period), evaluations };
  }

  return { book, registry, evaluate, recompute };
}

function givenEvaluation(key: FigureKey, given: Given, places: number): Evaluation {
  return { key, outcome: outcomeOf(given, key), source: 'given', given, inputs: [], places };
}

function outcomeOf({ observation: { cell } }: Given, { basis }: FigureKey): Outcome {
  switch (cell.kind) {
    case 'number':
      return { kind: 'number', number: estimateOf(cell, basis) };
    case 'marker':
      return { kind: 'marker', marker: cell.marker, ...(cell.bound !== undefined && { bound: cell.bound }) };
    case 'missing':
      return missing('the cell is empty');
  }
}

function absent(reference: Reference, reason: string): Input {
  return { reference, outcome: missing(reason), evaluations: [] };
}
