import type { ChartPoint, ChartSeries } from './chart-series.ts';
import { formatList, midSentence, plural } from './format.ts';
import { periodInFull } from './view-text.ts';

/** More points than this are told by their ends and their extremes. */
const TOLD_POINTS = 8;

/** More lines than this are told by where they end, in one sentence. */
const MOVING_LINES = 2;

/** Returns `66 in January 2020, 72 in May 2020 and 39 in February 2021`. */
function pointList(points: readonly ChartPoint[]): string {
  return formatList(points.map(inPeriod));
}

/** Returns points in words: all of a few, of many the first and the last, the lowest and the highest. */
export function pointsText(points: readonly ChartPoint[]): string {
  const known = knownPoints(points);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'no figure is known';
  if (known.length <= TOLD_POINTS) return pointList(known);
  const byValue = [...known].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest = first, highest = last] = [byValue[0], byValue.at(-1)];
  return `${plural(known.length, 'figure')} from ${inPeriod(first)} to ${inPeriod(last)}; lowest ${inPeriod(lowest)}, highest ${inPeriod(highest)}`;
}

/** Returns a series in words: `Agency: 66 in January 2020 and 39 in February 2021.` */
export function seriesText({ label, points }: ChartSeries): string {
  return `${label}: ${pointsText(points)}.`;
}

/**
 * Returns what the lines of a chart say, with figures and times: how each moved, `Permanent rose from 141 in December 2020 to
 * 146 in February 2021; agency fell from …`; of more than two lines where each stands.
 */
export function seriesFinding(series: readonly ChartSeries[]): string {
  if (series.length <= MOVING_LINES)
    return series.map((one, index) => movementText(one, series[index - 1])).join('; ');
  const ends = series.flatMap((one) => {
    const last = knownPoints(one.points).at(-1);
    return last ? [{ label: one.label, last }] : [];
  });
  const [first] = ends;
  if (!first) return series.map(({ label }) => `${label}: no figure is known`).join('; ');
  const isSame = ends.every(({ last }) => last.period.key === first.last.period.key);
  const names = ends.map(({ label, last }, index) => {
    const name = index === 0 ? label : midSentence(label);
    return isSame ? `${name} ${last.text}` : `${name} ${inPeriod(last)}`;
  });
  return `${formatList(names)}${isSame ? ` in ${periodInFull(first.last.period)}` : ''}`;
}

/** Returns the last point that has a number as `39 in February 2021`; empty where there is none. */
export function latestText({ points }: ChartSeries): string {
  const last = knownPoints(points).at(-1);
  return last ? inPeriod(last) : '';
}

/** A line that moved over the time of the one before it does not say that time again. */
function movementText({ label, points }: ChartSeries, before: ChartSeries | undefined): string {
  const known = knownPoints(points);
  const [from, to] = [known[0], known.at(-1)];
  const name = before ? midSentence(label) : label;
  if (!from || !to) return `${name}: no figure is known`;
  if (from === to) return `${name}: ${inPeriod(to)}`;
  const change = (to.value ?? 0) - (from.value ?? 0);
  if (change === 0) return `${name} ${inPeriod(to)}, as in ${periodInFull(from.period)}`;
  const verb = change > 0 ? 'rose' : 'fell';
  return before && spanOf(before) === spanOf({ points })
    ? `${name} ${verb} from ${from.text} to ${to.text}`
    : `${name} ${verb} from ${inPeriod(from)} to ${inPeriod(to)}`;
}

/** Returns the first and the last period of a line that moved; empty where it did not. */
function spanOf({ points }: Pick<ChartSeries, 'points'>): string {
  const known = knownPoints(points);
  const [from, to] = [known[0], known.at(-1)];
  return from && to && from.value !== to.value ? `${from.period.key} ${to.period.key}` : '';
}

function knownPoints(points: readonly ChartPoint[]): ChartPoint[] {
  return points.filter((point) => point.value !== null);
}

function inPeriod({ text, period }: ChartPoint): string {
  return `${text} in ${periodInFull(period)}`;
}
