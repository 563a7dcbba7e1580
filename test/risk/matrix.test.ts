import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix, MatrixCell } from '../../src/model/matrix.ts';
import { assess, compareSeverity, findRating, sameScore } from '../../src/risk/matrix.ts';
import { LUTON_MATRIX, matrix } from '../support/board.ts';

function score(table: Matrix, likelihood: string, impact: string): string | undefined {
  const found = assess(table, likelihood, impact);
  return found.kind === 'scored' ? `${found.cell.score} ${found.rating.id}` : undefined;
}

/** Medway's shape: four letters by four numerals, the cell's code is both. */
const LETTERS = matrix(
  ['D', 'C', 'B', 'A'],
  ['IV', 'III', 'II', 'I'],
  [
    'DIV green | DIII green | DII amber | DI amber',
    'CIV green | CIII amber | CII amber | CI red',
    'BIV green | BIII amber | BII red | BI red',
    'AIV amber | AIII amber | AII red | AI red',
  ],
);

const FIVE = ['1', '2', '3', '4', '5'];
const PRODUCT = matrix(
  FIVE,
  FIVE,
  FIVE.map((l) =>
    FIVE.map((i) => {
      const product = Number(l) * Number(i);
      return `${product} ${product >= 15 ? 'red' : product >= 6 ? 'amber' : 'green'}`;
    }).join('|'),
  ),
);

const GRADES = matrix(
  ['Rare', 'Possible', 'Almost certain'],
  ['Minor', 'Major'],
  ['E green | C amber', 'D green | B amber', 'C amber | A red'],
);

describe('assess', () => {
  it("gives Luton's scores", () => {
    expect(score(LUTON_MATRIX, 'Medium', 'Significant')).toBe('5 amber');
    expect(score(LUTON_MATRIX, 'Low', 'Significant')).toBe('3 green');
    expect(score(LUTON_MATRIX, 'High', 'Noticeable')).toBe('4 amber');
    expect(score(LUTON_MATRIX, 'Low', 'Critical')).toBe('6 amber');
    expect(score(LUTON_MATRIX, 'High', 'Critical')).toBe('9 red');
  });

  it('looks codes, products and grades up in grids of any shape', () => {
    expect(score(LETTERS, 'B', 'II')).toBe('BII red');
    expect(score(LETTERS, 'D', 'I')).toBe('DI amber');
    expect(score(PRODUCT, '4', '5')).toBe('20 red');
    expect(score(PRODUCT, '2', '3')).toBe('6 amber');
    expect(score(GRADES, 'Almost certain', 'Minor')).toBe('C amber');
    expect(score(GRADES, 'Rare', 'Major')).toBe('C amber');
  });

  it('gives the same whether impact or likelihood runs down the side', () => {
    const sideways: Matrix = { ...GRADES, rows: 'impact' };
    expect(score(sideways, 'Possible', 'Major')).toBe('B amber');
  });

  it('matches a level by id or label, whatever its case, spaces and dashes', () => {
    const labelled: Matrix = {
      ...LETTERS,
      likelihood: LETTERS.likelihood.map((level) =>
        level.id === 'B' ? { id: 'B', label: 'Very likely' } : level,
      ),
    };
    expect(score(labelled, ' very-LIKELY', 'ii')).toBe('BII red');
    expect(score(labelled, 'b', 'II ')).toBe('BII red');
  });

  it('tells a pair that only makes sense exchanged', () => {
    const found = assess(LUTON_MATRIX, 'Significant', 'Low');
    expect(found.kind).toBe('swapped');
    if (found.kind !== 'swapped') return;
    expect(found.exchanged.cell.score).toBe('3');
    expect(found.exchanged.likelihood.id).toBe('Low');
    expect(found.exchanged.impact.id).toBe('Significant');
  });

  it('cannot tell in a matrix with the same levels on both axes', () => {
    expect(assess(PRODUCT, '5', '1').kind).toBe('scored');
  });

  it('tells swapped where one level is on both axes and the other on one', () => {
    const shared = matrix(['Low', 'High'], ['Low', 'Severe'], ['1 green | 2 amber', '2 amber | 4 red']);
    expect(assess(shared, 'Severe', 'Low').kind).toBe('swapped');
    expect(assess(shared, 'Low', 'Low').kind).toBe('scored');
    expect(assess(shared, 'Severe', 'Severe').kind).toBe('unknown');
  });

  it('names each unknown level and the one that was meant', () => {
    const found = assess(LUTON_MATRIX, 'Mediun', 'Sever');
    expect(found).toMatchObject({
      kind: 'unknown',
      levels: [
        { axis: 'likelihood', written: 'Mediun', suggestion: { id: 'Medium' } },
        { axis: 'impact', written: 'Sever', suggestion: undefined },
      ],
    });
    const one = assess(LUTON_MATRIX, 'Medium', 'Criticall');
    expect(one).toMatchObject({
      kind: 'unknown',
      levels: [{ axis: 'impact', suggestion: { id: 'Critical' } }],
    });
  });

  it('scores nothing where the matrix lacks the cell of a known pair', () => {
    const holed: Matrix = { ...GRADES, cells: GRADES.cells.slice(1) };
    expect(assess(holed, 'Rare', 'Minor')).toEqual({ kind: 'unknown', levels: [] });
    expect(assess(holed, 'Rare', 'Major').kind).toBe('scored');
  });
});

