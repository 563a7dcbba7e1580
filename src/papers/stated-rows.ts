import type { Observation } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import { keyOf, keyText } from '../metrics/book.ts';
import { compareStated, type Comparison } from '../metrics/comparison.ts';
import type { Evaluator } from '../metrics/evaluate.ts';
import type { FigureKind } from '../metrics/registry.ts';
import { createAlternatives, isTelling, type Alternatives, type Portion } from './stated-alternatives.ts';

/**
 * A row (or column) of stated figures, as a reader of the table sees it: what stands under one heading of a file, of
 * whatever groups and periods. Where a table prints the same heading twice, each line is a row of its own.
 */
export interface StatedRow {
  readonly measure: string;
  readonly label: string;
  readonly observations: readonly Observation[];
  /** Those that the data can be compared with. */
  readonly comparisons: readonly Comparison[];
  /** Those that do not follow from the row's own kind of figure, each with what else would give it. */
  readonly differing: readonly Difference[];
  /** Other kinds of figure that give every number in the row. Non-empty only where the row's own kind does not. */
  readonly heldBy: readonly FigureKind[];
  /** Where the row holds no other kind as a whole: those that give several of its figures each, and those figures. */
  readonly portions: readonly Portion[];
  /** The figures that follow from the row's own kind, and from none of those that it holds a portion of. */
  readonly own: readonly Comparison[];
}

/** A stated figure that does not follow, and other kinds of figure that would give it. */
export interface Difference {
  readonly comparison: Comparison;
  /** The one that gives most of what differs under the heading is the first. */
  readonly kinds: readonly FigureKind[];
  /** Whether the first of them was likely meant; else it may come to the same by chance. */
  readonly likely: boolean;
}

/** Decimals from which one figure alone is no chance: of a dozen definitions some other one often comes to `71%`. */
const TELLING_PLACES = 2;

/**
 * Returns the stated figures of the papers at hand by row, each compared with the data once: findings, the figures of
 * the report and its "Figures checked" all use this comparison.
 */
export function statedRows(evaluator: Evaluator): StatedRow[] {
  const alternatives = createAlternatives(evaluator);
  const rows = rowsOf(evaluator.book.stated).map((observations) => ({
    measure: observations[0]?.measure ?? '',
    label: observations[0]?.label ?? '',
    observations,
    comparisons: observations.flatMap((one) => compareStated(evaluator, one) ?? []),
  }));
  const headings = groupBy(rows, ({ observations: [first] }) => first && headingText(first));
  return [...headings.values()].flatMap((some) => {
    const given = givenBy(
      some.flatMap((row) => row.comparisons.filter(isWrong)),
      alternatives,
    );
    return some.map((row) => ({ ...row, ...judged(row.comparisons, given, alternatives) }));
  });
}

/** The figures under one heading that differ from their own kind and are given by another, by that. */
type GivenByKind = ReadonlyMap<string, readonly Comparison[]>;

function givenBy(differing: readonly Comparison[], alternatives: Alternatives): GivenByKind {
  const pairs = differing.flatMap((one) => alternatives.giving(one).map(({ id }) => ({ id, one })));
  return new Map([...groupBy(pairs, ({ id }) => id)].map(([id, all]) => [id, all.map(({ one }) => one)]));
}

function judged(
  comparisons: readonly Comparison[],
  given: GivenByKind,
  alternatives: Alternatives,
): Pick<StatedRow, 'differing' | 'heldBy' | 'portions' | 'own'> {
  const wrong = comparisons.filter(isWrong);
  const heldBy =
    isTelling(comparisons) && isNoChance(wrong) ? alternatives.givingAll(wrong, comparisons) : [];
  const portions = heldBy.length > 0 ? [] : alternatives.portions(wrong);
  const countOf = ({ id }: FigureKind): number => given.get(id)?.length ?? 0;
  const differing = wrong.map((comparison): Difference => {
    const kinds = alternatives.givingBest(comparison).toSorted((a, b) => countOf(b) - countOf(a));
    const likely = kinds[0] !== undefined && isNoChance(given.get(kinds[0].id) ?? []);
    return { comparison, kinds, likely };
  });
  const own = comparisons.filter(
    (one) => one.agrees && portions.every(({ kind }) => !alternatives.gives(kind, one)),
  );
  return { differing, heldBy, portions, own };
}

/** What is given several figures that differ, or one with decimals enough, does not give them by chance. */
function isNoChance(differing: readonly Comparison[]): boolean {
  return isTelling(differing) || differing.some(({ cell }) => cell.places >= TELLING_PLACES);
}

function isWrong({ agrees }: Comparison): boolean {
  return !agrees;
}

/** What stands under one heading of a file. */
function headingText({ at, measure, label, basis }: Observation): string {
  return JSON.stringify([at.file, measure, label, basis]);
}

// A table may print the same heading twice: then each line is a row of its own.
function rowsOf(stated: readonly Observation[]): Observation[][] {
  return [...groupBy(stated, headingText).values()].flatMap((observations) => {
    const figures = new Set(observations.map((one) => keyText(keyOf(one))));
    if (figures.size === observations.length) return [observations];
    return [...groupBy(observations, (one) => one.at.line).values()];
  });
}
