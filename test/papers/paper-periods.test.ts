import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/papers/context.ts';
import { comparedPeriods, periodsOfPaper } from '../../src/papers/paper-periods.ts';
import type { Observation } from '../../src/model/dataset.ts';
import { indicator } from '../support/board.ts';
import { financialYear, month, table } from '../support/dataset.ts';
import { smallDataset } from '../support/figure-set.ts';

function contextOf(observations: readonly Observation[], indicators: readonly Observation[]) {
  const dataset = smallDataset({
    programme: { indicators: [indicator('load', { unit: 'count' })] },
    meeting: { observations, indicators },
  });
  const [workstream] = dataset.workstreams;
  return createContext(dataset, { workstream: workstream!, meeting: workstream!.meetings.at(-1)! });
}

const NOVEMBER = table([month('2010-11')], [['permanent', 9]]);
const YEARS = table([financialYear(2010), financialYear(2011)], [['load', 12, 13]]);

const named = (periods: readonly { kind: string; key: string }[]) =>
  periods.map(({ kind, key }) => `${kind} ${key}`);

describe('the periods of a paper', () => {
  it('are those of workforce and indicators, a year beside the month of the same key', () => {
    expect(named(periodsOfPaper(contextOf(NOVEMBER, YEARS)))).toEqual([
      'month 2010-11',
      'financial_year 2010-11',
      'financial_year 2011-12',
    ]);
  });

  it('are compared of the workforce, and of indicators only where there is none', () => {
    expect(named(comparedPeriods(contextOf(NOVEMBER, YEARS)))).toEqual(['month 2010-11']);
    expect(named(comparedPeriods(contextOf([], YEARS)))).toEqual([
      'financial_year 2010-11',
      'financial_year 2011-12',
    ]);
  });
});
