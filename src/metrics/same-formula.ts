import type { Expression, Operator } from './expression.ts';

/** Returns the formula that an id stands for; undefined for a measure, which is counted and stands for itself. */
export type Resolve = (id: string) => Expression | undefined;

/** Definitions that stand on one another can grow without end: beyond this no formula is written out. */
const LEAVES = 500;

interface Walk {
  readonly resolve: Resolve;
  leaves: number;
}

/**
 * Returns a formula in one form that two formulas share where they are the same reckoning: metrics are written out down
 * to measures, and neither the order of what is added or multiplied nor parentheses without effect make a difference.
 * Nothing is cancelled or multiplied out. Undefined where it grows beyond any formula that people write.
 */
export function canonicalFormula(expression: Expression, resolve: Resolve): string | undefined {
  const walk: Walk = { resolve, leaves: 0 };
  const text = canonical(expression, walk);
  return walk.leaves > LEAVES ? undefined : text;
}

function canonical(expression: Expression, walk: Walk): string {
  if (walk.leaves > LEAVES) return '';
  switch (expression.kind) {
    case 'number':
      walk.leaves += 1;
      return expression.value.toFraction();
    case 'reference':
      return canonicalReference(expression, walk);
    case 'negated':
      return joined('+', operands(expression, 'sum', walk));
    case 'operation': {
      const isSum = expression.operator === '+' || expression.operator === '-';
      return joined(isSum ? '+' : '*', operands(expression, isSum ? 'sum' : 'product', walk));
    }
  }
}

function canonicalReference({ id, through }: Extract<Expression, { kind: 'reference' }>, walk: Walk): string {
  const formula = walk.resolve(id);
  if (formula === undefined) walk.leaves += 1;
  const text = formula === undefined ? id : canonical(formula, walk);
  return through === undefined ? text : `${through}(${text})`;
}

/** What is added or taken away, or multiplied and divided by: `inverse` for the latter. */
interface Operand {
  readonly text: string;
  readonly inverse: boolean;
}

function operands(expression: Expression, chain: 'sum' | 'product', walk: Walk, inverse = false): Operand[] {
  if (walk.leaves > LEAVES) return [];
  if (expression.kind === 'reference' && expression.through === undefined) {
    const formula = walk.resolve(expression.id);
    if (formula !== undefined) return operands(formula, chain, walk, inverse);
  }
  if (expression.kind === 'negated' && chain === 'sum') return operands(expression.of, chain, walk, !inverse);
  if (expression.kind === 'operation' && OPERATORS[chain].includes(expression.operator)) {
    const turns = expression.operator === '-' || expression.operator === '/';
    return [
      ...operands(expression.left, chain, walk, inverse),
      ...operands(expression.right, chain, walk, turns ? !inverse : inverse),
    ];
  }
  return [{ text: canonical(expression, walk), inverse }];
}

const OPERATORS: Readonly<Record<'sum' | 'product', readonly Operator[]>> = {
  sum: ['+', '-'],
  product: ['*', '/'],
};

function joined(sign: '+' | '*', parts: readonly Operand[]): string {
  const texts = parts.map(({ text, inverse }) => `${inverse ? 'inverse ' : ''}${text}`).sort();
  return `(${texts.join(` ${sign} `)})`;
}
