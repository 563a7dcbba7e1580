import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/metrics/registry.ts';
import { latestChart } from '../../src/metrics/xmr-run.ts';
import type { Observation } from '../../src/model/dataset.ts';
import { toDecimal } from '../../src/model/exact.ts';
import { month, table } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

const MONTHS = ['01', '02', '03', '04', '05', '06'].map((one) => month(`2024-${one}`));

function chartOf(observations: Observation[], id = 'agency') {
  const { figures } = figureSet({ meeting: { observations } }).context;
  const kind = kindOf(figures.registry, id)!;
  const found = latestChart(figures, kind, { group: {}, basis: 'headcount', periods: MONTHS });
  return (
    found && {
      keys: found.run.map(({ key }) => key.period.key),
      mean: toDecimal(found.chart.mean),
      places: found.places,
    }
  );
}

const agency = (values: (string | number)[], team?: string): Observation[] =>
  table(MONTHS, [['agency', ...values]], team === undefined ? {} : { group: { team } });

describe('the chart of the latest run of a series', () => {
  it.each<[string, (string | number)[], string[] | undefined]>([
    ['all of it', [1, 2, 3, 4, 5, 6], ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06']],
    ['what follows a gap', [1, 2, '', 4, 5, 6], ['2024-04', '2024-05', '2024-06']],
    ['what follows a marker', [1, 2, 3, 'c', 5, 6], ['2024-05', '2024-06']],
    ['what is known before the end', [1, '', 3, 4, '', 'c'], ['2024-03', '2024-04']],
    ['one number', [1, 2, 3, 4, '', 6], undefined],
    ['no number', ['', '', '', '', '', 'c'], undefined],
  ])('is of %s', (_, values, keys) => {
    expect(chartOf(agency(values))?.keys).toEqual(keys);
  });

  it('is of the same members throughout', () => {
    const both = [...agency([1, 1, 1, 1, 1, 1], 'Duty'), ...agency([2, 2, 2, 2, 2, 2], 'Court')];
    expect(chartOf(both)?.keys).toHaveLength(6);
    const late = [...both, ...agency(['', '', '', 9, 9, 9], 'Fostering')];
    expect(chartOf(late)).toMatchObject({ keys: ['2024-04', '2024-05', '2024-06'], mean: '12' });
  });

  it('is printed with a decimal more than counts have, and rates as they are', () => {
    const rows = table(MONTHS, [
      ['agency', 1, 2, 1, 2, '1.5', 2],
      ['permanent', 9, 9, 9, 9, 9, 9],
    ]);
    expect([chartOf(rows)?.places, chartOf(rows, 'agency_rate')?.places]).toEqual([2, 2]);
  });
});
