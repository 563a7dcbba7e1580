import type { Group, Observation } from '../model/dataset.ts';
import { comparePeriods, type Period } from '../model/period.ts';
import { once } from '../model/once.ts';

/** A dimension that names parts of a group, and the parts, in the order of the data. */
export interface Division {
  readonly dimension: string;
  readonly members: readonly string[];
  /** Whether every figure within the group has the dimension, so that it leaves nobody out. */
  readonly complete: boolean;
}

/**
 * Who is named in a set of observations: those of the workforce on one basis, or those of one indicator. Groups are
 * indexed once, so that a table of many thousand groups is not searched for each of them.
 */
export interface Census {
  /** Returns whether any observation of the period has the measure, of whatever group. */
  readonly has: (measure: string, period: Period) => boolean;
  /** Returns the dimensions that name parts of the group at the period, in alphabetical order. */
  readonly divisions: (of: Group, period: Period) => readonly Division[];
  /** Returns the parts of the group that the dimension names, at these periods or at any, in the order of the data. */
  readonly members: (of: Group, dimension: string, periods?: readonly Period[]) => readonly string[];
  /** Returns the periods at which the group itself has a figure, or `divides` says that its parts may give one. */
  readonly periods: (of: Group, divides: (division: Division) => boolean) => readonly Period[];
}

interface Named {
  readonly group: Group;
  /** By key; `known` where a cell is not empty. */
  readonly periods: Map<string, { readonly period: Period; readonly known: boolean }>;
}

/** Returns the census of observations. The order of members is that in which the observations come. */
export function createCensus(observations: Iterable<Observation>): Census {
  const { all, byMember, measures } = indexed(observations);
  const divisionsKnown = new Map<string, readonly Division[]>();

  function within(of: Group): readonly Named[] {
    const lists = Object.entries(of).map((pair) => byMember.get(JSON.stringify(pair)) ?? []);
    const shortest = lists.reduce<readonly Named[]>((a, b) => (b.length < a.length ? b : a), all);
    return shortest.filter(({ group }) => contains(group, of));
  }

  function divisions(of: Group, period: Period): readonly Division[] {
    const name = JSON.stringify([period.key, groupText(of)]);
    const before = divisionsKnown.get(name);
    if (before !== undefined) return before;
    const found = divide(
      within(of).filter(({ periods }) => periods.has(period.key)),
      of,
    );
    divisionsKnown.set(name, found);
    return found;
  }

  return {
    divisions,
    has: (measure, period) => measures.get(period.key)?.has(measure) === true,
    members(of, dimension, periods) {
      const wanted = within(of).filter(
        (one) => periods === undefined || periods.some((period) => one.periods.has(period.key)),
      );
      return divide(wanted, of).find((one) => one.dimension === dimension)?.members ?? [];
    },
    periods(of, divides) {
      const size = Object.keys(of).length;
      const candidates = new Map<string, { period: Period; own: boolean }>();
      for (const { group, periods } of within(of)) {
        const own = Object.keys(group).length === size;
        for (const [key, { period, known }] of periods)
          if (known && candidates.get(key)?.own !== true) candidates.set(key, { period, own });
      }
      return [...candidates.values()]
        .filter(({ period, own }) => own || divisions(of, period).some(divides))
        .map(({ period }) => period)
        .sort(comparePeriods);
    },
  };
}

/** Returns the group as text with its dimensions in order: `role=Manager,team=Assessment`; empty for the whole. */
export function groupText(group: Group): string {
  return dimensionsOf(group)
    .map(([dimension, name]) => `${dimension}=${name}`)
    .join(',');
}

/** Returns a text of a group that no other has, whatever the order of its dimensions. */
export const groupKey = once((group: Group): string => JSON.stringify(dimensionsOf(group)));

/** Returns the dimensions of a group with their names, in alphabetical order. */
export function dimensionsOf(group: Group): [string, string][] {
  return Object.entries(group).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

interface Index {
  readonly all: readonly Named[];
  readonly byMember: ReadonlyMap<string, readonly Named[]>;
  readonly measures: ReadonlyMap<string, ReadonlySet<string>>;
}

function indexed(observations: Iterable<Observation>): Index {
  const named = new Map<string, Named>();
  const byMember = new Map<string, Named[]>();
  const measures = new Map<string, Set<string>>();
  for (const { group, period, measure, cell } of observations) {
    const name = JSON.stringify(dimensionsOf(group));
    const one: Named = named.get(name) ?? { group, periods: new Map() };
    if (!named.has(name)) {
      named.set(name, one);
      for (const pair of Object.entries(group)) {
        const list = byMember.get(JSON.stringify(pair));
        if (list === undefined) byMember.set(JSON.stringify(pair), [one]);
        else list.push(one);
      }
    }
    const known = cell.kind !== 'missing' || one.periods.get(period.key)?.known === true;
    one.periods.set(period.key, { period, known });
    if (cell.kind !== 'missing')
      measures.set(period.key, (measures.get(period.key) ?? new Set()).add(measure));
  }
  return { all: [...named.values()], byMember, measures };
}

function divide(groups: readonly Named[], of: Group): Division[] {
  const size = Object.keys(of).length;
  const parts = groups.filter(({ group }) => Object.keys(group).length > size);
  const found = new Map<string, { readonly names: Set<string>; parts: number }>();
  for (const { group } of parts)
    for (const [dimension, name] of Object.entries(group)) {
      if (Object.hasOwn(of, dimension)) continue;
      const known = found.get(dimension) ?? { names: new Set(), parts: 0 };
      known.names.add(name);
      known.parts += 1;
      found.set(dimension, known);
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, { names, parts: having }]) => ({
      dimension,
      members: [...names],
      complete: having === parts.length,
    }));
}

function contains(group: Group, of: Group): boolean {
  return Object.entries(of).every(
    ([dimension, name]) => Object.hasOwn(group, dimension) && group[dimension] === name,
  );
}
