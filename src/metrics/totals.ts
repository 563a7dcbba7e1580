import { formatList, formatPeriod, formatValue, midSentence } from '../model/format.ts';
import { addedUp, isAdditive } from './addition.ts';
import {
  divisionsOf,
  groupText,
  isMeasured,
  keyText,
  lookUp,
  placesOf,
  type AddableDivision,
  type FigureBook,
  type FigureKey,
} from './book.ts';
import { createContradictions } from './contradictions.ts';
import { overlap } from './estimate.ts';
import type { Evaluation } from './evaluation.ts';
import type { Reference } from './expression.ts';
import { missing, type Outcome } from './outcome.ts';
import { printedPlaces } from './places.ts';
import { kindOf, labelOf, type Registry } from './registry.ts';

/** What adds up the members of a dimension. */
export interface Totals {
  /** Returns the sum by each dimension that divides the group, in alphabetical order; also where one is not to be used. */
  readonly sums: (key: FigureKey) => readonly Evaluation[];
  /**
   * Returns the total that the report uses; undefined where no member has the figure. It is missing, with its reason,
   * where no dimension is known to hold everybody: one whose sum was not the whole at another period, or two whose sums
   * differ. A dimension that every figure of the group has goes before one that leaves some out.
   */
  readonly total: (key: FigureKey) => Evaluation | undefined;
}

interface Sum {
  readonly division: AddableDivision;
  readonly evaluation: Evaluation;
}

/** Returns what adds up figures of the book; `evaluate` gives the figures of the members. */
export function createTotals(
  book: FigureBook,
  registry: Registry,
  evaluate: (key: FigureKey) => Evaluation,
): Totals {
  const known = new Map<string, readonly Sum[]>();
  const contradiction = createContradictions(book, registry, sums);

  function sumsBy(key: FigureKey): readonly Sum[] {
    const text = keyText(key);
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = searchSums(key);
    known.set(text, found);
    return found;
  }

  function searchSums(key: FigureKey): Sum[] {
    const kind = kindOf(registry, key.id);
    if (kind === undefined || !isAdditive(kind) || !isMeasured(book, key, kind.series)) return [];
    return divisionsOf(book, key, kind.series).flatMap((division) => {
      const evaluation = addUp(key, division);
      return evaluation === undefined ? [] : [{ division, evaluation }];
    });
  }

  function sums(key: FigureKey): Evaluation[] {
    return sumsBy(key).map(({ evaluation }) => evaluation);
  }

  function total(key: FigureKey): Evaluation | undefined {
    const all = sumsBy(key);
    if (all.length === 0) return undefined;
    const whys = all.map(({ evaluation }) => contradiction(evaluation));
    const usable = all.filter((_, index) => whys[index] === undefined);
    if (usable.length === 0) return unusable(key, whys.find((why) => why !== undefined) ?? '');
    const complete = usable.filter(({ division }) => division.complete);
    const chosen = complete.length > 0 ? complete : usable;
    const evaluations = chosen.map(({ evaluation }) => evaluation);
    const differing = complete.length > 0 ? undefined : difference(evaluations);
    return differing === undefined ? bestOf(evaluations) : unusable(key, differing);
  }

  /** Returns the sum by one dimension; undefined where none of its members has the figure. */
  function addUp(key: FigureKey, { dimension, members, elsewhere }: AddableDivision): Evaluation | undefined {
    const parts = [...members, ...elsewhere].map((name) =>
      evaluate({ ...key, group: { ...key.group, [dimension]: name } }),
    );
    if (parts.every((part) => part.outcome.kind === 'missing')) return undefined;
    const outcome =
      elsewhere.length === 0
        ? addedUp(parts.map((part) => part.outcome))
        : missing(otherBasis(key, dimension, elsewhere));
    const reference: Reference = { kind: 'reference', id: key.id, column: 1 };
    const inputs = [{ reference, outcome, evaluations: parts }];
    return { ...bare(key, outcome), source: 'computed', dimension, inputs };
  }

  function otherBasis({ basis, period }: FigureKey, dimension: string, names: readonly string[]): string {
    const other = basis === 'fte' ? 'headcount' : 'FTE';
    return `${dimension.replaceAll('_', ' ')} ${formatList(names)} is given in ${other} only for ${formatPeriod(period)}`;
  }

  function bare(key: FigureKey, outcome: Outcome): Omit<Evaluation, 'source' | 'inputs'> {
    const given = lookUp(book, key);
    return { key, outcome, places: placesOf(book, key), ...(given && { given }) };
  }

  function unusable(key: FigureKey, reason: string): Evaluation {
    return { ...bare(key, missing(reason)), source: 'given', inputs: [] };
  }

  function difference(evaluations: readonly Evaluation[]): string | undefined {
    const numbers = evaluations.filter((one) => one.outcome.kind === 'number');
    const [first] = numbers;
    const other = numbers.find((one) => first && differ(first.outcome, one.outcome));
    if (first === undefined || other === undefined) return undefined;
    const [one, two] = [first, other].map(
      (sum) => `${text(sum)} by ${(sum.dimension ?? '').replaceAll('_', ' ')}`,
    );
    const { id, period } = first.key;
    return `${midSentence(labelOf(registry, id))} for ${formatPeriod(period)} adds up to ${one ?? ''} and to ${two ?? ''}`;
  }

  function text(sum: Evaluation): string {
    const kind = kindOf(registry, sum.key.id);
    if (kind === undefined || sum.outcome.kind !== 'number') return groupText(sum.key.group);
    return formatValue(sum.outcome.number.value, kind.unit, printedPlaces(sum, kind));
  }

  return { sums, total };
}

/** Returns whether two numbers differ by more than the rounding of full-time equivalents can hide. */
export function differ(a: Outcome, b: Outcome): boolean {
  return a.kind === 'number' && b.kind === 'number' && !overlap(a.number, b.number);
}

/** Returns the first sum that is a number, else the first that is hidden by a marker, else the first. */
function bestOf(sums: readonly Evaluation[]): Evaluation | undefined {
  const of = (kind: Outcome['kind']) => sums.find((one) => one.outcome.kind === kind);
  return of('number') ?? of('marker') ?? sums[0];
}
