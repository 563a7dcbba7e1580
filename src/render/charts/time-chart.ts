import { line } from 'd3-shape';
import type { ChartSignal, SeriesTone, TimeChart } from '../../report/view-charts.ts';
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
import { plotLabels, timeLabels, type PlacedLabel } from './time-labels.ts';

export type { PlacedLabel } from './time-labels.ts';

/** Returns a chart over time as SVG: dates in proportion, every line and level labelled where it runs. */
export function renderTimeChart(chart: TimeChart): string {
  const geometry = geometryOf(chart);
  const drawn = draw(chart, geometry);
  const { width, height } = geometry.frame;
  return image(
    { id: chart.id, width, height, title: chart.title, description: chart.description },
    ...gridLines(chart, geometry),
    ...levelLines(chart, geometry),
    ...drawn.flatMap(seriesMarks),
    ...signalMarks(chart, drawn),
    ...timeLabels(chart, geometry).map(textElement),
    ...plotLabels(chart, geometry, drawn).map(textElement),
  );
}

/** Returns the labels of a chart's lines and points, each free of the others. */
export function chartLabels(chart: TimeChart): PlacedLabel[] {
  const geometry = geometryOf(chart);
  return [...timeLabels(chart, geometry), ...plotLabels(chart, geometry, draw(chart, geometry))];
}

function draw(chart: TimeChart, geometry: Geometry): Drawn[] {
  return chart.series.map((series) => {
    const plotted = plot(series.points, geometry);
    return { series, plotted, pieces: segments(plotted) };
  });
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
  const stroke = (above: number): string => `M${fixed(left - 4)} ${fixed(foot - above)}l8 -4`;
  return element('path', { class: 'break', d: `M${fixed(left)} ${fixed(foot)}v-16${stroke(4)}${stroke(8)}` });
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

function seriesMarks({ series, plotted, pieces }: Drawn): string[] {
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
  if (series.kind === 'plan') return lines;
  const marked = plotted.length > DOTTED_POINTS ? plotted.slice(-1) : plotted;
  const dots = marked.map((one, index) =>
    dot(series.tone, `dot ${kind}`, one, index === marked.length - 1 ? 4 : 2.6),
  );
  return [...lines, ...dots];
}

/** A point: a disc, or on a chart of many lines a square or a diamond, so that they differ without colour. */
function dot(tone: SeriesTone, className: string, { x, y }: Plotted, r: number): string {
  switch (tone) {
    case 'first':
    case 'second':
      return element('circle', { class: className, cx: x, cy: y, r });
    case 'third':
      return element('rect', { class: className, x: x - r, y: y - r, width: 2 * r, height: 2 * r });
    case 'fourth':
      return polygon(className, [
        [x, y - r * 1.4],
        [x + r * 1.4, y],
        [x, y + r * 1.4],
        [x - r * 1.4, y],
      ]);
  }
}

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
