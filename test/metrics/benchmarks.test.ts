import { describe, expect, it } from 'vitest';
import {
  benchmarkCautions,
  benchmarkFormulaProblem,
  comparable,
  likeForLike,
} from '../../src/metrics/benchmarks.ts';
import { createBook, WHOLE } from '../../src/metrics/book.ts';
import { createEvaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry, kindOf, type Registry } from '../../src/metrics/registry.ts';
import { evaluationText } from '../../src/metrics/wording.ts';
import type { Basis, Benchmark } from '../../src/model/dataset.ts';
import { cell, financialYear, meeting, month, place, table } from '../support/dataset.ts';

const MAR = month('2024-03');
const { registry } = createRegistry([]);

/** England's agency rate, as the department publishes it. */
function benchmark(change: Partial<Benchmark> = {}): Benchmark {
  return {
    metric: 'agency_rate',
    formula: 'agency / (permanent + agency)',
    basis: 'fte',
    place: 'England',
    level: 'england',
    period: financialYear(2022),
    cell: cell('17.8%'),
    source: "DfE, Children's social work workforce",
    at: place(2),
    ...change,
  };
}

function council(id: string, formula: string): Registry {
  const value = {
    id,
    label: 'Ours',
    formula,
    unit: 'share',
    places: 1,
    direction: 'lower',
    description: '',
    usedBy: [],
    origin: 'council',
  } as const;
  return createRegistry([{ value, at: place(1) }]).registry;
}

function because(
  one: Benchmark,
  id: string,
  basis: Basis = 'fte',
  of: Registry = registry,
): readonly string[] {
  const result = comparable(of, one, kindOf(of, id)!, basis);
  return result.comparable ? [] : result.because;
}

describe('a benchmark', () => {
  it("is refused beside Devon's share of establishment, and says why", () => {
    expect(because(benchmark(), 'agency_share_of_establishment')).toEqual([
      'The published figure is agency ÷ (permanent + agency); agency share of establishment is agency ÷ establishment.',
    ]);
    expect(because(benchmark(), 'agency_rate')).toEqual([]);
  });

  it.each([
    'agency / (agency + permanent)',
    'agency ÷ in_post',
    '(agency) / ((permanent) + agency)',
    'agency_rate',
  ])('is the same formula as %s', (formula) => {
    expect(because(benchmark({ formula }), 'agency_rate')).toEqual([]);
  });

  it.each([
    'permanent / in_post',
    'agency / (permanent - agency)',
    'in_post / agency',
    '2 * agency / in_post',
    'agency / last_12_months(in_post)',
  ])('is not the same formula as %s', (formula) => {
    expect(because(benchmark({ formula }), 'agency_rate')).toHaveLength(1);
  });

  it('goes by the reckoning down to measures, without cancelling', () => {
    const one = benchmark({ formula: 'vacancies / (vacancies + permanent)' });
    expect(because(one, 'vacancy_rate')).toEqual([]);
    expect(because(one, 'vacancy_share_of_establishment')).toHaveLength(1);
  });

  it('keeps its own meaning where the council gives an id another', () => {
    const own = council('agency_rate', 'agency / establishment');
    expect(because(benchmark({ formula: 'agency_rate' }), 'agency_rate', 'fte', own)).toHaveLength(1);
  });

  it('is refused on another basis, and where its basis or formula is not known', () => {
    expect(because(benchmark(), 'agency_rate', 'headcount')).toEqual([
      'The published figure is in full-time equivalent, and the council’s in headcount.',
    ]);
    const { basis, ...unbased } = benchmark();
    expect(basis).toBe('fte');
    expect(because(unbased, 'agency_rate')).toHaveLength(1);
    const { formula, ...unsaid } = benchmark();
    expect(formula).toBeDefined();
    expect(because(unsaid, 'agency_rate')).toEqual([
      'How the published figure is reckoned is not known; agency rate is agency ÷ (permanent + agency).',
    ]);
  });

  it('of a count is refused, whatever its formula: other places are of another size', () => {
    const unfilled = benchmark({ formula: 'establishment - (agency + permanent)' });
    expect(because(unfilled, 'unfilled')).toEqual([
      'Unfilled posts is a count: places of another size have others.',
    ]);
    const { formula, ...counted } = benchmark({ metric: 'starters' });
    expect(formula).toBeDefined();
    expect(because(counted, 'starters')).toHaveLength(1);
  });

  it('of an indicator needs neither formula nor basis', () => {
    const indicator = {
      id: 'visits_on_time',
      at: place(1),
      label: 'Visits on time',
      unit: 'share',
      places: 1,
      direction: 'higher',
      nature: 'flow',
      description: '',
      parts: { numerator: 'on time', denominator: 'due' },
      limits: [],
      workstreams: [],
    } as const;
    const own = createRegistry([], {}, { indicators: [indicator] }).registry;
    const { formula, basis, ...bare } = benchmark({ metric: 'visits_on_time' });
    expect([formula, basis]).not.toContain(undefined);
    expect(because(bare, 'visits_on_time', 'headcount', own)).toEqual([]);
    expect(because(bare, 'agency_rate', 'fte', own)).toHaveLength(2);
  });

  it('with a formula that cannot be used is refused', () => {
    expect(because(benchmark({ formula: 'agency / (in post' }), 'agency_rate')).toHaveLength(1);
    expect(benchmarkFormulaProblem(registry, 'agency / staff')).toMatchObject({ column: 10 });
    expect(benchmarkFormulaProblem(registry, 'agency / in_post')).toBeUndefined();
  });

  it('is compared in a moment with definitions that double at each step', () => {
    const steps = Array.from({ length: 20 }, (_, index) => {
      const before = index === 0 ? 'agency' : `step_${index - 1}`;
      const value = {
        ...kindOf(council('one', 'agency / permanent'), 'one')!,
        id: `step_${index}`,
        formula: `${before} + ${before}`,
        origin: 'council' as const,
      };
      return { value, at: place(1) };
    });
    const own = createRegistry(steps).registry;
    expect(because(benchmark({ formula: 'step_19' }), 'step_19', 'fte', own)).toHaveLength(1);
  });
});

