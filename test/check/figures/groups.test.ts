import { describe, expect, it } from 'vitest';
import { createContext } from '../../../src/papers/context.ts';
import { FIGURE_RULES } from '../../../src/check/figures/index.ts';
import { MOVEMENT_RULES } from '../../../src/check/movements/index.ts';
import type {
  Benchmark,
  Group,
  Indicator,
  Meeting,
  Observation,
  Programme,
  TableSpec,
  Workstream,
} from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Period } from '../../../src/model/period.ts';
import { cell, meeting, month, place, programme, table, workstream } from '../../support/dataset.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');

interface Case {
  readonly meeting?: Partial<Meeting>;
  readonly earlier?: Observation[];
  readonly workstream?: Partial<Workstream>;
  readonly programme?: Partial<Programme>;
}

function findings(observations: Observation[], one: Case = {}): Finding[] {
  const current = meeting({ observations, ...one.meeting });
  const before = one.earlier ? [meeting({ id: '2021-02-15', observations: one.earlier })] : [];
  const stream = workstream({ meetings: [...before, current], ...one.workstream });
  const dataset = { programme: programme(one.programme), workstreams: [stream], benchmarks: [], inputs: [] };
  const context = createContext(dataset, { workstream: stream, meeting: current });
  return [...FIGURE_RULES, ...MOVEMENT_RULES].flatMap((rule) => rule.check(context));
}

function found(observations: Observation[], one: Case = {}): string[] {
  return findings(observations, one).map(({ code, message }) => `${code} ${message}`);
}

function agency(value: number | string, group: Group = {}, period = FEB): Observation[] {
  return table([period], [['agency', value]], { group });
}

const MANAGEMENT = { staff_group: 'Management' };
const SOCIAL_WORKERS = { staff_group: 'Social workers' };

describe('teams within a staff group', () => {
  const teams = [
    ...agency(5, { ...MANAGEMENT, team: 'A' }),
    ...agency(7, { ...MANAGEMENT, team: 'B' }),
    ...agency(20, { ...SOCIAL_WORKERS, team: 'A' }),
    ...agency(30, { ...SOCIAL_WORKERS, team: 'B' }),
  ];

  it('add up to it', () => {
    expect(found([...teams, ...agency(12, MANAGEMENT)])).toEqual([]);
    const [first, ...others] = findings([...teams, ...agency(13, MANAGEMENT)]);
    expect(others.map((one) => one.code)).toEqual([]);
    expect(first).toMatchObject({
      code: 'W116',
      message: 'agency for Feb 2021 is 13 for staff group Management, and 12 by team',
      why: 'sum of 2 teams = A 5 + B 7 = 12',
    });
  });

  it('are not held against a whole whose staff groups overlap', () => {
    const whole = [...teams, ...agency(12, MANAGEMENT), ...agency(50, SOCIAL_WORKERS), ...agency(55)];
    expect(found(whole).filter((one) => one.startsWith('W116'))).toEqual([
      'W116 agency for Feb 2021 is 55 for the whole workforce, and 62 by staff group and 62 by team',
    ]);
    expect(found(whole, { programme: { overlapping: ['staff_group'] } })).toEqual([]);
  });

  it('are compared with a stated total', () => {
    const total = (value: number) => table([FEB], [['agency (stated)', value]], { group: MANAGEMENT });
    expect(found([...teams, ...total(12)])).toEqual([]);
    expect(found([...teams, ...total(14)])[0]).toContain('W104');
  });

  it('are named in what a stated figure of theirs contradicts, with the definitions that come to it', () => {
    const team = table(
      [FEB],
      [
        ['establishment', 37],
        ['agency', '15.8'],
        ['permanent', '22.7'],
        ['agency_share_of_establishment (stated)', '41%'],
      ],
      { group: { ...SOCIAL_WORKERS, team: 'A' }, basis: 'fte' },
    );
    const [stated] = findings(team, { workstream: { basis: 'fte' } }).filter((one) => one.code === 'W104');
    // 14.3 ÷ 37 is 39%: only far-fetched roundings of its parts would make the vacancy rate 41%.
    expect(stated).toMatchObject({
      message:
        'the agency share of establishment for Feb 2021 is stated as 41% for staff group Social workers, team A; the data gives 43%',
      why: 'stated 41% · Agency share of establishment: agency ÷ establishment = 15.8 ÷ 37 = 43% · 41% would also be given by Agency rate: agency ÷ (permanent + agency) = 15.8 ÷ (22.7 + 15.8) = 41%',
    });
  });

  it('make no whole where they are listed as overlapping', () => {
    const [first] = findings(teams, { programme: { overlapping: ['staff_group', 'team'] } });
    expect(first).toMatchObject({
      code: 'E112',
      why: 'the data holds 4 figures by staff_group and team in headcount · staff_group is listed under `overlapping` · team is listed under `overlapping`',
    });
  });

  it('make no whole where one has no figure, and it is named', () => {
    const gap = [...agency(5, { team: 'A' }), ...agency('–', { team: 'B' })];
    expect(findings(gap)).toMatchObject([
      {
        code: 'E112',
        why: 'the data holds 1 figure by team in headcount · there is one team alone · no agency for Feb 2021 (team B)',
      },
    ]);
  });
});

