import { describe, expect, it } from 'vitest';
import { seriesPeriods } from '../../src/papers/series-kind.ts';
import type { Period } from '../../src/model/period.ts';
import { context, indicator, meeting } from '../support/board.ts';
import { date, day, financialYear, month, quarter, table } from '../support/dataset.ts';
import { latestKnown } from '../../src/papers/known-figures.ts';

const MEETING = date('2026-11-09');
const MONTHS = [month('2026-06'), month('2026-07'), month('2026-08')];
const Q2 = quarter(2026, 2);

function keys(periods: readonly Period[]): string[] {
  return seriesPeriods(periods, MEETING).map((period) => period.key);
}

describe('the periods of a series', () => {
  it('are the months that one later quarter stands beside', () => {
    expect(keys([...MONTHS, Q2])).toEqual(['2026-06', '2026-07', '2026-08']);
  });

  it('are not those of a year that is not over, where any other has ended', () => {
    expect(keys([month('2026-09'), financialYear(2026), financialYear(2027)])).toEqual(['2026-09']);
    expect(keys([financialYear(2026)])).toEqual(['2026-27']);
  });

  it('are the finer ones where there are as many of two kinds', () => {
    expect(keys([month('2026-09'), Q2])).toEqual(['2026-09']);
    expect(keys([financialYear(2024), financialYear(2025), month('2026-03')])).toEqual([
      '2024-25',
      '2025-26',
    ]);
  });

  it('are those of months where a single day comes later', () => {
    expect(keys([...MONTHS, day('2026-11-09')])).toHaveLength(3);
  });

  it('are none where there are none', () => {
    expect(keys([])).toEqual([]);
  });
});

it('the papers are of months, and so is the latest figure, beside one year to date', () => {
  const seen = context(
    [
      meeting('2026-11-09', {
        observations: table([...MONTHS, Q2], [['permanent', 10, 11, 12, 13]]),
        indicators: table(
          [month('2026-08'), month('2026-09'), financialYear(2026)],
          [['visits', 60, 71, 95]],
        ),
      }),
    ],
    { programme: { indicators: [indicator('visits')] } },
  );
  expect(seen.periods).toEqual(MONTHS);
  expect(latestKnown(seen, { id: 'visits', group: {}, basis: 'headcount' })?.key.period.key).toBe('2026-09');
});
