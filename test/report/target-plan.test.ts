import { describe, expect, it } from 'vitest';
import type { PlannedLevel, Target } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import type { Period } from '../../src/model/period.ts';
import { targetRows } from '../../src/report/targets.ts';
import { place } from '../support/board.ts';
import { month, quarter, table, target } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

const HOLDERS = { staff_group: 'Case-holding workers' };

function level(period: Period, value: number): PlannedLevel {
  return { period, value: exact(value), at: place() };
}

function planned(change: Partial<Target> = {}, group: Record<string, string> = HOLDERS) {
  const figures = figureSet({
    asOf: '2024-07-01',
    meeting: {
      observations: table(
        [month('2024-03'), month('2024-04'), month('2024-05'), month('2024-06')],
        [['permanent', '110.0', '112.0', '114.0', '116.0']],
        { basis: 'fte', group },
      ),
    },
    workstream: { basis: 'fte' },
    programme: {
      targets: [
        target({
          metric: 'permanent',
          direction: 'higher',
          value: exact(155),
          notation: 'plain',
          by: quarter(2025, 2),
          of: HOLDERS,
          plan: [level(quarter(2023, 4), 109), level(quarter(2024, 1), 122), level(quarter(2024, 2), 129)],
          ...change,
        }),
      ],
    },
  });
  return { rows: targetRows(figures), figures: figures.all() };
}

describe('a target with a glidepath', () => {
  it('sets plan against actual at the end of each period', () => {
    const { rows, figures } = planned();
    expect(
      rows[0]?.plan?.map(({ period, at, ...row }) => ({ period: period.label, at: at.line > 0, ...row })),
    ).toEqual([
      {
        period: 'Q4 2023/24',
        at: true,
        planText: '109',
        planDecimal: '109',
        figure: 'permanent@2024-03[staff_group=Case-holding workers]',
        differenceText: '+1.0',
        state: 'met',
      },
      {
        period: 'Q1 2024/25',
        at: true,
        planText: '122',
        planDecimal: '122',
        figure: 'permanent@2024-06[staff_group=Case-holding workers]',
        differenceText: '−6.0',
        state: 'behind',
      },
      { period: 'Q2 2024/25', at: true, planText: '129', planDecimal: '129', state: 'ahead_of_us' },
    ]);
    expect(figures['permanent@2024-06[staff_group=Case-holding workers]']?.text).toBe('116.0');
    expect(rows[0]?.figure).toBe('permanent@2024-06[staff_group=Case-holding workers]');
  });

  it('says in which month the plan is met at the recent pace: 13 more at 2 a month, in the seventh', () => {
    expect(planned().rows[0]?.metAt).toMatchObject({ key: '2025-01', label: 'Jan 2025' });
  });

  it('says of no month where the pace leads away', () => {
    const away = planned({ direction: 'lower', plan: [level(quarter(2024, 2), 100)] });
    expect(away.rows[0]).not.toHaveProperty('metAt');
    expect(away.rows[0]?.notMet).toBe('away');
    expect(away.rows[0]?.plan).toHaveLength(1);
  });

  it('does not know what the data lacks for a period that is over', () => {
    const missing = planned({ plan: [level(quarter(2023, 3), 100)] });
    expect(missing.rows[0]?.plan?.[0]).toMatchObject({ state: 'unknown' });
    expect(missing.rows[0]?.plan?.[0]).not.toHaveProperty('figure');
  });

  it('has no plan where none was agreed', () => {
    const none = planned({ plan: [] });
    expect(none.rows[0]).not.toHaveProperty('plan');
    expect(none.rows[0]).not.toHaveProperty('metAt');
  });
});
