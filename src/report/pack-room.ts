import { attentionEntries, askLead } from './pack-attention.ts';
import { excerpt, linesOf } from './view-excerpt.ts';
import type { Pack, PackWorkstream } from './pack.ts';
import { MOST_PACK_LANES, packTimeLine } from './pack-time-line.ts';
import { targetState } from './view-targets.ts';
import { timeLineFigureHeight } from './view-time-line.ts';

/** How much of each thing the summary page of a pack shows, so that it stays one sheet. */
export interface PackRoom {
  /** Headline figures a workstream. */
  readonly headlines: number;
  /** Whether what a figure is held to stands under it. */
  readonly aims: boolean;
  /** Whether the reason for a RAG is begun under it. */
  readonly reasons: boolean;
  /** Whether there are so many workstreams that each has two lines, and no figures. */
  readonly compact: boolean;
  readonly asks: number;
  readonly overdue: number;
  readonly redRisks: number;
  /** Rows of labels on the time line of open milestones; 0 where there is no room for it. */
  readonly timeLine: number;
}

/** Lines of body text that a sheet holds. */
const SHEET = 52;
/** What stands there whatever a pack holds: headings, the head of the table, the line on warnings, and what is around them. */
const FRAME = 15;
/** How much of it is free where no list is cut, and nothing has to say how much more there is. */
const MORE = 4;
/** A headline figure, and a line in the smallest size. */
const FIGURE = 0.92;
const SMALL = 0.85;
/** The space around a row of the table, a request, and an entry of a list. */
const ROW_SPACE = 0.75;
const ASK_SPACE = 0.4;
const ITEM_SPACE = 0.5;
/** The workstream and the state under an entry, on one line. */
const ITEM_FOOT = 1;
/** A workstream in compact form: two lines in the smaller size of a table. */
const COMPACT_LINES = 1.9;
/** Characters on a line of a cell, of a column of the lists, and of the page. */
export const PACK_LINE = {
  name: 15,
  attention: 22,
  rag: 21,
  reason: 54,
  headline: 25,
  aim: 54,
  item: 46,
  ask: 102,
} as const;
/** No request takes more lines than these; what is longer is begun. */
export const ASK_LINES = 2;
export const ITEM_LINES = 3;

/** The lists are worth as much room as the table: at least so many lines. */
const LEAST_LISTS = 10;

const STEPS = [
  { headlines: 4, aims: true, reasons: true, compact: false },
  { headlines: 4, aims: true, reasons: false, compact: false },
  { headlines: 4, aims: false, reasons: false, compact: false },
  { headlines: 2, aims: false, reasons: false, compact: false },
  { headlines: 0, aims: false, reasons: false, compact: true },
] as const;

type Step = Pick<PackRoom, 'headlines' | 'aims' | 'reasons' | 'compact'>;

/** Returns how much of the pack its summary page has room for: all workstreams, then the lists, then the details of each. */
export function packRoom(pack: Pack): PackRoom {
  const room = SHEET - FRAME;
  const wanted = Math.min(LEAST_LISTS, listLines(pack));
  const step: Step = STEPS.find((one) => tableLines(pack, one) + wanted <= room) ?? STEPS[4];
  const left = Math.max(1.5, room - tableLines(pack, step));
  const asks = askLines(pack);
  const below = Math.max(sum(overdueLines(pack)), sum(riskLines(pack)));
  // Each half has its share, and what the other does not need.
  const forAsks = Math.max(left / 2, left - below);
  const shown = fitting(asks, forAsks);
  const rest = left - sum(asks.slice(0, shown));
  const overdue = fitting(overdueLines(pack), rest);
  const redRisks = fitting(riskLines(pack), rest);
  const lists = Math.max(sum(overdueLines(pack).slice(0, overdue)), sum(riskLines(pack).slice(0, redRisks)));
  const isWhole =
    shown === asks.length && overdue === overdueLines(pack).length && redRisks === riskLines(pack).length;
  return {
    ...step,
    asks: shown,
    overdue,
    redRisks,
    timeLine: lanesIn(pack, rest - lists + (isWhole ? MORE : 0)),
  };
}

function tableLines({ workstreams }: Pack, step: Step): number {
  return sum(workstreams.map((one) => rowLines(one, step) + ROW_SPACE));
}

function rowLines(one: PackWorkstream, { headlines, aims, reasons, compact }: Step): number {
  if (compact) return COMPACT_LINES;
  const { rag } = one;
  const status =
    rag === undefined ? 1 : 1 + linesOf(rag.label, PACK_LINE.rag) + linesOf(rag.change, PACK_LINE.rag);
  const figures = one.headlines
    .slice(0, headlines)
    .map(({ label, period, aim, aimState, aimEarly = false }, index) => {
      const named = one.headlines[0]?.period === period || index === 0 ? label : `${label} ${period}`;
      const held = `${aim ?? ''} ${aimState === undefined ? '' : targetState(aimState, aimEarly).text}`;
      return (
        FIGURE * linesOf(named, PACK_LINE.headline) +
        (aims && aim !== undefined ? SMALL * linesOf(held, PACK_LINE.aim) : 0)
      );
    });
  const period = figures.length === 0 ? 0 : linesOf(one.headlinePeriod, PACK_LINE.reason);
  const reason = reasons && rag ? SMALL * linesOf(rag.reason, PACK_LINE.reason) : 0;
  const states = sum(attentionEntries(one.counts).map(([text]) => linesOf(text, PACK_LINE.attention) * 1.1));
  const more = one.headlines.length > headlines || one.moreHeadlines > 0 ? 1 : 0;
  return Math.max(
    linesOf(one.title, PACK_LINE.name) + 1,
    status,
    period + sum(figures) + more + reason,
    states,
  );
}

function listLines(pack: Pack): number {
  return sum(askLines(pack)) + Math.max(sum(overdueLines(pack)), sum(riskLines(pack)));
}

function askLines({ workstreams }: Pack): number[] {
  return workstreams.flatMap((one) =>
    one.asks.map(({ kind, markdown }) => {
      const text = `${askLead(kind, one.title)}${markdown}`;
      return linesOf(excerpt(text, ASK_LINES, PACK_LINE.ask).text, PACK_LINE.ask) + ASK_SPACE;
    }),
  );
}

function overdueLines({ workstreams }: Pack): number[] {
  return workstreams.flatMap((one) => one.overdue.map(({ text }) => itemLines(text)));
}

function riskLines({ workstreams }: Pack): number[] {
  return workstreams.flatMap((one) => one.redRisks.map(({ risk }) => itemLines(risk)));
}

function itemLines(text: string): number {
  return Math.min(ITEM_LINES, linesOf(text, PACK_LINE.item)) + ITEM_FOOT + ITEM_SPACE;
}

/** Points of a line of body text. */
const LINE_POINTS = 14;
/** Above the time line. */
const TIME_LINE_GAP = 12;

/** Returns how many rows of labels the time line may have in so many lines. */
function lanesIn(pack: Pack, lines: number): number {
  const room = lines * LINE_POINTS - TIME_LINE_GAP;
  for (let lanes = MOST_PACK_LANES; lanes > 0; lanes -= 1)
    if (timeLineFigureHeight(packTimeLine(pack, lanes)) <= room) return lanes;
  return 0;
}

/** Returns how many entries fit into so many lines. */
function fitting(lines: readonly number[], room: number): number {
  let used = 0;
  const over = lines.findIndex((one) => (used += one) > room);
  return over < 0 ? lines.length : over;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