describe('compareSeverity', () => {
  const cell = (table: Matrix, score: string): MatrixCell => table.cells.find((one) => one.score === score)!;

  it('orders numeric scores within and across ratings', () => {
    const order = [...LUTON_MATRIX.cells].sort((a, b) => compareSeverity(LUTON_MATRIX, a, b));
    expect(order.map((one) => one.score)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('orders codes by rating, then by distance from the lowest corner', () => {
    expect(compareSeverity(LETTERS, cell(LETTERS, 'BII'), cell(LETTERS, 'AIII'))).toBeGreaterThan(0);
    expect(compareSeverity(LETTERS, cell(LETTERS, 'DI'), cell(LETTERS, 'DII'))).toBeGreaterThan(0);
    expect(compareSeverity(LETTERS, cell(LETTERS, 'CIII'), cell(LETTERS, 'DII'))).toBe(0);
  });

  it('follows a matrix whose ratings are listed from the worst, or whose 1 is the worst', () => {
    const fromWorst: Matrix = { ...LUTON_MATRIX, ratings: [...LUTON_MATRIX.ratings].reverse() };
    expect(compareSeverity(fromWorst, cell(fromWorst, '7'), cell(fromWorst, '6'))).toBeGreaterThan(0);
    const oneIsWorst = matrix(['Low', 'High'], ['Low', 'High'], ['4 green | 3 green', '2 red | 1 red']);
    expect(compareSeverity(oneIsWorst, cell(oneIsWorst, '1'), cell(oneIsWorst, '2'))).toBeGreaterThan(0);
    expect(compareSeverity(oneIsWorst, cell(oneIsWorst, '4'), cell(oneIsWorst, '3'))).toBeLessThan(0);
  });
});

describe('sameScore', () => {
  it.each([
    ['5', '5', true],
    ['5', '5.0', true],
    ['05', '5', true],
    ['BII', 'b ii', true],
    ['BII', 'BIII', false],
    ['5', '3', false],
    ['1', 'I', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameScore(a, b)).toBe(same);
  });
});

describe('findRating', () => {
  it('finds a rating by id or label', () => {
    expect(findRating(LUTON_MATRIX, 'RED')?.id).toBe('red');
    expect(findRating(LUTON_MATRIX, 'Purple')).toBeUndefined();
  });
});

describe('a matrix of any shape', () => {
  const levels = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${prefix}${at}`);
  const shape = fc.record({
    likelihood: fc.integer({ min: 1, max: 7 }),
    impact: fc.integer({ min: 1, max: 7 }),
  });

  it('scores every pair with its own cell, and tells every exchanged pair', () => {
    fc.assert(
      fc.property(shape, (size) => {
        const likelihood = levels('L', size.likelihood);
        const impact = levels('I', size.impact);
        const table = matrix(
          likelihood,
          impact,
          likelihood.map((l) => impact.map((i) => `${l}${i} green`).join('|')),
        );
        for (const l of likelihood)
          for (const i of impact) {
            expect(score(table, l, i)).toBe(`${l}${i} green`);
            const exchanged = assess(table, i, l);
            expect(exchanged.kind === 'swapped' && exchanged.exchanged.cell.score).toBe(`${l}${i}`);
          }
      }),
      { numRuns: 30 },
    );
  });

  it('orders cells as a scale does', () => {
    const pick = fc.constantFrom(...LUTON_MATRIX.cells);
    fc.assert(
      fc.property(pick, pick, pick, (a, b, c) => {
        const order = (x: MatrixCell, y: MatrixCell) => Math.sign(compareSeverity(LUTON_MATRIX, x, y));
        expect(order(a, b)).toBe(0 - order(b, a));
        if (order(a, b) >= 0 && order(b, c) >= 0) expect(order(a, c)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
