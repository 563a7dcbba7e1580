import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { once } from '../../model/once.ts';
import type { Examined } from './examined.ts';
import { bytesOf, codesOf, fontOf, lettersOf, type Font } from './fonts.ts';
import { formsOf } from './forms.ts';
import { dictAt, nameAt, streamText } from './objects.ts';
import { textOfRuns } from './run-text.ts';
import { surveyContent } from './survey.ts';

/** Stands in a text where a letter is that cannot be told. */
export const UNKNOWN = '\ufffd';
/** How many words are told before and after it. */
const AROUND = 4;

/** A font that a page has, itself or in a form. */
export interface UsedFont {
  readonly name: string;
  readonly dict: PDFDict;
  /** The first page that has it, counted from 0. */
  readonly page: number;
  /** What each code stands for; empty where the font does not say. */
  readonly letters: ReadonlyMap<number, string>;
}

/**
 * Returns each font of a paper once. Several rules look at the fonts, of which those of a form are looked for through all
 * that it paints.
 */
export const usedFonts = once(({ pages }: Examined): ReadonlyMap<PDFDict, UsedFont> => {
  const fonts = new Map<PDFDict, UsedFont>();
  for (const [page, { dict }] of pages.entries())
    for (const owner of [dict, ...formsOf(dict).map((form) => form.dict)])
      for (const [key, font] of namedFonts(owner)) {
        if (fonts.has(font)) continue;
        const letters = lettersOf(streamText(font.lookup(PDFName.of('ToUnicode'))));
        fonts.set(font, { name: nameAt(font, 'BaseFont') ?? key, dict: font, page, letters });
      }
  return fonts;
});

/** Returns the fonts of a page or form by the name that its content uses. */
function namedFonts(owner: PDFDict): ReadonlyMap<string, PDFDict> {
  const fonts = new Map<string, PDFDict>();
  for (const [key, value] of dictAt(dictAt(owner, 'Resources'), 'Font')?.entries() ?? []) {
    const dict = owner.context.lookup(value);
    if (dict instanceof PDFDict) fonts.set(key.decodeText(), dict);
  }
  return fonts;
}

/** Returns the codes that a page shows in each font, itself and in forms. */
export function shownCodes({ pages }: Examined, page: number): ReadonlyMap<PDFDict, ReadonlySet<number>> {
  const codes = new Map<PDFDict, Set<number>>();
  const add = (owner: PDFDict, shown: ReadonlyMap<string, ReadonlySet<string>>): void => {
    const fonts = namedFonts(owner);
    for (const [name, strings] of shown) {
      const font = fonts.get(name);
      if (font === undefined) continue;
      const of = codes.get(font) ?? new Set();
      codes.set(font, of);
      for (const one of strings) for (const code of codesOf(one, bytesOf(font))) of.add(code);
    }
  };
  const found = pages[page];
  if (found === undefined) return codes;
  add(found.dict, found.survey.shown);
  for (const form of formsOf(found.dict))
    add(form.dict, surveyContent(streamText(form), { isPlaced: false, keepsShown: true }).shown);
  return codes;
}

/** Returns the words around each letter of a page's tagged text that is meant, which stands there as `UNKNOWN`. */
export function textsWith(
  paper: Examined,
  page: number,
  isMeant: (font: UsedFont, code: number) => boolean,
): string[] {
  const found = paper.pages[page];
  if (found === undefined) return [];
  const used = usedFonts(paper);
  const fonts = new Map(
    [...namedFonts(found.dict)].flatMap(([name, dict]) => {
      const font = used.get(dict);
      return font === undefined ? [] : [[name, hiding(font, (code) => isMeant(font, code))] as const];
    }),
  );
  const { marks } = surveyContent(found.content, { fonts, wanted: () => true });
  return marks.flatMap(({ runs }) =>
    runs.some(({ text }) => text.includes(UNKNOWN)) ? wordsAround(textOfRuns(runs)) : [],
  );
}

function hiding({ dict, letters }: UsedFont, isHidden: (code: number) => boolean): Font {
  const font = fontOf(dict);
  return {
    ...font,
    read: (strings) => {
      const codes = strings.flatMap((one) => codesOf(one, bytesOf(dict)));
      const text = codes.map((code) => (isHidden(code) ? UNKNOWN : (letters.get(code) ?? ''))).join('');
      return { text, width: font.read(strings).width };
    },
  };
}

function wordsAround(text: string): string[] {
  const words = text.split(' ');
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]?.includes(UNKNOWN) !== true) continue;
    found.push(words.slice(Math.max(0, at - AROUND), at + AROUND + 1).join(' '));
    at += AROUND;
  }
  return found;
}
