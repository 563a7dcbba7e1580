import { addDays, dateParts, daysBetween, plainDate, type PlainDate } from '../model/plain-date.ts';
import { textWidth, textWithin } from './text-width.ts';
import { timeTicks, type TimeTick } from './view-time-ticks.ts';
import type { StateView } from './view-text.ts';

/** A milestone on the line of time; dates are ISO dates. */
export interface TimeLineItem {
  readonly name: string;
  /** The state with its date in words. */
  readonly state: StateView;
  /** The last day on which it is due, or on which it was completed. */
  readonly at: string;
  /** The first day, where it is due in a season, a quarter or a year. */
  readonly spanFrom: string | null;
  /** When it was due before it moved. */
  readonly movedFrom: string | null;
}

/** What is on a line of time, and how much room it has. */
export interface TimeLineContent {
  /** `full` across the page, else the wider column beside a matrix: `half` where the matrix is a narrow one. */
  readonly size: 'narrow' | 'half' | 'full';
  /** The most rows of labels. */
  readonly lanes: number;
  /** The date as of which the states hold. */
  readonly marker: { readonly date: string; readonly label: string };
  /** The most urgent first. */
  readonly items: readonly TimeLineItem[];
}

/** A time line as it is drawn: where its signs and labels stand. Units are those of the SVG. */
export interface TimeLineLayout {
  readonly width: number;
  readonly height: number;
  /** Where the axis lies. */
  readonly axis: number;
  /** Where the meeting stands, and the middle of what is written over it. */
  readonly marker: {
    readonly x: number;
    readonly labelX: number;
    /** Its line, broken where it would run through a label. */
    readonly pieces: readonly (readonly [from: number, to: number])[];
  };
  readonly ticks: readonly TimeTick[];
  /** In the order of their dates. */
  readonly placed: readonly PlacedMilestone[];
  /** How many milestones there is no room for. */
  readonly left: number;
}

/** A milestone in its place: its sign, and its name and state beside the sign or below it. */
export interface PlacedMilestone {
  readonly item: TimeLineItem;
  /** The middle of its sign. */
  readonly x: number;
  readonly y: number;
  /** Where its period begins, where that is longer than the sign is wide. */
  readonly spanX: number | null;
  /** Where it was due before it moved. */
  readonly movedX: number | null;
  /** The name and the state, as much of each as there is room for. */
  readonly lines: readonly [name: string, state: string];
  readonly textX: number;
  /** The baseline of the first line. */
  readonly textY: number;
  readonly anchor: 'start' | 'end';
  /** The room of sign, line and label from left to right. */
  readonly left: number;
  readonly right: number;
}

export const TIME_LINE = { text: 11.5, line: 13.5, sign: 12 } as const;

const WIDTHS = { narrow: 344, half: 404, full: 673 } as const;
/** Above the lanes for what is written over the meeting, and below them for the months and the years. */
const HEAD = 22;
const FOOT = 31;
const EDGE = 8;
/** From the middle of a sign to its label, and between what stands beside each other in a lane. */
const ASIDE = 11;
const BETWEEN = 12;
const LANE_GAP = 7;
/** What a label below its sign is lower than one beside it. */
const BELOW = 13;
/** A time line of less than this many days is drawn with a month more at either side. */
const SHORT_SPAN = 62;

type Scale = (date: string) => number;

/** Returns where everything on the time line stands, with as many milestones as its lanes have room for. */
export function timeLineLayout(chart: TimeLineContent): TimeLineLayout {
  const width = WIDTHS[chart.size];
  const chosen: TimeLineItem[] = [];
  let lanes: Lane[] = [];
  // The most urgent come first: what follows takes the room that they leave.
  for (const item of chart.items) {
    const tried = lanesOf([...chosen, item], chart.marker.date, width);
    if (tried.length > Math.max(1, chart.lanes)) continue;
    chosen.push(item);
    lanes = tried;
  }
  const { x, from, to } = scaleOf(chosen, chart.marker.date, width);
  const placed: PlacedMilestone[] = [];
  let top = HEAD;
  for (const lane of lanes) {
    for (const { isBelow, ...one } of lane.members)
      placed.push({ ...one, y: top + 7, textY: top + 11 + (isBelow ? BELOW : 0) });
    top += lane.height + LANE_GAP;
  }
  const markerX = x(chart.marker.date);
  const half = textWidth(chart.marker.label, TIME_LINE.text) / 2;
  return {
    width,
    height: top + FOOT,
    axis: top,
    marker: {
      x: markerX,
      labelX: Math.min(width - half, Math.max(half, markerX)),
      pieces: piecesOf(markerX, top, placed),
    },
    ticks: timeTicks(from, to, x, width),
    placed: placed.sort((a, b) => byDate(a.item, b.item)),
    left: chart.items.length - chosen.length,
  };
}

type Member = Omit<PlacedMilestone, 'y' | 'textY'> & { readonly isBelow: boolean };

interface Lane {
  readonly members: Member[];
  height: number;
}

