import { describe, expect, it } from 'vitest';
import type { FigureTable, Report, ReportBlock } from '../../../src/report/report.ts';
import { figureTableViews } from '../../../src/report/view-figure-tables.ts';
import { reportView } from '../../../src/report/view.ts';
import { PLANNED_TARGET, withFigureParts } from '../../support/figure-parts.ts';
import { LUTON } from '../../support/luton-report.ts';
import { without } from '../../support/without.ts';

const PARTS = withFigureParts(LUTON);
const [FIRST] = PARTS.tables as [FigureTable, ...FigureTable[]];

function tableOf(id: string, columns: number): FigureTable {
  const labels = Array.from({ length: columns }, (_, at) => `Team ${at + 1}`);
  const rows = FIRST.rows.map((row) => ({ ...row, cells: labels.map(() => row.cells[0]!) }));
  return { ...FIRST, id, columns: labels, rows };
}

const show = (id: string): ReportBlock => ({ kind: 'show', what: 'table', id });
const said: ReportBlock = { kind: 'text', markdown: 'A sentence between tables.' };

function reportWith(tables: readonly FigureTable[], blocks: readonly ReportBlock[]): Report {
  return { ...PARTS, tables, sections: [{ id: 'tables', title: 'Tables', kind: 'text', blocks }] };
}

describe('narrow tables that follow one another', () => {
  const tables = [tableOf('a', 1), tableOf('b', 2), tableOf('c', 3), tableOf('d', 1)];
  const report = reportWith(tables, [show('a'), show('b'), show('c'), show('d'), said]);
  const partsIn = (view: ReturnType<typeof reportView>): string[] =>
    view.body[0]!.paragraphs.flatMap(({ parts }) => parts.map(({ part }) => part));

  it('stand in columns, up to a wider one', () => {
    const view = reportView(report, 'highlight-report');
    expect(partsIn(view)).toEqual(['figure-tables', 'figure-table', 'figure-table', 'text', 'notes']);
    expect(view.body[0]!.paragraphs[0]!.parts[0]!.context).toMatchObject({
      tables: [{ id: 'a' }, { id: 'b' }],
    });
  });

  it('stand apart where something is said between them, or each has its number', () => {
    const apart = reportWith(tables, [show('a'), said, show('b')]);
    expect(partsIn(reportView(apart, 'highlight-report'))).toEqual([
      'figure-table',
      'text',
      'figure-table',
      'notes',
    ]);
    expect(partsIn(reportView(report, 'committee-report'))).not.toContain('figure-tables');
  });
});

describe('a section of one line', () => {
  const briefOf = (blocks: readonly ReportBlock[]): boolean | undefined =>
    reportView({ ...reportWith([], blocks), notes: [] }, 'committee-report').body[0]?.brief;
  const text = (markdown: string): ReportBlock => ({ kind: 'text', markdown });

  it.each([
    ['one line', [text('None.')], true],
    ['as long as fits', [text('a'.repeat(120))], true],
    ['longer', [text('a'.repeat(121))], false],
    ['two paragraphs', [text('None.'), text('None identified.')], false],
    ['two paragraphs in one text', [text('None.\n\nNone identified.')], false],
    ['a list', [text('- one\n- two')], false],
    ['a line under a heading', [{ ...text('None.'), heading: 'Risks' }], false],
  ] as const)('stands beside its heading: %s', (_, blocks, brief) => {
    expect(briefOf(blocks)).toBe(brief);
  });

  it('is no part of the report', () => {
    const { body } = reportView(LUTON, 'highlight-report');
    expect(body.filter((one) => one.brief)).toEqual([]);
  });
});

describe('a table of more columns than a page holds', () => {
  const piecesOf = (columns: number): number[] =>
    figureTableViews({ ...PARTS, tables: [tableOf('a', columns)] })
      .get('a')!
      .pieces.map((piece) => piece.columns.length);

  it('is printed in pieces of about the same width', () => {
    expect([1, 10, 11, 41].map(piecesOf)).toEqual([[1], [10], [6, 5], [9, 9, 9, 9, 5]]);
  });

  it('has every cell once, in its column', () => {
    const { rows, pieces } = figureTableViews({ ...PARTS, tables: [tableOf('a', 41)] }).get('a')!;
    expect(pieces.map(({ first }) => first)).toEqual([true, false, false, false, false]);
    rows.forEach((row, at) => {
      expect(pieces.flatMap((piece) => piece.rows[at]!.cells)).toEqual(row.cells);
    });
  });

  it('breaks a word that is longer than any column', () => {
    const long = 'Familienhilfeverwaltung';
    const table = { ...tableOf('a', 2), columns: [long, 'Looked-after children and care leavers'] };
    const { columns } = figureTableViews({ ...PARTS, tables: [table] }).get('a')!;
    expect(columns.map((one) => one.wordy)).toEqual([true, false]);
  });
});

