import { groupBy } from '../../model/group-by.ts';
import { comparePeriods } from '../../model/period.ts';
import { comparePlaces } from '../../model/place.ts';
import type { GroupChange } from '../comparison.ts';
import type { PaperPair } from '../side.ts';
import { groupFigures, namings, ofBothPeriods, type GroupFigure, type Naming } from './named.ts';
import { renamesIn } from './perhaps.ts';

type Namings = ReadonlyMap<string, Naming>;

const NONE: Namings = new Map();

/**
 * Returns the members of dimensions that one side only names, in the workforce or in indicators, each once, by dimension:
 * at the two periods; else at each side's compared period, and over the periods that both have. A dimension that one side
 * does not have at all is one entry. A rename is proposed where the figures say so.
 */
export function compareGroups(pair: PaperPair): GroupChange[] {
  const { before, after } = pair;
  const { old, now } = figuresOf(pair);
  const [oldNames, nowNames] = [namings(old, before.period), namings(now, after.period)];
  const dimensions = [...new Set([...oldNames.keys(), ...nowNames.keys()])].sort();
  return dimensions.flatMap((dimension): GroupChange[] => {
    const [was, is] = [oldNames.get(dimension), nowNames.get(dimension)];
    if (was === undefined) return [{ kind: 'breakdown_new', dimension, ...told(having(now, dimension)) }];
    if (is === undefined) return [{ kind: 'breakdown_gone', dimension, ...told(having(old, dimension)) }];
    const [oldFigures, nowFigures] = [byMember(old, dimension), byMember(now, dimension)];
    const { onlyBefore: gone, onlyAfter: added } = onlyNamed(was, is);
    const sides = { before: old, after: now, registries: [before, after].map(registryOf) };
    const renames = renamesIn(dimension, { gone, added }, sides);
    const member = (kind: 'new' | 'gone', name: string): GroupChange => {
      const perhaps = renames.get(kind)?.get(name);
      return {
        kind,
        dimension,
        name,
        ...told((kind === 'new' ? nowFigures : oldFigures).get(name) ?? []),
        ...(perhaps && { perhaps }),
      };
    };
    return [...added.map((name) => member('new', name)), ...gone.map((name) => member('gone', name))];
  });
}

function figuresOf({ form, before, after }: PaperPair): Record<'old' | 'now', readonly GroupFigure[]> {
  const [old, now] = [groupFigures(before, form), groupFigures(after, form)];
  if (form !== 'periods') return { old, now };
  return { old: ofBothPeriods(old, after), now: ofBothPeriods(now, before) };
}

function registryOf({ context }: PaperPair['before']) {
  return context.figures.registry;
}

function onlyNamed(
  before: Namings,
  after: Namings,
): { readonly onlyBefore: string[]; readonly onlyAfter: string[] } {
  const [gone, added] = [missingFrom(before, after), missingFrom(after, before)];
  // What one table has lost and another has gained is on both sides.
  return {
    onlyBefore: [...gone].filter((name) => !added.has(name)).sort(),
    onlyAfter: [...added].filter((name) => !gone.has(name)).sort(),
  };
}

/** Returns the members that one side names and the other does not. */
function missingFrom(one: Namings, other: Namings): Set<string> {
  const missing = new Set<string>();
  const everywhere = allNames(other);
  for (const [source, naming] of one) {
    const theirs = other.get(source);
    if (theirs === undefined) {
      for (const name of naming.latest) if (!everywhere.has(name)) missing.add(name);
      continue;
    }
    const isLater = (name: string) => isNamedSince(other, name, theirs.latestEnd);
    for (const name of naming.latest) if (!theirs.latest.has(name) && !isLater(name)) missing.add(name);
    const shared = [...naming.byPeriod].filter(([period]) => theirs.byPeriod.has(period));
    const known = new Set(shared.flatMap(([period]) => [...(theirs.byPeriod.get(period) ?? [])]));
    for (const name of shared.flatMap(([, names]) => [...names]))
      if (!known.has(name) && !theirs.latest.has(name) && !isLater(name)) missing.add(name);
  }
  return missing;
}

function allNames(namings: Namings = NONE): Set<string> {
  return new Set(
    [...namings.values()].flatMap(({ byPeriod }) => [...byPeriod.values()].flatMap((some) => [...some])),
  );
}

/** Whether another table of the side that is as new names the member. */
function isNamedSince(namings: Namings, name: string, end: string): boolean {
  return [...namings.values()].some(({ latest, latestEnd }) => latestEnd >= end && latest.has(name));
}

function having(figures: readonly GroupFigure[], dimension: string): GroupFigure[] {
  return figures.filter(({ observation }) => Object.hasOwn(observation.group, dimension));
}

function byMember(figures: readonly GroupFigure[], dimension: string): ReadonlyMap<string, GroupFigure[]> {
  return groupBy(having(figures, dimension), ({ observation }) => observation.group[dimension] ?? '');
}

/** How many figures a member or a dimension has, and where the first of the newest stands. */
function told(figures: readonly GroupFigure[]): Pick<GroupChange, 'figures' | 'at'> {
  const own = figures.map(({ observation }) => observation);
  const [first] = own.toSorted((a, b) => comparePeriods(b.period, a.period) || comparePlaces(a.at, b.at));
  return { figures: own.length, ...(first && { at: first.at }) };
}
