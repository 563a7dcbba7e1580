import { linesOf } from './view-excerpt.ts';
import { LINE, NAME_LINES, type FirstPageParts, type FirstPageRoom } from './view-first-page-parts.ts';
import type { TimeLineContent } from './view-time-line-layout.ts';

const TEXT = 14;
const HEADING = 18.8;
/** Characters that a sign and the space around an entry take. */
const SIGN = 5;
const ROW_GAP = 5.75;
/** A line of the worst risks, and the space above their heading. */
const RISK_TEXT = 13.1;
const RISKS_GAP = 5;
const TRUST_GAP = 13.25;
const SINCE_GAP = 7.5;
/** Between the rows of blocks in the lower half. */
const GAP = 10;

/** Returns the height that the first page takes in print, in points. The numbers are those of the style sheet. */
export function firstPageHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  return (
    headHeight(parts) +
    15.75 +
    Math.max(statusHeight(parts, room), sideHeight(parts, room)) +
    headlinesHeight(parts, room) +
    sinceHeight(parts, room) +
    lowerHeight(parts, room)
  );
}

/** How the lower half of the first page is laid out. */
export interface Arrangement {
  /** Whether chart and matrix stand side by side, with two further blocks under them; else each column runs on. */
  readonly grid: boolean;
  /** The size of the time line; null where a list of milestones stands in its place. Without a matrix it runs across. */
  readonly timeLine: TimeLineContent['size'] | null;
}

/** Blocks under each other begin at one height in both columns where that costs no more than so many points. */
const ALIGNING = 12;

export function arrangement(parts: FirstPageParts, room: FirstPageRoom): Arrangement {
  const timeLine = timeLineSize(parts, room);
  if (parts.target === null || parts.matrix === null || room.matrix === 0) return { grid: false, timeLine };
  const { left, right } = columnsOf(parts, room);
  const rows = Math.max(left[0], right[0]) + Math.max(left[1], right[1]);
  const columns = Math.max(left[0] + left[1], right[0] + right[1]);
  return { grid: timeLine === null || rows <= columns + ALIGNING, timeLine };
}

function timeLineSize({ matrix, timeLine }: FirstPageParts, room: FirstPageRoom): Arrangement['timeLine'] {
  if (timeLine === null || room.timeLine === 0) return null;
  if (matrix === null || room.matrix === 0) return 'full';
  return matrix.wide ? 'narrow' : 'half';
}

function lowerHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const { grid, timeLine } = arrangement(parts, room);
  const hasBoth = parts.target !== null && parts.matrix !== null && room.matrix > 0;
  if (grid || (hasBoth && timeLine !== null)) return gridHeight(parts, room);
  if (timeLine === 'full') return acrossHeight(parts, room);
  return timeLine === null ? stacksHeight(parts, room) : besideMatrixHeight(parts, room);
}

type Column = readonly [top: number, foot: number];

/** The heights of chart and matrix, and of what stands under them: targets and milestones, or the time line and the targets. */
function columnsOf(
  parts: FirstPageParts,
  room: FirstPageRoom,
): { readonly left: Column; readonly right: Column } {
  const tops = [targetChartHeight(parts, room), risksHeight(parts, room)] as const;
  const feet =
    timeLineSize(parts, room) === null
      ? ([targetsHeight(parts, room), milestonesHeight(parts, room)] as const)
      : ([timeLineHeight(parts, room), stackedTargetsHeight(parts, room)] as const);
  return { left: [tops[0], feet[0]], right: [tops[1], feet[1]] };
}

/** The height of chart, matrix and what is under them, with so much more under the right column. */
function gridHeightWith(parts: FirstPageParts, room: FirstPageRoom, more: number): number {
  const { left, right } = columnsOf(parts, room);
  const height = arrangement(parts, room).grid
    ? Math.max(left[0], right[0]) + GAP + Math.max(left[1], right[1] + more)
    : Math.max(left[0] + below(left[1]), right[0] + below(right[1] + more));
  return GAP + height;
}

/** A block under another, with the gap between them. */
function below(height: number): number {
  return height > 0 ? GAP + height : 0;
}

function gridHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  return trustBeside(parts, room) ? besideHeight(parts, room) : belowHeight(parts, room);
}

/** The chart beside the targets and the count of risks, and the time line across the page under them. */
function acrossHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const right = risksHeight(parts, room) + (parts.target ? below(stackedTargetsHeight(parts, room)) : 0);
  const left = parts.target ? targetChartHeight(parts, room) : targetsHeight(parts, room);
  return GAP + Math.max(left, right) + GAP + timeLineHeight(parts, room) + trustBelowHeight(parts);
}

