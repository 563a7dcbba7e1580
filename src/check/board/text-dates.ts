import type { FindingCode } from '../../model/catalogue.ts';
import type { Action, Meeting, Milestone } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatDate, formatPeriodInFull } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import { deadlineInComment, deadlineInName, type TextDeadline } from '../../papers/deadline-in-text.ts';
import { subjectOf, type SubjectKind } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';

/** A milestone or an action, in the words that are the same for both. */
interface Dated {
  readonly kind: SubjectKind;
  readonly reference: string;
  readonly called: string;
  readonly name: string;
  readonly nameAt: Place;
  readonly comment: string;
  readonly commentAt: Place;
  readonly due: Period;
  readonly revised?: Period;
  readonly dateAt: Place;
  readonly state: 'open' | 'done' | 'withdrawn';
  readonly done?: Period;
}

interface Codes {
  /** The words and the date have no day in common. */
  readonly other: FindingCode;
  /** The words end sooner, within the period of the date. */
  readonly sooner: FindingCode;
}

/** Where the words stand, and the dates that they may be of: the one that holds comes first. */
interface Words {
  readonly who: string;
  readonly text: string;
  readonly dates: readonly [Period, ...Period[]];
  readonly at: Place;
}

function textDates(codes: Codes, entriesOf: (meeting: Meeting) => readonly Dated[]): Check {
  return ({ meeting }) =>
    entriesOf(meeting).flatMap((one) => (one.state === 'withdrawn' ? [] : judge(one, codes)));
}

export const TEXT_DATE_RULES: readonly Rule[] = [
  rule(
    ['W216', 'N217'],
    textDates({ other: 'W216', sooner: 'N217' }, ({ milestones }) => milestones.map(ofMilestone)),
  ),
  rule(
    ['W218', 'N224'],
    textDates({ other: 'W218', sooner: 'N224' }, ({ actions }) => actions.flatMap(ofAction)),
  ),
];

/** The name may keep the first date while a revised one holds; a comment is of what is expected now. */
function judge(one: Dated, codes: Codes): Finding[] {
  const expected = one.revised ?? one.due;
  const inName = deadlineInName(one.name, expected);
  const inComment = one.state === 'open' ? deadlineInComment(one.comment, expected) : undefined;
  return [
    ...(inName
      ? judgeWords(one, codes, inName, {
          who: one.called,
          text: one.name,
          dates: [expected, one.due],
          at: one.nameAt,
        })
      : []),
    ...(inComment
      ? judgeWords(one, codes, inComment, {
          who: `the comment on ${one.called}`,
          text: one.comment,
          dates: [expected],
          at: one.commentAt,
        })
      : []),
  ];
}

function judgeWords(
  one: Dated,
  codes: Codes,
  words: TextDeadline,
  { who, text, dates, at }: Words,
): Finding[] {
  const [expected] = dates;
  const meant = words.readings.filter((reading) => dates.some((date) => overlap(reading, date)));
  const said = `${who} says "${words.written}"`;
  const held = `${one.revised ? 'is revised to' : 'is due'} ${formatPeriodInFull(expected)}`;
  const detail = {
    about: subjectOf(one.kind, one.reference),
    related: [one.dateAt],
    at: wordsAt(at, text, words),
  };
  if (meant.length === 0) {
    if (words.readings.length === 0 || isOfAnother(words, expected) || isSettled(one, words.readings))
      return [];
    const why = one.revised ? `it was first due ${formatPeriodInFull(one.due)}` : undefined;
    return [finding(codes.other, `${said} but ${held}`, { ...detail, why })];
  }
  const within = meant.filter((reading) => reading.start >= expected.start && reading.end < expected.end);
  const [sooner] = within;
  if (!sooner || within.length < meant.length || isSettled(one, within)) return [];
  const why = `judged by its date, it is on time until ${formatDate(expected.end)}; by its words, until ${formatDate(sooner.end)}`;
  return [finding(codes.sooner, `${said} and ${held}, which ends later`, { ...detail, why })];
}

/** In the cell, where that is written as it reads: without quotes in it. */
function wordsAt(at: Place, text: string, { offset, written }: TextDeadline): Place {
  return at.length === text.length ? { ...at, column: at.column + offset, length: written.length } : at;
}

function overlap(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** What is only planned, asked for or prepared now may come later. */
const PLANS =
  /\b(?:plans?|planned|planning|strategy|targets?|trajectory|proposals?|bids?|business case|road ?map|glidepath|forecast|budget|funding|agreement|contract|options?|to)\b/i;

/** Looking back at what was done by a date. */
const LOOKS_BACK =
  /^(?:re)?(?:view|evaluat|analys|assess|audit|report|collect|check|count|chase|follow|summaris|present|publish|examin|consider|learn|survey|figures|data)/i;

/** Whether the date in the words may be that of what the entry is about, and not the entry's own. */
function isOfAnother({ readings, before }: TextDeadline, expected: Period): boolean {
  const isLater = readings.some((reading) => reading.start > expected.end);
  const isEarlier = readings.some((reading) => reading.end < expected.start);
  return (isLater && PLANS.test(before)) || (isEarlier && LOOKS_BACK.test(before));
}

/** Whether it was done so early, or so late, that both dates come to the same. */
function isSettled({ done, due, revised }: Dated, readings: readonly Period[]): boolean {
  if (!done) return false;
  const dates = [revised ?? due, ...readings];
  return dates.every(({ end }) => done.end <= end) || dates.every(({ end }) => done.start > end);
}

function ofMilestone(one: Milestone): Dated {
  const { reference, milestone, comment, due, revised, actual, complete, fields, at } = one;
  return {
    kind: 'milestone',
    reference,
    called: `${reference}: "${milestone}"`,
    name: milestone,
    nameAt: fields['milestone'] ?? at,
    comment,
    commentAt: fields['comment'] ?? at,
    due,
    ...(revised && { revised }),
    dateAt: fields[revised ? 'revised' : 'due'] ?? at,
    state: complete ? 'done' : 'open',
    ...(actual && { done: actual }),
  };
}

function ofAction(one: Action): Dated[] {
  const { reference, action, comment, due, revised, done, state, fields, at } = one;
  const first = due ?? revised;
  if (!first) return [];
  return [
    {
      kind: 'action',
      reference,
      called: `action ${reference}`,
      name: action,
      nameAt: fields['action'] ?? at,
      comment,
      commentAt: fields['comment'] ?? at,
      due: first,
      ...(revised && { revised }),
      dateAt: fields[revised ? 'revised' : 'due'] ?? at,
      state: state === 'complete' ? 'done' : state,
      ...(done && { done }),
    },
  ];
}
