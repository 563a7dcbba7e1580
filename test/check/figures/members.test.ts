import { describe, expect, it } from 'vitest';
import { createContext } from '../../../src/papers/context.ts';
import { FIGURE_RULES } from '../../../src/check/figures/index.ts';
import { MOVEMENT_RULES } from '../../../src/check/movements/index.ts';
import type { Basis, Group, Meeting, Observation } from '../../../src/model/dataset.ts';
import type { Period } from '../../../src/model/period.ts';
import type { Indicator } from '../../../src/model/dataset.ts';
import { day, meeting, month, place, programme, quarter, table, workstream } from '../../support/dataset.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');

interface Case {
  readonly earlier?: Observation[];
  readonly basis?: Basis;
  readonly meeting?: Partial<Meeting>;
  readonly indicators?: Indicator[];
}

function found(observations: Observation[], one: Case = {}): string[] {
  const current = meeting({ observations, ...one.meeting });
  const before = one.earlier ? [meeting({ id: '2021-02-15', observations: one.earlier })] : [];
  const stream = workstream({ meetings: [...before, current], basis: one.basis ?? 'headcount' });
  const plan = programme({ indicators: one.indicators ?? [] });
  const dataset = { programme: plan, workstreams: [stream], benchmarks: [], inputs: [] };
  const context = createContext(dataset, { workstream: stream, meeting: current });
  return [...FIGURE_RULES, ...MOVEMENT_RULES]
    .flatMap((rule) => rule.check(context))
    .map(({ code, message }) => `${code} ${message}`);
}

type Row = Readonly<Record<string, string | number>>;

function rows(
  period: Period,
  members: Readonly<Record<string, Row>>,
  basis: Basis = 'headcount',
  within: Group = {},
) {
  return Object.entries(members).flatMap(([team, figures]) =>
    table([period], Object.entries(figures), { group: { ...within, team }, basis }),
  );
}

const A = { permanent: 10, agency: 5 };
const B = { permanent: 20, agency: 6 };
const C = { permanent: 21, agency: 1 };

describe('a member that a total lacks', () => {
  it.each([
    [quarter(2019, 4), quarter(2020, 2)],
    [month('2020-03'), month('2020-09')],
    [day('2020-06-14'), day('2020-09-14')],
  ])('is found against the latest total before it', (before, now) => {
    const codes = found([...rows(before, { A, B, C }), ...rows(now, { A, B })]).filter((one) =>
      one.startsWith('W12'),
    );
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^W121 permanent and 1 other figure for .+ are added up without team C/);
  });
});

describe('a member that a total has and the one before lacked', () => {
  it('is told of (W128)', () => {
    expect(found([...rows(JAN, { A, B }), ...rows(FEB, { A, B, C })])).toEqual([
      'W128 permanent and 1 other figure for Feb 2021 are added up with team C for the whole workforce, and without for Jan 2021',
    ]);
    expect(found([...rows(JAN, { A, B, C }), ...rows(FEB, { A, B, C })])).toEqual([]);
  });
});

describe('a member that has no row beside a whole that is given', () => {
  const whole = (period: Period) =>
    table(
      [period],
      [
        ['permanent', 51],
        ['agency', 12],
      ],
    );

  it('is told once for all its figures, by name (W116)', () => {
    const data = [...rows(JAN, { A, B, C }), ...whole(JAN), ...rows(FEB, { A, B }), ...whole(FEB)];
    expect(found(data)).toEqual([
      'W116 permanent and 1 other figure for Feb 2021 are not the sums by team for the whole workforce, which leave out team C',
    ]);
  });

  it('is not guessed where another is new, which may be the same under another name', () => {
    const data = [...rows(JAN, { A, B, C }), ...whole(JAN), ...rows(FEB, { A, B, D: A }), ...whole(FEB)];
    expect(found(data)).toEqual([
      'W116 permanent for Feb 2021 is 51 for the whole workforce, and 40 by team',
      'W116 agency for Feb 2021 is 12 for the whole workforce, and 16 by team',
    ]);
  });
});

describe('a member that newer papers leave out for an earlier period (W125)', () => {
  const earlier = [...rows(JAN, { Assessment: A, B })];

  it('is named with both papers', () => {
    expect(
      found([...rows(JAN, { 'Assessment & MASH': A, B }), ...rows(FEB, { 'Assessment & MASH': A, B })], {
        earlier,
      }),
    ).toEqual([
      'W125 team Assessment is in no total for Jan 2021: these papers give the others again without it',
    ]);
  });

  it('is not told of where the data gives the total, or these papers correct one member alone', () => {
    const whole = table(
      [JAN],
      [
        ['permanent', 30],
        ['agency', 11],
      ],
    );
    const renamed = rows(JAN, { 'Assessment & MASH': A, B });
    expect(found([...renamed, ...whole], { earlier })).toEqual([]);
    expect(found(rows(JAN, { B: { permanent: 22 } }), { earlier })).toEqual([
      'N118 permanent of team B for Jan 2021 is 22, and was 20 at the meeting of 15 February 2021',
    ]);
  });
});

