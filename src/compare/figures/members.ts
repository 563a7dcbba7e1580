import type { Evaluation } from '../../metrics/evaluation.ts';
import { membersChange } from '../../metrics/same-members.ts';
import { formatList } from '../../model/format.ts';

/** The most members that are named. */
const NAMED = 6;

/**
 * Returns who is counted in the sums behind one of two figures and not in those behind the other, in words:
 * `team Fostering is new`, `team Adoption and Duty are gone`; undefined where the same are counted.
 */
export function membersText(before: Evaluation, after: Evaluation): string | undefined {
  const { came, went } = membersChange(before, after);
  const texts = [
    ...[...came].map(([dimension, names]) => memberWords(dimension, names, 'new')),
    ...[...went].map(([dimension, names]) => memberWords(dimension, names, 'gone')),
  ];
  return texts.length === 0 ? undefined : texts.join('; ');
}

/** Returns what is so of members of a dimension: `team Adoption and Duty are gone`. */
export function memberWords(dimension: string, names: ReadonlySet<string>, what: string): string {
  const rest = names.size - NAMED;
  const named = [...names].slice(0, NAMED);
  const list = formatList(rest > 0 ? [...named, `${rest.toString()} more`] : named);
  return `${dimension.replaceAll('_', ' ')} ${list} ${names.size === 1 ? 'is' : 'are'} ${what}`;
}
