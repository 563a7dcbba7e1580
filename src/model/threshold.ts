import type { Direction } from './definition.ts';
import { compareExact, type Exact } from './exact.ts';

/** A level that a figure is held against: at most it where lower is better, at least it where higher is. */
export interface Threshold {
  readonly direction: Exclude<Direction, 'none'>;
  readonly value: Exact;
}

/** Returns whether the figure meets the level; one that is exactly on it does. Nothing is rounded. */
export function meetsThreshold({ direction, value: level }: Threshold, figure: Exact): boolean {
  const order = compareExact(figure, level);
  return direction === 'lower' ? order <= 0 : order >= 0;
}
