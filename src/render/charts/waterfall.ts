import { scaleLinear } from 'd3-scale';
import type { Waterfall, WaterfallBar } from '../../compare/paper/waterfall.ts';
import { textWidth, textWithin, wrapped } from '../../report/text-width.ts';
import { scaleNote, valueAxis, type ValueAxis } from '../../report/view-charts-axis.ts';
import { hatching } from './hatching.ts';
import { boxOf, type Box, type Spot } from './labels.ts';
import { element, escapeText, fixed, image } from './svg.ts';
import { LABEL_SIZE, TICK_GAP } from './time-geometry.ts';

const WIDTH = 673;
const TOP = 18;
/** Where the scale begins, and what stands below it: names in one line or two. */
const FOOT = 140;
const BELOW = 22;
const RIGHT = 4;
const NAME_LINES = 2;
const NAME_LINE = 13;
/** Of its place in the row, the part that a bar takes. */
const BAR_SHARE = 0.56;
/** Below the lowest level of a scale that does not start at zero, so that its bars are seen to stand: a part of the spread. */
const STUMP = 0.4;
/** Between the strokes of what is hatched. */
const HATCH = 6;
const LABEL_GAP = 5;

/** A text of the chart with the room it takes. */
export interface WaterfallText {
  readonly text: string;
  readonly spot: Spot;
  readonly box: Box;
  readonly className: string;
}

interface BarAt {
  readonly bar: WaterfallBar;
  readonly left: number;
  readonly width: number;
  /** The middle of its place, and how wide that is. */
  readonly middle: number;
  readonly place: number;
  /** Its two ends, the upper first. */
  readonly top: number;
  readonly bottom: number;
  /** Where the line to the next bar leaves. */
  readonly end: number;
}

interface Layout {
  readonly axis: ValueAxis;
  readonly left: number;
  readonly ground: number;
  readonly y: (value: number) => number;
  readonly bars: readonly BarAt[];
}

/**
 * Returns a bridge as SVG: both levels as whole bars, each flow as a bar from where the one before ended, what no flow
 * explains hatched. A scale that does not start at zero is broken, in its own line and in the bars that stand on it.
 */
export function renderWaterfall(chart: Waterfall): string {
  const layout = layoutOf(chart);
  const { id, title, description } = chart;
  return image(
    {
      id,
      title,
      description: [description, ...waterfallNotes(chart)].join(' '),
      width: WIDTH,
      height: heightOf(chart),
    },
    ...gridLines(layout),
    ...connectors(layout),
    ...layout.bars.flatMap((one) => barMarks(one, layout)),
    ...waterfallTexts(chart).map(({ text, spot, className }) =>
      element(
        'text',
        { class: className, x: spot.x, y: spot.y, 'text-anchor': spot.anchor },
        escapeText(text),
      ),
    ),
  );
}

/** Returns what the page has to say of the chart's scale. */
export function waterfallNotes(chart: Waterfall): string[] {
  return scaleNote(layoutOf(chart).axis);
}

/** Returns every text of the chart with its place. A value without room is left out: the table has it. */
export function waterfallTexts(chart: Waterfall): WaterfallText[] {
  const { axis, left, y, bars } = layoutOf(chart);
  const ticks = axis.ticks.map(({ value, text }) =>
    textAt(text, { x: left - TICK_GAP, y: y(value) + LABEL_SIZE * 0.35, anchor: 'end' }, 'tick'),
  );
  const names = bars.flatMap(({ bar, middle, place }) =>
    nameLines(bar.label, place - 4).map((line, at) =>
      textAt(line, { x: middle, y: FOOT + 15 + at * NAME_LINE, anchor: 'middle' }, `bar-name ${bar.kind}`),
    ),
  );
  const values = bars.flatMap(({ bar, middle, place, top }) =>
    textWidth(bar.text, LABEL_SIZE) > place - 2
      ? []
      : [textAt(bar.text, { x: middle, y: top - LABEL_GAP, anchor: 'middle' }, `value ${bar.kind}`)],
  );
  return [...ticks, ...names, ...values];
}

function heightOf({ bars }: Waterfall): number {
  const place = placeOf(bars, leftOf(axisOf(bars)));
  const lines = Math.max(1, ...bars.map(({ label }) => nameLines(label, place - 4).length));
  return FOOT + BELOW + (lines - 1) * NAME_LINE;
}

function nameLines(label: string, width: number): string[] {
  const lines = wrapped(label, LABEL_SIZE, width);
  const kept = lines.length > NAME_LINES ? [lines[0] ?? '', lines.slice(1).join(' ')] : lines;
  return kept.map((line) => textWithin(line, LABEL_SIZE, width));
}

function textAt(text: string, spot: Spot, className: string): WaterfallText {
  return { text, spot, box: boxOf(text, LABEL_SIZE, spot), className };
}

