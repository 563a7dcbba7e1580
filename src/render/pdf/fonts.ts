import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { unescaped } from './literal.ts';
import { arrayAt, dictAt, itemsAt, nameAt, numberAt, streamText } from './objects.ts';

/** What strings stand for, and how wide they are in parts of the font's size. */
interface Reading {
  readonly text: string;
  readonly width: number;
}

/** What glyphs of a font stand for. */
export interface Font {
  /** Returns the text of strings as they are written in a content stream. */
  readonly read: (strings: readonly string[]) => Reading;
  /** The string that shows a space, as it is written; undefined where the font has none. */
  readonly space: () => string | undefined;
}

/** Returns the fonts of a page by the name that its content uses. Each font is read once, when it is first used. */
export function fontsOf(page: PDFDict, known: Map<PDFDict, Font>): ReadonlyMap<string, Font> {
  const fonts = new Map<string, Font>();
  for (const [name, value] of dictAt(dictAt(page, 'Resources'), 'Font')?.entries() ?? []) {
    const dict = page.context.lookup(value);
    if (!(dict instanceof PDFDict)) continue;
    const font = known.get(dict) ?? fontOf(dict);
    known.set(dict, font);
    fonts.set(name.decodeText(), font);
  }
  return fonts;
}

/** Returns how many bytes a code of a font has. */
export function bytesOf(font: PDFDict): number {
  return nameAt(font, 'Subtype') === 'Type0' ? 2 : 1;
}

/** Returns a font, which is read when it is first used. */
export function fontOf(dict: PDFDict): Font {
  const bytes = bytesOf(dict);
  let table: Map<number, string> | undefined;
  let widths: Map<number, number> | undefined;
  const letters = (): Map<number, string> =>
    (table ??= lettersOf(streamText(dict.lookup(PDFName.of('ToUnicode')))));
  const readOne = (written: string): Reading => {
    widths ??= widthsOf(dict);
    let text = '';
    let width = 0;
    for (const code of codesOf(written, bytes)) {
      text += letters().get(code) ?? '';
      width += widths.get(code) ?? widths.get(-1) ?? 500;
    }
    return { text, width };
  };
  // The browser shows each glyph by itself, so that few strings are written many times.
  const known = new Map<string, Reading>();
  return {
    read: (strings) => {
      let text = '';
      let width = 0;
      for (const one of strings) {
        const reading = known.get(one) ?? readOne(one);
        known.set(one, reading);
        text += reading.text;
        width += reading.width;
      }
      return { text, width: width / 1000 };
    },
    space: () => {
      for (const [code, text] of letters())
        if (text === ' ') return `<${code.toString(16).padStart(2 * bytes, '0')}>`;
      return undefined;
    },
  };
}

/** Returns the codes of a string as it is written, each of so many bytes. */
export function codesOf(written: string, bytes: number): number[] {
  const hex = written.startsWith('<')
    ? written.slice(1, -1).replace(/[^0-9A-Fa-f]/g, '')
    : Buffer.from(unescaped(written.slice(1, -1)), 'latin1').toString('hex');
  const codes: number[] = [];
  for (let at = 0; at < hex.length; at += 2 * bytes)
    codes.push(Number.parseInt(hex.slice(at, at + 2 * bytes), 16));
  return codes;
}

/** Returns what each code stands for, by a `ToUnicode` table. */
export function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(Number.parseInt(code, 16), text(hex));
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', hex, list] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])/g,
    )) {
      const start = Number.parseInt(first, 16);
      const each =
        list === undefined ? undefined : [...list.matchAll(/<(\w+)>/g)].map(([, one = '']) => text(one));
      for (let code = start; code <= Number.parseInt(last, 16); code += 1)
        letters.set(code, each?.[code - start] ?? nextOf(text(hex ?? ''), code - start));
    }
  return letters;
}

/** Returns a text whose last character is so many further on. */
function nextOf(text: string, steps: number): string {
  const last = /.$/su.exec(text)?.[0] ?? '';
  const point = Math.min((last.codePointAt(0) ?? 0) + steps, 0x10ffff);
  return text.slice(0, text.length - last.length) + String.fromCodePoint(point);
}

/** Returns the widths of glyphs by code, in thousandths of the font's size; under −1, that of all others. */
function widthsOf(dict: PDFDict): Map<number, number> {
  const widths = new Map<number, number>();
  const first = numberAt(dict, 'FirstChar');
  if (first !== undefined) {
    // Fonts of drawings have a scale of their own.
    const matrix = arrayAt(dict, 'FontMatrix')?.lookup(0);
    const scale = matrix instanceof PDFNumber ? matrix.asNumber() * 1000 : 1;
    for (const [index, one] of itemsAt(dict, 'Widths').entries())
      if (one instanceof PDFNumber) widths.set(first + index, one.asNumber() * scale);
    return widths;
  }
  const [descendant] = itemsAt(dict, 'DescendantFonts');
  if (!(descendant instanceof PDFDict)) return widths;
  widths.set(-1, numberAt(descendant, 'DW') ?? 1000);
  const items = itemsAt(descendant, 'W');
  for (let at = 0; at + 1 < items.length;) {
    const [start, second, third] = [items[at], items[at + 1], items[at + 2]];
    if (!(start instanceof PDFNumber)) break;
    if (second instanceof PDFArray) {
      for (const [index, one] of second.asArray().entries())
        if (one instanceof PDFNumber) widths.set(start.asNumber() + index, one.asNumber());
      at += 2;
    } else if (second instanceof PDFNumber && third instanceof PDFNumber) {
      for (let code = start.asNumber(); code <= second.asNumber(); code += 1)
        widths.set(code, third.asNumber());
      at += 3;
    } else break;
  }
  return widths;
}
