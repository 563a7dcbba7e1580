import type { PeriodKind } from '../model/period.ts';

/** A period by its name, its label and its two ends. */
export interface PeriodRef {
  readonly kind: PeriodKind;
  readonly key: string;
  /** `Feb 2021`. */
  readonly label: string;
  readonly start: string;
  readonly end: string;
}
