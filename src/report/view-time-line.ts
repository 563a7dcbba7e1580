import { addDays, dateParts, type PlainDate } from '../model/plain-date.ts';
import type { MilestoneRow, PeriodRef, Report } from './report.ts';
import { linesOf } from './view-excerpt.ts';
import { LINE } from './view-first-page-parts.ts';
import { isCommittee } from './view-head.ts';
import { milestonesTitle, milestoneState, URGENCY, type MilestoneDates } from './view-milestones.ts';
import { timeLineLayout, type TimeLineContent, type TimeLineItem } from './view-time-line-layout.ts';
import { dateText, type TableRef } from './view-text.ts';

/** The milestones on a line of time, from data alone: the renderer chooses no wording. */
export interface TimeLine extends TimeLineContent {
  readonly id: string;
  /** `6 of 7 milestones complete, 1 slipped 5 months`. */
  readonly title: string;
  /** What a reader who cannot see the chart needs to know: each milestone with its state and dates. */
  readonly description: string;
  readonly notes: readonly string[];
  /** Where all milestones are printed. */
  readonly table: TableRef;
}

/** A milestone that was completed longer ago than these days is not drawn. */
const RECENT_DAYS = 183;

/** The most rows of labels on a time line. */
export const MOST_LANES = 5;

const NO_CHART: TableRef = { id: '', number: '' };

/** Returns the time line of a report's milestones, or null where none is open or was completed lately. */
export function timeLine(
  report: Report,
  size: TimeLine['size'],
  lanes: number = MOST_LANES,
  table: TableRef = NO_CHART,
): TimeLine | null {
  const rows = report.milestones.filter((row) => isDrawn(row, report.asOf)).sort(byMilestoneUrgency);
  if (rows.length === 0) return null;
  const items = rows.map((row) => milestoneItem(row, row.milestone));
  const marker = markerOf(report);
  const { left } = timeLineLayout({ size, lanes, marker, items });
  const earlier = report.milestones.length - rows.length;
  return {
    id: 'chart-milestones',
    title: milestonesTitle(report),
    description: `${marker.label}. ${rows.map(described).join(' ')}`,
    size,
    lanes,
    marker,
    items,
    notes: [
      ...(left > 0 ? [`And ${left} more.`] : []),
      ...(earlier > 0 ? [`${earlier} completed earlier.`] : []),
    ],
    table,
  };
}

/** Points a unit of the drawing in print, and the space around it. */
const PRINTED = 0.756;
const AROUND = 7.5;

/** Returns the height in points of the time line with its title and notes, by its size and by its lanes; null without one. */
export function timeLineFigureHeights(
  report: Report,
  table: TableRef,
): Readonly<Record<TimeLine['size'], readonly number[]>> | null {
  if (timeLine(report, 'half', 1, table) === null) return null;
  const heights = (size: TimeLine['size']): number[] =>
    Array.from({ length: MOST_LANES }, (_, index) =>
      timeLineFigureHeight(timeLine(report, size, index + 1, table)),
    );
  return { narrow: heights('narrow'), half: heights('half'), full: heights('full') };
}

/** Returns the height in points of a time line with its title and notes; 0 without one. */
export function timeLineFigureHeight(chart: TimeLine | null): number {
  if (chart === null) return 0;
  const { size, title, notes, table } = chart;
  const told = [...notes, ...(table.id === '' ? [] : ['All milestones, Table 10.'])].join(' ');
  const lines = told === '' ? 0 : linesOf(told, LINE.timeLineNotes[size]);
  const caption = 13.8 * linesOf(title, LINE.timeLineTitle[size]);
  return AROUND + timeLineLayout(chart).height * PRINTED + caption + 11.9 * lines;
}

function isDrawn({ state, actual, revised, due }: MilestoneRow, asOf: string): boolean {
  if (state !== 'complete') return true;
  // A report holds dates as plain JSON strings; they were checked when they were read.
  return (actual ?? revised ?? due).end >= addDays(asOf as PlainDate, -RECENT_DAYS);
}

/** Sorts what is open before what is complete; of those that are complete, the latest first. */
export function byMilestoneUrgency(a: MilestoneDates, b: MilestoneDates): number {
  if (a.state !== b.state) return URGENCY[a.state] - URGENCY[b.state];
  const [first, second] = [dueOf(a).end, dueOf(b).end];
  const order = first === second ? 0 : first < second ? -1 : 1;
  return a.state === 'complete' ? -order : order;
}

/** Returns the period that counts: that of the completion, else the one it is held to now. */
function dueOf({ state, actual, revised, due }: MilestoneDates): PeriodRef {
  return state === 'complete' ? (actual ?? revised ?? due) : (revised ?? due);
}

/** Returns a milestone on the line of time, under the name that it has there. */
export function milestoneItem(row: MilestoneDates, name: string): TimeLineItem {
  const due = dueOf(row);
  const isOpen = row.state !== 'complete';
  const isLong = isOpen && due.kind !== 'day' && due.kind !== 'month';
  const moved = isOpen && row.revised !== undefined && row.revised.end > row.due.end;
  return {
    name,
    state: milestoneState(row),
    at: due.end,
    spanFrom: isLong ? due.start : null,
    movedFrom: moved ? row.due.end : null,
  };
}

function described(row: MilestoneRow): string {
  const moved = row.revised !== undefined && row.state !== 'complete' ? `, first due ${row.due.label}` : '';
  return `${row.milestone}: ${milestoneState(row).text}${moved}.`;
}

/** Returns what stands over the line of the meeting: `Board, 19 Apr`, or the other date as of which all is judged. */
function markerOf({ board, meeting, asOf }: Report): TimeLine['marker'] {
  return dateMarker(board, asOf, asOf === meeting.date);
}

/** Returns the mark of a date on the line of time; `isMeeting` says whether the board meets on it. */
export function dateMarker(board: string, date: string, isMeeting: boolean): TimeLine['marker'] {
  if (!isMeeting) return { date, label: `As of ${shortDate(date)}` };
  return { date, label: `${isCommittee(board) ? 'Committee' : 'Board'}, ${shortDate(date)}` };
}

/** Returns `19 Apr`: the axis has the year. */
function shortDate(date: string): string {
  const { day } = dateParts(date as PlainDate);
  const month = dateText(date).split(' ')[1] ?? '';
  return `${day} ${month.slice(0, 3)}`;
}
