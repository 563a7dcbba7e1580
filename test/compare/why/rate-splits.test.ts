import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amount, RateSplit } from '../../../src/compare/comparison.ts';
import type { PaperPair } from '../../../src/compare/side.ts';
import { rateSplits } from '../../../src/compare/why/rate-splits.ts';
import type { Group, Observation, Programme } from '../../../src/model/dataset.ts';
import type { MetricDefinition } from '../../../src/model/definition.ts';
import { exact, type Exact } from '../../../src/model/exact.ts';
import { month, place, table } from '../../support/dataset.ts';
import { compared } from '../figures/small-sides.ts';
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

/** Figures of the whole at two periods. */
const whole = (...rows: [string, string | number, string | number][]) => table(TWO, rows);

const formula = (id: string, text: string): MetricDefinition => ({
  id,
  formula: text,
  label: 'Own rate',
  unit: 'share',
  places: 1,
  direction: 'lower',
  description: 'As the council counts it.',
  usedBy: [],
  origin: 'council',
});

/** The parts by measures of a rate with this formula. */
function measures(text: string, ...rows: Parameters<typeof whole>) {
  const definitions = [{ value: formula('own', text), at: place(1) }];
  return split(whole(...rows), 'own', { definitions })?.measures?.map((one) => [
    one.label,
    `${one.before} → ${one.after}`,
    one.effect.text,
  ]);
}

describe('where it comes from by measures', () => {
  it('gives a change of agency workers alone to agency workers alone', () => {
    const found = split(whole(['agency', 20, 30], ['permanent', 100, 100]));
    // 20/120 = 16.67% → 30/130 = 23.08%
    expect(found?.change.text).toBe('+6.41 pp');
    expect(parts(found!).map((one) => one.at(-1))).toEqual(['+8.01 pp', '−1.60 pp']);
    expect(found?.measures).toEqual([
      { label: 'agency', before: '20', after: '30', effect: { decimal: '0.064102564103', text: '+6.41 pp' } },
      { label: 'permanent', before: '100', after: '100', effect: { decimal: '0', text: '0.00 pp' } },
    ]);
  });

  it('is told only where a measure stands in both', () => {
    const rows = [
      ['agency', 20, 30],
      ['permanent', 100, 110],
      ['establishment', 150, 150],
    ] as const satisfies Parameters<typeof whole>;
    expect(measures('agency / establishment', ...rows)).toBeUndefined();
    expect(measures('agency / (agency + permanent)', ...rows)).toHaveLength(2);
  });

  it('looks behind metrics, as far as the data does not give them on both sides', () => {
    const rows = [
      ['agency', 20, 30],
      ['permanent', 100, 100],
    ] as const satisfies Parameters<typeof whole>;
    expect(measures('agency / in_post', ...rows)).toEqual([
      ['agency', '20 → 30', '+6.4 pp'],
      ['permanent', '100 → 100', '0.0 pp'],
    ]);
    expect(measures('agency / in_post', ...rows, ['in_post', '', 130])).toBeUndefined();
    // 1 − 20/120 → 1 − 30/130: what is taken away stands in the denominator too.
    expect(measures('(in_post - agency) * 1 / in_post', ...rows)).toEqual([
      ['permanent', '100 → 100', '0.0 pp'],
      ['agency', '20 → 30', '−6.4 pp'],
    ]);
  });

  it('is not told of more than four measures', () => {
    const rows = ['agency', 'permanent', 'starters', 'leavers', 'establishment'].map(
      (id, index): [string, number, number] => [id, 20, 21 + index],
    );
    const four = 'agency / (agency + permanent + starters + leavers)';
    expect(measures(four, ...rows)).toHaveLength(4);
    expect(measures(`${four.slice(0, -1)} + establishment)`, ...rows)).toBeUndefined();
  });

  it('is not told where a mix of both sides divides by zero or less', () => {
    const text = 'agency / (agency - permanent)';
    // 20 − 10 and 40 − 20, but 20 − 20.
    expect(measures(text, ['agency', 20, 40], ['permanent', 10, 20])).toBeUndefined();
    expect(measures(text, ['agency', 20, 40], ['permanent', 10, 30])).toBeUndefined();
    expect(measures(text, ['agency', 20, 40], ['permanent', 10, 15])).toHaveLength(2);
    const nested = 'agency / (agency + permanent / (agency - leavers))';
    expect(measures(nested, ['agency', 20, 40], ['permanent', 10, 9], ['leavers', 10, 20])).toBeUndefined();
  });
});

