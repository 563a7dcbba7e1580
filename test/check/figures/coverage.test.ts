import { describe, expect, it } from 'vitest';
import { createContext } from '../../../src/papers/context.ts';
import { FIGURE_RULES } from '../../../src/check/figures/index.ts';
import type { Observation, Workstream } from '../../../src/model/dataset.ts';
import {
  date,
  day,
  financialYear,
  meeting,
  month,
  programme,
  table,
  workstream,
} from '../../support/dataset.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');
const ASSESSMENT = { group: { team: 'Assessment' } };
const SAFEGUARDING = { group: { team: 'Safeguarding' } };

interface Case {
  readonly asOf?: string;
  readonly earlier?: Observation[];
  readonly workstream?: Partial<Workstream>;
}

function found(observations: Observation[], { asOf, earlier, ...change }: Case = {}): string[] {
  const current = meeting({ observations });
  const before = earlier ? [meeting({ id: '2021-02-15', observations: earlier })] : [];
  const stream = workstream({ meetings: [...before, current], ...change.workstream });
  const dataset = { programme: programme(), workstreams: [stream], benchmarks: [], inputs: [] };
  const scope = { workstream: stream, meeting: current, ...(asOf && { asOf: date(asOf) }) };
  const context = createContext(dataset, scope);
  return FIGURE_RULES.flatMap((rule) => rule.check(context)).map((one) => `${one.code} ${one.message}`);
}

const agency = (...values: (string | number)[]) => table([JAN, FEB], [['agency', ...values]]);

describe('the whole workforce', () => {
  it('has a figure, or there is nothing to report', () => {
    const teams = [
      ...table([FEB], [['agency', 11]], ASSESSMENT),
      ...table([FEB], [['agency', 8]], SAFEGUARDING),
    ];
    expect(found(teams)).toEqual([]);
    expect(found(teams.slice(0, 1))).toEqual([
      'E112 there are figures, but none in headcount for the whole workforce, and none that add up to it',
    ]);
    expect(found([...teams, ...table([FEB], [['agency', 19]])])).toEqual([]);
    expect(found(table([FEB], [['agency', '18.5']], { basis: 'fte' }))).toEqual([
      'E112 there are figures, but none in headcount for the whole workforce, and none that add up to it',
    ]);
    expect(found([])).toEqual([]);
  });

  it('is missed by dimensions of any name', () => {
    const observations = [
      ...table([FEB], [['agency', 11]], { group: { constructor: 'toString' } }),
      ...table([FEB], [['agency', 8]], SAFEGUARDING),
    ];
    const stream = workstream({ meetings: [meeting({ observations })] });
    const dataset = { programme: programme(), workstreams: [stream], benchmarks: [], inputs: [] };
    const context = createContext(dataset, { workstream: stream, meeting: stream.meetings[0]! });
    const [one] = FIGURE_RULES.flatMap((rule) => rule.check(context)).filter(({ code }) => code === 'E112');
    expect(one?.why).toContain('there is one constructor alone · there is one team alone');
  });

  it('is not the whole of an earlier period where groups go on', () => {
    const observations = [...table([JAN], [['agency', 12]]), ...table([FEB], [['agency', 11]], ASSESSMENT)];
    expect(found(observations)).toEqual([
      'W117 there are figures for Feb 2021, but none of the whole workforce after Jan 2021, nor do they add up to it',
    ]);
  });
});

describe('parts', () => {
  const teams = (
    a: string | number,
    b: string | number,
    whole: string | number,
    basis: 'headcount' | 'fte',
  ) => [
    ...table([FEB], [['agency', a]], { ...ASSESSMENT, basis }),
    ...table([FEB], [['agency', b]], { ...SAFEGUARDING, basis }),
    ...table([FEB], [['agency', whole]], { basis }),
  ];

  it('add up to the whole', () => {
    expect(found(teams(11, 8, 19, 'headcount'))).toEqual([]);
    expect(found(teams(11, 8, 20, 'headcount'))).toEqual([
      'W116 agency for Feb 2021 is 20 for the whole workforce, and 19 by team',
    ]);
  });

  it('may differ by the rounding of full-time equivalents, and by no more', () => {
    const fte = { workstream: { basis: 'fte' as const } };
    expect(found(teams('10.2', '8.2', '18.5', 'fte'), fte)).toEqual([]);
    expect(found(teams('10.2', '8.2', '18.7', 'fte'), fte)).toHaveLength(1);
  });

  it('prove nothing where one of them is no number', () => {
    const codes = found(teams(11, 'c', 20, 'headcount')).map((one) => one.slice(0, 4));
    expect(codes).toEqual(['W131']);
  });

  it('may be more of movements, which also go from team to team, but not less', () => {
    const starters = (value: number, options = {}) => table([FEB], [['starters', value]], options);
    const both = [...starters(3, ASSESSMENT), ...starters(2, SAFEGUARDING)];
    expect(found([...both, ...starters(4)])).toEqual([]);
    expect(found([...both, ...starters(6)])).toEqual([
      'W116 starters for Feb 2021 is 6 for the whole workforce, and 5 by team',
    ]);
  });
});

describe('periods', () => {
  it('have begun at the meeting, in earlier papers too', () => {
    const ahead = table([month('2025-02')], [['agency', 39]]);
    const message = 'E113 agency is for Feb 2025, which had not begun at the meeting';
    expect(found(ahead)).toEqual([message]);
    expect(found(agency(36, 39), { earlier: ahead })).toEqual([message]);
    expect(found(table([month('2021-05')], [['agency', 39]]))).toHaveLength(1);
  });

  it('are over at the meeting', () => {
    expect(found(table([month('2021-04')], [['agency', 39]]))).toEqual([
      'W114 agency is for Apr 2021, which was not over at the meeting',
    ]);
    expect(found(table([financialYear(2021)], [['agency', 39]]))).toHaveLength(1);
    expect(found(table([financialYear(2020)], [['agency', 39]]))).toEqual([]);
  });

  it('are told of where they are days, once a table', () => {
    expect(found(table([day('2021-04-18'), day('2021-04-19')], [['agency', 36, 39]]))).toEqual([
      'W119 the table has figures for the day 18 April 2021 and 1 other day',
    ]);
  });

  it('do not count where their cells are empty', () => {
    expect(found(table([FEB, month('2022-02')], [['agency', 39, '–']]))).toEqual([]);
  });
});

describe('a date of judgement', () => {
  it('is not before the end of the figures', () => {
    expect(found(agency(36, 39), { asOf: '2021-02-27' })).toEqual([
      'W115 the report is judged as of 27 February 2021 and uses figures up to Feb 2021',
    ]);
    expect(found(agency(36, 39), { asOf: '2021-02-28' })).toEqual([]);
    expect(found(agency(36, 39), { asOf: '2021-06-01' })).toEqual([]);
  });
});
