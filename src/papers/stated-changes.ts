import { periodsOf, statedFor, type FigureKey } from '../metrics/book.ts';
import { follows } from '../metrics/comparison.ts';
import { certain, combine, estimateOf, type Estimate } from '../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../metrics/evaluate.ts';
import { printedPlaces } from '../metrics/places.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import { haveSameMembers } from '../metrics/same-members.ts';
import type { NumberCell } from '../model/cell.ts';
import type { StatedChange } from '../model/dataset.ts';
import { compareExact, exact, scaledRound, ZERO, type Exact } from '../model/exact.ts';
import type { Period } from '../model/period.ts';

/** What a change says of two figures: how far apart they are (of shares in percentage points), or by which part of the earlier. */
export type ChangeMeaning = 'difference' | 'relative';

/** Two figures as somebody may have taken them for a change: unrounded, or rounded as they are printed. */
export interface FigurePair {
  readonly from: Estimate;
  readonly to: Estimate;
  /** Decimals at which the figures are shown. */
  readonly places: number;
}

/** A stated change beside the two figures that it is between. */
export interface ComparedChange {
  readonly change: StatedChange;
  readonly kind: FigureKind;
  readonly from: Evaluation;
  readonly to: Evaluation;
  /** What the number means by its unit and its heading. */
  readonly says: ChangeMeaning;
  /** `other-unit`: it follows from the figures, but not in the unit in which it is printed. */
  readonly verdict: 'right' | 'other-unit' | 'other-sign' | 'wrong';
  /** What the number is; what it says where it follows in no way. */
  readonly is: ChangeMeaning;
  /** Whether it is the difference and the relative change alike, so that it tells nothing of the column's unit. */
  readonly isBoth: boolean;
  /** The figures from which the number follows; the unrounded ones where it follows from none. */
  readonly pair: FigurePair;
}

/** Returns each change that the papers state beside its figures; those of which a figure is not known are left out. */
export function comparedChanges(changes: readonly StatedChange[], figures: Evaluator): ComparedChange[] {
  return changes.flatMap((change) => compareChange(change, figures) ?? []);
}

/** Returns the later figure of a change, which a finding on it is about. */
export function laterKey({ id, to, group, basis }: StatedChange): FigureKey {
  return { id, period: to, group, basis };
}

/** Returns the change between the figures of a pair; undefined for a relative one from nothing or from less than nothing. */
export function changeOf({ from, to }: FigurePair, meaning: ChangeMeaning): Estimate | undefined {
  if (meaning === 'difference') return combine('-', to, from);
  if (compareExact(from.low, ZERO) <= 0) return undefined;
  const ratio = combine('/', to, from);
  return ratio && combine('-', ratio, certain(exact(1)));
}

function compareChange(change: StatedChange, figures: Evaluator): ComparedChange | undefined {
  const kind = kindOf(figures.registry, change.id);
  const earlier = kind && (change.from ?? lastKnownBefore(change, kind, figures));
  if (!kind || !earlier) return undefined;
  const key = laterKey(change);
  const [from, to] = [figures.evaluate({ ...key, period: earlier }), figures.evaluate(key)];
  const pairs = haveSameMembers(from, to) ? pairsOf(change, kind, from, to, figures) : [];
  const [exactly] = pairs;
  const says = meaningOf(change, kind);
  if (exactly === undefined || changeOf(exactly, says) === undefined) return undefined;
  return { change, kind, from, to, says, ...judged(change, kind, says, pairs, exactly) };
}

function judged(
  change: StatedChange,
  kind: FigureKind,
  says: ChangeMeaning,
  pairs: readonly FigurePair[],
  exactly: FigurePair,
): Pick<ComparedChange, 'verdict' | 'is' | 'isBoth' | 'pair'> {
  const other: ChangeMeaning = says === 'difference' ? 'relative' : 'difference';
  const right = valuesOf(change);
  const wrongWay = right.length > 1 ? [] : right.map((value) => value.neg());
  const pairFor = (meaning: ChangeMeaning, values: readonly Exact[]) =>
    pairs.find((pair) => values.some((value) => isThat(change, kind, value, meaning, pair)));
  const [own, another] = [says, ...(isOfCounts(change) ? [] : [other])].map((meaning) =>
    pairFor(meaning, right),
  );
  const isBoth = own !== undefined && another !== undefined;
  // Only shares differ by percentage points.
  const isUnitRight = change.written !== 'points' || kind.unit === 'share';
  if (own && isUnitRight) return { verdict: 'right', is: says, isBoth, pair: own };
  const meant = own ?? another;
  if (meant) return { verdict: 'other-unit', is: own ? says : other, isBoth, pair: meant };
  for (const meaning of isOfCounts(change) ? [says] : [says, other]) {
    const pair = pairFor(meaning, wrongWay);
    if (pair) return { verdict: 'other-sign', is: meaning, isBoth, pair };
  }
  return { verdict: 'wrong', is: says, isBoth, pair: exactly };
}

const POINTS = /\bpp\b|\bppts?\b|\bpoints?\b|%[ -]?pts?\b/i;
const PER_CENT = /%|\bper ?cent|\bpercentage/i;