describe('like for like', () => {
  const observations = table(
    [MAR],
    [
      ['establishment', '225'],
      ['permanent', '95.6'],
      ['agency', '101.0'],
    ],
    { basis: 'fte' },
  );
  const at = { group: WHOLE, period: MAR, basis: 'headcount' } as const;

  it("is the council's figure under the benchmark's definition, on its basis", () => {
    const evaluator = createEvaluator(createBook([meeting({ observations })]), registry);
    const found = likeForLike(evaluator, benchmark(), at)!;
    expect(found.kind.id).toBe('agency_rate');
    expect(evaluationText(found.evaluation, registry)).toBe('51.37%');
    const named = likeForLike(evaluator, benchmark({ metric: 'agency_share_of_establishment' }), at);
    expect(named?.kind.id).toBe('agency_rate');
  });

  it("is a definition of the council's own where the shipped one is replaced", () => {
    const own = createRegistry([
      { value: { ...definition('agency_rate', 'agency / establishment') }, at: place(1) },
      { value: { ...definition('agency_in_post', 'agency / in_post') }, at: place(2) },
    ]).registry;
    const evaluator = createEvaluator(createBook([meeting({ observations })]), own);
    expect(likeForLike(evaluator, benchmark(), at)?.kind.id).toBe('agency_in_post');
  });

  it('is nothing where no definition is the same', () => {
    const evaluator = createEvaluator(createBook([meeting({ observations })]), registry);
    expect(likeForLike(evaluator, benchmark({ formula: 'agency / cases' }), at)).toBeUndefined();
  });
});

function definition(id: string, formula: string) {
  const { label, unit, places, direction, description } = kindOf(registry, 'agency_rate')!;
  return { id, label, formula, unit, places, direction, description, usedBy: [], origin: 'council' as const };
}

describe('cautions', () => {
  it('name another population and another date', () => {
    const one = benchmark({
      population: 'Children and family social workers',
      periodLabel: '2023 (30 September)',
    });
    const own = { population: 'children and family social workers', period: MAR };
    expect(benchmarkCautions(one, own)).toEqual([
      'The published figure is for 2023 (30 September); the council’s is for Mar 2024.',
    ]);
    expect(benchmarkCautions(one, { ...own, population: 'case holders' })[0]).toBe(
      'The published figure is of children and family social workers; the council’s is of case holders.',
    );
    expect(benchmarkCautions(benchmark({ period: financialYear(2023) }), own)).toEqual([]);
  });
});
