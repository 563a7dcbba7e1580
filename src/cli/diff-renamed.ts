import { renamedDataset, type Renaming } from '../compare/groups/renaming.ts';
import type { Dataset, Meeting, Observation } from '../model/dataset.ts';
import { formatList } from '../model/format.ts';
import { nearest } from '../model/suggest.ts';
import { memberKey } from '../model/member-key.ts';
import { quoted } from '../read/grammar/reading.ts';
import { UsageError } from './exit-code.ts';

/** The members of each dimension, in the order of the data. */
type Members = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Returns the first side's data with the members named as on the second, as `--renamed` says. Throws a UsageError where a
 * side has no such member, and where two members would become one: their figures would then stand for one another.
 */
export function withRenamed(before: Dataset, after: Dataset, texts: readonly string[]): Dataset {
  if (texts.length === 0) return before;
  const renamings = renamingsOf(before, after, texts);
  const renamed = renamedDataset(before, renamings);
  if (!('names' in renamed)) return renamed;
  const [from, to] = renamed.names;
  throw new UsageError(
    `--renamed: the first side has both ${quoted(from)} and ${quoted(to)}, in ${renamed.file}`,
    'two groups that stand side by side are not one: rename none of them',
  );
}

/** Returns what `--renamed` says, with the names as the two sides spell them. Throws a UsageError as `withRenamed` does. */
export function renamingsOf(before: Dataset, after: Dataset, texts: readonly string[]): Renaming[] {
  if (texts.length === 0) return [];
  const [then, now] = [membersOf(before), membersOf(after)];
  const renamings = texts.map((text) => renamingIn(text, then, now));
  refuseTwice(renamings);
  return renamings;
}

function membersOf({ workstreams }: Dataset): Members {
  const members = new Map<string, Set<string>>();
  for (const { group } of workstreams.flatMap(({ meetings }) => meetings.flatMap(figuresIn)))
    for (const [dimension, name] of Object.entries(group)) {
      const names = members.get(dimension) ?? new Set();
      members.set(dimension, names.add(name));
    }
  return members;
}

function figuresIn({ observations, indicators }: Meeting): readonly Observation[] {
  return [...observations, ...indicators];
}

/** A name may hold `=` or `:` itself: every place where the text could part is tried before it is refused. */
function renamingIn(text: string, then: Members, now: Members): Renaming {
  const ways = waysIn(text, then);
  const known = ways.flatMap(({ dimension, from, to }): Renaming[] => {
    const [old, next] = [find(from, then, dimension), find(to, now, dimension)];
    return old === undefined || next === undefined
      ? []
      : [{ ...(dimension !== undefined && { dimension }), from: old, to: next }];
  });
  const [first] = known;
  if (first) {
    const same = memberKey(first.from) === memberKey(first.to);
    if (!same) return first;
    throw new UsageError(`--renamed ${quoted(text)} names one member twice`, HELP);
  }
  const [way] = ways;
  if (way === undefined) throw new UsageError(`--renamed ${quoted(text)} does not name two groups`, HELP);
  throw unknownMember(text, way, then, now);
}

const HELP = 'write the old name, = and the new one: --renamed "North=North East"';

interface Way {
  readonly dimension?: string;
  readonly from: string;
  readonly to: string;
}

function waysIn(text: string, then: Members): Way[] {
  const splits = [...text.matchAll(/=/g)].map(({ index }) => ({
    from: text.slice(0, index).trim(),
    to: text.slice(index + 1).trim(),
  }));
  return splits
    .filter(({ from, to }) => from !== '' && to !== '')
    .flatMap(({ from, to }): Way[] => {
      const { name = '', rest = '' } = /^(?<name>[^:]+):(?<rest>.+)$/s.exec(from)?.groups ?? {};
      const dimension = [...then.keys()].find((one) => memberKey(one) === memberKey(name));
      return [...(dimension === undefined ? [] : [{ dimension, from: rest.trim(), to }]), { from, to }];
    });
}

function find(name: string, members: Members, dimension: string | undefined): string | undefined {
  return namesIn(members, dimension).find((one) => memberKey(one) === memberKey(name));
}

function namesIn(members: Members, dimension: string | undefined): string[] {
  const some =
    dimension === undefined ? [...members.values()] : [members.get(dimension) ?? new Set<string>()];
  return some.flatMap((names) => [...names]);
}

function unknownMember(text: string, { dimension, from, to }: Way, then: Members, now: Members): UsageError {
  const isOld = find(from, then, dimension) === undefined;
  const [name, members, side] = isOld ? [from, then, 'first'] : [to, now, 'second'];
  const names = namesIn(members, dimension);
  const meant = nearest(name, names);
  const all =
    names.length === 0
      ? 'its figures have no groups'
      : `it has ${formatList(names.slice(0, MOST_NAMED).map(quoted))}`;
  return new UsageError(
    `--renamed ${quoted(text)}: the ${side} side has no ${dimension ?? 'member'} ${quoted(name)}`,
    meant === undefined ? all : `did you mean ${quoted(meant)}?`,
  );
}

const MOST_NAMED = 12;

function refuseTwice(renamings: readonly Renaming[]): void {
  for (const [index, one] of renamings.entries()) {
    const other = renamings
      .slice(0, index)
      .find((some) => overlap(some, one) && (some.from === one.from || some.to === one.to));
    if (!other) continue;
    const name = other.from === one.from ? one.from : one.to;
    throw new UsageError(
      `--renamed: ${quoted(name)} is named twice, with ${quoted(other.from === one.from ? other.to : other.from)} and ${quoted(
        other.from === one.from ? one.to : one.from,
      )}`,
      'a member has one name on each side: leave out one of the two',
    );
  }
}

function overlap(a: Renaming, b: Renaming): boolean {
  return a.dimension === undefined || b.dimension === undefined || a.dimension === b.dimension;
}
