import { latestKnown } from '../papers/known-figures.ts';
import type { PaperContext } from '../papers/context.ts';
import { groupText, WHOLE } from '../metrics/book.ts';
import { benchmarkCautions, comparable, likeForLike } from '../metrics/benchmarks.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import type { Benchmark, Group } from '../model/dataset.ts';
import { toDecimal, type Exact } from '../model/exact.ts';
import { groupBy } from '../model/group-by.ts';
import { comparePeriods } from '../model/period.ts';
import { publishedBenchmarks } from './benchmarks-published.ts';
import type { FigureSet } from './figures.ts';
import { formatBasis, formatCell, formatChange, formatPeriod, formatValue, midSentence } from './format.ts';
import type { BenchmarkComparison, Figure } from './report.ts';
import { isSameKindOfRate } from '../metrics/same-rate.ts';
import { groupInData, isFromIndicators } from './series.ts';
import { groupLabel } from './words.ts';

type Row = BenchmarkComparison['rows'][number];

/** The council's figure under a benchmark's definition, and the benchmarks of that definition. */
interface Match {
  readonly kind: FigureKind;
  readonly evaluation: Evaluation;
  readonly benchmarks: readonly Benchmark[];
}

/**
 * Returns others' figures beside the council's, like for like: of the metrics that the report prints so far, of other
 * definitions of the same kind of rate, and of whatever the meetings' own benchmarks name. One whose definition and basis
 * no figure of the council has is left out: what cannot be compared is not set side by side.
 */
export function benchmarkComparisons(figures: FigureSet): BenchmarkComparison[] {
  const { context } = figures;
  const printed = printedFigures(figures);
  const { own, downloaded } = publishedBenchmarks(context);
  const definitions = groupBy([...own, ...downloaded], ({ metric, formula, basis }) =>
    JSON.stringify([metric, formula ?? null, basis ?? null]),
  );
  return [...definitions.values()].flatMap((benchmarks) =>
    matchesOf(context, benchmarks).flatMap((match): BenchmarkComparison[] => {
      const others = printed.filter(({ metric }) => metric !== match.kind.id);
      const rival = others.find((one) => isRival(context, one, match.kind));
      const isNamed = benchmarks.some((one) => own.includes(one));
      const isPrinted = printed.some(({ metric }) => metric === match.kind.id);
      return isNamed || isPrinted || rival ? comparisonOf(figures, match, rival) : [];
    }),
  );
}

/** The newest figure of each metric that the report prints so far. */
function printedFigures(figures: FigureSet): Figure[] {
  const newest = new Map<string, Figure>();
  const all = Object.values(figures.all()).sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
  for (const figure of all.filter((one) => groupText(one.group) === '')) newest.set(figure.metric, figure);
  return [...newest.values()].sort((a, b) => (a.metric < b.metric ? -1 : 1));
}

function isRival({ figures }: PaperContext, { metric }: Figure, kind: FigureKind): boolean {
  const other = kindOf(figures.registry, metric);
  return other !== undefined && isSameKindOfRate(figures.registry, other, kind);
}

/** The whole, where the data has the figure for it; else each group that a table or a chart is about. */
function matchesOf(context: PaperContext, benchmarks: readonly Benchmark[]): Match[] {
  const { tables, charts } = context.workstream;
  const groups = [...tables, ...charts].map(({ of }) => groupInData(context, of));
  const distinct = new Map(groups.map((group) => [groupText(group), group]));
  const whole = matchOf(context, benchmarks, WHOLE);
  if (whole !== undefined) return [whole];
  return [...distinct.values()].flatMap((group) => matchOf(context, benchmarks, group) ?? []);
}

function matchOf(context: PaperContext, benchmarks: readonly Benchmark[], group: Group): Match | undefined {
  const { basis } = context.workstream;
  const [benchmark] = benchmarks;
  const period = context.periods.at(-1) ?? benchmark?.period;
  if (benchmark === undefined || period === undefined) return undefined;
  const found = likeForLike(context.figures, benchmark, { group, period, basis });
  if (found === undefined) return undefined;
  const evaluation = latestKnown(context, found.evaluation.key);
  return evaluation?.outcome.kind === 'number' ? { kind: found.kind, evaluation, benchmarks } : undefined;
}

