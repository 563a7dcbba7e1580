import { firstPageHeight } from './view-first-page-height.ts';
import type { FirstPageParts, FirstPageRoom } from './view-first-page-parts.ts';
import { MOST_LANES } from './view-time-line.ts';
import { MOST_TOP_RISKS } from './view-top-risks.ts';

/** The most that a first page shows, whatever its room. */
const MOST: FirstPageRoom = {
  reason: 9,
  despite: 4,
  asks: 3,
  askLines: 5,
  headlines: 6,
  since: 1,
  targets: 3,
  timeLine: MOST_LANES,
  milestones: 5,
  matrix: 1,
  risks: MOST_TOP_RISKS,
  chart: 1,
};

type Step = readonly [part: keyof FirstPageRoom, most: number];

/** What is given up, the first that helps before the others, until the page fits. */
const STEPS: readonly Step[] = [
  ['timeLine', 4],
  ['milestones', 4],
  ['askLines', 4],
  ['reason', 7],
  ['milestones', 3],
  ['targets', 2],
  ['timeLine', 3],
  ['headlines', 4],
  ['despite', 3],
  ['targets', 1],
  ['askLines', 3],
  ['reason', 5],
  ['milestones', 2],
  ['despite', 2],
  ['targets', 0],
  ['chart', 0],
  ['timeLine', 2],
  ['risks', 2],
  ['timeLine', 1],
  ['risks', 1],
  ['timeLine', 0],
  ['since', 0],
  ['matrix', 0],
  ['milestones', 1],
  ['risks', 0],
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
  'risks',
  'timeLine',
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
    const smaller = STEPS.filter(([part, most]) => most < room[part]).map((step) => reduced(room, step));
    // Where no step alone helps, two columns of one height need one each.
    const next = smaller.find((one) => firstPageHeight(parts, one) < height) ?? smaller[0];
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
