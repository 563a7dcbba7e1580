import { describe, expect, it } from 'vitest';
import { shownRatio } from '../../../src/model/contrast.ts';
import { COLOURS, faintPairs, SERIES, TEXT_COLOURS, type ThemeColours } from '../../../src/model/theme.ts';
import { PAGE_NAMES, readTemplate, styleText } from '../../../src/render/template-source.ts';
import { packageRoot } from '../../../src/render/assets.ts';

/** Where colours are defined: by day, and for readers whose screen is dark. */
const ROOT = /:root \{[^}]*\}/g;

/** Returns the colours that are defined, of the first place by day, of the second by night. */
function customProperties(css: string, place: 0 | 1): Map<string, string> {
  const root = css.match(ROOT)?.[place] ?? '';
  return new Map(
    [...root.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!] as const),
  );
}

/** Returns the colours of a style sheet as a theme, so that they are held to the pairs that a council's are held to. */
function coloursOf(css: string): ThemeColours {
  const of = (place: 0 | 1) => Object.fromEntries(customProperties(css, place));
  return { light: of(0), dark: of(1) };
}

function tooFaint(css: string): string[] {
  return faintPairs(coloursOf(css)).map(
    ({ mode, front, surface, ratio }) => `${mode}: ${front} on ${surface}: ${shownRatio(ratio)}`,
  );
}

/** Values of colour that no custom property names; print margins cannot use one, and repeat ink and quiet. */
function unnamed(css: string): string[] {
  const rules = css.replace(ROOT, '');
  const known = [...customProperties(css, 0)].filter(([name]) => TEXT_COLOURS.some((one) => one === name));
  const named = new Set(known.map(([, colour]) => colour));
  return [...rules.matchAll(/#[0-9a-f]{3,8}\b/g)].map((match) => match[0]).filter((one) => !named.has(one));
}

describe.each(PAGE_NAMES)('the colours of %s', (name) => {
  const css = styleText(readTemplate(name, packageRoot()).style);

  it('are those by which a theme is checked', () => {
    const shipped = (mode: 'light' | 'dark') =>
      Object.fromEntries(Object.entries(COLOURS).map(([name, one]) => [name, one[mode]]));
    expect(Object.fromEntries(customProperties(css, 0))).toEqual(shipped('light'));
    expect(Object.fromEntries(customProperties(css, 1))).toEqual(shipped('dark'));
    const series = [...css.matchAll(/--(series-\d): var\(--([\w-]+)\);/g)].map((match) => [
      match[1],
      match[2],
    ]);
    expect(series).toEqual(Object.entries(SERIES).map(([name, { as }]) => [name, as]));
  });

  it('reach AA: 4.5 to 1 for text, 3 to 1 for what carries a meaning', () => {
    expect(tooFaint(css)).toEqual([]);
  });

  it('are all named, so that none escapes the reckoning', () => {
    expect(unnamed(css)).toEqual([]);
    const used = [...css.matchAll(/(?:^|\s)color: var\(--([\w-]+)/g)].map((match) => match[1]!);
    expect(used.filter((one) => one !== 'tone' && !TEXT_COLOURS.some((name) => name === one))).toEqual([]);
  });

  it('are found out where one is too faint', () => {
    const faint = css.replace(/--quiet: #[0-9a-f]{6}/, '--quiet: #8d99a6');
    expect(tooFaint(faint)).toEqual(['light: quiet on page: 2.90', 'light: quiet on faint: 2.57']);
    expect(tooFaint(css.replace(/--cell-red: #[0-9a-f]{6}/, '--cell-red: #a03030'))).toContain(
      'light: ink on cell-red: 2.29',
    );
    expect(unnamed(`${css}p{color:#abcabc}`)).toEqual(['#abcabc']);
  });
});
