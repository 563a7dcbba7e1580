import { isSameCell } from '../model/cell.ts';
import type { Basis, Group, Meeting, Observation, Programme } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import type { Period } from '../model/period.ts';
import { groupKey, type Division } from './census.ts';
import { once } from '../model/once.ts';
import { createPrecision, type Precision } from './precision.ts';
import { censusOf, createCensuses, hasBasisBy, type Censuses } from './censuses.ts';

export { groupText } from './census.ts';

/** Which figure: of what, when, of whom, and counted how. */
export interface FigureKey {
  readonly id: string;
  readonly period: Period;
  readonly group: Group;
  readonly basis: Basis;
}

/** A figure as the data gives it, and what earlier meetings' papers gave for the same key, oldest first. */
export interface Given {
  readonly observation: Observation;
  readonly restated: readonly Observation[];
  /** Whether it was read from a table of indicators. */
  readonly indicator: boolean;
}

/** A dimension by which a group may be added up. */
export interface AddableDivision extends Division {
  /** Members that the papers name at the period on another basis only: the sum would leave them out. */
  readonly elsewhere: readonly string[];
}

/** Every figure that the meetings at hand give. Stated figures are kept apart and are never looked up as data. */
export interface FigureBook extends Censuses {
  /** By a text of its own making: `lookUp` finds them. */
  readonly given: ReadonlyMap<string, Given>;
  /** The most decimals that any given figure has, by measure and basis. */
  readonly places: ReadonlyMap<string, number>;
  /** To how many decimals a figure of the papers was rounded when it was written, as its column shows. */
  readonly precision: (one: Observation) => Precision;
  /** Dimensions whose members are never added up. */
  readonly overlapping: ReadonlySet<string>;
  /** What the newest meeting's papers state; what earlier ones stated was about the figures of their time. */
  readonly stated: readonly Observation[];
  readonly statedByKey: ReadonlyMap<string, readonly Observation[]>;
}

/** The group of everybody. */
export const WHOLE: Group = {};

/**
 * Returns the figures of the meetings (oldest first), those of indicators too. The newest meeting's figure for a key
 * wins; one that an earlier meeting gave differently is kept as restated. A cell left empty takes nothing back from an
 * earlier meeting. `overlapping`: dimensions whose members are never added up; `own`: the council's measures and
 * definitions, which have a basis in a table of indicators too, as those that ship have.
 */
export function createBook(
  meetings: readonly Meeting[],
  overlapping: readonly string[] = [],
  own: Partial<Pick<Programme, 'measures' | 'definitions'>> = {},
): FigureBook {
  const given = new Map<string, Given>();
  const hasBasis = hasBasisBy(own);
  for (const { observations, indicators } of meetings) {
    for (const one of observations) if (!one.stated) record(given, keyText(keyOf(one)), one, false);
    for (const one of indicators)
      if (!one.stated)
        record(given, hasBasis(one.measure) ? keyText(keyOf(one)) : indicatorText(keyOf(one)), one, true);
  }
  const stated = meetings
    .slice(-1)
    .flatMap(figuresOf)
    .filter((one) => one.stated);
  return {
    ...createCensuses(meetings, hasBasis),
    given,
    places: placesByMeasure(given, hasBasis),
    precision: createPrecision(meetings.flatMap(figuresOf)),
    overlapping: new Set(overlapping),
    stated,
    statedByKey: groupBy(stated, (one) => keyText(keyOf(one))),
  };
}

/** Returns the figures of a meeting's papers: those of the workforce, then those of indicators. */
export function figuresOf({ observations, indicators }: Meeting): Observation[] {
  return [...observations, ...indicators];
}

/** Returns the key of an observation. */
export function keyOf({ measure, period, group, basis }: Observation): FigureKey {
  return { id: measure, period, group, basis };
}

/** Returns what the data gives for a key, or undefined; an empty cell is given as missing. An own indicator has any basis. */
export function lookUp(book: FigureBook, key: FigureKey): Given | undefined {
  const given = book.given.get(keyText(key));
  return given ?? (hasIndicators(book) ? book.given.get(indicatorText(key)) : undefined);
}

/** Most books have none, and are asked for many thousand figures that they do not give. */
const hasIndicators = once(({ given }: FigureBook) => [...given.values()].some(({ indicator }) => indicator));

/** Returns the most decimals with which the data gives a measure on a basis, of any period and group; 0 where it does not. */
export function placesOf(book: FigureBook, { id, basis }: Pick<FigureKey, 'id' | 'basis'>): number {
  return book.places.get(measureText(id, basis)) ?? book.places.get(measureText(id, undefined)) ?? 0;
}

