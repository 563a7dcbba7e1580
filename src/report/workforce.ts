import type { PaperContext } from '../papers/context.ts';
import { knownPeriods, standsOnIndicators } from '../papers/known-figures.ts';
import { DEFAULT_HEADLINES, DEFAULT_TABLE, REPEATS } from '../papers/default-figures.ts';
import { targetsOf } from '../papers/target-state.ts';
import { seriesPeriods } from '../papers/series-kind.ts';
import type { TableGroup } from '../model/dataset.ts';
import type { Period } from '../model/period.ts';
import { WHOLE } from '../metrics/book.ts';
import { kindOf } from '../metrics/registry.ts';
import { evaluationText } from '../metrics/wording.ts';
import { bridgesTo } from './bridges.ts';
import { periodRef } from './format.ts';
import type { FigureSet } from './figures.ts';
import type { Figure, WorkforceSection } from './report.ts';
import { isPrinted } from './sections.ts';

/** Periods in the table where the configuration does not say: a year and the month before it. */
export const TABLE_PERIODS = 13;
const HEADLINES = 4;

/**
 * Returns the workforce section: table, headlines, series and bridges. Every figure in it is added to the set. Ids
 * that nothing is known of are left out: they are errors, found by `check/figures`. A paper without the section has its
 * headlines and the series of those and of its targets alone.
 */
export function workforceSection(figures: FigureSet): WorkforceSection {
  const { workstream, meeting, periods } = figures.context;
  const columns = tableColumns(figures.context);
  const isTabled = isPrinted(figures.context, 'workforce');
  const groups = isTabled ? tableOf(figures, columns) : [];
  const headlines = headlinesOf(figures, periods.at(-1));
  const charted = [
    ...groups.flatMap((group) => group.rows.map((row) => row.metric)),
    ...headlines.map((figure) => figure.metric),
    ...targetsOf(figures.context).flatMap((target) => target.metric ?? []),
  ];
  const { commentary } = meeting.paper;
  return {
    population: workstream.population,
    basis: workstream.basis,
    periods: columns.map(periodRef),
    groups,
    headlines: headlines.map((figure) => figure.id),
    series: [...new Set(charted)].flatMap((id) => rowOf(figures, id, ownPeriods(figures, id) ?? periods)),
    bridges: isTabled ? bridgesTo(figures, columns) : [],
    movements: [],
    ...(commentary && { commentary: commentary.value }),
  };
}

/** Returns the periods of the workforce table, oldest first. */
export function tableColumns({
  periods,
  workstream,
}: Pick<PaperContext, 'periods' | 'workstream'>): readonly Period[] {
  return periods.slice(-(workstream.periods ?? TABLE_PERIODS));
}

type Row = WorkforceSection['groups'][number]['rows'][number];

function tableOf(figures: FigureSet, columns: readonly Period[]): WorkforceSection['groups'] {
  const { workstream } = figures.context;
  const chosen = workstream.table.map(({ label, rows }) => ({
    label,
    rows: rows.flatMap((id) => rowOf(figures, id, columns)),
  }));
  if (chosen.length > 0) return chosen;
  return [...DEFAULT_TABLE, ...ownDefinitions(figures)]
    .map(({ label, rows }) => ({
      label,
      rows: rows
        .filter((id) => isAvailable(figures, id, columns) && !isRepeated(figures, id, columns))
        .flatMap((id) => rowOf(figures, id, columns)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function ownDefinitions({ context }: FigureSet): TableGroup[] {
  const listed = new Set(DEFAULT_TABLE.flatMap((group) => group.rows));
  const own = [...context.figures.registry.kinds.values()].filter((kind) => kind.origin === 'council');
  return [{ label: 'Other', rows: own.map((kind) => kind.id).filter((id) => !listed.has(id)) }];
}

/** Whether another row of the table has the same in every period. */
function isRepeated({ context }: FigureSet, id: string, columns: readonly Period[]): boolean {
  const other = REPEATS[id];
  if (other === undefined) return false;
  const { figures: evaluator, workstream } = context;
  const text = (one: string, period: Period): string =>
    evaluationText(
      evaluator.evaluate({ id: one, period, group: WHOLE, basis: workstream.basis }),
      evaluator.registry,
    );
  return columns.every((period) => text(id, period) === text(other, period));
}

/** Whether there is a number for one of the periods, or a marker that somebody wrote: a marker computed is none. */
function isAvailable({ context }: FigureSet, id: string, columns: readonly Period[]): boolean {
  const { figures: evaluator, workstream } = context;
  return columns.some((period) => {
    const { outcome, source } = evaluator.evaluate({ id, period, group: WHOLE, basis: workstream.basis });
    return outcome.kind === 'number' || (outcome.kind === 'marker' && source === 'given');
  });
}

function rowOf(figures: FigureSet, id: string, periods: readonly Period[]): Row[] {
  const kind = kindOf(figures.context.figures.registry, id);
  if (kind === undefined) return [];
  const ids = periods.flatMap((period) => figures.figure(id, period)?.id ?? []);
  return [{ metric: id, label: kind.label, unit: kind.unit, figures: ids }];
}

function headlinesOf(figures: FigureSet, latest: Period | undefined): Figure[] {
  const { headlines } = figures.context.workstream;
  if (headlines.length > 0) return headlines.flatMap((id) => headlineOf(figures, id, latest));
  if (latest === undefined) return [];
  return DEFAULT_HEADLINES.filter((id) => isAvailable(figures, id, [latest]))
    .slice(0, HEADLINES)
    .flatMap((id) => figures.figure(id, latest) ?? []);
}

function headlineOf(figures: FigureSet, id: string, latest: Period | undefined): Figure[] {
  const period = ownPeriods(figures, id)?.at(-1) ?? latest;
  const figure = period && figures.figure(id, period);
  return figure ? [figure] : [];
}

/**
 * Returns the periods of an indicator of the whole, oldest first and of one kind: they are not the workforce's. Undefined for a figure that does not stand on indicators.
 */
function ownPeriods(
  { context: { figures, workstream, meeting } }: FigureSet,
  id: string,
): Period[] | undefined {
  const series = { id, group: WHOLE, basis: workstream.basis };
  if (!standsOnIndicators(figures, series)) return undefined;
  return seriesPeriods(knownPeriods(figures, series), meeting.date);
}
