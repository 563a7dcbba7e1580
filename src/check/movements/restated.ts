import { figuresOf, keyOf, lookUp } from '../../metrics/book.ts';
import { evaluationText } from '../../metrics/wording.ts';
import { finding } from '../../model/finding.ts';
import { formatDate, formatPeriod } from '../../model/format.ts';
import { reasonFor } from '../../papers/movements.ts';
import { restatementOf } from '../../papers/restatement.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

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
    const recorded = reasonFor(context, key);
    return [
      finding('N118', `${figure} is ${now}, and was ${then}`, {
        about: figureSubject(key, context),
        at: observation.at,
        why: recorded && `recorded as its reason: ${oneLine(recorded.reason.value)}`,
        related: lookUp(context.figures.book, key)?.restated.map((one) => one.at) ?? [],
      }),
    ];
  });

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
