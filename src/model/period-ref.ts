import { formatPeriod } from './format.ts';
import type { Period, PeriodKind } from './period.ts';

/** A period by its name, its label and its two ends. */
export interface PeriodRef {
  readonly kind: PeriodKind;
  readonly key: string;
  /** `Feb 2021`. */
  readonly label: string;
  readonly start: string;
  readonly end: string;
}

/** Returns a period as plain JSON carries it. */
export function periodRef(period: Period): PeriodRef {
  return {
    kind: period.kind,
    key: period.key,
    label: formatPeriod(period),
    start: period.start,
    end: period.end,
  };
}
