import type { SeriesTone } from '../../report/chart-series.ts';
import { line } from 'd3-shape';
import type { ChartSignal, TimeChart } from '../../report/view-charts.ts';
import { element, escapeText, fixed, image } from './svg.ts';
import {
  geometryOf,
  LABEL_SIZE,
  plot,
  segments,
  SIGNAL_SIZE,
  TICK_GAP,
  type Drawn,
  type Geometry,
  type Plotted,
} from './time-geometry.ts';
import { axisLabels, isStepped, plotLabels, timeLabels, type PlacedLabel } from './time-labels.ts';

export type { PlacedLabel } from './time-labels.ts';

/** Returns a chart over time as SVG: dates in proportion, every line and level labelled where it runs. */
export function renderTimeChart(chart: TimeChart): string {
  const geometry = geometryOf(chart);
  const drawn = draw(chart, geometry);
  const { width, height } = geometry.frame;
  const labels = labelsOf(chart, geometry, drawn);
  return image(
    { id: chart.id, width, height, title: chart.title, description: chart.description },
    ...gridLines(chart, geometry),
    ...levelLines(chart, geometry),
    // What was measured lies above what was planned.
    ...inOrder(drawn).flatMap((one) => seriesMarks(chart, one)),
    ...signalMarks(chart, drawn),
    ...labels.flatMap(leader),
    ...labels.map(textElement),
  );
}

/** Returns the labels of a chart's lines and points, each free of the others. */
export function chartLabels(chart: TimeChart): PlacedLabel[] {
  const geometry = geometryOf(chart);
  return labelsOf(chart, geometry, draw(chart, geometry));
}

function labelsOf(chart: TimeChart, geometry: Geometry, drawn: readonly Drawn[]): PlacedLabel[] {
  return [...axisLabels(chart), ...timeLabels(chart, geometry), ...plotLabels(chart, geometry, drawn)];
}

function draw(chart: TimeChart, geometry: Geometry): Drawn[] {
  return chart.series.map((series) => {
    const plotted = plot(series.points, geometry);
    return { series, plotted, pieces: segments(plotted) };
  });
}

function inOrder(drawn: readonly Drawn[]): Drawn[] {
  return ['plan', 'actual'].flatMap((kind) => drawn.filter(({ series }) => series.kind === kind));
}

function gridLines(chart: TimeChart, { frame, y, grid }: Geometry): string[] {
  const lines = grid.flatMap(({ value, text }) => [
    across(value === 0 ? 'axis' : 'grid', y(value), frame),
    element(
      'text',
      { class: 'tick', x: frame.left - TICK_GAP, y: y(value) + LABEL_SIZE * 0.35, 'text-anchor': 'end' },
      escapeText(text),
    ),
  ]);
  return chart.axis.broken ? [...lines, breakMark(frame)] : lines;
}

/** Two strokes through a stub of the scale, at its foot: it does not start at zero. */
function breakMark({ left, height, bottom }: Geometry['frame']): string {
  const foot = height - bottom;
  const stroke = (above: number): string => `M${fixed(left - 3)} ${fixed(foot - above)}l6 -3`;
  const stub = `M${fixed(left)} ${fixed(foot)}v-7m0 -4v-7`;
  return element('path', { class: 'break', d: `${stub}${stroke(5.5)}${stroke(9.5)}` });
}

function levelLines(chart: TimeChart, { frame, y }: Geometry): string[] {
  const target = chart.target ? [across('target', y(chart.target.value), frame)] : [];
  return [...target, ...chart.lines.map((one) => across(`level-line ${one.kind}`, y(one.value), frame))];
}

function across(className: string, at: number, { left, right, width }: Geometry['frame']): string {
  return element('line', { class: className, x1: left, x2: width - right, y1: at, y2: at });
}

/** More points than this would run into a line of beads. */
const DOTTED_POINTS = 24;

/** So many of them are marked then on each of several lines, which differ by the shape of their points. */
const MARKED_POINTS = 8;