/** The time line and the targets beside the matrix. */
function besideMatrixHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const left = timeLineHeight(parts, room) + GAP + targetsHeight(parts, room);
  return GAP + Math.max(left, risksHeight(parts, room)) + trustBelowHeight(parts);
}

function stacksHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const milestones = GAP + milestonesHeight(parts, room);
  const left = targetChartHeight(parts, room) + GAP + targetsHeight(parts, room);
  const right = risksHeight(parts, room);
  const columns = parts.target ? [left, right + milestones] : [left + milestones, right];
  return GAP + Math.max(...columns) + trustBelowHeight(parts);
}

/** Whether the line on trust in the figures stands under the right column, or across the foot of the page. */
export function trustBeside(parts: FirstPageParts, room: FirstPageRoom): boolean {
  const { grid, timeLine } = arrangement(parts, room);
  const hasColumns = grid || (parts.target !== null && timeLine !== null && timeLine !== 'full');
  return hasColumns && besideHeight(parts, room) < belowHeight(parts, room);
}

function besideHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const width = timeLineSize(parts, room) === 'narrow' ? LINE.trustBesideWide : LINE.trustBeside;
  return gridHeightWith(parts, room, TRUST_GAP + 13.1 * linesOf(parts.trust, width));
}

function belowHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  return gridHeightWith(parts, room, 0) + trustBelowHeight(parts);
}

function trustBelowHeight({ trust }: FirstPageParts): number {
  return TRUST_GAP + 13.1 * linesOf(trust, LINE.trustBelow);
}

function timeLineHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const timeLine = timeLineSize(parts, room);
  return timeLine === null ? 0 : (parts.timeLine?.[timeLine][room.timeLine - 1] ?? 0);
}

function headHeight({ head }: FirstPageParts): number {
  const eyebrow = linesOf(head.eyebrow, LINE.eyebrow);
  const line = head.hasLogo ? LINE.titleByLogo : LINE.title;
  return 13 + eyebrow * 13.6 + linesOf(head.title, line) * 23 + flowRows(head.facts, LINE.facts, 4) * 14.1;
}

/** Returns how many rows texts take that stand one after the other, each with so many characters of space around it. */
function flowRows(texts: readonly string[], line: number, space: number): number {
  let rows = 0;
  let used = Infinity;
  for (const text of texts) {
    const lines = linesOf(text, line - space);
    const width = lines > 1 ? line : text.length + space;
    if (used + width > line) {
      rows += lines;
      used = 0;
    }
    used += width;
  }
  return rows;
}

function statusHeight({ ragLines, reason, despite }: FirstPageParts, room: FirstPageRoom): number {
  if (ragLines === null) return 0;
  const lines = ragLines.map((line) => linesOf(line, LINE.status) * TEXT + 5);
  return HEADING + 25 + sum(lines) + textHeight(reason, room.reason) + textHeight(despite, room.despite);
}

/** A text, its gap, and the line that leads to the rest of it. */
function textHeight(text: string, most: number): number {
  if (text === '') return 0;
  const lines = linesOf(text, LINE.status);
  const gaps = text.split(/\n{2,}/).length;
  return (lines > most ? most + 1 : lines) * TEXT + 5 * Math.min(gaps, most);
}

function sideHeight({ asks, hasLink, evidence }: FirstPageParts, room: FirstPageRoom): number {
  const shown = asks.slice(0, room.asks);
  const lines = shown.map((ask) => Math.min(linesOf(ask, LINE.ask), room.askLines) * TEXT);
  const isCut = asks.length > room.asks || shown.some((ask) => linesOf(ask, LINE.ask) > room.askLines);
  const box =
    15 +
    HEADING +
    (asks.length === 0 ? TEXT : sum(lines) + 5 * (lines.length - 1) + (hasLink ? TEXT + 5 : 0));
  if (evidence.length === 0) return box + (isCut ? TEXT + 5 : 0);
  return (
    box + (isCut ? TEXT + 5 : 0) + 7.5 + HEADING + flowRows(evidence, LINE.evidence, SIGN) * (TEXT + 1.25)
  );
}