describe('a given figure of a group', () => {
  it('follows from the others of its group', () => {
    const rows = (unfilled: number) =>
      table(
        [FEB],
        [
          ['establishment', 10],
          ['permanent', 6],
          ['agency', 1],
          ['unfilled', unfilled],
        ],
        { group: { team: 'A' } },
      );
    const whole = table([FEB], [['agency', 1]]);
    expect(found([...rows(3), ...whole])).toEqual([]);
    expect(found([...rows(4), ...whole])).toEqual([
      'W107 unfilled for Feb 2021 is given as 4 for team A, and its parts give 3',
    ]);
  });
});

describe('two dimensions', () => {
  const roles = [...agency(12, { role: 'Manager' }), ...agency(8, { role: 'Social Worker' })];

  it('add up to one total', () => {
    expect(found([...roles, ...agency(11, { team: 'A' }), ...agency(9, { team: 'B' })])).toEqual([]);
    const apart = [...roles, ...agency(11, { team: 'A' }), ...agency(8, { team: 'B' })];
    expect(findings(apart)).toMatchObject([
      {
        code: 'E112',
        why: 'the data holds 2 figures by role in headcount and 2 figures by team in headcount · agency for Feb 2021 adds up to 20 by role and to 19 by team',
      },
      {
        code: 'W120',
        message: 'agency for Feb 2021 adds up to 20 by role and to 19 by team for the whole workforce',
        why: 'sum of 2 roles = Manager 12 + Social Worker 8 = 20 · sum of 2 teams = A 11 + B 8 = 19 · the report uses neither',
      },
    ]);
  });

  it('may differ where every figure has one of them', () => {
    const some = [
      ...agency(12, { role: 'Manager', team: 'A' }),
      ...agency(8, { role: 'Social Worker', team: 'A' }),
      ...agency(9, { team: 'B' }),
    ];
    expect(found(some)).toEqual([]);
  });
});

describe('a member that the period before had', () => {
  const both = (period = JAN) => [
    ...agency(5, { team: 'A' }, period),
    ...agency(7, { team: 'B' }, period),
    ...agency(3, { team: 'C' }, period),
  ];
  const without = [...agency(5, { team: 'A' }), ...agency(7, { team: 'B' })];

  it('is missed in a total', () => {
    expect(found([...both(), ...both(FEB)])).toEqual([]);
    expect(found([...both(), ...without])).toEqual([
      'W121 agency for Feb 2021 is added up without team C for the whole workforce',
    ]);
    expect(found(without, { earlier: both() })).toHaveLength(1);
  });

  it('is told of once, however many figures lack it', () => {
    const permanent = (period: Period, ...names: string[]) =>
      names.flatMap((team) => table([period], [['permanent', 9]], { group: { team } }));
    const [before, after] = [permanent(JAN, 'A', 'B', 'C'), permanent(FEB, 'A', 'B')];
    expect(found([...both(), ...before, ...without, ...after])).toEqual([
      'W121 agency and 1 other figure for Feb 2021 are added up without team C for the whole workforce',
    ]);
  });

  it('is not told of again, nor where the data gives the total', () => {
    expect(found([...both(), ...without], { earlier: [...both(), ...without] })).toEqual([]);
    expect(found([...both(), ...without, ...agency(12)]).filter((one) => one.startsWith('W121'))).toEqual([]);
  });
});

function indicator(change: Partial<Indicator> = {}): Indicator {
  return {
    id: 'visits_on_time',
    at: place(40, 5, 4, 'cip-report.yaml'),
    label: 'Visits on time',
    unit: 'share',
    places: 1,
    direction: 'higher',
    nature: 'flow',
    description: '',
    limits: [],
    workstreams: [],
    ...change,
  };
}

