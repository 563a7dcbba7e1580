import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { dictAt, isTrue, nameAt, textAt } from './objects.ts';
import { bookmarksOf } from './places.ts';
import { DOCUMENT, isLanguage, type PdfRule, type Wrong } from './rule.ts';
import { xmpText } from './xmp.ts';

/** Returns one fault of the whole document, or none. */
function unless(holds: boolean, what: string): readonly Wrong[] {
  return holds ? [] : [{ what, where: DOCUMENT }];
}

/** Rules on what a PDF says of itself. */
export const DOCUMENT_RULES: readonly PdfRule[] = [
  {
    name: 'title',
    checkpoint: '06-001, 06-003',
    says: 'The metadata hold the title.',
    check: ({ xmp }) => unless((xmpText(xmp, 'dc:title') ?? '') !== '', 'the metadata have no title'),
  },
  {
    name: 'title-same',
    says: 'The title in the metadata is that of the document’s information.',
    check: ({ xmp, info }) => {
      const [stated, own] = [xmpText(xmp, 'dc:title'), textAt(info, 'Title')];
      if (stated === undefined) return [];
      return unless(stated === own?.trim(), `the titles are "${stated}" and "${own ?? ''}"`);
    },
  },
  {
    name: 'title-shown',
    checkpoint: '07-001, 07-002',
    says: 'A reader’s program shows the title in place of the file’s name.',
    check: ({ catalog }) =>
      unless(isTrue(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle'), 'DisplayDocTitle is not true'),
  },
  {
    name: 'language',
    checkpoint: '11-001, 11-002, 11-003, 11-004, 11-006',
    says: 'The document says its language.',
    check: ({ catalog }) => {
      const lang = textAt(catalog, 'Lang') ?? '';
      return unless(isLanguage(lang), `the language is "${lang}"`);
    },
  },
  {
    name: 'marked',
    says: 'The document is said to be tagged.',
    check: ({ catalog }) => unless(isTrue(dictAt(catalog, 'MarkInfo'), 'Marked'), 'Marked is not true'),
  },
  {
    name: 'suspects',
    checkpoint: '01-007',
    says: 'No tag is said to be doubtful.',
    check: ({ catalog }) => unless(!isTrue(dictAt(catalog, 'MarkInfo'), 'Suspects'), 'Suspects is true'),
  },
  {
    name: 'bookmarks',
    says: 'Where there are several headings, there are bookmarks, each with a text and a page that it leads to.',
    check: ({ nodes, pages }) => {
      const headings = nodes.filter(({ type }) => /^H\d?$/.test(type));
      const bookmarks = bookmarksOf(pages);
      if (headings.length > 1 && bookmarks.length === 0) return unless(false, 'there are no bookmarks');
      return bookmarks.flatMap(({ title, place }) => [
        ...unless(title.trim() !== '', 'a bookmark has no text'),
        ...unless(place !== undefined, `the bookmark "${title}" leads to no page`),
      ]);
    },
  },
  {
    name: 'no-encryption',
    checkpoint: '26-001, 26-002',
    says: 'The file is not encrypted, so that no program is kept from reading it aloud.',
    check: ({ context }) => unless(context.trailerInfo.Encrypt === undefined, 'the file is encrypted'),
  },
  {
    name: 'no-script',
    says: 'The file holds no script.',
    check: ({ context, catalog }) => {
      const names = dictAt(catalog, 'Names');
      const actions = context
        .enumerateIndirectObjects()
        .flatMap(([, object]) => (object instanceof PDFDict ? [object, dictAt(object, 'A')] : []));
      const isThere =
        names?.has(PDFName.of('JavaScript')) === true ||
        [...actions, dictAt(catalog, 'OpenAction')].some((action) => nameAt(action, 'S') === 'JavaScript');
      return unless(!isThere, 'the file holds a script');
    },
  },
  {
    name: 'no-xfa',
    checkpoint: '25-001',
    says: 'The file is no XFA form.',
    check: ({ catalog }) =>
      unless(dictAt(catalog, 'AcroForm')?.has(PDFName.of('XFA')) !== true, 'the file is an XFA form'),
  },
];

/** The last rule: it knows whether the others hold. */
export function identifierFaults(xmp: string, others: number): readonly Wrong[] {
  const part = xmpText(xmp, 'pdfuaid:part');
  if (part !== undefined && part !== '1')
    return unless(false, `the identifier is that of part "${part}" of PDF/UA`);
  if (part !== undefined)
    return unless(others === 0, 'the file bears the identifier of PDF/UA, and a rule does not hold');
  return unless(others > 0, 'every rule holds, and the file does not bear the identifier of PDF/UA');
}
