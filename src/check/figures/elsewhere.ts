import { keyOf } from '../../metrics/book.ts';
import { compareStated, follows, textLike, type Comparison } from '../../metrics/comparison.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { groupWords, reckoningText } from '../../metrics/wording.ts';
import type { Group, Observation } from '../../model/dataset.ts';
import { formatBasis, formatCell, formatPeriod } from '../../model/format.ts';

/**
 * Returns where a stated figure that no definition gives was likely taken from, in words: the same figure on the other
 * basis, or the cell of another group or period of its column, which holds this one's in turn. Empty where neither is so.
 */
export function elsewhereWords(one: Comparison, evaluator: Evaluator): string[] {
  return [...exchangedWords(one, evaluator), ...otherBasisWords(one, evaluator)].slice(0, 1);
}

function otherBasisWords({ cell, kind, observation }: Comparison, evaluator: Evaluator): string[] {
  const basis = observation.basis === 'fte' ? 'headcount' : 'fte';
  const instead = evaluator.evaluate({ ...keyOf(observation), basis });
  const { outcome } = instead;
  if (outcome.kind !== 'number' || !follows(cell, outcome.number)) return [];
  const value = textLike(cell, kind.unit, outcome.number.value);
  return [
    `${formatCell(cell)} is the ${formatBasis(basis)} figure: ${reckoningText(instead, value, evaluator)}`,
  ];
}

function exchangedWords(one: Comparison, evaluator: Evaluator): string[] {
  const others = evaluator.book.stated.filter((other) => isNextTo(other, one.observation));
  for (const other of others) {
    const comparison = compareStated(evaluator, other);
    if (comparison === undefined || !isExchange(one, comparison)) continue;
    const whose =
      other.period.key === one.observation.period.key ? groupWords(other.group) : formatPeriod(other.period);
    return [
      `${formatCell(one.cell)} is the figure of ${whose}, where this one stands: the two are exchanged`,
    ];
  }
  return [];
}

function isExchange(a: Comparison, b: Comparison): boolean {
  const [own, other] = [a.evaluation.outcome, b.evaluation.outcome];
  if (b.agrees || own.kind !== 'number' || other.kind !== 'number') return false;
  return follows(a.cell, other.number) && follows(b.cell, own.number);
}

/** Whether a table prints two figures under one heading: of two groups in a period, or of two periods of a group. */
function isNextTo(other: Observation, one: Observation): boolean {
  const isBeside =
    other.measure === one.measure &&
    other.label === one.label &&
    other.basis === one.basis &&
    other.at.file === one.at.file;
  if (!isBeside) return false;
  const apart = membersApart(other.group, one.group);
  return apart === (other.period.key === one.period.key ? 1 : 0) && other !== one;
}

/** Returns in how many dimensions two groups differ. */
function membersApart(a: Group, b: Group): number {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).length;
}
