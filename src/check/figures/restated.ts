import { figuresOf, keyOf, lookUp, type FigureKey } from '../../metrics/book.ts';
import type { Evaluation } from '../../metrics/evaluate.ts';
import { evaluationText } from '../../metrics/wording.ts';
import type { Meeting } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatDate, formatPeriod } from '../../model/format.ts';
import type { PaperContext } from '../../papers/context.ts';
import type { Check } from '../rule.ts';

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

/** N118: a figure that these papers give, and the last ones gave differently. */
export const restatedFigures: Check = (context) =>
  figuresOf(context.meeting).flatMap((observation) => {
    const key = keyOf(observation);
    const restated = observation.stated ? undefined : restatementOf(context, key);
    if (restated === undefined) return [];
    const { registry } = context.figures;
    const now = evaluationText(context.figures.evaluate(key), registry);
    const figure = `${observation.measure} for ${formatPeriod(observation.period)}`;
    const then = `${restated.text} at the meeting of ${formatDate(restated.meeting.date)}`;
    return [
      finding('N118', `${figure} is ${now}, and was ${then}`, {
        at: observation.at,
        related: lookUp(context.figures.book, key)?.restated.map((one) => one.at) ?? [],
      }),
    ];
  });
