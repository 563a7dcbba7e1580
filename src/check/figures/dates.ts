import { figuresOf, keyOf } from '../../metrics/book.ts';
import { labelOf } from '../../metrics/registry.ts';
import type { Meeting, Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatDate, formatPeriod, midSentence, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/**
 * E113: figures of a period that had not begun when the board met: a year typed wrong would otherwise pass for the latest
 * figure. W114: figures of the period in which it met, which cannot be those of its end. One finding a period and file.
 */
export const periodsAhead: Check = (context) => {
  const { meeting, meetings } = context;
  const { date } = meeting;
  const met = `the meeting is on ${formatDate(date)}`;
  const ahead = byPeriod(
    meetings.flatMap(({ observations }) =>
      observations.filter((one) => isKnown(one) && one.period.start > date),
    ),
    ([first, ...others]) =>
      finding('E113', `${wordsOf(first, others, context)}, which had not begun at the meeting`, {
        at: first.at,
        about: figureSubject(keyOf(first), context),
        why: `${formatPeriod(first.period)} begins on ${formatDate(first.period.start)}; ${met}`,
        related: others.map((one) => one.at),
      }),
  );
  const open = byPeriod(
    knownFigures(meeting).filter(({ period }) => period.start <= date && period.end > date),
    ([first, ...others]) =>
      finding('W114', `${wordsOf(first, others, context)}, which was not over at the meeting`, {
        at: first.at,
        about: figureSubject(keyOf(first), context),
        why: `${formatPeriod(first.period)} ends on ${formatDate(first.period.end)}; ${met}`,
        related: others.map((one) => one.at),
      }),
  );
  return [...ahead, ...open];
};

/**
 * W123: figures of an indicator for periods that had not begun when the board met. They may be a plan or a forecast, which
 * a workforce table never holds; a year typed wrong would pass for the latest figure. One finding an indicator.
 */
export const indicatorsAhead: Check = (context) => {
  const { meeting } = context;
  const ahead = meeting.indicators.filter((one) => isKnown(one) && one.period.start > meeting.date);
  return [...groupBy(ahead, (one) => one.measure).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const message = `${wordsOf(first, others, context)}, and the meeting is on ${formatDate(meeting.date)}`;
    const about = figureSubject(keyOf(first), context);
    return [finding('W123', message, { at: first.at, about, related: others.map((one) => one.at) })];
  });
};

function isKnown({ cell }: Observation): boolean {
  return cell.kind !== 'missing';
}

/**
 * W119: figures of a day within a month. Targets, movements and tables go by the kind of period, so that beside months
 * such a figure is shown and compared with none. One finding a table.
 */
export const daysInTables: Check = (context) => {
  const days = context.meeting.observations.filter((one) => isKnown(one) && one.period.kind === 'day');
  return [...groupBy(days, (one) => one.at.file).values()].flatMap((table) => {
    const [first] = table;
    if (first === undefined) return [];
    const others = new Set(table.map(({ period }) => period.key)).size - 1;
    const rest = others === 0 ? '' : ` and ${plural(others, 'other day')}`;
    return [
      finding('W119', `the table has figures for the day ${formatPeriod(first.period)}${rest}`, {
        at: first.at,
        about: figureSubject(keyOf(first), context),
        why: 'figures of a day are not compared with those of months',
      }),
    ];
  });
};

/** W115: a report judged as of a date before the end of figures that it uses. */
export const judgedBeforeFigures: Check = (context) => {
  const { asOf, meeting } = context;
  const later = laterFigures(context);
  const last = later.reduce<Observation | undefined>(
    (latest, one) => (latest === undefined || one.period.end > latest.period.end ? one : latest),
    undefined,
  );
  if (last === undefined) return [];
  const { period } = last;
  return [
    finding(
      'W115',
      `the report is judged as of ${formatDate(asOf)} and uses figures up to ${formatPeriod(period)}`,
      {
        at: last.at,
        about: figureSubject(keyOf(last), context),
        why: `${formatPeriod(period)} ends on ${formatDate(period.end)}; the papers are those of ${formatDate(meeting.date)}`,
      },
    ),
  ];
};

/** What ends after the meeting has a finding already. */
function laterFigures({ asOf, meeting, meetings }: PaperContext): Observation[] {
  return meetings
    .flatMap(knownFigures)
    .filter(({ period }) => period.end > asOf && period.end <= meeting.date);
}

function knownFigures(meeting: Meeting): Observation[] {
  return figuresOf(meeting).filter(isKnown);
}

type Some = readonly [Observation, ...Observation[]];

function byPeriod(observations: readonly Observation[], make: (figures: Some) => Finding): Finding[] {
  const sets = groupBy(observations, (one) => JSON.stringify([one.at.file, one.period.kind, one.period.key]));
  return [...sets.values()].flatMap(([first, ...others]) => (first ? [make([first, ...others])] : []));
}

function wordsOf(first: Observation, others: readonly Observation[], { figures }: PaperContext): string {
  const rest = others.length === 0 ? ' is' : ` and ${plural(others.length, 'other figure')} are`;
  return `${midSentence(labelOf(figures.registry, first.measure))}${rest} for ${formatPeriod(first.period)}`;
}
