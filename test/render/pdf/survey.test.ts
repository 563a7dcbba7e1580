import { describe, expect, it } from 'vitest';
import { textOfRuns } from '../../../src/render/pdf/run-text.ts';
import type { TextRun } from '../../../src/render/pdf/painted.ts';
import { FORM_IN_ARTIFACT, surveyContent } from '../../../src/render/pdf/survey.ts';

const loose = (content: string): string[] =>
  surveyContent(content).loose.map(({ from, to }) => content.slice(from, to).trim());

describe('survey of a content stream', () => {
  it('counts what a mark paints, and takes a clip for no painting', () => {
    const { marks, faults } = surveyContent(
      'q 0 0 9 9 re W n /P <</MCID 4>>BDC BT (a) Tj (b) Tj ET 1 1 2 2 re f EMC Q',
    );
    expect(faults).toEqual([]);
    expect(marks).toMatchObject([{ mcid: 4, glyphs: 2, paths: 1, images: 0, seen: true, box: [0, 0, 3, 3] }]);
  });

  it('sees what is cut off', () => {
    const { marks } = surveyContent('0 0 9 9 re W n /P <</MCID 0>>BDC BT 1 0 0 1 5 20 Tm (a) Tj ET EMC');
    expect(marks).toMatchObject([{ glyphs: 1, seen: false, box: undefined }]);
  });

  it('finds what is painted outside any mark, from where its path begins', () => {
    expect(loose('1 w 0 0 1 1 re 2 2 m 3 3 l f q /P <</MCID 0>>BDC 5 5 1 1 re f EMC 7 7 1 1 re S Q')).toEqual(
      ['0 0 1 1 re 2 2 m 3 3 l f', '7 7 1 1 re S'],
    );
  });

  it('takes texts that follow each other for one, and a head and a foot for two', () => {
    const text = (y: number): string => `BT 1 0 0 1 5 ${y} Tm (a) Tj ET`;
    expect(loose(`${text(20)} 0 g ${text(24)} ${text(800)}`)).toEqual([
      `${text(20)} 0 g ${text(24)}`,
      text(800),
    ]);
  });

  it('takes a form for text, which belongs to the mark around it, and any other for a picture', () => {
    const content = '/P <</MCID 0>>BDC /A Do /B Do EMC /B Do /A Do /Artifact BMC /A Do /B Do EMC';
    const { marks, loose: left, faults } = surveyContent(content, { isForm: (name) => name === 'A' });
    expect(marks).toMatchObject([{ glyphs: 1, images: 1, seen: true }]);
    expect(left).toMatchObject([{ isText: false }, { isText: true, isForm: true }]);
    expect(faults).toEqual([FORM_IN_ARTIFACT]);
  });

  it('finds each picture by itself, as far as it is not cut off', () => {
    const content =
      'q 0 0 50 9 re W n q 90 0 0 20 0 0 cm /A Do Q Q q 4 0 0 4 0 0 cm /A Do /B Do BI /W 1 ID x EI Q /P <</MCID 0>>BDC /A Do EMC';
    const { loose: left, marks } = surveyContent(content, { isPicture: (name) => name === 'A' });
    expect(left.map(({ isPicture, box }) => [isPicture, box])).toEqual([
      [true, [0, 0, 50, 9]],
      [true, [0, 0, 4, 4]],
      [undefined, [0, 0, 4, 4]],
      [true, [0, 0, 4, 4]],
    ]);
    expect(marks).toMatchObject([{ images: 1 }]);
  });

  it('keeps the strings that are shown by font, where it is asked to', () => {
    const content = 'BT /F1 9 Tf (a) Tj <01> Tj (a) Tj /F2 9 Tf [(b) 3 <02>] TJ 1 2 (c) " /F1 9 Tf (d) Tj ET';
    const { shown } = surveyContent(content, { keepsShown: true, isPlaced: false });
    expect([...shown].map(([font, strings]) => [font, ...strings])).toEqual([
      ['F1', '(a)', '<01>', '(d)'],
      ['F2', '(b)', '<02>', '(c)'],
    ]);
    expect(surveyContent(content).shown.size).toBe(0);
  });

  it('says of text where its coordinates begin', () => {
    const text = 'BT 1 0 0 1 5 20 Tm (a) Tj ET';
    const { loose: texts } = surveyContent(`1 0 0 -1 0 842 cm ${text} q 1 0 0 1 45 54 cm ${text} Q`);
    expect(texts.map(({ origin }) => origin)).toEqual([
      [0, 842],
      [45, 788],
    ]);
  });

  it('leaves out artifacts', () => {
    expect(loose('/Artifact <</Type /Layout>>BDC 0 0 1 1 re f EMC /Artifact BMC BT (a) Tj ET EMC')).toEqual(
      [],
    );
  });

  it.each([
    ['/P <</MCID 0>>BDC', 'marked content does not end'],
    ['EMC', 'marked content ends that did not begin'],
    ['BT /P <</MCID 0>>BDC ET EMC', 'marked content and a text object overlap'],
    ['/P <</MCID 0>>BDC /Artifact BMC EMC EMC', 'an artifact within tagged content'],
    ['/Artifact BMC /P <</MCID 0>>BDC EMC EMC', 'tagged content within an artifact'],
    ['/P <</MCID 0>>BDC /P <</MCID 1>>BDC EMC EMC', 'tagged content within tagged content'],
    ['0 0 1 1 re /P <</MCID 0>>BDC f EMC', 'marked content begins within a path'],
    ['BT', 'a text object does not end'],
    ['Q', 'a state is restored that was not saved'],
    ['q', 'a saved state is not restored'],
    ['(a) Tj', 'text is shown outside a text object'],
  ])('%s: %s', (content, fault) => {
    expect(surveyContent(content).faults).toContain(fault);
  });
});

describe('text of runs', () => {
  const run = (text: string, x: number, y = 0): TextRun => ({
    text,
    x,
    y,
    end: x + 5 * text.length,
    size: 10,
  });

  it.each([
    ['letters that touch', [run('a', 0), run('b', 5)], 'ab'],
    ['letters with room between them', [run('a', 0), run('b', 8)], 'a b'],
    ['a line that is broken', [run('word', 0, 20), run('next', 0)], 'word next'],
    ['a word that is broken at its hyphen', [run('long-', 0, 20), run('term', 0)], 'long-term'],
    ['a space at the end of a line', [run('a', 0, 20), run(' ', 5, 20), run('b', 0)], 'a b'],
    ['nothing', [], ''],
  ])('of %s', (_name, runs, text) => {
    expect(textOfRuns(runs)).toBe(text);
  });
});
