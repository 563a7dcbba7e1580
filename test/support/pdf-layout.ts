import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** A piece of content: what is marked under one number on one page. */
interface Piece {
  /** Counted from 1. */
  readonly page: number;
  readonly mark: number;
}

/** An element of the PDF's structure, as a screen reader walks it. */
interface Element {
  /** `H2`, `Table`, `TR`. */
  readonly tag: string;
  readonly kids: readonly (Element | Piece)[];
}

/** A printed page, with what is set on it by the numbers of the marked content that it is in. */
interface Sheet {
  readonly height: number;
  /** Where lines stand, in points from the top. */
  readonly lines: ReadonlyMap<number, ReadonlySet<number>>;
  /** The glyphs that are drawn, as the font numbers them. */
  readonly glyphs: ReadonlyMap<number, string>;
  /** All of them, in the order of drawing, also what is marked as decoration. */
  readonly allGlyphs: string;
}

/** Where each element of a PDF stands, and how far down its pages are filled. */
export interface PdfLayout {
  readonly root: Element;
  readonly sheets: readonly Sheet[];
}

/** Reads the layout of a finished, tagged PDF. */
export async function readLayout(bytes: Uint8Array): Promise<PdfLayout> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const pages = document.getPages();
  const numbers = new Map(pages.map(({ ref }, index) => [ref.toString(), index + 1]));
  const kidsOf = (kid: PDFObject | undefined, page: number): (Element | Piece)[] => {
    const found = context.lookup(kid);
    if (found instanceof PDFNumber) return [{ page, mark: found.asNumber() }];
    if (found instanceof PDFArray) return found.asArray().flatMap((one) => kidsOf(one, page));
    if (!(found instanceof PDFDict)) return [];
    const own = numbers.get(found.get(PDFName.of('Pg'))?.toString() ?? '') ?? page;
    const mark = found.lookup(PDFName.of('MCID'));
    if (mark instanceof PDFNumber) return [{ page: own, mark: mark.asNumber() }];
    const tag = found.lookup(PDFName.of('S'));
    if (!(tag instanceof PDFName)) return [];
    return [{ tag: tag.decodeText(), kids: kidsOf(found.get(PDFName.of('K')), own) }];
  };
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  return {
    root: { tag: 'Root', kids: kidsOf(tree.get(PDFName.of('K')), 0) },
    sheets: pages.map((page) => {
      const contents = page.node.Contents();
      const streams =
        contents instanceof PDFArray ? contents.asArray().map((one) => context.lookup(one)) : [contents];
      const text = streams.map((one) => (one instanceof PDFStream ? textOf(one) : '')).join('\n');
      return sheetOf(text, page.getHeight());
    }),
  };
}

function textOf(stream: PDFStream): string {
  const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
  return Buffer.from(bytes).toString('latin1');
}

/** A glyph that is shown without a move is the space at a line's end, which headings that are painted again do not have. */
const OPERATION =
  /\/\w+ <<[^>]*?\/MCID (\d+)[^>]*>>\s*BDC|(\bBMC|\bBDC)|(\bEMC)|((?:[-.\d]+ ){6})(cm|Tm)|(?<!> Tj\s)<([0-9A-Fa-f]+)> Tj|(?:^|\s)([qQ])(?=\s)/g;

/** Returns where text is set and which, by the number that it is marked with. Chrome turns no text. */
function sheetOf(content: string, height: number): Sheet {
  const lines = new Map<number, Set<number>>();
  const glyphs = new Map<number, string>();
  let allGlyphs = '';
  const marks: number[] = [];
  const saved: (readonly [scale: number, move: number])[] = [];
  let [scale, move]: readonly [number, number] = [1, 0];
  for (const [, mark, begins, ends, numbers = '', matrix, drawn, stack] of content.matchAll(OPERATION)) {
    const at = marks.findLast((one) => one >= 0);
    const [, , , d = 1, , f = 0] = numbers.split(' ').map(Number);
    if (mark !== undefined) marks.push(Number(mark));
    else if (begins !== undefined) marks.push(-1);
    else if (ends !== undefined) marks.pop();
    else if (stack === 'q') saved.push([scale, move]);
    else if (stack === 'Q') [scale, move] = saved.pop() ?? [1, 0];
    else if (matrix === 'cm') [scale, move] = [scale * d, move + scale * f];
    else if (drawn !== undefined) {
      allGlyphs += drawn;
      if (at !== undefined) glyphs.set(at, (glyphs.get(at) ?? '') + drawn);
    } else if (at !== undefined) {
      const rows = lines.get(at) ?? new Set();
      lines.set(at, rows.add(Math.round(height - (move + scale * f))));
    }
  }
  return { height, lines, glyphs, allGlyphs };
}

/**
 * Returns what a reader would find badly broken over pages, one sentence each: a heading without what follows, a row of a
 * table alone on a page, a table that goes on without its headings or begins apart from its caption, a line of a paragraph
 * alone.
 */
