import { scaledRound } from '../model/exact.ts';
import { groupBy } from '../model/group-by.ts';
import { follows, type Comparison } from '../metrics/comparison.ts';
import { certain } from '../metrics/estimate.ts';
import type { Evaluator } from '../metrics/evaluate.ts';
import { isOfOneFamily } from '../metrics/family.ts';
import type { FigureKind } from '../metrics/registry.ts';

/** Several figures of a row that do not follow from its own kind, and the other one that gives each of them. */
export interface Portion {
  readonly kind: FigureKind;
  readonly comparisons: readonly Comparison[];
}

/** What else than its own kind could give a stated figure: other kinds of the same unit and family. */
export interface Alternatives {
  /** Returns whether the kind of figure gives the figure as printed. */
  readonly gives: (kind: FigureKind, one: Comparison) => boolean;
  /** Returns those that give the figure as printed, in the registry's order. */
  readonly giving: (one: Comparison) => readonly FigureKind[];
  /**
   * Returns those that give the figure; where some come to just this number, they alone: another that can only come to
   * it by how its parts were rounded explains nothing more.
   */
  readonly givingBest: (one: Comparison) => readonly FigureKind[];
  /** Returns those that give every one of the figures, the best alone; `wrong` are those of them that differ. */
  readonly givingAll: (wrong: readonly Comparison[], all: readonly Comparison[]) => readonly FigureKind[];
  /**
   * Returns what gives the figures that differ: whatever gives most of them, if that is more than half of them and they
   * are not one number throughout; then likewise of those that are left.
   */
  readonly portions: (wrong: readonly Comparison[]) => readonly Portion[];
}

/** Returns the search for other definitions that reproduce what is printed. */
export function createAlternatives(evaluator: Evaluator): Alternatives {
  const { registry } = evaluator;
  const families = new Map<string, readonly FigureKind[]>();
  const found = new Map<Comparison, readonly FigureKind[]>();

  function familyOf(own: FigureKind): readonly FigureKind[] {
    const before = families.get(own.id);
    if (before !== undefined) return before;
    const family = [...registry.kinds.values()].filter(
      (kind) => kind.id !== own.id && kind.unit === own.unit && isOfOneFamily(registry, own, kind),
    );
    families.set(own.id, family);
    return family;
  }

  function gives({ id }: FigureKind, { cell, evaluation }: Comparison): boolean {
    const { outcome } = evaluator.evaluate({ ...evaluation.key, id });
    return outcome.kind === 'number' && follows(cell, outcome.number);
  }

  function givesJust({ id }: FigureKind, { cell, evaluation }: Comparison): boolean {
    const { outcome } = evaluator.evaluate({ ...evaluation.key, id });
    return outcome.kind === 'number' && follows(cell, certain(outcome.number.value));
  }

  function giving(one: Comparison): readonly FigureKind[] {
    const before = found.get(one);
    if (before !== undefined) return before;
    const kinds = familyOf(one.kind).filter((kind) => gives(kind, one));
    found.set(one, kinds);
    return kinds;
  }

  function bestOf(kinds: readonly FigureKind[], all: readonly Comparison[]): readonly FigureKind[] {
    const exactly = kinds.filter((kind) => all.every((one) => givesJust(kind, one)));
    return exactly.length > 0 ? exactly : kinds;
  }

  function givingAll(wrong: readonly Comparison[], all: readonly Comparison[]): readonly FigureKind[] {
    const [first] = wrong;
    if (first === undefined) return [];
    const kinds = giving(first).filter((kind) => all.every((one) => gives(kind, one)));
    return bestOf(kinds, all);
  }

  function portions(wrong: readonly Comparison[]): Portion[] {
    const largest = largestPortion(wrong);
    if (largest === undefined || !isTelling(largest.comparisons)) return [];
    if (largest.comparisons.length * 2 <= wrong.length) return [];
    const taken = new Set(largest.comparisons);
    return [largest, ...portions(wrong.filter((one) => !taken.has(one)))];
  }

  /** Returns the kind that gives most of the figures; of several, one that comes to just these numbers. */
  function largestPortion(wrong: readonly Comparison[]): Portion | undefined {
    const pairs = wrong.flatMap((one) => giving(one).map((kind) => ({ kind, one })));
    const held = [...groupBy(pairs, ({ kind }) => kind)].map(([kind, all]): Portion => {
      const comparisons = all.map(({ one }) => one);
      return { kind, comparisons };
    });
    const most = Math.max(0, ...held.map(({ comparisons }) => comparisons.length));
    const largest = held.filter(({ comparisons }) => comparisons.length === most);
    const just = ({ kind, comparisons }: Portion): number =>
      comparisons.filter((one) => givesJust(kind, one)).length;
    return largest.toSorted((one, other) => just(other) - just(one))[0];
  }

  return {
    gives,
    giving,
    givingBest: (one) => bestOf(giving(one), [one]),
    givingAll,
    portions,
  };
}

/** Returns whether figures tell more than one number, which may be another definition's by chance, also throughout. */
export function isTelling(comparisons: readonly Comparison[]): boolean {
  return new Set(comparisons.map(({ cell }) => scaledRound(cell.value, cell.places + 2))).size > 1;
}
