import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBook, WHOLE } from '../../src/metrics/book.ts';
import { withinCorners } from '../../src/metrics/corners.ts';
import { combine, estimateOf, negated, type Estimate } from '../../src/metrics/estimate.ts';
import { compareStated } from '../../src/metrics/comparison.ts';
import { createEvaluator } from '../../src/metrics/evaluate.ts';
import { references, type Expression } from '../../src/metrics/expression.ts';
import { parseFormula } from '../../src/metrics/formula.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { compareExact, exact, toFixed, type Exact } from '../../src/model/exact.ts';
import { meeting, month, table } from '../support/dataset.ts';

const { registry } = createRegistry([]);
const FEB = month('2021-02');
const FTE = { basis: 'fte' } as const;

/** Formulas of shipped metrics, with those that they stand on written out, and some that fall back. */
const FORMULAS = [
  'agency / (permanent + agency)',
  '(establishment - permanent) / (establishment - permanent + permanent)',
  '(establishment - permanent) / establishment',
  '1 - agency / (permanent + agency)',
  'permanent * (establishment - permanent)',
  'agency / permanent - permanent / establishment',
  '-agency / (cases - case_holders)',
];

function parsed(formula: string): Expression {
  const result = parseFormula(formula);
  if (!result.ok) throw new Error(result.problem.message);
  return result.expression;
}

function byIntervals(expression: Expression, of: (id: string) => Estimate): Estimate | undefined {
  if (expression.kind === 'number') {
    const { value } = expression;
    return { value, low: value, high: value };
  }
  if (expression.kind === 'reference') return of(expression.id);
  if (expression.kind === 'negated') {
    const inner = byIntervals(expression.of, of);
    return inner && negated(inner);
  }
  const [left, right] = [byIntervals(expression.left, of), byIntervals(expression.right, of)];
  return left && right && combine(expression.operator, left, right);
}

function written(tenths: number): Estimate {
  const value = exact(tenths).div(10n);
  return estimateOf({ kind: 'number', value, places: 1, notation: 'plain' }, 'fte');
}

function evaluatorOf(
  rows: readonly (readonly [string, string | number])[],
  definitions: Parameters<typeof createRegistry>[0] = [],
) {
  const created = createRegistry(definitions);
  const observations = table([FEB], rows, FTE);
  const book = createBook([meeting({ observations })]);
  return { observations, evaluator: createEvaluator(book, created.registry) };
}

