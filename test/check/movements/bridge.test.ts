import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgesNetOut, bridgeUnexplained } from '../../../src/check/movements/bridge.ts';
import { movementsExplained } from '../../../src/check/movements/recorded.ts';
import type { Check } from '../../../src/check/rule.ts';
import { DEFAULT_CHECKS } from '../../../src/model/checks.ts';
import type { Basis, Meeting, Observation } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import { createContext } from '../../../src/papers/context.ts';
import {
  lutonObservations,
  meeting,
  month,
  paper,
  place,
  programme,
  table,
  workstream,
} from '../../support/dataset.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');

interface Papers {
  readonly tolerance?: string;
  readonly basis?: Basis;
  readonly before?: Partial<Meeting>;
  readonly movements?: readonly (readonly [of: string, by: string, reason: string])[];
}

const recorded = (movements: Papers['movements'] = []) =>
  paper({
    movements: movements.map(([of, by, reason]) => ({
      of: { value: of, at: place(1) },
      by: {
        value: exact(by),
        notation: 'plain' as const,
        places: by.split('.')[1]?.length ?? 0,
        at: place(1, 20),
      },
      reason: { value: reason, at: place(2) },
    })),
  });

function found(observations: Observation[], papers: Papers = {}, check: Check = bridgeUnexplained) {
  const { tolerance, basis = 'headcount', before, movements } = papers;
  const current = meeting({ observations, paper: recorded(movements) });
  const older = before ? [meeting({ id: '2021-02-15', ...before })] : [];
  const stream = workstream({ basis, meetings: [...older, current] });
  const checks = { ...DEFAULT_CHECKS, ...(tolerance !== undefined && { unexplained: exact(tolerance) }) };
  const dataset = { programme: programme({ checks }), workstreams: [stream], benchmarks: [], inputs: [] };
  return check(createContext(dataset, { workstream: stream, meeting: current }));
}

const told = (observations: Observation[], papers?: Papers): string[] =>
  found(observations, papers).map(({ message }) => message);

/** One team over two months: what it has before, who joins, who leaves, and what it has then. */
interface Team {
  readonly opening: number;
  readonly starters: number;
  readonly leavers: number;
  readonly closing: number;
}

function staff({ opening, starters, leavers, closing }: Team, group = {}, basis: Basis = 'headcount') {
  const rows = [
    ['permanent', opening, closing],
    ['starters', 0, starters],
    ['leavers', 0, leavers],
  ];
  return table([JAN, FEB], rows, { group, basis });
}

const teams = (...all: readonly Team[]): Observation[] =>
  all.flatMap((one, index) => staff(one, { team: `Team ${(index + 1).toString()}` }));

const team = (opening: number, starters: number, leavers: number, closing: number): Team => ({
  opening,
  starters,
  leavers,
  closing,
});

describe("Luton's bridge", () => {
  it('leaves six over in January and three in February, each about its figure', () => {
    expect(found(lutonObservations())).toMatchObject([
      {
        code: 'W110',
        about: 'permanent@2021-01',
        message: 'permanent staff in Jan 2021: −6 unexplained',
        why: 'permanent 141 (Dec 2020) + starters 10 − leavers 1 = 150; the data gives 144',
        at: { line: 3, column: 28 },
      },
      { code: 'W110', about: 'permanent@2021-02', message: 'permanent staff in Feb 2021: +3 unexplained' },
    ]);
  });

  it('is silent where a reason is recorded, of these papers or of older ones', () => {
    const reason = ['permanent@2021-01', '-6', 'Six posts moved.'] as const;
    const rest = ['permanent staff in Feb 2021: +3 unexplained'];
    expect(told(lutonObservations(), { movements: [reason] })).toEqual(rest);
    expect(told(lutonObservations(), { before: { paper: recorded([reason]) } })).toEqual(rest);
  });

  it('is found again where a reason is for another amount, of these papers or of older ones', () => {
    const reason = ['permanent@2021-01', '-5', 'Five posts moved.'] as const;
    expect(told(lutonObservations(), { movements: [reason] })).toHaveLength(2);
    expect(told(lutonObservations(), { before: { paper: recorded([reason]) } })).toHaveLength(2);
    expect(found(lutonObservations(), { movements: [reason] }, movementsExplained)).toMatchObject([
      {
        code: 'W141',
        message: 'the reason recorded for permanent@2021-01 is for −5, and −6 is unexplained',
        at: { line: 1, column: 20 },
      },
    ]);
  });

  it('prints the entry to record with its amount', () => {
    expect(found(lutonObservations())[0]?.help).toContain("{ of: 'permanent@2021-01', by: -6, reason: … }");
  });

  it('is not silent for an older reason whose text says something else by now', () => {
    const cites = (citation: string) =>
      told(lutonObservations(), {
        before: { paper: recorded([['permanent@2021-01', '-6', `${citation} moved.`]]) },
      });
    expect(cites('{{permanent}}')).toHaveLength(2);
    expect(cites('{{period}}')).toHaveLength(2);
    expect(cites('{{permanent@2019-01}}')).toHaveLength(2);
    expect(cites('{{permanent@2021-01}}')).toHaveLength(1);
  });
});

