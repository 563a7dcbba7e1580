import { describe, expect, it } from 'vitest';
import type { Figure, FigureTable, Report } from '../../src/report/report.ts';
import { benchmarksView } from '../../src/report/view-benchmarks.ts';
import { figureTableViews } from '../../src/report/view-figure-tables.ts';
import { indicatorsView } from '../../src/report/view-indicators.ts';
import { planViews } from '../../src/report/view-plan.ts';
import { trendTables, trendViews } from '../../src/report/view-trends.ts';
import { byId, figure, months, PLANNED_TARGET, withFigureParts, XMR } from '../support/figure-parts.ts';
import { LUTON } from '../support/luton-report.ts';

const REPORT = withFigureParts(LUTON);
const EMPTY: Report = { ...LUTON, tables: [], trends: [], indicators: [], benchmarks: [], targets: [] };

it('has nothing to show of a report without these parts', () => {
  expect(figureTableViews(EMPTY).size).toBe(0);
  expect(trendViews(EMPTY).size).toBe(0);
  expect(trendTables(EMPTY)).toEqual([]);
  expect(indicatorsView(EMPTY)).toBeNull();
  expect(benchmarksView(EMPTY)).toEqual([]);
  expect(planViews(EMPTY)).toEqual([]);
});

describe('a table of figures', () => {
  const view = figureTableViews(REPORT, (part, id) => ({ id: `${part}-${id}`, number: 'Table 7' })).get(
    'managers-by-team',
  )!;

  it('has its number, and its cells as they are printed', () => {
    expect(view.table).toEqual({ id: 'figure-table-managers-by-team', number: 'Table 7' });
    expect(view.rows.map((row) => row.cells.map(({ text, mark }) => `${text}${mark}`).join(' '))).toEqual([
      '10.00 5.5* 55.0 1,234.50',
      '23.00 7.0 30.4 1,234.50',
      '5.00 4.0 80.0 1,234.50',
      '6.00 0.0 c 1,234.50',
      '44.00 16.5 37.5 4,938.00',
    ]);
    expect(view.rows.map((row) => row.total)).toEqual([false, false, false, false, true]);
  });

  it('aligns each column by itself', () => {
    for (const row of view.rows)
      expect(row.cells.map((cell) => cell.align).slice(0, 3)).toEqual(['2', '1', '1']);
    expect(view.rows[3]!.cells[2]).toMatchObject({ text: 'c', tail: '0', align: '1' });
  });

  it('gives the brackets of a column one room, and a column without any none', () => {
    const { rows } = figureTableViews(REPORT).get('casework')!;
    expect(rows[2]!.cells.map((cell) => cell.bracket)).toEqual(['(2 new)', '(4 new)', '']);
    const rooms = rows.map((row) => row.cells.map((cell) => cell.bracketRoom).join());
    expect(new Set(rooms).size).toBe(1);
    expect(rooms[0]).toMatch(/^(\d+),\1,$/);
  });

  it('is set closer the more columns it has', () => {
    const density = (columns: number): string => {
      const table: FigureTable = { ...REPORT.tables[0]!, columns: Array(columns).fill('A'), rows: [] };
      return figureTableViews({ ...REPORT, tables: [table] }).get(table.id)!.density;
    };
    expect([2, 3, 6, 7, 9, 10, 12].map(density)).toEqual([
      'few',
      'normal',
      'normal',
      'close',
      'close',
      'tight',
      'normal',
    ]);
  });

  it('says what columns or rows count only where that differs', () => {
    const [period] = months('2024-03', 1);
    const fte = figure('agency', period!, '5.5');
    const people = figure('in_post', period!, '6', { basis: 'headcount' });
    const rate = figure('rate', period!, '0.5', { unit: 'share' });
    const units = (cells: readonly (readonly Figure[])[]): string[][] => {
      const table: FigureTable = {
        ...REPORT.tables[0]!,
        columns: cells[0]!.map(() => 'A'),
        rows: cells.map((row) => ({
          label: 'B',
          kind: 'part',
          cells: row.map((one) => ({ figure: one.id })),
        })),
      };
      const figures = byId([fte, people, rate]);
      const shown = figureTableViews({ ...REPORT, figures, tables: [table] }).get(table.id)!;
      return [shown.columns.map((one) => one.unit), shown.rows.map((one) => one.unit)];
    };
    expect(units([[fte, fte, rate]])).toEqual([['', '', ''], ['']]);
    expect(
      units([
        [fte, people, rate],
        [fte, people, rate],
      ]),
    ).toEqual([
      ['FTE', 'headcount', ''],
      ['', ''],
    ]);
    expect(
      units([
        [fte, fte],
        [people, people],
        [rate, rate],
      ]),
    ).toEqual([
      ['', ''],
      ['FTE', 'headcount', ''],
    ]);
  });

  it('prints a figure that the report has not as missing', () => {
    const { figures: _, ...rest } = REPORT;
    const cells = figureTableViews({ ...rest, figures: {} }).get('casework')!.rows[0]!.cells;
    expect(_).toBe(REPORT.figures);
    expect(cells.map((cell) => `${cell.text} ${cell.bracket}`)).toEqual(['– ', '– ', '– ']);
  });
});

