import { describe, expect, it } from 'vitest';
import { countFindings, findingLines } from '../../src/cli/print-findings.ts';
import { finding, type Finding } from '../../src/model/finding.ts';

const LINE = '2024-03,North,44,39.0,27.0,55%,12.0';

function lines(one: Finding, text: string | undefined, width = 80): string[] {
  const printing = { lineOf: () => text, prefix: 'data/' };
  return findingLines(one, printing, width).map((line) =>
    typeof line === 'string' ? line : line.map((span) => span.text).join(''),
  );
}

describe('findingLines', () => {
  const at = {
    file: 'workforce/2024-06-11/workforce.csv',
    line: 3,
    column: LINE.indexOf('55%') + 1,
    length: 3,
  };

  it('names place, line, reason and advice', () => {
    const one = finding('W104', 'stated agency rate does not follow from its parts', {
      at,
      why: 'stated 55% · agency ÷ establishment = 61.4%\nagency ÷ in post = 69.2%',
      related: [{ ...at, line: 1 }],
    });
    expect(lines(one, LINE)).toEqual([
      'warning W104 stated agency rate does not follow from its parts',
      '  data/workforce/2024-06-11/workforce.csv:3:28',
      '    3 │ 2024-03,North,44,39.0,27.0,55%,12.0',
      '      │                            ~~~',
      '  stated 55% · agency ÷ establishment = 61.4%',
      '  agency ÷ in post = 69.2%',
      '  see data/workforce/2024-06-11/workforce.csv:1:28',
      '  help: correct the figure, or name the definition it uses under `definitions` in cip-report.yaml',
    ]);
  });

  it('says in few lines what is accepted, by whom and why, with the names that an acceptance takes', () => {
    const accepted = { reason: 'Counted a week late.', by: 'Head of Workforce' };
    const one = { ...finding('W110', 'six unexplained', { at, about: 'permanent@2021-01' }), accepted };
    expect(lines(one, LINE)).toEqual([
      'accepted W110 six unexplained',
      '  data/workforce/2024-06-11/workforce.csv:3:28',
      '  of: permanent@2021-01',
      '  accepted by Head of Workforce: Counted a week late.',
    ]);
    expect(countFindings([one, finding('W104', 'm')])).toBe('1 warning and 1 accepted');
  });

  it('lists ten further places, and counts the rest', () => {
    const related = Array.from({ length: 13 }, (_, index) => ({ ...at, line: index + 4 }));
    const told = lines(finding('E068', 'figures are given twice', { at, related }), LINE);
    expect(told.filter((line) => line.startsWith('  see '))).toHaveLength(10);
    expect(told).toContain('  and 3 more');
  });

  it('cuts a long line to a window around the value and keeps the mark under it', () => {
    const long = `${'x'.repeat(300)}WRONG${'y'.repeat(300)}`;
    const [, , excerpt = '', mark = ''] = lines(
      finding('W104', 'm', { at: { ...at, column: 301, length: 5 } }),
      long,
      60,
    );
    expect(excerpt.length).toBeLessThanOrEqual(60);
    expect(excerpt.slice(mark.indexOf('~'), mark.lastIndexOf('~') + 1)).toBe('WRONG');
    expect(excerpt).toContain('…');
  });

  it('keeps the mark in place behind characters outside the basic plane', () => {
    const text = '😀😀,bad';
    const [, , excerpt = '', mark = ''] = lines(
      finding('W104', 'm', { at: { ...at, column: 6, length: 3 } }),
      text,
    );
    const shown = Array.from(excerpt);
    const marks = Array.from(mark);
    expect(shown.slice(marks.indexOf('~'), marks.lastIndexOf('~') + 1).join('')).toBe('bad');
  });

  it('leaves the line out where the file is not at hand', () => {
    expect(lines(finding('E901', 'no browser'), undefined)).toHaveLength(2);
  });
});

describe('countFindings', () => {
  it.each([
    [[], 'nothing found'],
    [['W104'], '1 warning'],
    [['E001', 'W104', 'W104'], '1 error and 2 warnings'],
  ] as const)('%j', (codes, expected) => {
    expect(countFindings(codes.map((code) => finding(code, code)))).toBe(expected);
  });
});
