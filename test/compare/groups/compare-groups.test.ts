import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupChange } from '../../../src/compare/comparison.ts';
import { compareGroups } from '../../../src/compare/groups/compare-groups.ts';
import type { PaperPair } from '../../../src/compare/side.ts';
import type { Dataset, Observation } from '../../../src/model/dataset.ts';
import { month, table } from '../../support/dataset.ts';
import { meeting, indicator } from '../../support/board.ts';
import { pairOf, papers, repo, withFigures } from '../settings/sides.ts';

const MONTHS = [month('2020-12'), month('2021-01'), month('2021-02'), month('2021-03')];

/** A team's establishment, permanent and agency workers by month; an empty text gives no figure. */
function team(name: string, ...levels: readonly (readonly (number | string)[])[]): Observation[] {
  const rows = ['establishment', 'permanent', 'agency'].map((measure, index) => [
    measure,
    ...levels.map((one) => one[index] ?? ''),
  ]);
  return table(MONTHS, rows, { group: { team: name } });
}

function inFte(name: string, ...posts: readonly (number | string)[]): Observation[] {
  return table(MONTHS, [['establishment', ...posts]], { group: { team: name }, basis: 'fte' });
}

const DUTY = [20, 14, 5] as const;
const NONE: readonly number[] = [];
const COURT = team('Court', [9, 7, 1], [9, 7, 1]);
const COURT_LATER = team('Court', [9, 7, 1], [9, 7, 1], [9, 6, 2]);

function told(changes: readonly GroupChange[]): string[] {
  return changes.map(({ kind, dimension, name, figures, perhaps }) =>
    [
      kind,
      dimension,
      name ?? '*',
      figures.toString(),
      ...(perhaps ? [`${perhaps.name}: ${perhaps.because}`] : []),
    ].join(' | '),
  );
}

const between = (before: readonly Observation[], after: readonly Observation[]): string[] =>
  told(compareGroups(pairOf(withFigures(before), withFigures(after))));

describe('members that one side only names', () => {
  it('finds none where both name the same', () => {
    expect(between(COURT, COURT_LATER)).toEqual([]);
  });

  it('finds one that the new period alone has, and one that it has no more', () => {
    const before = [...COURT, ...team('Duty', DUTY, DUTY)];
    const after = [...COURT_LATER, ...team('Duty', DUTY, DUTY), ...team('Fostering', NONE, NONE, [6, 2, 1])];
    expect(between(before, after)).toEqual(['new | team | Fostering | 3', 'gone | team | Duty | 6']);
  });

  it('tells a whole dimension as one', () => {
    const after = [...COURT_LATER, ...table(MONTHS, [['permanent', 4, 5]], { group: { role: 'Manager' } })];
    expect(between(COURT, after)).toEqual(['breakdown_new | role | * | 2']);
    expect(between(after, COURT)).toEqual(['breakdown_gone | role | * | 2']);
  });

  it('says where the first figure stands', () => {
    const after = [...COURT_LATER, ...team('Duty', DUTY, DUTY, DUTY)];
    const [change] = compareGroups(pairOf(withFigures(COURT), withFigures(after)));
    expect(change).toMatchObject({ name: 'Duty', at: { line: 2, column: 36 } });
  });

  it('takes no empty cell for a figure, and a marker for one', () => {
    const [cells, marked] = ['–', 'c'].map((text) =>
      table([MONTHS[1]!], [['agency', text]], { group: { team: 'Duty' } }),
    );
    expect(between(COURT, [...COURT, ...cells!])).toEqual([]);
    expect(between(COURT, [...COURT, ...marked!])).toEqual(['new | team | Duty | 1']);
  });

  it('takes what newer papers leave out of a breakdown for renamed there', () => {
    const old = meeting('2021-01-20', { observations: [...COURT, ...team('Duty', DUTY, DUTY)] });
    const newer = meeting('2021-02-20', { observations: [...COURT, ...team('First response', DUTY, DUTY)] });
    const before = repo({}, {}, { meetings: [old] });
    const after = repo({}, {}, { meetings: [old, newer] });
    expect(told(compareGroups(pairOf(before, after)))).toEqual([
      'new | team | First response | 6 | Duty: 6 of 6 figures of Dec 2020 to Jan 2021 are the same',
      'gone | team | Duty | 6 | First response: 6 of 6 figures of Dec 2020 to Jan 2021 are the same',
    ]);
  });

  it('compares two periods by the members of each', () => {
    const data = withFigures([...COURT_LATER, ...team('Duty', DUTY), ...team('Intake', NONE, DUTY, DUTY)]);
    const pair: PaperPair = {
      form: 'periods',
      before: papers(data, '2020-12'),
      after: papers(data, '2021-02'),
    };
    expect(told(compareGroups(pair))).toEqual([
      'new | team | Intake | 3 | Duty: establishment, agency and permanent are the same',
      'gone | team | Duty | 3 | Intake: establishment, agency and permanent are the same',
    ]);
  });

  it('names a member of workforce and indicators once, and of indicators by their own periods', () => {
    const load = indicator('load', { unit: 'count' });
    const of = (name: string, ...cells: readonly number[]) =>
      table(MONTHS, [['load', ...cells]], { group: { team: name } });
    const side = (observations: readonly Observation[], indicators: readonly Observation[]): Dataset =>
      repo({ indicators: [load] }, { observations, indicators });
    const before = side(COURT_LATER, of('Court', 12));
    const both = side(
      [...COURT_LATER, ...team('Duty', DUTY, DUTY, DUTY)],
      [...of('Court', 12), ...of('Duty', 40)],
    );
    expect(told(compareGroups(pairOf(before, both)))).toEqual(['new | team | Duty | 10']);
    const indicators = side(COURT_LATER, [...of('Court', 12, 14), ...of('Duty', 40, 41)]);
    expect(told(compareGroups(pairOf(before, indicators)))).toEqual(['new | team | Duty | 2']);
    // Known to the workforce all along.
    const workforce = side([...COURT_LATER, ...team('Duty', DUTY, DUTY, DUTY)], of('Court', 12));
    expect(told(compareGroups(pairOf(workforce, both)))).toEqual([]);
  });
});

