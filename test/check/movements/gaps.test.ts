import { describe, expect, it } from 'vitest';
import { createContext } from '../../../src/papers/context.ts';
import { monthsLeftOut } from '../../../src/check/movements/gaps.ts';
import type { Observation } from '../../../src/model/dataset.ts';
import { meeting, month, programme, table, workstream } from '../../support/dataset.ts';

function messages(observations: Observation[], earlier: Observation[] = []): string[] {
  const current = meeting({ observations });
  const before = meeting({ id: '2020-12-14', observations: earlier });
  const stream = workstream({ meetings: [before, current] });
  const dataset = { programme: programme(), workstreams: [stream], benchmarks: [], inputs: [] };
  const context = createContext(dataset, { workstream: stream, meeting: current });
  return monthsLeftOut(context).map((one) => `${one.code} ${one.message}`);
}

const agencyIn = (...months: string[]) => table(months.map(month), [['agency', ...months.map(() => 40)]]);

describe('months left out (W118)', () => {
  it.each([
    [['2020-07', '2020-08', '2020-10'], 'Aug 2020 and Oct 2020, and nothing for Sep 2020'],
    [['2020-11', '2020-12', '2021-02'], 'Dec 2020 and Feb 2021, and nothing for Jan 2021'],
    [
      ['2020-07', '2020-08', '2020-11', '2020-12'],
      'Aug 2020 and Nov 2020, and nothing for Sep 2020 and Oct 2020',
    ],
  ])('are found in %j', (months, told) => {
    expect(messages(agencyIn(...months))).toEqual([`W118 the table has ${told}`]);
  });

  it.each([
    [['2020-01', '2020-05', '2020-12']],
    [['2020-01', '2020-05', '2020-12', '2021-01', '2021-02']],
    [['2020-02', '2020-12', '2021-01', '2021-02']],
    [['2020-03', '2020-06', '2020-09', '2020-12']],
    [['2020-12', '2021-01', '2021-02']],
  ])('are not found in %j', (months) => {
    expect(messages(agencyIn(...months))).toEqual([]);
  });

  it('are no gap that a month after the meeting makes', () => {
    expect(messages(agencyIn('2020-12', '2021-01', '2021-02', '2021-05'))).toEqual([]);
    expect(messages(agencyIn('2020-12', '2021-01', '2021-02', '2021-04'))).toHaveLength(1);
  });

  it('are no gap where an earlier meeting gives them', () => {
    const papers = agencyIn('2020-11', '2020-12', '2021-02');
    expect(messages(papers, agencyIn('2021-01'))).toEqual([]);
    expect(messages(papers, agencyIn('2020-10'))).toHaveLength(1);
  });

  it('are a note where there are but two months, with one between them', () => {
    const two = agencyIn('2020-12', '2021-02');
    expect(messages(two)).toEqual(['N152 the table has Dec 2020 and Feb 2021, and nothing for Jan 2021']);
    expect(messages(agencyIn('2020-11', '2021-02'))).toEqual([]);
    expect(messages(two, agencyIn('2020-10'))).toEqual([]);
    expect(messages(two, agencyIn('2021-01'))).toEqual([]);
  });
});
