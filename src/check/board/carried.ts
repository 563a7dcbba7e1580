import type { Action, Milestone, Recommendation, Risk } from '../../model/dataset.ts';
import type { FindingCode } from '../../model/catalogue.ts';
import { finding } from '../../model/finding.ts';
import { formatDate, formatPeriodInFull } from '../../model/format.ts';
import type { Place } from '../../model/place.ts';
import { oneLine } from '../../model/one-line.ts';
import {
  ACTIONS,
  followedEntries,
  goneEntries,
  MILESTONES,
  RECOMMENDATIONS,
  RISKS,
  type ListKind,
} from '../../papers/followed.ts';
import { subjectOf, type SubjectKind } from '../../papers/subject.ts';
import { fieldPlace, type Entry } from '../../risk/entry.ts';
import type { Listed } from '../../risk/reference.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { statusText } from './recommendations.ts';
import { riskSilence, silence } from './silence.ts';

/** How the rules speak of the entries of a list. */
interface Spoken<T extends Entry> {
  readonly list: ListKind<T>;
  readonly kind: SubjectKind;
  readonly named: (entry: T) => string;
  /** `open`, `complete`. */
  readonly stood: (entry: T) => string;
  readonly where: string;
  readonly statusAt: (entry: T) => Place;
}

const RISK: Spoken<Risk> = {
  list: RISKS,
  kind: 'risk',
  named: ({ reference }) => reference,
  stood: ({ open }) => (open ? 'open' : 'closed'),
  where: 'in the risk log',
  statusAt: (one) => fieldPlace(one, 'open'),
};

const MILESTONE: Spoken<Milestone> = {
  list: MILESTONES,
  kind: 'milestone',
  named: ({ reference, milestone }) => `${reference}: "${milestone}"`,
  stood: ({ complete }) => (complete ? 'complete' : 'not complete'),
  where: 'listed',
  statusAt: (one) => fieldPlace(one, 'complete'),
};

const ACTION: Spoken<Action> = {
  list: ACTIONS,
  kind: 'action',
  named: ({ reference }) => `action ${reference}`,
  stood: ({ state }) => state,
  where: 'listed',
  statusAt: (one) => fieldPlace(one, 'state'),
};

const RECOMMENDATION: Spoken<Recommendation> = {
  list: RECOMMENDATIONS,
  kind: 'recommendation',
  named: ({ reference }) => `recommendation ${reference}`,
  stood: ({ status }) => (status === undefined ? 'listed' : statusText(status)),
  where: 'listed',
  statusAt: (one) => fieldPlace(one, 'status'),
};

/** Until it is closed, however many meetings ago it was last listed. */
function dropped<T extends Entry>(code: FindingCode, spoken: Spoken<T>): Check {
  const { list, kind, named, stood, where } = spoken;
  return (context) =>
    goneEntries(context, list).map(({ meeting, was }) => {
      const message = `${named(was)} was ${stood(was)} on ${formatDate(meeting.date)} and is no longer ${where}`;
      return finding(code, message, {
        at: list.of(context.meeting)[0]?.at ?? was.at,
        about: subjectOf(kind, was.reference),
        why: `"${oneLine(list.text(was))}"`,
        related: [was.at],
      });
    });
}

/** `silent`: how it goes unexplained, where words that are new make it no slip. */
function reopened<T extends Entry>(
  code: FindingCode,
  { list, kind, named, stood, statusAt }: Spoken<T>,
  silent: (now: T, last: Listed<T>, log: readonly T[]) => string | undefined = () => '',
): Check {
  return (context) =>
    followedEntries(context, list).flatMap((one) => {
      const { meeting, was, now } = one;
      if (now === undefined || list.isOpen(was) || !list.isOpen(now)) return [];
      const how = silent(now, one, list.of(context.meeting));
      if (how === undefined) return [];
      const message = `${named(now)} was ${stood(was)} on ${formatDate(meeting.date)} and is open again`;
      return [
        finding(code, how === '' ? message : `${message}, ${how}`, {
          at: statusAt(now),
          about: subjectOf(kind, now.reference),
          related: [statusAt(was)],
        }),
      ];
    });
}

/** Later than at the last meeting, or than it was first due; words that are new are taken for the reason. */
function moved<T extends Milestone | Action>(code: FindingCode, { list, kind, named }: Spoken<T>): Check {
  return (context) => {
    const before = followedEntries(context, list);
    return list.of(context.meeting).flatMap((now) => {
      const expected = list.expected(now);
      if (!list.isOpen(now) || !expected) return [];
      const last = before.find((one) => one.now === now);
      const then = last && list.expected(last.was);
      const isSince = then !== undefined && then.end < expected.end;
      const from = isSince ? then : now.due;
      const silent = silence(now, isSince ? last : undefined);
      if (!from || from.end >= expected.end || silent === undefined) return [];
      const message = `${named(now)} has moved from ${formatPeriodInFull(from)} to ${formatPeriodInFull(expected)}, ${silent}`;
      return [
        finding(code, message, {
          at: datePlace(now),
          about: subjectOf(kind, now.reference),
          related: last && isSince ? [datePlace(last.was)] : [],
        }),
      ];
    });
  };
}

/** The date by which a risk is dealt with, moved later since the last log. */
const mitigationMoved: Check = (context) =>
  followedEntries(context, RISKS).flatMap((one) => {
    const { was, now } = one;
    const [from, to] = [was.mitigationDate, now?.mitigationDate];
    const silent = now && riskSilence(now, one, context.meeting.risks);
    if (!now?.open || !was.open || !from || !to || from.end >= to.end || silent === undefined) return [];
    const message = `the date for mitigation of ${now.reference} has moved from ${formatPeriodInFull(from)} to ${formatPeriodInFull(to)}, ${silent}`;
    return [
      finding('W311', message, {
        at: fieldPlace(now, 'mitigationDate'),
        about: subjectOf('risk', now.reference),
        related: [fieldPlace(was, 'mitigationDate')],
      }),
    ];
  });

/** What became of the entries of earlier papers. */
export const CARRIED_RULES: readonly Rule[] = [
  rule(['W308'], dropped('W308', RISK)),
  rule(['W221'], dropped('W221', MILESTONE)),
  rule(['W208'], dropped('W208', ACTION)),
  rule(['W410'], dropped('W410', RECOMMENDATION)),
  rule(['W312'], reopened('W312', RISK, riskSilence)),
  rule(['W223'], reopened('W223', MILESTONE)),
  rule(['W210'], reopened('W210', ACTION)),
  rule(['W222'], moved('W222', MILESTONE)),
  rule(['W211'], moved('W211', ACTION)),
  rule(['W311'], mitigationMoved),
];

function datePlace(one: Milestone | Action): Place {
  return one.fields[one.revised ? 'revised' : 'due'] ?? one.at;
}
