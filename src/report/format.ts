import type { Period } from '../model/period.ts';
import { formatPeriod } from '../model/format.ts';
import type { PeriodRef } from './report.ts';

// The formatter is part of the model so that findings print figures in the same way as the page.
export * from '../model/format.ts';

/** Returns a period as a report carries it. */
export function periodRef(period: Period): PeriodRef {
  return {
    kind: period.kind,
    key: period.key,
    label: formatPeriod(period),
    start: period.start,
    end: period.end,
  };
}
