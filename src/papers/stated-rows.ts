import type { Observation } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import { scaledRound } from '../model/exact.ts';
import { groupText } from '../metrics/book.ts';
import { compareStated, follows, type Comparison } from '../metrics/comparison.ts';
import { certain } from '../metrics/estimate.ts';
import type { Evaluator } from '../metrics/evaluate.ts';
import { isOfOneFamily } from '../metrics/family.ts';
import type { FigureKind, Registry } from '../metrics/registry.ts';

/** A row (or column) of stated figures, as a reader of the table sees it. */
export interface StatedRow {
  readonly measure: string;
  readonly label: string;
  readonly observations: readonly Observation[];
  /** Those that the data can be compared with. */
  readonly comparisons: readonly Comparison[];
  /** Other kinds of figure that give every number in the row. Non-empty only where the row's own kind does not. */
  readonly heldBy: readonly FigureKind[];
  /** Where the row holds no other kind as a whole: what else would give those of its figures that differ. */
  readonly instead: Instead;
}

/** Other kinds of figure that give what a row's own kind does not. */
export interface Instead {
  readonly kinds: readonly FigureKind[];
  /** Whether the first of them was likely meant; else it may come to the same by chance. */
  readonly likely: boolean;
}

/**
 * Returns the stated figures of the papers at hand by row, each compared with the data once: findings, the figures of
 * the report and its "Figures checked" all use this comparison.
 */
export function statedRows(evaluator: Evaluator): StatedRow[] {
  const rows = rowsOf(evaluator.book.stated).map((observations) => {
    const [first] = observations;
    return {
      measure: first?.measure ?? '',
      label: first?.label ?? '',
      observations,
      comparisons: observations.flatMap((one) => compareStated(evaluator, one) ?? []),
    };
  });
  const differing = groupBy(rows.flatMap((row) => row.comparisons).filter(isWrong), tableText);
  const others = createOthers(evaluator.registry);
  // Many rows stand under one heading, and what the heading's figures say of a kind is the same for each of them.
  const likely = new Map<string, boolean>();
  const isLikelyAt = (wrong: Comparison, kind: FigureKind): boolean => {
    const table = tableText(wrong);
    const name = JSON.stringify([table, kind.id]);
    const before = likely.get(name);
    if (before !== undefined) return before;
    const is = isLikely(evaluator, kind, differing.get(table) ?? []);
    likely.set(name, is);
    return is;
  };
  return rows.map((row) => {
    const wrong = row.comparisons.filter(isWrong);
    const heldBy =
      wrong.length > 0 && isTelling(row.comparisons) ? kindsGiving(evaluator, others, row.comparisons) : [];
    const kinds = heldBy.length > 0 ? [] : kindsGiving(evaluator, others, wrong);
    const [first] = kinds;
    const [one] = wrong;
    const isMeant = first !== undefined && one !== undefined && isLikelyAt(one, first);
    return { ...row, heldBy, instead: { kinds, likely: isMeant } };
  });
}

/** Decimals from which one figure alone is no chance: of a dozen definitions some other one often comes to `71%`. */
const TELLING_PLACES = 2;

/** Several figures that differ under one heading, and one figure with decimals enough, are not given by chance. */
function isLikely(evaluator: Evaluator, kind: FigureKind, differing: readonly Comparison[]): boolean {
  const given = differing.filter((one) => gives(evaluator, kind, [one], follows));
  return isTelling(given) || given.some(({ cell }) => cell.places >= TELLING_PLACES);
}

/** Returns what finds the other kinds of figure of the same unit and family as one; the search is made once for each. */
function createOthers(registry: Registry): (own: FigureKind) => readonly FigureKind[] {
  const known = new Map<string, readonly FigureKind[]>();
  return (own) => {
    const found =
      known.get(own.id) ??
      [...registry.kinds.values()].filter(
        (kind) => kind.id !== own.id && kind.unit === own.unit && isOfOneFamily(registry, own, kind),
      );
    known.set(own.id, found);
    return found;
  };
}

/**
 * Returns the other kinds of figure (`others`) that give every one of the compared figures as printed.
 * Where some come to just these numbers, they alone: another that can only come to them by how its parts were rounded
 * explains nothing more.
 */
function kindsGiving(
  evaluator: Evaluator,
  others: (own: FigureKind) => readonly FigureKind[],
  comparisons: readonly Comparison[],
): FigureKind[] {
  const own = comparisons[0]?.kind;
  if (own === undefined) return [];
  const giving = others(own).filter((kind) => gives(evaluator, kind, comparisons, follows));
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

function isWrong({ agrees }: Comparison): boolean {
  return !agrees;
}

/** What stands under one heading of a file. */
function tableText({ observation: { at, measure, label, basis } }: Comparison): string {
  return JSON.stringify([at.file, measure, label, basis]);
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
