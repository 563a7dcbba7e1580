import { isRolling } from '../papers/flow.ts';
import type { PaperContext } from '../papers/context.ts';
import { WHOLE } from '../metrics/book.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import { TREND_POINTS } from '../metrics/xmr.ts';
import type { Basis, Group } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import type { Period } from '../model/period.ts';
import type { FigureSet } from './figures.ts';
import { formatList, midSentence } from './format.ts';
import { levelsOf } from './levels.ts';
import type { Trend, WorkforceSection } from './report.ts';
import { groupInData, valuedPeriods } from './series.ts';
import { scopeText } from './words.ts';
import { seenLimits } from './xmr-limits.ts';

/** Trends that a workstream without charts has at most: one for each figure of its first page. */
const DEFAULT_TRENDS = 4;

/** Why a series has no limits: neighbouring points move together, which an XmR chart would take for signals. */
const ROLLING = '; a rolling rate of twelve months, whose points overlap, so that no limits are drawn';

/** What a chart over time is of. */
interface Chart {
  readonly id: string;
  readonly title?: string | undefined;
  readonly ids: readonly string[];
  readonly of: Group;
  readonly basis: Basis;
  readonly limits: boolean;
}

/**
 * Returns the charts over time that the workstream's configuration describes, in its order; where it describes none, one
 * for each headline figure with 12 points or more, at most 4. A chart of which the data has no value is left out.
 */
export function trends(figures: FigureSet, workforce: WorkforceSection): Trend[] {
  const { workstream } = figures.context;
  const charts = workstream.charts.map(
    ({ id, title, figures: ids, of, basis = workstream.basis, limits }): Chart => {
      return { id, title, ids: ids.map((one) => one.value), of, basis, limits };
    },
  );
  const shown = charts.length > 0 ? charts : defaultCharts(figures, workforce);
  return shown
    .flatMap((chart) => byUnit(figures.context, chart))
    .flatMap((one) => trendOf(figures, one) ?? []);
}

function defaultCharts(figures: FigureSet, { headlines }: WorkforceSection): Chart[] {
  const { context } = figures;
  const { basis } = context.workstream;
  const ids = [...new Set(headlines.flatMap((headline) => figures.all()[headline]?.metric ?? []))];
  return ids
    .filter((id) => numbersOf(context, id, basis) >= TREND_POINTS)
    .slice(0, DEFAULT_TRENDS)
    .map((id) => ({ id: `${id}-trend`, ids: [id], of: WHOLE, basis, limits: true }));
}

function numbersOf(context: PaperContext, id: string, basis: Basis): number {
  return valuedPeriods(context, { ids: [id], groups: [WHOLE], basis }).filter(
    (period) => context.figures.evaluate({ id, period, group: WHOLE, basis }).outcome.kind === 'number',
  ).length;
}

/**
 * One axis has one unit: figures of another get a chart of their own, after the first. Ids that nothing is known of are
 * errors, which `check/figures` finds.
 */
function byUnit({ figures: { registry } }: PaperContext, chart: Chart): Chart[] {
  const kinds = [...new Set(chart.ids)].flatMap((id) => kindOf(registry, id) ?? []);
  return [...groupBy(kinds, (kind) => kind.unit)].map(([unit, some], index) => {
    const ids = some.map((kind) => kind.id);
    if (index === 0) return { ...chart, ids, limits: chart.limits && ids.length === kinds.length };
    return { ...chart, id: `${chart.id}.${unit}`, title: titleOf(some), ids, limits: false };
  });
}

function trendOf(figures: FigureSet, chart: Chart): Trend | undefined {
  const { context } = figures;
  const kinds = chart.ids.flatMap((id) => kindOf(context.figures.registry, id) ?? []);
  const [first] = kinds;
  const { basis } = chart;
  const of = groupInData(context, chart.of);
  const periods = valuedPeriods(context, { ids: kinds.map((kind) => kind.id), groups: [of], basis });
  if (first === undefined || periods.length === 0) return undefined;
  const name = chart.title ?? titleOf(kinds);
  const single = kinds.length === 1 && chart.limits;
  const rolling = single && isRolling(context.figures.registry, first.id);
  const seen = single && !rolling ? seenLimits(figures, first, { group: of, basis, periods }) : undefined;
  return {
    id: chart.id,
    title: seen ? `${name}: ${seen.seen}` : name,
    scope: `${scopeText(context, { group: of, basis, kinds })}${rolling ? ROLLING : ''}`,
    unit: first.unit,
    series: kinds.map((kind) => ({
      metric: kind.id,
      label: kind.label,
      figures: seriesIds(figures, kind, { of, basis, periods }),
    })),
    ...(seen && { xmr: seen.limits }),
    levels: kinds.flatMap((kind) => levelsOf(context, kind, of, kinds.length > 1)),
  };
}

function titleOf(kinds: readonly FigureKind[]): string {
  const labels = kinds.map(({ label }, index) => (index === 0 ? label : midSentence(label)));
  return formatList(labels);
}

/** A figure for each period of the chart: one without a number is a gap in its line. */
function seriesIds(
  figures: FigureSet,
  { id }: FigureKind,
  { of, basis, periods }: { of: Group; basis: Basis; periods: readonly Period[] },
): string[] {
  return periods.flatMap((period) => figures.figure(id, period, of, basis)?.id ?? []);
}
