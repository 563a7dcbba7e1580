import { keyText, lookUp, WHOLE, type FigureKey } from '../../metrics/book.ts';
import { isGivenThroughout } from '../../metrics/addition.ts';
import { overlap } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import type { Outcome } from '../../metrics/outcome.ts';
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
 * workforce, teams to their staff group. W120: two dimensions divide a group that the data gives no figure of, and their
 * members do not add up to the same; not where that only follows from a W116. Both only where every member has a number,
 * and only of what stands at a period's end: who moves between teams starts and leaves in both.
 */
export const partsAgainstWhole: FigureRule = ({ meeting, figures }) => {
  const keys = keysAround(meeting).filter(({ id }) => isStock(figures, id));
  const wrong = keys.flatMap((key) => {
    if (lookUp(figures.book, key)?.observation.cell.kind !== 'number') return [];
    const whole = figures.evaluate(key);
    return differingSums(figures, whole).map((sum) => ({ whole, sum }));
  });
  const known = new Set(wrong.map(({ whole }) => measureAt(whole.key)));
  const apart = keys.flatMap((key) => {
    const total = figures.evaluate(key);
    if (total.dimension === undefined || known.has(measureAt(key))) return [];
    return differingSums(figures, total).map((sum) => sumsFinding(total, sum, figures));
  });
  return [...wrong.map(({ whole, sum }) => partsFinding(whole, sum, figures)), ...apart];
};

/** A figure of whatever group. */
function measureAt(key: FigureKey): string {
  return keyText({ ...key, group: WHOLE });
}

function isStock({ registry }: Evaluator, id: string): boolean {
  return kindOf(registry, id)?.nature === 'stock';
}

/** Returns the sums by each dimension whose every part is given, where they are not the figure. */
function differingSums(figures: Evaluator, { key, outcome }: Evaluation): Evaluation[] {
  return figures
    .sums(key)
    .filter((sum) => sum.outcome.kind === 'number' && isGivenThroughout(sum) && differ(outcome, sum.outcome));
}

// Full-time equivalents were rounded when they were written: a sum may be off by a half of the last decimal for each.
function differ(a: Outcome, b: Outcome): boolean {
  return a.kind === 'number' && b.kind === 'number' && !overlap(a.number, b.number);
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
