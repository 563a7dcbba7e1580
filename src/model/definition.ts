/**
 * `count` people, posts, FTE, days or cases · `share` a part of a whole, printed as a percentage · `ratio` one count per
 * another · `money` pounds · `duration` months, printed as years and months.
 */
export type MetricUnit = 'count' | 'share' | 'ratio' | 'money' | 'duration';

/**
 * Returns the units of the parts of an indicator of a unit. Money and months are divided by a count, so that the numerator
 * has the unit of the whole; a share or a ratio is one count of another.
 */
export function unitsOfParts(unit: MetricUnit): {
  readonly numerator: MetricUnit;
  readonly denominator: 'count';
} {
  return { numerator: unit === 'money' || unit === 'duration' ? unit : 'count', denominator: 'count' };
}

/** Which way is good. `none`: neither. */
export type Direction = 'lower' | 'higher' | 'none';

/** A base measure: counted, not computed. `stock` stands at the period's end, `flow` happens in the period. */
export interface MeasureDefinition {
  readonly id: string;
  readonly label: string;
  readonly nature: 'stock' | 'flow';
  readonly direction: Direction;
  /** Things are whole ones on any basis; people and posts, which it counts unless told, may be part-time. */
  readonly counts?: 'things';
  /** Plain words for the definitions appendix. */
  readonly description: string;
}

/** A metric as data: what `evaluate`, the definitions appendix, `explain` and `check` all read. */
export interface MetricDefinition {
  readonly id: string;
  readonly label: string;
  /** For instance `agency / (permanent + agency)`; see metrics/formula.ts for the grammar. */
  readonly formula: string;
  readonly unit: MetricUnit;
  /** Decimals on the page, in percent for a share. */
  readonly places: number;
  readonly direction: Direction;
  readonly description: string;
  /** Who uses this definition. */
  readonly usedBy: readonly string[];
  /** `registry` ships with the program; `council` comes from cip-report.yaml. */
  readonly origin: 'registry' | 'council';
}
