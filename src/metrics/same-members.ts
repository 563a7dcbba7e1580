import { formatList } from '../model/format.ts';
import { partsOf, type Evaluation } from './evaluation.ts';
import { once } from './once.ts';

/**
 * Returns whether two figures, of two periods, rest on sums of the same members, so that a change between them says that
 * something changed and not who is counted. What the data gives is taken to be of everybody.
 */
export function haveSameMembers(a: Evaluation, b: Evaluation): boolean {
  const [earlier, later] = [membersBehind(a), membersBehind(b)];
  return [...earlier].every(([sum, names]) => {
    const others = later.get(sum);
    return (
      others === undefined || (names.size === others.size && [...names].every((name) => others.has(name)))
    );
  });
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

type Members = ReadonlyMap<string, ReadonlySet<string>>;

const NONE: Members = new Map();

/** Returns the members of every sum that a figure rests on, by what was added up, and by which dimension. */
function membersBehind(evaluation: Evaluation): Members {
  return evaluation.inputs.length === 0 ? NONE : membersThroughout(evaluation);
}

const membersThroughout = once((evaluation: Evaluation): Members => {
  const { dimension, inputs } = evaluation;
  const own = dimension === undefined ? [] : [[sumText(evaluation), namesIn(evaluation)] as const];
  const sums = new Map<string, ReadonlySet<string>>(own);
  for (const one of inputs.flatMap((input) => input.evaluations))
    for (const [sum, names] of membersBehind(one)) sums.set(sum, names);
  return sums;
});

function namesIn(sum: Evaluation): Set<string> {
  const { dimension = '' } = sum;
  return new Set(partsOf(sum).map((part) => part.key.group[dimension] ?? ''));
}

function sumText({ key: { id, group }, dimension }: Evaluation): string {
  return JSON.stringify([id, group, dimension]);
}
