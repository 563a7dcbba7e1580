import { keyText, periodsOf, WHOLE, type FigureKey } from '../../metrics/book.ts';
import { dimensionsOf, groupKey } from '../../metrics/census.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { references } from '../../metrics/expression.ts';
import { idsBehind } from '../../metrics/family.ts';
import { once } from '../../model/once.ts';
import { kindOf, type Registry } from '../../metrics/registry.ts';
import type { Group } from '../../model/dataset.ts';
import { isSamePeriod, periodName, type Period } from '../../model/period.ts';
import { monthsBetween } from '../../model/plain-date.ts';
import { knownPeriods } from '../../papers/known-figures.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { FigureChange } from '../comparison.ts';
import type { PaperPair } from '../side.ts';
import type { DifferingCell } from './cell-changes.ts';
import { isOf, type Choice } from './choices.ts';
import { figureChange, type Limits, type SizedChange } from './figure-change.ts';
import { oldestFirst } from './order.ts';
import type { Reckonings } from './reckoning.ts';
import { seriesName, type ComparedSeries } from './series.ts';

/** What figures of one period are compared with. */
export interface Restating {
  readonly pair: PaperPair;
  readonly reckonings: Reckonings;
  readonly series: ComparedSeries;
  readonly limits: Limits;
}

/**
 * Returns the figures of one period that differ between the sides, oldest first: given ones, and those that the papers
 * use and that follow from them, of the same group and of those that it is part of. A figure is told as new or gone where
 * both sides have the period of the group, and the figure at other periods, or where the period is the latest of both.
 */
export function restatedFigures(restating: Restating, cells: readonly DifferingCell[]): FigureChange[] {
  const { pair, reckonings, series, limits } = restating;
  const given = cells.filter(({ cell }) => !cell.stated).map(({ cell }) => cell.of);
  const keys = new Map<string, FigureKey>();
  const add = (key: FigureKey): void => void keys.set(keyText(key), key);
  const affected = affectedBy(restating, add);
  for (const of of given) affected(series.inOneBasis(of));
  const changes = [...keys.values()].flatMap((key): SizedChange[] => {
    const name = figureSubject(key, pair.after.context);
    const mayAppear = () => isOnBothSides(restating, key);
    const change = figureChange(
      reckonings,
      { name, before: key, after: key, mayAppear, mayBeRevised: false, isApart: false },
      limits,
    );
    return change ? [change] : [];
  });
  return oldestFirst(changes);
}

/** Returns what the papers use of the figures that are made of a given one. */
type Followers = (given: string) => readonly Choice[];

function followersOf({ reckonings: { first, second }, series }: Restating): Followers {
  const known = new Map<string, readonly Choice[]>();
  const behind = series.choices.map((choice) => ({
    choice,
    ids: [first, second].map(({ registry }) => idsBehind(registry, choice.id)),
  }));
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const found = behind.flatMap(({ choice, ids }) => (ids.some((one) => one.has(given)) ? [choice] : []));
    known.set(given, found);
    return found;
  };
}

/**
 * Returns what adds a figure and those that may follow from it, of its group and of the groups that it is part of. Of many
 * given figures the same ones follow: each is looked for once.
 */
function affectedBy(restating: Restating, add: (key: FigureKey) => void): (given: FigureKey) => void {
  const { series, reckonings } = restating;
  const [followers, later] = [followersOf(restating), laterKeysOf(reckonings)];
  const told = new Map<string, Set<Choice>>();
  const groupsOf = once((group: Group) => [group, ...wholesOf(group).filter(series.hasGroup)]);
  return ({ id, group: own, basis, period }) => {
    for (const group of groupsOf(own)) {
      add({ id, group, basis, period });
      const where = `${periodName(period)} ${groupKey(group)}`;
      const known = told.get(where) ?? new Set();
      told.set(where, known);
      for (const choice of followers(id)) {
        if (known.has(choice) || !isOf(choice, group)) continue;
        if (choice.basis !== basis && !series.isIndicator(choice)) continue;
        known.add(choice);
        const key = { id: choice.id, group, basis: choice.basis, period };
        add(key);
        later(key).forEach(add);
      }
    }
  };
}

/** Returns the keys of later periods that rest on this one too, of a figure that is taken over time. */
type LaterKeys = (key: FigureKey) => readonly FigureKey[];

function laterKeysOf({ allOf }: Reckonings): LaterKeys {
  const known = new Map<string, readonly Period[]>();
  const search = (key: FigureKey): readonly Period[] => {
    const figures = allOf(key.id).flatMap(({ before, after }) => [before, after]);
    const periods = figures.flatMap((one) => knownPeriods(one, key));
    return [...new Map(periods.map((one) => [periodName(one), one])).values()];
  };
  const reaches = new Map<string, number>();
  const reachOf = (id: string): number => {
    const reach = reaches.get(id) ?? Math.max(...allOf(id).map(({ registry }) => reachIn(registry, id)));
    reaches.set(id, reach);
    return reach;
  };
  return (key) => {
    const reach = reachOf(key.id);
    if (reach === 0) return [];
    const name = seriesName(key);
    const periods = known.get(name) ?? search(key);
    known.set(name, periods);
    const { end } = key.period;
    return periods
      .filter((one) => one.end > end && monthsBetween(end, one.end) <= reach)
      .map((period) => ({ ...key, period }));
  };
}

/**
 * Returns how many months back a figure reaches at most: each reference through time on the way to what the data gives adds
 * a year, which no period is longer than. 0 where it is of its own period alone.
 */
function reachIn(registry: Registry, id: string): number {
  const through = [...idsBehind(registry, id)].flatMap((one) => {
    const expression = kindOf(registry, one)?.expression;
    return expression ? references(expression).filter((of) => of.through !== undefined) : [];
  });
  return 12 * through.length;
}

function isOnBothSides({ pair, reckonings }: Restating, key: FigureKey): boolean {
  const all = reckonings.allOf(key.id);
  const isLatest = [pair.before, pair.after].every(({ period }) => isSamePeriod(period, key.period));
  return (['before', 'after'] as const).every((side) =>
    all.some(
      ({ [side]: figures }) => hasPeriod(figures, key) && (isLatest || knownPeriods(figures, key).length > 0),
    ),
  );
}

function hasPeriod({ book, registry }: Evaluator, { id, group, basis, period }: FigureKey): boolean {
  const periods: readonly Period[] = periodsOf(book, group, basis, kindOf(registry, id)?.series);
  return periods.some((one) => isSamePeriod(one, period));
}

/** The most dimensions of a group of which every whole is looked for. */
const DIMENSIONS = 6;

/** Returns the groups of which a group is a part, everybody among them. */
function wholesOf(group: Group): Group[] {
  const dimensions = dimensionsOf(group);
  if (dimensions.length === 0) return [];
  if (dimensions.length > DIMENSIONS) return [WHOLE];
  const wholes = dimensions.reduce<[string, string][][]>(
    (some, one) => [...some, ...some.map((names) => [...names, one])],
    [[]],
  );
  return wholes.slice(0, -1).map((names) => Object.fromEntries(names));
}