export function breakFaults(layout: PdfLayout): string[] {
  const flat = elementsOf(layout.root);
  return [
    ...headingFaults(layout.root),
    ...flat.filter(({ tag }) => tag === 'Table').flatMap((one) => tableFaults(one, layout)),
    ...flat.filter(({ tag }) => tag === 'P').flatMap((one) => lineFaults(one, layout)),
  ];
}

/** Returns how much of each page is filled, from the top of the sheet to its last line: 1 is a full page. */
export function fillOf({ sheets }: PdfLayout): number[] {
  return sheets.map(({ height, lines }) => {
    const bottom = Math.max(0, ...[...lines.values()].flatMap((rows) => [...rows]));
    return Math.min(1, bottom / (height - FOOT));
  });
}

/** The margin below, in points: 16 mm. */
const FOOT = 45.4;

function isElement(kid: Element | Piece): kid is Element {
  return 'tag' in kid;
}

function elementsOf(element: Element): Element[] {
  return [element, ...element.kids.filter(isElement).flatMap(elementsOf)];
}

function piecesOf(kid: Element | Piece): Piece[] {
  return isElement(kid) ? kid.kids.flatMap(piecesOf) : [kid];
}

function pagesOf(element: Element): number[] {
  return [...new Set(piecesOf(element).map(({ page }) => page))].sort((a, b) => a - b);
}

/** What stands after a heading has to begin on the heading's page, and a table with its first two rows. */
function headingFaults(root: Element): string[] {
  const units = unitsOf(root);
  return units.flatMap((unit, index) => {
    if (!/^H\d?$/.test(unit.tag)) return [];
    const page = pagesOf(unit).at(-1);
    const next = units.slice(index + 1).find((one) => piecesOf(one).length > 0);
    if (next === undefined || pagesOf(next)[0] === page) return [];
    return [`a ${unit.tag} is the last of page ${page}, and its ${next.tag} is on page ${pagesOf(next)[0]}`];
  });
}

const UNITS = /^(?:H\d?|P|Table|Figure|L|Caption)$/;

/** Returns what stands below each other on the page, in order: headings, paragraphs, tables, pictures, lists. */
function unitsOf(element: Element): Element[] {
  if (UNITS.test(element.tag)) return [element];
  const kids = element.kids.filter(isElement);
  if (kids.length < element.kids.length) return [element];
  return kids.flatMap(unitsOf);
}

const ALONE = 2;

function tableFaults(table: Element, { sheets }: PdfLayout): string[] {
  const below = elementsOf(table);
  const rows = below
    .filter(({ tag }) => tag === 'TR')
    .filter((row) => elementsOf(row).some(({ tag }) => tag === 'TD'));
  const name = `the table of ${rows.length} rows on page ${pagesOf(table).join(', ')}`;
  const first = rows[0] && pagesOf(rows[0])[0];
  const caption = below.find(({ tag }) => tag === 'Caption');
  const faults: string[] = [];
  if (caption && pagesOf(caption).at(-1) !== first)
    faults.push(`${name} begins on another page than its caption`);
  const pages = [...new Set(rows.flatMap(pagesOf))];
  if (pages.length < 2) return faults;
  const head = below.find((one) => one.tag === 'TR' && !rows.includes(one));
  const headings = (head ? piecesOf(head) : [])
    .filter(({ page }) => page === first)
    .flatMap(({ page, mark }) => sheets[page - 1]?.glyphs.get(mark) ?? []);
  if (headings.length === 0) faults.push(`${name} has no headings`);
  for (const page of pages) {
    const here = rows.filter((row) => pagesOf(row).includes(page));
    // A row of many lines may break: then it is alone nowhere.
    const isBroken = here.some((row) => pagesOf(row).length > 1);
    if (here.length < ALONE && !isBroken) faults.push(`${name} has one row alone on page ${page}`);
    if (!headings.every((one) => sheets[page - 1]?.allGlyphs.includes(one)))
      faults.push(`${name} goes on without its headings on page ${page}`);
  }
  return faults;
}

function lineFaults(paragraph: Element, { sheets }: PdfLayout): string[] {
  const lines = new Map<number, Set<number>>();
  for (const { page, mark } of piecesOf(paragraph)) {
    const here = [...(sheets[page - 1]?.lines.get(mark) ?? [])];
    // Chrome marks a place on the page before, where a paragraph would have begun; nothing is set there.
    if (here.length > 0) lines.set(page, new Set([...(lines.get(page) ?? []), ...here]));
  }
  if (lines.size < 2) return [];
  return [...lines].flatMap(([page, rows]) =>
    rows.size < ALONE
      ? [`a paragraph of pages ${[...lines.keys()].join(' and ')} has one line alone on page ${page}`]
      : [],
  );
}
