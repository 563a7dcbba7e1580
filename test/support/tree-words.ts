import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Examined, Node } from '../../src/render/pdf/examined.ts';
import { fontsOf } from '../../src/render/pdf/fonts.ts';
import type { Page } from '../../src/render/pdf/page.ts';
import { surveyContent } from '../../src/render/pdf/survey.ts';

/** Kinds of what stands within a line, which is read with the words around it. */
const INLINE = new Set([
  'Span',
  'Link',
  'Code',
  'Strong',
  'Em',
  'Sub',
  'Quote',
  'Note',
  'Reference',
  'Annot',
]);

/**
 * Returns the texts of a paper's elements as a program reads them that knows nothing of where letters stand: glyph after
 * glyph, as the fonts say for what they stand. Figures are left out, for which a text of their own stands.
 */
export function treeTexts({ pages, nodes }: Examined): string[] {
  const texts = pages.map(({ dict, content }) => {
    const { marks } = surveyContent(content, { fonts: fontsOf(dict, new Map()), wanted: () => true });
    return new Map(marks.map(({ mcid, runs }) => [mcid, runs.map(({ text }) => text).join('')]));
  });
  const textIn = ({ kids }: Node['element']): string =>
    kids
      .map((kid) => {
        if (kid.kind === 'mark') return texts[kid.page]?.get(kid.mcid) ?? '';
        return kid.kind === 'element' && INLINE.has(kid.type) ? textIn(kid) : '';
      })
      .join('');
  return nodes
    .filter((node) => !INLINE.has(node.element.type) && !isInFigure(node))
    .map(({ element }) => textIn(element))
    .filter((text) => text.trim() !== '');
}

function isInFigure({ element, parent }: Node): boolean {
  return element.type === 'Figure' || (parent !== undefined && isInFigure(parent));
}

/** Takes the spaces out of a page's content that stand at the ends of its lines, where nothing is moved for them. */
export function leaveOutSpaces({ dict, content }: Page): void {
  const bytes = Buffer.from(content.replace(/(?<=> Tj(?:\nEMC)?)\n<[0-9a-f]+> Tj(?=\nET)/g, ''), 'latin1');
  const stream = PDFRawStream.of(dict.context.obj({}), bytes);
  dict.set(PDFName.of('Contents'), dict.context.register(stream));
}

/** Returns the words of texts that are no words of a page but two of them, one after the other. */
export function joinedWords(texts: readonly string[], html: string): string[] {
  const known = new Set(['', ' '].flatMap((between) => wordsOf(pageText(html, between))));
  return texts
    .flatMap(wordsOf)
    .filter((word) => !known.has(word))
    .filter((word) =>
      Array.from(word.matchAll(/(?=.)/gsu), ({ index }) => index).some(
        (at) => known.has(word.slice(0, at)) && known.has(word.slice(at)),
      ),
    );
}

/** Returns what stands in texts as two words, one after the other, and is one of a page: an address, a path, `long-term`. */
export function brokenWords(texts: readonly string[], html: string): string[] {
  const whole = new Set(pageText(html, '').split(/\s+/));
  const parts = new Set([...whole, ...pageText(html, ' ').split(/\s+/)]);
  return texts.flatMap((text) => {
    const words = text.split(/\s+/);
    return words.filter((word, index) => {
      const next = words[index + 1] ?? '';
      return next !== '' && whole.has(word + next) && !(parts.has(word) && parts.has(next));
    });
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

const WITHIN_LINES =
  /<\/?(?:a|abbr|b|bdi|cite|code|data|dfn|em|i|mark|q|s|small|span|strong|sub|sup|time|wbr)\b[^>]*>/g;

/** Returns what a page says, with something in place of the tags of what stands within lines, and a space in that of others. */
function pageText(html: string, between: string): string {
  const body = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ');
  return unescaped(body.replace(WITHIN_LINES, between).replace(/<[^>]*>/g, ' '));
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&nbsp;', '\u00a0'],
]);

function unescaped(text: string): string {
  return text.replace(/&[#\w]+;/g, (entity) => ENTITIES.get(entity) ?? entity);
}