describe('a workforce table of more periods than a page holds', () => {
  const periodsOf = (count: number): Report['workforce']['periods'] =>
    Array.from({ length: count }, (_, at) => ({ ...LUTON.workforce.periods[0]!, label: `Period ${at + 1}` }));
  const workforceOf = (
    count: number,
    figures = LUTON.figures,
  ): ReturnType<typeof reportView>['workforce'] => {
    const groups = LUTON.workforce.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        ...row,
        figures: Array.from({ length: count }, (_, at) => row.figures[at % row.figures.length]!),
      })),
    }));
    const workforce = { ...LUTON.workforce, periods: periodsOf(count), groups };
    return reportView({ ...LUTON, figures, workforce }, 'highlight-report').workforce;
  };

  it('is printed in pieces of about the same width, oldest first', () => {
    const sizes = (count: number): number[] => workforceOf(count).pieces.map(({ periods }) => periods.length);
    expect([1, 13, 14, 26, 27].map(sizes)).toEqual([[1], [13], [7, 7], [13, 13], [9, 9, 9]]);
    expect(workforceOf(14).density).toBe('dense');
  });

  it('is parted sooner where its figures are wide, and keeps its size of type', () => {
    const figures = Object.fromEntries(
      Object.entries(LUTON.figures).map(([id, one]) => [id, { ...one, text: '12,345.5' }]),
    );
    const sizes = workforceOf(13, figures).pieces.map(({ periods }) => periods.length);
    expect(sizes).toEqual([7, 6]);
  });

  it('loses nothing and has nothing twice', () => {
    const { periods, groups, pieces } = workforceOf(27);
    expect(pieces.flatMap((piece) => piece.periods)).toEqual(periods);
    expect(pieces.map(({ first }) => first)).toEqual([true, false, false]);
    groups.forEach((group, at) => {
      group.rows.forEach((row, rowAt) => {
        expect(pieces.flatMap((piece) => piece.groups[at]!.rows[rowAt]!.cells)).toEqual(row.cells);
      });
    });
  });

  it('has no piece where it has no row', () => {
    const workforce = { ...LUTON.workforce, groups: [] };
    expect(reportView({ ...LUTON, workforce }, 'highlight-report').workforce.pieces).toEqual([]);
  });
});

describe('a target with a plan', () => {
  const planned: Report = { ...PARTS, targets: [PLANNED_TARGET] };

  it('is drawn once: by its plan, or on the first page', () => {
    const committee = reportView(planned, 'committee-report');
    expect([committee.targetChart, committee.tables.path.id, committee.appendix.target]).toEqual([
      null,
      '',
      null,
    ]);
    expect(committee.plans[0]!.chart).not.toBeNull();
    const highlight = reportView(planned, 'highlight-report');
    expect(highlight.summary.target).not.toBeNull();
    expect(highlight.appendix.target).not.toBeNull();
  });

  it('is drawn by itself where nothing of the plan is', () => {
    const { targetChart } = reportView(LUTON, 'committee-report');
    expect(targetChart).toMatchObject({ id: 'chart-target', size: 'full' });
  });
});

describe('headline figures without a change', () => {
  const changeless = (count: number): Report => {
    const ids = new Set(LUTON.workforce.headlines.slice(0, count));
    const figures = Object.values(LUTON.figures).map((one) => {
      return [one.id, ids.has(one.id) ? without(one, 'change') : one] as const;
    });
    return { ...LUTON, indicators: [], figures: Object.fromEntries(figures) };
  };
  const texts = (count: number): string[] =>
    reportView(changeless(count), 'highlight-report').summary.headlines.map((one) => one.noChange);

  it('say so beside others that have one, and nothing where none has', () => {
    expect(texts(1)).toEqual(['No earlier figure', '', '', '']);
    expect(texts(4)).toEqual(['', '', '', '']);
  });
});
