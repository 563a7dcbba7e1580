import { formatDays, formatMonths, formatPeriodMidSentence } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';
import { daysBetween } from '../../model/plain-date.ts';
import { slip } from '../../risk/milestone-state.ts';
import type { Happening } from './entries.ts';
import { dueWords, wasDueWords, whenWords } from './period-text.ts';

/** A date that moved, in words and in size. */
export interface DateMove {
  readonly kind: 'later' | 'earlier';
  /** `5 months`, `12 days`. */
  readonly size: string;
  /** Between the last days of both, whatever the unit in words. */
  readonly days: number;
}

/** Returns how a period moved, in days or months as the report has a slip; undefined where either is absent or both end on one day. */
export function dateMove(was: Period | undefined, now: Period | undefined): DateMove | undefined {
  if (!was || !now) return undefined;
  const later = slip(was, now);
  const found = later ?? slip(now, was);
  if (!found) return undefined;
  const { count, unit } = found;
  return {
    kind: later ? 'later' : 'earlier',
    size: unit === 'days' ? formatDays(count) : formatMonths(count),
    days: Math.abs(daysBetween(was.end, now.end)),
  };
}

/** How an entry that is to be done by a date stands on one side. */
export interface Held {
  /** The period that it is held to. */
  readonly period: Period | undefined;
  readonly isOverdue: boolean;
  readonly isRevised: boolean;
}

/** Returns whether the date of an entry that is open on both sides moved: that it slipped, or was pulled forward. */
export function movedDates(was: Held, now: Held): Happening<'slipped' | 'pulled_forward'>[] {
  const move = dateMove(was.period, now.period);
  if (!move || !was.period || !now.period) return [];
  const tells = [was.isRevised || now.isRevised ? 'revised' : 'due'];
  const dates = `to ${formatPeriodMidSentence(now.period)}; it was due ${whenWords(was.period)}`;
  const { kind, size, days } = move;
  return kind === 'later'
    ? [{ kind: 'slipped', text: `Slipped ${size}, ${dates}`, good: false, tells, size: days }]
    : [
        {
          kind: 'pulled_forward',
          text: `Pulled forward by ${size}, ${dates}`,
          good: true,
          tells,
          size: days,
        },
      ];
}

/** Returns whether an entry that is open on both sides has become overdue, each side as of its own date, or is no longer. */
export function overdueChange(was: Held, now: Held): Happening<'newly_overdue' | 'no_longer_overdue'>[] {
  if (was.isOverdue === now.isOverdue) return [];
  if (!now.isOverdue)
    return [
      {
        kind: 'no_longer_overdue',
        text: `No longer overdue: it is ${now.period ? 'now ' : ''}${dueWords(now.period)}`,
        // The date was moved, or taken away: nothing was done.
        good: null,
        tells: [],
      },
    ];
  const text = `Newly overdue: ${wasDueWords(now.period)}`;
  return [{ kind: 'newly_overdue', text, good: false, tells: [] }];
}

/** Returns `due in April 2021`, with `and overdue` where it is. */
export function standingWords({ period, isOverdue }: Held): string {
  return `${dueWords(period)}${isOverdue ? ', and overdue' : ''}`;
}
