import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amount, RateSplit } from '../../../src/compare/comparison.ts';
import { rateSplits } from '../../../src/compare/why/rate-splits.ts';
import type { Group, Observation, Programme } from '../../../src/model/dataset.ts';
import type { MetricDefinition } from '../../../src/model/definition.ts';
import { exact, type Exact } from '../../../src/model/exact.ts';
import { month, place, table } from '../../support/dataset.ts';
import { contextOf, exampleContext, moved, periodsOf, swapped } from './pairs.ts';

const TWO = [month('2021-01'), month('2021-02')];

function pairOf(observations: Observation[], change: Partial<Programme> = {}) {
  return periodsOf(contextOf(observations, change), TWO[0]!, TWO[1]!);
}

function split(observations: Observation[], metric = 'agency_rate', change: Partial<Programme> = {}) {
  const pair = pairOf(observations, change);
  return rateSplits(pair, [moved(pair, metric)])[0];
}

/** Figures of teams at two periods: `['Duty', [permanent, permanent], [agency, agency]]`. */
type Team = readonly [string, readonly (string | number)[], readonly (string | number)[]];

function teams(some: readonly Team[], dimension = 'team'): Observation[] {
  return some.flatMap(([name, permanent, agency]) =>
    table(
      TWO,
      [
        ['permanent', ...permanent],
        ['agency', ...agency],
      ],
      { group: { [dimension]: name } },
    ),
  );
}

function told({ by }: RateSplit) {
  return by?.members.map((one) => [
    one.name,
    `${one.before} ${one.after}`,
    `${one.weightBefore} ${one.weightAfter}`,
    `${one.mix.text} ${one.within.text} = ${one.effect.text}`,
  ]);
}

const parts = ({ numerator, denominator }: RateSplit) =>
  [numerator, denominator].map((one) => [one.label, one.before, one.after, one.effect.text]);

