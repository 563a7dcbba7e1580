import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Returns the folder of this package, from the source tree and from the bundle alike: the nearest folder above whose
 * package.json is named cip-report.
 */
export function packageRoot(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && nameIn(file) === 'cip-report') return folder;
    if (dirname(folder) === folder) throw new Error(`no package.json of cip-report above ${from}`);
  }
}

function nameIn(file: string): unknown {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content ? content.name : undefined;
}

interface Face {
  readonly weight: 400 | 600 | 700;
  readonly style: 'normal' | 'italic';
}

const FACES: readonly Face[] = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 600, style: 'normal' },
  { weight: 700, style: 'normal' },
];

const SUBSETS = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215',
  'latin-ext': 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0',
} as const;

const FONT_FILES = '@fontsource/source-sans-3/files/source-sans-3';

/** Letters that only the second subset of the font has: Polish, Romanian, Turkish, Welsh ŵ and ŷ among them. */
const LATIN_EXTENDED = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]/;

/** Returns the `@font-face` rules that the text needs, each font embedded: no page ever fetches one. */
export function fontFaces(text: string, root: string = packageRoot()): string {
  // One file is looked up, as packages are, and the others stand beside it.
  const { resolve } = createRequire(join(root, 'package.json'));
  const fonts = dirname(resolve(`${FONT_FILES}-latin-400-normal.woff2`));
  const subsets = LATIN_EXTENDED.test(text) ? (['latin', 'latin-ext'] as const) : (['latin'] as const);
  return subsets
    .flatMap((subset) =>
      FACES.map(({ weight, style }) => {
        const file = join(fonts, `source-sans-3-${subset}-${weight}-${style}.woff2`);
        const data = readFileSync(file, 'base64');
        return `@font-face{font-family:"Source Sans 3";font-style:${style};font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${SUBSETS[subset]}}`;
      }),
    )
    .join('\n');
}

/** Returns a CSS string literal that means exactly the text: nothing in it can end the string or the style sheet. */
export function cssString(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9 ,.:;()\-–’&/]/gu, (char) =>
    char === '/' || char === '&' ? char : `\\${(char.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${escaped.replace(/\//g, '\\2f ')}"`;
}

/** Returns the source expression by which a Content-Security-Policy allows exactly this text. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
