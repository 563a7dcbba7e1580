import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersLikeTotals } from '../../../src/check/figures/like-totals.ts';
import { periodsWords } from '../../../src/check/figures/periods-words.ts';
import type { Observation } from '../../../src/model/dataset.ts';
import type { Period } from '../../../src/model/period.ts';
import { createContext } from '../../../src/papers/context.ts';
import { meeting, month, programme, quarter, table, workstream } from '../../support/dataset.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) =>
  month(`2020-${(index + 1).toString().padStart(2, '0')}`),
);
const [JAN, FEB, MAR] = MONTHS as [Period, Period, Period];

type Counts = Readonly<Record<string, readonly (number | string)[]>>;

/** The counts of teams, by figure and then by month, from January on. */
function teams(members: Readonly<Record<string, Counts>>): Observation[] {
  return Object.entries(members).flatMap(([team, counts]) =>
    table(
      MONTHS,
      Object.entries(counts).map(([id, values]) => [id, ...values]),
      { group: { team } },
    ),
  );
}

function found(observations: Observation[]): string[] {
  const current = meeting({ observations });
  const stream = workstream({ meetings: [current], basis: 'headcount' });
  const dataset = { programme: programme(), workstreams: [stream], benchmarks: [], inputs: [] };
  return membersLikeTotals(createContext(dataset, { workstream: stream, meeting: current })).map(
    ({ code, message }) => `${code} ${message}`,
  );
}

const A = { permanent: [110, 108, 111], agency: [25, 27, 24] };
const B = { permanent: [83, 84, 84], agency: [14, 13, 15] };
const SUM = { permanent: [193, 192, 195], agency: [39, 40, 39] };

describe('a member with the sums of all the others', () => {
  it('is an error where it is no chance (E124)', () => {
    expect(found(teams({ A, B, Division: SUM }))).toEqual([
      'E124 team Division has the sum of the others in permanent and agency for Jan 2020 to Mar 2020',
    ]);
  });

  it('is one also where a month is mistyped, which is left out of what is said', () => {
    const mistyped = { permanent: [193, 129, 195], agency: [39, 41, 39] };
    expect(found(teams({ A, B, Division: mistyped }))).toEqual([
      'E124 team Division has the sum of the others in permanent and agency for Jan 2020 and Mar 2020',
    ]);
  });

  it('is a warning where figures are few and small (W124), and nothing where they are fewer or smaller', () => {
    const small = (permanent: number, agency: number) => ({ permanent: [permanent], agency: [agency] });
    expect(found(teams({ A: small(10, 5), B: small(20, 6), C: small(30, 11) }))).toEqual([
      'W124 team C has the sum of the others in permanent and agency for Jan 2020',
    ]);
    expect(found(teams({ A: small(10, 5), B: small(20, 6), C: small(30, 12) }))).toEqual([]);
    expect(found(teams({ A: small(5, 2), B: small(8, 1), C: small(13, 3) }))).toEqual([]);
    expect(found(teams({ A: { permanent: [10] }, B: { permanent: [20] }, C: { permanent: [30] } }))).toEqual(
      [],
    );
  });

  it('is an error at once where it is called as a total is too', () => {
    const small = (permanent: number, agency: number) => ({ permanent: [permanent], agency: [agency] });
    expect(found(teams({ A: small(10, 5), B: small(20, 6), 'Total C': small(30, 11) }))).toEqual([
      'E124 team Total C has the sum of the others in permanent and agency for Jan 2020',
    ]);
  });

  it('is not proved by an establishment that follows from the others, in its row or in the ones before', () => {
    const team = (...[establishment, permanent, agency, unfilled]: readonly (readonly number[])[]) => ({
      establishment: establishment ?? [],
      permanent: permanent ?? [],
      agency: agency ?? [],
      unfilled: unfilled ?? [],
    });
    const [one, other] = [team([22], [15], [4], [3]), team([18], [13], [4], [1])];
    expect(found(teams({ A: one, B: other, 'Children in care': team([40], [28], [8], [4]) }))).toEqual([
      'W124 team Children in care has the sum of the others in establishment, permanent, agency and unfilled for Jan 2020',
    ]);
    const [large, larger] = [team([220], [150], [40], [30]), team([180], [130], [39], [11])];
    expect(found(teams({ A: large, B: larger, Division: team([400], [280], [79], [41]) }))).toEqual([
      'E124 team Division has the sum of the others in establishment, permanent, agency and unfilled for Jan 2020',
    ]);
  });

  it('is not proved by an establishment that is the permanent staff, where there is no agency worker', () => {
    const team = (count: number) => ({ establishment: [count], permanent: [count], agency: [0] });
    expect(found(teams({ A: team(61), B: team(80), C: team(141) }))).toEqual([]);
  });

  it('is not proved by figures that do not move', () => {
    const still = (count: number) => ({ permanent: MONTHS.map(() => count) });
    expect(found(teams({ A: still(30), B: still(30), C: still(60) }))).toEqual([]);
  });

  it('is not proved by one other that has any, nor where there is one other alone', () => {
    const none = { permanent: [0, 0, 0], agency: [0, 0, 0] };
    expect(found(teams({ A, B: A, C: none, D: none }))).toEqual([]);
    expect(found(teams({ A, B: A }))).toEqual([]);
  });

  it('is none where the whole is given, which shows what it is', () => {
    const whole = table(
      [JAN, FEB, MAR],
      [
        ['permanent', 386, 384, 390],
        ['agency', 78, 80, 78],
      ],
    );
    expect(found([...teams({ A, B, Division: SUM }), ...whole])).toEqual([]);
  });

  it('is told of by its name where it is never below another (W124)', () => {
    const one = (permanent: number, agency: number) => ({ permanent: [permanent], agency: [agency] });
    expect(found(teams({ A: one(10, 5), B: one(20, 6), 'Total Safeguarding': one(35, 11) }))).toEqual([
      'W124 team Total Safeguarding is called as a total is, and is added up with the others',
    ]);
    expect(found(teams({ A: one(10, 5), B: one(20, 6), 'All Saints': one(35, 5) }))).toEqual([]);
  });
});