describe('the bounds of a formula', () => {
  it.each(FORMULAS)(
    'of %s lie within those of interval arithmetic, and hold every unrounded result',
    (formula) => {
      const expression = parsed(formula);
      const ids = [...new Set(references(expression).map(({ id }) => id))];
      const one = fc.record({
        tenths: fc.integer({ min: 0, max: 3000 }),
        within: fc.integer({ min: -50, max: 50 }),
      });
      fc.assert(
        fc.property(fc.array(one, { minLength: ids.length, maxLength: ids.length }), (drawn) => {
          const estimates = new Map(ids.map((id, index) => [id, written(drawn[index]!.tenths)]));
          const old = byIntervals(expression, (id) => estimates.get(id)!);
          fc.pre(old !== undefined);
          const inputs = references(expression).map((reference) => ({
            reference,
            outcome: { kind: 'number' as const, number: estimates.get(reference.id)! },
          }));
          const bounds = withinCorners(expression, inputs, registry, old);
          expect(compareExact(bounds.low, old.low)).toBeGreaterThanOrEqual(0);
          expect(compareExact(bounds.high, old.high)).toBeLessThanOrEqual(0);
          expect(compareExact(bounds.low, bounds.value)).toBeLessThanOrEqual(0);
          expect(compareExact(bounds.high, bounds.value)).toBeGreaterThanOrEqual(0);
          const unrounded = new Map(
            ids.map((id, index) => [
              id,
              estimates.get(id)!.value.add(exact(drawn[index]!.within).div(1000n)),
            ]),
          );
          const result = byIntervals(expression, (id) => pointOf(unrounded.get(id)!));
          // Where a denominator can be 0 the value stands alone.
          if (result === undefined || old.low.equals(old.high)) return;
          expect(compareExact(bounds.low, result.value)).toBeLessThanOrEqual(0);
          expect(compareExact(bounds.high, result.value)).toBeGreaterThanOrEqual(0);
        }),
      );
    },
  );

  it.each([
    ['15.7%', false],
    ['15.8%', true],
    ['16.0%', true],
    ['16.3%', true],
    ['16.4%', false],
  ])('of 3.4 ÷ (17.8 + 3.4): a stated %s agrees: %s', (stated, agrees) => {
    const { observations, evaluator } = evaluatorOf([
      ['permanent', '17.8'],
      ['agency', '3.4'],
      ['agency_rate (stated)', stated],
    ]);
    const printed = observations.find((observation) => observation.stated)!;
    expect(compareStated(evaluator, printed)?.agrees).toBe(agrees);
  });

  it('vary a figure once where a computed input stands on it too: vacancies are establishment less permanent', () => {
    const { evaluator } = evaluatorOf([
      ['establishment', '20.0'],
      ['permanent', '17.8'],
    ]);
    const { outcome } = evaluator.evaluate({ id: 'vacancy_rate', period: FEB, group: WHOLE, basis: 'fte' });
    expect(
      outcome.kind === 'number' && [outcome.number.low, outcome.number.high].map((one) => toFixed(one, 6)),
    ).toEqual([
      // (19.95 − 17.85) ÷ 19.95 and (20.05 − 17.75) ÷ 20.05
      '0.105263',
      '0.114713',
    ]);
  });

  it('stay those of interval arithmetic where a denominator can be 0, and for nine figures', () => {
    const near = parsed('agency / permanent');
    const zero = { agency: written(34), permanent: written(0) };
    const number = { value: exact(3), low: exact(3), high: exact(3) };
    const inputs = references(near).map((reference) => ({
      reference,
      outcome: { kind: 'number' as const, number: zero[reference.id as keyof typeof zero] },
    }));
    expect(withinCorners(near, inputs, registry, number)).toBe(number);
    const many = parsed('a + b + c + d + e + f + g + h + i - a');
    const all = references(many).map((reference) => ({
      reference,
      outcome: { kind: 'number' as const, number: written(10) },
    }));
    const wide = byIntervals(many, () => written(10))!;
    expect(withinCorners(many, all, registry, wide)).toBe(wide);
    const fewer = parsed('a + b + c + d + e + f + g + h - a');
    const narrower = withinCorners(
      fewer,
      all,
      registry,
      byIntervals(fewer, () => written(10))!,
    );
    expect(toFixed(narrower.high, 2)).toBe('7.35');
  });

  it('are found at once for definitions that stand on each other twice', () => {
    const definition = (id: string, of: string) => ({
      value: {
        id,
        label: id,
        formula: `(${of} + ${of}) / 2`,
        unit: 'count' as const,
        places: 1,
        direction: 'none' as const,
        description: '',
        usedBy: [],
        origin: 'council' as const,
      },
      at: { file: 'cip-report.yaml', line: 1, column: 1, length: 1 },
    });
    const ids = Array.from(
      { length: 40 },
      (_, index) =>
        `step_${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`,
    );
    const { evaluator } = evaluatorOf(
      [['agency', '3.4']],
      ids.map((id, index) => definition(id, ids[index - 1] ?? 'agency')),
    );
    const { outcome } = evaluator.evaluate({ id: ids.at(-1)!, period: FEB, group: WHOLE, basis: 'fte' });
    expect(
      outcome.kind === 'number' && [outcome.number.low, outcome.number.high].map((one) => toFixed(one, 2)),
    ).toEqual(['3.35', '3.45']);
  });
});

function pointOf(value: Exact): Estimate {
  return { value, low: value, high: value };
}