function layoutOf({ bars }: Waterfall): Layout {
  const axis = axisOf(bars);
  const left = leftOf(axis);
  const y = scaleLinear([axis.from, axis.to], [FOOT, TOP]);
  const ground = y(axis.broken ? (axis.from > 0 ? axis.from : axis.to) : 0);
  const place = placeOf(bars, left);
  return {
    axis,
    left,
    ground,
    y: (value) => y(value),
    bars: bars.map((bar, at) => {
      const [start, end] = [bar.kind === 'level' ? ground : y(bar.from), y(bar.to)];
      const width = place * BAR_SHARE;
      const middle = left + (at + 0.5) * place;
      return {
        bar,
        left: middle - width / 2,
        width,
        middle,
        place,
        top: Math.min(start, end),
        bottom: Math.max(start, end),
        end,
      };
    }),
  };
}

/** The room left of the plot: what the longest value of the scale needs. */
function leftOf({ ticks }: ValueAxis): number {
  return Math.max(30, ...ticks.map(({ text }) => textWidth(text, LABEL_SIZE) + TICK_GAP + 2));
}

/** What each bar has of the width. */
function placeOf(bars: readonly WaterfallBar[], left: number): number {
  return (WIDTH - left - RIGHT) / Math.max(1, bars.length);
}

/** Levels of some hundred that differ by a few show nothing on a scale from zero: such a scale is broken. */
function axisOf(bars: readonly WaterfallBar[]): ValueAxis {
  const values = bars.flatMap(({ kind, from, to }) => (kind === 'level' ? [to] : [from, to]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isBroken = valueAxis(values, 'count', true).broken;
  if (!isBroken) return valueAxis(values, 'count', false);
  const stump = (high - low) * STUMP;
  const beyond = low > 0 ? Math.max(0, low - stump) : Math.min(0, high + stump);
  return valueAxis([...values, beyond], 'count', true);
}

function gridLines({ axis, left, ground, y }: Layout): string[] {
  const across = (className: string, at: number): string =>
    element('line', { class: className, x1: left, x2: WIDTH - RIGHT, y1: at, y2: at });
  const grid = axis.ticks.map(({ value }) => across('grid', y(value)));
  return [...grid, across('axis', ground)];
}

/** From the end of each bar to the next. */
function connectors({ bars }: Layout): string[] {
  return bars.flatMap((one, at) => {
    const next = bars[at + 1];
    return next
      ? [
          element('line', {
            class: 'connector',
            x1: one.left + one.width,
            x2: next.left,
            y1: one.end,
            y2: one.end,
          }),
        ]
      : [];
  });
}

function barMarks(one: BarAt, { axis, ground }: Layout): string[] {
  const { bar, left, width, top, bottom } = one;
  const size = { x: left, y: top, width };
  // A flow of nothing is a line, not an absence.
  if (bar.kind !== 'level' && bottom - top < 1)
    return [element('rect', { class: 'flow none', ...size, y: top - 1, height: 2 })];
  const body = element('rect', { class: `flow ${bar.kind}`, ...size, height: bottom - top });
  switch (bar.kind) {
    case 'level':
      return axis.broken ? [body, breakMark(one, ground)] : [body];
    case 'rest':
      return [
        body,
        element('path', {
          class: 'hatching',
          d: hatching({ left, right: left + width, top, bottom }, HATCH),
        }),
      ];
    case 'in':
    case 'out':
      return bottom - top < 14 ? [body] : [body, arrow(one)];
  }
}

/** A white band in two waves through a bar that does not stand on zero, near its foot. */
function breakMark({ left, width, top, bottom }: BarAt, ground: number): string {
  const fromGround = ground >= bottom - 0.5 ? -1 : 1;
  const away = Math.min(12, (bottom - top) / 2);
  const at = ground + fromGround * away;
  const step = (width + 8) / 4;
  const wave = `l${fixed(step)} -4l${fixed(step)} 4l${fixed(step)} -4l${fixed(step)} 4`;
  const back = `l${fixed(-step)} -4l${fixed(-step)} 4l${fixed(-step)} -4l${fixed(-step)} 4`;
  return element('path', { class: 'break-band', d: `M${fixed(left - 4)} ${fixed(at)}${wave}v4${back}Z` });
}

/** An arrow in a flow: up where it adds, down where it takes away. */
function arrow({ bar, middle, top, bottom }: BarAt): string {
  const up = bar.to > bar.from ? -1 : 1;
  const at = (top + bottom) / 2;
  return element('path', {
    class: `arrow ${bar.kind}`,
    d: `M${fixed(middle)} ${fixed(at + up * 4)}l5 ${fixed(-up * 8)}h-10Z`,
  });
}
