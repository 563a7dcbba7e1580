import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToLines, cutToSentence, lineCount } from '../../../src/compare/paper/lines.ts';

/** Every letter is half as wide as high. */
const measure = (text: string): number => Array.from(text).length / 2;
/** Ten letters a line. */
const TEN = { size: 10, width: 50 };

describe('lines of a text', () => {
  it.each([
    ['', 1],
    ['one', 1],
    ['ten lettrs', 1],
    ['ten lettrs ', 1],
    ['one two three', 2],
    ['abcdefghijk', 2],
    ['abcdefghijklmnopqrstu', 3],
    ['a abcdefghijk', 3],
    ['  one \n\t two  ', 1],
  ])('%j takes %i', (text, lines) => {
    expect(lineCount(text, TEN, measure)).toBe(lines);
  });

  it('are never more than were allowed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (text, most) => {
          const cut = cutToLines(text, most, TEN, measure);
          expect(lineCount(cut, TEN, measure)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('keep a text that fits, on one line of text', () => {
    expect(cutToLines('  one \n two ', 1, TEN, measure)).toBe('one two');
    expect(cutToLines('one two three', 2, TEN, measure)).toBe('one two three');
  });

  it.each([
    ['one two three', 1, 'one two…'],
    ['abcdefghijkl', 1, 'abcdefghi…'],
    ['one, two three four', 1, 'one, two…'],
    ['one two three four five', 2, 'one two three…'],
  ])('cut %j on %i to %j', (text, most, cut) => {
    expect(cutToLines(text, most, TEN, measure)).toBe(cut);
  });

  it.each([
    ['One two. Three four five six.', 2, 'One two. …'],
    ['One two three four five six.', 2, 'One two three…'],
    ['One. Two.', 1, 'One. Two.'],
  ])('cut %j on %i at a sentence where there is one: %j', (text, most, cut) => {
    expect(cutToSentence(text, most, TEN, measure)).toBe(cut);
  });

  it('cut a text of a million letters at once', () => {
    const cut = cutToLines('x'.repeat(1_000_000), 2, TEN, measure);
    expect(cut).toBe(`${'x'.repeat(19)}…`);
  });
});
