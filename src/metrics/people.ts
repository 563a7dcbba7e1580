import type { Exact } from '../model/exact.ts';
import { midSentence } from '../model/format.ts';
import { MEASURES } from '../model/measures.ts';
import type { FigureKey } from './book.ts';
import type { Evaluator } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { kindOf, labelOf } from './registry.ts';

/** How many of what has to change for a share to reach a level. */
export interface PeopleNeeded {
  /** Who is counted, in the council's word where it has one: `agency workers`, `locums`. */
  readonly of: string;
  /** What it has to change by, with its sign, while everyone in post stays as many as now. */
  readonly change: Exact;
}

/**
 * Returns the change in people that would bring a share to `level` at the period's total: level × total − part now.
 * Only for a share of everyone in post whose part is permanent or agency staff: there one person replaces another
 * and the total stays. Any other denominator moves with its numerator, or is not people, and the result is undefined.
 */
export function peopleFor(evaluator: Evaluator, key: FigureKey, level: Exact): PeopleNeeded | undefined {
  const expression = kindOf(evaluator.registry, key.id)?.expression;
  if (expression?.kind !== 'operation' || expression.operator !== '/') return undefined;
  const { left, right } = expression;
  if (left.kind !== 'reference' || left.through !== undefined || !isInPost(right)) return undefined;
  if (!PARTS.has(left.id)) return undefined;
  const part = evaluator.evaluate({ ...key, id: left.id }).outcome;
  const total = evaluator.evaluate({ ...key, id: 'in_post' }).outcome;
  if (part.kind !== 'number' || total.kind !== 'number') return undefined;
  return { of: peopleText(evaluator, left.id), change: level.mul(total.number.value).sub(part.number.value) };
}

/** What the shipped labels, which say `Agency` and `Permanent` alone, are called where people are counted. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['permanent', 'permanent workers'],
  ['agency', 'agency workers'],
]);

function peopleText({ registry }: Evaluator, id: string): string {
  const label = labelOf(registry, id);
  const shipped = MEASURES.find((measure) => measure.id === id)?.label;
  return label === shipped ? (PARTS.get(id) ?? midSentence(label)) : midSentence(label);
}

function isInPost(expression: Expression): boolean {
  if (expression.kind === 'reference') return expression.id === 'in_post' && expression.through === undefined;
  if (expression.kind !== 'operation' || expression.operator !== '+') return false;
  const ids = [expression.left, expression.right].map((one) =>
    one.kind === 'reference' && one.through === undefined ? one.id : undefined,
  );
  return ids.includes('permanent') && ids.includes('agency');
}
