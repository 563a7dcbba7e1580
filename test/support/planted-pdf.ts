import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFContext,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { examine, type Examined, type Node } from '../../src/render/pdf/examined.ts';
import {
  arrayAt,
  catalogOf,
  dictAt,
  itemsAt,
  nameAt,
  refAt,
  streamText,
} from '../../src/render/pdf/objects.ts';
import { attributesOf } from '../../src/render/pdf/tree.ts';

/** A defect that is put into a finished paper, and the rule that must find it. */
export interface PlantedDefect {
  readonly name: string;
  readonly rule: string;
  readonly plant: (paper: Examined) => void;
}

type LiteralObject = NonNullable<Parameters<PDFContext['flateStream']>[1]>;

const name = (text: string): PDFName => PDFName.of(text);

function some<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the paper has nothing to plant this defect in');
  return found;
}

const element = (paper: Examined, type: string): PDFDict => node(paper, type).element.dict;
const node = (paper: Examined, type: string): Node =>
  some(paper.nodes.find((one) => one.element.type === type));
const headings = (paper: Examined): Node[] => paper.nodes.filter(({ type }) => /^H\d$/.test(type));
const catalog = (paper: Examined): PDFDict => some(catalogOf(paper.context));

function links(paper: Examined): PDFDict[] {
  return paper.pages
    .flatMap(({ dict }) => itemsAt(dict, 'Annots'))
    .filter((one) => one instanceof PDFDict)
    .filter((one) => nameAt(one, 'Subtype') === 'Link');
}

function rewriteXmp(paper: Examined, change: (packet: string) => string): void {
  const ref = some(refAt(catalog(paper), 'Metadata'));
  const dict = paper.context.obj({ Type: 'Metadata', Subtype: 'XML' });
  paper.context.assign(ref, PDFRawStream.of(dict, new TextEncoder().encode(change(paper.xmp))));
}

function rewritePage(paper: Examined, index: number, change: (content: string) => string): void {
  const page = some(paper.pages[index]);
  const bytes = Buffer.from(change(page.content), 'latin1');
  page.dict.set(name('Contents'), paper.context.register(PDFRawStream.of(paper.context.obj({}), bytes)));
}

