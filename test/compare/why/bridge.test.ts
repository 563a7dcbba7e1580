import { describe, expect, it } from 'vitest';
import type { BridgeBetween } from '../../../src/compare/comparison.ts';
import { bridgesBetween } from '../../../src/compare/why/bridge.ts';
import { DEFAULT_CHECKS } from '../../../src/model/checks.ts';
import type { PaperPair } from '../../../src/compare/side.ts';
import type { Basis, Group, Observation, Programme } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import type { Period } from '../../../src/model/period.ts';
import { day, month, quarter, table } from '../../support/dataset.ts';
import { contextOf, exampleContext, periodsOf, swapped } from './pairs.ts';

const THREE = [month('2020-12'), month('2021-01'), month('2021-02')];

function told({ steps, expected, closing, unexplained, explained, because, ...of }: BridgeBetween) {
  return {
    group: of.group,
    periods: of.periods,
    steps: steps.map(({ id, kind, amount }) => `${id} ${kind} ${amount.text}`),
    sum: [expected, closing, unexplained].map((one) => one?.text),
    explained,
    because,
  };
}

function bridges(
  rows: (string | number)[][],
  periods: readonly Period[] = THREE,
  change: Partial<Programme> = {},
  basis: Basis = 'headcount',
) {
  const context = contextOf(table(periods, rows, { basis }), change, { basis });
  return bridgesBetween(periodsOf(context, periods[0]!, periods.at(-1)!)).map(told);
}

/** Two sides of a file each: a pair of periods and what is given of them. */
function files(
  [before, after]: readonly [Period, Period],
  ...given: readonly [Observation[], Observation[]]
): PaperPair {
  const [first, second] = given.map((observations) => contextOf(observations));
  return {
    form: 'files',
    before: { context: first!, period: before },
    after: { context: second!, period: after },
  };
}

describe('the bridge between two files', () => {
  const [JAN, FEB] = [month('2021-01'), month('2021-02')];
  const flows = [
    ['starters', 4],
    ['leavers', 1],
  ];
  const by = (period: Period, rows: (string | number)[][], group: Group = {}) =>
    table([period], rows, { group });
  const january = by(JAN, [['permanent', 141], ...flows]);
  const february = by(FEB, [['permanent', 146], ...flows]);

  it('opens with what the first says where the second has its own month alone', () => {
    const pair = files([JAN, FEB], january, february);
    // 141 + 4 − 1 = 144; now 146.
    expect(bridgesBetween(pair).map(told)).toMatchObject([
      {
        steps: ['permanent level 141', 'starters in 4', 'leavers out 1'],
        sum: ['144', '146', '+2'],
        explained: false,
      },
    ]);
    expect(bridgesBetween(swapped(pair))).toEqual(bridgesBetween(pair));
  });

  it('opens with what the second says where it says anything', () => {
    const opening = (permanent: string | number) =>
      bridgesBetween(files([JAN, FEB], january, [...by(JAN, [['permanent', permanent]]), ...february])).map(
        told,
      )[0];
    expect(opening(143)).toMatchObject({ sum: ['146', '146', '0'], explained: true });
    expect(opening('c')?.because).toBe('no number of permanent for Jan 2021 (c)');
    expect(opening('')).toMatchObject({ sum: ['144', '146', '+2'] });
  });

  it('opens so for each group, and takes no flows from the first', () => {
    const duty = { team: 'Duty' };
    const [before, after] = [january, february].map((rows) => [
      ...rows,
      ...rows.map((one) => ({ ...one, group: duty })),
    ]);
    expect(bridgesBetween(files([JAN, FEB], before!, after!)).map(({ group }) => group)).toEqual([{}, duty]);
    const pair = files([JAN, FEB], january, by(FEB, [['permanent', 146]]));
    expect(bridgesBetween(pair)[0]?.because).toBe('the data has no starters and leavers');
    const neither = files([JAN, FEB], by(JAN, flows), february);
    expect(bridgesBetween(neither)[0]?.because).toBe('no permanent for Jan 2021');
  });

  it('shows what is left over where the papers let it go unexplained', () => {
    const pair = files([JAN, FEB], january, february);
    const context = contextOf(february, { checks: { ...DEFAULT_CHECKS, unexplained: exact(5) } });
    const after = { ...pair.after, context };
    expect(bridgesBetween({ ...pair, after })[0]).toMatchObject({
      explained: true,
      unexplained: { decimal: '2', text: '+2' },
    });
  });
});

