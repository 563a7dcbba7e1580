import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cspHash, cssString, packageRoot } from '../../../src/render/assets.ts';

describe('the package folder', () => {
  it('is found from a bundle, past a folder with another package.json', () => {
    const root = mkdtempSync(join(tmpdir(), 'cip-root-'));
    try {
      mkdirSync(join(root, 'dist', 'inner'), { recursive: true });
      writeFileSync(join(root, 'package.json'), '{"name":"cip-report"}');
      writeFileSync(join(root, 'dist', 'package.json'), '{"type":"module"}');
      expect(packageRoot(join(root, 'dist', 'inner', 'chunk.js'))).toBe(root);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('is an error where there is none', () => {
    expect(() => packageRoot('/chunk.js')).toThrow('no package.json of cip-report above /chunk.js');
  });
});

/** Reads a CSS string literal as a browser does (CSS Syntax 3, 4.3.5 and 4.3.7). */
function readCssString(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6}) ?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

describe('a CSS string', () => {
  it('means the text again, and nothing in it ends the string or the style sheet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const literal = cssString(text);
        expect(literal.slice(1, -1)).not.toMatch(/["<>{}@\n\r\f]/);
        expect(readCssString(literal)).toBe(text.replaceAll('\0', '\ufffd'));
      }),
    );
  });

  it('escapes the end of a style element', () => {
    expect(cssString('</style>')).toBe('"\\3c \\2f style\\3e "');
  });
});

it('hashes a style sheet as a Content-Security-Policy wants it', () => {
  expect(cspHash('')).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
});