const COUNTED = /\b(?:fte|wte|headcount)\b/i;

/** Returns whether a change says itself, or under its heading, that it is of counted workers: no number in per cent. */
function isOfCounts({ written, heading, isFte }: StatedChange): boolean {
  return isFte === true || (written === 'plain' && COUNTED.test(heading) && !PER_CENT.test(heading));
}

/** Returns what a change says: by the unit behind it, or by that of its heading. */
function meaningOf({ written, heading }: StatedChange, { unit }: FigureKind): ChangeMeaning {
  if (written === 'points' || (POINTS.test(heading) && unit === 'share')) return 'difference';
  return written === 'percent' || PER_CENT.test(heading) ? 'relative' : 'difference';
}

const LESS = /\b(?:reduction|decrease|fall|drop|decline)\b/i;
const MORE = /\b(?:increase|rise|growth)\b/i;

/** Returns what the number may be: under a heading of reductions a bare one is less, and one with a sign may be either. */
function valuesOf({ heading, value, signed }: StatedChange): readonly Exact[] {
  if (!LESS.test(heading) || MORE.test(heading)) return [value];
  return signed ? [value, value.neg()] : [value.neg()];
}

function isThat(
  { places }: StatedChange,
  { unit }: FigureKind,
  value: Exact,
  meaning: ChangeMeaning,
  pair: FigurePair,
): boolean {
  const change = changeOf(pair, meaning);
  const isPercentage = meaning === 'relative' || unit === 'share';
  const cell: NumberCell = {
    kind: 'number',
    value: isPercentage ? value.div(100) : value,
    notation: isPercentage ? 'percent' : 'plain',
    places,
  };
  return change !== undefined && follows(cell, change);
}

function lastKnownBefore(change: StatedChange, kind: FigureKind, figures: Evaluator): Period | undefined {
  const key = laterKey(change);
  return periodsOf(figures.book, key.group, key.basis, kind.series)
    .filter((one) => one.kind === key.period.kind && one.end < key.period.end)
    .filter((period) => figures.evaluate({ ...key, period }).outcome.kind !== 'missing')
    .at(-1);
}

/**
 * Returns the figures from which the change may have been taken, the unrounded ones first: then as the tables print them,
 * and rounded as a reader may round them.
 */
function pairsOf(
  { places }: StatedChange,
  kind: FigureKind,
  from: Evaluation,
  to: Evaluation,
  { book }: Evaluator,
): FigurePair[] {
  const printed = [from, to].map(({ key }) =>
    statedFor(book, key).flatMap(({ cell }) => fitting(cell, kind)),
  );
  const [before = [], after = []] = printed;
  const [a, b] = [numberOf(from, before, kind), numberOf(to, after, kind)];
  if (!a || !b) return [];
  const own = [from, to].map((one) => printedPlaces(one, kind));
  const most = Math.max(...own, ...printed.flat().map((cell) => cell.places));
  const rounded = [...new Set([...own, places, ...printed.flat().map((cell) => cell.places)])].map((one) => ({
    from: roundedTo(a, one, kind),
    to: roundedTo(b, one, kind),
    places: one,
  }));
  const asPrinted = before.flatMap((one) =>
    after.map((two) => ({
      from: certain(one.value),
      to: certain(two.value),
      places: Math.max(one.places, two.places),
    })),
  );
  return [
    { from: a, to: b, places: most },
    ...asPrinted,
    ...rounded,
    ...besidePrinted(a, b, before, after, kind),
  ];
}

/** Returns pairs of a figure that is printed and one that is not, and is rounded like it. */
function besidePrinted(
  a: Estimate,
  b: Estimate,
  before: readonly NumberCell[],
  after: readonly NumberCell[],
  kind: FigureKind,
): FigurePair[] {
  if (before.length > 0 && after.length > 0) return [];
  return [
    ...before.map(({ value, places }) => ({ from: certain(value), to: roundedTo(b, places, kind), places })),
    ...after.map(({ value, places }) => ({ from: roundedTo(a, places, kind), to: certain(value), places })),
  ];
}

/** A printed figure without the % sign of a share, or with one that it should not have, says something else. */
function fitting(
  cell: NumberCell | { readonly kind: 'marker' | 'missing' },
  { unit }: FigureKind,
): NumberCell[] {
  return cell.kind === 'number' && (cell.notation === 'percent') === (unit === 'share') ? [cell] : [];
}

/** Returns a figure as the data gives it; what is only printed as it is printed. */
function numberOf(
  { outcome, key }: Evaluation,
  [printed]: readonly NumberCell[],
  kind: FigureKind,
): Estimate | undefined {
  if (outcome.kind === 'number') return outcome.number;
  return printed && outcome.kind === 'missing' ? estimateOf(printed, key.basis, kind) : undefined;
}

function roundedTo({ value }: Estimate, places: number, { unit }: FigureKind): Estimate {
  const decimals = unit === 'share' ? places + 2 : places;
  return certain(exact(scaledRound(value, decimals)).div(10n ** BigInt(decimals)));
}