describe('indicators between two periods of the same papers', () => {
  const placed = (measure: string, ...cells: readonly (string | number)[]): Observation[] =>
    table(MONTHS, [[measure, ...cells]], { group: { place: 'North' } });
  const whole = table(MONTHS, [['permanent', 9, 9]]);
  const between = (indicators: readonly Observation[], observations: readonly Observation[] = whole) => {
    const known = [indicator('visits'), indicator('visits_denominator', { unit: 'count' })];
    const data = repo({ indicators: known }, { observations, indicators });
    const [before, after] = ['2020-12', '2021-01'].map((key) => papers(data, key));
    return [
      told(compareGroups({ form: 'periods', before: before!, after: after! })),
      told(compareGroups({ form: 'periods', before: after!, after: before! })),
    ];
  };

  it('are left out where they have other periods altogether', () => {
    expect(between(placed('visits', '', 5))).toEqual([[], []]);
    expect(between(placed('visits', 5))).toEqual([[], []]);
    expect(between([...placed('visits', '', 5), ...table(MONTHS, [['visits', '', 9]])])).toEqual([[], []]);
  });

  it('are left out where another indicator, named much the same, has a figure of the other period', () => {
    const other = table(MONTHS, [['visits', '', 9]]);
    expect(between([...placed('visits_denominator', 5), ...other])).toEqual([[], []]);
  });

  it('are told where they have a figure of the other period, and so is the workforce', () => {
    const breakdown = [['breakdown_new | place | * | 1'], ['breakdown_gone | place | * | 1']];
    expect(between([...placed('visits', '', 5), ...table(MONTHS, [['visits', 8, 9]])])).toEqual(breakdown);
    expect(between([], [...whole, ...placed('agency', '', 5)])).toEqual(breakdown);
  });
});

