import type { Evaluator } from '../../metrics/evaluate.ts';
import { areAdjacent } from '../../metrics/periods.ts';
import type { Group } from '../../model/dataset.ts';
import { comparePeriods, isSamePeriod, periodName, type Period } from '../../model/period.ts';
import { periodRef } from '../../model/period-ref.ts';
import { compareTexts } from '../../model/text-order.ts';
import { REPEATS } from '../../papers/default-figures.ts';
import { isFlow } from '../../papers/flow.ts';
import { latestKnown, type FigureSeries } from '../../papers/known-figures.ts';
import { groupSubject } from '../../papers/subject.ts';
import type { FigureChange, WorkstreamComparison } from '../comparison.ts';
import type { CompareRequest, PaperPair, SidePapers } from '../side.ts';
import { cellChange, differingCells } from './cell-changes.ts';
import { cellsOf } from './cells.ts';
import { isDefaultTable } from './choices.ts';
import { figureChange, type ComparedKeys, type SizedChange } from './figure-change.ts';
import { inOrder } from './order.ts';
import { createReckonings } from './reckoning.ts';
import { restatedFigures, type Restating } from './restated.ts';
import { comparedSeries, seriesName } from './series.ts';

/**
 * Returns how the figures of a workstream differ between two sides: those of the two periods, those of one period that
 * were restated, and every cell behind them. Figures that are equal are left out; small changes are marked, and stay.
 */
export function compareFigures(
  pair: PaperPair,
  { parts, tolerance, floor }: Pick<CompareRequest, 'parts' | 'tolerance' | 'floor'>,
): Pick<WorkstreamComparison, 'figures' | 'restated' | 'cells' | 'periods'> {
  const { form, before, after } = pair;
  const isAsked = ({ indicator }: { readonly indicator: boolean }): boolean =>
    parts.includes(indicator ? 'indicators' : 'workforce');
  const reckonings = createReckonings(pair);
  const limits = { ...(tolerance && { tolerance }), ...(floor && { floor }) };
  const restating = { pair, reckonings, series: comparedSeries(pair, reckonings), limits };
  const cells = differingCells(cellsOf(before, form), cellsOf(after, form));
  const isWithPeriods = form !== 'periods' && parts.includes('workforce');
  return {
    figures: movedFigures(restating).filter(isAsked),
    restated: form === 'periods' ? [] : restatedFigures(restating, cells).filter(isAsked),
    cells: cells.map((one) => cellChange(one, tolerance)).filter(isAsked),
    periods: isWithPeriods ? periodChanges(pair) : { new: [], gone: [] },
  };
}

/** Two periods, the first side's and the second's. */
type Periods = readonly [Period, Period];

function movedFigures(restating: Restating): FigureChange[] {
  const { pair, series } = restating;
  const [from, to] = [pair.before.period, pair.after.period];
  const periods: Periods | undefined = from && to && [from, to];
  const isOfPeriods = pair.form === 'periods';
  const own = isOfPeriods ? series.indicators : [];
  const shared =
    periods && !isSamePeriod(...periods)
      ? sharedChanges(restating, [...series.workforce, ...own], periods)
      : [];
  const latest = isOfPeriods ? [] : series.indicators.flatMap((one) => latestChange(restating, one) ?? []);
  return withoutRepeats(pair, inOrder([...shared, ...latest]));
}

/** A breakdown that one side only has is told of as such: each of its figures would be new or gone. */
function sharedChanges(
  restating: Restating,
  series: readonly FigureSeries[],
  periods: Periods,
): SizedChange[] {
  const [from, to] = periods;
  const known = [knownGroups(restating, series, 'before', from), knownGroups(restating, series, 'after', to)];
  return series.flatMap((one) => {
    const mayAppear = isWhole(one.group) || known.every((names) => names.has(groupName(one)));
    return changeOf(restating, one, periods, mayAppear) ?? [];
  });
}

/** Returns the names of the groups of which a side has any of the figures at a period. */
function knownGroups(
  { reckonings }: Restating,
  series: readonly FigureSeries[],
  side: 'before' | 'after',
  period: Period,
): Set<string> {
  const known = series.filter((one) =>
    reckonings
      .allOf(one.id)
      .some(({ [side]: figures }) => figures.evaluate({ ...one, period }).outcome.kind !== 'missing'),
  );
  return new Set(known.map(groupName));
}