describe('the teams of a whole', () => {
  const LOSS = team(20, 2, 1, 13);

  it('tell a movement that is theirs, each that has one', () => {
    expect(told(teams(team(30, 1, 0, 31), LOSS))).toEqual([
      'permanent staff of team Team 2 in Feb 2021: −8 unexplained',
    ]);
    expect(told(teams(team(30, 1, 0, 30), LOSS))).toHaveLength(2);
  });

  it('leave it to the whole where some of it went from one to another, and are named there', () => {
    const [one, ...others] = found(teams(team(30, 1, 0, 33), LOSS));
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      about: 'permanent@2021-02',
      message: 'permanent staff in Feb 2021: −6 unexplained',
      why: 'permanent 50 (Jan 2021) + starters 3 − leavers 1 = 52; the data gives 46 · by team: Team 1 +2, Team 2 −8',
    });
  });

  it('have made a transfer where nothing is left over of the whole', () => {
    expect(told(teams(team(30, 1, 0, 39), LOSS))).toEqual([]);
  });

  it('leave it to the whole where they record no starters and leavers', () => {
    const permanent = teams(team(30, 1, 0, 31), LOSS).filter(({ measure }) => measure === 'permanent');
    const whole = staff(team(50, 3, 1, 44)).filter(({ measure }) => measure !== 'permanent');
    expect(told([...permanent, ...whole])).toEqual(['permanent staff in Feb 2021: −8 unexplained']);
  });

  it('tell of themselves where the whole has no bridge', () => {
    const others = table([JAN, FEB], [['permanent', 30, 31]], { group: { team: 'Team 2' } });
    expect(told([...teams(LOSS), ...others])).toEqual([
      'permanent staff of team Team 1 in Feb 2021: −8 unexplained',
    ]);
  });
});

describe('teams that net out', () => {
  const OFF = [team(30, 1, 0, 36), team(20, 2, 1, 16)];
  const netted = (observations: Observation[], papers?: Papers) => found(observations, papers, bridgesNetOut);

  it('are named once, of the whole', () => {
    expect(told(teams(...OFF))).toEqual([]);
    expect(netted(teams(...OFF, team(9, 1, 1, 9)))).toMatchObject([
      {
        code: 'N151',
        about: 'permanent@2021-02',
        message: 'permanent staff in Feb 2021: 0 left over, which nets out by team: Team 1 +5, Team 2 −5',
      },
    ]);
  });

  it('are named where a reason is recorded for what the whole leaves over, and not where each has its own', () => {
    const two = teams(...OFF, team(9, 1, 1, 11));
    expect(netted(two)).toEqual([]);
    const whole = ['permanent@2021-02', '2', 'Two came back from leave.'] as const;
    expect(netted(two, { movements: [whole] }).map(({ message }) => message)).toEqual([
      'permanent staff in Feb 2021: +2 left over, which nets out by team: Team 1 +5, Team 2 −5, Team 3 +2',
    ]);
    const each = ['5', '-5', '2'].map(
      (by, index) =>
        [`permanent@2021-02[team=Team ${(index + 1).toString()}]`, by, 'Five moved from 2 to 1.'] as const,
    );
    expect(netted(two, { movements: [whole, ...each] })).toEqual([]);
  });

  it('are not where they record the transfers, where the tolerance covers them, or where some team is left out', () => {
    const moved = [
      ...teams(...OFF),
      ...table(
        [JAN, FEB],
        [
          ['transfers_in', 0, 5],
          ['transfers_out', 0, 0],
        ],
        { group: { team: 'Team 1' } },
      ),
      ...table(
        [JAN, FEB],
        [
          ['transfers_in', 0, 0],
          ['transfers_out', 0, 5],
        ],
        { group: { team: 'Team 2' } },
      ),
    ];
    expect(netted(moved)).toEqual([]);
    expect(netted(teams(...OFF), { tolerance: '5' })).toEqual([]);
    expect(netted(teams(...OFF), { tolerance: '4' })).toHaveLength(1);
    const others = table([JAN, FEB], [['permanent', 30, 31]], { group: { team: 'Team 3' } });
    expect(netted([...teams(...OFF), ...others])).toEqual([]);
  });
});

