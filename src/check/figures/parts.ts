import { lookUp } from '../../metrics/book.ts';
import { isGivenThroughout } from '../../metrics/addition.ts';
import { overlap } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { kindOf } from '../../metrics/registry.ts';
import {
  dimensionWords,
  evaluationText,
  groupWords,
  placesBehind,
  reckoningText,
} from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod } from '../../model/format.ts';
import type { FigureRule } from './figure-context.ts';
import { keysAround } from './groups-within.ts';

/**
 * W116: the members of a dimension do not add up to the figure that the data gives for all of them: teams to the whole
 * workforce, teams to their staff group. Only where every member has a number, and only of what stands at a period's end:
 * who moves between teams starts and leaves in both.
 */
export const partsAgainstWhole: FigureRule = ({ meeting, figures }) =>
  keysAround(meeting).flatMap((key) => {
    if (!isStock(figures, key.id) || lookUp(figures.book, key)?.observation.cell.kind !== 'number') return [];
    const whole = figures.evaluate(key);
    return givenSums(figures, whole)
      .filter((sum) => differ(whole, sum))
      .map((sum) => partsFinding(whole, sum, figures));
  });

/** W120: two dimensions divide a group that the data gives no figure of, and their members do not add up to the same. */
export const sumsAgainstEachOther: FigureRule = ({ meeting, figures }) =>
  keysAround(meeting).flatMap((key) => {
    if (!isStock(figures, key.id)) return [];
    const total = figures.evaluate(key);
    if (total.dimension === undefined) return [];
    return givenSums(figures, total)
      .filter((sum) => sum.dimension !== total.dimension && differ(total, sum))
      .map((sum) => sumsFinding(total, sum, figures));
  });

function isStock({ registry }: Evaluator, id: string): boolean {
  return kindOf(registry, id)?.nature === 'stock';
}

function givenSums(figures: Evaluator, { key }: Evaluation): Evaluation[] {
  return figures.sums(key).filter((sum) => sum.outcome.kind === 'number' && isGivenThroughout(sum));
}

// Full-time equivalents were rounded when they were written: a sum may be off by a half of the last decimal for each.
function differ(a: Evaluation, b: Evaluation): boolean {
  if (a.outcome.kind !== 'number' || b.outcome.kind !== 'number') return false;
  return !overlap(a.outcome.number, b.outcome.number);
}

function partsFinding(whole: Evaluation, sum: Evaluation, figures: Evaluator): Finding {
  const { registry } = figures;
  const [given, total] = [whole, sum].map((one) => evaluationText(one, registry));
  const figure = `${whole.key.id} for ${formatPeriod(whole.key.period)}`;
  return finding(
    'W116',
    `${figure} is ${given ?? ''} for ${groupWords(whole.key.group)}, and ${total ?? ''} by ${dimensionWords(sum)}`,
    {
      at: placesBehind(whole)[0],
      why: reckoningText(sum, total ?? '', figures),
      related: placesBehind(sum),
    },
  );
}

function sumsFinding(total: Evaluation, sum: Evaluation, figures: Evaluator): Finding {
  const [first = '', second = ''] = [total, sum].map((one) => evaluationText(one, figures.registry));
  const { id, period, group } = total.key;
  const of = groupWords(group);
  return finding(
    'W120',
    `${id} for ${formatPeriod(period)} adds up to ${first} by ${dimensionWords(total)} and to ${second} by ${dimensionWords(sum)} for ${of}`,
    {
      at: placesBehind(sum)[0],
      why: `${reckoningText(total, first, figures)} · ${reckoningText(sum, second, figures)} · the report uses the first`,
      related: placesBehind(total),
    },
  );
}