describe('a trend', () => {
  const view = trendViews(REPORT).get('agency-trend')!;

  it('says in words what it shows: ends, extremes, levels and signals', () => {
    expect(view.chart.description).toBe(
      'Agency rate: 18 figures from 44.1% in January 2023 to 31.5% in June 2024; lowest 31.5% in June 2024, highest 45.2% in April 2023. Upper limit 43.2%, Mean 39.8%, Lower limit 36.4% and Target by Dec 2024 30%. 3 signals: 10 in a row above the mean, Jan 2023 to Oct 2023; 4 below the lower limit, Mar 2024 to Jun 2024; 8 in a row falling, Aug 2023 to Mar 2024.',
    );
  });

  it('has a key that says which way each signal points', () => {
    expect(
      view.signals.map(({ letter, sign, tone, judgement }) => `${letter} ${sign} ${tone} ${judgement}`),
    ).toEqual(['A up bad away from what is wanted', 'B down good towards what is wanted', 'C down plain ']);
  });

  it('names trial limits as such and claims nothing of so few points', () => {
    const { chart, signals } = trendViews(REPORT).get('caseload-trend')!;
    expect(signals).toEqual([]);
    expect(chart.lines.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
      'trial: Upper trial limit 19.02',
      'mean: Mean 16.81',
      'trial: Lower trial limit 14.60',
      'level: Cap 18',
    ]);
    expect(chart.notes).toContain('Trial limits: 5 points are too few for signals.');
    expect(chart.description).not.toMatch(/signal/i);
  });

  it('says that nothing signals, and how many ranges were left out', () => {
    const report = {
      ...REPORT,
      trends: [{ ...REPORT.trends[0]!, xmr: { ...XMR, screened: 2, signals: [] } }],
    };
    const { chart } = trendViews(report).get('agency-trend')!;
    expect(chart.description).toMatch(/ No signal\.$/);
    expect(chart.notes).toContain(
      'Limits of what is usual: mean ± 2.66 × mean moving range, 1.3 pp; 2 ranges left out as too wide.',
    );
  });

  it('gives its lines shapes in turn, and its table a column each', () => {
    const { chart } = trendViews(REPORT).get('teams-trend')!;
    expect(chart.series.map((one) => one.tone)).toEqual(['first', 'second', 'third', 'fourth']);
    const table = trendTables(REPORT).find((one) => one.id === 'teams-trend')!;
    expect(table.columns).toEqual([
      'Assessment',
      'Children and families',
      'Corporate parenting',
      'Disabled children',
    ]);
    expect(table.rows).toHaveLength(9);
    expect(table.rows[0]!.cells.map((cell) => cell.text)).toEqual(['38.5', '61.5', '36.5', '9.5']);
  });

  it('leaves a marker off the line and in the table', () => {
    const { chart } = trendViews(REPORT).get('caseload-trend')!;
    expect(chart.series[0]!.points.map((point) => point.value)).toEqual([
      16.2,
      17.1,
      16.9,
      null,
      17.4,
      16.44,
    ]);
    const table = trendTables(REPORT).find((one) => one.id === 'caseload-trend')!;
    expect(table.rows.map((row) => row.cells[0]!.text)).toEqual([
      '16.20',
      '17.10',
      '16.90',
      'c',
      '17.40',
      '16.44',
    ]);
  });
});

