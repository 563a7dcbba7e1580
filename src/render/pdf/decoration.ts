import { markOf, type Page } from './page.ts';
import { textOfRuns } from './run-text.ts';
import type { Mark } from './painted.ts';
import { elementsOf, marksOf, type MarkedKid, type StructElement } from './tree.ts';

/** Kinds whose content is kept although it shows no text: a picture, and the drawn sign of a list item. */
const DRAWN = new Set(['Figure', 'Formula', 'Lbl']);

/** Returns of which marks the text is needed, by page: headings, links and what stands on several pages. */
export function marksToRead(top: readonly StructElement[], pages: number): Set<number>[] {
  const wanted = Array.from({ length: pages }, () => new Set<number>());
  for (const element of elementsOf(top)) {
    const marks = element.kids.filter((kid) => kid.kind === 'mark');
    const isSplit = new Set(marks.map(({ page }) => page)).size > 1;
    const isNamed = /^(?:H\d?|Link)$/.test(element.type);
    for (const { page, mcid } of isNamed ? marksOf(element) : isSplit ? marks : []) wanted[page]?.add(mcid);
  }
  return wanted;
}

/**
 * Takes out of a tree what only decorates: rules, frames and backgrounds, and text that a page repeats. Returns the marks
 * that repeat what another page has, which are running heads.
 */
export function takeDecoration(top: readonly StructElement[], pages: readonly Page[]): ReadonlySet<Mark> {
  const repeated = new Set<Mark>();
  const walk = (element: StructElement, isDrawn: boolean): void => {
    const again = repeatsIn(element, pages);
    for (const mark of again.values()) repeated.add(mark);
    element.kids = element.kids.filter((kid) => {
      if (kid.kind === 'element') walk(kid, isDrawn || DRAWN.has(kid.type));
      if (kid.kind !== 'mark') return true;
      const mark = markOf(pages, kid);
      if (mark === undefined || again.has(kid)) return false;
      return mark.glyphs > 0 || (isDrawn && mark.paths + mark.images > 0);
    });
  };
  for (const element of top) walk(element, DRAWN.has(element.type));
  return repeated;
}

/** Text of an element that stands on a second page as well: the headings of a table, or a heading that moved on. */
function repeatsIn(element: StructElement, pages: readonly Page[]): ReadonlyMap<MarkedKid, Mark> {
  const kids = element.kids.filter((kid) => kid.kind === 'mark');
  const again = new Map<MarkedKid, Mark>();
  if (new Set(kids.map(({ page }) => page)).size < 2) return again;
  const shown = kids.flatMap((kid) => {
    const mark = markOf(pages, kid);
    return mark === undefined || mark.glyphs === 0 ? [] : [{ kid, mark, text: textOfRuns(mark.runs) }];
  });
  for (const one of shown) {
    const same = shown.filter(({ text, kid }) => text === one.text && kid.page !== one.kid.page);
    const first = [one, ...same].toSorted(
      (a, b) => Number(b.mark.seen) - Number(a.mark.seen) || a.kid.page - b.kid.page,
    )[0];
    if (first !== one && one.text !== '') again.set(one.kid, one.mark);
  }
  return again;
}
