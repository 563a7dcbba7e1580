import { keyText, lookUp, WHOLE, type FigureKey } from '../../metrics/book.ts';
import { isGivenThroughout } from '../../metrics/addition.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import type { Outcome } from '../../metrics/outcome.ts';
import { kindOf } from '../../metrics/registry.ts';
import { differ } from '../../metrics/totals.ts';
import {
  dimensionWords,
  evaluationText,
  groupWords,
  placesBehind,
  reckoningText,
} from '../../metrics/wording.ts';
import { compareExact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatPeriod } from '../../model/format.ts';
import type { Check } from '../rule.ts';
import { keysAround } from './groups-within.ts';

/**
 * W116: the members of a dimension do not add up to the figure that the data gives for all of them: teams to the whole
 * workforce, teams to their staff group. Of what moves in a period only where they come to less: who goes from team to team
 * starts and leaves in both and not in the whole, but nobody starts in the whole and in no team. W120: two dimensions
 * divide a group that the data gives no figure of, their members do not add up to the same, and neither is known to hold
 * everybody; not where that only follows from a W116. Both only where every member has a number.
 */
export const partsAgainstWhole: Check = ({ meeting, figures }) => {
  const keys = keysAround(meeting);
  const wrong = keys.flatMap((key) => {
    if (lookUp(figures.book, key)?.observation.cell.kind !== 'number') return [];
    const whole = figures.evaluate(key);
    return differingSums(figures, whole)
      .filter((sum) => !isFlow(figures, key.id) || isLess(sum.outcome, whole.outcome))
      .map((sum) => ({ whole, sum }));
  });
  const known = new Set(wrong.map(({ whole }) => measureAt(whole.key)));
  const apart = keys.flatMap((key) => {
    if (figures.evaluate(key).outcome.kind !== 'missing' || known.has(measureAt(key))) return [];
    const [first, ...others] = throughout(figures, key);
    return others.flatMap((sum) =>
      first && differ(first.outcome, sum.outcome) ? [sumsFinding(first, sum, figures)] : [],
    );
  });
  return [...wrong.map(({ whole, sum }) => partsFinding(whole, sum, figures)), ...apart];
};

/** A figure of whatever group. */
function measureAt(key: FigureKey): string {
  return keyText({ ...key, group: WHOLE });
}

function isFlow({ registry }: Evaluator, id: string): boolean {
  return kindOf(registry, id)?.nature === 'flow';
}

/** Returns the sums by each dimension whose every part is given, where they are not the figure. */
function differingSums(figures: Evaluator, { key, outcome }: Evaluation): Evaluation[] {
  return throughout(figures, key).filter((sum) => differ(outcome, sum.outcome));
}

function throughout(figures: Evaluator, key: FigureKey): Evaluation[] {
  return figures.sums(key).filter((sum) => sum.outcome.kind === 'number' && isGivenThroughout(sum));
}

function isLess(a: Outcome, b: Outcome): boolean {
  return a.kind === 'number' && b.kind === 'number' && compareExact(a.number.value, b.number.value) < 0;
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
      why: `${reckoningText(total, first, figures)} · ${reckoningText(sum, second, figures)} · the report uses neither`,
      related: placesBehind(total),
    },
  );
}
