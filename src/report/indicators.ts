import { perPeriod } from '../papers/flow.ts';
import { indicatorGroups, indicatorsOf, isLevelClear } from '../papers/indicator-state.ts';
import { latestKnown } from '../papers/known-figures.ts';
import type { PaperContext } from '../papers/context.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import type { Group, Indicator } from '../model/dataset.ts';
import { toDecimal, type Exact } from '../model/exact.ts';
import { judgeLimit, limitFor, placesOfGap } from '../risk/limit.ts';
import type { FigureSet } from './figures.ts';
import { formatGap, formatLevel } from './format.ts';
import type { IndicatorRow } from './report.ts';
import { valuedPeriods } from './series.ts';

/**
 * Returns the workstream's indicators in the order of the configuration, each for the whole and then for every group that
 * the data has of it, by its latest figure. One that a table of the paper shows, and that is held against no level, is not
 * listed a second time.
 */
export function indicatorRows(figures: FigureSet): IndicatorRow[] {
  const { context } = figures;
  const tabled = tabledIds(context);
  const listed = indicatorsOf(context).filter(({ id, limits }) => limits.length > 0 || !tabled.has(id));
  return listed.flatMap((indicator) => {
    const kind = kindOf(context.figures.registry, indicator.id);
    if (kind === undefined) return [];
    return indicatorGroups(context, indicator).flatMap(
      (group) => rowOf(figures, { indicator, kind, group }) ?? [],
    );
  });
}

/** Returns the ids of what the configured tables show, those in brackets too. */
function tabledIds({ workstream, programme }: PaperContext): ReadonlySet<string> {
  const ids = new Set(workstream.tables.flatMap((table) => table.figures.map((figure) => figure.value)));
  const inBrackets = programme.indicators.flatMap(({ id, bracket }) =>
    bracket && ids.has(id) ? [bracket.indicator] : [],
  );
  return new Set([...ids, ...inBrackets]);
}

interface Subject {
  readonly indicator: Indicator;
  readonly kind: FigureKind;
  readonly group: Group;
}

function rowOf(figures: FigureSet, { indicator, kind, group }: Subject): IndicatorRow | undefined {
  const { context } = figures;
  const { id } = kind;
  const { basis } = context.workstream;
  const latest = latestKnown(context, { id, group, basis });
  const figure = latest && figures.figure(id, latest.key.period, group);
  if (latest === undefined || figure === undefined) return undefined;
  const series = valuedPeriods(context, { ids: [id], groups: [group], basis }).flatMap(
    (period) => figures.figure(id, period, group)?.id ?? [],
  );
  const limit = limitOf(context, indicator, kind, latest, figure.places);
  return {
    indicator: id,
    label: kind.label,
    group,
    figure: figure.id,
    series,
    ...partsOf(figures, indicator, latest),
    ...(limit && { limit }),
  };
}

function partsOf(
  figures: FigureSet,
  { id, parts }: Indicator,
  { key }: Evaluation,
): Pick<IndicatorRow, 'numerator' | 'denominator'> {
  if (parts === undefined) return {};
  const part = (name: 'numerator' | 'denominator') => {
    const partId = `${id}_${name}`;
    const { outcome } = figures.context.figures.evaluate({ ...key, id: partId });
    const figure = outcome.kind === 'missing' ? undefined : figures.figure(partId, key.period, key.group);
    return figure && { [name]: { label: parts[name], figure: figure.id } };
  };
  return { ...part('numerator'), ...part('denominator') };
}

function limitOf(
  context: PaperContext,
  indicator: Indicator,
  kind: FigureKind,
  { key, outcome }: Evaluation,
  places: number,
): IndicatorRow['limit'] {
  const limit = limitFor(indicator, key.group);
  if (limit === undefined || outcome.kind !== 'number') return undefined;
  if (!isLevelClear(context, indicator.id, key.group)) return undefined;
  const { met, rag, gap } = judgeLimit(limit, outcome.number.value);
  const { unit } = kind;
  const level = `${formatLevel(limit.value, unit)}${perPeriod(context.figures.registry, kind, key.period)}`;
  return {
    kind: limit.kind,
    at: limit.at,
    text: `${limit.direction === 'lower' ? 'at most' : 'at least'} ${level}`,
    decimal: toDecimal(limit.value),
    ...(limit.amberTo && { amberText: `amber to ${formatLevel(limit.amberTo, unit)}` }),
    met,
    gapText: gapText(gap, unit, places, limit.kind),
    rag,
  };
}

function gapText(gap: Exact, unit: FigureKind['unit'], places: number, what: string): string {
  if (gap.n === 0n) return `at the ${what}`;
  return `${formatGap(gap, unit, placesOfGap(places, gap, unit))} ${gap.s > 0n ? 'above' : 'below'} the ${what}`;
}
