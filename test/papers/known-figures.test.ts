import { expect, it } from 'vitest';
import { WHOLE } from '../../src/metrics/book.ts';
import { knownPeriods } from '../../src/papers/known-figures.ts';
import { financialYear, month, table } from '../support/dataset.ts';
import { side } from '../compare/figures/small-sides.ts';

it('knows a figure of a month and of the year that has the same key', () => {
  const [november, year] = [month('2010-11'), financialYear(2010)];
  const observations = table([november, year], [['agency', 20, 22]]);
  const { figures } = side({ meeting: { observations } }).context;
  const series = { id: 'agency', group: WHOLE, basis: 'headcount' } as const;
  expect(knownPeriods(figures, series).map(({ kind }) => kind)).toEqual(['month', 'financial_year']);
});
