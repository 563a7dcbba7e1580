import type { DateSpan } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatDate, formatDays } from '../../model/format.ts';
import type { Place } from '../../model/place.ts';
import { daysBetween } from '../../model/plain-date.ts';
import type { PaperContext } from '../../papers/context.ts';
import { rule, type Check, type Rule } from '../rule.ts';

/** As acceptances name it: `period` is that of the latest figures. */
const SUBJECT = 'reporting-period';

/** The most days from the end of the reporting period to the meeting: half a year, since figures may be published late. */
const FURTHEST = 183;

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

/**
 * W227: the reporting period is over long before the meeting or begins after it, or the next one is over: papers made from
 * others keep their dates. Once for both, and not where W225 tells it.
 */
const periodFar: Check = (papers) => {
  if (periodOld(papers).length > 0) return [];
  const faults = [reportedFault(papers), nextFault(papers)].flatMap((one) => one ?? []);
  const [first, other] = faults;
  if (first === undefined) return [];
  return [
    finding('W227', first.message, {
      about: SUBJECT,
      at: first.at,
      why: [first.why, ...(other ? [other.message] : [])].join(' · '),
      related: other?.at ? [other.at] : [],
    }),
  ];
};

interface PeriodFault {
  readonly message: string;
  readonly why: string;
  readonly at: Place | undefined;
}

function reportedFault({ meeting: { paper, date } }: PaperContext): PeriodFault | undefined {
  const { period, periodAt: at } = paper;
  if (period === undefined) return undefined;
  const why = `${spanText(period)}; the meeting is on ${formatDate(date)}`;
  const days = daysBetween(period.to, date);
  if (days > FURTHEST)
    return { message: `the reporting period ended ${formatDays(days)} before the meeting`, why, at };
  return period.from > date
    ? { message: 'the reporting period begins after the meeting', why, at }
    : undefined;
}

function nextFault({ meeting: { paper, date } }: PaperContext): PeriodFault | undefined {
  const { nextPeriod, nextPeriodAt: at } = paper;
  if (nextPeriod === undefined || nextPeriod.to >= date) return undefined;
  const message = `the next period ended on ${formatDate(nextPeriod.to)}, before the meeting`;
  return { message, why: `${spanText(nextPeriod)}; the meeting is on ${formatDate(date)}`, at };
}

export const REPORTING_PERIOD_RULES: readonly Rule[] = [rule(['W225'], periodOld), rule(['W227'], periodFar)];
