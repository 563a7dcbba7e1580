import type { ViewSentence } from '../view.ts';

/** A sentence of a summary, with how much it weighs where there is no room for all. */
export interface Candidate extends ViewSentence {
  readonly weight: number;
}
