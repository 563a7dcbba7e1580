import type { MetricUnit } from '../model/definition.ts';
import type { Place } from '../model/place.ts';

/** A table of figures. Every row has a cell for each column. */
export interface FigureTable {
  readonly id: string;
  readonly title: string;
  /** What all of it is of, in words: `Social workers, full-time equivalent, Mar 2024`. */
  readonly scope: string;
  /** What its first column holds: `Team`, `Period`, `Measure`. */
  readonly stub: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureTableRow[];
  /** Marks on its figures, those in brackets too: what they mean (`Report.notes`) belongs under the table. */
  readonly marks: readonly string[];
  /** Markdown. */
  readonly note?: string;
}

export interface FigureTableRow {
  readonly label: string;
  /**
   * `total` follows from the parts above it; `whole` is that of their whole, to which they do not add up: some overlap, or
   * are left out.
   */
  readonly kind: 'part' | 'total' | 'whole';
  readonly cells: readonly FigureTableCell[];
}

export interface FigureTableCell {
  /** Figure id. */
  readonly figure: string;
  /** `4 (0 new)`: the figure in the brackets, and the word after it. */
  readonly bracket?: { readonly figure: string; readonly word: string };
}

/** Series over time. A single one may have the limits of an XmR chart. */
export interface Trend {
  readonly id: string;
  /** The finding in words: `Agency rate: no signal in 15 months`. */
  readonly title: string;
  /** What it is of: `Social workers, full-time equivalent`. */
  readonly scope: string;
  readonly unit: MetricUnit;
  readonly series: readonly {
    readonly metric: string;
    readonly label: string;
    /** Figure ids, oldest first. */
    readonly figures: readonly string[];
  }[];
  readonly xmr?: XmrLimits;
  /** A level to draw: a cap, a target. */
  readonly levels: readonly { readonly label: string; readonly decimal: string; readonly text: string }[];
}

/** Mean ± 2.66 × mean moving range, with moving ranges of 3.267 times their mean and more screened out. */
export interface XmrLimits {
  readonly points: number;
  /** Fewer than 12 points: the limits are on trial, and no signal is claimed. */
  readonly trial: boolean;
  readonly mean: XmrLevel;
  readonly lower: XmrLevel;
  readonly upper: XmrLevel;
  readonly meanMovingRange: XmrLevel;
  /** How many moving ranges were screened out. */
  readonly screened: number;
  readonly signals: readonly {
    readonly kind:
      'outside_limits' | 'seven_one_side' | 'seven_rising_or_falling' | 'two_of_three_near_limit';
    readonly direction: 'high' | 'low' | 'rising' | 'falling';
    /** Figure ids. */
    readonly figures: readonly string[];
    /** `7 in a row above the mean, Mar 2026 to Sep 2026`. */
    readonly text: string;
    /** Whether it points to what is wanted. */
    readonly good: boolean | null;
  }[];
}

export interface XmrLevel {
  readonly decimal: string;
  readonly text: string;
}

/** An indicator's latest figure, held against its level. */
export interface IndicatorRow {
  readonly indicator: string;
  readonly label: string;
  readonly group: Readonly<Record<string, string>>;
  /** Figure id of the latest period. */
  readonly figure: string;
  /** Figure ids of all periods, oldest first. */
  readonly series: readonly string[];
  readonly numerator?: { readonly label: string; readonly figure: string };
  readonly denominator?: { readonly label: string; readonly figure: string };
  readonly limit?: {
    readonly kind: 'target' | 'cap' | 'floor';
    /** Where the level stands. */
    readonly at: Place;
    /** `at most 18`. */
    readonly text: string;
    readonly decimal: string;
    /** `amber to 20`. */
    readonly amberText?: string;
    readonly met: boolean;
    /** `1.56 below the cap`. */
    readonly gapText: string;
    /** Green where met, amber within the tolerance, else red; judged on the unrounded value. */
    readonly rag: 'green' | 'amber' | 'red';
  };
}

/** A council's figure beside others' of the same definition. */
export interface BenchmarkComparison {
  readonly metric: string;
  readonly label: string;
  /** Figure id of the council's own under the benchmark's definition: like for like. */
  readonly own: string;
  /**
   * Where the paper prints a figure of the same name or kind under another definition: its figure id, and why the two are
   * not compared.
   */
  readonly notCompared?: { readonly figure: string; readonly because: string };
  /** What else differs: population, basis, date. Sentences. */
  readonly cautions: readonly string[];
  readonly rows: readonly {
    readonly place: string;
    readonly level: 'england' | 'region' | 'authority' | 'other';
    readonly period: string;
    readonly text: string;
    /** Absent for a marker. */
    readonly decimal?: string;
    /** The council's figure minus this one: `+27.6 pp`. */
    readonly differenceText?: string;
    readonly source: string;
    readonly at: Place;
  }[];
}