describe('indicators', () => {
  const indicators = table([FEB], [['visits_on_time', '81.7%']]);
  const own = { programme: { indicators: [indicator()] } };

  it('need no workforce beside them', () => {
    expect(found([], { meeting: { indicators }, ...own })).toEqual([]);
  });

  it('have a definition', () => {
    expect(found([], { meeting: { indicators } })).toEqual([
      'E103 the heading "visits_on_time" stands for "visits_on_time", which is neither a measure nor a metric',
    ]);
  });

  it('may be ahead of the meeting, which is told, and are written as what they are', () => {
    const ahead = table([month('2022-02')], [['visits_on_time', '80%']]);
    expect(found([], { meeting: { indicators: ahead }, ...own })).toEqual([
      'W123 visits on time is for Feb 2022, and the meeting is on 19 April 2021',
    ]);
    const plain = table([FEB], [['visits_on_time', '81.7']]);
    expect(found([], { meeting: { indicators: plain }, ...own })[0]).toContain('E111');
  });

  it('have levels that are written as what they are', () => {
    const limit = {
      kind: 'target',
      direction: 'higher',
      value: exact('0.9'),
      notation: 'plain',
      of: {},
      at: place(44, 5, 4, 'cip-report.yaml'),
    } as const;
    const limits = { programme: { indicators: [indicator({ limits: [limit] })] } };
    expect(findings([], { meeting: { indicators }, ...limits })).toMatchObject([
      { code: 'E111', help: 'write at_least: 90% if it is a part of 1, or 0.9% if it is a percentage' },
    ]);
  });

  it('have months without a gap', () => {
    const series = table(
      [month('2020-09'), month('2020-10'), month('2020-12'), JAN],
      [['visits_on_time', '80%', '81%', '82%', '83%']],
    );
    expect(found([], { meeting: { indicators: series }, ...own })[0]).toContain('W118');
  });
});

describe('names in the configuration', () => {
  const observations = [...agency(12, MANAGEMENT), ...agency(50)];
  const spec: TableSpec = {
    id: 'by-team',
    at: place(60, 9, 7, 'cip-report.yaml'),
    title: 'By team',
    of: {},
    figures: [{ value: 'agency', at: place(61, 9, 7, 'cip-report.yaml') }],
    rows: { kind: 'members', dimension: 'staff_group' },
    columns: { kind: 'figures' },
    periods: [],
  };
  const withTable = (change: Partial<TableSpec>) => ({ workstream: { tables: [{ ...spec, ...change }] } });
  const agencyOf = (one: Case) => findings(observations, one).map(({ code, help }) => `${code} ${help}`);

  it('are those of the data', () => {
    const fine = { ...meeting({ observations }) };
    expect(findings(observations, { workstream: { tables: [spec], meetings: [fine] } })).toEqual([]);
  });

  it.each([
    [{ of: { staff_group: 'Managment' } }, 'E122 did you mean Management?'],
    [{ of: { staff_group: 'management' } }, 'E122 did you mean staff_group=Management?'],
    [{ of: { staffgroups: 'Management' } }, 'E122 did you mean staff_group?'],
    [{ rows: { kind: 'members', dimension: 'staff_groups' } }, 'E122 did you mean staff_group?'],
    [
      { figures: [{ value: 'agncy', at: place(61) }] },
      'E103 did you mean agency? Otherwise add it under `indicators` or `measures` in cip-report.yaml',
    ],
  ] as const)('%#: %j', (change, expected) => {
    const fine = { ...meeting({ observations }) };
    const tables = { ...withTable(change).workstream, meetings: [fine] };
    expect(agencyOf({ workstream: tables })).toEqual([expected]);
  });

  it('are looked for in charts too', () => {
    const fine = meeting({ observations });
    const chart = { id: 'trend', at: place(70), figures: [], of: { staff_group: 'Managment' }, limits: true };
    expect(agencyOf({ workstream: { charts: [chart], meetings: [fine] } })).toEqual([
      'E122 did you mean Management?',
    ]);
  });
});

describe('benchmarks', () => {
  const benchmark: Benchmark = {
    metric: 'agency_rate',
    formula: 'agency / (permanent + agency)',
    basis: 'fte',
    place: 'England',
    level: 'england',
    period: FEB,
    cell: cell('17.8%'),
    source: 'DfE',
    at: place(2, 1, 1, 'workforce/2021-04-19/benchmarks.csv'),
  };
  const codes = (change: Partial<Benchmark>) =>
    found(agency(12), { meeting: { benchmarks: [{ ...benchmark, ...change }] } }).map((one) =>
      one.slice(0, 4),
    );

  it('name a figure, with a formula that can be read and a % sign on shares', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ metric: 'agency_rte' })).toEqual(['E103']);
    expect(codes({ formula: 'agency / staff' })).toEqual(['W122']);
    expect(codes({ cell: cell('17.8') })).toEqual(['E111']);
    expect(codes({ metric: 'agency', cell: cell('17.8%') })).toEqual(['E111']);
  });
});
