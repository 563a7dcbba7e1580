import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/render/changes/csv-text.ts';
import { changesCsv } from '../../../src/render/changes/csv.ts';
import { EQUAL, FULL, HOSTILE_TEXTS, SMALL, withText } from '../../support/comparisons.ts';

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string): Row[] => parse(text, { columns: true, record_delimiter: '\r\n' });

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