/** Returns what the papers at hand state for a key; more than one where they print it twice. */
export function statedFor(book: FigureBook, key: FigureKey): readonly Observation[] {
  return book.statedByKey.get(keyText(key)) ?? [];
}

/**
 * Returns the periods for which the data gives anything of this group and basis, or of two parts of it that may be
 * added up, oldest first. Of an indicator (`series`: `kind.series`) they are the indicator's own, which the workforce's
 * periods never take in. A figure of the workforce that tables of indicators give as well has both.
 */
export function periodsOf(book: FigureBook, group: Group, basis: Basis, series?: string): readonly Period[] {
  return censusOf(book, basis, series)?.periods(group, (division) => mayAddUp(book, group, division)) ?? [];
}

/**
 * Returns the members of a dimension within a group, in the order of the newest papers that name them: the teams of a
 * staff group. `periods`: only those that the data names then; `series`: of an indicator (`kind.series`), in place of
 * the workforce.
 */
export function membersOf(
  book: FigureBook,
  dimension: string,
  of: Group,
  basis: Basis,
  periods?: readonly Period[],
  series?: string,
): readonly string[] {
  return censusOf(book, basis, series)?.members(of, dimension, periods) ?? [];
}

/**
 * Returns the dimensions by which a group may be added up at a period, in alphabetical order, where the configuration does
 * not say that its members overlap: each names two members or more. Of a group within the whole one is enough where every
 * figure of the group has the dimension: the only team of a service is the service.
 */
export function divisionsOf(
  book: FigureBook,
  { group, period, basis }: Omit<FigureKey, 'id'>,
  series?: string,
): readonly AddableDivision[] {
  const census = censusOf(book, basis, series);
  const divisions = (census?.divisions(group, period) ?? []).filter((one) => mayAddUp(book, group, one));
  const others = [...book.workforce].filter(
    ([other]) => other !== basis && isOfWorkforce(book, basis, series),
  );
  return divisions.map((division) => {
    const named = others.flatMap(([, other]) =>
      other
        .divisions(group, period)
        .flatMap((one) => (one.dimension === division.dimension ? one.members : [])),
    );
    const elsewhere = [...new Set(named)].filter((name) => !division.members.includes(name));
    return { ...division, elsewhere };
  });
}

/** Returns whether the data gives the measure at the key's period, of whatever group. */
export function isMeasured(book: FigureBook, { id, period, basis }: FigureKey, series?: string): boolean {
  return censusOf(book, basis, series)?.has(id, period) === true;
}

/** Returns a key as text, the same for the same figure whatever the order of its group's dimensions. */
export function keyText({ id, period, group, basis }: FigureKey): string {
  // The id comes last: nothing else can hold what would be taken for the end of a part.
  return `${period.kind} ${period.key} ${basis} ${groupKey(group)} ${id}`;
}

function indicatorText({ id, period, group }: FigureKey): string {
  return `${period.kind} ${period.key} ${groupKey(group)} ${id}`;
}

/** Whether a figure is counted where the workforce is: an own indicator has neither basis nor members in common with it. */
function isOfWorkforce(book: FigureBook, basis: Basis, series: string | undefined): boolean {
  return series === undefined || censusOf(book, basis, series) === book.workforce.get(basis);
}

function mayAddUp(
  { overlapping }: FigureBook,
  group: Group,
  { dimension, members, complete }: Division,
): boolean {
  if (overlapping.has(dimension)) return false;
  return members.length >= 2 || (complete && Object.keys(group).length > 0);
}

function measureText(id: string, basis: Basis | undefined): string {
  return JSON.stringify([id, basis ?? null]);
}

function record(given: Map<string, Given>, key: string, observation: Observation, indicator: boolean): void {
  const before = given.get(key);
  if (before === undefined || before.observation.cell.kind === 'missing')
    given.set(key, { observation, restated: [], indicator });
  else if (observation.cell.kind !== 'missing') given.set(key, revised(before, observation));
}

function placesByMeasure(
  given: ReadonlyMap<string, Given>,
  hasBasis: (id: string) => boolean,
): Map<string, number> {
  const places = new Map<string, number>();
  for (const { observation, indicator } of given.values()) {
    const { measure, basis, cell } = observation;
    const name = measureText(measure, indicator && !hasBasis(measure) ? undefined : basis);
    if (cell.kind === 'number') places.set(name, Math.max(places.get(name) ?? 0, cell.places));
  }
  return places;
}

function revised(before: Given, observation: Observation): Given {
  const differs = !isSameCell(before.observation.cell, observation.cell);
  const restated = differs ? [...before.restated, before.observation] : before.restated;
  return { ...before, observation, restated };
}