describe('what may be a renaming', () => {
  const cases: readonly [string, readonly Observation[], readonly Observation[], string | undefined][] = [
    [
      'the same figures',
      team('Duty', DUTY, DUTY),
      team('Intake', DUTY, DUTY),
      '6 of 6 figures of Dec 2020 to Jan 2021 are the same',
    ],
    [
      'one other figure, another name',
      team('Duty', DUTY, DUTY),
      team('Intake', DUTY, [20, 14, 6]),
      undefined,
    ],
    [
      'one other figure, nearly the same name',
      team('Duty team', DUTY, DUTY),
      team('Duty teams', DUTY, [20, 14, 6]),
      '5 of 6 figures of Dec 2020 to Jan 2021 are the same',
    ],
    [
      'less than three quarters, nearly the same name',
      team('Duty team', DUTY, DUTY),
      team('Duty teams', [21, 14, 6], DUTY),
      undefined,
    ],
    [
      'one month of three restated, another name',
      team('Duty', DUTY, [20, 15, 5], [21, 14, 6]),
      team('Intake', DUTY, [20, 15, 5], [21, 15, 4]),
      '7 of 9 figures of Dec 2020 to Feb 2021 are the same',
    ],
    [
      'less than three quarters of nine, another name',
      team('Duty', DUTY, [20, 15, 5], [21, 14, 6]),
      team('Intake', DUTY, [20, 15, 5], [22, 15, 4]),
      undefined,
    ],
    [
      'three quarters with the zeros alone, another name',
      team('Duty', [20, 14, 0], [20, 14, 0], [21, 14, 0], [21, 14, 0]),
      team('Intake', [20, 14, 0], [20, 14, 0], [22, 15, 0], [22, 14, 0]),
      undefined,
    ],
    ['too few figures', team('Duty', [20, 14]), team('Intake', [20, 14]), undefined],
    [
      'few figures, nearly the same name',
      team('Duty team', [20, 14]),
      team('Duty teams', [20, 14]),
      '2 of 2 figures of Dec 2020 are the same',
    ],
    [
      'nothing but zeros',
      team('Duty', [0, 0, 0], [0, 0, 0]),
      team('Intake', [0, 0, 0], [0, 0, 0]),
      undefined,
    ],
    [
      'the new period alone, near levels',
      team('Duty', DUTY, DUTY),
      team('Intake', NONE, NONE, [20, 13, 6]),
      'establishment 20 and 20, agency 5 and 6, permanent 14 and 13',
    ],
    [
      'near levels, on the edge: 5%, 10% and one person',
      team('Duty', [100, 80, 3]),
      team('Intake', NONE, NONE, [95, 72, 4]),
      'establishment 100 and 95, agency 3 and 4, permanent 80 and 72',
    ],
    [
      'a tenth of nobody but one',
      team('Duty', [100, 80, 3]),
      team('Intake', NONE, NONE, [95, 72, 5]),
      undefined,
    ],
    [
      'one measure beyond it beside others that are the same',
      team('Duty', [100, 80, 20]),
      team('Intake', NONE, NONE, [100, 80, 23]),
      undefined,
    ],
    [
      'near levels of two bases',
      [...team('Duty', [20, 14, 5]), ...inFte('Duty', 18)],
      [...team('Intake', NONE, NONE, [20, 14, 5]), ...inFte('Intake', '', '', '18.5')],
      'establishment (headcount) 20 and 20, establishment (full-time equivalent) 18.0 and 18.5, agency (headcount) 5 and 5, permanent (headcount) 14 and 14',
    ],
    ['another establishment', team('Duty', [20, 14, 5]), team('Intake', NONE, NONE, [22, 14, 5]), undefined],
    ['no establishment', team('Duty', ['', 14, 5]), team('Intake', NONE, NONE, ['', 14, 5]), undefined],
    ['one measure', team('Duty', [20]), team('Intake', NONE, NONE, [20]), undefined],
  ];

  it.each(cases)('is judged by the figures: %s', (_, gone, added, because) => {
    const perhaps = compareGroups(
      pairOf(withFigures([...COURT, ...gone]), withFigures([...COURT_LATER, ...added])),
    ).map((one) => one.perhaps?.because);
    expect(perhaps).toEqual([because, because]);
  });

  it.each<[string, readonly Observation[], readonly Observation[]]>([
    ['two with the same figures', team('Duty', DUTY), [...team('Intake', DUTY), ...team('Response', DUTY)]],
    [
      'two with near levels',
      team('Duty', DUTY),
      [...team('Intake', NONE, NONE, DUTY), ...team('Response', NONE, NONE, [20, 14, 6])],
    ],
    [
      'a team divided in two',
      team('Duty', [20, 14, 6]),
      [...team('Intake', NONE, NONE, [19, 13, 6]), ...team('Response', NONE, NONE, [1, 1, 0])],
    ],
    [
      'one of another role',
      table(MONTHS, [['permanent', 4, 5, 6]], { group: { team: 'Duty', role: 'Manager' } }),
      table(MONTHS, [['permanent', 4, 5, 6]], { group: { team: 'Intake', role: 'Worker' } }),
    ],
  ])('is not proposed for %s', (_, gone, added) => {
    const found = compareGroups(
      pairOf(withFigures([...COURT, ...gone]), withFigures([...COURT_LATER, ...added])),
    );
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter((one) => one.perhaps !== undefined)).toEqual([]);
  });

  it('is proposed of restated figures only where nobody else has them too', () => {
    const [restated, other] = [
      [20, 15, 4],
      [20, 13, 5],
    ];
    const told = (...added: Observation[][]) =>
      compareGroups(
        pairOf(
          withFigures([...COURT, ...team('Duty', DUTY, DUTY, DUTY)]),
          withFigures([...COURT_LATER, ...added.flat()]),
        ),
      ).map((one) => [one.name, one.perhaps?.name]);
    const [intake, response] = [team('Intake', DUTY, DUTY, restated), team('Response', DUTY, DUTY, other)];
    expect(told(intake)).toEqual([
      ['Intake', 'Duty'],
      ['Duty', 'Intake'],
    ]);
    expect(told(intake, response).every(([, perhaps]) => perhaps === undefined)).toBe(true);
    expect(told(intake, team('Response', DUTY, DUTY, DUTY))).toContainEqual(['Duty', 'Response']);
    expect(told(intake, team('Dutys', DUTY, DUTY, other))).toContainEqual(['Duty', 'Dutys']);
  });

  it('is not proposed where papers name both for one period', () => {
    const before = [...COURT, ...team('Duty', DUTY)];
    const after = [...COURT_LATER, ...team('Duty', DUTY), ...team('Intake', DUTY, NONE, DUTY)];
    expect(between(before, after).filter((one) => one.includes(':'))).toEqual([]);
  });

  it('tells two renamed teams from each other', () => {
    const before = [...team('A', DUTY, DUTY), ...team('B', [9, 7, 1], [9, 7, 1])];
    const after = [...team('Alpha', [9, 7, 1], [9, 7, 1]), ...team('Beta', DUTY, DUTY)];
    const pairs = compareGroups(pairOf(withFigures(before), withFigures(after))).map((one) => [
      one.name,
      one.perhaps?.name,
    ]);
    expect(pairs).toEqual([
      ['Alpha', 'B'],
      ['Beta', 'A'],
      ['A', 'Beta'],
      ['B', 'Alpha'],
    ]);
  });
});

