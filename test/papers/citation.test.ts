import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { splitCitations } from '../../src/papers/citation.ts';

function subjects(text: string) {
  return splitCitations(text).flatMap((piece) => (piece.kind === 'citation' ? [piece.subject] : []));
}

describe('splitCitations', () => {
  it('reads figures with period and group in either spelling', () => {
    expect(subjects('{{agency_rate}}')).toEqual([{ kind: 'figure', id: 'agency_rate', group: {} }]);
    const january = { kind: 'figure', id: 'agency_rate', period: '2021-01', group: {} };
    expect(subjects('{{agency_rate@2021-01}} {{ agency_rate from 2021-01 }}')).toEqual([january, january]);
    expect(subjects('{{agency_rate@Jan 2021[team=Assessment, role=Social Worker]}}')).toEqual([
      {
        kind: 'figure',
        id: 'agency_rate',
        period: 'Jan 2021',
        group: { team: 'Assessment', role: 'Social Worker' },
      },
    ]);
    expect(subjects('{{agency[team=Assessment]}}')).toEqual([
      { kind: 'figure', id: 'agency', group: { team: 'Assessment' } },
    ]);
  });

  it('reads a citation that the file broke over two lines', () => {
    expect(subjects('{{agency from\n  2021-01}}')).toEqual([
      { kind: 'figure', id: 'agency', period: '2021-01', group: {} },
    ]);
  });

  it('reads names beside figures', () => {
    expect(subjects('{{period}} {{milestones.overdue}}')).toEqual([
      { kind: 'name', name: 'period' },
      { kind: 'name', name: 'milestones.overdue' },
    ]);
  });

  it('leaves escaped braces as braces', () => {
    expect(splitCitations('Write \\{{agency}} so')).toEqual([
      { kind: 'words', text: 'Write ' },
      { kind: 'words', text: '{{' },
      { kind: 'words', text: 'agency}} so' },
    ]);
  });

  it.each([
    ['{{', 'closing braces'],
    ['{{}}', 'names nothing'],
    ['{{Agency}}', 'small letters', 'agency'],
    ['{{Agency rate @ 2021-01}}', 'small letters', 'agency_rate'],
    ['{{agency_rate from}}', 'not written as a citation'],
    ['{{agency[Assessment]}}', 'group'],
    ['{{../secret}}', 'not written as a citation'],
  ])('cannot read %s', (text, because, name?: string) => {
    expect(subjects(text)).toEqual([
      {
        kind: 'unreadable',
        because: expect.stringContaining(because) as string,
        ...(name !== undefined && { name }),
      },
    ]);
  });

  it('knows what stands in code', () => {
    const inCode = (text: string) =>
      splitCitations(text).flatMap((piece) => (piece.kind === 'citation' ? [piece.inCode] : []));
    expect(inCode('{{a}} `{{b}}` {{c}} ``{{d}} ` {{e}}`` {{f}}')).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(inCode('\\`{{a}} and `{{b}}`')).toEqual([false, true]);
    expect(inCode('a lone ` and {{a}}')).toEqual([false]);
  });

  it('loses no word, and gives each citation its place', () => {
    const part = fc.constantFrom('{{', '}}', '\\', '`', 'agency', '@', ' ', '\n', '{', '[', ']');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const pieces = splitCitations(text);
        const written = pieces.map((piece) => (piece.kind === 'words' ? piece.text : piece.written)).join('');
        expect(written).toBe(text.replaceAll('\\{{', '{{'));
        for (const piece of pieces)
          if (piece.kind === 'citation')
            expect(text.slice(piece.offset).startsWith(piece.written)).toBe(true);
      }),
    );
  });
});
