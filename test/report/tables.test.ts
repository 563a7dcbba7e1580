import { describe, expect, it } from 'vitest';
import type { Observation, TableAxis, TableSpec } from '../../src/model/dataset.ts';
import type { FigureSet } from '../../src/report/figures.ts';
import type { FigureTable } from '../../src/report/report.ts';
import { figureTables } from '../../src/report/tables.ts';
import { place, sourced } from '../support/board.ts';
import { month, table } from '../support/dataset.ts';
import { figureSet, type SmallDataset } from '../support/figure-set.ts';

const [FEB, MAR] = [month('2024-02'), month('2024-03')];
const MANAGERS = { staff_group: 'Managers' };
const TEAM: TableAxis = { kind: 'members', dimension: 'team' };
const FIGURES: TableAxis = { kind: 'figures' };
const PERIODS: TableAxis = { kind: 'periods' };

/** Two teams of managers: budgeted 10.0 and 6.5, agency 2.0 and 1.5 in March; and social workers beside them. */
const TEAMS: Observation[] = [
  ...team('Assessment', [9, '10.0'], [3, '2.0']),
  ...team('Care', [6, '6.5'], [1, '1.5']),
  ...table(
    [FEB, MAR],
    [
      ['establishment', 40, 40],
      ['agency', 8, 7],
    ],
    { basis: 'fte', group: { staff_group: 'Social workers', team: 'Assessment' } },
  ),
];

function team(name: string, establishment: (string | number)[], agency: (string | number)[]): Observation[] {
  return table(
    [FEB, MAR],
    [
      ['establishment', ...establishment],
      ['agency', ...agency],
    ],
    {
      basis: 'fte',
      group: { ...MANAGERS, team: name },
    },
  );
}

function spec(change: Partial<TableSpec> = {}): TableSpec {
  return {
    id: 'managers',
    at: place(),
    title: 'Managers by team',
    of: MANAGERS,
    figures: ['establishment', 'agency', 'agency_share_of_establishment'].map((id) => sourced(id)),
    rows: TEAM,
    columns: FIGURES,
    periods: [],
    ...change,
  };
}

function made(change: Partial<TableSpec> = {}, data: SmallDataset = {}) {
  const figures = figureSet({
    meeting: { observations: TEAMS },
    ...data,
    workstream: { basis: 'fte', tables: [spec(change)], ...data.workstream },
  });
  const [first] = figureTables(figures, figures.narrative);
  return { figures, table: first };
}

const indicator = (id: string, change = {}) => ({
  id,
  at: place(),
  label: `Cases ${id}`,
  unit: 'count' as const,
  places: 0,
  direction: 'lower' as const,
  nature: 'stock' as const,
  description: 'Cases.',
  limits: [],
  workstreams: [],
  ...change,
});

function texts({ figures, table: one }: { figures: FigureSet; table: FigureTable | undefined }) {
  const all = figures.all();
  return one?.rows.map((row) => [row.label, ...row.cells.map((cell) => all[cell.figure]?.text)]);
}

