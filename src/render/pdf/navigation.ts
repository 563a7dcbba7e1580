import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFContext } from '@cantoo/pdf-lib';
import { arrayAt, catalogOf, dictAt, itemsAt, nameAt, textAt, textString } from './objects.ts';
import { textOfElement, type Page } from './page.ts';
import { bookmarksOf, elementOfBookmark, placeOf, type Bookmark, type Place } from './places.ts';
import { elementsOf, type StructElement } from './tree.ts';

/** Bookmarks down to this level are shown when a document is opened. */
const OPEN_LEVELS = 1;

/**
 * Gives each bookmark the text of its heading as it stands on the page: the browser writes it twice where the heading
 * was moved to the next page, and without a space where it is broken. The first level alone is open.
 */
export function settleBookmarks(top: readonly StructElement[], pages: readonly Page[]): void {
  const headings = new Map(elementsOf(top).map((element) => [element.dict, element]));
  for (const bookmark of bookmarksOf(pages)) {
    const dict = elementOfBookmark(bookmark);
    const heading = dict && headings.get(dict);
    const text = heading === undefined ? '' : textOfElement(pages, heading);
    if (text !== '') bookmark.dict.set(PDFName.of('Title'), textString(text));
    // What it stood for has lost its place in the tree.
    if (dict !== undefined && heading === undefined) bookmark.dict.delete(PDFName.of('SE'));
  }
  const context = pages[0]?.dict.context;
  const outlines = context && dictAt(catalogOf(context), 'Outlines');
  if (outlines) countOpen(outlines, 0);
}

/** Sets how many bookmarks are seen below one, negative where it is closed; returns the number. */
function countOpen(parent: PDFDict, level: number): number {
  let count = 0;
  for (let dict = dictAt(parent, 'First'); dict !== undefined; dict = dictAt(dict, 'Next')) {
    const below = countOpen(dict, level + 1);
    count += 1 + (level < OPEN_LEVELS ? below : 0);
  }
  if (count > 0) parent.set(PDFName.of('Count'), PDFNumber.of(level <= OPEN_LEVELS ? count : -count));
  return level <= OPEN_LEVELS ? count : 0;
}

/** Says of each link in words where it leads, and has the keyboard go through them in the order of the tree. */
export function settleLinks(top: readonly StructElement[], pages: readonly Page[]): void {
  const owners = new Map<PDFRef, StructElement>();
  for (const element of elementsOf(top))
    for (const kid of element.kids) if (kid.kind === 'object' && kid.ref) owners.set(kid.ref, element);
  const bookmarks = bookmarksOf(pages);
  for (const { dict: page } of pages) {
    const annotations = arrayAt(page, 'Annots');
    if (annotations === undefined) continue;
    page.set(PDFName.of('Tabs'), PDFName.of('S'));
    for (const ref of annotations.asArray()) {
      const dict = page.context.lookup(ref);
      if (!(dict instanceof PDFDict) || nameAt(dict, 'Subtype') !== 'Link') continue;
      const owner = ref instanceof PDFRef ? owners.get(ref) : undefined;
      const text = linkText(owner === undefined ? '' : textOfElement(pages, owner), dict, pages, bookmarks);
      if (text !== '') dict.set(PDFName.of('Contents'), textString(text));
    }
  }
}

/** A number or a sign does not say where it leads: the heading of that place does. */
function linkText(
  text: string,
  link: PDFDict,
  pages: readonly Page[],
  bookmarks: readonly Bookmark[],
): string {
  if (/\p{L}{3}/u.test(text)) return text;
  const place = placeOf(pages, link);
  const target = place === undefined ? textAt(dictAt(link, 'A'), 'URI') : headingAt(place, bookmarks);
  return [text, target ?? ''].filter((part) => part !== '').join(': ');
}

/** Returns the heading under which a place stands. */
function headingAt(place: Place, bookmarks: readonly Bookmark[]): string | undefined {
  const before = bookmarks.filter(
    (one) =>
      one.place !== undefined &&
      (one.place.page < place.page || (one.place.page === place.page && one.place.top >= place.top - 2)),
  );
  return before.at(-1)?.title ?? bookmarks[0]?.title;
}

/** Sets what a reader's program shows of a document: its title in place of the file's name, and its bookmarks. */
export function settleViewer(context: PDFContext, pages: readonly Page[]): void {
  const catalog = catalogOf(context);
  if (catalog === undefined) return;
  const preferences = dictAt(catalog, 'ViewerPreferences') ?? PDFDict.withContext(context);
  preferences.set(PDFName.of('DisplayDocTitle'), context.obj(true));
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
  if (pages.length > 1 && bookmarksOf(pages).length > 1)
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  const marked = dictAt(catalog, 'MarkInfo');
  marked?.delete(PDFName.of('Suspects'));
}

/** Gives each figure the rectangle that it takes on its page, where it paints on one page alone. */
export function settleFigures(
  top: readonly StructElement[],
  boxes: ReadonlyMap<StructElement, readonly number[]>,
): void {
  for (const figure of elementsOf(top)) {
    const box = boxes.get(figure);
    if (figure.type !== 'Figure' || box === undefined) continue;
    const { context } = figure.dict;
    const layout = context.obj({ O: 'Layout', Placement: 'Block', BBox: [...box] });
    const before = itemsAt(figure.dict, 'A');
    figure.dict.set(PDFName.of('A'), before.length === 0 ? layout : PDFArray.withContext(context));
    const list = arrayAt(figure.dict, 'A');
    for (const one of before.length === 0 ? [] : [...before, layout]) list?.push(one);
  }
}
