import { describe, expect, it } from 'vitest';
import { createBook } from '../../src/metrics/book.ts';
import { createEvaluator, type Evaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { statedRows } from '../../src/papers/stated-rows.ts';
import { financialYear, meeting, table } from '../support/dataset.ts';

const RATES = [
  'agency_rate',
  'agency_share_of_establishment',
  'permanent_share_of_establishment',
  'vacancy_rate',
  'vacancy_share_of_establishment',
  'starters_rate',
  'turnover_rate',
  'agency_cover_of_vacancies',
  'agency_covering_vacancies',
];

/** Returns what evaluates a table of authorities, a row each, with nine stated rates; each is that of another definition. */
function authorities(count: number): Evaluator {
  const observations = Array.from({ length: count }, (_, index) => {
    const counts = {
      establishment: 200 + (index % 97),
      permanent: 120 + (index % 61),
      agency: 20 + (index % 23),
      leavers: 5 + (index % 7),
    };
    const share = `${((counts.leavers / counts.permanent) * 100).toFixed(1)}%`;
    return table(
      [financialYear(2024)],
      [
        ...Object.entries({ ...counts, starters: 0, vacancies_covered_by_agency: 1 }),
        ...RATES.map((rate) => [`${rate} (stated)`, share]),
      ],
      { group: { authority: `A${index.toString()}` }, line: 2 + index * 20 },
    );
  });
  return createEvaluator(
    createBook([meeting({ observations: observations.flat() })]),
    createRegistry([]).registry,
  );
}

function evaluationsFor(count: number): number {
  const evaluator = authorities(count);
  let calls = 0;
  statedRows({
    ...evaluator,
    evaluate: (key) => {
      calls += 1;
      return evaluator.evaluate(key);
    },
  });
  return calls;
}

describe('the rows of stated figures', () => {
  it('take no more of the evaluator for each where there are more of them', () => {
    const each = [100, 400].map((count) => evaluationsFor(count) / count);
    expect(Math.max(...each) / Math.min(...each)).toBeLessThan(1.2);
  });
});
