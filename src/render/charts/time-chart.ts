import { line } from 'd3-shape';
import type { ChartSeries, TimeChart } from '../../report/view-charts.ts';
import { boxOf, crosses, freeSpot, overlaps, type Box, type Spot } from './labels.ts';
import { element, escapeText, fixed, image } from './svg.ts';
import {
  endLabel,
  geometryOf,
  LABEL_SIZE,
  plot,
  segments,
  type Geometry,
  type Plotted,
  type Segment,
} from './time-geometry.ts';

const TEXT = LABEL_SIZE;

/** A label of a chart with its place: what the tests for overlap look at. */
export interface PlacedLabel {
  readonly text: string;
  readonly spot: Spot;
  readonly box: Box;
  readonly className: string;
}

interface Drawn {
  readonly series: ChartSeries;
  readonly plotted: readonly Plotted[];
  readonly pieces: readonly Segment[];
}

/** Returns a chart over time as SVG: values from zero, dates in proportion, every line labelled where it runs. */
export function renderTimeChart(chart: TimeChart): string {
  const geometry = geometryOf(chart);
  const drawn = draw(chart, geometry);
  const { width, height } = geometry.frame;
  return image(
    { id: chart.id, width, height, title: chart.title, description: chart.description },
    ...gridLines(chart, geometry),
    ...targetLine(chart, geometry),
    ...drawn.flatMap(seriesMarks),
    ...timeLabels(chart, geometry).map(textElement),
    ...placeLabels(chart, geometry, drawn).map(textElement),
  );
}

/** Returns the labels of a chart's lines and points, each free of the others. */
export function chartLabels(chart: TimeChart): PlacedLabel[] {
  const geometry = geometryOf(chart);
  return [...timeLabels(chart, geometry), ...placeLabels(chart, geometry, draw(chart, geometry))];
}

function draw(chart: TimeChart, geometry: Geometry): Drawn[] {
  return chart.series.map((series) => {
    const plotted = plot(series.points, geometry);
    return { series, plotted, pieces: segments(plotted) };
  });
}

function gridLines(chart: TimeChart, { frame, y, grid }: Geometry): string[] {
  return grid.flatMap((value) => [
    element('line', {
      class: value === 0 ? 'axis' : 'grid',
      x1: frame.left,
      x2: frame.width - frame.right,
      y1: y(value),
      y2: y(value),
    }),
    element(
      'text',
      { class: 'tick', x: frame.left - 6, y: y(value) + TEXT * 0.35, 'text-anchor': 'end' },
      escapeText(tickText(value, chart)),
    ),
  ]);
}

function tickText(value: number, chart: TimeChart): string {
  return chart.unit === 'share' ? `${fixed(value * 100)}%` : fixed(value);
}

function targetLine(chart: TimeChart, { frame, y }: Geometry): string[] {
  if (!chart.target) return [];
  const at = y(chart.target.value);
  return [
    element('line', { class: 'target', x1: frame.left, x2: frame.width - frame.right, y1: at, y2: at }),
  ];
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
  const last = plotted.length - 1;
  const marked = plotted.length > DOTTED_POINTS ? plotted.slice(last) : plotted;
  const dots = marked.map((one, index) =>
    element('circle', {
      class: `dot ${kind}`,
      cx: one.x,
      cy: one.y,
      r: index === marked.length - 1 ? 4 : 2.6,
    }),
  );
  return [...lines, ...dots];
}