/** An indicator has periods of its own: its latest figure on one side against its latest on the other. */
function latestChange(restating: Restating, series: FigureSeries): SizedChange | undefined {
  const { pair, reckonings } = restating;
  const all = reckonings.allOf(series.id);
  const [from, to] = [
    latestPeriod(
      pair.before,
      all.map(({ before }) => before),
      series,
    ),
    latestPeriod(
      pair.after,
      all.map(({ after }) => after),
      series,
    ),
  ];
  const isOnBoth = from !== undefined && to !== undefined;
  // The same period with another figure was restated.
  if (isOnBoth && isSamePeriod(from, to)) return undefined;
  const [first, second] = [from ?? to, to ?? from];
  return first && second && changeOf(restating, series, [first, second], isOnBoth || isWhole(series.group));
}

/** Where definitions differ, a figure may be known for longer under one of them. */
function latestPeriod(
  { context: { meeting } }: SidePapers,
  under: readonly Evaluator[],
  series: FigureSeries,
): Period | undefined {
  return under
    .flatMap((figures) => latestKnown({ figures, meeting }, series)?.key.period ?? [])
    .sort(comparePeriods)
    .at(-1);
}

function changeOf(
  { pair, reckonings, limits }: Restating,
  series: FigureSeries,
  [from, to]: Periods,
  mayAppear: boolean,
): SizedChange | undefined {
  const ofTime = reckonings.allOf(series.id).some(({ registry }) => isFlow(registry, series.id));
  // What happened in a month is not compared with what happened in a year.
  if (from.kind !== to.kind && ofTime) return undefined;
  const keys: ComparedKeys = {
    name: nameOf(pair, series),
    before: { ...series, period: from },
    after: { ...series, period: to },
    mayAppear: () => mayAppear,
    // Two periods of the same papers: there is nothing that either could say of the other.
    mayBeRevised: pair.form !== 'periods' && !isSamePeriod(from, to),
    isApart: ofTime && !followsOther(from, to),
  };
  return figureChange(reckonings, keys, limits);
}

function followsOther(from: Period, to: Period): boolean {
  return isSamePeriod(from, to) || areAdjacent(from, to) || areAdjacent(to, from);
}

function nameOf({ after }: PaperPair, { id, group, basis }: FigureSeries): string {
  const own = basis === after.context.workstream.basis ? {} : { basis };
  return groupSubject(id, { ...group, ...own });
}

/** A rate that is one number with another is not told twice, where the papers do not ask for both. */
function withoutRepeats({ before, after }: PaperPair, changes: readonly FigureChange[]): FigureChange[] {
  const textOf = (one: FigureChange, metric: string): string =>
    JSON.stringify([seriesName({ ...one, id: metric }), one.before.text, one.after.text]);
  const told = new Set(changes.map((one) => textOf(one, one.metric)));
  const isDefault = [before, after].every(({ context }) => isDefaultTable(context));
  return changes.filter((one) => {
    const other = Object.hasOwn(REPEATS, one.metric) ? REPEATS[one.metric] : undefined;
    return !isDefault || other === undefined || !told.has(textOf(one, other));
  });
}

function isWhole(group: Group): boolean {
  return Object.keys(group).length === 0;
}

function groupName({ group, basis }: FigureSeries): string {
  return seriesName({ id: '', group, basis });
}

function periodChanges({ before, after }: PaperPair): WorkstreamComparison['periods'] {
  const [first, second] = [workforcePeriods(before), workforcePeriods(after)];
  const only = (some: ReadonlyMap<string, Period>, others: ReadonlyMap<string, Period>) =>
    [...some]
      .filter(([name]) => !others.has(name))
      .map(([, period]) => period)
      .sort((a, b) => comparePeriods(a, b) || compareTexts(a.kind, b.kind))
      .map(periodRef);
  return { new: only(second, first), gone: only(first, second) };
}

function workforcePeriods({ context }: SidePapers): Map<string, Period> {
  const given = [...context.figures.book.given.values()].filter(
    ({ observation, indicator }) => !indicator && observation.cell.kind !== 'missing',
  );
  return new Map(given.map(({ observation: { period } }) => [periodName(period), period]));
}
