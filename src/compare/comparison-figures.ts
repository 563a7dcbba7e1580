import type { FigureResult } from '../metrics/result.ts';
import type { Basis, Group } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import type { PeriodRef } from '../model/period-ref.ts';
import type { Place } from '../model/place.ts';

/** How a figure moved: one of the two sides may have no number. */
export interface FigureChange {
  /** The figure without its period: `agency_rate`, `agency[team=Duty]`; with it where it was restated: `agency@2021-01`. */
  readonly id: string;
  readonly metric: string;
  readonly label: string;
  readonly group: Group;
  readonly basis: Basis;
  /** Whether it is of a table of indicators. */
  readonly indicator: boolean;
  readonly unit: MetricUnit;
  /** The decimals at which its change is printed: of what is no count, those of the less precise side. */
  readonly places: number;
  /**
   * `new` and `gone`: one side gives nothing; `marker`: one side, or both, give a marker in place of a number; `changed`:
   * two numbers.
   */
  readonly kind: 'changed' | 'new' | 'gone' | 'marker';
  readonly before: FigureSide;
  readonly after: FigureSide;
  /** after − before; of a share in percentage points (0.0108 is 1.08 pp). For two numbers. */
  readonly absolute?: Amount;
  /** (after − before) ÷ before; absent where before is zero or negative, and where the change is printed as none. */
  readonly relative?: Amount;
  readonly movement?: 'up' | 'down' | 'level';
  /** Whether the movement is towards what is wanted; null where neither way is known to be. */
  readonly good: boolean | null;
  /** Of what happens in a period: periods lie between the two, and what happened in them is in neither. Then `good` is null. */
  readonly apart?: true;
  /** Small: `tolerance` is taken for no difference, `floor` is told with others in one line. */
  readonly within?: 'tolerance' | 'floor';
  /** Of a computed figure: the formula in words under which both sides are reckoned, that of the second side. */
  readonly formula?: string;
  /** Where the first side reckons by another formula: the same change under that one. */
  readonly otherwise?: {
    readonly formula: string;
    readonly before: FigureSide;
    readonly after: FigureSide;
    readonly absolute?: Amount;
    readonly relative?: Amount;
  };
  /**
   * Where the second side gives the first side's period another figure: what it says that it was, and the change from
   * that. What was restated is no movement: the order of figures and `within` go by this change, and so does who prints it.
   */
  readonly revised?: {
    readonly before: FigureSide;
    readonly absolute?: Amount;
    readonly relative?: Amount;
    readonly movement?: 'up' | 'down' | 'level';
    readonly good: boolean | null;
  };
  /** Of sums of other members, who they are: `team Fostering is new`. The change is also one of who is counted. */
  readonly members?: string;
  /** What the papers print for the two, where they print both: `44%` and `33%`: −11 pp, −25%. */
  readonly stated?: {
    readonly before: string;
    readonly after: string;
    readonly absolute: Amount;
    readonly relative?: Amount;
  };
}

/** A figure on one side. */
export interface FigureSide {
  readonly period: PeriodRef;
  readonly result: FigureResult;
  /** As printed: `21.08%`, `193`, `c`, `–`. */
  readonly text: string;
  readonly source: 'given' | 'computed';
  readonly at?: Place;
}

/** A number, and how it is printed. */
export interface Amount {
  /** Decimal string: exact where the number has a finite decimal form, else rounded to 12 decimals. */
  readonly decimal: string;
  readonly text: string;
}

/** One cell that differs: what is given, and what is stated. */
export interface CellChange {
  readonly metric: string;
  readonly group: Group;
  readonly basis: Basis;
  /** Absent where two periods are compared: then the cells are those of the two periods. */
  readonly period?: PeriodRef;
  readonly stated: boolean;
  /** Whether it is of a table of indicators. */
  readonly indicator: boolean;
  /** null: not in the tables. */
  readonly before: CellValue | null;
  readonly after: CellValue | null;
  /** Set on two numbers that differ by no more than the tolerance. */
  readonly within?: 'tolerance';
}

/** A cell as it is compared: notation and decimals are no difference, a value and a marker are. */
export interface CellValue {
  readonly kind: 'number' | 'marker' | 'missing';
  /** Decimal string of a number (a share for a percentage), or the marker with its bound: `c`, `fewer_than 5`. */
  readonly value?: string;
  /** As written. */
  readonly text: string;
  readonly at: Place;
}

/** A member of a dimension that only one side has, or a whole dimension. */
export interface GroupChange {
  /** `new` and `gone`: a member; `breakdown_new` and `breakdown_gone`: a dimension that one side does not have at all. */
  readonly kind: 'new' | 'gone' | 'breakdown_new' | 'breakdown_gone';
  readonly dimension: string;
  /** Absent for a dimension. */
  readonly name?: string;
  /** How many figures it has on the side that has it. */
  readonly figures: number;
  /** The member on the other side that it may be under another name, where the figures say so. Never assumed. */
  readonly perhaps?: {
    readonly name: string;
    /** `7 of 7 figures of Jan 2021 to Feb 2021 are the same`. */
    readonly because: string;
  };
  readonly at?: Place;
}
