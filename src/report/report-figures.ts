import type { FigureResult } from '../metrics/result.ts';
import type { Basis } from '../model/dataset.ts';
import type { Direction, MetricUnit } from '../model/definition.ts';
import type { Place } from '../model/place.ts';
import type { PeriodRef } from '../model/period-ref.ts';

export type { FigureResult };

/** One printed figure with its lineage. */
export interface Figure {
  /** `agency_rate@2021-02`, with `[team=Assessment]` for a group and `basis=fte` for a basis not the workstream's. */
  readonly id: string;
  /** Measure or metric id. */
  readonly metric: string;
  readonly label: string;
  readonly period: PeriodRef;
  readonly group: Readonly<Record<string, string>>;
  readonly basis: Basis;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  /** Decimals at which it is printed; of a percentage for a share. */
  readonly places: number;
  readonly result: FigureResult;
  /** As printed: `21.08%`, `193`, `c`, `–`. Made by the one formatter. */
  readonly text: string;
  /** The footnote mark that the source puts on it. */
  readonly mark?: string;
  /** `given` was read; `computed` follows from `inputs` by `formula`. */
  readonly source: 'given' | 'computed';
  readonly formula?: string;
  /** For a given figure: where it was read. */
  readonly at?: Place;
  /** For a computed figure: the figures it was computed from. */
  readonly inputs: readonly FigureInput[];
  /** What the source itself prints for this figure, where it prints it, and whether that follows. */
  readonly stated: readonly { readonly text: string; readonly agrees: boolean; readonly at: Place }[];
  /** What it was at the meeting before, where that is something else; `at` is where that was read. */
  readonly restated?: { readonly text: string; readonly meeting: string; readonly at?: Place };
  /** Against the last period before it, of its own kind, in which it is a number. */
  readonly change?: Change;
}

/** A figure that another was computed from; what it rests on itself follows it in the list. */
export interface FigureInput {
  readonly metric: string;
  readonly text: string;
  /** Where it is of another period than the figure itself. */
  readonly period?: PeriodRef;
  /** Where it is of another group than the figure itself: a part of a sum. */
  readonly group?: Readonly<Record<string, string>>;
  readonly at?: Place;
}

/** A change: a count changes by a number, a share by percentage points; the relative change is told apart. */
export interface Change {
  readonly from: PeriodRef;
  /** Decimal string; percentage points for a share (0.0108 is 1.08 pp). */
  readonly absolute: string;
  /** `+1.08 pp`, `+3`, `−7`. */
  readonly text: string;
  /** `+5.4%`; absent where the earlier figure is zero or negative. */
  readonly relativeText?: string;
  readonly movement: 'up' | 'down' | 'level';
  /** Whether the movement is towards what is wanted. */
  readonly good: boolean | null;
}
