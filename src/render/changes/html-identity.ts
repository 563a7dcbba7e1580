import type { ChangesView } from '../../compare/view.ts';
import type { PdfIdentity } from '../pdf/settle.ts';

/** Where nothing of a comparison has a day: a date that is the same for the same input. */
const NO_DAY = '2000-01-01';

/**
 * Returns what the PDF of a comparison says of itself. Its date is the second side's: the last meeting's, else the end of
 * the last period, else its commit's.
 */
export function changesIdentity({ comparison, title, language }: ChangesView): PdfIdentity {
  const sides = comparison.workstreams.map(({ after }) => after);
  const days = [
    latest(sides.map(({ meeting }) => meeting)),
    latest(sides.map(({ period }) => period?.end)),
    latest([comparison.after.commit?.date.slice(0, 10)]),
    latest(sides.map(({ asOf }) => asOf)),
  ];
  return { title, lang: language, date: days.find((day) => day !== undefined) ?? NO_DAY };
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day): day is string => day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day))
    .sort()
    .at(-1);
}
