import type { Dataset, Meeting, Workstream } from '../../model/dataset.ts';
import { memberKey } from '../../model/member-key.ts';
import { createContext, type PaperContext } from '../../papers/context.ts';
import type { PaperPair } from '../side.ts';
import { renamedProgramme, renamedWorkstream, type GroupNaming } from './renamed.ts';

/**
 * Returns the pair with the first side's members in the spelling of the second, so that `Children & Families` there and
 * `Children and families` here are one, as they are within one data repo. The pair itself where they are spelt alike.
 */
export function inOneSpelling(pair: PaperPair): PaperPair {
  const { before, after } = pair;
  if (before.context === after.context) return pair;
  const named = namingOf(before.context.meetings, after.context.meetings);
  return named ? { ...pair, before: { ...before, context: renamedContext(before.context, named) } } : pair;
}

/** Returns the first side's data with the groups that its configuration names in the spelling of the second side. */
export function configuredInOneSpelling(before: Dataset, after: Dataset): Dataset {
  if (before === after) return before;
  const [then, now] = [before, after].map(({ workstreams }) => workstreams.flatMap((one) => one.meetings));
  const named = namingOf(then ?? [], now ?? []);
  return named ? { ...before, programme: renamedProgramme(before.programme, named) } : before;
}

/** The spellings of each member, by dimension and key. */
type Spellings = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Returns what gives members the second side's spelling; undefined where no member has another one. */
function namingOf(before: readonly Meeting[], after: readonly Meeting[]): GroupNaming | undefined {
  const [then, now] = [spellingsIn(before), spellingsIn(after)];
  const others = new Map<string, Map<string, string>>();
  for (const [dimension, keys] of then)
    for (const [key, names] of keys) {
      const [own, another] = names;
      const [name, second] = now.get(dimension)?.get(key) ?? [];
      // Where a side has two of one key they are two members, and neither is taken for the other's.
      if (name === undefined || name === own || another !== undefined || second !== undefined) continue;
      others.set(dimension, (others.get(dimension) ?? new Map<string, string>()).set(key, name));
    }
  if (others.size === 0) return undefined;
  return (group) =>
    Object.fromEntries(
      Object.entries(group).map(([dimension, name]) => [
        dimension,
        others.get(dimension)?.get(memberKey(name)) ?? name,
      ]),
    );
}

function spellingsIn(meetings: readonly Meeting[]): Spellings {
  const names = new Map<string, Set<string>>();
  for (const { observations, indicators } of meetings)
    for (const { group } of [...observations, ...indicators])
      for (const [dimension, name] of Object.entries(group)) {
        const some = names.get(dimension);
        if (some === undefined) names.set(dimension, new Set([name]));
        else some.add(name);
      }
  return new Map([...names].map(([dimension, some]) => [dimension, byKey(some)]));
}

function byKey(names: ReadonlySet<string>): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const name of names) {
    const key = memberKey(name);
    keys.set(key, (keys.get(key) ?? new Set()).add(name));
  }
  return keys;
}

function renamedContext(context: PaperContext, named: GroupNaming): PaperContext {
  const { dataset, workstream: old, asOf, reasons, faulty } = context;
  const workstream = renamedWorkstream(old, named);
  const meeting = workstream.meetings.find(({ id }) => id === context.meeting.id) ?? context.meeting;
  const renamed: Dataset = {
    ...dataset,
    programme: renamedProgramme(dataset.programme, named),
    workstreams: dataset.workstreams.map((one): Workstream => (one === old ? workstream : one)),
  };
  return { ...createContext(renamed, { workstream, meeting, asOf, reasons }), faulty };
}
