import type { Expression } from './expression.ts';
import { kindOf, type FigureKind, type Registry } from './registry.ts';
import { canonicalFormula } from './same-formula.ts';

/**
 * Returns whether two figures are rates of one kind: both divide the same thing, or its sum over another time, whatever by.
 * Agency ÷ in post and agency ÷ establishment are, and a reader could take one for the other.
 */
export function isSameKindOfRate(registry: Registry, a: FigureKind, b: FigureKind): boolean {
  const [one, other] = [numeratorOf(registry, a), numeratorOf(registry, b)];
  return a.unit === b.unit && one !== undefined && one === other;
}

function numeratorOf(registry: Registry, { expression }: FigureKind): string | undefined {
  if (expression?.kind !== 'operation' || expression.operator !== '/') return undefined;
  return canonicalFormula(untimed(expression.left), (id) => kindOf(registry, id)?.expression);
}

/** What is counted, whenever: leavers in the month and over twelve months are both leavers. */
function untimed(expression: Expression): Expression {
  if (expression.kind !== 'reference') return expression;
  const { kind, id, column } = expression;
  return { kind, id, column };
}