/** Dates under the axis: the last and the first before all others, then whichever has room. */
function timeLabels(chart: TimeChart, { frame, x }: Geometry): PlacedLabel[] {
  const actual = chart.series.filter((one) => one.kind === 'actual').flatMap((one) => one.points);
  const periods = new Map(actual.map((point) => [point.period.key, point.period]));
  if (chart.target) periods.set(chart.target.by.key, chart.target.by);
  const ordered = [...periods.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
  const latest = actual.at(-1)?.period;
  const ranked = [ordered.at(-1), latest, ordered[0], ...ordered].flatMap((one) => (one ? [one] : []));
  const placed: PlacedLabel[] = [];
  const area = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  for (const period of new Set(ranked)) {
    const at = { x: x(period.end), y: frame.height - 6 };
    const spots: Spot[] = [
      { ...at, anchor: 'middle' },
      { ...at, x: at.x + 10, anchor: 'end' },
      { ...at, x: at.x - 10, anchor: 'start' },
    ];
    const taken = (box: Box): boolean =>
      placed.some((other) => overlaps({ ...box, left: box.left - 8, right: box.right + 8 }, other.box));
    const spot = freeSpot(period.label, TEXT, spots, area, taken);
    if (spot) placed.push(labelAt(period.label, spot, 'tick'));
  }
  return placed;
}

function labelAt(text: string, spot: Spot, className: string): PlacedLabel {
  return { text, spot, box: boxOf(text, TEXT, spot), className };
}

function placeLabels(chart: TimeChart, geometry: Geometry, drawn: readonly Drawn[]): PlacedLabel[] {
  const { frame } = geometry;
  const area: Box = { left: frame.left, top: 2, right: frame.width, bottom: frame.height - frame.bottom - 3 };
  const placed: PlacedLabel[] = [];
  const targetY = chart.target ? geometry.y(chart.target.value) : null;
  const taken = (box: Box): boolean =>
    placed.some((other) => overlaps(box, other.box)) ||
    drawn.some(
      ({ plotted, pieces }) =>
        plotted.some((one) => overlaps(box, dotBox(one))) ||
        pieces.some((piece) => crosses(box, piece.from, piece.to)),
    ) ||
    (targetY !== null && box.top < targetY && box.bottom > targetY);
  const lines = geometry.grid.map(geometry.y);
  const onGrid = (box: Box): boolean =>
    box.left < frame.width - frame.right && lines.some((at) => box.top < at && box.bottom > at);
  const put = (text: string, spots: readonly Spot[], className: string): void => {
    // Off the grid lines where there is room, else across one.
    const spot =
      freeSpot(text, TEXT, spots, area, (box) => taken(box) || onGrid(box)) ??
      freeSpot(text, TEXT, spots, area, taken);
    if (spot) placed.push(labelAt(text, spot, className));
  };
  for (const one of drawn) if (one.series.kind === 'actual') putEndLabel(one, chart, put);
  putTargetLabel(chart, geometry, put);
  for (const one of drawn) {
    if (one.series.kind === 'plan') putPlanLabel(one, put);
    else
      for (const at of worthLabelling(one.plotted))
        put(at.point.text, around(at), `value ${one.series.tone}`);
  }
  return placed;
}

/** More points than this are a course: its first, highest and lowest are labelled, the table has the others. */
const LABELLED_POINTS = 13;

/** The points but the last, which has its own label. */
function worthLabelling(plotted: readonly Plotted[]): readonly Plotted[] {
  const before = plotted.slice(0, -1);
  if (before.length < LABELLED_POINTS) return before;
  const byHeight = [...before].sort((a, b) => a.y - b.y);
  const chosen = new Set([before[0], byHeight[0], byHeight.at(-1)]);
  return before.filter((one) => chosen.has(one));
}

type Put = (text: string, spots: readonly Spot[], className: string) => void;

function putEndLabel({ series, plotted }: Drawn, chart: TimeChart, put: Put): void {
  const last = plotted.at(-1);
  if (!last) return;
  const text = endLabel(chart, series);
  const beside: Spot = { x: last.x + 12, y: last.y + TEXT * 0.33, anchor: 'start' };
  put(
    text,
    chart.size === 'full' ? [beside, ...around(last)] : [...around(last), beside],
    `value end ${series.tone}`,
  );
}

function putTargetLabel(chart: TimeChart, { frame, y }: Geometry, put: Put): void {
  if (!chart.target) return;
  const at = y(chart.target.value);
  const right = frame.width - frame.right;
  const spots: Spot[] = [
    { x: right, y: at + TEXT + 3, anchor: 'end' },
    { x: frame.left + 6, y: at + TEXT + 3, anchor: 'start' },
    { x: frame.left + 6, y: at - 5, anchor: 'start' },
    { x: right, y: at - 5, anchor: 'end' },
  ];
  put(chart.target.label, spots, 'target-label');
}

function putPlanLabel({ series, plotted }: Drawn, put: Put): void {
  const spots = [0.5, 0.6, 0.4, 0.7, 0.3].flatMap((share): Spot[] => {
    const at = plotted[Math.round((plotted.length - 1) * share)];
    return at
      ? [
          { x: at.x + 6, y: at.y - 8, anchor: 'start' },
          { x: at.x - 6, y: at.y + TEXT + 6, anchor: 'end' },
        ]
      : [];
  });
  put(series.label, spots, 'plan-label');
}

function around(at: Plotted): Spot[] {
  return [
    { x: at.x, y: at.y - 8, anchor: 'middle' },
    { x: at.x, y: at.y + TEXT + 6, anchor: 'middle' },
    { x: at.x + 9, y: at.y + 3, anchor: 'start' },
    { x: at.x + 8, y: at.y - 5, anchor: 'start' },
    { x: at.x - 8, y: at.y - 5, anchor: 'end' },
    { x: at.x + 8, y: at.y + TEXT, anchor: 'start' },
  ];
}

function dotBox(at: Plotted): Box {
  return { left: at.x - 4, top: at.y - 4, right: at.x + 4, bottom: at.y + 4 };
}

function textElement(label: PlacedLabel): string {
  const { x, y, anchor } = label.spot;
  return element('text', { class: label.className, x, y, 'text-anchor': anchor }, escapeText(label.text));
}
