import { attentionEntries, askLead } from './pack-attention.ts';
import { excerpt, linesOf } from './view-excerpt.ts';
import type { Pack, PackWorkstream } from './pack.ts';

/** How much of each thing the summary page of a pack shows, so that it stays one sheet. */
export interface PackRoom {
  /** Headline figures a workstream. */
  readonly headlines: number;
  /** Whether the reason for a RAG is begun under it. */
  readonly reasons: boolean;
  /** Whether there are so many workstreams that each has two lines, and no figures. */
  readonly compact: boolean;
  readonly asks: number;
  readonly overdue: number;
  readonly redRisks: number;
}

/** Lines of body text that a sheet holds. */
const SHEET = 51;
/** What stands there whatever a pack holds: headings, the head of the table, the line on warnings, and what is around them. */
const FRAME = 17;
/** The space around a row of the table, a request, and an entry of a list. */
const ROW_SPACE = 0.75;
const ASK_SPACE = 0.4;
const ITEM_SPACE = 0.5;
/** The workstream and the state under an entry. */
const ITEM_FOOT = 2;
/** A workstream in compact form: two lines in the smaller size of a table. */
const COMPACT_LINES = 1.7;
/** Characters on a line of a cell, of a column of the lists, and of the page. */
export const PACK_LINE = {
  name: 18,
  attention: 24,
  rag: 24,
  reason: 46,
  headline: 46,
  item: 46,
  ask: 92,
} as const;
/** No request takes more lines than these; what is longer is begun. */
export const ASK_LINES = 2;
export const ITEM_LINES = 3;

/** The lists are worth as much room as the table: at least so many lines. */
const LEAST_LISTS = 10;

const STEPS = [
  { headlines: 4, reasons: true, compact: false },
  { headlines: 4, reasons: false, compact: false },
  { headlines: 2, reasons: false, compact: false },
  { headlines: 0, reasons: false, compact: true },
] as const;

type Step = Pick<PackRoom, 'headlines' | 'reasons' | 'compact'>;

/** Returns how much of the pack its summary page has room for: all workstreams, then the lists, then the details of each. */
export function packRoom(pack: Pack): PackRoom {
  const room = SHEET - FRAME;
  const wanted = Math.min(LEAST_LISTS, listLines(pack));
  const step: Step = STEPS.find((one) => tableLines(pack, one) + wanted <= room) ?? STEPS[3];
  const left = Math.max(1.5, room - tableLines(pack, step));
  const asks = askLines(pack);
  const below = Math.max(sum(overdueLines(pack)), sum(riskLines(pack)));
  // Each half has its share, and what the other does not need.
  const forAsks = Math.max(left / 2, left - below);
  const shown = fitting(asks, forAsks);
  const rest = left - sum(asks.slice(0, shown));
  return {
    ...step,
    asks: shown,
    overdue: fitting(overdueLines(pack), rest),
    redRisks: fitting(riskLines(pack), rest),
  };
}

function tableLines({ workstreams }: Pack, step: Step): number {
  return sum(workstreams.map((one) => rowLines(one, step) + ROW_SPACE));
}

function rowLines(one: PackWorkstream, { headlines, reasons, compact }: Step): number {
  if (compact) return COMPACT_LINES;
  const { rag } = one;
  const status =
    rag === undefined ? 1 : 1 + linesOf(rag.label, PACK_LINE.rag) + linesOf(rag.change, PACK_LINE.rag);
  const figures = one.headlines
    .slice(0, headlines)
    .map(({ label, text, change }) =>
      linesOf(`${label} ${text} Better: ${change?.text ?? ''}`, PACK_LINE.headline),
    );
  const reason = reasons && rag ? linesOf(rag.reason, PACK_LINE.reason) : 0;
  const states = sum(attentionEntries(one.counts).map(([text]) => linesOf(text, PACK_LINE.attention) * 1.1));
  const more = one.headlines.length > headlines || one.moreHeadlines > 0 ? 1 : 0;
  return Math.max(linesOf(one.title, PACK_LINE.name) + 1, status, sum(figures) + more + reason, states);
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

/** Returns how many entries fit into so many lines. */
function fitting(lines: readonly number[], room: number): number {
  let used = 0;
  const over = lines.findIndex((one) => (used += one) > room);
  return over < 0 ? lines.length : over;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
