import type { MetricUnit } from '../../model/definition.ts';
import type { FigureChange } from '../comparison.ts';
import { compareTexts } from '../../model/text-order.ts';
import type { SizedChange } from './figure-change.ts';

const UNITS: readonly MetricUnit[] = ['count', 'share', 'ratio', 'money', 'duration'];

/**
 * Returns the changes by unit, the whole before groups, the largest first and those without two numbers last. Which side
 * is the first makes no difference to the order.
 */
export function inOrder(changes: readonly SizedChange[]): FigureChange[] {
  return changes.toSorted(compareChanges).map(({ change }) => change);
}

/** Returns the changes of figures of one period, the oldest period first. */
export function oldestFirst(changes: readonly SizedChange[]): FigureChange[] {
  return changes
    .toSorted((a, b) => comparePeriodsOf(a.change, b.change) || compareChanges(a, b))
    .map(({ change }) => change);
}

function compareChanges(a: SizedChange, b: SizedChange): number {
  return (
    UNITS.indexOf(a.change.unit) - UNITS.indexOf(b.change.unit) ||
    Number(isGroup(a.change)) - Number(isGroup(b.change)) ||
    compareSizes(a, b) ||
    compareTexts(a.change.label, b.change.label) ||
    compareTexts(a.change.id, b.change.id)
  );
}

function comparePeriodsOf({ after: { period: a } }: FigureChange, { after: { period: b } }: FigureChange) {
  return compareTexts(a.end, b.end) || compareTexts(a.start, b.start);
}

function isGroup({ group }: FigureChange): boolean {
  return Object.keys(group).length > 0;
}

function compareSizes({ size: a }: SizedChange, { size: b }: SizedChange): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return b.compare(a);
}