describe('the bridge between two sides', () => {
  it("leaves Luton's +3 in February 2021 unexplained", async () => {
    const luton = await exampleContext('luton');
    const pair = periodsOf(luton, month('2021-01'), month('2021-02'));
    // 144 + 0 starters − 1 leaver = 143; the paper gives 146: 3 more.
    expect(bridgesBetween(pair).map(told)).toEqual([
      {
        group: {},
        periods: 1,
        steps: ['permanent level 144', 'starters in 0', 'leavers out 1'],
        sum: ['143', '146', '+3'],
        explained: false,
        because: undefined,
      },
    ]);
    expect(bridgesBetween(pair)[0]).toMatchObject({
      from: { label: 'Jan 2021' },
      to: { label: 'Feb 2021' },
      unexplained: { decimal: '3' },
    });
  });

  it('is told forward in time, whichever side is named first', async () => {
    const luton = await exampleContext('luton');
    const pair = periodsOf(luton, month('2020-12'), month('2021-02'));
    // 141 + (10 + 0) − (1 + 1) = 149; now 146: −3, which is January's −6 and February's +3.
    expect(bridgesBetween(pair)[0]?.unexplained?.text).toBe('−3');
    expect(bridgesBetween(swapped(pair))).toEqual(bridgesBetween(pair));
  });

  it('adds up the flows of every period after the first, in their order and with their signs', () => {
    const rows = [
      ['permanent', 100, 104, 110],
      ['transfers_out', 9, 1, 1],
      ['leavers', 9, 3, 2],
      ['transfers_in', 9, 1, 0],
      ['conversions', 9, 2, 3],
      ['starters', 9, 5, 6],
    ];
    // 100 + 11 + 5 + 1 − 5 − 2 = 110
    expect(bridges(rows)).toMatchObject([
      {
        periods: 2,
        steps: [
          'permanent level 100',
          'starters in 11',
          'conversions in 5',
          'transfers_in in 1',
          'leavers out 5',
          'transfers_out out 2',
        ],
        sum: ['110', '110', '0'],
        explained: true,
      },
    ]);
  });

  it.each<[string, (string | number)[][], string]>([
    [
      'one flow',
      [
        ['permanent', 9, 9, 9],
        ['starters', 0, '', 1],
        ['leavers', 0, 1, 1],
      ],
      'no starters for Jan 2021',
    ],
    [
      'several',
      [
        ['permanent', 9, 9, 9],
        ['starters', 0, '', ''],
        ['leavers', 0, '', 1],
      ],
      'no starters for Jan 2021, and 2 more figures are missing',
    ],
    [
      'a marker',
      [
        ['permanent', 9, 9, 9],
        ['starters', 0, 1, 1],
        ['leavers', 0, 1, 'c'],
      ],
      'no number of leavers for Feb 2021 (c)',
    ],
    [
      'one flow altogether',
      [
        ['permanent', 9, 9, 9],
        ['starters', 0, 1, 1],
      ],
      'the data has no leavers',
    ],
    ['every flow', [['permanent', 9, 9, 9]], 'the data has no starters and leavers'],
    [
      'the opening',
      [
        ['permanent', '', 9, 9],
        ['starters', 0, 1, 1],
        ['leavers', 0, 1, 1],
      ],
      'no permanent for Dec 2020',
    ],
    [
      'a flow that is recorded at other times',
      [
        ['permanent', 9, 9, 9],
        ['starters', 0, 1, 1],
        ['leavers', 0, 1, 1],
        ['conversions', 1, 1, ''],
      ],
      'no conversions for Feb 2021',
    ],
  ])('says what is missing: %s', (_, rows, because) => {
    expect(bridges(rows)).toEqual([expect.objectContaining({ steps: [], explained: undefined, because })]);
  });

  it('is of one kind of period, and of periods that follow one another', () => {
    const rows = [
      ['permanent', 100, 104],
      ['starters', 1, 4],
      ['leavers', 0, 0],
    ];
    const because = (...periods: Period[]) => bridges(rows, periods).map((one) => one.because);
    expect(because(month('2020-11'), quarter(2020, 3))).toEqual(['a month and a quarter cannot be bridged']);
    expect(because(day('2020-11-01'), day('2020-12-01'))).toEqual([
      'starters and leavers between two days cannot be told',
    ]);
    expect(because(quarter(2020, 2), quarter(2020, 3))).toEqual([undefined]);
  });

  it('is none where the periods are one, a side has none, or nobody is permanent', () => {
    const context = contextOf(table(THREE, [['permanent', 9, 9, 9]]));
    const [first, second] = THREE;
    expect(bridgesBetween(periodsOf(context, first!, first!))).toEqual([]);
    const pair = periodsOf(context, first!, second!);
    expect(bridgesBetween({ ...pair, before: { context, period: undefined } })).toEqual([]);
    expect(
      bridges([
        ['agency', 1, 2, 3],
        ['starters', 1, 2, 3],
      ]),
    ).toEqual([]);
  });

  it('lets go unexplained what the papers do, and what the rounding of full-time equivalents can hide', () => {
    const rows = [
      ['permanent', 100, 104, 105],
      ['starters', 0, 5, 2],
      ['leavers', 0, 3, 1],
    ];
    // 100 + 7 − 4 = 103; now 105.
    const within = (unexplained: string) =>
      bridges(rows, THREE, { checks: { ...DEFAULT_CHECKS, unexplained: exact(unexplained) } })[0]?.explained;
    expect([within('1'), within('2')]).toEqual([false, true]);
    // Four figures at one decimal: together they may be 0.2 off.
    const fte = (closing: string) =>
      bridges(
        [
          ['permanent', '100.0', closing],
          ['starters', '', '3.3'],
          ['leavers', '', '1.1'],
        ],
        THREE.slice(1),
        {},
        'fte',
      )[0];
    expect(fte('102.4')).toMatchObject({ sum: ['102.2', '102.4', '+0.2'], explained: true });
    expect(fte('102.5')).toMatchObject({ explained: false });
  });

  it('is told of each group that has one, after the whole', () => {
    const rows = [
      ['permanent', 9, 9, 9],
      ['starters', 0, 1, 1],
      ['leavers', 0, 1, 1],
    ];
    const by = (name: string, some = rows) => table(THREE, some, { group: { team: name } });
    const observations = [...by('Duty'), ...by('Care', rows.slice(0, 2)), ...by('Court')];
    const groups = (overlapping: string[] = []) =>
      bridgesBetween(periodsOf(contextOf(observations, { overlapping }), THREE[0]!, THREE[2]!)).map(told);
    expect(groups()).toMatchObject([
      { group: {}, because: 'no leavers for Jan 2021 (team Care), and 1 more figure is missing' },
      { group: { team: 'Duty' }, sum: ['9', '9', '0'] },
      { group: { team: 'Court' }, sum: ['9', '9', '0'] },
    ]);
    expect(groups(['team']).map((one) => one.group)).toEqual([{}]);
  });

  it('cannot be reckoned of Devon, which gives no starters and leavers', async () => {
    const devon = await exampleContext('devon');
    const pair = periodsOf(devon, month('2023-07'), month('2024-03'));
    expect(bridgesBetween(pair).map(told)).toEqual([
      expect.objectContaining({ group: {}, periods: 8, because: 'the data has no starters and leavers' }),
    ]);
  });
});

