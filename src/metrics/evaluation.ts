import type { FigureKey, Given } from './book.ts';
import type { Reference } from './expression.ts';
import type { Outcome } from './outcome.ts';

/** A figure with everything it came from. */
export interface Evaluation {
  readonly key: FigureKey;
  readonly outcome: Outcome;
  readonly source: 'given' | 'computed';
  /** The most decimals with which the data gives the same measure on the same basis, whatever the period. */
  readonly places: number;
  /** What the data gives for the key, an empty cell too. */
  readonly given?: Given;
  /**
   * What a computed figure used: in the order of its formula, each reference once; of a sum one reference to the figure
   * itself, with the parts as its evaluations.
   */
  readonly inputs: readonly Input[];
  /** Of a figure that was added up: the dimension whose members are its parts. Then no formula gave it. */
  readonly dimension?: string;
}

/** One reference of a formula: its value, and the figures behind it (twelve of them for twelve months). */
export interface Input {
  readonly reference: Reference;
  readonly outcome: Outcome;
  readonly evaluations: readonly Evaluation[];
}

/** Returns the parts that a figure was added up from, in the order of the data; none where it was not. */
export function partsOf({ dimension, inputs }: Evaluation): readonly Evaluation[] {
  return dimension === undefined ? [] : inputs.flatMap((input) => input.evaluations);
}
