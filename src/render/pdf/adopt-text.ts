import type { Page } from './page.ts';
import type { Loose, Mark } from './painted.ts';
import type { MarkedKid, StructElement } from './tree.ts';

/** An element's content, by the number that it has in the page's content as the browser wrote it. */
export interface Owned {
  readonly owner: StructElement;
  readonly kid: MarkedKid;
}

const SAME_LINE = 3;

/**
 * Gives text that a style sheet put between words (`: `, `=`), which the browser leaves out of the tree, to the element
 * that it stands beside: the one before it, unless that ends on another line. Returns what was given; the kids are in
 * the tree, without a number.
 */
export function adoptText(
  page: Page,
  index: number,
  owners: ReadonlyMap<Mark, Owned>,
  texts: readonly Loose[],
): ReadonlyMap<Loose, Owned> {
  const marks = page.survey.marks.filter((mark) => owners.has(mark) && mark.glyphs > 0);
  const adopted = new Map<Loose, Owned>();
  const last = new Map<Mark, MarkedKid>();
  for (const loose of texts) {
    const before = marks.findLast((mark) => mark.open.to <= loose.from);
    const after = marks.find((mark) => mark.open.from >= loose.to);
    const level = loose.box?.[1] ?? 0;
    const isBefore =
      before !== undefined &&
      (after === undefined ||
        Math.abs((before.box?.[1] ?? 0) - level) < SAME_LINE ||
        Math.abs((after.box?.[3] ?? 0) - level) >= SAME_LINE);
    const beside = isBefore ? before : after;
    const owned = beside && owners.get(beside);
    if (beside === undefined || owned === undefined) continue;
    const kid: MarkedKid = { kind: 'mark', page: index, mcid: -1 };
    const neighbour = (isBefore ? last.get(beside) : undefined) ?? owned.kid;
    owned.owner.kids.splice(owned.owner.kids.indexOf(neighbour) + (isBefore ? 1 : 0), 0, kid);
    if (isBefore) last.set(beside, kid);
    adopted.set(loose, { owner: owned.owner, kid });
  }
  return adopted;
}
