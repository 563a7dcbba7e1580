import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBook, membersOf, periodsOf, WHOLE } from '../../src/metrics/book.ts';
import { createEvaluator, type Evaluation, type Evaluator } from '../../src/metrics/evaluate.ts';
import { partsOf } from '../../src/metrics/evaluation.ts';
import { printedPlaces } from '../../src/metrics/places.ts';
import { createRegistry, kindOf } from '../../src/metrics/registry.ts';
import { evaluationText, originText, placesBehind, reckoningText } from '../../src/metrics/wording.ts';
import type { Basis, Group, Observation } from '../../src/model/dataset.ts';
import { exact, toDecimal } from '../../src/model/exact.ts';
import { meeting, month, table } from '../support/dataset.ts';
import { expectInProportion } from '../support/growth.ts';

const { registry } = createRegistry([]);
const JAN = month('2024-02');
const MAR = month('2024-03');

function evaluatorOf(observations: readonly Observation[], overlapping: readonly string[] = []): Evaluator {
  return createEvaluator(createBook([meeting({ observations })], overlapping), registry);
}

function of(evaluator: Evaluator, id: string, group: Group = WHOLE, basis: Basis = 'headcount'): Evaluation {
  return evaluator.evaluate({ id, period: MAR, group, basis });
}

function text(evaluator: Evaluator, id: string, group: Group = WHOLE, basis: Basis = 'headcount'): string {
  return evaluationText(of(evaluator, id, group, basis), registry);
}

/** A table with a row a team: `['Assessment', { agency: 11 }]`. */
function teams(
  rows: Readonly<Record<string, Readonly<Record<string, string | number>>>>,
  basis: Basis = 'headcount',
  within: Group = {},
): Observation[] {
  return Object.entries(rows).flatMap(([team, figures], line) =>
    table([MAR], Object.entries(figures), { group: { ...within, team }, basis, line: line * 10 + 2 }),
  );
}

/** Devon's social workers on 31 March 2024. */
const DEVON = {
  Assessment: { establishment: 44, agency: '27.0', permanent: '12.0' },
  'Children & Families': { establishment: 121, agency: '53.8', permanent: '46.8' },
  'Corporate Parenting': { establishment: 37, agency: '15.8', permanent: '22.7' },
  "Disabled Children's Service": { establishment: 23, agency: '4.4', permanent: '14.1' },
};

