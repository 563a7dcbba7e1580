import type { Sparkline } from '../../report/view-charts.ts';
import { element, escapeText } from './svg.ts';
import { plot, segments } from './time-geometry.ts';
import { scaleLinear } from 'd3-scale';
import { daysBetween, type PlainDate } from '../../model/plain-date.ts';

const WIDTH = 68;
const HEIGHT = 28;
const EDGE = 4;

/** Returns a sparkline as SVG: from zero, dates in proportion, dashed over missing periods, its level as a thin line. */
export function renderSparkline(spark: Sparkline): string {
  const first = spark.points[0]?.period.end ?? '';
  const days = (end: string): number => daysBetween(first as PlainDate, end as PlainDate);
  const values = [spark.level, ...spark.points.map(({ value }) => value)].filter((value) => value !== null);
  const x = scaleLinear(
    [0, Math.max(1, days(spark.points.at(-1)?.period.end ?? first))],
    [EDGE, WIDTH - EDGE],
  );
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT - EDGE, EDGE]);
  const plotted = plot(spark.points, {
    x: (end) => x(days(end)),
    y: (value) => y(value),
  });
  const last = plotted.at(-1);
  return element(
    'svg',
    {
      class: 'spark',
      role: 'img',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      'aria-label': spark.title,
    },
    element('title', {}, escapeText(spark.title)),
    element('line', { class: 'axis', x1: 0, x2: WIDTH, y1: y(0), y2: y(0) }),
    ...(spark.level === null
      ? []
      : [element('line', { class: 'target', x1: 0, x2: WIDTH, y1: y(spark.level), y2: y(spark.level) })]),
    ...segments(plotted).map(({ from, to, dashed }) =>
      element('line', {
        class: `line actual first${dashed ? ' gap' : ''}`,
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
      }),
    ),
    ...(last ? [element('circle', { class: 'dot actual first', cx: last.x, cy: last.y, r: 3 })] : []),
  );
}
