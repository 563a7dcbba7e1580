import { PDFArray, PDFDict, PDFParser, type PDFContext } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examine, type Examined } from '../../../src/render/pdf/examined.ts';
import { finishPdf, type FinishedPdf } from '../../../src/render/pdf/finish.ts';
import { leftOutNote } from '../../../src/render/pdf/left-out.ts';
import { arrayAt, dictAt, nameAt, textAt } from '../../../src/render/pdf/objects.ts';
import { bookmarksOf } from '../../../src/render/pdf/places.ts';
import { faultsOf } from '../../../src/render/pdf/rules.ts';
import { SAMPLE, samplePdf } from '../../../src/render/pdf/sample.ts';
import type { PdfIdentity } from '../../../src/render/pdf/settle.ts';
import { altOf, attributesOf } from '../../../src/render/pdf/tree.ts';

async function finished(bytes = samplePdf(), identity: PdfIdentity = SAMPLE): Promise<FinishedPdf> {
  const pdf = await finishPdf(bytes, identity);
  if ('code' in pdf) throw new Error(`${pdf.message}: ${pdf.why ?? ''}`);
  return pdf;
}

function parsed(bytes: Uint8Array): Promise<PDFContext> {
  return PDFParser.forBytesWithOptions(bytes, Infinity).parseDocument();
}

async function opened(bytes: Uint8Array): Promise<Examined> {
  return examine(await parsed(bytes));
}