function headlinesHeight({ headlines }: FirstPageParts, room: FirstPageRoom): number {
  const shown = headlines.slice(0, room.headlines);
  if (shown.length === 0) return 0;
  const columns = headlineColumns(shown.length);
  const width = LINE.headline[columns];
  const highest = (texts: readonly string[]): number =>
    Math.max(...texts.map((text) => (text === '' ? 0 : linesOf(text, width))));
  const rows: number[] = [];
  for (let at = 0; at < shown.length; at += columns) {
    const row = shown.slice(at, at + columns);
    const changes =
      columns === 2
        ? highest(row.map(({ change, since }) => `${change} ${since}`.trim()))
        : Math.max(...row.map(({ change, since }) => highest([change]) + highest([since])));
    const small = changes + highest(row.map((one) => one.aim));
    rows.push(CARD + 13.5 * highest(row.map((one) => one.label)) + 11.9 * small);
  }
  return 26.3 + sum(rows) + 10 * (rows.length - 1) + (headlines.length > shown.length ? TEXT : 0);
}

/** A card's number, with the space around all that stands in it. */
const CARD = 32;

/** Returns in how many columns so many headline cards stand, as the style sheet has it. */
function headlineColumns(count: number): 2 | 3 | 4 {
  if (count < 3) return 2;
  return count === 3 || count === 5 || count === 6 ? 3 : 4;
}

function sinceHeight({ since }: FirstPageParts, room: FirstPageRoom): number {
  return since === '' || room.since === 0 ? 0 : SINCE_GAP + 13.1 * linesOf(since, LINE.since);
}

function targetChartHeight({ target }: FirstPageParts, room: FirstPageRoom): number {
  if (!target) return 0;
  return (
    (room.chart === 0 ? 105 : 141) +
    13.8 * linesOf(target.title, LINE.chartTitle) +
    11.9 * linesOf(target.notes, LINE.chartNotes)
  );
}

function matrixHeight({ matrix }: FirstPageParts, room: FirstPageRoom): number {
  if (!matrix || room.matrix === 0) return HEADING + TEXT;
  const caption = 13.8 * linesOf(matrix.title, LINE.matrixTitle);
  return 7.5 + matrix.height * 0.756 + caption + 11.9 * linesOf(matrix.notes, LINE.matrixNotes);
}

/** Returns whether the evidence beside the RAG has to do for the targets: it counts them by their states. */
export function areTargetsCounted(evidence: FirstPageParts['evidence'], room: FirstPageRoom): boolean {
  return room.targets === 0 && evidence.length > 0;
}

/** The matrix, or the count of risks in its place, and the worst risks in words. */
function risksHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const isWide = room.matrix > 0 && parts.matrix?.wide === true;
  const rows = parts.risks[isWide ? 'wide' : 'narrow'].slice(0, room.risks);
  const list = sum(rows.map((lines) => lines * RISK_TEXT + ROW_GAP));
  return matrixHeight(parts, room) + (rows.length === 0 ? 0 : RISKS_GAP + HEADING + list);
}

function targetsHeight({ targets, evidence }: FirstPageParts, room: FirstPageRoom): number {
  if (targets.length === 0 || areTargetsCounted(evidence, room)) return 0;
  const rows = targets
    .slice(0, room.targets)
    .map((label) => Math.min(NAME_LINES, linesOf(label, LINE.target)) * TEXT + ROW_GAP);
  return (rows.length > 0 ? HEADING : 0) + sum(rows) + (targets.length > room.targets ? TEXT + ROW_GAP : 0);
}

/** Targets in the narrow column: each with its state below it. */
function stackedTargetsHeight({ targets, evidence }: FirstPageParts, room: FirstPageRoom): number {
  if (targets.length === 0 || areTargetsCounted(evidence, room)) return 0;
  const rows = targets
    .slice(0, room.targets)
    .map((label) => (Math.min(NAME_LINES, linesOf(label, LINE.milestone)) + 1) * TEXT + ROW_GAP);
  return (rows.length > 0 ? HEADING : 0) + sum(rows) + (targets.length > room.targets ? TEXT + ROW_GAP : 0);
}

function milestonesHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const { milestonesTitle, milestones } = parts;
  const rows = milestones
    .slice(0, room.milestones)
    .map(
      ({ text, state }) =>
        (Math.min(NAME_LINES, linesOf(text, LINE.milestone)) + linesOf(state, LINE.milestone - 3)) * TEXT +
        ROW_GAP,
    );
  const more = milestones.length > room.milestones ? TEXT + ROW_GAP : 0;
  const title = 5 + 13.8 * linesOf(milestonesTitle, LINE.matrixTitle);
  return title + sum(rows) + more;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
