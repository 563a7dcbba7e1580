import { describe, expect, it } from 'vitest';
import { oldFigures } from '../../../src/check/movements/freshness.ts';
import { DEFAULT_CHECKS } from '../../../src/model/checks.ts';
import type { Indicator, Observation } from '../../../src/model/dataset.ts';
import { addDays } from '../../../src/model/plain-date.ts';
import { createContext } from '../../../src/papers/context.ts';
import { indicator } from '../../support/board.ts';
import {
  date,
  financialYear,
  meeting,
  month,
  programme,
  quarter,
  table,
  workstream,
} from '../../support/dataset.ts';

interface Papers {
  readonly observations?: Observation[];
  readonly indicators?: Observation[];
  readonly known?: Indicator[];
  readonly asOf?: string;
}

function found({ observations = [], indicators = [], known = [], asOf = '2021-04-19' }: Papers) {
  const current = meeting({ id: asOf, date: date(asOf), observations, indicators });
  const stream = workstream({ meetings: [current], headlines: ['agency'] });
  const dataset = {
    programme: programme({ indicators: known, checks: DEFAULT_CHECKS }),
    workstreams: [stream],
    benchmarks: [],
    inputs: [],
  };
  return oldFigures(createContext(dataset, { workstream: stream, meeting: current }));
}

const messages = (papers: Papers): string[] => found(papers).map(({ message }) => message);

describe('figures of the workforce (W144)', () => {
  const observations = table([month('2021-01'), month('2021-02')], [['agency', 36, 39]]);

  it('are old more than 122 days after the end of their latest period', () => {
    const edge = addDays(date('2021-02-28'), 122);
    expect(messages({ observations, asOf: edge })).toEqual([]);
    expect(found({ observations, asOf: addDays(edge, 1) })).toMatchObject([
      {
        about: 'agency@2021-02',
        message:
          'the latest figures of the workforce are of Feb 2021, which ended 123 days before the meeting of 1 July 2021',
        at: { line: 2, column: 28 },
      },
    ]);
  });

  it('of a year are the latest until the next year’s are due', () => {
    const years = table([financialYear(2018), financialYear(2019)], [['agency', 36, 39]]);
    expect(messages({ observations: years, asOf: '2021-04-19' })).toEqual([]);
    expect(messages({ observations: years, asOf: '2021-08-01' })).toHaveLength(1);
  });

  it('of a quarter are old a quarter and a month later', () => {
    const quarters = table([quarter(2020, 1), quarter(2020, 2)], [['agency', 36, 39]]);
    expect(messages({ observations: quarters, asOf: '2021-01-30' })).toEqual([]);
    expect(messages({ observations: quarters, asOf: '2021-01-31' })).toHaveLength(1);
  });
});

describe('an indicator (W144)', () => {
  const known = [indicator('visits_on_time')];
  const series = (...keys: string[]) =>
    table(
      keys.map((key) => month(key)),
      [['visits_on_time', ...keys.map(() => '90%')]],
      { file: 'workforce/2021-04-19/indicators.csv' },
    );

  it('is old by its own latest figure', () => {
    expect(messages({ known, indicators: series('2020-10', '2020-11') })).toEqual([
      'the latest figure of visits_on_time is of Nov 2020, which ended 140 days before the meeting of 19 April 2021',
    ]);
    expect(messages({ known, indicators: series('2020-11', '2020-12') })).toEqual([]);
  });

  it('is not old where one figure a year is given, nor where there is but one', () => {
    expect(messages({ known, indicators: series('2019-03', '2020-03') })).toEqual([]);
    expect(messages({ known, indicators: series('2018-03', '2019-03') })).toHaveLength(1);
    expect(messages({ known, indicators: series('2019-03') })).toEqual([]);
  });
});
