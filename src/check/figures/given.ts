import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatPeriod } from '../../model/format.ts';
import { estimateOf, overlap } from '../../metrics/estimate.ts';
import { compareGiven, type Comparison } from '../../metrics/comparison.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { figuresOf } from '../../metrics/book.ts';
import { placesBehind, reckoningText } from '../../metrics/wording.ts';
import type { Check } from '../rule.ts';

/**
 * W107: a figure that the data gives, where the data also gives everything that its definition needs, and they do not
 * agree: posts that are not permanent, agency or unfilled; a rate that is not its parts'.
 */
export const givenFigures: Check = ({ meeting, figures }) =>
  figuresOf(meeting)
    .filter((one) => !one.stated)
    .flatMap((one) => compareGiven(figures, one) ?? [])
    .filter((one) => !one.agrees && !isWithinRounding(one))
    .map((one) => givenFinding(one, figures));

// Full-time equivalents were rounded on both sides: a sum of three may be off by three halves of the last decimal.
function isWithinRounding({ cell, kind, observation, evaluation }: Comparison): boolean {
  if (evaluation.outcome.kind !== 'number') return true;
  return overlap(estimateOf(cell, observation.basis, kind), evaluation.outcome.number);
}

function givenFinding(one: Comparison, evaluator: Evaluator): Finding {
  const { observation, cell, kind, evaluation, computedText } = one;
  const given = formatCell(cell);
  const when = formatPeriod(observation.period);
  return finding('W107', `${kind.id} for ${when} is given as ${given}, and its parts give ${computedText}`, {
    at: observation.at,
    why: `given ${given} · ${reckoningText(evaluation, computedText, evaluator)}`,
    related: placesBehind(evaluation),
  });
}
