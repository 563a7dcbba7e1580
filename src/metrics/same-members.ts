import type { Group } from '../model/dataset.ts';
import { formatList } from '../model/format.ts';
import { partsOf, type Evaluation } from './evaluation.ts';
import { once } from '../model/once.ts';

/**
 * Returns whether two figures, of two periods, rest on sums of the same members, so that a change between them says that
 * something changed and not who is counted. What the data gives is taken to be of everybody.
 */
export function haveSameMembers(a: Evaluation, b: Evaluation): boolean {
  const { came, went } = membersChange(a, b);
  return came.size === 0 && went.size === 0;
}

/** Names of members, by their dimension. */
export type MemberNames = ReadonlyMap<string, ReadonlySet<string>>;

/** Who is counted in one of two figures alone. */
export interface MembersChange {
  /** In the later one alone. */
  readonly came: MemberNames;
  /** In the earlier one alone. */
  readonly went: MemberNames;
}

/** Returns who is in a sum that one figure rests on and not in the same sum of the other: of the same figure and group. */
export function membersChange(earlier: Evaluation, later: Evaluation): MembersChange {
  const [old, now] = [sumsBehind(earlier), sumsBehind(later)];
  return { came: lackedBy(old, now), went: lackedBy(now, old) };
}

/**
 * Returns who is in the latest of these sums (oldest first) and not in each of the earlier ones by the same dimension, in
 * words: `team Fostering`; undefined where nobody is.
 */
export function laterMember(evaluations: readonly Evaluation[]): string | undefined {
  const latest = evaluations.at(-1);
  if (latest?.dimension === undefined) return undefined;
  const { dimension } = latest;
  const sums = evaluations.filter((one) => one.dimension === dimension).map(namesIn);
  const later = [...namesIn(latest)].filter((name) => sums.some((names) => !names.has(name)));
  return later.length === 0 ? undefined : `${dimension.replaceAll('_', ' ')} ${formatList(later)}`;
}

/** A sum that a figure rests on, and whom it counts. */
export interface CountedSum {
  /** Whose sum it is. */
  readonly group: Group;
  readonly dimension: string;
  readonly names: ReadonlySet<string>;
}

type Sums = ReadonlyMap<string, CountedSum>;

const NONE: Sums = new Map();

/** Returns every sum that a figure rests on, by what was added up, and by which dimension. */
export function sumsBehind(evaluation: Evaluation): Sums {
  return evaluation.inputs.length === 0 ? NONE : sumsThroughout(evaluation);
}

const sumsThroughout = once((evaluation: Evaluation): Sums => {
  const { key, dimension, inputs } = evaluation;
  const sums = new Map<string, CountedSum>();
  if (dimension !== undefined)
    sums.set(sumText(evaluation), { group: key.group, dimension, names: namesIn(evaluation) });
  for (const one of inputs.flatMap((input) => input.evaluations))
    for (const [name, sum] of sumsBehind(one)) sums.set(name, sum);
  return sums;
});

/** Returns who is in sums, by dimension, and not in the same sum of others that have it. */
function lackedBy(others: Sums, sums: Sums): MemberNames {
  const found = new Map<string, Set<string>>();
  for (const [name, { dimension, names }] of sums) {
    const other = others.get(name)?.names;
    for (const member of names) {
      if (other === undefined || other.has(member)) continue;
      found.set(dimension, (found.get(dimension) ?? new Set()).add(member));
    }
  }
  return found;
}

function namesIn(sum: Evaluation): Set<string> {
  const { dimension = '' } = sum;
  return new Set(partsOf(sum).map((part) => part.key.group[dimension] ?? ''));
}

function sumText({ key: { id, group }, dimension }: Evaluation): string {
  return JSON.stringify([id, group, dimension]);
}
