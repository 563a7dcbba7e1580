import type { TimeLine } from '../../report/view-time-line.ts';
import { TIME_LINE, timeLineLayout, type PlacedMilestone } from '../../report/view-time-line-layout.ts';
import { TICK_ASIDE, type TimeTick } from '../../report/view-time-ticks.ts';
import { signShapes } from './signs.ts';
import { element, escapeText, image } from './svg.ts';

/** Returns the milestones on a line of time as SVG: each a sign by its state with its name and its state in words. */
export function renderTimeLine(chart: TimeLine): string {
  const layout = timeLineLayout(chart);
  const { width, height, axis, marker, ticks, placed } = layout;
  const { id, title, description } = chart;
  return image(
    { id, width, height, title, description },
    element('line', { class: 'axis', x1: 0, x2: width, y1: axis, y2: axis }),
    ...ticks.flatMap((tick) => renderTick(tick, axis)),
    ...marker.pieces.map(([y1, y2]) =>
      element('line', { class: 'meeting', x1: marker.x, x2: marker.x, y1, y2 }),
    ),
    text(chart.marker.label, marker.labelX, 10, 'meeting-label', 'middle'),
    ...placed.flatMap(renderTrack),
    ...placed.flatMap(renderMilestone),
  );
}

/** From the top of an axis to the baselines of the months and of the years under it. */
const LABELS = { month: 13, year: 26 } as const;

function renderTick({ x, month, year }: TimeTick, axis: number): string[] {
  const left = x + TICK_ASIDE;
  const yearAt = axis + (month === '' ? LABELS.month : LABELS.year);
  return [
    element('line', { class: 'axis', x1: x, x2: x, y1: axis, y2: axis + (year === '' ? 5 : 9) }),
    ...(month === '' ? [] : [text(month, left, axis + LABELS.month, 'tick')]),
    ...(year === '' ? [] : [text(year, left, yearAt, 'tick')]),
  ];
}

/** Returns how long a period is, and where from a milestone has moved. */
function renderTrack({ x, y, spanX, movedX }: PlacedMilestone): string[] {
  return [
    ...(spanX === null ? [] : [element('line', { class: 'span', x1: spanX, x2: x, y1: y, y2: y })]),
    ...(movedX === null
      ? []
      : [
          element('line', { class: 'moved', x1: movedX, x2: x, y1: y, y2: y }),
          element('circle', { class: 'moved-from', cx: movedX, cy: y, r: 3 }),
        ]),
  ];
}

function renderMilestone({ item, x, y, lines, textX, textY, anchor }: PlacedMilestone): string[] {
  const { sign, line } = TIME_LINE;
  const [name, state] = lines;
  return [
    element(
      'svg',
      {
        class: `spot tone-${item.state.tone}`,
        x: x - sign / 2,
        y: y - sign / 2,
        width: sign,
        height: sign,
        viewBox: '0 0 16 16',
        'aria-hidden': 'true',
      },
      ...signShapes(item.state.sign),
    ),
    text(name, textX, textY, 'milestone', anchor),
    text(state, textX, textY + line, `milestone-state tone-${item.state.tone}`, anchor),
  ];
}

function text(
  words: string,
  x: number,
  y: number,
  className: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  return element('text', { class: className, x, y, 'text-anchor': anchor }, escapeText(words));
}
