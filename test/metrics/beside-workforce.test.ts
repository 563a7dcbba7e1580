import { describe, expect, it } from 'vitest';
import { createBook, membersOf, periodsOf, WHOLE } from '../../src/metrics/book.ts';
import { createEvaluator, type Evaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { evaluationText } from '../../src/metrics/wording.ts';
import type { Basis, Observation } from '../../src/model/dataset.ts';
import type { Period } from '../../src/model/period.ts';
import { meeting, month, place, table } from '../support/dataset.ts';

const NOV = month('2023-11');
const FEB = month('2024-02');
const MAR = month('2024-03');

const LEVELS = {
  at: place(40),
  label: 'Agency',
  unit: 'count',
  places: 0,
  direction: 'lower',
  nature: 'stock',
  description: '',
  limits: [],
  workstreams: [],
} as const;

const { registry } = createRegistry([], {}, { indicators: [{ ...LEVELS, id: 'agency' }] });

function evaluatorOf(observations: Observation[], indicators: Observation[]): Evaluator {
  return createEvaluator(createBook([meeting({ observations, indicators })]), registry);
}

function text(evaluator: Evaluator, id: string, period: Period, basis: Basis = 'headcount'): string {
  return evaluationText(evaluator.evaluate({ id, period, group: WHOLE, basis }), registry);
}

/** History of agency workers, from before the workforce table began. */
const history = table([NOV], [['agency', 6]]);

describe("a figure of the workforce with levels, and history in a council's table of indicators", () => {
  it('has the periods of both', () => {
    const { book } = evaluatorOf(table([FEB, MAR], [['agency', 10, 8]]), history);
    expect(periodsOf(book, WHOLE, 'headcount', 'agency')).toEqual([NOV, FEB, MAR]);
    expect(periodsOf(book, WHOLE, 'headcount')).toEqual([FEB, MAR]);
    expect(book.series.has('agency')).toBe(false);
  });

  it('is still added up from its teams', () => {
    const rows = [
      ...table([MAR], [['agency', 5]], { group: { team: 'A' } }),
      ...table([MAR], [['agency', 3]], { group: { team: 'B' } }),
    ];
    const evaluator = evaluatorOf(rows, history);
    expect(text(evaluator, 'agency', MAR)).toBe('8');
    expect(membersOf(evaluator.book, 'team', WHOLE, 'headcount', [MAR], 'agency')).toEqual(['A', 'B']);
    expect(periodsOf(evaluator.book, WHOLE, 'headcount', 'agency')).toEqual([NOV, MAR]);
  });
});

describe('the basis of a figure in a table of indicators', () => {
  it('is kept for measures that ship', () => {
    const fte = table([NOV], [['agency', '7.5']], { basis: 'fte' });
    const evaluator = evaluatorOf(table([MAR], [['agency', 8]]), fte);
    expect(text(evaluator, 'agency', NOV)).toBe('–');
    expect(text(evaluator, 'agency', NOV, 'fte')).toBe('7.5');
    expect(text(evaluator, 'agency', MAR)).toBe('8');
    expect(periodsOf(evaluator.book, WHOLE, 'headcount', 'agency')).toEqual([MAR]);
  });

  it("is kept for the council's own measures, and plays no part in its own indicators", () => {
    const at = place(30);
    const vacant = {
      id: 'vacant',
      label: 'Vacant',
      nature: 'stock',
      direction: 'lower',
      description: '',
    } as const;
    const own = { measures: [{ value: vacant, at }] };
    const known = createRegistry([], {}, { ...own, indicators: [{ ...LEVELS, id: 'visits' }] }).registry;
    const indicators = table(
      [NOV],
      [
        ['vacant', 7],
        ['visits', 7],
      ],
      { basis: 'fte' },
    );
    const evaluator = createEvaluator(createBook([meeting({ indicators })], [], own), known);
    const kindIn = (id: string) =>
      evaluator.evaluate({ id, period: NOV, group: WHOLE, basis: 'headcount' }).outcome.kind;
    expect(['vacant', 'visits'].map(kindIn)).toEqual(['missing', 'number']);
  });
});