describe('what the configuration lets pass', () => {
  const short = (by: number) => staff(team(100, 3, 1, 102 - by));

  it('is inclusive', () => {
    expect(told(short(2), { tolerance: '2' })).toEqual([]);
    expect(told(short(-2), { tolerance: '2' })).toEqual([]);
    expect(told(short(3), { tolerance: '2' })).toEqual(['permanent staff in Feb 2021: −3 unexplained']);
    expect(found(short(3), { tolerance: '2' })[0]?.why).toContain('cip-report.yaml lets 2 pass');
  });

  it('is printed as it is written', () => {
    expect(found(short(3), { tolerance: '0.25' })[0]?.why).toContain('cip-report.yaml lets 0.25 pass');
  });

  it('does not come beside the amount of a reason, which the rounding of full-time equivalents does', () => {
    const rows = table(
      [JAN, FEB],
      [
        ['permanent', '100.0', '105.0'],
        ['starters', 0, '3.0'],
        ['leavers', 0, '1.0'],
      ],
      { basis: 'fte' },
    );
    const by = (amount: string) =>
      told(rows, {
        basis: 'fte',
        tolerance: '1',
        movements: [['permanent@2021-02', amount, 'A team came.']],
      });
    expect(by('3.0')).toEqual([]);
    expect(by('3.2')).toEqual([]);
    expect(by('3.4')).toHaveLength(1);
    expect(by('2')).toHaveLength(1);
  });

  it('comes beside what the rounding of full-time equivalents hides', () => {
    const fte = (closing: string) =>
      told(
        table(
          [JAN, FEB],
          [
            ['permanent', '100.0', closing],
            ['starters', 0, '3.0'],
            ['leavers', 0, '1.0'],
          ],
          {
            basis: 'fte',
          },
        ),
        { tolerance: '1', basis: 'fte' },
      );
    expect(fte('103.2')).toEqual([]);
    expect(fte('103.3')).toEqual(['permanent staff in Feb 2021: +1.3 unexplained']);
  });
});

describe('for any teams', () => {
  const count = fc.nat({ max: 40 });
  const explained = fc.record({ opening: count, starters: count, leavers: count }).map((one) => ({
    ...one,
    closing: one.opening + one.starters - one.leavers,
  }));

  it('nothing is found where starters and leavers explain all', () => {
    fc.assert(
      fc.property(fc.array(explained, { minLength: 1, maxLength: 5 }), (all) => {
        expect(told(teams(...all))).toEqual([]);
      }),
    );
  });

  it('the same number more in stock and in starters changes nothing that is found', () => {
    const any = fc.record({ opening: count, starters: count, leavers: count, closing: count });
    fc.assert(
      fc.property(any, fc.nat({ max: 20 }), (one, more) => {
        const moved = { ...one, starters: one.starters + more, closing: one.closing + more };
        expect(told(staff(moved))).toEqual(told(staff(one)));
      }),
    );
  });

  it('what is found adds up to what the whole leaves over', () => {
    const any = fc.record({ opening: count, starters: count, leavers: count, closing: count });
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 5 }), (all) => {
        const left = all.reduce(
          (sum, one) => sum + one.closing - one.opening - one.starters + one.leavers,
          0,
        );
        const sum = told(teams(...all))
          .map((one) => /: ([+−]\d+) unexplained$/.exec(one)?.[1] ?? '')
          .reduce((total, one) => total + Number(one.replace('−', '-')), 0);
        expect(sum).toBe(left);
      }),
    );
  });
});
