import { describe, expect, it } from 'vitest';
import { createBook, WHOLE } from '../../src/metrics/book.ts';
import { bridgesOf } from '../../src/metrics/bridge.ts';
import { createEvaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import type { Basis, Observation } from '../../src/model/dataset.ts';
import { toDecimal } from '../../src/model/exact.ts';
import type { Period } from '../../src/model/period.ts';
import { lutonObservations, meeting, month, quarter, table } from '../support/dataset.ts';

const { registry } = createRegistry([]);
const TWO = [month('2021-01'), month('2021-02')];

function bridges(observations: Observation[], basis: Basis = 'headcount') {
  const book = createBook([meeting({ observations })]);
  return bridgesOf(createEvaluator(book, registry), WHOLE, basis).map((one) => ({
    to: one.to.key,
    expected: toDecimal(one.expected.value),
    unexplained: toDecimal(one.unexplained.value),
    explained: one.explained,
    flows: one.flows.map((flow) => flow.id),
  }));
}

function staff(rows: (string | number)[][], periods: Period[] = TWO, basis: Basis = 'headcount') {
  return bridges(table(periods, rows, { basis }), basis);
}

describe('the movement of permanent staff', () => {
  it("leaves Luton's −6 in January and +3 in February unexplained", () => {
    const flows = ['starters', 'leavers'];
    expect(bridges(lutonObservations())).toEqual([
      { to: '2021-01', expected: '150', unexplained: '-6', explained: false, flows },
      { to: '2021-02', expected: '143', unexplained: '3', explained: false, flows },
    ]);
  });

  it('counts conversions and transfers where the data records them', () => {
    const found = staff([
      ['permanent', 100, 104],
      ['starters', '', 5],
      ['conversions', '', 2],
      ['transfers_in', '', 1],
      ['leavers', '', 3],
      ['transfers_out', '', 1],
    ]);
    expect(found).toMatchObject([{ expected: '104', unexplained: '0', explained: true }]);
  });

  it('is left out where a recorded flow is missing or marked for the period: that is not none', () => {
    const rows = [
      ['permanent', 100, 104],
      ['starters', 1, 5],
      ['leavers', 1, 1],
    ];
    expect(staff(rows)).toHaveLength(1);
    expect(staff([...rows, ['conversions', 2, '–']])).toEqual([]);
    expect(staff([...rows, ['transfers_out', 'c', 'c']])).toEqual([]);
    expect(staff(rows.slice(0, 2))).toEqual([]);
  });

  it('is only between periods of one kind that follow one another', () => {
    const rows = [
      ['permanent', 100, 104],
      ['starters', 0, 4],
      ['leavers', 0, 0],
    ];
    expect(staff(rows, [month('2020-12'), month('2021-02')])).toEqual([]);
    expect(staff(rows, [month('2020-12'), quarter(2020, 4)])).toEqual([]);
    expect(staff(rows, [quarter(2020, 3), quarter(2020, 4)])).toMatchObject([{ explained: true }]);
  });

  it('forgives full-time equivalents what their rounding can hide, and no more', () => {
    const rows = (closing: string) => [
      ['permanent', '100.0', closing],
      ['starters', '', '3.3'],
      ['leavers', '', '1.1'],
    ];
    // Four figures at one decimal: together they may be 0.2 off.
    expect(staff(rows('102.4'), TWO, 'fte')).toMatchObject([{ unexplained: '0.2', explained: true }]);
    expect(staff(rows('102.5'), TWO, 'fte')).toMatchObject([{ unexplained: '0.3', explained: false }]);
  });
});
