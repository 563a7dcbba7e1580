import type { Group, Meeting, Observation } from '../model/dataset.ts';
import { dimensionsOf } from './census.ts';

/** A figure with the papers that give it. */
export interface Sourced {
  readonly observation: Observation;
  readonly meeting: Meeting;
}

/** A figure of a member that newer papers leave out where they break the same group down for the same period. */
export interface Superseded extends Sourced {
  readonly dimension: string;
  readonly by: Meeting;
}

interface Breakdown {
  readonly meeting: Meeting;
  readonly members: Set<string>;
}

/**
 * Returns the figures that count, newest papers first as they come, and those that newer papers leave out: where a later
 * meeting gives two members or more of a dimension for a period, it gives all that there are, so that a member of older
 * papers that it does not name has been renamed, merged or closed, and would be counted twice. `scopeOf`: what is broken
 * down together, such as the workforce on one basis.
 */
export function withoutSuperseded(
  newestFirst: readonly Sourced[],
  scopeOf: (observation: Observation) => string,
): { readonly kept: readonly Sourced[]; readonly superseded: readonly Superseded[] } {
  const breakdowns = new Map<string, Breakdown>();
  for (const { observation, meeting } of newestFirst)
    for (const [dimension, member] of dimensionsOf(observation.group)) {
      const rest = without(observation.group, dimension);
      const key = breakdownKey(scopeOf(observation), observation, dimension, rest);
      const known = breakdowns.get(key);
      if (known?.meeting === meeting) known.members.add(member);
      else if (known === undefined || known.members.size < 2)
        breakdowns.set(key, { meeting, members: new Set([member]) });
    }
  const kept: Sourced[] = [];
  const superseded: Superseded[] = [];
  for (const one of newestFirst) {
    const newer = supersededBy(one, breakdowns, scopeOf(one.observation));
    if (newer === undefined) kept.push(one);
    else superseded.push({ ...one, ...newer });
  }
  return { kept, superseded };
}

function supersededBy(
  { observation, meeting }: Sourced,
  breakdowns: ReadonlyMap<string, Breakdown>,
  scope: string,
): Pick<Superseded, 'dimension' | 'by'> | undefined {
  for (const [dimension, member] of dimensionsOf(observation.group))
    for (const rest of [without(observation.group, dimension), {}]) {
      const newer = breakdowns.get(breakdownKey(scope, observation, dimension, rest));
      if (newer && newer.meeting.date > meeting.date && newer.members.size >= 2 && !newer.members.has(member))
        return { dimension, by: newer.meeting };
    }
  return undefined;
}

function breakdownKey(scope: string, { period }: Observation, dimension: string, rest: Group): string {
  return JSON.stringify([scope, period.kind, period.key, dimension, dimensionsOf(rest)]);
}

function without(group: Group, dimension: string): Group {
  return Object.fromEntries(Object.entries(group).filter(([name]) => name !== dimension));
}