describe('where the change of a rate comes from', () => {
  it("of Luton's agency rate: more agency workers, and more in post", async () => {
    const pair = periodsOf(await exampleContext('luton'), TWO[0]!, TWO[1]!);
    const [found] = rateSplits(pair, [moved(pair, 'agency_rate')]);
    // 36/180 = 20% → 39/185 = 21.08%. (39 − 36) · ½(1/180 + 1/185) = 0.016441…; (1/185 − 1/180) · ½ · 75 = −0.005630…
    expect(found).toMatchObject({
      figure: 'agency_rate',
      label: 'Agency rate',
      change: { text: '+1.08 pp' },
      numerator: { before: '36', after: '39', effect: { decimal: '0.016441441441', text: '+1.64 pp' } },
      denominator: { before: '180', after: '185', effect: { decimal: '-0.005630630631', text: '−0.56 pp' } },
    });
    expect(found).not.toHaveProperty('by');
    expect(found).not.toHaveProperty('notSplit');
  });

  it("of Devon's managers: 21.5 of 49 posts, then 16.5 of 50", async () => {
    const group: Group = { staff_group: 'Management and leadership' };
    const pair = periodsOf(await exampleContext('devon'), month('2023-07'), month('2024-03'));
    const [found] = rateSplits(pair, [moved(pair, 'agency_share_of_establishment', group)]);
    // −5 · ½(1/49 + 1/50) = −495/4900; (1/50 − 1/49) · ½(21.5 + 16.5) = −19/2450; together −0.108775…
    expect(found).toMatchObject({
      figure: 'agency_share_of_establishment[staff_group=Management and leadership]',
      change: { decimal: '-0.108775510204', text: '−10.9 pp' },
      numerator: { label: 'agency', before: '21.5', after: '16.5', effect: { decimal: '-0.101020408163' } },
      denominator: {
        label: 'establishment',
        before: '49',
        after: '50',
        effect: { decimal: '-0.007755102041' },
      },
      // Its teams are given for March 2024 alone.
      notSplit: 'no teams for Jul 2023',
    });
  });

  it('of all of Devon by staff group', async () => {
    const pair = periodsOf(await exampleContext('devon'), month('2023-07'), month('2024-03'));
    const [found] = rateSplits(pair, [moved(pair, 'agency_share_of_establishment')]);
    // (21.5 + 113.6)/(49 + 218) = 135.1/267 = 50.6% → (16.5 + 101)/(50 + 225) = 117.5/275 = 42.7%
    expect(parts(found!)).toEqual([
      ['agency', '135.1', '117.5', '−6.5 pp'],
      ['establishment', '267', '275', '−1.4 pp'],
    ]);
    expect(found?.change.text).toBe('−7.9 pp');
    // Social workers: weight 218/267 → 225/275, rate 113.6/218 → 101/225.
    //   within ½(0.816479 + 0.818182)(0.448889 − 0.521101) = −0.059021; mix 0.001702 · (0.484995 − 0.466633) = 0.000031
    // Managers: weight 49/267 → 50/275, rate 21.5/49 → 16.5/50.
    //   within ½(0.183521 + 0.181818)(0.33 − 0.438776) = −0.019870; mix −0.001702 · (0.384388 − 0.466633) = 0.000140
    expect(told(found!)).toEqual([
      ['Social workers', '52.1% 44.9%', '81.6% 81.8%', '0.0 pp −5.9 pp = −5.9 pp'],
      ['Management and leadership', '43.9% 33.0%', '18.4% 18.2%', '0.0 pp −2.0 pp = −2.0 pp'],
    ]);
    expect(found?.by).toMatchObject({
      dimension: 'staff_group',
      mix: { decimal: '0.000171275363', text: '0.0 pp' },
      within: { decimal: '-0.078891057453', text: '−7.9 pp' },
    });
  });

  it('is under the definitions of the second side, also where the figure only stands for another', () => {
    const definition = (id: string, formula: string): MetricDefinition => ({
      id,
      formula,
      label: 'Agency share',
      unit: 'share',
      places: 0,
      direction: 'lower',
      description: 'As the council counts it.',
      usedBy: [],
      origin: 'council',
    });
    const own = (formula: string) => ({ value: definition('own', formula), at: place(1) });
    const rows = teams([['Duty', [80, 70], [20, 30]]]);
    const before = contextOf(rows, { definitions: [own('agency / permanent')] });
    const after = contextOf(rows, { definitions: [own('agency_rate')] });
    const pair = {
      form: 'revisions' as const,
      before: { context: before, period: TWO[0] },
      after: { context: after, period: TWO[1] },
    };
    const at = (one: typeof pair) => rateSplits(one, [moved(one, 'own', { team: 'Duty' })])[0]!;
    // 20/100 → 30/100 by the second side's; 20/80 → 30/70 by the first's.
    expect(parts(at(pair))).toEqual([
      ['agency', '20', '30', '+10 pp'],
      ['permanent + agency', '100', '100', '0 pp'],
    ]);
    // −10 · ½(1/70 + 1/80) = −13.39 and (1/80 − 1/70) · 25 = −4.46 are −17.86: printed so that they make −18.
    const back = { ...pair, before: pair.after, after: pair.before };
    expect(at(back).change.text).toBe('−18 pp');
    expect(parts(at(back))).toEqual([
      ['agency', '30', '20', '−13 pp'],
      ['permanent', '70', '80', '−5 pp'],
    ]);
  });

  it('is nothing of figures that are no quotient, that the data gives, and that did not move', () => {
    const rows = (rate: string) =>
      table(TWO, [
        ['permanent', 80, 70],
        ['agency', 20, 30],
        ['agency_rate', rate, ''],
      ]);
    expect(split(rows(''), 'in_post')).toBeUndefined();
    expect(split(rows('20%'))).toBeUndefined();
    const pair = pairOf(rows(''));
    const figure = moved(pair, 'agency_rate');
    expect(rateSplits(pair, [figure])).toHaveLength(1);
    expect(rateSplits(pair, [{ ...figure, within: 'tolerance' }])).toEqual([]);
    expect(rateSplits(pair, [{ ...figure, kind: 'marker' }])).toEqual([]);
    expect(rateSplits(pair, [{ ...figure, within: 'floor' }])).toHaveLength(1);
  });
});