const anyTeams = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('Duty', 'Dutys', 'Court', 'Intake'),
      fc.array(fc.constantFrom(DUTY, [20, 13, 5], [9, 7, 1], NONE), { maxLength: 4 }),
    ),
    { selector: ([name]) => name },
  )
  .map((teams) => withFigures(teams.flatMap(([name, levels]) => team(name, ...levels))));

/** Levels are named as they are on the first side and on the second: `agency 5 and 6`. */
function sidesTurned(because: string): string {
  return because.replace(/(?<![\d.])([\d.]+) and ([\d.]+)/g, '$2 and $1');
}

describe('the laws of groups', () => {
  it('finds nothing between equal sides, whatever the order of rows', () => {
    fc.assert(
      fc.property(anyTeams, (data) => {
        const observations = data.workstreams[0]!.meetings[0]!.observations;
        expect(compareGroups(pairOf(data, withFigures(observations.toReversed())))).toEqual([]);
      }),
    );
  });

  it('is mirrored by the other way round', () => {
    const turned = {
      new: 'gone',
      gone: 'new',
      breakdown_new: 'breakdown_gone',
      breakdown_gone: 'breakdown_new',
    } as const;
    fc.assert(
      fc.property(
        anyTeams,
        anyTeams,
        fc.constantFrom('revisions' as const, 'periods' as const),
        (before, after, form) => {
          const [one, other] = [
            compareGroups(pairOf(before, after, form)),
            compareGroups(pairOf(after, before, form)),
          ];
          const turnedRound = ({ kind, perhaps, ...change }: GroupChange) => ({
            ...change,
            kind: turned[kind],
            ...(perhaps && { perhaps: { ...perhaps, because: sidesTurned(perhaps.because) } }),
          });
          expect(new Set(one.map(turnedRound))).toEqual(new Set(other));
          expect(one.length).toBe(other.length);
        },
      ),
      { numRuns: 120 },
    );
  });
});