function seriesMarks(chart: TimeChart, { series, plotted, pieces }: Drawn): string[] {
  const kind = `${series.kind} ${series.tone}`;
  const path = line<Plotted>(
    (one) => one.x,
    (one) => one.y,
  ).digits(2);
  const lines = pieces.map((piece) =>
    element('path', {
      class: `line ${kind}${piece.dashed ? ' gap' : ''}`,
      d: path([piece.from, piece.to]) ?? '',
    }),
  );
  if (series.kind === 'plan') {
    const steps = isStepped(chart, series) ? plotted : [];
    return [...lines, ...steps.map((one) => dot(series.tone, `dot ${kind}`, one, 2.6))];
  }
  const marked = markedPoints(plotted, chart.series.length > 1);
  const last = plotted.at(-1);
  return [...lines, ...marked.map((one) => dot(series.tone, `dot ${kind}`, one, one === last ? 4.5 : 3))];
}

function markedPoints(plotted: readonly Plotted[], several: boolean): readonly Plotted[] {
  if (plotted.length <= DOTTED_POINTS) return plotted;
  const step = several ? Math.ceil(plotted.length / MARKED_POINTS) : plotted.length;
  return plotted.filter((_, index) => (plotted.length - 1 - index) % step === 0);
}

/** A point: a disc, or of the lines after the first a square, a triangle, a diamond, so that they differ without colour. */
function dot(tone: SeriesTone, className: string, { x, y }: Plotted, r: number): string {
  switch (tone) {
    case 'first':
      return element('circle', { class: className, cx: x, cy: y, r });
    case 'second':
      return element('rect', {
        class: className,
        x: x - r * 0.9,
        y: y - r * 0.9,
        width: 1.8 * r,
        height: 1.8 * r,
      });
    case 'third':
      return polygon(className, [
        [x, y - r * 1.35],
        [x + r * 1.25, y + r * 0.9],
        [x - r * 1.25, y + r * 0.9],
      ]);
    case 'fourth':
      return polygon(className, [
        [x, y - r * 1.4],
        [x + r * 1.4, y],
        [x, y + r * 1.4],
        [x - r * 1.4, y],
      ]);
  }
}

/** A thin stroke from the end of a line, or of a level, to a label that others have moved away from it. */
function leader({ spot, from, className }: PlacedLabel): string[] {
  if (!from) return [];
  const to = { x: spot.x - 2, y: spot.y - LABEL_SIZE * 0.33 };
  if (Math.abs(to.y - from.y) < MOVED) return [];
  const bend = to.x - 3;
  const d = `M${fixed(from.x)} ${fixed(from.y)}L${fixed(bend)} ${fixed(to.y)}H${fixed(to.x)}`;
  return [element('path', { class: `leader ${className}`, d })];
}

/** A label this far from its line is seen to stand at it. */
const MOVED = 3;

/** Triangles over the points of signals: up for high and rising, down for low and falling. */
function signalMarks(chart: TimeChart, drawn: readonly Drawn[]): string[] {
  return (drawn[0]?.plotted ?? []).flatMap((one) => {
    const signal = chart.signals.find(({ periods }) => periods.includes(one.point.period.key));
    return signal ? [triangle(signal, one)] : [];
  });
}

function triangle({ shape, tone }: ChartSignal, { x, y }: Plotted): string {
  const tip = shape === 'up' ? -SIGNAL_SIZE : SIGNAL_SIZE;
  return polygon(`signal tone-${tone}`, [
    [x, y + tip],
    [x + SIGNAL_SIZE, y - tip * 0.7],
    [x - SIGNAL_SIZE, y - tip * 0.7],
  ]);
}

type Corner = [x: number, y: number];

function polygon(className: string, corners: Corner[]): string {
  const path = line<Corner>().digits(2)(corners) ?? '';
  return element('path', { class: className, d: `${path}Z` });
}

function textElement(label: PlacedLabel): string {
  const { x, y, anchor } = label.spot;
  return element('text', { class: label.className, x, y, 'text-anchor': anchor }, escapeText(label.text));
}
