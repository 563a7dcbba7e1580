import { partsOf, type Evaluation } from '../../metrics/evaluation.ts';
import { once } from '../../metrics/once.ts';
import { formatList } from '../../model/format.ts';

/** A sum that a figure rests on, and whom it counts. */
interface CountedSum {
  readonly dimension: string;
  readonly names: ReadonlySet<string>;
}

/** The most members that are named. */
const NAMED = 6;

/**
 * Returns who is counted in the sums behind one of two figures and not in those behind the other, in words:
 * `team Fostering is new`, `team Adoption and Duty are gone`; undefined where the same are counted.
 */
export function membersText(before: Evaluation, after: Evaluation): string | undefined {
  const [old, now] = [sumsBehind(before), sumsBehind(after)];
  const [fresh, gone] = [missingIn(now, old), missingIn(old, now)];
  const texts = [
    ...[...fresh].map(([dimension, names]) => words(dimension, names, 'new')),
    ...[...gone].map(([dimension, names]) => words(dimension, names, 'gone')),
  ];
  return texts.length === 0 ? undefined : texts.join('; ');
}

type Sums = ReadonlyMap<string, CountedSum>;

/** By what was added up. What the data gives is of everybody. */
const sumsBehind = once((evaluation: Evaluation): Sums => {
  const sums = new Map<string, CountedSum>();
  const { dimension, key, inputs } = evaluation;
  if (dimension !== undefined) {
    const names = new Set(partsOf(evaluation).map((part) => part.key.group[dimension] ?? ''));
    sums.set(JSON.stringify([key.id, key.group, dimension]), { dimension, names });
  }
  for (const one of inputs.flatMap((input) => input.evaluations))
    for (const [name, sum] of sumsBehind(one)) sums.set(name, sum);
  return sums;
});

/** Returns the members, by dimension, that a sum has and the same sum of the other figure does not have. */
function missingIn(sums: Sums, others: Sums): Map<string, ReadonlySet<string>> {
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

function words(dimension: string, names: ReadonlySet<string>, what: 'new' | 'gone'): string {
  const rest = names.size - NAMED;
  const named = [...names].slice(0, NAMED);
  const list = formatList(rest > 0 ? [...named, `${rest.toString()} more`] : named);
  return `${dimension.replaceAll('_', ' ')} ${list} ${names.size === 1 ? 'is' : 'are'} ${what}`;
}
