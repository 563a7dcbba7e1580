import { kindOf, type Registry } from '../../metrics/registry.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Observation } from '../../model/dataset.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import type { Form } from '../comparison.ts';
import { isSamePeriod, periodName } from '../figures/cells.ts';
import type { SidePapers } from '../side.ts';

/** A figure of a group, and of what it is a part: the workforce, or one indicator, which has periods of its own. */
export interface GroupFigure {
  readonly source: string;
  readonly observation: Observation;
}

const WORKFORCE = '';

/**
 * Returns the figures of groups that a side gives, an empty cell giving none: of two periods those of the side's period. What
 * newer papers leave out of a breakdown that they give again is not among them.
 */
export function groupFigures({ context, period }: SidePapers, form: Form): GroupFigure[] {
  const { book, registry } = context.figures;
  const superseded = new Set(book.superseded.map(({ observation }) => observation));
  return [...book.given.values()].flatMap(({ observation, indicator }) => {
    const { group, cell, measure } = observation;
    if (cell.kind === 'missing' || Object.keys(group).length === 0 || superseded.has(observation)) return [];
    if (form === 'periods' && !isSamePeriod(observation.period, period)) return [];
    return [{ source: indicator ? seriesOf(measure, registry) : WORKFORCE, observation }];
  });
}

/**
 * Returns the figures of two periods of the same papers without those of indicators that have no figure at the other
 * period: a table of years says nothing of who came and went between two months.
 */
export function ofBothPeriods(
  figures: readonly GroupFigure[],
  { context, period }: SidePapers,
): readonly GroupFigure[] {
  const { book, registry } = context.figures;
  const there = new Set(
    [...book.given.values()].flatMap(({ observation, indicator }) => {
      const isThere = isSamePeriod(observation.period, period);
      return indicator && isThere && observation.cell.kind !== 'missing'
        ? [seriesOf(observation.measure, registry)]
        : [];
    }),
  );
  return figures.filter(({ source }) => source === WORKFORCE || there.has(source));
}

/** The two parts of an indicator are in its table. */
function seriesOf(measure: string, registry: Registry): string {
  return kindOf(registry, measure)?.series ?? measure;
}

/** The members of one dimension that one source of figures names, by period. */
export interface Naming {
  readonly byPeriod: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of the compared period, or of the newest that names any where that one names none. */
  readonly latest: ReadonlySet<string>;
  readonly latestEnd: string;
}

/** Returns who is named, by dimension and then by source. */
export function namings(
  figures: readonly GroupFigure[],
  period: Period | undefined,
): Map<string, ReadonlyMap<string, Naming>> {
  const dimensions = new Set(figures.flatMap(({ observation }) => Object.keys(observation.group)));
  return new Map(
    [...dimensions].sort().map((dimension) => {
      const having = figures.filter(({ observation }) => Object.hasOwn(observation.group, dimension));
      const sources = groupBy(having, ({ source }) => source);
      return [
        dimension,
        new Map([...sources].map(([source, some]) => [source, namingOf(some, dimension, period)])),
      ];
    }),
  );
}

function namingOf(figures: readonly GroupFigure[], dimension: string, compared: Period | undefined): Naming {
  const byPeriod = new Map<string, Set<string>>();
  let latest: Period | undefined;
  for (const { observation } of figures) {
    const { period, group } = observation;
    const names = byPeriod.get(periodName(period)) ?? new Set<string>();
    byPeriod.set(periodName(period), names.add(group[dimension] ?? ''));
    if (latest === undefined || comparePeriods(period, latest) > 0) latest = period;
  }
  const own = compared !== undefined && byPeriod.has(periodName(compared)) ? compared : latest;
  return {
    byPeriod,
    latest: (own && byPeriod.get(periodName(own))) ?? new Set(),
    latestEnd: own?.end ?? '',
  };
}
