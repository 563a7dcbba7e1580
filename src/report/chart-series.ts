import type { PeriodRef } from './report.ts';

/** A point of a chart; `value` is null for a marker and for a missing figure. */
export interface ChartPoint {
  readonly period: PeriodRef;
  readonly value: number | null;
  readonly text: string;
}

/** How the lines of a chart differ, in colour and in the shape of their points. */
export const SERIES_TONES = ['first', 'second', 'third', 'fourth'] as const;
export type SeriesTone = (typeof SERIES_TONES)[number];

export interface ChartSeries {
  readonly label: string;
  /** `actual` was measured, `plan` is the path to a target. */
  readonly kind: 'actual' | 'plan';
  readonly tone: SeriesTone;
  readonly points: readonly ChartPoint[];
}