describe('whatever the figures are', () => {
  const IDS = ['establishment', 'permanent', 'agency'];
  const count = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 25 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  const shape = fc.record({
    size: fc.integer({ min: 3, max: 8 }),
    months: fc.integer({ min: 1, max: 12 }),
    figures: fc.integer({ min: 2, max: 3 }),
  });
  const series = shape.chain(({ size, months, figures }) => {
    const counts = fc.array(count, { minLength: months, maxLength: months });
    const team = fc.array(counts, { minLength: figures, maxLength: figures });
    return fc.array(team, { minLength: size, maxLength: size });
  });
  const named = (all: readonly (readonly (readonly number[])[])[], last: string) =>
    Object.fromEntries(
      all.map((team, index) => [
        index === all.length - 1 ? last : `T${index.toString()}`,
        Object.fromEntries(team.map((values, at) => [IDS[at] ?? '', values])),
      ]),
    );

  it('teams that are no sums give no error', () => {
    fc.assert(
      fc.property(series, (all) => {
        expect(found(teams(named(all, 'Last'))).filter((one) => one.startsWith('E124'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a sum of large teams over a quarter is an error, in whatever month one of its figures is mistyped', () => {
    const large = fc.array(
      fc.array(fc.array(fc.integer({ min: 60, max: 200 }), { minLength: 3, maxLength: 3 }), {
        minLength: 2,
        maxLength: 2,
      }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(large, fc.nat({ max: 2 }), fc.nat({ max: 1 }), (all, wrong, id) => {
        const sum = [0, 1].map((figure) =>
          [0, 1, 2].map((at) => {
            const total = all.reduce((so, team) => so + (team[figure]?.[at] ?? 0), 0);
            return at === wrong && figure === id ? total * 10 : total;
          }),
        );
        const told = found(teams(named([...all, sum], 'Division')));
        expect(told).toHaveLength(1);
        expect(told[0]).toMatch(/^E124 team Division has the sum of the others/);
      }),
      { numRuns: 100 },
    );
  });
});

describe('periods in words', () => {
  it.each([
    ['those of a run by its ends, in their order', [...MONTHS].reverse(), 'Jan 2020 to Dec 2020'],
    ['each once', [FEB, JAN, FEB], 'Jan 2020 and Feb 2020'],
    [
      'runs and single ones',
      [month('2019-06'), JAN, MAR, FEB, month('2020-12')],
      'Jun 2019, Jan 2020 to Mar 2020 and Dec 2020',
    ],
    ['quarters', [1, 2, 3].map((number) => quarter(2020, number)), 'Q1 2020/21 to Q3 2020/21'],
  ])('are %s', (_, periods, words) => {
    expect(periodsWords(periods)).toBe(words);
  });
});
