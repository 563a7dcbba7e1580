import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/csv/read-csv.ts';
import { scanRecords } from '../../src/read/csv/scan.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { SourceText } from '../../src/read/source-text.ts';

const table = (text: string) => readCsv(new SourceText('t.csv', text), DEFAULT_LIMITS);
const quotedCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('readCsv', () => {
  it('gives the place of a cell, also after a quoted line break', () => {
    const { table: read, findings } = table('A,B,C\n1,"x\ny",3\n4,"a ""b""",6\n');
    expect(findings).toEqual([]);
    expect(read?.rows[0]?.cells.map(({ text, at }) => [text, at.line, at.column, at.length])).toEqual([
      ['1', 2, 1, 1],
      ['x\ny', 2, 4, 1],
      ['3', 3, 4, 1],
    ]);
    expect(read?.rows[1]?.cells.map(({ text, at }) => [text, at.line, at.column, at.length])).toEqual([
      ['4', 4, 1, 1],
      ['a "b"', 4, 4, 7],
      ['6', 4, 13, 1],
    ]);
  });

  it('reads the rows around a faulty one', () => {
    const { table: read, findings } = table('A,B\n1,2\n3,"4\n5,6\n7,"8"9\n10,11\n');
    expect(findings.map((one) => [one.code, one.at?.line, one.at?.column])).toEqual([
      ['E025', 3, 3],
      ['E026', 5, 5],
    ]);
    expect(read?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['1', '2'],
      ['5', '6'],
      ['10', '11'],
    ]);
  });

  it('shows at each place the text of the cell', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...Array.from('ab1,"\n .é')), minLength: 1, maxLength: 6 })
      .filter((text) => text.trim() === text);
    const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(grid, fc.boolean(), (rows, quoteAll) => {
        const write = (text: string) => (quoteAll || /[",\n]/.test(text) ? quotedCell(text) : text);
        const text = ['First,Second', ...rows.map((row) => row.map(write).join(','))].join('\n');
        const source = new SourceText('t.csv', text);
        const { table: read, findings } = readCsv(source, DEFAULT_LIMITS);
        expect(findings).toEqual([]);
        expect(read?.rows.map((row) => row.cells.map((one) => one.text))).toEqual(rows);
        for (const { text: value, at } of read?.rows.flatMap((row) => row.cells) ?? []) {
          const shown = source.line(at.line)?.slice(at.column - 1, at.column - 1 + at.length);
          const firstLine = value.replaceAll('"', '""').split('\n')[0] ?? '';
          const unescaped = /[",\n]/.test(value) || quoteAll ? firstLine : value;
          // A cell that starts with a line break has nothing on its first line to show.
          if (unescaped !== '') expect(shown).toBe(unescaped);
        }
      }),
    );
  });

  it('agrees with the parser on where every field stands, for any text without stray quotation marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab,\n "')), maxLength: 40 }), (text) => {
        const records = scanRecords(text);
        for (const record of records) {
          expect(record.start).toBeLessThanOrEqual(record.end);
          for (const [index, field] of record.fields.entries()) {
            if (index > 0) expect(text[field.start - 1]).toBe(',');
            expect(field.end).toBeGreaterThanOrEqual(field.start);
          }
        }
        // readCsv itself compares the number of records; here it must not throw.
        table(`H1,H2\n${text}`);
      }),
    );
  });

  it('does not count commas that a spreadsheet leaves behind', () => {
    const { table: read, findings } = table('A,B,,\n1,2,,\n,,,\n3,4\n');
    expect(findings).toEqual([]);
    expect(read?.headings.map((one) => one.text)).toEqual(['A', 'B']);
    expect(read?.rows).toHaveLength(2);
  });
});
