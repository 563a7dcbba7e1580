import { keyOf, lookUp } from '../../metrics/book.ts';
import type { Comparison } from '../../metrics/comparison.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import type { FigureKind } from '../../metrics/registry.ts';
import type { Group, Observation } from '../../model/dataset.ts';
import { compareExact, ZERO, type Exact } from '../../model/exact.ts';
import { formatSigned, midSentence } from '../../model/format.ts';

/**
 * Returns what explains a stated count that no definition gives, in words: that it is the sum of what the same column
 * states for the members of its group, or that it is off by exactly another figure that the data gives for the same
 * period and group (`it is off by −1.59, which is the vacant`). Empty where neither is so, or more than one figure is.
 */
export function differenceWords(one: Comparison, evaluator: Evaluator): string[] {
  const { cell, kind, evaluation } = one;
  if (kind.unit !== 'count' || evaluation.outcome.kind !== 'number') return [];
  if (isSumOfStated(one, evaluator)) return ['it is the sum of what is stated for the parts'];
  const off = cell.value.sub(evaluation.outcome.number.value);
  const [figure, another] = figuresOf(one, off, evaluator);
  if (figure === undefined || another !== undefined) return [];
  return [`it is off by ${formatSigned(off, cell.places)}, which is the ${midSentence(figure.label)}`];
}

/** Returns the measures that the data gives with just this number, whatever its sign, for the same key. */
function figuresOf({ observation }: Comparison, off: Exact, { book, registry }: Evaluator): FigureKind[] {
  const key = keyOf(observation);
  return [...registry.kinds.values()].filter(({ id, unit, expression }) => {
    if (unit !== 'count' || expression !== undefined || id === key.id) return false;
    const cell = lookUp(book, { ...key, id })?.observation.cell;
    return cell?.kind === 'number' && isNotNought(cell.value) && compareExact(cell.value, off.abs()) === 0;
  });
}

function isNotNought(value: Exact): boolean {
  return compareExact(value, ZERO) !== 0;
}

/** Whether the members of one dimension within the figure's group state parts, two or more, that make the figure. */
function isSumOfStated({ observation, cell }: Comparison, { book }: Evaluator): boolean {
  const byDimension = new Map<string, Exact[]>();
  for (const other of book.stated) {
    const dimension = isBeside(other, observation) ? memberOf(other.group, observation.group) : undefined;
    if (dimension === undefined || other.cell.kind !== 'number') continue;
    byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), other.cell.value]);
  }
  return [...byDimension.values()].some(
    (parts) =>
      parts.length > 1 &&
      compareExact(
        parts.reduce((sum, part) => sum.add(part), ZERO),
        cell.value,
      ) === 0,
  );
}

/** What stands under the same heading of the same file for the same period. */
function isBeside(other: Observation, one: Observation): boolean {
  return (
    other.measure === one.measure &&
    other.label === one.label &&
    other.basis === one.basis &&
    other.at.file === one.at.file &&
    other.period.key === one.period.key
  );
}

/** Returns the dimension that a group has beside those of another; undefined where it is no member of that. */
function memberOf(group: Group, whole: Group): string | undefined {
  const [dimension, another] = Object.keys(group).filter((name) => whole[name] === undefined);
  const isWithin = Object.entries(whole).every(([name, member]) => group[name] === member);
  return isWithin && another === undefined ? dimension : undefined;
}
