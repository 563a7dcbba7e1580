import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jumpsBeyondLimits } from '../../../src/check/movements/jumps.ts';
import { swings } from '../../../src/check/movements/swings.ts';
import { DEFAULT_CHECKS, type JumpLimit } from '../../../src/model/checks.ts';
import type { Basis, Observation } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import { createContext } from '../../../src/papers/context.ts';
import { financialYear, meeting, month, place, programme, table, workstream } from '../../support/dataset.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');

function contextOf(
  observations: Observation[],
  jumps: readonly JumpLimit[] = [],
  basis: Basis = 'headcount',
  earlier?: Observation[],
) {
  const current = meeting({ observations });
  const before = earlier ? [meeting({ id: '2021-02-15', observations: earlier })] : [];
  const stream = workstream({ basis, meetings: [...before, current] });
  const dataset = {
    programme: programme({ checks: { ...DEFAULT_CHECKS, jumps } }),
    workstreams: [stream],
    benchmarks: [],
    inputs: [],
  };
  return createContext(dataset, { workstream: stream, meeting: current });
}

const percent = (id: string, value: number): JumpLimit => ({
  id,
  value: exact(value).div(100),
  notation: 'percent',
  at: place(5, 1, 1, 'cip-report.yaml'),
});
const plain = (id: string, value: number): JumpLimit => ({
  ...percent(id, value),
  value: exact(value),
  notation: 'plain',
});

const agency = (before: number | string, now: number | string, basis: Basis = 'headcount') =>
  table([JAN, FEB], [['agency', before, now]], { basis });

describe('a jump (W142)', () => {
  const told = (...args: Parameters<typeof contextOf>) => jumpsBeyondLimits(contextOf(...args));

  it('says both figures, the change and what the limit comes to', () => {
    expect(told(agency(12, 39), [percent('agency', 25)])).toMatchObject([
      {
        code: 'W142',
        about: 'agency@2021-02',
        message: 'agency for Feb 2021 is 39, and was 12 in Jan 2021: +27, where at most 25% is expected',
        why: '25% of 12 is 3',
        related: [{ column: 20 }, { file: 'cip-report.yaml' }],
      },
    ]);
  });

  it('of a share is in percentage points, and reads as more than its limit', () => {
    const rows = table(
      [JAN, FEB],
      [
        ['permanent', 90000, 90000],
        ['agency', 10000, 15887],
      ],
    );
    expect(told(rows, [percent('agency_rate', 5)]).map((one) => one.message)).toEqual([
      'agency_rate for Feb 2021 is 15.00%, and was 10.00% in Jan 2021: +5.004 pp, where at most 5 pp is expected',
    ]);
    expect(told(rows, [plain('agency_rate', 5)])).toMatchObject([
      { code: 'E014', help: 'write the points with a % sign: agency_rate: 5%' },
    ]);
  });

  it('is not told where rounding can account for it', () => {
    expect(told(agency('20.0', '25.1', 'fte'), [percent('agency', 25)], 'fte')).toEqual([]);
    expect(told(agency('20.0', '25.2', 'fte'), [percent('agency', 25)], 'fte')).toHaveLength(1);
  });

  it('is of these papers, from one period to the next', () => {
    expect(told([], [plain('agency', 1)], 'headcount', agency(12, 39))).toEqual([]);
    const gap = table([month('2020-11'), FEB], [['agency', 12, 39]]);
    expect(told(gap, [plain('agency', 1)])).toEqual([]);
  });

  it('is no share of nothing', () => {
    expect(told(agency(0, 39), [percent('agency', 25)])).toEqual([]);
    expect(told(agency(0, 39), [plain('agency', 25)])).toHaveLength(1);
  });

  it('by percent does not depend on the scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat({ max: 1000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 99 }),
        (before, now, scale, limit) => {
          const count = (by: number) =>
            told(agency(before * by, now * by), [percent('agency', limit)]).length;
          expect(count(scale)).toBe(count(1));
        },
      ),
    );
  });

  it('by a number does not depend on the level', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500 }),
        fc.nat({ max: 500 }),
        fc.nat({ max: 500 }),
        fc.integer({ min: 1, max: 99 }),
        (before, now, more, limit) => {
          const count = (by: number) => told(agency(before + by, now + by), [plain('agency', limit)]).length;
          expect(count(more)).toBe(count(0));
        },
      ),
    );
  });
});

describe('a swing (W143)', () => {
  const told = (...args: Parameters<typeof contextOf>) =>
    swings(contextOf(...args)).map(({ message }) => message);

  it('is found where two figures changed places, and not of permanent staff that a bridge explains', () => {
    const rows = table(
      [JAN, FEB],
      [
        ['permanent', 146, 39],
        ['agency', 39, 146],
      ],
    );
    expect(told(rows)).toEqual([
      'permanent for Feb 2021 is 39, and was 146 in Jan 2021',
      'agency for Feb 2021 is 146, and was 39 in Jan 2021',
    ]);
    const flows = table(
      [JAN, FEB],
      [
        ['starters', 0, 0],
        ['leavers', 0, 107],
      ],
    );
    expect(told([...rows, ...flows])).toEqual(['agency for Feb 2021 is 146, and was 39 in Jan 2021']);
  });

  it('is of the latest period, of months and quarters, and of figures that are counted', () => {
    const MARCH = month('2021-03');
    expect(told(table([JAN, FEB, MARCH], [['agency', 39, 400, 41]]))).toHaveLength(1);
    const years = [financialYear(2018), financialYear(2019)];
    expect(told(table(years, [['agency', 39, 400]]))).toEqual([]);
    const rows = table(
      [JAN, FEB],
      [
        ['starters', 39, 400],
        ['vacancies', 20, 100],
        ['agency', 10, 11],
      ],
    );
    expect(told(rows).filter((one) => one.startsWith('starters'))).toEqual([]);
  });
});
