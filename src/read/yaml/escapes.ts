import { finding, type Finding } from '../../model/finding.ts';
import { controlCharacterName, isControlCharacter } from '../control-characters.ts';
import type { SourceText } from '../source-text.ts';

const ESCAPE = /\\(?:x(?<two>[\da-f]{2})|u(?<four>[\da-f]{4})|U(?<eight>[\da-f]{8})|(?<short>[\s\S]))/gi;

/** The escapes of one character that stand for a control character. */
const SHORT: Readonly<Record<string, number>> = {
  '0': 0x00,
  a: 0x07,
  b: 0x08,
  e: 0x1b,
  f: 0x0c,
  v: 0x0b,
  r: 0x0d,
  N: 0x85,
  L: 0x2028,
  P: 0x2029,
};

/**
 * Returns a finding on the first control character that a text in double quotation marks writes as an escape (`\u202e`),
 * so that it is not in the file itself; undefined where there is none. `start` and `end` are the text's offsets.
 */
export function escapedControlCharacter(source: SourceText, start: number, end: number): Finding | undefined {
  for (const { 0: written, index, groups } of source.text.slice(start, end).matchAll(ESCAPE)) {
    const hex = groups?.['two'] ?? groups?.['four'] ?? groups?.['eight'];
    const code = hex === undefined ? SHORT[groups?.['short'] ?? ''] : Number.parseInt(hex, 16);
    if (code === undefined || code > 0x10ffff || !isControlCharacter(String.fromCodePoint(code))) continue;
    return finding('E008', `${written} stands for a control character, ${controlCharacterName(code)}`, {
      at: source.place(start + index, start + index + written.length),
      help: 'delete the escape, or write the backslash twice where it is meant as text',
    });
  }
  return undefined;
}
