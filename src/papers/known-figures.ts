import { groupText, WHOLE, type FigureKey } from '../metrics/book.ts';
import type { Evaluation, Evaluator } from '../metrics/evaluate.ts';
import { groupKey } from '../metrics/census.ts';
import { idsBehind } from '../metrics/family.ts';
import { once } from '../model/once.ts';
import type { Basis, Group } from '../model/dataset.ts';
import { comparePeriods, periodName, type Period } from '../model/period.ts';
import type { PaperContext } from './context.ts';
import { seriesPeriods } from './series-kind.ts';

/** A figure at any period. */
export type FigureSeries = Omit<FigureKey, 'period'>;

/**
 * Returns the periods at which the data has a figure (given or computed; a marker too), oldest first. They are its own
 * ones, whatever other figures the data has for other periods and groups.
 */
export function knownPeriods(figures: Evaluator, series: FigureSeries): readonly Period[] {
  const { id, basis, group } = series;
  // The id comes last: nothing else can hold what would be taken for the end of a part.
  const name = `${basis} ${groupKey(group)} ${id}`;
  const known = foundIn(figures).known;
  const before = known.get(name);
  if (before !== undefined) return before;
  const periods = behind(figures, series).periods.filter((period) => isKnown(figures, { ...series, period }));
  known.set(name, periods);
  return periods;
}

/** Returns the latest figure of a series that is not missing, of the periods that the series is made of, or undefined. */
export function latestKnown(
  { figures, meeting }: Pick<PaperContext, 'figures' | 'meeting'>,
  series: FigureSeries,
): Evaluation | undefined {
  const latest = seriesPeriods(knownPeriods(figures, series), meeting.date).at(-1);
  return latest && figures.evaluate({ ...series, period: latest });
}

/** Returns the whole, and the groups for which the data gives the figure or anything that it is computed from. */
export function groupsBehind(figures: Evaluator, figure: Omit<FigureSeries, 'group'>): readonly Group[] {
  return behind(figures, figure).groups;
}

/** Returns whether a figure stands on tables of indicators, whose periods are not those of the workforce. */
export function standsOnIndicators(figures: Evaluator, figure: Omit<FigureSeries, 'group'>): boolean {
  return behind(figures, figure).indicators;
}

/** What the data gives of a figure, or of anything that it is computed from. */
interface Behind {
  /** Oldest first. */
  readonly periods: readonly Period[];
  /** The whole first. */
  readonly groups: readonly Group[];
  /** Whether any of it is from a table of indicators. */
  readonly indicators: boolean;
}

/** What was found in the figures so far: rules and the report ask for the same series many times. */
interface Found {
  /** A table of many groups is searched once for a figure, not once for each of its groups. */
  readonly behind: Map<string, Behind>;
  /** The periods of a figure of a group. */
  readonly known: Map<string, readonly Period[]>;
}

const foundIn = once<Evaluator, Found>(() => ({ behind: new Map(), known: new Map() }));

function behind(figures: Evaluator, { id, basis }: Omit<FigureSeries, 'group'>): Behind {
  const searched = foundIn(figures).behind;
  const name = `${basis} ${id}`;
  const before = searched.get(name);
  if (before !== undefined) return before;
  const found = search(figures, id, basis);
  searched.set(name, found);
  return found;
}

function search({ book, registry }: Evaluator, id: string, basis: Basis): Behind {
  const ids = idsBehind(registry, id);
  const periods = new Map<string, Period>();
  const groups = new Map([[groupText(WHOLE), WHOLE]]);
  let indicators = false;
  for (const { observation, indicator } of book.given.values()) {
    if (!ids.has(observation.measure) || observation.cell.kind === 'missing') continue;
    // Indicators have no basis of their own.
    if (!indicator && observation.basis !== basis) continue;
    periods.set(periodName(observation.period), observation.period);
    groups.set(groupText(observation.group), observation.group);
    indicators ||= indicator;
  }
  return {
    periods: [...periods.values()].sort(comparePeriods),
    groups: [...groups.values()],
    indicators,
  };
}

function isKnown(figures: Evaluator, key: FigureKey): boolean {
  return figures.evaluate(key).outcome.kind !== 'missing';
}
