import type { Cell } from '../model/cell.ts';
import type { Basis, Group, Meeting, Observation } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import { comparePeriods, type Period } from '../model/period.ts';

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
}

/** Every figure that the meetings at hand give. Stated figures are kept apart and are never looked up as data. */
export interface FigureBook {
  readonly given: ReadonlyMap<string, Given>;
  /** The most decimals that any given figure has, by measure and basis. */
  readonly places: ReadonlyMap<string, number>;
  /** The periods for which there is anything, oldest first, by group and basis. */
  readonly periods: ReadonlyMap<string, readonly Period[]>;
  /** What the newest meeting's papers state; what earlier ones stated was about the figures of their time. */
  readonly stated: readonly Observation[];
  readonly statedByKey: ReadonlyMap<string, readonly Observation[]>;
}

/** The group of everybody. */
export const WHOLE: Group = {};

/**
 * Returns the figures of the meetings (oldest first). The newest meeting's figure for a key wins; one that an earlier
 * meeting gave differently is kept as restated. A cell left empty takes nothing back from an earlier meeting.
 */
export function createBook(meetings: readonly Meeting[]): FigureBook {
  const given = new Map<string, Given>();
  const observations = meetings.flatMap((meeting) => meeting.observations);
  for (const observation of observations) {
    if (observation.stated) continue;
    const key = keyText({ id: observation.measure, ...observation });
    const before = given.get(key);
    if (before === undefined || before.observation.cell.kind === 'missing')
      given.set(key, { observation, restated: [] });
    else if (observation.cell.kind !== 'missing') given.set(key, revised(before, observation));
  }
  const stated = meetings.at(-1)?.observations.filter((one) => one.stated) ?? [];
  const statedByKey = groupBy(stated, (one) => keyText({ id: one.measure, ...one }));
  return { given, places: placesByMeasure(given), periods: periodsByScope(given), stated, statedByKey };
}

/** Returns what the data gives for a key, or undefined; an empty cell is given as missing. */
export function lookUp(book: FigureBook, key: FigureKey): Given | undefined {
  return book.given.get(keyText(key));
}

/** Returns the most decimals with which the data gives a measure on a basis, of any period and group; 0 where it does not. */
export function placesOf(book: FigureBook, { id, basis }: Pick<FigureKey, 'id' | 'basis'>): number {
  return book.places.get(measureText(id, basis)) ?? 0;
}

/** Returns what the papers at hand state for a key; more than one where they print it twice. */
export function statedFor(book: FigureBook, key: FigureKey): readonly Observation[] {
  return book.statedByKey.get(keyText(key)) ?? [];
}

/** Returns the periods for which the data gives anything of this group and basis, oldest first. */
export function periodsOf(book: FigureBook, group: Group, basis: Basis): readonly Period[] {
  return book.periods.get(scopeText(group, basis)) ?? [];
}

/** Returns whether the data gives the measure at any period of this group and basis. */
export function isRecorded(book: FigureBook, id: string, group: Group, basis: Basis): boolean {
  return periodsOf(book, group, basis).some((period) => {
    const cell = lookUp(book, { id, period, group, basis })?.observation.cell;
    return cell !== undefined && cell.kind !== 'missing';
  });
}

/** Returns the group as text with its dimensions in order: `role=Manager,team=Assessment`; empty for the whole. */
export function groupText(group: Group): string {
  return Object.entries(group)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([dimension, name]) => `${dimension}=${name}`)
    .join(',');
}

/** Returns a key as text, the same for the same figure whatever the order of its group's dimensions. */
export function keyText({ id, period, group, basis }: FigureKey): string {
  const dimensions = Object.entries(group).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify([id, period.kind, period.key, basis, dimensions]);
}

function scopeText(group: Group, basis: Basis): string {
  return JSON.stringify([basis, groupText(group)]);
}

function measureText(id: string, basis: Basis): string {
  return JSON.stringify([id, basis]);
}

function placesByMeasure(given: ReadonlyMap<string, Given>): Map<string, number> {
  const places = new Map<string, number>();
  for (const { observation } of given.values()) {
    const { measure, basis, cell } = observation;
    const name = measureText(measure, basis);
    if (cell.kind === 'number') places.set(name, Math.max(places.get(name) ?? 0, cell.places));
  }
  return places;
}

function periodsByScope(given: ReadonlyMap<string, Given>): Map<string, Period[]> {
  const scopes = new Map<string, Map<string, Period>>();
  for (const { observation } of given.values()) {
    if (observation.cell.kind === 'missing') continue;
    const scope = scopeText(observation.group, observation.basis);
    const periods = scopes.get(scope) ?? new Map<string, Period>();
    scopes.set(scope, periods.set(observation.period.key, observation.period));
  }
  return new Map([...scopes].map(([scope, periods]) => [scope, [...periods.values()].sort(comparePeriods)]));
}

function revised(before: Given, observation: Observation): Given {
  const differs = !isSameCell(before.observation.cell, observation.cell);
  return { observation, restated: differs ? [...before.restated, before.observation] : before.restated };
}

function isSameCell(a: Cell, b: Cell): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.value.equals(b.value);
  if (a.kind === 'marker' && b.kind === 'marker') return a.marker === b.marker && a.bound === b.bound;
  return a.kind === b.kind;
}