describe('a total that the data does not give', () => {
  it("is the sum of its teams: Devon's social workers", () => {
    const devon = evaluatorOf(teams(DEVON, 'fte'));
    expect(text(devon, 'establishment', WHOLE, 'fte')).toBe('225');
    expect(text(devon, 'agency', WHOLE, 'fte')).toBe('101.0');
    expect(text(devon, 'permanent', WHOLE, 'fte')).toBe('95.6');
    expect(text(devon, 'in_post', WHOLE, 'fte')).toBe('196.6');
    expect(text(devon, 'unfilled', WHOLE, 'fte')).toBe('28.4');
    expect(text(devon, 'agency_share_of_establishment', WHOLE, 'fte')).toBe('44.9%');
  });

  it('says what it was added up from', () => {
    const devon = evaluatorOf(teams(DEVON, 'fte'));
    const agency = of(devon, 'agency', WHOLE, 'fte');
    expect(agency).toMatchObject({ source: 'computed', dimension: 'team' });
    expect(partsOf(agency).map((part) => part.key.group['team'])).toEqual(Object.keys(DEVON));
    expect(originText(agency, registry)).toBe('sum of 4 teams');
    expect(reckoningText(agency, '101.0', devon)).toBe(
      "sum of 4 teams = Assessment 27.0 + Children & Families 53.8 + Corporate Parenting 15.8 + Disabled Children's Service 4.4 = 101.0",
    );
    expect(placesBehind(agency).map((one) => one.line)).toEqual([3, 13, 23, 33]);
    expect(originText(of(devon, 'in_post', WHOLE, 'fte'), registry)).toBe('permanent + agency');
    expect(originText(of(devon, 'agency', { team: 'Assessment' }, 'fte'), registry)).toBeUndefined();
  });

  it('keeps the decimals of its parts, and how far they were rounded', () => {
    const { outcome, ...agency } = of(evaluatorOf(teams(DEVON, 'fte')), 'agency', WHOLE, 'fte');
    expect(printedPlaces({ outcome, ...agency }, kindOf(registry, 'agency')!)).toBe(1);
    if (outcome.kind !== 'number') throw new Error('no number');
    expect([outcome.number.low, outcome.number.high].map(toDecimal)).toEqual(['100.8', '101.2']);
  });

  it('is never used where the data gives one', () => {
    const evaluator = evaluatorOf([
      ...teams(DEVON, 'fte'),
      ...table([MAR], [['agency', 99]], { basis: 'fte' }),
    ]);
    expect(of(evaluator, 'agency', WHOLE, 'fte')).toMatchObject({ source: 'given' });
    expect(text(evaluator, 'agency', WHOLE, 'fte')).toBe('99.0');
  });

  it('needs two members', () => {
    const one = evaluatorOf(teams({ Assessment: { agency: 11 } }));
    expect(of(one, 'agency').outcome).toEqual({ kind: 'missing', reasons: ['no agency for Mar 2024'] });
  });

  it('is not of another basis or period', () => {
    const mixed = [
      ...teams({ Assessment: { agency: 11 } }),
      ...teams({ Fostering: { agency: 8 } }, 'fte'),
      ...table([JAN], [['agency', 8]], { group: { team: 'Fostering' } }),
    ];
    expect(of(evaluatorOf(mixed), 'agency').outcome.kind).toBe('missing');
  });

  it('is not added up over members that overlap', () => {
    const evaluator = evaluatorOf(teams({ A: { agency: 11 }, B: { agency: 8 } }), ['team']);
    expect(of(evaluator, 'agency').outcome.kind).toBe('missing');
    expect(periodsOf(evaluator.book, WHOLE, 'headcount')).toEqual([]);
  });

  it('is hidden by a part that is missing, which it names', () => {
    const evaluator = evaluatorOf(
      teams({ A: { agency: 11, permanent: 5 }, B: { permanent: 8 }, C: { agency: '–' } }),
    );
    expect(of(evaluator, 'agency').outcome).toEqual({
      kind: 'missing',
      reasons: ['no agency for Mar 2024 (team B)', 'no agency for Mar 2024 (team C)'],
    });
  });

  it.each([
    ['z', 11],
    ['c', 'c'],
    ['x', 'x'],
    ['<5', 'c'],
  ])('has a part %s', (cell, result) => {
    const evaluator = evaluatorOf(teams({ A: { agency: 11 }, B: { agency: cell } }));
    expect(text(evaluator, 'agency')).toBe(String(result));
  });

  it('is not applicable where no part is', () => {
    expect(text(evaluatorOf(teams({ A: { agency: 'z' }, B: { agency: 'z' } })), 'agency')).toBe('z');
  });

  it('never adds up transfers, rates and ratios', () => {
    const evaluator = evaluatorOf(
      teams({
        A: { transfers_in: 1, agency_rate: '10%', average_caseload: '16.5' },
        B: { transfers_in: 2, agency_rate: '20%', average_caseload: '17.5' },
      }),
    );
    for (const id of ['transfers_in', 'agency_rate', 'average_caseload'])
      expect(of(evaluator, id).outcome.kind).toBe('missing');
  });
});

describe('a figure with a formula', () => {
  const parts = {
    A: { establishment: 10, permanent: 6, agency: 1 },
    B: { establishment: 20, permanent: 9, agency: 4 },
  };

  it('is added up where every part is given', () => {
    const evaluator = evaluatorOf(teams({ A: { ...parts.A, unfilled: 4 }, B: { ...parts.B, unfilled: 8 } }));
    expect(text(evaluator, 'unfilled')).toBe('12');
    expect(of(evaluator, 'unfilled').dimension).toBe('team');
  });

  it('follows from the sums where one part is not given', () => {
    const evaluator = evaluatorOf(teams({ A: { ...parts.A, unfilled: 4 }, B: parts.B }));
    expect(text(evaluator, 'unfilled')).toBe('10');
    expect(of(evaluator, 'unfilled').dimension).toBeUndefined();
    expect(originText(of(evaluator, 'unfilled'), registry)).toBe('establishment − permanent − agency');
  });

  it('follows from the sums where a part is withheld', () => {
    const evaluator = evaluatorOf(
      teams({ A: { ...parts.A, unfilled: 4 }, B: { ...parts.B, unfilled: 'c' } }),
    );
    expect(text(evaluator, 'unfilled')).toBe('10');
    const bare = evaluatorOf(teams({ A: { unfilled: 4 }, B: { unfilled: 'c' } }));
    expect(text(bare, 'unfilled')).toBe('c');
  });
});

