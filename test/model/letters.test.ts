import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLetters } from '../../src/model/letters.ts';

const words = byLetters((letters) => `[${letters}]+|(?<![${letters}_])pp(?![${letters}_])`, 'g');
const inAnyAlphabet = /[\p{L}\p{N}]+|(?<![\p{L}\p{N}_])pp(?![\p{L}\p{N}_])/gu;

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([word]) => word);

describe('a pattern by letters', () => {
  it('tells letters and digits from all else as every alphabet does, character by character', () => {
    const astray: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `a${String.fromCharCode(code)}b`;
      if (found(text, words(text)).join() !== found(text, inAnyAlphabet).join()) astray.push(text);
    }
    expect(astray).toEqual([]);
  });

  it('finds in any text what the pattern of all alphabets finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(found(text, words(text))).toEqual(found(text, inAnyAlphabet));
      }),
    );
  });

  it('needs the class of all alphabets only where a text has letters beyond ASCII', () => {
    expect(words('39.5 FTE – “30%” of £1,000…').unicode).toBe(false);
    expect(words('Siân').unicode).toBe(true);
    expect(words('½').unicode).toBe(true);
  });

  it('makes each pattern once', () => {
    expect(words('one')).toBe(words('two'));
  });
});