describe('a member on another basis (W126)', () => {
  const mixed = [...rows(FEB, { A, B }, 'fte'), ...rows(FEB, { C })];

  it('hides the total', () => {
    expect(found([...mixed, ...table([JAN], [['agency', 30]], { basis: 'fte' })], { basis: 'fte' })).toEqual(
      expect.arrayContaining([
        'W126 permanent and 1 other figure for Feb 2021 are not added up for the whole workforce: team C is given in headcount only',
      ]),
    );
  });

  it('is no matter where the total is given', () => {
    const whole = table(
      [FEB],
      [
        ['permanent', 51],
        ['agency', 12],
      ],
      { basis: 'fte' },
    );
    expect(found([...mixed, ...whole], { basis: 'fte' }).filter((one) => one.startsWith('W126'))).toEqual([]);
  });
});

describe('a total that was given and is added up now', () => {
  const whole = (permanent: number, agency: number) =>
    table(
      [JAN],
      [
        ['permanent', permanent],
        ['agency', agency],
      ],
    );

  it('is told of where nothing shows that the members are everybody (W127)', () => {
    expect(found(rows(FEB, { A, B }), { earlier: whole(40, 12) })).toEqual([
      'W127 permanent and 1 other figure for Feb 2021 are added up, and for Jan 2021 the data gives the whole',
    ]);
  });

  it('is as it was where they came to the whole before', () => {
    expect(found(rows(FEB, { A, B }), { earlier: [...whole(30, 11), ...rows(JAN, { A, B })] })).toEqual([]);
  });

  it('is no total where they came to another number before', () => {
    const earlier = [...whole(40, 11), ...rows(JAN, { A, B })];
    expect(found(rows(FEB, { A, B }), { earlier })).toEqual([]);
    expect(found(rows(FEB, { A: { permanent: 10 }, B: { permanent: 20 } }), { earlier })[0]).toMatch(/^W117/);
  });
});

describe('rates', () => {
  const visits: Indicator = {
    id: 'visits',
    at: place(40, 5, 4, 'cip-report.yaml'),
    label: 'Visits on time',
    unit: 'share',
    places: 1,
    direction: 'higher',
    nature: 'flow',
    description: '',
    parts: { numerator: 'made', denominator: 'due' },
    limits: [],
    workstreams: [],
  };
  const parts = (made: number, due: number) =>
    table(
      [FEB],
      [
        ['visits_numerator', made],
        ['visits_denominator', due],
      ],
    );

  it('of more than everybody are told of (W129)', () => {
    const of = (made: number) =>
      found([], { indicators: [visits], meeting: { indicators: parts(made, 80) } });
    expect(of(100)).toEqual(['W129 visits for Feb 2021 is 125.0% for the whole workforce']);
    expect(of(80)).toEqual([]);
  });

  it('may be more than all posts', () => {
    expect(
      found(
        table(
          [FEB],
          [
            ['permanent', 12],
            ['establishment', 10],
            ['agency', 0],
          ],
        ),
      ),
    ).toEqual([]);
  });

  it('may cover more vacancies than there are agency workers', () => {
    expect(
      found(
        table(
          [FEB],
          [
            ['agency', 5],
            ['vacancies', 8],
            ['vacancies_covered_by_agency', 6],
          ],
        ),
      ),
    ).toEqual([]);
  });

  it('of two dimensions are told of (W130)', () => {
    const byTeam = rows(FEB, { A: { permanent: 10 }, B: { permanent: 20 } });
    const byRole = ['Manager', 'Worker'].flatMap((role) =>
      table([FEB], [['agency', 5]], { group: { role } }),
    );
    expect(found([...byTeam, ...byRole])).toEqual([
      'W130 agency_rate for Feb 2021 is computed from figures added up by role and team for the whole workforce',
    ]);
  });
});

describe('a figure that is withheld (W131)', () => {
  const whole = table([FEB], [['agency', 12]]);
  const teams = (...values: (string | number)[]) =>
    values.flatMap((value, index) => table([FEB], [['agency', value]], { group: { team: `T${index + 1}` } }));

  it('can be worked out where it is the only one', () => {
    expect(found([...whole, ...teams('c', 5, 3)])).toEqual([
      'W131 agency for Feb 2021 is c for team T1, and can be worked out',
    ]);
    expect(found([...whole, ...teams(5, '<5', 3)])[0]).toContain('is <5 for team T2');
  });

  it('cannot where there are two, or no total', () => {
    expect(found([...whole, ...teams('c', 'c', 3)])).toEqual([]);
    expect(found([...teams('c', 5, 3)]).filter((one) => one.startsWith('W131'))).toEqual([]);
  });
});