describe('the indicators', () => {
  const { rows } = indicatorsView(REPORT)!;

  it('stand with their groups below them, under a heading where only groups have figures', () => {
    expect(rows.map(({ kind, label, value }) => `${kind}: ${label} ${value}`)).toEqual([
      'whole: Statutory visits on time 81.7%',
      'whole: Average caseload 16.44',
      'part: Assessment 19.20',
      'part: Care leavers 26.31',
      'whole: Take-up of the survey 31.5%',
      'whole: Cases by kind ',
      'part: disciplinaries 1',
      'part: grievances 0',
    ]);
  });

  it('say the numbers behind a share, the level, the gap and the RAG in word and shape', () => {
    expect(rows[0]).toMatchObject({
      parts: '817 of 1,000',
      partsOf: 'visits made on time of visits due',
      change: '+2.7 pp since May\u00a02024',
      level: 'at least 90%',
      levelNote: 'target, amber to 80%',
      gap: '8.3 pp below the target',
      rag: { sign: 'alert', tone: 'attention', text: 'Amber' },
    });
    expect(rows[2]).toMatchObject({
      levelNote: 'cap',
      parts: '',
      rag: { sign: 'cross', tone: 'bad', text: 'Red' },
    });
    expect(rows[4]).toMatchObject({ level: '', levelNote: '', gap: '', rag: null });
  });

  it('have no column that none of them fills', () => {
    const { hasParts, hasLevels, hasCourses } = indicatorsView(REPORT)!;
    expect([hasParts, hasLevels, hasCourses]).toEqual([true, true, true]);
    const { limit, ...row } = REPORT.indicators[2]!;
    const bare = indicatorsView({ ...REPORT, indicators: [row] })!;
    expect(limit).toBeDefined();
    expect([bare.hasParts, bare.hasLevels, bare.hasCourses]).toEqual([false, false, false]);
  });

  it('have a course from three points on, and without markers', () => {
    expect(rows[1]!.spark!.points).toHaveLength(5);
    expect(rows[2]!.spark).toBeNull();
    expect(rows[6]!.spark!.title).toMatch(/^Cases by kind, disciplinaries: 9 figures from 3 in \w+ 2023 to /);
  });
});

describe('a comparison', () => {
  const [agency, turnover] = benchmarksView(REPORT);

  it('has the council first, then authorities, region and country', () => {
    expect(
      agency!.rows.map(({ place, level, period, cell, difference }) =>
        [place, level, period, cell.text, difference].join(', '),
      ),
    ).toEqual([
      'Luton Council, this report, Mar 2024, 37.5, –',
      'Cornwall, local authority, 2023/24, 9.6, +27.9',
      'Somerset, local authority, 2023/24, 11.0, +26.5',
      'Isles of Scilly, local authority, 2023/24, c, –',
      'South West, region, 2023/24, 18.6, +18.9',
      'England, country, 2022/23, 17.8, +19.7',
      'England, country, 2023/24, 16.2, +21.3',
    ]);
  });

  it('draws the newest figure of each place', () => {
    expect(agency!.chart.bars.map(({ label, value, kind }) => `${kind} ${label} ${value}`)).toEqual([
      'own Luton Council, Mar 2024 0.375',
      'authority Cornwall, 2023/24 0.096',
      'authority Somerset, 2023/24 0.11',
      'authority Isles of Scilly, 2023/24 null',
      'region South West, 2023/24 0.186',
      'england England, 2023/24 0.162',
    ]);
  });

  it('says which figure of the paper is not compared, and why', () => {
    expect(agency!.notCompared).toBe(
      'Agency share of establishment, 33.0%, is not compared: it divides by the establishment, the national figure by all who are in post. Like for like, agency rate (DfE) is 37.5%.',
    );
    expect(turnover!.notCompared).toBe('');
    expect(agency!.cautions).toEqual([
      'The national figure counts all children’s social workers, this report managers alone.',
      'c: confidential.',
    ]);
    expect(agency!.source).toBe('Source: Children’s social work workforce, Department for Education, 2024.');
  });

  it('names what is no authority where neither country nor region has a figure', () => {
    const [first] = REPORT.benchmarks;
    const [england, , , cornwall] = first!.rows;
    const { decimal: _, ...marked } = england!;
    const other = { ...cornwall!, place: 'Local government', level: 'other' as const };
    const rows = [{ ...marked, text: 'x' }, cornwall!, other];
    expect(_).toBe('0.178');
    expect(benchmarksView({ ...REPORT, benchmarks: [{ ...first!, rows }] })[0]!.chart.title).toBe(
      'Agency rate (DfE) 37.5% in March 2024: above Local government (9.6%)',
    );
  });

  it('says that the country has no figure where nothing else is there to compare with', () => {
    const [first] = REPORT.benchmarks;
    const [england, , , cornwall] = first!.rows;
    const { decimal: _, ...marked } = england!;
    expect(_).toBe('0.178');
    const rows = [{ ...marked, text: 'x' }, cornwall!];
    expect(benchmarksView({ ...REPORT, benchmarks: [{ ...first!, rows }] })[0]!.chart.title).toBe(
      'Agency rate (DfE) 37.5% in March 2024; no figure is available for England',
    );
  });

  it('finds what it states: above, below or level with', () => {
    const titleOf = (decimal: string, text: string): string => {
      const [first] = REPORT.benchmarks;
      const rows = [{ ...first!.rows[1]!, decimal, text }];
      return benchmarksView({ ...REPORT, benchmarks: [{ ...first!, rows }] })[0]!.chart.title;
    };
    expect(titleOf('0.2', '20.0%')).toMatch(/: above England \(20\.0%\)$/);
    expect(titleOf('0.4', '40.0%')).toMatch(/: below England \(40\.0%\)$/);
    expect(titleOf('0.3751', '37.5%')).toMatch(/: level with England \(37\.5%\)$/);
    expect(agency!.chart.title).toBe(
      'Agency rate (DfE) 37.5% in March 2024: above South West (18.6%) and England (16.2%)',
    );
  });
});