/** Returns the sample with one text in place of another of the same length, so that every object stays where it is. */
function changed(from: string, to: string): Uint8Array {
  const text = Buffer.from(samplePdf()).toString('latin1');
  if (!text.includes(from) || from.length !== to.length) throw new Error(`the sample has no ${from}`);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

const NO_FONT = 'no font has a letter of the text';
const NO_FONT_TEXT = `${NO_FONT}, the \ufffd in “\ufffdb”`;
const NO_LETTER_TEXT =
  'a font does not say for which letter a sign of the text stands, the \ufffd in “\ufffdb”';

const kinds = ({ nodes }: Examined): string[] => nodes.map(({ element }) => element.type);

describe('a PDF of the browser', () => {
  it('breaks the rules that it is finished for', async () => {
    const rules = new Set(faultsOf(await opened(samplePdf())).map(({ rule }) => rule));
    for (const rule of ['title', 'title-shown', 'all-marked', 'link-contents', 'tab-order', 'list-parts'])
      expect(rules).toContain(rule);
  });
});

describe('a finished PDF', () => {
  it('keeps every rule, and bears the identifier', async () => {
    const { bytes, faults } = await finished();
    expect(faults).toEqual([]);
    const paper = await opened(bytes);
    expect(faultsOf(paper)).toEqual([]);
    expect(paper.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7');
  });

  it('is the same bytes each time, and other bytes on another date', async () => {
    const { bytes } = await finished();
    expect(Buffer.from((await finished()).bytes).equals(Buffer.from(bytes))).toBe(true);
    const later = await finished(samplePdf(), { ...SAMPLE, date: '2021-04-20' });
    expect(Buffer.from(later.bytes).equals(Buffer.from(bytes))).toBe(false);
  });

  it('bears the date that it was given, and none of the clock', async () => {
    const { xmp, info } = await opened((await finished()).bytes);
    for (const key of ['CreationDate', 'ModDate']) expect(textAt(info, key)).toBe("D:20210419000000+00'00'");
    expect(xmp.match(/2021-04-19T00:00:00Z/g)).toHaveLength(3);
    expect(xmp).toContain('>A sample<');
    expect(xmp).not.toContain('2026');
  });

  it('has what decorates as artifacts, and headings that are painted again as those of a page', async () => {
    const { pages } = await opened((await finished()).bytes);
    expect(pages.flatMap(({ survey }) => survey.loose)).toEqual([]);
    expect(pages[0]?.content).toMatch(/\/Artifact <<\/Type \/Layout>>BDC\s+0 0 2479 3508 re\s+f\s+EMC/);
    expect(pages[1]?.content).toContain('/Artifact <</Type /Pagination/Subtype /');
  });

  it('has a tree without wrappers, with bodies of list items and kinds that PDF knows', async () => {
    const paper = await opened((await finished()).bytes);
    expect(kinds(paper)).not.toContain('NonStruct');
    const item = paper.nodes.find(({ element }) => element.type === 'LI');
    expect(item?.nodes.map(({ element }) => element.type)).toEqual(['Lbl', 'LBody']);
    const roles = dictAt(dictAt(paper.catalog, 'StructTreeRoot'), 'RoleMap');
    expect(nameAt(roles, 'Strong')).toBe('Span');
    expect(nameAt(roles, 'P')).toBeUndefined();
  });

  it('has no list of items that have only their sign', async () => {
    const { bytes, faults } = await finished(changed('/K [22 0 R 5]', '/K [22 0 R  ]'));
    expect(faults).toEqual([]);
    for (const kind of ['L', 'LI', 'Lbl']) expect(kinds(await opened(bytes))).not.toContain(kind);
  });

  it('says of links where they lead, of figures where they are, and of cells no span of one', async () => {
    const { pages, nodes } = await opened((await finished()).bytes);
    const page = pages[0]?.dict;
    const link = arrayAt(page, 'Annots')?.lookup(0, PDFDict);
    expect(textAt(link, 'Contents')).toBe('1: a');
    expect(nameAt(page, 'Tabs')).toBe('S');
    const figure = nodes.find(({ element }) => element.type === 'Figure');
    expect(figure && altOf(figure.element)).toBe('A square');
    expect(figure && attributesOf(figure.element).get('BBox')).toBeInstanceOf(PDFArray);
    for (const { element } of nodes.filter(({ type }) => type === 'TD'))
      expect([...attributesOf(element).keys()]).toEqual(['O', 'Headers']);
  });

  it('has each bookmark as its heading reads, and not as the browser wrote it', async () => {
    const { pages } = await opened((await finished()).bytes);
    expect(bookmarksOf(pages).map(({ title }) => title)).toEqual(['a']);
  });

  it('leaves nothing in the file of the tree that was there', async () => {
    const { bytes } = await finished();
    const context = await parsed(bytes);
    const held = new Set((await opened(bytes)).nodes.map(({ element }) => element.ref?.toString()));
    const stray = context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && nameAt(object, 'Type') === 'StructElem')
      .filter(([ref]) => !held.has(ref.toString()));
    expect(stray).toEqual([]);
  });
});

describe('a PDF that breaks a rule', () => {
  it('does not bear the identifier, and says which rule and where', async () => {
    const { bytes, faults } = await finished(changed('/Alt (A square)', '/Xlt (A square)'));
    expect(faults.map(({ rule }) => rule)).toEqual(['figure-alt']);
    const paper = await opened(bytes);
    expect(paper.xmp).not.toContain('pdfuaid:part');
    expect(paper.xmp).toContain('>A sample<');
    expect(faultsOf(paper)).toEqual(faults);
    const [note, ...more] = leftOutNote('A sample', faults);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ code: 'N914', severity: 'note' });
    expect(note?.message).toMatch(
      /“A sample” breaks the rule “figure-alt”: .+ \(Document\/P\[\d\]\/Figure\)$/,
    );
    expect(note?.help).toContain('docs/accessibility.md');
  });

  it.each([
    ['a letter that no font has', '1 0 0 -1 40 60 Tm\n<0001>', '1 0 0 -1 40 60 Tm\n<0000>', [NO_FONT_TEXT]],
    ['a sign that stands for no letter', '40 60 Tm\n<0001>', '40 60 Tm\n<0009>', [NO_LETTER_TEXT]],
    ['one in what each page repeats', '9 3450 Tm <0003>', '9 3450 Tm <0000>', [NO_FONT, NO_FONT]],
  ])('says where it is: %s', async (_what, from, to, says) => {
    const { faults } = await finished(changed(from, to));
    expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(['letters-known']));
    expect(faults.map(({ what }) => what)).toEqual(says);
    expect(faults.map(({ where }) => where)).toEqual(says.map((_, index) => `page ${index + 1}`));
  });

  it('is told once, with how many faults more there are', () => {
    const fault = { rule: 'figure-alt', what: 'a figure is not told in words', where: 'page 1' };
    expect(leftOutNote('A sample', [])).toEqual([]);
    expect(leftOutNote('A sample', [fault, fault, fault])[0]?.message).toMatch(/, and 2 more$/);
  });
});

describe('what is no PDF of the browser', () => {
  it.each([
    ['another title', samplePdf(), { ...SAMPLE, title: 'Another' }, /its title is "A sample"/],
    ['another language', samplePdf(), { ...SAMPLE, lang: 'cy-GB' }, /its language is "en-GB"/],
    ['no tags', changed('/Marked true', '/Marked null'), SAMPLE, /it is not tagged/],
    ['half of it', samplePdf().subarray(0, 4000), SAMPLE, /its end is missing/],
    [
      'a tree of nothing',
      changed('/StructTreeRoot /K 14 0 R', '/StructTreeRoot /K 99 0 R'),
      SAMPLE,
      /tags cannot be read/,
    ],
  ])('is refused: %s', async (_what, bytes, identity, why) => {
    const result = await finishPdf(bytes, identity);
    expect('code' in result && [result.code, result.message]).toEqual(['E906', expect.stringMatching(why)]);
  });

  it('is refused by the library as well, not thrown', async () => {
    const result = await finishPdf(changed('/Kids [2 0 R 3 0 R]', '/Kids [2 0 R 3 0 ]]'), SAMPLE);
    expect('code' in result && result.code).toBe('E906');
  });
});
