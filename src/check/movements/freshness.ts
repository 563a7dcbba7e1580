import { WHOLE } from '../../metrics/book.ts';
import type { Evaluation } from '../../metrics/evaluate.ts';
import { placesBehind } from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatDate, formatDays, formatPeriod } from '../../model/format.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import { dateParts, daysBetween, lastDayOfMonth, type PlainDate } from '../../model/plain-date.ts';
import type { PaperContext } from '../../papers/context.ts';
import { indicatorsOf } from '../../papers/indicator-state.ts';
import { groupsBehind, knownPeriods, latestKnown, standsOnIndicators } from '../../papers/known-figures.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/**
 * W144: the latest figures of the workforce, or of an indicator, are of a period that ended longer before the meeting than
 * the configuration lets pass. Where one figure a year is given, it is the latest that there can be until the next is due. An
 * indicator of one period alone is no series that goes on; one in the brackets of another is left out where that is zero.
 */
export const oldFigures: Check = (context) => [
  ...workforceLatest(context)
    .filter(({ key }) => isOld(context, key.period))
    .map((latest) => oldFinding(context, latest, 'the latest figures of the workforce are')),
  ...seriesShown(context).flatMap((id) => {
    const latest = oldIndicator(context, id);
    return latest ? [oldFinding(context, latest, `the latest figure of ${id} is`)] : [];
  }),
];

/** Returns the figure by which the workforce's latest period is named: the first headline that it has, or any figure. */
function workforceLatest({ figures, workstream, periods }: PaperContext): Evaluation[] {
  const period = periods.at(-1);
  if (period === undefined) return [];
  const measures = [...figures.registry.kinds.values()].filter(({ series }) => series === undefined);
  const ids = [...workstream.headlines, ...measures.map(({ id }) => id)];
  for (const id of ids) {
    if (figures.registry.kinds.get(id)?.series !== undefined) continue;
    const one = figures.evaluate({ id, period, group: WHOLE, basis: workstream.basis });
    if (one.outcome.kind !== 'missing' && placesBehind(one).length > 0) return [one];
  }
  return [];
}

/** Returns the ids of the series that the paper shows beside the workforce, each once. */
function seriesShown(context: PaperContext): string[] {
  const { figures, workstream, programme } = context;
  const headlines = workstream.headlines.filter((id) =>
    standsOnIndicators(figures, { id, basis: workstream.basis }),
  );
  const inBrackets = new Set(programme.indicators.map(({ bracket }) => bracket?.indicator));
  const listed = indicatorsOf(context).map(({ id }) => id);
  return [...new Set([...listed, ...headlines])].filter((id) => !inBrackets.has(id));
}

/** Returns the latest figure of an indicator, of whatever group, where it is old; undefined where it has but one period. */
function oldIndicator(context: PaperContext, id: string): Evaluation | undefined {
  const { figures, workstream } = context;
  const all = groupsBehind(figures, { id, basis: workstream.basis }).map((group) => ({
    id,
    group,
    basis: workstream.basis,
  }));
  const periods = all.flatMap((series) => knownPeriods(figures, series)).sort(comparePeriods);
  const latest = all
    .flatMap((series) => latestKnown(context, series) ?? [])
    .sort((a, b) => comparePeriods(b.key.period, a.key.period))[0];
  const before = periods.findLast(({ end }) => latest && end < latest.key.period.end);
  return latest && before && isOld(context, latest.key.period, before) ? latest : undefined;
}

/** Two figures so far apart are of a series of which one a year is given: of a year, or of the same month of each. */
const YEARLY = 300;

function isOld({ asOf, programme }: PaperContext, latest: Period, before?: Period): boolean {
  const isYearly =
    latest.kind === 'financial_year' || (before && daysBetween(before.end, latest.end) > YEARLY);
  const agesFrom = isYearly ? yearAfter(latest.end) : latest.end;
  return daysBetween(agesFrom, asOf) > programme.checks.freshnessDays;
}

function yearAfter(end: PlainDate): PlainDate {
  const { year, month } = dateParts(end);
  return lastDayOfMonth(year + 1, month);
}

function oldFinding(context: PaperContext, latest: Evaluation, subject: string): Finding {
  const { asOf, meeting, programme } = context;
  const { period } = latest.key;
  const age = formatDays(daysBetween(period.end, asOf));
  const day = asOf === meeting.date ? `the meeting of ${formatDate(asOf)}` : formatDate(asOf);
  const limit = `the configuration takes figures for old ${formatDays(programme.checks.freshnessDays)} after their period`;
  const due = 'those of a year so many days after the end of the next year';
  return finding('W144', `${subject} of ${formatPeriod(period)}, which ended ${age} before ${day}`, {
    about: figureSubject(latest.key, context),
    at: placesBehind(latest)[0],
    why: period.kind === 'financial_year' ? `${limit}, and ${due}` : limit,
  });
}
