import { linesOf } from './view-excerpt.ts';

/** What the first page may show of each part; the sections that follow show everything. */
export interface FirstPageRoom {
  /** Lines of the RAG's reason, and of why it stands in spite of the evidence. */
  readonly reason: number;
  readonly despite: number;
  readonly asks: number;
  /** Lines of one ask. */
  readonly askLines: number;
  readonly headlines: number;
  /** 0 where what happened since the last meeting has to be read in the sections. */
  readonly since: number;
  readonly targets: number;
  readonly milestones: number;
  /** 0 where the matrix of risks has to stand in the risk log instead. */
  readonly matrix: number;
  /** 0 where the chart of the target has to be a low one. */
  readonly chart: number;
}

/** What the first page would show if it had no end. */
export interface FirstPageParts {
  readonly head: {
    readonly eyebrow: string;
    readonly title: string;
    readonly hasLogo: boolean;
    readonly facts: readonly FactRow[];
  };
  /** What stands between the RAG and its reason; null where the paper states no RAG. */
  readonly ragLines: readonly string[] | null;
  readonly reason: string;
  readonly despite: string;
  readonly asks: readonly string[];
  /** Whether a line leads to a section that asks for more. */
  readonly hasLink?: boolean;
  readonly evidence: readonly string[];
  readonly headlines: readonly string[];
  /** What happened since the last meeting; empty for nothing. */
  readonly since: string;
  readonly target: { readonly title: string; readonly notes: string } | null;
  readonly matrix: { readonly title: string; readonly notes: string; readonly height: number } | null;
  readonly targets: readonly string[];
  readonly milestonesTitle: string;
  readonly milestones: readonly { readonly text: string; readonly state: string }[];
  readonly trust: string;
}

type FactRow = readonly { readonly value: string; readonly columns: number }[];

/** The most that a first page shows, whatever its room. */
const MOST: FirstPageRoom = {
  reason: 9,
  despite: 4,
  asks: 3,
  askLines: 5,
  headlines: 8,
  since: 1,
  targets: 3,
  milestones: 5,
  matrix: 1,
  chart: 1,
};

type Step = readonly [part: keyof FirstPageRoom, most: number];

/** What is given up, the first that helps before the others, until the page fits. */
const STEPS: readonly Step[] = [
  ['milestones', 4],
  ['askLines', 4],
  ['reason', 7],
  ['milestones', 3],
  ['headlines', 4],
  ['despite', 3],
  ['targets', 2],
  ['askLines', 3],
  ['reason', 5],
  ['milestones', 2],
  ['despite', 2],
  ['chart', 0],
  ['matrix', 0],
  ['since', 0],
  ['milestones', 1],
  ['targets', 1],
  ['reason', 3],
  ['asks', 2],
  ['askLines', 2],
  ['asks', 1],
];

/** What the last step may have made room for, the weightiest first. */
const GIVEN_BACK = [
  'asks',
  'matrix',
  'since',
  'chart',
  'askLines',
  'reason',
  'despite',
  'milestones',
  'targets',
  'headlines',
] as const;

/** Points between the first page's margins on A4, less what a reckoning of lines may be wrong by. */
const SHEET = 762;
const MARGIN_OF_ERROR = 12;

/** Returns how much of each part the first page shows so that it is one sheet, by rule and never by accident. */
export function firstPageRoom(parts: FirstPageParts): FirstPageRoom {
  let room = MOST;
  while (!fits(parts, room)) {
    const height = firstPageHeight(parts, room);
    // A shorter column beside a longer one gains nothing: such a step may help later.
    const next = STEPS.map((step) => reduced(room, step)).find((one) => firstPageHeight(parts, one) < height);
    if (next === undefined) return room;
    room = next;
  }
  return GIVEN_BACK.reduce((given, part) => enlarged(parts, given, part), room);
}

function fits(parts: FirstPageParts, room: FirstPageRoom): boolean {
  return firstPageHeight(parts, room) <= SHEET - MARGIN_OF_ERROR;
}

function enlarged(parts: FirstPageParts, room: FirstPageRoom, part: keyof FirstPageRoom): FirstPageRoom {
  for (let most = MOST[part]; most > room[part]; most -= 1) {
    const larger = { ...room, [part]: most };
    if (fits(parts, larger)) return larger;
  }
  return room;
}

function reduced(room: FirstPageRoom, [part, most]: Step): FirstPageRoom {
  return { ...room, [part]: Math.min(room[part], most) };
}

/** Characters that a line of each place holds in print: an average letter of Source Sans 3 is 0.43 em wide. */
export const LINE = {
  eyebrow: 125,
  title: 52,
  titleByLogo: 36,
  status: 57,
  ask: 53,
  headline: 26,
  since: 127,
  target: 47,
  milestone: 42,
  chartTitle: 61,
  chartNotes: 87,
  matrixTitle: 40,
  matrixNotes: 52,
  trustBeside: 46,
  trustBelow: 127,
} as const;

/** Characters in a cell of the head that spans so many of the page's twelve columns. */
function factLine(columns: number): number {
  return columns * 10 - 4;
}