describe('the bridge of sums that are not of the same members', () => {
  /** A team's figures in the three months; an empty cell is not given. */
  const team = (name: string, permanent: (string | number)[], starters: (string | number)[] = permanent) =>
    table(
      THREE,
      [
        ['permanent', ...permanent],
        ['starters', ...starters.map((one) => (one === '' ? '' : 0))],
        ['leavers', ...starters.map((one) => (one === '' ? '' : 0))],
      ],
      { group: { team: name } },
    );
  const both = [...team('Duty', [20, 20, 20]), ...team('Care', [15, 15, 15])];
  const between = (observations: Observation[]) => periodsOf(contextOf(observations), THREE[0]!, THREE[2]!);
  const wholeOf = (observations: Observation[]) => bridgesBetween(between(observations))[0];

  it.each<[string, Observation[], string, string | undefined]>([
    ['the same', both, '0', undefined],
    ['a new team', [...both, ...team('Fostering', ['', '', 8])], '+8', 'team Fostering is new'],
    ['one that came earlier', [...both, ...team('Fostering', ['', 8, 8])], '+8', 'team Fostering is new'],
    ['a team that is gone', [...both, ...team('Fostering', [8, 8, ''])], '−8', 'team Fostering is gone'],
    [
      'one for another',
      [...both, ...team('Court', [8, '', '']), ...team('Fostering', ['', '', 8])],
      '0',
      'team Fostering is new; team Court is gone',
    ],
    [
      'one in between',
      [...both, ...team('Fostering', ['', 8, ''])],
      '0',
      'team Fostering is there only in between',
    ],
    [
      'one that is missing in between',
      [...both, ...team('Fostering', [8, '', 8])],
      '0',
      'team Fostering is missing in between',
    ],
  ])('says who is counted: %s', (_, observations, unexplained, members) => {
    const bridge = wholeOf(observations);
    expect([bridge?.unexplained?.text, bridge?.members]).toEqual([unexplained, members]);
    expect(bridgesBetween(swapped(between(observations)))[0]?.members).toBe(members);
  });

  it('does not say so of what the data gives of everybody', () => {
    const whole = table(THREE, [
      ['permanent', 35, 35, 43],
      ['starters', 0, 0, 8],
      ['leavers', 0, 0, 0],
    ]);
    const bridge = wholeOf([...whole, ...both, ...team('Fostering', ['', '', 8])]);
    expect(bridge).toMatchObject({ closing: { text: '43' }, explained: true });
    expect(bridge).not.toHaveProperty('members');
  });

  it('sets flows of a new team against an opening of the others', () => {
    const [, , MARCH] = THREE;
    const closing = table([MARCH!], [['permanent', 43]]);
    // Permanent staff are given of everybody in the last month, starters and leavers are added up.
    expect(wholeOf([...closing, ...both, ...team('Fostering', ['', '', 8])])?.members).toBe(
      'team Fostering is new',
    );
  });

  it('does not say so where a flow of a team does not apply', () => {
    const some = table(
      THREE,
      [
        ['permanent', 8, 8, 8],
        ['starters', 0, 'z', 'z'],
        ['leavers', 0, 'z', 'z'],
      ],
      { group: { team: 'Fostering' } },
    );
    const bridge = wholeOf([...both, ...some]);
    expect(bridge).toMatchObject({ closing: { text: '43' }, explained: true });
    expect(bridge).not.toHaveProperty('members');
  });

  it('says so where the other side gives the opening', () => {
    const [JAN, FEB] = THREE;
    const of = (period: Period, observations: Observation[]) =>
      observations.filter((one) => one.period.key === period.key);
    const pair = files([JAN!, FEB!], of(JAN!, both), of(FEB!, [...both, ...team('Court', [9, 9, 9])]));
    expect(bridgesBetween(pair)[0]).toMatchObject({
      unexplained: { text: '+9' },
      members: 'team Court is new',
    });
  });
});