describe('figureTables', () => {
  it('sets out the members of a dimension with their figures, and the total of the group', () => {
    const result = made({ total: 'All managers' });
    expect(result.table).toMatchObject({
      id: 'managers',
      title: 'Managers by team',
      scope: 'Managers, full-time equivalent, Mar 2024',
      stub: 'Team',
      columns: ['Establishment', 'Agency', 'Agency share of establishment'],
    });
    // 2 ÷ 10, 1.5 ÷ 6.5 = 23.08%, 3.5 ÷ 16.5 = 21.21%.
    expect(texts(result)).toEqual([
      ['Assessment', '10.0', '2.0', '20.0%'],
      ['Care', '6.5', '1.5', '23.1%'],
      ['All managers', '16.5', '3.5', '21.2%'],
    ]);
    expect(result.table?.rows.map((row) => row.kind)).toEqual(['part', 'part', 'total']);
  });

  it('gives the total as a figure that says what it is the sum of', () => {
    const { figures, table: one } = made({ total: 'All managers' });
    const id = one?.rows.at(-1)?.cells[1]?.figure ?? '';
    expect(figures.all()[id]).toMatchObject({
      id: 'agency@2024-03[staff_group=Managers]',
      source: 'computed',
      formula: 'sum of 2 teams',
      inputs: [
        { metric: 'agency', text: '2.0', group: { ...MANAGERS, team: 'Assessment' } },
        { metric: 'agency', text: '1.5', group: { ...MANAGERS, team: 'Care' } },
      ],
    });
  });

  it('runs periods down and the members of a dimension across', () => {
    const result = made({
      rows: PERIODS,
      columns: TEAM,
      figures: [sourced('agency')],
      total: 'Both teams',
    });
    expect(result.table).toMatchObject({
      scope: 'Managers, full-time equivalent',
      stub: 'Month',
      columns: ['Assessment', 'Care', 'Both teams'],
    });
    expect(texts(result)).toEqual([
      ['Feb 2024', '3.0', '1.0', '4.0'],
      ['Mar 2024', '2.0', '1.5', '3.5'],
    ]);
  });

  it('keeps the newest periods of the workstream, and every period that the table names', () => {
    const one = { rows: FIGURES, columns: PERIODS };
    expect(made(one, { workstream: { periods: 1 } }).table?.columns).toEqual(['Mar 2024']);
    const named = made({ ...one, periods: [FEB, MAR] }, { workstream: { periods: 1 } });
    expect(named.table?.columns).toEqual(['Feb 2024', 'Mar 2024']);
    expect(named.table?.stub).toBe('Measure');
  });

  it('takes the latest period in which any of its figures has a value, or the one it names', () => {
    const unfilled = table([month('2024-04')], [['starters', 2]], { basis: 'fte', group: MANAGERS });
    const data = { meeting: { observations: [...TEAMS, ...unfilled] } };
    expect(made({}, data).table?.scope).toBe('Managers, full-time equivalent, Mar 2024');
    const named = made({ periods: [FEB] }, data);
    expect(named.table?.scope).toBe('Managers, full-time equivalent, Feb 2024');
    expect(texts(named)?.[0]).toEqual(['Assessment', '9.0', '3.0', '33.3%']);
  });

  it('leaves out a team that the periods of the table do not name', () => {
    const old = table([month('2023-03')], [['agency', 4]], {
      basis: 'fte',
      group: { ...MANAGERS, team: 'Closed' },
    });
    const data = { meeting: { observations: [...old, ...TEAMS] } };
    expect(made({}, data).table?.rows.map((row) => row.label)).toEqual(['Assessment', 'Care']);
  });

  it('is on a basis of its own where it says so, and its figures name it', () => {
    const heads = table([MAR], [['agency', 5]], { group: { ...MANAGERS, team: 'Care' } });
    const { figures, table: one } = made(
      { basis: 'headcount', figures: [sourced('agency')] },
      { meeting: { observations: [...TEAMS, ...heads] } },
    );
    expect(one?.scope).toBe('Managers, headcount, Mar 2024');
    expect(one?.rows.map((row) => row.cells)).toEqual([
      [{ figure: 'agency@2024-03[basis=headcount,staff_group=Managers,team=Care]' }],
    ]);
    expect(figures.all()['agency@2024-03[basis=headcount,staff_group=Managers,team=Care]']?.text).toBe('5');
  });

  it('says of the whole whom it counts, and fills its note in', () => {
    const whole = table([MAR], [['agency', 3]], { basis: 'fte' });
    const result = made(
      {
        of: {},
        rows: FIGURES,
        columns: PERIODS,
        figures: [sourced('agency')],
        note: sourced('Now {{agency}}.'),
      },
      { meeting: { observations: whole } },
    );
    expect(result.table).toMatchObject({
      scope: 'Children and family social workers, full-time equivalent',
      note: 'Now 3.',
    });
  });

  it('puts the figure of another indicator in brackets', () => {
    const cases = (id: string, value: number) => table([MAR], [[id, value]], { basis: 'fte' });
    const { figures, table: one } = made(
      { of: {}, rows: PERIODS, columns: FIGURES, figures: [sourced('disciplinaries')] },
      {
        meeting: { indicators: [...cases('disciplinaries', 4), ...cases('disciplinaries_new', 0)] },
        programme: {
          indicators: [
            indicator('disciplinaries', { bracket: { word: 'new', indicator: 'disciplinaries_new' } }),
            indicator('disciplinaries_new'),
          ],
        },
      },
    );
    expect(one?.rows[0]?.cells).toEqual([
      {
        figure: 'disciplinaries@2024-03',
        bracket: { figure: 'disciplinaries_new@2024-03', word: 'new' },
      },
    ]);
    expect(figures.all()['disciplinaries_new@2024-03']?.text).toBe('0');
    // Of whom the council counts disciplinary cases, the workstream's population says nothing.
    expect(one?.scope).toBe('');
  });

  it('says no population of what is defined by indicators alone', () => {
    const people = (id: string, value: number) => table([MAR], [[id, value]], { group: { service: 'Care' } });
    const one = (figures: readonly string[]) =>
      made(
        {
          of: { service: 'Care' },
          rows: FIGURES,
          columns: PERIODS,
          figures: figures.map((id) => sourced(id)),
        },
        {
          meeting: {
            observations: table([MAR], [['agency', 5]], { group: { service: 'Care' }, basis: 'fte' }),
            indicators: [...people('men', 85), ...people('women', 371)],
          },
          programme: {
            indicators: [indicator('men'), indicator('women')],
            definitions: ['men + women', 'men + agency'].map((formula, index) => ({
              at: place(),
              value: {
                id: `people_${index}`,
                label: 'People',
                formula,
                unit: 'count',
                places: 0,
                direction: 'none',
                description: 'People.',
                usedBy: [],
                origin: 'council',
              },
            })),
          },
        },
      ).table?.scope;
    expect(one(['people_0', 'men'])).toBe('Care');
    expect(one(['people_1'])).toBe('Care, full-time equivalent');
  });

  it('leaves a table out of which the data has nothing', () => {
    expect(made({ figures: [sourced('leavers')] }).table).toBeUndefined();
    expect(made({ of: { staff_group: 'Nobody' } }).table).toBeUndefined();
  });

  it('has a cell for every column in every row', () => {
    const { table: one } = made({ total: 'All', rows: TEAM, columns: PERIODS, figures: [sourced('agency')] });
    expect(one?.rows.map((row) => row.cells.length)).toEqual([2, 2, 2]);
  });
});

it('names the marks of its figures, and calls a whole to which its rows do not add up no total', () => {
  const data = (overlapping: readonly string[]): SmallDataset => ({
    meeting: {
      observations: [
        ...table([MAR], [['agency', '3.5*']], { basis: 'fte', group: MANAGERS }),
        ...table([MAR], [['agency', '2.0†']], { basis: 'fte', group: { ...MANAGERS, team: 'Assessment' } }),
        ...table([MAR], [['agency', '1.5*']], { basis: 'fte', group: { ...MANAGERS, team: 'Care' } }),
      ],
    },
    programme: { overlapping },
  });
  const [plain, other] = [[], ['team']].map((overlapping) => {
    const figures = figureSet({
      workstream: { basis: 'fte', tables: [spec({ total: 'All' })] },
      ...data(overlapping),
    });
    return figureTables(figures, figures.narrative)[0];
  });
  expect(plain?.marks).toEqual(['†', '*']);
  expect(plain?.rows.map((row) => row.kind)).toEqual(['part', 'part', 'total']);
  expect(other?.rows.map((row) => row.kind)).toEqual(['part', 'part', 'whole']);
});
