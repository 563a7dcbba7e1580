import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBook } from '../../src/metrics/book.ts';
import { createEvaluator, type Evaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import type { Basis, Observation, StatedChange } from '../../src/model/dataset.ts';
import { exact, scaledRound, toFixed, type Exact } from '../../src/model/exact.ts';
import { comparedChanges, type ComparedChange } from '../../src/papers/stated-changes.ts';
import { parseChange } from '../../src/read/grammar/change.ts';
import { meeting, month, place, table } from '../support/dataset.ts';

const [JAN, FEB, MAR] = [month('2024-01'), month('2024-02'), month('2024-03')];
const { registry } = createRegistry([]);

function evaluatorOf(...observations: readonly Observation[][]): Evaluator {
  return createEvaluator(createBook([meeting({ observations: observations.flat() })]), registry);
}

/** Returns a stated change as a table prints it. */
function stated(
  id: string,
  text: string,
  heading = 'Change',
  basis: Basis = 'headcount',
  from = JAN,
): StatedChange {
  const reading = parseChange(text);
  if (!reading.ok || !reading.value) throw new RangeError(`no change: ${text}`);
  return {
    id,
    from,
    to: MAR,
    group: {},
    basis,
    ...reading.value,
    heading,
    label: id,
    at: place(2),
  };
}

function verdict(evaluator: Evaluator, change: StatedChange): ComparedChange['verdict'] | 'not compared' {
  return comparedChanges([change], evaluator)[0]?.verdict ?? 'not compared';
}

const counts = (agency: readonly [number, number], permanent: readonly [number, number] = [100, 100]) =>
  evaluatorOf(
    table(
      [JAN, MAR],
      [
        ['agency', ...agency],
        ['permanent', ...permanent],
      ],
    ),
  );

const COUNT = fc.integer({ min: 1, max: 400 });
const PLACES = fc.integer({ min: 0, max: 3 });
const sharePair = fc.tuple(COUNT, COUNT, COUNT, COUNT);

const rate = (agency: number, permanent: number): Exact => exact(agency).div(agency + permanent);
const inPercent = (value: Exact, places: number): string => toFixed(value.mul(100), places);
const rounded = (value: Exact, places: number): Exact =>
  exact(scaledRound(value, places)).div(10n ** BigInt(places));

describe('the change of two figures', () => {
  it('is right at any precision: in number, in percentage points, in per cent', () => {
    fc.assert(
      fc.property(sharePair, PLACES, ([a, b, p, q], places) => {
        const figures = counts([a, b], [p, q]);
        const points = rate(b, q).sub(rate(a, p));
        const of = rate(b, q).div(rate(a, p)).sub(1);
        const ofCount = exact(b).div(a).sub(1);
        for (const change of [
          stated('agency', (b - a).toString()),
          stated('agency', `${inPercent(ofCount, places)}%`, '% change'),
          stated('agency', inPercent(ofCount, places), '% change'),
          stated('agency_rate', `${inPercent(points, places)} pp`),
          stated('agency_rate', `${inPercent(points, places)}%`, 'Change (percentage points)'),
          stated('agency_rate', `${inPercent(of, places)}%`),
        ])
          expect([verdict(figures, change), change.value.toString()]).toEqual([
            'right',
            change.value.toString(),
          ]);
      }),
    );
  });

  it('is right from the figures as they are printed, however they are rounded', () => {
    fc.assert(
      fc.property(sharePair, PLACES, PLACES, ([a, b, p, q], places, changePlaces) => {
        const [before, after] = [rate(a, p), rate(b, q)].map((one) => rounded(one, places + 2)) as [
          Exact,
          Exact,
        ];
        fc.pre(before.n !== 0n);
        const printed = table(
          [JAN, MAR],
          [['agency_rate (stated)', `${inPercent(before, places)}%`, `${inPercent(after, places)}%`]],
        );
        const figures = evaluatorOf(
          table(
            [JAN, MAR],
            [
              ['agency', a, b],
              ['permanent', p, q],
            ],
          ),
          printed,
        );
        const points = `${inPercent(after.sub(before), changePlaces)} pp`;
        const of = `${inPercent(after.div(before).sub(1), changePlaces)}%`;
        expect(verdict(figures, stated('agency_rate', points))).toBe('right');
        expect(verdict(figures, stated('agency_rate', of))).toBe('right');
      }),
    );
  });

  it('is right where the data rounds full-time equivalents, and the change was taken before that', () => {
    const tenThousandths = fc.integer({ min: 10_000, max: 3_000_000 });
    fc.assert(
      fc.property(tenThousandths, tenThousandths, PLACES, PLACES, (one, other, places, changePlaces) => {
        const [a, b] = [exact(one).div(10_000), exact(other).div(10_000)];
        const rows = table([JAN, MAR], [['agency', toFixed(a, places), toFixed(b, places)]], {
          basis: 'fte',
        });
        const figures = evaluatorOf(rows);
        const change = stated('agency', toFixed(b.sub(a), changePlaces), 'Change', 'fte');
        const of = stated('agency', `${inPercent(b.div(a).sub(1), changePlaces)}%`, '% change', 'fte');
        expect(verdict(figures, change)).toBe('right');
        // From what may be nothing there is no change in per cent.
        expect(['right', 'not compared']).toContain(verdict(figures, of));
      }),
    );
  });

  it('is not right one worker off', () => {
    fc.assert(
      fc.property(COUNT, COUNT, fc.constantFrom(-1, 1), (a, b, off) => {
        fc.pre(b - a + off !== 0);
        const text = (b - a + off).toString();
        expect(verdict(counts([a, b]), stated('agency', text))).not.toBe('right');
      }),
    );
  });
});

describe('a stated change', () => {
  it.each([
    ['agency_rate', '-11%', 'Change', 'other-unit'],
    ['agency_rate', '-25%', 'Change', 'right'],
    ['agency_rate', '-25 pp', 'Change', 'other-unit'],
    ['agency_rate', '-25', 'Change', 'other-unit'],
    ['agency_rate', '-11', 'Change', 'right'],
    ['agency_rate', '11', 'Reduction', 'right'],
    ['agency_rate', '-11', 'Reduction', 'right'],
    ['agency_rate', '11', 'Change', 'other-sign'],
    ['agency_rate', '+25%', 'Change', 'other-sign'],
    ['agency_rate', '-12 pp', 'Change', 'wrong'],
    ['agency_rate', '-11%', 'Movement (ppts)', 'right'],
    ['agency_rate', '-11', '%pt change', 'right'],
    ['agency', '-11', 'Change', 'right'],
    ['agency', '-25', '% change', 'right'],
    ['agency', '-11%', 'Change', 'other-unit'],
    ['agency', '-11 pp', 'Change', 'other-unit'],
    ['agency', '-25%', 'Change (pp)', 'right'],
  ])('of %s from 44%% to 33%%, "%s" under "%s", is %s', (id, text, heading, expected) => {
    expect(verdict(counts([44, 33], [56, 67]), stated(id, text, heading))).toBe(expected);
  });

  it('is not compared where a figure is not known, or is from nothing in per cent', () => {
    expect(verdict(counts([44, 33]), stated('cases', '-5'))).toBe('not compared');
    expect(verdict(counts([0, 3]), stated('agency', '+100%'))).toBe('not compared');
    expect(verdict(counts([0, 3]), stated('agency', '+3'))).toBe('right');
  });

  it('is from the last period in which the figure is known where the table names none', () => {
    const figures = evaluatorOf(table([JAN, FEB, MAR], [['agency', 50, 44, 33]]));
    const { from, ...change } = stated('agency', '-11');
    expect(from).toBe(JAN);
    expect(verdict(figures, change)).toBe('right');
    expect(verdict(evaluatorOf(table([JAN, FEB, MAR], [['agency', 44, '–', 33]])), change)).toBe('right');
  });

  it('is compared with figures that are only printed', () => {
    const figures = evaluatorOf(table([JAN, MAR], [['agency_rate (stated)', '44%', '33%']]));
    expect(verdict(figures, stated('agency_rate', '-11 pp'))).toBe('right');
    expect(verdict(figures, stated('agency_rate', '-13 pp'))).toBe('wrong');
  });
});
