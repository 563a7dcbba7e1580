import type { Evaluation } from '../../metrics/evaluate.ts';
import { sumsBehind, type CountedSum } from '../../metrics/same-members.ts';
import { groupBy } from '../../model/group-by.ts';
import { memberWords } from '../figures/members.ts';

/**
 * Returns whom a bridge does not count throughout, in words: `team Fostering is new`; undefined where its sums are of the
 * same members. `times` are its figures in the order of time: the opening, the flows of each period, the closing. Starters
 * of a team are set against permanent staff of it. What the data gives is taken to be of everybody.
 */
export function bridgeMembers(times: readonly (readonly Evaluation[])[]): string | undefined {
  const sums = times.flatMap((some, time) =>
    some.flatMap((one) => [...sumsBehind(one).values()].map((sum): TimedSum => ({ ...sum, time }))),
  );
  const found = new Map<string, Map<State, Set<string>>>();
  for (const same of groupBy(sums, ({ group, dimension }) => JSON.stringify([group, dimension])).values())
    for (const { dimension, name, state } of statesOf(same)) {
      const states = found.get(dimension) ?? new Map<State, Set<string>>();
      found.set(dimension, states);
      states.set(state, (states.get(state) ?? new Set()).add(name));
    }
  const texts = STATES.flatMap((state) =>
    [...found].flatMap(([dimension, states]) => {
      const names = states.get(state);
      return names === undefined ? [] : [memberWords(dimension, names, state)];
    }),
  );
  return texts.length === 0 ? undefined : texts.join('; ');
}

interface TimedSum extends CountedSum {
  readonly time: number;
}

const STATES = ['new', 'gone', 'there only in between', 'missing in between'] as const;
type State = (typeof STATES)[number];

/** Returns the members whom not all of these sums count, which are by one dimension and of one group. */
function statesOf(sums: readonly TimedSum[]) {
  const counted = [...groupBy(sums, ({ time }) => time).values()].map(
    (some) => new Set(some.flatMap(({ names }) => [...names])),
  );
  const all = new Set(counted.flatMap((names) => [...names]));
  return sums.slice(0, 1).flatMap(({ dimension }) =>
    [...all].flatMap((name) => {
      const state = stateOf(counted.map((names) => names.has(name)));
      return state === undefined ? [] : [{ dimension, name, state }];
    }),
  );
}

/** `counted`: whether a member is, at each time. */
function stateOf(counted: readonly boolean[]): State | undefined {
  if (counted.every((is) => is)) return undefined;
  const [first, last] = [counted[0], counted.at(-1)];
  if (first !== last) return last === true ? 'new' : 'gone';
  return first === true ? 'missing in between' : 'there only in between';
}