describe('several dimensions', () => {
  it('are added up one within another', () => {
    const observations = ['Management', 'Social workers'].flatMap((staff_group, index) =>
      teams({ A: { agency: 1 + index }, B: { agency: 10 + index } }, 'headcount', { staff_group }),
    );
    const evaluator = evaluatorOf(observations);
    expect(text(evaluator, 'agency', { staff_group: 'Management' })).toBe('11');
    expect(text(evaluator, 'agency', { team: 'B' })).toBe('21');
    expect(text(evaluator, 'agency')).toBe('24');
    expect(of(evaluator, 'agency').dimension).toBe('staff_group');
    const apart = evaluatorOf(observations, ['staff_group']);
    expect(text(apart, 'agency', { staff_group: 'Social workers' })).toBe('13');
    expect(of(apart, 'agency').outcome.kind).toBe('missing');
  });

  it('give the first in the alphabet that has every part', () => {
    const roles = (agency: number | string) =>
      table([MAR], [['agency', agency]], { group: { role: 'Manager' } }).concat(
        table([MAR], [['agency', 3]], { group: { role: 'Social Worker' } }),
      );
    const byTeam = teams({ A: { agency: 10 }, B: { agency: 5 } });
    expect(of(evaluatorOf([...byTeam, ...roles(12)]), 'agency').dimension).toBe('role');
    expect(of(evaluatorOf([...byTeam, ...roles('–')]), 'agency').dimension).toBe('team');
    expect(of(evaluatorOf([...byTeam, ...roles('c')]), 'agency').dimension).toBe('team');
    expect(
      evaluatorOf([...byTeam, ...roles(12)]).sums({
        id: 'agency',
        period: MAR,
        group: WHOLE,
        basis: 'headcount',
      }),
    ).toHaveLength(2);
  });
});

describe('members and periods', () => {
  it('stand in the order of the newest papers', () => {
    const z = table([month('2024-01')], [['agency', 1]], { group: { team: 'Z' } });
    const older = meeting({ id: '2024-02-01', observations: [...z, ...teams({ B: { agency: 2 } })] });
    const newer = meeting({ id: '2024-04-01', observations: teams({ B: { agency: 2 }, A: { agency: 3 } }) });
    const book = createBook([older, newer]);
    expect(membersOf(book, 'team', WHOLE, 'headcount')).toEqual(['B', 'A', 'Z']);
    expect(membersOf(book, 'team', WHOLE, 'headcount', [JAN])).toEqual([]);
    expect(membersOf(book, 'team', { team: 'A' }, 'headcount')).toEqual([]);
    expect(membersOf(book, 'role', WHOLE, 'headcount')).toEqual([]);
    expect(periodsOf(book, WHOLE, 'headcount')).toEqual([MAR]);
    expect(periodsOf(book, { team: 'A' }, 'headcount')).toEqual([MAR]);
  });

  it('are those within the group', () => {
    const book = createBook([
      meeting({
        observations: [
          ...teams({ A: { agency: 1 } }, 'headcount', { staff_group: 'Management' }),
          ...teams({ B: { agency: 1 }, C: { agency: 1 } }, 'headcount', { staff_group: 'Social workers' }),
        ],
      }),
    ]);
    expect(membersOf(book, 'team', { staff_group: 'Social workers' }, 'headcount')).toEqual(['B', 'C']);
  });
});

const AMOUNTS = fc.array(fc.integer({ min: -50, max: 5000 }), { minLength: 2, maxLength: 12 });

describe('any sum', () => {
  it('is the same in whatever order the parts come', () => {
    fc.assert(
      fc.property(AMOUNTS, fc.func(fc.integer()), (amounts, key) => {
        const rows = amounts.flatMap((amount, index) =>
          table([MAR], [['agency', (amount / 10).toFixed(1)]], {
            group: { team: `T${index}` },
            basis: 'fte',
          }),
        );
        const shuffled = rows.map((row, index) => ({ row, at: key(index) })).sort((a, b) => a.at - b.at);
        for (const order of [rows, shuffled.map((one) => one.row)]) {
          const { outcome } = of(evaluatorOf(order), 'agency', WHOLE, 'fte');
          const total = exact(amounts.reduce((a, b) => a + b, 0)).div(10);
          expect(outcome.kind === 'number' && outcome.number.value.equals(total)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same where its parts are themselves added up', () => {
    fc.assert(
      fc.property(AMOUNTS, AMOUNTS, (first, second) => {
        const rows = [first, second].flatMap((amounts, service) =>
          amounts.flatMap((amount, index) =>
            table([MAR], [['agency', amount]], {
              group: { service: `S${service}`, team: `T${service}-${index}` },
            }),
          ),
        );
        const whole = [...first, ...second].reduce((a, b) => a + b, 0);
        const { outcome } = of(evaluatorOf(rows), 'agency');
        expect(outcome.kind === 'number' && outcome.number.value.equals(whole)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('of very many teams takes the time of its rows', async () => {
    await expectInProportion((teams) => {
      const rows = Array.from({ length: teams }, (_, index) =>
        table([MAR], [['agency', 1]], { group: { team: `T${index}`, service: `S${index % 40}` } }),
      ).flat();
      const evaluator = evaluatorOf(rows);
      expect(text(evaluator, 'agency')).toBe(teams.toLocaleString('en-GB'));
      expect(of(evaluator, 'unfilled').outcome.kind).toBe('missing');
    }, 2500);
  }, 120_000);
});