describe('where it comes from by members', () => {
  it('takes a member that one side does not have as mix alone', () => {
    const found = split(
      teams([
        ['Duty', [40, 40], [10, 10]],
        ['Court', [30, ''], [20, '']],
        ['Care', [0, 0], [0, 0]],
      ]),
    );
    // 30 of 100 = 30% → 10 of 50 = 20%. Duty 20% of ½, then of all: ½ · (20% − 25%) = −2.5. Court 40%: −½ · 15% = −7.5.
    expect(told(found!)).toEqual([
      ['Court', '40.00% –', '50.0% –', '−7.50 pp 0.00 pp = −7.50 pp'],
      ['Duty', '20.00% 20.00%', '50.0% 100.0%', '−2.50 pp 0.00 pp = −2.50 pp'],
    ]);
  });

  it.each<[string, Observation[], string]>([
    [
      'less than the whole',
      [
        ...table(TWO, [
          ['permanent', 80, 70],
          ['agency', 20, 30],
        ]),
        ...teams([
          ['Duty', [40, 40], [10, 15]],
          ['Court', [40, 30], [10, 13]],
        ]),
      ],
      'teams make 98 of 100 (permanent + agency, Feb 2021), 2 too few',
    ],
    [
      'more of the numerator',
      [
        ...table(TWO, [
          ['permanent', 80, 70],
          ['agency', 20, 30],
        ]),
        ...teams([
          ['Duty', [40, 40], [10, 15]],
          ['Court', [39, 30], [11, 15]],
        ]),
      ],
      'teams make 21 of 20 (agency, Jan 2021), 1 too many',
    ],
    [
      'a marker',
      [
        ...table(TWO, [
          ['permanent', 80, 70],
          ['agency', 20, 30],
        ]),
        ...teams([
          ['Duty', [40, 40], [10, 'c']],
          ['Court', [40, 30], [10, 13]],
        ]),
      ],
      'no number of agency for Duty in Feb 2021 (c)',
    ],
    [
      'one period alone',
      [
        ...table(TWO, [
          ['permanent', 80, 70],
          ['agency', 20, 30],
        ]),
        ...teams([
          ['Duty', ['', 40], ['', 15]],
          ['Court', ['', 30], ['', 15]],
        ]),
      ],
      'no teams for Jan 2021',
    ],
  ])('is not told where they give %s', (_, rows, notSplit) => {
    const found = split(rows);
    expect(found).toMatchObject({ notSplit });
    expect(found).not.toHaveProperty('by');
    const back = swapped(pairOf(rows));
    expect(rateSplits(back, [moved(back, 'agency_rate')])[0]?.notSplit).toBe(notSplit);
  });

  it('is not told of more than a hundred', () => {
    const many = (count: number) =>
      teams(Array.from({ length: count }, (_, index): Team => [`Team ${index}`, [9, 8], [1, index + 1]]));
    expect(split(many(100))?.by?.members).toHaveLength(100);
    expect(split(many(101))?.notSplit).toBe('101 teams are too many to tell one by one');
  });

  it('is not told where a member has no denominator, and yet a numerator', () => {
    const rows = [
      ['Duty', 50, 50, 1, 1],
      ['Court', 0, 10, 2, 1],
    ].flatMap(([name, ...cells]) =>
      table(
        TWO,
        [
          ['permanent', cells[0]!, cells[1]!],
          ['leavers', cells[2]!, cells[3]!],
        ],
        { group: { team: String(name) } },
      ),
    );
    expect(split(rows, 'leavers_rate')?.notSplit).toBe(
      'Court has leavers 2 and permanent 0 in Jan 2021, which is no rate of a part',
    );
  });

  it('is by the dimension that makes the whole, and never by one whose members overlap', () => {
    const rows = [
      ...teams(
        [
          ['North', [50, 50], [10, 10]],
          ['South', [30, 20], [10, 20]],
        ],
        'service',
      ),
      ...teams(
        [
          ['Social worker', [40, 40], [5, 5]],
          ['Manager', [10, 10], [5, 5]],
        ],
        'role',
      ),
    ];
    const whole = table(TWO, [
      ['permanent', 80, 70],
      ['agency', 20, 30],
    ]);
    expect(split([...whole, ...rows])?.by?.dimension).toBe('service');
    const none = split([...whole, ...rows], 'agency_rate', { overlapping: ['service', 'role'] });
    expect(none).not.toHaveProperty('by');
    expect(none).not.toHaveProperty('notSplit');
  });
});

