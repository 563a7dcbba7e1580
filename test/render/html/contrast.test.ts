import { describe, expect, it } from 'vitest';
import { PAGE_NAMES, readTemplate, styleText } from '../../../src/render/template-source.ts';
import { packageRoot } from '../../../src/render/assets.ts';

/** Colours that text is set in, with the surfaces it is set on; the rest is the page. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: ['page', 'faint', 'cell-green', 'cell-amber', 'cell-red', 'cell-blue', 'cell-grey'],
  quiet: ['page', 'faint'],
  accent: ['page', 'faint'],
  good: ['page', 'faint'],
  attention: ['page', 'faint'],
  bad: ['page', 'faint'],
};

/** Colours of signs, lines and edges that carry a meaning, with the surface they stand on. */
const GRAPHICS: Readonly<Record<string, readonly string[]>> = {
  accent: ['page'],
  good: ['page'],
  attention: ['page'],
  bad: ['page', 'cell-red'],
  complete: ['page'],
  quiet: ['page'],
};

const AA_TEXT = 4.5;
const AA_GRAPHICS = 3;

/** Where colours are defined: by day, and for readers whose screen is dark. */
const ROOT = /:root \{[^}]*\}/g;

/** Returns the colours that are defined, of the first place by day, of the second by night. */
function customProperties(css: string, place: 0 | 1): Map<string, string> {
  const root = css.match(ROOT)?.[place] ?? '';
  return new Map(
    [...root.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!] as const),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

function tooFaint(css: string, place: 0 | 1 = 0): string[] {
  const colours = customProperties(css, place);
  const below = (pairs: typeof TEXT, least: number): string[] =>
    Object.entries(pairs).flatMap(([front, surfaces]) =>
      surfaces.flatMap((surface) => {
        const [a, b] = [colours.get(front), colours.get(surface)];
        if (a === undefined || b === undefined) return [`${front} on ${surface} is not defined`];
        return contrast(a, b) < least ? [`${front} on ${surface}: ${contrast(a, b).toFixed(2)}`] : [];
      }),
    );
  return [...below(TEXT, AA_TEXT), ...below(GRAPHICS, AA_GRAPHICS)];
}

/** Values of colour that no custom property names; print margins cannot use one, and repeat ink and quiet. */
function unnamed(css: string): string[] {
  const rules = css.replace(ROOT, '');
  const known = [...customProperties(css, 0)].filter(([name]) => name in TEXT);
  const named = new Set(known.map(([, colour]) => colour));
  return [...rules.matchAll(/#[0-9a-f]{3,8}\b/g)].map((match) => match[0]).filter((one) => !named.has(one));
}

describe.each(PAGE_NAMES)('the colours of %s', (name) => {
  const css = styleText(readTemplate(name, packageRoot()).style);

  it('reach AA: 4.5 to 1 for text, 3 to 1 for what carries a meaning', () => {
    expect(tooFaint(css, 0), 'by day').toEqual([]);
    expect(tooFaint(css, 1), 'by night').toEqual([]);
    expect([...customProperties(css, 1).keys()]).toEqual([...customProperties(css, 0).keys()]);
  });

  it('are all named, so that none escapes the reckoning', () => {
    expect(unnamed(css)).toEqual([]);
    const used = [...css.matchAll(/(?:^|\s)color: var\(--([\w-]+)/g)].map((match) => match[1]!);
    expect(used.filter((one) => !(one in TEXT) && one !== 'tone' && one !== 'complete')).toEqual([]);
  });

  it('are found out where one is too faint', () => {
    const faint = css.replace(/--quiet: #[0-9a-f]{6}/, '--quiet: #8d99a6');
    expect(tooFaint(faint)).toEqual(['quiet on page: 2.90', 'quiet on faint: 2.58', 'quiet on page: 2.90']);
    expect(tooFaint(css.replace(/--cell-red: #[0-9a-f]{6}/, '--cell-red: #a03030'))).toContain(
      'ink on cell-red: 2.29',
    );
    expect(unnamed(`${css}p{color:#abcabc}`)).toEqual(['#abcabc']);
  });
});

it('reckons contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
