import { describe, expect, it } from 'vitest';
import { INDICATOR_RULES } from '../../src/check/board/indicators.ts';
import { LEVEL_RULES } from '../../src/check/board/levels.ts';
import type { Target } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import type { Period } from '../../src/model/period.ts';
import { indicatorRows } from '../../src/report/indicators.ts';
import { targetRows } from '../../src/report/targets.ts';
import { codesAndMessages, context, indicator, limit, meeting, place } from '../support/board.ts';
import { financialYear, month, quarter, table, target } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

const YEAR = Array.from({ length: 12 }, (_, at) =>
  at < 9 ? month(`2025-${pad(at + 4)}`) : month(`2026-${pad(at - 8)}`),
);

function pad(number: number): string {
  return number.toString().padStart(2, '0');
}

const LEAVERS = target({
  metric: 'leavers',
  value: exact(24),
  notation: 'plain',
  by: financialYear(2025),
});

function judged(months: readonly Period[], change: Partial<Target> = {}) {
  const figures = figureSet({
    asOf: '2026-05-11',
    meeting: {
      id: '2026-05-11',
      observations: table(months, [
        ['permanent', ...months.map(() => 50)],
        ['leavers', ...months.map(() => 2)],
      ]),
    },
    programme: { targets: [{ ...LEAVERS, ...change }] },
  });
  return { row: targetRows(figures)[0]!, figures: figures.all() };
}

describe('a yearly target on a flow', () => {
  it('is judged by the sum of all twelve months', () => {
    const { row, figures } = judged(YEAR);
    expect(row).toMatchObject({ state: 'achieved', figure: 'leavers@2025-26' });
    expect(figures['leavers@2025-26']).toMatchObject({ text: '24', formula: 'sum of 12 months' });
    expect(judged(YEAR, { value: exact(23) }).row.state).toBe('missed');
  });

  it('is not judged by a month, nor by eleven', () => {
    const { row } = judged(YEAR.slice(1));
    expect(row).toMatchObject({
      state: 'unknown',
      note: 'Judged when the data gives leavers for the whole of 2025/26 or of every month of it: a figure of one month is none of a year.',
    });
    expect(row).not.toHaveProperty('figure');
    expect(judged(YEAR.slice(0, 3), { by: financialYear(2026) }).row.state).toBe('unknown');
  });

  it('compares a plan only with periods of its own length', () => {
    const plan = [
      { period: quarter(2025, 1), value: exact(6), at: place() },
      { period: financialYear(2025), value: exact(24), at: place() },
    ];
    expect(judged(YEAR, { plan }).row.plan).toMatchObject([
      { state: 'unknown' },
      { state: 'met', figure: 'leavers@2025-26', differenceText: '0' },
    ]);
  });

  it('that names a month is judged by that month', () => {
    expect(judged(YEAR, { by: month('2026-03'), value: exact(2) }).row).toMatchObject({
      state: 'achieved',
      figure: 'leavers@2026-03',
    });
  });
});

const SPENDING = indicator('spending', {
  label: 'Spending',
  unit: 'money',
  places: 0,
  nature: 'flow',
  limits: [limit('800', { kind: 'cap' })],
});

const spent = (...periods: Period[]) => table(periods, [['spending', ...periods.map(() => 900)]]);

describe('a level of a flow', () => {
  it('is one a quarter for figures of quarters', () => {
    const data = {
      programme: { indicators: [SPENDING] },
      meeting: { indicators: spent(quarter(2020, 2), quarter(2020, 3)) },
    };
    const [row] = indicatorRows(figureSet(data));
    expect(row?.limit).toMatchObject({ text: 'at most £800 a quarter', rag: 'red' });
    const seen = context([meeting('2021-04-19', data.meeting)], { programme: data.programme });
    expect(codesAndMessages(INDICATOR_RULES, seen)).toEqual([
      'N413 Spending is £900 in Q3 2020/21, above the cap of £800 a quarter',
    ]);
    expect(codesAndMessages(LEVEL_RULES, seen)).toEqual([]);
  });

  it('is held against nothing where figures are of quarters and of years', () => {
    const data = {
      programme: { indicators: [SPENDING] },
      meeting: { indicators: spent(quarter(2020, 2), quarter(2020, 3), financialYear(2019)) },
    };
    expect(indicatorRows(figureSet(data))[0]).not.toHaveProperty('limit');
    const seen = context([meeting('2021-04-19', data.meeting)], { programme: data.programme });
    expect(codesAndMessages(INDICATOR_RULES, seen)).toEqual([]);
    expect(codesAndMessages(LEVEL_RULES, seen)).toEqual([
      'W415 the cap of Spending is held against no figure: they are of years and quarters',
    ]);
  });
});

it('a level of a group that exists only as a sum is judged and listed', () => {
  const rows = ['Duty', 'Care'].flatMap((team) =>
    ['Worker', 'Manager'].flatMap((role) =>
      table([month('2021-03')], [['agency', 2]], { group: { team, role } }),
    ),
  );
  const programme = {
    indicators: [
      indicator('agency', {
        label: 'Agency',
        unit: 'count' as const,
        limits: [limit('3', { of: { team: 'duty' } })],
      }),
    ],
  };
  const listed = indicatorRows(figureSet({ programme, meeting: { observations: rows } }));
  expect(listed.find((row) => row.limit !== undefined)).toMatchObject({
    group: { team: 'Duty' },
    limit: { rag: 'red' },
  });
  const seen = context([meeting('2021-04-19', { observations: rows })], { programme });
  expect(codesAndMessages(INDICATOR_RULES, seen)).toEqual([
    'N413 Agency (Duty) is 4 in March 2021, above the cap of 3',
  ]);
});
