import { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Font } from '../../../src/render/pdf/fonts.ts';
import { markContent } from '../../../src/render/pdf/mark-content.ts';
import type { Page } from '../../../src/render/pdf/page.ts';
import { surveyContent } from '../../../src/render/pdf/survey.ts';
import { newElement, type Kid, type StructElement } from '../../../src/render/pdf/tree.ts';

const context = PDFContext.create();
/** How wide each glyph is, and from line to line, in points. */
const [GLYPH, LINE] = [5, 20];

/** A font whose codes are those of Unicode. */
const font = (space?: string): Font => ({
  read: (strings) => {
    const text = strings.map((one) => String.fromCharCode(Number.parseInt(one.slice(1, -1), 16))).join('');
    return { text, width: text.length / 2 };
  },
  space: () => space,
});
const FONTS = new Map([
  ['F1', font('<0020>')],
  ['F2', font()],
]);

const glyph = (letter: string): string => `<${letter.charCodeAt(0).toString(16).padStart(4, '0')}> Tj`;

/** Text at a column of a row, as the browser writes it; `F2` has no space. */
function line(text: string, row: number, column = 0, name = 'F1'): string {
  const glyphs = Array.from(text, glyph).join(`\n${GLYPH} 0 Td `);
  return `\nBT\n/${name} 10 Tf\n1 0 0 1 ${40 + GLYPH * column} ${800 - LINE * row} Tm\n${glyphs}\nET`;
}

const lines = (...texts: readonly string[]): string => texts.map((text, row) => line(text, row)).join('');

function pageOf(contents: readonly string[]): Page {
  const content = contents.map((text, mcid) => `\n/P <</MCID ${mcid}>>BDC${text}\nEMC`).join('');
  return reread(content);
}

function reread(content: string): Page {
  const survey = surveyContent(content, { fonts: FONTS, wanted: () => true });
  const dict = context.obj({ MediaBox: [0, 0, 595, 842] });
  const marks = new Map(survey.marks.map((mark) => [mark.mcid, mark]));
  return { ref: PDFRef.of(1), dict, content, survey, marks };
}

const kid = (mcid: number, page = 0): Kid => ({ kind: 'mark', page, mcid });
const element = (type: string, kids: Kid[]): StructElement => newElement(context, type, kids);

/** Returns the text of an element, glyph after glyph as its finished pages show them. */
function read(top: StructElement, pages: readonly Page[]): string {
  const finished = markContent([top], pages, new Set()).map(reread);
  expect(finished.flatMap(({ survey }) => survey.faults)).toEqual([]);
  const textIn = ({ kids }: StructElement): string =>
    kids
      .map((one) => {
        if (one.kind === 'element') return textIn(one);
        if (one.kind === 'object') return '';
        return (finished[one.page]?.marks.get(one.mcid)?.runs ?? []).map(({ text }) => text).join('');
      })
      .join('');
  return textIn(top);
}

const readOne = (content: string, type = 'P'): string => read(element(type, [kid(0)]), [pageOf([content])]);

