import {
  PDFDict,
  PDFHeader,
  PDFName,
  PDFParser,
  PDFRawStream,
  PDFWriter,
  type PDFContext,
} from '@cantoo/pdf-lib';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { finding, type Finding } from '../../model/finding.ts';
import { marksToRead, takeDecoration } from './decoration.ts';
import { union, type Box } from './geometry.ts';
import { makeLean } from './lean-tree.ts';
import { markContent } from './mark-content.ts';
import { settleBookmarks, settleFigures, settleLinks, settleViewer } from './navigation.ts';
import { catalogOf, mediaBox, pagesOf, textAt } from './objects.ts';
import { mendTables } from './mend-tables.ts';
import { markOf, readPages, type Page } from './page.ts';
import { faultsOf } from './rules.ts';
import { examine } from './examined.ts';
import type { Fault } from './rule.ts';
import { settlePdf, type PdfIdentity } from './settle.ts';
import { elementsOf, marksOf, readTree, type StructElement } from './tree.ts';
import { writeTree } from './write-tree.ts';
import { xmpPacket } from './xmp.ts';

/** A PDF that is ready to be published. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  /** The rules of accessibility that it breaks; it bears the identifier of PDF/UA where there are none. */
  readonly faults: readonly Fault[];
}

const zip = promisify(deflate);

/**
 * Returns the browser's PDF with what it lacks: decoration and running heads as artifacts, a tree without empty
 * wrappers, links that say where they lead, bookmarks as the headings read, metadata, and the date of `identity` in place
 * of the clock's. A finding where the browser's PDF cannot be used (see `settlePdf`). The same bytes give the same bytes.
 */
export async function finishPdf(bytes: Uint8Array, identity: PdfIdentity): Promise<FinishedPdf | Finding> {
  const settled = settlePdf(bytes, identity);
  if (!(settled instanceof Uint8Array)) return settled;
  try {
    return await finishSettled(settled, identity);
  } catch (error) {
    // Of the library, on a file that another browser wrote.
    return finding('E906', 'the PDF that the browser wrote cannot be finished', {
      why: error instanceof Error ? error.message : String(error),
    });
  }
}

async function finishSettled(settled: Uint8Array, identity: PdfIdentity): Promise<FinishedPdf | Finding> {
  const context = await PDFParser.forBytesWithOptions(settled, Infinity).parseDocument();
  const refs = pagesOf(context);
  const top = readTree(context, refs);
  const before = elementsOf(top);
  if (refs.length === 0 || top.length === 0)
    return finding(
      'E906',
      'the PDF that the browser wrote cannot be used: its pages or its tags cannot be read',
    );
  const pages = readPages(context, refs, marksToRead(top, refs.length));
  const repeated = takeDecoration(top, pages);
  makeLean(context, top);
  mendTables(context, top);
  settleBookmarks(top, pages);
  settleLinks(top, pages);
  settleFigures(top, boxesOf(top, pages));
  settleViewer(context, pages);
  const contents = markContent(top, pages, repeated);
  writeTree(context, before, top, pages);
  const zipped = Promise.all(contents.map((content) => zip(Buffer.from(content, 'latin1'))));
  context.header = PDFHeader.forVersion(1, 7);
  writeMetadata(context, identity, true);
  const faults = faultsOf(examine(context, contents)).filter(({ rule }) => rule !== 'identifier');
  if (faults.length > 0) writeMetadata(context, identity, false);
  for (const [index, stream] of (await zipped).entries()) writeContent(pages[index], stream);
  return { bytes: await PDFWriter.forContext(context, Infinity).serializeToBuffer(), faults };
}

/** A page's content is one stream of the browser's; where there are more, the first takes all. */
function writeContent(page: Page | undefined, zipped: Uint8Array): void {
  if (page === undefined) return;
  const { context } = page.dict;
  const dict = context.obj({ Filter: 'FlateDecode', Length: zipped.length });
  const written = page.dict.get(PDFName.of('Contents'));
  const stream = PDFRawStream.of(dict, zipped);
  const ref =
    written !== undefined && context.lookup(written) instanceof PDFRawStream
      ? context.getRef(written)
      : undefined;
  if (ref === undefined) page.dict.set(PDFName.of('Contents'), context.register(stream));
  else context.assign(ref, stream);
}

function writeMetadata(context: PDFContext, { lang, date }: PdfIdentity, isAccessible: boolean): void {
  const catalog = catalogOf(context);
  const info = context.lookup(context.trailerInfo.Info);
  if (catalog === undefined || !(info instanceof PDFDict)) return;
  const packet = xmpPacket({
    title: textAt(info, 'Title') ?? '',
    lang,
    date,
    creator: textAt(info, 'Creator'),
    producer: textAt(info, 'Producer'),
    isAccessible,
  });
  const stream = PDFRawStream.of(
    context.obj({ Type: 'Metadata', Subtype: 'XML' }),
    new TextEncoder().encode(packet),
  );
  const before = catalog.get(PDFName.of('Metadata'));
  const ref = before && context.getRef(before);
  if (ref === undefined) catalog.set(PDFName.of('Metadata'), context.register(stream));
  else context.assign(ref, stream);
}

/** Returns what each figure takes of its page, with the page's corner as origin; none that paints on two pages. */
function boxesOf(
  top: readonly StructElement[],
  pages: readonly Page[],
): Map<StructElement, readonly number[]> {
  const boxes = new Map<StructElement, readonly number[]>();
  for (const figure of elementsOf(top)) {
    if (figure.type !== 'Figure') continue;
    const marks = marksOf(figure);
    const [first] = marks;
    const page = first && pages[first.page];
    if (page === undefined || marks.some((kid) => kid.page !== first?.page)) continue;
    const box = marks.reduce<Box | undefined>((all, kid) => union(all, markOf(pages, kid)?.box), undefined);
    if (box === undefined) continue;
    const [left, bottom, right, height] = mediaBox(page.dict);
    const limits = [
      Math.max(box[0], left),
      Math.max(box[1], bottom),
      Math.min(box[2], right),
      Math.min(box[3], height),
    ];
    boxes.set(
      figure,
      limits.map((one) => Math.round(one * 100) / 100),
    );
  }
  return boxes;
}