describe('the change of a rate that was restated', () => {
  const sides = (earlier: Observation[], later: Observation[]): PaperPair => ({
    form: 'files',
    before: { context: contextOf(earlier), period: TWO[0] },
    after: { context: contextOf(later), period: TWO[1] },
  });
  const said = (permanent: [number, number][], agency: [number, number][]): Observation[] =>
    teams(['Duty', 'Court'].map((name, index): Team => [name, permanent[index]!, agency[index]!]));
  const alone = (observations: Observation[]) => observations.filter(({ period }) => period === TWO[0]);
  const same: [number, number][] = [
    [17, 17],
    [20, 23],
  ];
  // Duty had 3 agency workers, as was said first; now 4 then and 4 still.
  const first = alone(
    said(same, [
      [3, 3],
      [2, 2],
    ]),
  );
  const second = said(same, [
    [4, 4],
    [2, 4],
  ]);

  it('is split from what the figure is now said to have been, in all its parts', () => {
    const pair = sides(first, second);
    const { figures } = compared(pair.before, pair.after);
    const rate = figures.find(({ id }) => id === 'agency_rate')!;
    const [found] = rateSplits(pair, [rate]);
    // 6/43 → 8/48
    expect(rate.revised?.absolute?.text).toBe('+2.71 pp');
    expect(found).toMatchObject({
      since: 'revised',
      change: rate.revised!.absolute,
      numerator: { before: '6', after: '8' },
      denominator: { before: '43', after: '48' },
      measures: [
        { label: 'agency', before: '6' },
        { label: 'permanent', before: '37', after: '40' },
      ],
    });
    expect(found?.by?.members.find(({ name }) => name === 'Duty')).toMatchObject({
      before: '19.05%',
      after: '19.05%',
      within: { decimal: '0' },
    });
  });

  it('is not split where nothing moved from there', () => {
    const pair = sides(first, second);
    const { figures } = compared(pair.before, pair.after);
    const duty = figures.find(({ id }) => id === 'agency_rate[team=Duty]')!;
    expect([duty.absolute?.text, duty.revised?.absolute?.decimal]).toEqual(['+4.05 pp', '0']);
    expect(rateSplits(pair, [duty])).toEqual([]);
  });

  it('is that from what was given where the second side says the same or gives no number', () => {
    const pair = sides(alone(second), second);
    const { figures } = compared(pair.before, pair.after);
    const splits = rateSplits(pair, figures);
    expect(splits.map(({ figure }) => figure)).toContain('agency_rate');
    for (const one of splits) expect(one).not.toHaveProperty('since');
  });
});

it('is told by members of a group of one dimension, and not of two', () => {
  const roles = (group: Group) =>
    ['Duty', 'Court'].flatMap((role, index) =>
      table(
        TWO,
        [
          ['agency', 5, 6 + index],
          ['permanent', 20, 20],
        ],
        { group: { ...group, role } },
      ),
    );
  const told = (group: Group) => {
    const pair = pairOf(roles(group));
    return rateSplits(pair, [moved(pair, 'agency_rate', group)])[0];
  };
  expect(told({ team: 'North' })?.by?.members).toHaveLength(2);
  const two = told({ team: 'North', staff_group: 'Qualified' });
  expect(two?.numerator).toMatchObject({ before: '10', after: '13' });
  expect(two).not.toHaveProperty('by');
  expect(two).not.toHaveProperty('notSplit');
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
const amountsIn = ({ change, numerator, denominator, measures: some, by }: RateSplit): Amount[] => [
  change,
  numerator.effect,
  denominator.effect,
  ...some!.map(({ effect }) => effect),
  ...[by!.mix, by!.within],
  ...[...by!.members]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ mix, within, effect }) => [mix, within, effect]),
];

describe('what is printed of any teams', () => {
  it('adds up in every row and column', () => {
    fc.assert(
      fc.property(anyTeams, (some) => {
        const { change, numerator, denominator, measures: own, by } = split(teams(some))!;
        const { members, mix, within } = by!;
        expect(sum([numerator.effect, denominator.effect]).equals(printed(change))).toBe(true);
        expect(sum(own!.map(({ effect }) => effect)).equals(printed(change))).toBe(true);
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
