import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkstreamComparison } from '../../../src/compare/comparison.ts';
import { csvText } from '../../../src/render/changes/csv-text.ts';
import { changesCsv } from '../../../src/render/changes/csv.ts';
import {
  amount,
  comparison,
  EQUAL,
  FEB,
  figure,
  FULL,
  group,
  HOSTILE_TEXTS,
  JAN,
  SMALL,
  withText,
  workstream,
} from '../../support/comparisons.ts';

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string): Row[] => parse(text, { columns: true, record_delimiter: '\r\n' });

const of = (change: Partial<WorkstreamComparison>): Row[] =>
  rowsOf(changesCsv(comparison({ workstreams: [workstream(change)] })));

/** What a row says in some of its columns. */
const cellsOf = (rows: readonly Row[], ...columns: string[]): string[][] =>
  rows.map((row) => columns.map((column) => row[column] ?? ''));

describe('changesCsv', () => {
  it('has a header and a row for every figure, with decimals', () => {
    const [agency, rate, ...others] = rowsOf(changesCsv(SMALL));
    expect(others).toEqual([]);
    expect(agency).toMatchObject({ id: 'agency', before: '37', after: '39', absolute: '2', unit: 'count' });
    expect(rate).toEqual({
      workstream: 'workforce',
      part: 'workforce',
      kind: 'changed',
      id: 'agency_rate',
      label: 'Agency rate',
      group: '',
      basis: 'headcount',
      period_before: '2021-01',
      period_after: '2021-02',
      before: '0.2',
      after: '0.210810810811',
      absolute: '0.010810810811',
      relative: '0.054054054054',
      unit: 'share',
      text: 'agency ÷ (permanent + agency)',
      file: 'workforce/2021-03-15/workforce.csv',
      line: '4',
    });
  });

  it('has the header alone where nothing differs', () => {
    expect(rowsOf(changesCsv(EQUAL))).toEqual([]);
    expect(changesCsv(EQUAL)).toMatch(/^workstream,part,kind,[a-z_,]+\r\n$/);
  });

  it('has a row for everything that changed', () => {
    const rows = rowsOf(changesCsv(FULL));
    const count = (part: string, kind?: string): number =>
      rows.filter((row) => row['part'] === part && (kind === undefined || row['kind'] === kind)).length;
    expect(count('definitions')).toBe(1);
    expect(count('targets')).toBe(1);
    expect(count('rag')).toBe(3);
    expect(count('workforce', 'restated')).toBe(1);
    expect(count('workforce', 'cell')).toBe(3);
    expect(count('indicators')).toBe(1);
    expect(count('milestones')).toBe(5);
    expect(count('risks')).toBe(3);
    expect(rows.find((row) => row['id'] === 'M3')).toMatchObject({ kind: 'slipped; reworded' });
    expect(rows.find((row) => row['id'] === 'M3.revised')).toMatchObject({
      kind: 'field',
      before: '2021-04',
      after: '2021-09',
    });
    expect(rows.find((row) => row['id'] === 'agency[team=North]')).toMatchObject({
      kind: 'marker',
      after: 'c',
    });
    expect(rows.find((row) => row['id'] === 'leavers')).toMatchObject({ after: '2' });
    expect(rows.filter((row) => row['part'] === '').map((row) => [row['kind'], row['label']])).toEqual([
      ['gone', 'Finance'],
      ['new', 'Performance'],
    ]);
  });

  it('tells a restated figure that one side lacks, or has no number of, from one with two numbers', () => {
    const restated = (['changed', 'new', 'gone', 'marker'] as const).map((kind) => figure({ kind }));
    expect(cellsOf(of({ restated }), 'kind')).toEqual([
      ['restated'],
      ['restated new'],
      ['restated gone'],
      ['restated marker'],
    ]);
  });

  it('has a group with what its cells are of', () => {
    const at = { file: 'a.csv', line: 1, column: 1, length: 1 };
    const cell = (team: string, indicator: boolean) => ({
      ...{ metric: 'm', group: { team }, basis: 'fte' as const, stated: false, indicator, before: null },
      after: { kind: 'number' as const, value: '1', text: '1', at },
    });
    const groups = ['A', 'B', 'C'].map((name) => group({ kind: 'new', name }));
    const cells = [cell('A', true), cell('A', true), cell('B', true), cell('B', false)];
    expect(cellsOf(of({ groups, cells }).slice(cells.length), 'id', 'part')).toEqual([
      ['team=A', 'indicators'],
      ['team=B', 'workforce'],
      ['team=C', 'workforce'],
    ]);
  });

  it('has a bridge and its flows, each with the sign that it has in the sum', () => {
    const step = (id: string, kind: 'level' | 'in' | 'out', size: string) =>
      ({ id, label: id, kind, amount: amount(size, size) }) as const;
    const bridge = {
      group: { team: 'Duty' },
      basis: 'headcount',
      from: JAN,
      to: FEB,
      periods: 1,
      steps: [
        step('permanent', 'level', '144'),
        step('starters', 'in', '0'),
        step('leavers', 'out', '1'),
        step('transfers_out', 'out', '0'),
      ],
      expected: amount('143', '143'),
      closing: amount('146', '146'),
      unexplained: amount('3', '+3'),
      explained: false,
      members: 'team North is new',
    } as const;
    const rows = of({ bridges: [bridge] });
    expect(cellsOf(rows, 'id', 'before', 'after', 'absolute', 'text')).toEqual([
      ['bridge', '143', '146', '3', 'other members: team North is new'],
      ['bridge.permanent', '144', '', '', ''],
      ['bridge.starters', '', '', '0', ''],
      ['bridge.leavers', '', '', '-1', ''],
      ['bridge.transfers_out', '', '', '0', ''],
    ]);
    expect(rows[0]).toMatchObject({ kind: 'bridge', group: 'team=Duty', period_before: '2021-01' });
    const none = { ...bridge, steps: [], because: 'no starters for Feb 2021' };
    const twoMonths = { ...bridge, periods: 2, explained: true };
    expect(cellsOf(of({ bridges: [none, { ...twoMonths, steps: [] }] }), 'text')).toEqual([
      ['no bridge: no starters for Feb 2021; other members: team North is new'],
      ['movements of 2 periods; explained; other members: team North is new'],
    ]);
  });

  it('has the parts of rates, of whose figure they are, and what history says', () => {
    const effect = amount('0.01', '+1.00 pp');
    const one = { before: '20', after: '30', effect };
    const member = {
      ...{ name: 'Duty', before: '20%', after: '21%', weightBefore: '4%', weightAfter: '5%' },
      ...{ mix: effect, within: effect, effect: amount('0.02', '+2.00 pp') },
    };
    const rates = [
      {
        figure: 'agency',
        label: 'Agency rate',
        change: effect,
        numerator: { ...one, label: 'agency' },
        denominator: { ...one, label: 'permanent + agency' },
        measures: [{ ...one, label: 'permanent' }],
        by: { dimension: 'team', members: [member], mix: effect, within: effect },
      },
    ];
    const signals = [
      { figure: 'agency', label: 'Agency', kind: 'usual', text: 'Within', points: 12 } as const,
      { figure: 'other', label: 'Other', kind: 'signal', text: 'Outside', points: 12 } as const,
    ];
    const rows = of({ figures: [figure({ indicator: true })], rates, signals }).slice(1);
    expect(cellsOf(rows, 'kind', 'part', 'id', 'label', 'absolute', 'text')).toEqual([
      ['rate', 'indicators', 'agency', 'Agency rate', '0.01', ''],
      ['rate', 'indicators', 'agency.numerator', 'agency', '0.01', '20 → 30: +1.00 pp'],
      ['rate', 'indicators', 'agency.denominator', 'permanent + agency', '0.01', '20 → 30: +1.00 pp'],
      ['rate', 'indicators', 'agency.measure', 'permanent', '0.01', '20 → 30: +1.00 pp'],
      [
        ...['rate', 'indicators', 'agency.team=Duty', 'Duty', '0.02'],
        'mix +1.00 pp, within +1.00 pp; own rate 20% → 21%; share 4% → 5%',
      ],
      ['usual', 'indicators', 'agency', 'Agency', '', 'Within'],
      ['signal', 'workforce', 'other', 'Other', '', 'Outside'],
    ]);
  });

  it.each(HOSTILE_TEXTS)('keeps a text of the data a text: %j', (text) => {
    const rows = rowsOf(changesCsv(withText(text)));
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell))).toEqual([]);
    expect(cells.map((cell) => cell.replace(/^'/, ''))).toContain(text);
  });
});

describe('csvText', () => {
  it.each([
    ['-5', '-5'],
    ['+0.25', '+0.25'],
    ['-5+1', "'-5+1"],
    ['=1', "'=1"],
    ["'=1", "''=1"],
    ["'Grow our own'", "'Grow our own'"],
    ['@x', "'@x"],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', '"a\nb"'],
  ])('writes %j as %j', (text, written) => {
    expect(csvText([[text]])).toBe(`${written}\r\n`);
  });

  it('is read back as it was, but for one quote before what would be a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), (cells) => {
        const [row = []] = parse(csvText([cells]), { record_delimiter: '\r\n' });
        const back = row.map((cell) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell));
        expect(back).toEqual(cells);
      }),
    );
  });
});