const staff = fc.integer({ min: 1, max: 400 });
const member = fc.record({
  there: fc.constantFrom('both', 'both', 'before', 'after'),
  permanent: fc.tuple(staff, staff),
  agency: fc.tuple(staff, staff),
});

/** Two teams that both sides have, and some that one side may lack. */
const anyTeams = fc.array(member, { minLength: 2, maxLength: 7 }).map((some) =>
  some.map(({ there, permanent, agency }, index): Team => {
    const seen = (pair: readonly number[]) =>
      pair.map((one, side) =>
        index < 2 || there === 'both' || (there === 'before') === (side === 0) ? one : '',
      );
    return [`Team ${index}`, seen(permanent), seen(agency)];
  }),
);

/** Each makes and reads a whole book of figures. */
const RUNS = { numRuns: 40 };

const printed = ({ text }: Amount): Exact => exact(text.replace(/\+|,| pp/g, '').replace('−', '-'));
const sum = (some: readonly Amount[]): Exact => some.map(printed).reduce((a, b) => a.add(b));
const amountsIn = ({ change, numerator, denominator, by }: RateSplit): Amount[] => [
  change,
  numerator.effect,
  denominator.effect,
  ...[by!.mix, by!.within],
  ...[...by!.members]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ mix, within, effect }) => [mix, within, effect]),
];

describe('what is printed of any teams', () => {
  it('adds up in every row and column', () => {
    fc.assert(
      fc.property(anyTeams, (some) => {
        const { change, numerator, denominator, by } = split(teams(some))!;
        const { members, mix, within } = by!;
        expect(sum([numerator.effect, denominator.effect]).equals(printed(change))).toBe(true);
        expect(sum([mix, within]).equals(printed(change))).toBe(true);
        expect(sum(members.map((one) => one.effect)).equals(printed(change))).toBe(true);
        expect(sum(members.map((one) => one.mix)).equals(printed(mix))).toBe(true);
        expect(sum(members.map((one) => one.within)).equals(printed(within))).toBe(true);
        for (const one of members) expect(sum([one.mix, one.within]).equals(printed(one.effect))).toBe(true);
      }),
      RUNS,
    );
  });

  it('changes every sign where the sides are swapped', () => {
    fc.assert(
      fc.property(anyTeams, (some) => {
        const pair = pairOf(teams(some));
        const forward = rateSplits(pair, [moved(pair, 'agency_rate')])[0]!;
        const back = swapped(pair);
        const mirrored = rateSplits(back, [moved(back, 'agency_rate')])[0]!;
        expect(amountsIn(mirrored).map(({ decimal }) => exact(decimal).neg().toFraction())).toEqual(
          amountsIn(forward).map(({ decimal }) => exact(decimal).toFraction()),
        );
        expect(amountsIn(mirrored).map((one) => printed(one).neg().toFraction())).toEqual(
          amountsIn(forward).map((one) => printed(one).toFraction()),
        );
      }),
      RUNS,
    );
  });
});
