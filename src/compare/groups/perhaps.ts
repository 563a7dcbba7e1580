import { dimensionsOf } from '../../metrics/census.ts';
import { kindOf, type Registry } from '../../metrics/registry.ts';
import type { Observation } from '../../model/dataset.ts';
import { groupBy } from '../../model/group-by.ts';
import { comparePeriods } from '../../model/period.ts';
import { nearest } from '../../model/suggest.ts';
import type { GroupChange } from '../comparison.ts';
import { periodName } from '../figures/cells.ts';
import type { GroupFigure } from './named.ts';
import { isSplit, nearLevels, type Levels } from './near-levels.ts';
import { sameFigures, type SameFigures } from './same-figures.ts';

export type Perhaps = NonNullable<GroupChange['perhaps']>;

export interface RenameSides {
  readonly before: readonly GroupFigure[];
  readonly after: readonly GroupFigure[];
  readonly registries: readonly Registry[];
}

/** A member's figures, with the member itself left out of their keys. */
export interface MemberFigures {
  readonly name: string;
  /** By figure and period, those of periods that both sides have. */
  readonly shared: ReadonlyMap<string, Observation>;
  /** Where it is named, on either side: what is and period. */
  readonly named: { readonly own: ReadonlySet<string>; readonly other: ReadonlySet<string> };
  /** Its newest levels, by figure. */
  readonly levels: Levels;
}

/** What speaks for one member being the other. */
type Evidence =
  | {
      readonly kind: 'same';
      readonly same: SameFigures;
      /** Whether some figures are others, and the names too: then the two have to be each other's only match. */
      readonly isLoose: boolean;
    }
  | { readonly kind: 'near'; readonly because: string };

type Fit = { readonly gone: MemberFigures; readonly added: MemberFigures } & Evidence;

/** Where so many come and go, the breakdown is another one; nobody looks through so many proposals. */
const MOST_PAIRS = 10_000;

/**
 * Returns which gone member may be which new one, by kind and name. Where both have figures of one period these decide;
 * else their levels do. Only a match that is the one best of both is named: of figures that fit two, nothing is said.
 */
export function renamesIn(
  dimension: string,
  { gone, added }: { readonly gone: readonly string[]; readonly added: readonly string[] },
  sides: RenameSides,
): ReadonlyMap<'new' | 'gone', ReadonlyMap<string, Perhaps>> {
  const found = { gone: new Map<string, Perhaps>(), new: new Map<string, Perhaps>() };
  if (gone.length * added.length > 0 && gone.length * added.length <= MOST_PAIRS) {
    const old = membersOf(dimension, gone, sides.before, sides.after, sides);
    const now = membersOf(dimension, added, sides.after, sides.before, sides);
    const fits = old.flatMap((one) => now.flatMap((other) => fitOf(one, other, sides.registries) ?? []));
    const byGone = groupBy(fits, (fit) => fit.gone.name);
    const byNew = groupBy(fits, (fit) => fit.added.name);
    for (const fit of fits) {
      if (bestOf(byGone.get(fit.gone.name)) !== fit || bestOf(byNew.get(fit.added.name)) !== fit) continue;
      if (fit.kind === 'near' && isDivided(fit, old, now)) continue;
      const because = fit.kind === 'same' ? fit.same.because : fit.because;
      found.gone.set(fit.gone.name, { name: fit.added.name, because });
      found.new.set(fit.added.name, { name: fit.gone.name, because });
    }
  }
  return new Map([
    ['gone', found.gone],
    ['new', found.new],
  ]);
}

function membersOf(
  dimension: string,
  names: readonly string[],
  own: readonly GroupFigure[],
  other: readonly GroupFigure[],
  { registries }: RenameSides,
): MemberFigures[] {
  const wanted = new Set(names);
  const memberOf = ({ observation }: GroupFigure) => observation.group[dimension] ?? '';
  const [mine, theirs] = [own, other].map((some) =>
    groupBy(
      some.filter((one) => Object.hasOwn(one.observation.group, dimension) && wanted.has(memberOf(one))),
      memberOf,
    ),
  );
  const periodsThere = new Set(other.map(sourcePeriod));
  return names.map((name) => {
    const figures = mine?.get(name) ?? [];
    const shared = figures.filter((one) => periodsThere.has(sourcePeriod(one)));
    return {
      name,
      shared: new Map(
        shared.map((one) => [
          `${periodName(one.observation.period)} ${figureKey(one, dimension)}`,
          one.observation,
        ]),
      ),
      named: { own: namedAt(figures, dimension), other: namedAt(theirs?.get(name) ?? [], dimension) },
      levels: levelsOf(figures, dimension, registries),
    };
  });
}