function comparisonOf(figures: FigureSet, match: Match, rival: Figure | undefined): BenchmarkComparison[] {
  const { context } = figures;
  const { kind, benchmarks } = match;
  const { id, period, group, basis } = match.evaluation.key;
  const own = figures.figure(id, period, group, basis);
  if (own === undefined) return [];
  const newest = newestOfPlaces(benchmarks);
  return [
    {
      metric: kind.id,
      label: labelOf(context, match),
      own: own.id,
      ...(rival && {
        notCompared: { figure: rival.id, because: reasonAgainst(context, rival, benchmarks) },
      }),
      cautions: cautionsOf(context, match, newest),
      rows: [...benchmarks]
        .sort(byLevelAndPeriod)
        .map((one) => rowOf(one, match, newest.includes(one) ? own.places : undefined)),
    },
  ];
}

/** Returns the figure's label, with whose and on which basis it is where that is not the whole on the workstream's own. */
function labelOf({ workstream }: PaperContext, { kind, evaluation: { key } }: Match): string {
  const basis: readonly string[] = key.basis === workstream.basis ? [] : [formatBasis(key.basis)];
  const words = [groupLabel(key.group), ...basis].filter((word) => word !== '');
  return words.length === 0 ? kind.label : `${kind.label} (${words.join(', ')})`;
}

function reasonAgainst(
  { figures: { registry } }: PaperContext,
  { metric, basis }: Figure,
  [benchmark]: readonly Benchmark[],
): string {
  const kind = kindOf(registry, metric);
  if (kind === undefined || benchmark === undefined) return '';
  const result = comparable(registry, benchmark, kind, basis);
  return result.comparable ? '' : result.because.join(' ');
}

function newestOfPlaces(benchmarks: readonly Benchmark[]): Benchmark[] {
  const places = groupBy(benchmarks, ({ level, place }) => JSON.stringify([level, place]));
  return [...places.values()].flatMap(
    (some) => [...some].sort((a, b) => comparePeriods(b.period, a.period))[0] ?? [],
  );
}

/** Of the newest figure of each place: an earlier year says of itself that it is one. */
function cautionsOf(context: PaperContext, match: Match, newest: readonly Benchmark[]): string[] {
  const { period, group } = match.evaluation.key;
  const population = groupLabel(group) || context.workstream.population;
  const isIndicator = isFromIndicators(context, match.kind);
  const cautions = newest.flatMap((one) =>
    isIndicator
      ? [...publishedOf(one), ...benchmarkCautions({ ...one, population }, { population, period })]
      : benchmarkCautions(one, { population, period }),
  );
  return [...new Set(cautions)];
}

/** Whom an indicator counts is not in the data, so only the publisher's word can be told. */
function publishedOf({ population }: Benchmark): string[] {
  return population === undefined ? [] : [`The published figure is of ${midSentence(population)}.`];
}

const LEVELS: readonly Benchmark['level'][] = ['england', 'region', 'authority', 'other'];

function byLevelAndPeriod(a: Benchmark, b: Benchmark): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || comparePeriods(a.period, b.period);
}

/** `places`: those of the council's figure, for the difference; none for an earlier year, beside which it has no meaning. */
function rowOf(benchmark: Benchmark, { kind, evaluation }: Match, places: number | undefined): Row {
  const { cell, period, periodLabel, place, level, source, at } = benchmark;
  const row = { place, level, period: periodLabel ?? formatPeriod(period) };
  const value = valueOf(benchmark, kind);
  if (cell.kind !== 'number' || value === undefined) return { ...row, text: formatCell(cell), source, at };
  const own = evaluation.outcome.kind === 'number' ? evaluation.outcome.number.value : undefined;
  const difference = own && places !== undefined ? own.sub(value) : undefined;
  return {
    ...row,
    text: formatValue(value, kind.unit, cell.places),
    decimal: toDecimal(value),
    ...(difference && {
      differenceText: formatChange(difference, kind.unit, Math.min(places ?? 0, cell.places)),
    }),
    source,
    at,
  };
}

/** A share without a % sign, or a count with one, says something else than was meant: it is shown, and not reckoned with. */
function valueOf({ cell }: Benchmark, { unit }: FigureKind): Exact | undefined {
  if (cell.kind !== 'number') return undefined;
  return (unit === 'share') === (cell.notation === 'percent') ? cell.value : undefined;
}