/** Returns the milestones in lanes: each in the first one in which it is free of the others. */
function lanesOf(items: readonly TimeLineItem[], meeting: string, width: number): Lane[] {
  const { x } = scaleOf(items, meeting, width);
  const lanes: Lane[] = [];
  for (const item of [...items].sort(byDate)) {
    const member = memberOf(item, x, width, x(meeting));
    const height = 2 * TIME_LINE.line + (member.isBelow ? BELOW : 0);
    const free = lanes.find(({ members }) => members.every((one) => isApart(one, member)));
    if (free) {
      free.members.push(member);
      free.height = Math.max(free.height, height);
    } else lanes.push({ members: [member], height });
  }
  return lanes;
}

function isApart(a: Member, b: Member): boolean {
  return a.right + BETWEEN <= b.left || b.right + BETWEEN <= a.left;
}

/** Returns a milestone with its label where all of it fits, else where there is most room. */
function memberOf(item: TimeLineItem, x: Scale, width: number, meetingX: number): Member {
  const at = x(item.at);
  const spanX = item.spanFrom === null ? null : x(item.spanFrom);
  const movedX = item.movedFrom === null ? null : x(item.movedFrom);
  const begins = Math.min(at, spanX ?? at, movedX ?? at);
  const ends = Math.max(at, movedX ?? at);
  const reach = { left: begins - TIME_LINE.sign / 2, right: ends + TIME_LINE.sign / 2 };
  const places = [
    { anchor: 'start', textX: ends + ASIDE, isBelow: false },
    { anchor: 'end', textX: begins - ASIDE, isBelow: false },
    { anchor: 'end', textX: reach.right, isBelow: true },
    { anchor: 'start', textX: reach.left, isBelow: true },
  ] as const;
  const roomOf = ({ anchor, textX }: (typeof places)[number]): number =>
    anchor === 'start' ? width - textX : textX;
  const wanted = [item.name, item.state.text] as const;
  const longest = Math.max(...wanted.map((text) => textWidth(text, TIME_LINE.text)));
  const widest = places.reduce((best, one) => (roomOf(one) > roomOf(best) ? one : best));
  const fitting = places.filter((one) => roomOf(one) >= longest);
  // Rather on the side of the meeting's line on which the milestone stands.
  const isClear = ({ anchor, textX }: (typeof places)[number]): boolean =>
    anchor === 'start'
      ? textX > meetingX || textX + longest < meetingX
      : textX < meetingX || textX - longest > meetingX;
  const place = fitting.find(isClear) ?? fitting[0] ?? widest;
  const room = roomOf(place);
  const lines = [shortened(wanted[0], room), shortened(wanted[1], room)] as const;
  const taken = Math.max(...lines.map((text) => textWidth(text, TIME_LINE.text)));
  const label =
    place.anchor === 'start'
      ? { left: place.textX, right: place.textX + taken }
      : { left: place.textX - taken, right: place.textX };
  return {
    item,
    x: at,
    spanX,
    movedX,
    lines,
    ...place,
    left: Math.min(reach.left, label.left),
    right: Math.max(reach.right, label.right),
  };
}

/** Returns the line of the meeting from its label to the axis, without what labels cover of it. */
function piecesOf(x: number, axis: number, placed: readonly PlacedMilestone[]): [number, number][] {
  const covered = placed
    .filter(({ lines, textX, anchor }) => {
      const width = Math.max(...lines.map((text) => textWidth(text, TIME_LINE.text)));
      const left = anchor === 'start' ? textX : textX - width;
      return left - 2 < x && x < left + width + 2;
    })
    .map(({ textY }): [number, number] => [textY - 10, textY + TIME_LINE.line + 4])
    .sort((a, b) => a[0] - b[0]);
  const pieces: [number, number][] = [];
  let from = HEAD - 7;
  for (const [top, bottom] of covered) {
    if (top > from) pieces.push([from, top]);
    from = Math.max(from, bottom);
  }
  return [...pieces, [from, axis]];
}

function shortened(text: string, room: number): string {
  return textWithin(text, TIME_LINE.text, room);
}

function byDate(a: TimeLineItem, b: TimeLineItem): number {
  return a.at === b.at ? 0 : a.at < b.at ? -1 : 1;
}

/** Returns the scale of whole months that holds every date, the meeting's among them. */
function scaleOf(
  items: readonly TimeLineItem[],
  meeting: string,
  width: number,
): { readonly x: Scale; readonly from: PlainDate; readonly to: PlainDate } {
  const dates = items.flatMap(({ at, spanFrom, movedFrom }) => [at, spanFrom ?? at, movedFrom ?? at]);
  // A report holds dates as plain JSON strings; they were checked when they were read.
  const all = [...dates, meeting].sort() as PlainDate[];
  const [first, last] = [all[0] ?? (meeting as PlainDate), all.at(-1) ?? (meeting as PlainDate)];
  const isShort = daysBetween(first, last) < SHORT_SPAN;
  const from = monthStart(isShort ? addDays(first, -28) : first);
  const to = isShort ? addDays(last, 28) : last;
  const days = Math.max(1, daysBetween(from, to));
  const span = width - 2 * EDGE;
  return { from, to, x: (date) => EDGE + (daysBetween(from, date as PlainDate) / days) * span };
}

function monthStart(date: PlainDate): PlainDate {
  const { year, month } = dateParts(date);
  return plainDate(year, month, 1) ?? date;
}
