import type { DateSpan } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatDate } from '../../model/format.ts';
import { rule, type Check, type Rule } from '../rule.ts';

/** As acceptances name it: `period` is that of the latest figures. */
const SUBJECT = 'reporting-period';

/**
 * W225: the reporting period of `report.yaml` is no later than the last papers'; where those give none, it is over by their
 * meeting. Figures may be published late, so that a period that ends before the last meeting may be right beside an
 * earlier one.
 */
const periodOld: Check = ({ meeting, previous }) => {
  const { period, periodAt } = meeting.paper;
  if (!period || !previous) return [];
  const before = previous.paper.period;
  if (period.to > (before?.to ?? previous.date)) return [];
  const held = formatDate(previous.date);
  const isSame = before?.from === period.from && before.to === period.to;
  const message = isSame
    ? `the reporting period is that of the last papers, those of ${held}`
    : `the reporting period ends on ${formatDate(period.to)}, no later than ${before ? "the last papers' own" : 'the last meeting'}`;
  return [
    finding('W225', message, {
      about: SUBJECT,
      at: periodAt,
      why: isSame ? spanText(period) : whyOf(period, before, held),
      related: before && previous.paper.periodAt ? [previous.paper.periodAt] : [],
    }),
  ];
};

function whyOf(period: DateSpan, before: DateSpan | undefined, held: string): string {
  const own = spanText(period);
  return before
    ? `${own} here, ${spanText(before)} in the papers of ${held}`
    : `${own}; the last meeting was on ${held}`;
}

function spanText({ from, to }: DateSpan): string {
  return `${formatDate(from)} to ${formatDate(to)}`;
}

export const REPORTING_PERIOD_RULES: readonly Rule[] = [rule(['W225'], periodOld)];
