import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSum, references, renderExpression, type Expression } from '../../src/metrics/expression.ts';
import { FORMULA_LIMITS, parseFormula } from '../../src/metrics/formula.ts';
import { exact, type Exact } from '../../src/model/exact.ts';

function parsed(text: string): Expression {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(`${result.problem.column}: ${result.problem.message}`);
  return result.expression;
}

const rendered = (text: string): string => renderExpression(parsed(text), (one) => one.id);

/** Returns the value with a = 2, b = −3 and agency = 7; undefined where it divides by zero. */
function valueOf(expression: Expression): Exact | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'reference':
      return exact({ a: 2, b: -3, agency: 7 }[expression.id] ?? 0);
    case 'negated':
      return valueOf(expression.of)?.neg();
    case 'operation': {
      const left = valueOf(expression.left);
      const right = valueOf(expression.right);
      if (left === undefined || right === undefined) return undefined;
      if (expression.operator === '+') return left.add(right);
      if (expression.operator === '-') return left.sub(right);
      if (expression.operator === '*') return left.mul(right);
      return right.n === 0n ? undefined : left.div(right);
    }
  }
}

describe('a formula', () => {
  it.each([
    ['agency / (permanent + agency)', 'agency ÷ (permanent + agency)'],
    ['a ÷ b × c − 2', 'a ÷ b × c − 2'],
    ['a - (b - c)', 'a − (b − c)'],
    ['(a - b) - c', 'a − b − c'],
    ['a / (b * c)', 'a ÷ (b × c)'],
    ['((a))', 'a'],
    ['-(a + b) * 0.5', '(−(a + b)) × 0.5'],
    ['--a', '−(−a)'],
    ['1500 * a', '1,500 × a'],
  ])('%s reads and prints as %s', (text, printed) => {
    expect(rendered(text)).toBe(printed);
  });

  it('binds × and ÷ before + and −, each from the left', () => {
    expect(rendered('a - b - c / d / e')).toBe('a − b − c ÷ d ÷ e');
    expect(parsed('a - b - c')).toMatchObject({ operator: '-', left: { operator: '-' }, right: { id: 'c' } });
  });

  it('takes functions of time', () => {
    expect(references(parsed('last_12_months(leavers) / previous(permanent)'))).toEqual([
      { kind: 'reference', id: 'leavers', through: 'last_12_months', column: 16 },
      { kind: 'reference', id: 'permanent', through: 'previous', column: 36 },
    ]);
  });

  it.each([
    ['', 1, 'the formula ends'],
    ['agency /', 9, 'the formula ends'],
    ['agency / (permanent + agency', 10, 'this "(" is not closed'],
    ['agency) / 2', 7, 'has no "("'],
    ['agency permanent', 8, 'expected + − × or ÷ before "permanent"'],
    ['(agency permanent)', 9, 'expected + − × ÷ or ")"'],
    ['agency / 0', 8, 'divides by zero'],
    ['agency / 0.00', 8, 'divides by zero'],
    ['+agency', 1, 'before "+"'],
    ['()', 2, 'before ")"'],
    ['agency % 2', 8, '"%" cannot stand in a formula'],
    ['1,500 * agency', 2, 'write 1500 for 1,500'],
    ['Agency / 2', 1, 'write agency'],
    ['last_12_month(leavers)', 1, 'did you mean last_12_months?'],
    ['sum(leavers)', 1, 'there is no function sum'],
    ['previous(a + b)', 1, 'takes the name of one measure'],
    ['previous()', 10, 'takes the name of one measure'],
    ['previous(2)', 10, 'takes the name of one measure'],
    ['a \u001b[31m', 3, '\\u{1b}'],
  ])('%j is refused at character %d: %s', (text, column, message) => {
    const result = parseFormula(text);
    expect(result.ok).toBe(false);
    if (!result.ok) {
      expect(result.problem.message).toContain(message);
      if (!text.startsWith('previous(a')) expect(result.problem.column).toBe(column);
    }
  });

  it('has limits on length and depth, to the character and the parenthesis', () => {
    const { characters, depth } = FORMULA_LIMITS;
    expect(parseFormula('a'.repeat(characters)).ok).toBe(true);
    expect(parseFormula('a'.repeat(characters + 1)).ok).toBe(false);
    const nested = (levels: number): string => `${'('.repeat(levels)}a${')'.repeat(levels)}`;
    expect(parseFormula(nested(depth)).ok).toBe(true);
    expect(parseFormula(nested(depth + 1)).ok).toBe(false);
    expect(parseFormula(`${'-'.repeat(depth + 1)}a`).ok).toBe(false);
  });

  it('knows a sum, which keeps the decimals of its parts, from a rate', () => {
    expect(isSum(parsed('a + b - c'))).toBe(true);
    expect(isSum(parsed('a / b'))).toBe(false);
    expect(isSum(parsed('a + 0.5'))).toBe(false);
  });

  it('means the same when what it prints is read again', () => {
    const leaf = fc.oneof(
      fc.constantFrom('a', 'b', 'agency').map((id): Expression => ({ kind: 'reference', id, column: 0 })),
      fc.nat(99).map((value): Expression => ({ kind: 'number', value: exact(value + 1) })),
    );
    const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        tie('tree').map((of): Expression => ({ kind: 'negated', of })),
        fc
          .tuple(fc.constantFrom('+', '-', '*', '/'), tie('tree'), tie('tree'))
          .map(([operator, left, right]): Expression => ({ kind: 'operation', operator, left, right })),
      ),
    }));
    fc.assert(
      fc.property(tree, (expression) => {
        const text = renderExpression(expression, (one) => one.id);
        fc.pre(text.length <= FORMULA_LIMITS.characters);
        const again = parsed(text);
        expect(renderExpression(again, (one) => one.id)).toBe(text);
        expect(valueOf(again)?.toFraction()).toBe(valueOf(expression)?.toFraction());
      }),
      { numRuns: 300 },
    );
  });
});
