import type { Exact } from './exact.ts';

/**
 * What a publisher writes where a number is not given. A marker stays a marker all the way to the page.
 * `c` confidential · `low` rounds to zero · `u` low reliability · `x` not available · `z` not applicable ·
 * `fewer_than` a count below `bound`.
 */
export type Marker = 'c' | 'low' | 'u' | 'x' | 'z' | 'fewer_than';

/** `plain`: a number; `percent`: written with a % sign, `value` is the share (21.08% is 0.2108). */
export type Notation = 'plain' | 'percent';

/** A number as it was written. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: Exact;
  readonly notation: Notation;
  /** Decimals as written: 2 for `70.62%`, 0 for `193`. */
  readonly places: number;
  /** A footnote mark that followed the number: `*` for `24*`. */
  readonly mark?: string;
}

export interface MarkerCell {
  readonly kind: 'marker';
  readonly marker: Marker;
  /** For `fewer_than`: the bound, not included. */
  readonly bound?: number;
  readonly mark?: string;
}

/** Nothing was given. Missing is never zero. */
export interface MissingCell {
  readonly kind: 'missing';
  readonly mark?: string;
}

export type Cell = NumberCell | MarkerCell | MissingCell;

/** Returns whether two cells say the same: the number or the marker, and not how it is written. */
export function isSameCell(a: Cell, b: Cell): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.value.equals(b.value);
  if (a.kind === 'marker' && b.kind === 'marker') return a.marker === b.marker && a.bound === b.bound;
  return a.kind === b.kind;
}