/** Defects of every kind that the rules look for. */
export const PLANTED: readonly PlantedDefect[] = [
  {
    name: 'a figure without Alt',
    rule: 'figure-alt',
    plant: (paper) => element(paper, 'Figure').delete(name('Alt')),
  },
  {
    name: 'a figure with an empty Alt',
    rule: 'figure-alt',
    plant: (paper) => {
      element(paper, 'Figure').set(name('Alt'), PDFString.of(' '));
    },
  },
  {
    name: 'a figure whose Alt is a file name',
    rule: 'figure-alt',
    plant: (paper) => {
      element(paper, 'Figure').set(name('Alt'), PDFString.of('logo.png'));
    },
  },
  {
    name: 'a heading skipped',
    rule: 'heading-order',
    plant: (paper) => {
      some(headings(paper).findLast(({ type }) => type === 'H3')).element.dict.set(name('S'), name('H5'));
    },
  },
  {
    name: 'a second H1',
    rule: 'one-title',
    plant: (paper) => {
      const all = headings(paper);
      const alone = all.find(({ type }, index) => type === 'H2' && all[index + 1]?.type === 'H2');
      some(alone).element.dict.set(name('S'), name('H1'));
    },
  },
  {
    name: 'a TH without Scope',
    rule: 'table-headings',
    plant: (paper) => {
      const heads = paper.nodes.filter(
        ({ type, element: { dict } }) => type === 'TH' && !dict.has(name('ID')),
      );
      some(heads[0]).element.dict.delete(name('A'));
    },
  },
  {
    name: 'a TD whose heading is not there',
    rule: 'cell-headings',
    plant: (paper) => {
      const cell = some(
        paper.nodes.find(({ element: one }) => one.type === 'TD' && attributesOf(one).has('Headers')),
      );
      const headers = paper.context.obj({ O: 'Table', Headers: [PDFString.of('nowhere')] });
      cell.element.dict.set(name('A'), headers);
    },
  },
  {
    name: 'a TD outside a TR',
    rule: 'table-parts',
    plant: (paper) => {
      const cell = element(paper, 'TD');
      const top = element(paper, 'Document');
      const row = some(dictAt(cell, 'P'));
      const ref = some(paper.context.getObjectRef(cell));
      const kids = some(arrayAt(row, 'K'));
      const empty = paper.context.obj({ Type: 'StructElem', S: 'TD', P: refAt(cell, 'P') });
      kids.set(kids.indexOf(ref) ?? 0, paper.context.register(empty));
      some(arrayAt(top, 'K')).push(ref);
    },
  },
  {
    name: 'a row with one cell too many',
    rule: 'table-shape',
    plant: (paper) => {
      const row = element(paper, 'TR');
      const empty = paper.context.obj({
        Type: 'StructElem',
        S: 'TD',
        P: some(paper.context.getObjectRef(row)),
      });
      some(arrayAt(row, 'K')).push(paper.context.register(empty));
    },
  },
  {
    name: 'a cell below that takes a place which a cell across has taken',
    rule: 'table-shape',
    plant: (paper) => {
      // A cell of the first row spans down to where one of the second spans across.
      const kids = some(arrayAt(element(paper, 'Table'), 'K'));
      const width = node(paper, 'TR').nodes.length;
      const cells = (count: number): LiteralObject[] => new Array<LiteralObject>(count).fill({});
      kids.push(addedRow(paper, [{}, { RowSpan: 2 }, ...cells(width - 2)]));
      kids.push(addedRow(paper, [{ ColSpan: 2 }, ...cells(width - 2)]));
    },
  },
  {
    name: 'a second caption',
    rule: 'table-parts',
    plant: (paper) => {
      const table = element(paper, 'Table');
      const [, other] = paper.nodes.filter(({ type }) => type === 'Caption');
      const { dict, ref } = some(other).element;
      const before = some(arrayAt(dictAt(dict, 'P'), 'K'));
      before.remove(some(before.indexOf(some(ref))));
      dict.set(name('P'), some(paper.context.getObjectRef(table)));
      some(arrayAt(table, 'K')).insert(1, some(ref));
    },
  },
  {
    name: 'a caption after the rows',
    rule: 'table-parts',
    plant: (paper) => {
      const kids = some(arrayAt(element(paper, 'Table'), 'K'));
      kids.push(kids.get(0));
      kids.remove(0);
    },
  },
  {
    name: 'a head without a body',
    rule: 'table-parts',
    plant: (paper) => {
      const table = element(paper, 'Table');
      const kids = some(arrayAt(table, 'K'));
      const head = paper.context.obj({
        Type: 'StructElem',
        S: 'THead',
        P: some(paper.context.getObjectRef(table)),
        K: [kids.get(1)],
      });
      kids.set(1, paper.context.register(head));
    },
  },
  {
    name: 'a heading without a level',
    rule: 'heading-levels',
    plant: (paper) => {
      some(headings(paper).at(-1)).element.dict.set(name('S'), name('H'));
    },
  },
  {
    name: 'a language that is none',
    rule: 'languages',
    plant: (paper) => {
      element(paper, 'P').set(name('Lang'), PDFString.of('not a language'));
    },
  },
  {
    name: 'ruby without the text that is read',
    rule: 'ruby-parts',
    plant: (paper) => {
      element(paper, 'Strong').set(name('S'), name('Ruby'));
    },
  },
  {
    name: 'a reading without ruby',
    rule: 'ruby-parts',
    plant: (paper) => {
      element(paper, 'Strong').set(name('S'), name('RT'));
    },
  },
  {
    name: 'a note without an ID',
    rule: 'note-ids',
    plant: (paper) => {
      element(paper, 'Div').set(name('S'), name('Note'));
    },
  },
  {
    name: 'two notes with one ID',
    rule: 'note-ids',
    plant: (paper) => {
      const [first, second] = paper.nodes.filter((one) => one.element.type === 'Div');
      for (const one of [first, second]) {
        some(one).element.dict.set(name('S'), name('Note'));
        some(one).element.dict.set(name('ID'), PDFString.of('n'));
      }
    },
  },
  {
    name: 'an LI without LBody',
    rule: 'list-parts',
    plant: (paper) => {
      element(paper, 'LBody').set(name('S'), name('Div'));
    },
  },
  {
    name: 'a link without Contents',
    rule: 'link-contents',
    plant: (paper) => some(links(paper)[0]).delete(name('Contents')),
  },
  {
    name: 'a link outside a Link',
    rule: 'link-in-tree',
    plant: (paper) => {
      element(paper, 'Link').set(name('S'), name('Span'));
    },
  },
  {
    name: 'no Tabs on a page with links',
    rule: 'tab-order',
    plant: (paper) =>
      some(paper.pages.find(({ dict }) => dict.has(name('Annots')))).dict.delete(name('Tabs')),
  },
  {
    name: 'untagged text',
    rule: 'all-marked',
    plant: (paper) => {
      rewritePage(paper, 0, (content) => `${content}\nBT /F4 9 Tf <0001> Tj ET`);
    },
  },
  {
    name: 'a foot that is no artifact',
    rule: 'all-marked',
    plant: (paper) => {
      rewritePage(paper, 1, (content) =>
        content.replace(/\/Artifact <<\/Type \/Pagination[^>]*>>BDC([\s\S]*?)EMC/, '$1'),
      );
    },
  },
  {
    name: 'a picture outside of tagged content',
    rule: 'all-marked',
    plant: (paper) => {
      const picture = added(paper, { Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8 }, 'a');
      rewritePage(paper, 0, (content) => `${content}\nq 90 0 0 20 9 9 cm /${picture} Do Q`);
    },
  },
  {
    name: 'text that is painted as a group outside of tagged content',
    rule: 'all-marked',
    plant: (paper) => {
      rewritePage(paper, 0, (content) => `${content}\n/${addedForm(paper, 'BT (a) Tj ET')} Do`);
    },
  },
  {
    name: 'text that is painted as a group in an artifact, in a group within',
    rule: 'groups-kept',
    plant: (paper) => {
      const inner = addedForm(paper, 'BT (a) Tj ET');
      const outer = addedForm(paper, `/${inner} Do`, { XObject: { [inner]: formOf(paper, inner) } });
      rewritePage(paper, 0, (content) => `${content}\n/Artifact <</Type /Layout>>BDC\n/${outer} Do\nEMC`);
    },
  },
  {
    name: 'a font of a group that is not in the file',
    rule: 'fonts-embedded',
    plant: (paper) => {
      const letters = some(refAt(font(paper), 'ToUnicode'));
      addedForm(paper, 'n', { Font: { F: { Type: 'Font', Subtype: 'Type0', ToUnicode: letters } } });
    },
  },
  {
    name: 'an artifact within tagged content',
    rule: 'artifact-in-content',
    plant: (paper) => {
      rewritePage(paper, 0, (content) =>
        content.replace(/(\/MCID 3>>BDC)([\s\S]*?)EMC/, '$1 /Artifact BMC$2EMC EMC'),
      );
    },
  },
  {
    name: 'tagged content within an artifact',
    rule: 'content-in-artifact',
    plant: (paper) => {
      rewritePage(paper, 0, (content) => `/Artifact BMC ${content} EMC`);
    },
  },
  {
    name: 'marked content across a text object',
    rule: 'nesting',
    plant: (paper) => {
      rewritePage(paper, 0, (content) => `${content}\n/Span BMC BT EMC ET`);
    },
  },
  {
    name: 'no language',
    rule: 'language',
    plant: (paper) => catalog(paper).delete(name('Lang')),
  },
  {
    name: 'no title in the metadata',
    rule: 'title',
    plant: (paper) => {
      rewriteXmp(paper, (packet) => packet.replace(/<dc:title>.*<\/dc:title>/, ''));
    },
  },
  {
    name: 'another title in the metadata',
    rule: 'title-same',
    plant: (paper) => {
      rewriteXmp(paper, (packet) => packet.replace('<rdf:li xml:lang="x-default">', '$&Another '));
    },
  },
  {
    name: 'the title not shown',
    rule: 'title-shown',
    plant: (paper) => {
      dictAt(catalog(paper), 'ViewerPreferences')?.set(name('DisplayDocTitle'), PDFBool.False);
    },
  },
  {
    name: 'not said to be tagged',
    rule: 'marked',
    plant: (paper) => {
      dictAt(catalog(paper), 'MarkInfo')?.set(name('Marked'), PDFBool.False);
    },
  },
  {
    name: 'doubtful tags',
    rule: 'suspects',
    plant: (paper) => {
      dictAt(catalog(paper), 'MarkInfo')?.set(name('Suspects'), PDFBool.True);
    },
  },
  {
    name: 'a kind that is mapped to none',
    rule: 'standard-kinds',
    plant: (paper) => {
      element(paper, 'Div').set(name('S'), name('Wrapper'));
    },
  },
  {
    name: 'a standard kind that is mapped to another',
    rule: 'standard-kept',
    plant: (paper) => {
      const root = some(dictAt(catalog(paper), 'StructTreeRoot'));
      root.set(name('RoleMap'), paper.context.obj({ Strong: 'Span', Em: 'Span', Code: 'Span' }));
    },
  },
  {
    name: 'a paragraph that holds nothing',
    rule: 'nothing-empty',
    plant: (paper) => {
      const top = element(paper, 'Document');
      const empty = paper.context.obj({
        Type: 'StructElem',
        S: 'P',
        P: some(paper.context.getObjectRef(top)),
      });
      some(arrayAt(top, 'K')).push(paper.context.register(empty));
    },
  },
  {
    name: 'a parent tree that is wrong',
    rule: 'parent-tree',
    plant: (paper) => {
      const tree = some(dictAt(dictAt(catalog(paper), 'StructTreeRoot'), 'ParentTree'));
      const list = some(itemsAt(tree, 'Nums').find((one) => one instanceof PDFArray));
      const [first, second] = [list.get(3), list.get(4)];
      list.set(3, second);
      list.set(4, first);
    },
  },
  {
    name: 'a font that does not say for what its glyphs stand',
    rule: 'font-letters',
    plant: (paper) => font(paper).delete(name('ToUnicode')),
  },
  {
    name: 'a letter that no font has',
    rule: 'letters-known',
    plant: (paper) => {
      rewritePage(paper, 0, (content) => content.replace(/<[0-9A-F]{4}> Tj/, '<0000> Tj'));
    },
  },
  {
    name: 'a letter that no font has, in a group',
    rule: 'letters-known',
    plant: (paper) => {
      const key = some(fontKeys(paper)[0]);
      const resources = { Font: { [key]: some(refAt(fontsOf(paper), key)) } };
      const form = addedForm(paper, `BT /${key} 9 Tf <0000> Tj ET`, resources);
      rewritePage(paper, 0, (content) => content.replace(/(\/MCID 3>>BDC)/, `$1 /${form} Do`));
    },
  },
  {
    name: 'a sign that stands for no letter',
    rule: 'letters-known',
    plant: (paper) => {
      rewritePage(paper, 0, (content) => content.replace(/<[0-9A-F]{4}> Tj/, '<FFF0> Tj'));
    },
  },
  {
    name: 'a font with a sign that stands for a byte order mark after a letter',
    rule: 'font-letters',
    plant: (paper) => {
      const letters = paper.context.lookup(refAt(font(paper), 'ToUnicode'));
      const more = `${streamText(letters)}\n1 beginbfchar\n<FFF0> <0061FEFF>\nendbfchar`;
      font(paper).set(name('ToUnicode'), paper.context.register(paper.context.stream(more)));
    },
  },
  {
    name: 'a font that is not in the file',
    rule: 'fonts-embedded',
    plant: (paper) => {
      const [descendant] = itemsAt(font(paper), 'DescendantFonts');
      const descriptor = descendant instanceof PDFDict ? dictAt(descendant, 'FontDescriptor') : undefined;
      some(descriptor).delete(name('FontFile2'));
    },
  },
  {
    name: 'no bookmarks',
    rule: 'bookmarks',
    plant: (paper) => catalog(paper).delete(name('Outlines')),
  },
  {
    name: 'a script',
    rule: 'no-script',
    plant: (paper) => {
      const script = paper.context.obj({ S: 'JavaScript', JS: PDFString.of('1') });
      catalog(paper).set(name('OpenAction'), paper.context.register(script));
    },
  },
  {
    name: 'an XFA form',
    rule: 'no-xfa',
    plant: (paper) => {
      catalog(paper).set(name('AcroForm'), paper.context.obj({ XFA: PDFNumber.of(0) }));
    },
  },
  {
    name: 'encryption',
    rule: 'no-encryption',
    plant: ({ context }) => {
      context.trailerInfo.Encrypt = context.obj({ Filter: 'Standard' });
    },
  },
];

