import type { FigureKey } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { evaluationText } from '../metrics/wording.ts';
import type { Meeting } from '../model/dataset.ts';
import type { PaperContext } from './context.ts';

/** What a figure was by the papers up to the meeting before: what the board saw last. */
export interface Restatement {
  readonly was: Evaluation;
  /** As it was printed. */
  readonly text: string;
  readonly meeting: Meeting;
}

/**
 * Returns what a figure, given or computed, was at the meeting before; undefined where that is the same, or was not
 * known then. A number that has since been withheld is not told again.
 */
export function restatementOf(context: PaperContext, key: FigureKey): Restatement | undefined {
  const { figures, earlier, previous } = context;
  if (earlier === undefined || previous === undefined) return undefined;
  const now = figures.evaluate(key);
  const was = earlier.evaluate(key);
  if (now.outcome.kind !== 'number' || was.outcome.kind === 'missing') return undefined;
  if (was.outcome.kind === 'number' && was.outcome.number.value.equals(now.outcome.number.value))
    return undefined;
  const text = evaluationText(was, figures.registry);
  return text === evaluationText(now, figures.registry) ? undefined : { was, text, meeting: previous };
}
