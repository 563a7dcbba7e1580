import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { Examined } from './examined.ts';
import { dictAt, itemsAt, nameAt } from './objects.ts';
import type { PdfRule, Wrong } from './rule.ts';
import { shownCodes, textsWith, UNKNOWN, usedFonts, type UsedFont } from './used-fonts.ts';

/** The number of the sign that a browser paints where no font has a letter. */
const NO_GLYPH = 0;

/** Rules on the fonts, and on the letters that are shown in them. */
export const FONT_RULES: readonly PdfRule[] = [
  {
    name: 'fonts-embedded',
    checkpoint: '31-009',
    says: 'Every font is in the file.',
    check: (paper) =>
      [...usedFonts(paper).values()].flatMap(({ name, dict, page }) => {
        if (nameAt(dict, 'Subtype') === 'Type3') return [];
        const [descendant] = itemsAt(dict, 'DescendantFonts');
        const descriptor = dictAt(descendant instanceof PDFDict ? descendant : dict, 'FontDescriptor');
        const isThere = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
          descriptor?.has(PDFName.of(key)),
        );
        return isThere ? [] : [{ what: `font ${name} is not in the file`, where: `page ${page + 1}` }];
      }),
  },
  {
    name: 'letters-known',
    checkpoint: '10-001, 31-027, 31-030',
    says: 'Of every sign that a text shows, the file says for which letter it stands, and some font has it.',
    check: (paper) => paper.pages.flatMap((_, page) => unknownLetters(paper, page)),
  },
  {
    name: 'font-letters',
    checkpoint: '31-027, 31-028, 31-029',
    says: 'Every font says for which letters its glyphs stand.',
    check: (paper) =>
      [...usedFonts(paper).values()].flatMap(({ name, letters, page }) => {
        const isSound =
          letters.size > 0 && [...letters.values()].every((text) => !/^$|[\0\ufeff\ufffe]/.test(text));
        return isSound
          ? []
          : [{ what: `font ${name} does not say for what its glyphs stand`, where: `page ${page + 1}` }];
      }),
  },
];

function unknownLetters(paper: Examined, page: number): Wrong[] {
  const fonts = usedFonts(paper);
  const kinds = new Set<Kind>();
  for (const [dict, codes] of shownCodes(paper, page)) {
    const font = fonts.get(dict);
    for (const code of codes) {
      const kind = font && kindOf(font, code);
      if (kind !== undefined) kinds.add(kind);
    }
  }
  const where = `page ${page + 1}`;
  return [...kinds].flatMap((kind) => {
    const texts = textsWith(paper, page, (font, code) => kindOf(font, code) === kind);
    if (texts.length === 0) return [{ what: WHAT[kind], where }];
    return texts.map((text) => ({ what: `${WHAT[kind]}, the ${UNKNOWN} in “${text}”`, where }));
  });
}

type Kind = 'no font' | 'no letter';
const WHAT: Readonly<Record<Kind, string>> = {
  'no font': 'no font has a letter of the text',
  'no letter': 'a font does not say for which letter a sign of the text stands',
};

/** Returns what is wrong with a code, or undefined; a font that tells of no code at all is for another rule. */
function kindOf({ letters }: UsedFont, code: number): Kind | undefined {
  if (code === NO_GLYPH) return 'no font';
  return letters.size === 0 || letters.has(code) ? undefined : 'no letter';
}