describe('a plan', () => {
  const viewOf = (over: Partial<typeof PLANNED_TARGET>) =>
    planViews({ ...REPORT, targets: [{ ...PLANNED_TARGET, ...over }] })[0]!;
  const { metAt: _, ...unmet } = PLANNED_TARGET;

  it('has a row for each of its dates', () => {
    const { rows, label } = viewOf({});
    expect(label).toBe('A permanent workforce');
    expect(
      rows.map(({ period, plan, actual, difference, state }) =>
        [period, plan.text, actual.text, difference, state.text].join(', '),
      ),
    ).toEqual([
      'Q4 2023/24, 122, 122.0, 0, Met',
      'Q1 2024/25, 125, 126.4, +1.4, Met',
      'Q2 2024/25, 129, 124.5, −4.5, Behind plan',
      'Q3 2024/25, 135, –, –, To come',
      'Q4 2024/25, 142, –, –, To come',
      'Q2 2025/26, 155, –, –, To come',
    ]);
  });

  it('states in its title where the latest figure is', () => {
    const title = (over: Partial<typeof PLANNED_TARGET>) => viewOf(over).chart?.title;
    expect(title({})).toBe('Permanent 124.5 in Q2 2024/25: 4.5 below the plan of 129');
    expect(title({ direction: 'lower' })).toBe('Permanent 124.5 in Q2 2024/25: 4.5 above the plan of 129');
    expect(title({ plan: PLANNED_TARGET.plan!.slice(0, 2) })).toBe(
      'Permanent 126.4 in Q1 2024/25: the plan of 125 is met',
    );
    expect(title({ plan: PLANNED_TARGET.plan!.slice(3) })).toBeUndefined();
  });

  it('says what is needed, the pace and when it leads there', () => {
    expect(viewOf({}).outlook.join(' ')).toBe(
      'Needed from here: +2.5 a month, to reach 155 by Q2 2025/26. The pace since Q4 2023/24: +0.4 a month. At that pace 155 is reached in November 2027, after its date, Q2 2025/26.',
    );
    expect(viewOf({ metAt: months('2025-06', 1)[0]! }).outlook.at(-1)).toMatch(/in June 2025, in time\.$/);
  });

  it.each([
    ['away', 'At that pace 155 is not reached: the figures move away from it.'],
    ['level', 'At that pace 155 is not reached: the figures stand still.'],
    ['far', 'At that pace 155 is more than 20 years off.'],
    ['no_pace', 'No pace is known: the latest figure has none directly before it.'],
  ] as const)('says why it is not reached: %s', (notMet, text) => {
    expect(_).toBe(PLANNED_TARGET.metAt);
    const [view] = planViews({ ...REPORT, targets: [{ ...unmet, notMet }] });
    expect(view!.outlook.at(-1)).toBe(text);
  });

  it('says nothing of a plan that is done', () => {
    expect(viewOf({ state: 'achieved' }).outlook).toEqual([]);
  });

  it('is shown of no target without one', () => {
    const { plan: none, ...unplanned } = PLANNED_TARGET;
    expect(none).toHaveLength(6);
    expect(planViews({ ...REPORT, targets: [unplanned] })).toEqual([]);
  });
});
