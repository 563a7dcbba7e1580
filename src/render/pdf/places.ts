import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { catalogOf, dictAt, refAt, textAt } from './objects.ts';
import type { Page } from './page.ts';

/** A place in a document: a page, counted from 0, and how far up it is, in points. */
export interface Place {
  readonly page: number;
  readonly top: number;
}

/** A bookmark with the place that it leads to. */
export interface Bookmark {
  readonly dict: PDFDict;
  /** From 1. */
  readonly level: number;
  readonly title: string;
  /** Undefined where it leads to no page of the document. */
  readonly place: Place | undefined;
}

/** Returns the bookmarks of a document in order. */
export function bookmarksOf(pages: readonly Page[]): Bookmark[] {
  const catalog = contextCatalog(pages);
  const outlines = dictAt(catalog, 'Outlines');
  const seen = new Set<PDFDict>();
  const under = (parent: PDFDict | undefined, level: number): Bookmark[] => {
    const found: Bookmark[] = [];
    for (
      let dict = dictAt(parent, 'First');
      dict !== undefined && !seen.has(dict);
      dict = dictAt(dict, 'Next')
    ) {
      seen.add(dict);
      const title = textAt(dict, 'Title') ?? '';
      found.push({ dict, level, title, place: placeOf(pages, dict) }, ...under(dict, level + 1));
    }
    return found;
  };
  return under(outlines, 1);
}

/** Returns where a bookmark or a link leads within the document, or undefined where it leads elsewhere or nowhere. */
export function placeOf(pages: readonly Page[], owner: PDFDict): Place | undefined {
  const action = dictAt(owner, 'A');
  const written = owner.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'));
  const named =
    written instanceof PDFName ? dictAt(contextCatalog(pages), 'Dests')?.lookup(written) : written;
  const target: PDFObject | undefined = named instanceof PDFDict ? named.lookup(PDFName.of('D')) : named;
  if (!(target instanceof PDFArray) || target.size() === 0) return undefined;
  const ref = target.get(0);
  const page = ref instanceof PDFRef ? pages.findIndex((one) => one.ref === ref) : -1;
  if (page < 0) return undefined;
  const top = target.size() > 3 ? target.lookup(3) : undefined;
  return { page, top: top instanceof PDFNumber ? top.asNumber() : Number.MAX_SAFE_INTEGER };
}

function contextCatalog(pages: readonly Page[]): PDFDict | undefined {
  const context = pages[0]?.dict.context;
  return context && catalogOf(context);
}

/** Returns the structure element that a bookmark stands for, or undefined. */
export function elementOfBookmark({ dict }: Bookmark): PDFDict | undefined {
  return refAt(dict, 'SE') === undefined ? undefined : dictAt(dict, 'SE');
}
