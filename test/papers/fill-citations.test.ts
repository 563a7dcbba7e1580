import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCitations, printedWords } from '../../src/papers/fill-citations.ts';
import { context, meeting } from '../support/board.ts';
import { month, table } from '../support/dataset.ts';

const seen = context([
  meeting('2021-04-19', { observations: table([month('2021-01'), month('2021-02')], [['agency', 36, 'c']]) }),
]);

describe('fillCitations', () => {
  it.each([
    ['', ''],
    ['nothing is cited', 'nothing is cited'],
    ['{{agency@2021-01}} then, {{ agency }} now', '36 then, c now'],
    ['{{agncy}} {{}} {{agency@2020-01}} {{agency', '{{agncy}} {{}} {{agency@2020-01}} {{agency'],
    ['\\{{agency}}', '{{agency}}'],
  ])('makes %j read %j', (written, text) => {
    expect(fillCitations(seen, written)).toBe(text);
  });

  it('leaves a text without braces as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('{{')),
        (text) => {
          expect(fillCitations(seen, text)).toBe(text);
        },
      ),
    );
  });

  it('gives what a citation stands between', () => {
    const stood: string[] = [];
    fillCitations(seen, 'a {{agency@2021-01}} b {{agncy}} `{{agency}}` c', ({ before, inCode, after }) => {
      stood.push(`${before}|${String(inCode)}|${after}`);
      return 'x';
    });
    expect(stood).toEqual(['a |false| b ', 'a x b {{agncy}} `|true|` c']);
  });
});

describe('printedWords', () => {
  it.each([
    ['**{{agency@2021-01}}**\n_agency_ workers', '36 agency workers'],
    ['[A plan](https://example.org) of `{{agency@2021-01}}`', 'A plan of 36'],
    ['{{no_such_thing}}', '{{no_such_thing}}'],
  ])('makes %j read %j', (markdown, words) => {
    expect(printedWords(seen, markdown)).toBe(words);
  });
});
