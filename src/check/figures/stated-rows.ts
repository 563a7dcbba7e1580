import type { Observation } from '../../model/dataset.ts';
import { groupBy } from '../../model/group-by.ts';
import { scaledRound } from '../../model/exact.ts';
import { groupText } from '../../metrics/book.ts';
import { compareStated, follows, type Comparison } from '../../metrics/comparison.ts';
import { certain } from '../../metrics/estimate.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import type { FigureKind } from '../../metrics/registry.ts';

/** A row (or column) of stated figures, as a reader of the table sees it. */
export interface StatedRow {
  readonly measure: string;
  readonly label: string;
  readonly observations: readonly Observation[];
  /** Those that the data can be compared with. */
  readonly comparisons: readonly Comparison[];
  /** Other kinds of figure that give every number in the row. Non-empty only where the row's own kind does not. */
  readonly heldBy: readonly FigureKind[];
}

/**
 * Returns the stated figures of the papers at hand by row, each compared with the data once: findings, the figures of
 * the report and its "Figures checked" all use this comparison.
 */
export function statedRows(evaluator: Evaluator): StatedRow[] {
  return rowsOf(evaluator.book.stated).map((observations) => {
    const comparisons = observations.flatMap((one) => compareStated(evaluator, one) ?? []);
    const [first] = observations;
    const heldBy = isWrong(comparisons) ? kindsGiving(evaluator, comparisons) : [];
    return {
      measure: first?.measure ?? '',
      label: first?.label ?? '',
      observations,
      comparisons,
      heldBy: isTelling(comparisons) ? heldBy : [],
    };
  });
}

/**
 * Returns the other kinds of figure of the same unit that give every one of the compared figures as printed. Where some
 * come to just these numbers, they alone: another that can only come to them by how its parts were rounded explains
 * nothing more.
 */
export function kindsGiving(evaluator: Evaluator, comparisons: readonly Comparison[]): FigureKind[] {
  const own = comparisons[0]?.kind;
  if (own === undefined) return [];
  const giving = [...evaluator.registry.kinds.values()].filter(
    (kind) => kind.id !== own.id && kind.unit === own.unit && gives(evaluator, kind, comparisons, follows),
  );
  const exactly = giving.filter((kind) =>
    gives(evaluator, kind, comparisons, (cell, { value }) => follows(cell, certain(value))),
  );
  return exactly.length > 0 ? exactly : giving;
}

function gives(
  evaluator: Evaluator,
  { id }: FigureKind,
  comparisons: readonly Comparison[],
  isThat: typeof follows,
): boolean {
  return comparisons.every(({ cell, evaluation }) => {
    const { outcome } = evaluator.evaluate({ ...evaluation.key, id });
    return outcome.kind === 'number' && isThat(cell, outcome.number);
  });
}

function isWrong(comparisons: readonly Comparison[]): boolean {
  return comparisons.some((one) => !one.agrees);
}

// One number, or the same one throughout, may be another metric's by chance.
function isTelling(comparisons: readonly Comparison[]): boolean {
  return new Set(comparisons.map(({ cell }) => scaledRound(cell.value, cell.places + 2))).size > 1;
}

// A table may print the same heading twice: then each line is a row of its own.
function rowsOf(stated: readonly Observation[]): Observation[][] {
  const named = groupBy(stated, (one) =>
    JSON.stringify([one.at.file, one.measure, one.label, one.basis, groupText(one.group)]),
  );
  return [...named.values()].flatMap((observations) => {
    const periods = new Set(observations.map((one) => one.period.key));
    if (periods.size === observations.length) return [observations];
    return [...groupBy(observations, (one) => one.at.line).values()];
  });
}