/** Lines of a target's or a milestone's name on the first page. */
export const NAME_LINES = 2;

const TEXT = 14;
const HEADING = 18.8;
const ROW_GAP = 5.75;
const TRUST_GAP = 13.25;
const SINCE_GAP = 7.5;

/** Returns the height that the first page takes in print, in points. The numbers are those of the style sheet. */
export function firstPageHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  return (
    headHeight(parts) +
    15.75 +
    Math.max(statusHeight(parts, room), sideHeight(parts, room)) +
    headlinesHeight(parts, room) +
    sinceHeight(parts, room) +
    (isGrid(parts, room) ? gridHeight(parts, room) : stacksHeight(parts, room))
  );
}

/** Whether chart and matrix stand side by side, with targets and milestones under them; else each column runs on. */
export function isGrid({ target, matrix }: FirstPageParts, room: FirstPageRoom): boolean {
  return target !== null && matrix !== null && room.matrix > 0;
}

function gridHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const lists = trustBeside(parts, room) ? besideHeight(parts, room) : belowHeight(parts, room);
  return 10 + Math.max(targetChartHeight(parts, room), matrixHeight(parts, room)) + 10 + lists;
}

function stacksHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const milestones = 10 + milestonesHeight(parts, room);
  const left = targetChartHeight(parts, room) + 10 + targetsHeight(parts, room);
  const right = matrixHeight(parts, room);
  const columns = parts.target ? [left, right + milestones] : [left + milestones, right];
  return 10 + Math.max(...columns) + trustBelowHeight(parts);
}

/** Whether the line on trust in the figures stands under the milestones, or across the foot of the page. */
export function trustBeside(parts: FirstPageParts, room: FirstPageRoom): boolean {
  return isGrid(parts, room) && besideHeight(parts, room) < belowHeight(parts, room);
}

function besideHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  const trust = TRUST_GAP + 13.1 * linesOf(parts.trust, LINE.trustBeside);
  return Math.max(targetsHeight(parts, room), milestonesHeight(parts, room) + trust);
}

function belowHeight(parts: FirstPageParts, room: FirstPageRoom): number {
  return Math.max(targetsHeight(parts, room), milestonesHeight(parts, room)) + trustBelowHeight(parts);
}

function trustBelowHeight({ trust }: FirstPageParts): number {
  return TRUST_GAP + 13.1 * linesOf(trust, LINE.trustBelow);
}

function headHeight({ head }: FirstPageParts): number {
  const rows = head.facts.map(
    (row) => 15.6 + 13 * Math.max(...row.map(({ value, columns }) => linesOf(value, factLine(columns)))),
  );
  const eyebrow = linesOf(head.eyebrow, LINE.eyebrow);
  const line = head.hasLogo ? LINE.titleByLogo : LINE.title;
  return 11.5 + eyebrow * 13.6 + linesOf(head.title, line) * 23 + sum(rows);
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
  const items = evidence.map((item) => linesOf(item, LINE.ask) * TEXT);
  if (evidence.length === 0) return box + (isCut ? TEXT + 5 : 0);
  return box + (isCut ? TEXT + 5 : 0) + 7.5 + HEADING + sum(items);
}

function headlinesHeight({ headlines }: FirstPageParts, room: FirstPageRoom): number {
  const shown = headlines.slice(0, room.headlines);
  if (shown.length === 0) return 0;
  const rows: number[] = [];
  for (let at = 0; at < shown.length; at += 4) {
    const labels = shown.slice(at, at + 4).map((label) => linesOf(label, LINE.headline));
    rows.push(53 + 13.5 * Math.max(...labels));
  }
  return 26.3 + sum(rows) + 10 * (rows.length - 1) + (headlines.length > shown.length ? TEXT : 0);
}

function sinceHeight({ since }: FirstPageParts, room: FirstPageRoom): number {
  return since === '' || room.since === 0 ? 0 : SINCE_GAP + 13.1 * linesOf(since, LINE.since);
}

function targetChartHeight({ target }: FirstPageParts, room: FirstPageRoom): number {
  if (!target) return 0;
  return (
    (room.chart === 0 ? 105 : 141) +
    13.8 * linesOf(target.title, LINE.chartTitle) +
    11.4 * linesOf(target.notes, LINE.chartNotes)
  );
}

function matrixHeight({ matrix }: FirstPageParts, room: FirstPageRoom): number {
  if (!matrix || room.matrix === 0) return HEADING + TEXT;
  const caption = 13.8 * linesOf(matrix.title, LINE.matrixTitle);
  return 7.5 + matrix.height * 0.756 + caption + 11.4 * linesOf(matrix.notes, LINE.matrixNotes);
}

function targetsHeight({ targets }: FirstPageParts, room: FirstPageRoom): number {
  if (targets.length === 0) return 0;
  const rows = targets
    .slice(0, room.targets)
    .map((label) => Math.min(NAME_LINES, linesOf(label, LINE.target)) * TEXT + ROW_GAP);
  return HEADING + sum(rows) + (targets.length > room.targets ? TEXT + ROW_GAP : 0);
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
