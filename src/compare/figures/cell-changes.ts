import type { MetricUnit } from '../../model/definition.ts';
import { exact, type Exact } from '../../model/exact.ts';
import { groupBy } from '../../model/group-by.ts';
import { comparePeriods } from '../../model/period.ts';
import { periodRef } from '../../model/period-ref.ts';
import { compareTexts } from '../../model/text-order.ts';
import type { CellChange } from '../comparison.ts';
import type { ChangeLimit } from '../side.ts';
import { cellIdentity, type KeyedCell } from './cells.ts';
import { isWithin } from './limit.ts';

/** A cell that differs, on the sides that have it. */
export interface DifferingCell {
  readonly before?: KeyedCell;
  readonly after?: KeyedCell;
  /** That of the second side, where it has it. */
  readonly cell: KeyedCell;
}

/**
 * Returns the cells that differ, oldest period first. Where papers state several numbers for a figure, equal ones are put
 * aside, whatever their order, and the others are taken in the order of their places.
 */
export function differingCells(before: readonly KeyedCell[], after: readonly KeyedCell[]): DifferingCell[] {
  const [first, second] = [before, after].map((cells) => groupBy(cells, ({ key }) => key));
  const keys = new Set([...before, ...after].map(({ key }) => key));
  return [...keys]
    .flatMap((key) => differing(first?.get(key) ?? [], second?.get(key) ?? []))
    .sort(({ cell: a }, { cell: b }) => compareWhen(a, b) || compareTexts(a.key, b.key));
}

/** Cells that are keyed without their period are of one time. */
function compareWhen(a: KeyedCell, b: KeyedCell): number {
  return a.when && b.when ? comparePeriods(a.when, b.when) : 0;
}

/** Returns a differing cell as the comparison has it, marked where it differs by no more than the tolerance. */
export function cellChange({ before, after, cell }: DifferingCell, tolerance?: ChangeLimit): CellChange {
  const { of, when, stated, indicator } = cell;
  const isSmall = tolerance !== undefined && before && after && isWithinAll(tolerance, before, after);
  return {
    metric: of.id,
    group: of.group,
    basis: of.basis,
    ...(when && { period: periodRef(when) }),
    stated,
    indicator,
    before: before?.value ?? null,
    after: after?.value ?? null,
    ...(isSmall && { within: 'tolerance' }),
  };
}

/** Where the two sides take it for another unit, it is small in both. */
function isWithinAll(tolerance: ChangeLimit, before: KeyedCell, after: KeyedCell): boolean {
  const [from, to] = [numberOf(before), numberOf(after)];
  const units = [before.unit, after.unit].flatMap((unit) => unit ?? []);
  const known: readonly MetricUnit[] = units.length > 0 ? units : ['count'];
  return from !== undefined && to !== undefined && known.every((unit) => isWithin(tolerance, from, to, unit));
}

function numberOf({ value: { kind, value } }: KeyedCell): Exact | undefined {
  return kind === 'number' && value !== undefined ? exact(value) : undefined;
}

function differing(before: readonly KeyedCell[], after: readonly KeyedCell[]): DifferingCell[] {
  const [first, second] = [without(before, after), without(after, before)];
  const count = Math.max(first.length, second.length);
  return Array.from({ length: count }, (_, index) => [first[index], second[index]] as const).flatMap(
    ([one, other]) => {
      const cell = other ?? one;
      return cell ? [{ ...(one && { before: one }), ...(other && { after: other }), cell }] : [];
    },
  );
}

/** Returns the cells that have no equal one among the others. */
function without(cells: readonly KeyedCell[], others: readonly KeyedCell[]): KeyedCell[] {
  const equal = new Set(others.map(({ value }) => cellIdentity(value)));
  return cells.filter(({ value }) => !equal.has(cellIdentity(value))).sort(byPlace);
}

function byPlace({ value: { at: a } }: KeyedCell, { value: { at: b } }: KeyedCell): number {
  return compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column;
}