describe('spaces at the ends of lines', () => {
  it.each([
    ['a line that is broken', lines('performs', 'to plan'), 'performs to plan'],
    ['a space at its end', lines('performs ', 'to plan'), 'performs to plan'],
    ['a space at the next one’s beginning', lines('performs', ' to plan'), 'performs to plan'],
    ['a hyphen', lines('a long-', 'term'), 'a long-term'],
    ['a hyphen that hangs', lines('mid-', 'to long-term'), 'mid- to long-term'],
    ['a word that is spelt with “to”', lines('up-', 'to-date'), 'up-to-date'],
    ['a soft hyphen', lines('extra\u00ad', 'ordinary'), 'extra\u00adordinary'],
    ['a dash within years', lines('2013–', '2014'), '2013–2014'],
    ['a dash between words', lines('as planned –', 'and on time'), 'as planned – and on time'],
    ['a dash alone', lines('–', 'none'), '– none'],
    ['years alone', lines('2012/13', 'plan'), '2012/13 plan'],
    ['a slash', lines('and/', 'or'), 'and/or'],
    ['an address', lines('https://', 'example.org/', 'minutes'), 'https://example.org/minutes'],
    [
      'an address that begins its line',
      lines('www.averyveryvery', 'longname.example.', 'org for', 'more'),
      'www.averyveryverylongname.example.org for more',
    ],
    ['a file’s path', lines('team_by_team_in_', 'full.csv'), 'team_by_team_in_full.csv'],
    ['an address among words', lines('ask a@example.org', 'for it'), 'ask a@example.org for it'],
    [
      'an address, with room',
      lines('a@example.org', 'or by a long letter'),
      'a@example.org or by a long letter',
    ],
    ['an address, and a name', lines('a@example.org', 'Head of'), 'a@example.org Head of'],
    ['scripts without spaces', lines('漢字', 'かな'), '漢字かな'],
    ['one line in two fonts', line('ab', 0) + line('cd', 0, 2), 'abcd'],
    ['one line with room in it', line('ab', 0) + line('cd', 0, 3), 'ab cd'],
    ['columns, the right one first', line('right', 0, 9) + line('left', 0), 'right left'],
    ['a font that has no space', line('ab', 0, 0, 'F2') + line('cd', 1), 'abcd'],
    ['a font after one without a space', line('ab', 0) + line('cd', 1, 0, 'F2'), 'ab cd'],
    [
      'a text from right to left',
      `${line('ab', 0).replace('Tm', 'Tm\n/ReversedChars BMC').replace('\nET', '\nEMC\nET')}${line('cd', 1)}`,
      'abcd',
    ],
  ])('%s', (_name, content, text) => {
    expect(readOne(content)).toBe(text);
  });

  it('leave out figures, with all that is in them', () => {
    expect(readOne(lines('Jan', 'Feb'), 'Figure')).toBe('JanFeb');
    const figure = element('Figure', [element('P', [kid(0)])]);
    expect(read(element('P', [figure]), [pageOf([lines('Jan', 'Feb')])])).toBe('JanFeb');
  });

  it('go through what stands within a line, and from page to page', () => {
    const top = element('P', [kid(0), element('Link', [element('Strong', [kid(1)])]), kid(0, 1)]);
    const pages = [pageOf([line('one', 0), line('two', 1)]), pageOf([line('three', 1)])];
    expect(read(top, pages)).toBe('one two three');
  });

  it('do not part a text from what a style sheet puts behind it', () => {
    const content = '\n/P <</MCID 0>>BDC' + line('Owner', 0) + '\nEMC' + line(': ', 0, 5);
    const page = reread(`${content}\n/P <</MCID 1>>BDC${line('team', 0, 7)}\nEMC`);
    expect(read(element('P', [kid(0), element('Strong', [kid(1)])]), [page])).toBe('Owner: team');
  });

  it('are as many as words are parted, wherever lines and elements end', () => {
    const word = fc.string({ unit: fc.constantFrom('b', 'c', 'd', 'é', '1'), minLength: 1, maxLength: 6 });
    const joined = fc
      .tuple(word, fc.constantFrom('-', '/', '–', '—', '-'), word)
      .map(([first, sign, second]) => first + sign + second);
    const token = fc.oneof({ weight: 4, arbitrary: word }, joined, fc.constantFrom('–', '(b)', 'c,', 'd. D'));
    fc.assert(
      fc.property(
        fc.array(token, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 8, max: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (tokens, width, steps) => {
          const text = tokens.join(' ');
          const marks = marksOf(broken(text, width), steps);
          const kids = marks.map((_, mcid) => (mcid % 2 === 0 ? kid(mcid) : element('Span', [kid(mcid)])));
          expect(read(element('P', kids), [pageOf(marks)])).toBe(text);
        },
      ),
    );
  });
});

/** Returns a text in lines, as a browser breaks them: after a space, which it leaves out, and after signs within words. */
function broken(text: string, width: number): string[] {
  const rows: string[] = [''];
  for (const part of text.split(/(?<= )|(?<=[\p{L}\p{N}][-/–—])/u)) {
    const row = rows.at(-1) ?? '';
    if (row !== '' && (row + part).trimEnd().length > width) rows.push(part);
    else rows[rows.length - 1] = row + part;
  }
  return rows.map((row) => row.trimEnd());
}

/** Returns the contents of marks in which lines stand, each of as many glyphs as the steps say in turn. */
function marksOf(rows: readonly string[], steps: readonly number[]): string[] {
  const places = rows.flatMap((text, row) => Array.from(text, (letter, column) => ({ letter, row, column })));
  const marks: string[] = [];
  for (let at = 0; at < places.length;) {
    const part = places.slice(at, at + (steps[marks.length % steps.length] ?? 1));
    at += part.length;
    const inRows = rows.map((_, row) => part.filter((one) => one.row === row));
    marks.push(
      inRows
        .flatMap((all, row) =>
          all[0] === undefined ? [] : line(all.map(({ letter }) => letter).join(''), row, all[0].column),
        )
        .join(''),
    );
  }
  return marks;
}