/** Gives the first table a row of empty cells with attributes. */
function addedRow(paper: Examined, cells: readonly LiteralObject[]): PDFRef {
  const { context } = paper;
  const table = some(context.getObjectRef(element(paper, 'Table')));
  const kids = cells.map((one) => ({ Type: 'StructElem', S: 'TD', A: { O: 'Table', ...one } }));
  return context.register(context.obj({ Type: 'StructElem', S: 'TR', P: table, K: kids }));
}

/** Gives the first page a form that paints `content`; returns its name. */
function addedForm(paper: Examined, content: string, resources: LiteralObject = {}): string {
  return added(paper, { Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: resources }, content);
}

/** Gives the first page something to paint by name; returns its name. */
function added(paper: Examined, entries: LiteralObject, content: string): string {
  const { context } = paper;
  const dict = context.obj({ Type: 'XObject', ...entries });
  const ref = context.register(PDFRawStream.of(dict, Buffer.from(content, 'latin1')));
  const owner = some(dictAt(some(paper.pages[0]).dict, 'Resources'));
  if (!owner.has(name('XObject'))) owner.set(name('XObject'), context.obj({}));
  const objects = some(dictAt(owner, 'XObject'));
  const key = `Added${objects.keys().length}`;
  objects.set(name(key), ref);
  return key;
}

function formOf({ pages }: Examined, form: string): PDFRef {
  return some(refAt(dictAt(dictAt(some(pages[0]).dict, 'Resources'), 'XObject'), form));
}

/** The fonts of the first page. */
function fontsOf({ pages }: Examined): PDFDict {
  return some(dictAt(dictAt(some(pages[0]).dict, 'Resources'), 'Font'));
}

/** The names of those of two bytes a code. */
function fontKeys(paper: Examined): string[] {
  const fonts = fontsOf(paper);
  const keys = fonts.keys().map((key) => key.decodeText());
  return keys.filter((key) => nameAt(dictAt(fonts, key), 'Subtype') === 'Type0');
}

function font(paper: Examined): PDFDict {
  return some(dictAt(fontsOf(paper), some(fontKeys(paper)[0])));
}

/** Takes the identifier out, so that only the rule that is meant has something to say. */
export function withoutIdentifier(paper: Examined): void {
  rewriteXmp(examine(paper.context), (packet) => packet.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, ''));
}