function sourcePeriod({ source, observation }: GroupFigure): string {
  return JSON.stringify([source, periodName(observation.period)]);
}

function namedAt(figures: readonly GroupFigure[], dimension: string): Set<string> {
  return new Set(figures.map((one) => `${periodName(one.observation.period)} ${figureKey(one, dimension)}`));
}

/** Which figure of which other group, whenever and whoever of the dimension. */
function figureKey({ source, observation }: GroupFigure, dimension: string): string {
  const { measure, basis } = observation;
  return JSON.stringify([source, measure, basis, othersOf({ source, observation }, dimension)]);
}

function othersOf({ observation }: GroupFigure, dimension: string): (readonly [string, string])[] {
  return dimensionsOf(observation.group).filter(([name]) => name !== dimension);
}

/** The levels of the newest period, of what both sides know as one that is counted at a period's end. */
function levelsOf(
  figures: readonly GroupFigure[],
  dimension: string,
  registries: readonly Registry[],
): Levels {
  const isStock = ({ observation }: GroupFigure) =>
    registries.every((registry) => {
      const kind = kindOf(registry, observation.measure);
      return kind?.nature === 'stock' && kind.unit === 'count';
    });
  const stocks = figures
    .filter(isStock)
    .toSorted((a, b) => comparePeriods(a.observation.period, b.observation.period));
  const newest = stocks.at(-1)?.observation.period;
  return new Map(
    stocks.flatMap((one) => {
      const { period, measure, basis, cell } = one.observation;
      if (cell.kind !== 'number' || newest === undefined || periodName(period) !== periodName(newest))
        return [];
      const of = othersOf(one, dimension)
        .map(([, name]) => name)
        .join(', ');
      const level = { measure, basis, of, value: cell.value, places: cell.places };
      return [[figureKey(one, dimension), level] as const];
    }),
  );
}

function fitOf(gone: MemberFigures, added: MemberFigures, registries: readonly Registry[]): Fit | undefined {
  // Papers that give a figure of both name two members.
  if (overlap(gone.named.own, added.named.other) || overlap(added.named.own, gone.named.other))
    return undefined;
  const shared = sameFigures(gone.shared, added.shared);
  if (shared !== undefined) {
    const { same, total, numbers, notZero } = shared;
    const isAlike = same * 4 >= total * 3 && numbers > 0 && nearest(gone.name, [added.name]) !== undefined;
    const isSame = same === total && numbers >= LEAST_NUMBERS;
    const isMostly = numbers * 4 >= notZero * 3 && numbers >= LEAST_MOSTLY;
    if (!isSame && !isAlike && !isMostly) return undefined;
    return { gone, added, kind: 'same', same: shared, isLoose: !isSame && !isAlike };
  }
  if (gone.shared.size > 0 && added.shared.size > 0) return undefined;
  const because = nearLevels(gone.levels, added.levels, registries);
  return because === undefined ? undefined : { gone, added, kind: 'near', because };
}

/** Whether one of the two is nearer to the other together with a third: it was divided, or two were joined. */
function isDivided(
  { gone, added }: Fit,
  old: readonly MemberFigures[],
  now: readonly MemberFigures[],
): boolean {
  const [olds, nows] = [old, now].map((some) => some.map(({ levels }) => levels));
  return isSplit(gone.levels, added.levels, nows ?? []) || isSplit(added.levels, gone.levels, olds ?? []);
}

/** Fewer numbers than this may be the same by chance. */
const LEAST_NUMBERS = 3;

/** Where some were restated, it takes more of them. */
const LEAST_MOSTLY = 6;

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

/** The one best: by the figures of one period before levels; of levels or of restated figures that fit two, none. */
function bestOf(fits: readonly Fit[] = []): Fit | undefined {
  const same = fits.filter((fit) => fit.kind === 'same');
  const firm = same.filter(({ isLoose }) => !isLoose);
  if (firm.length === 0) {
    const left = same.length > 0 ? same : fits;
    return left.length === 1 ? left[0] : undefined;
  }
  const [best, second] = firm.toSorted((a, b) => shareOf(b.same) - shareOf(a.same));
  return best && second && shareOf(best.same) === shareOf(second.same) ? undefined : best;
}

function shareOf({ same, total }: SameFigures): number {
  return same / total;
}
