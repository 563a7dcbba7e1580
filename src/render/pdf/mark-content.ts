import { PDFName } from '@cantoo/pdf-lib';
import { mediaBox } from './objects.ts';
import { adoptText, type Owned } from './adopt-text.ts';
import { markOf, type Page } from './page.ts';
import type { Loose, Mark, TextLine } from './painted.ts';
import { spacesAtLineEnds } from './space-lines.ts';
import { elementsOf, type MarkedKid, type StructElement } from './tree.ts';

const DECORATION = '/Artifact <</Type /Layout>>BDC';
/** How far apart two places may be that are the same, in points. */
const SAME = 0.5;
/** From which height and width on a picture may be one of text, in points. */
const LEGIBLE = 8;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Returns the content of each page in which all that an element of the tree holds bears its number, counted anew on each
 * page, and all else is an artifact. The numbers in the tree are set. Text outside the tree goes to the element that it
 * stands beside; where there is none, it is left as it is, for a rule to find, and so is a picture that may be one of text.
 */
export function markContent(
  top: readonly StructElement[],
  pages: readonly Page[],
  repeated: ReadonlySet<Mark>,
): string[] {
  const owners = new Map<Mark, Owned>();
  for (const owner of elementsOf(top))
    for (const kid of owner.kids) {
      const mark = kid.kind === 'mark' ? markOf(pages, kid) : undefined;
      if (kid.kind === 'mark' && mark !== undefined) owners.set(mark, { owner, kid });
    }
  const adoptedOf = pages.map((page, index) => {
    const texts = page.survey.loose.filter(
      (one) => one.isText && one.isForm !== true && !isInMargin(page, one),
    );
    return adoptText(page, index, owners, texts);
  });
  const lines = new Map<MarkedKid, readonly TextLine[]>();
  for (const painted of [owners, ...adoptedOf])
    for (const [part, { kid }] of painted) lines.set(kid, part.lines ?? []);
  const spaces = spacesAtLineEnds(top, pages, (kid) => lines.get(kid) ?? []);
  return pages.map((page, index) => {
    const { marks, loose } = page.survey;
    const adopted = adoptedOf[index];
    const edits: Edit[] = (spaces[index] ?? []).map(({ at, text }) => ({ from: at, to: at, text }));
    let next = 0;
    const numbered = ({ owner, kid }: Owned): string => {
      kid.mcid = next;
      next += 1;
      return `\n${PDFName.of(owner.type).asString()} <</MCID ${kid.mcid}>>BDC`;
    };
    const parts = [...marks, ...loose].toSorted((a, b) => startOf(a) - startOf(b));
    for (const part of parts) {
      const owned = 'mcid' in part ? owners.get(part) : adopted?.get(part);
      if ('mcid' in part) {
        if (owned === undefined) edits.push(...asArtifact(page, part, repeated.has(part)));
        else edits.push({ ...part.open, text: numbered(owned) });
      } else if (owned !== undefined) edits.push(...wrapped(part, numbered(owned)));
      else if (mayHoldText(part)) continue;
      else if (!part.isText) edits.push(...wrapped(part, `\n${DECORATION}`));
      else if (isInMargin(page, part)) edits.push(...wrapped(part, `\n${pagination(page, part)}`));
    }
    return edited(page.content, edits);
  });
}

function startOf(part: Mark | Loose): number {
  return 'mcid' in part ? part.open.from : part.from;
}

/** A filter of a style sheet paints text as a picture, of which no tree knows. */
function mayHoldText({ isPicture, box }: Loose): boolean {
  if (isPicture !== true || box === undefined) return false;
  return box[2] - box[0] >= LEGIBLE && box[3] - box[1] >= LEGIBLE;
}

function wrapped({ from, to }: Loose, open: string): Edit[] {
  return [
    { from, to: from, text: open },
    { from: to, to, text: '\nEMC' },
  ];
}

function asArtifact(page: Page, mark: Mark, isRepeated: boolean): Edit[] {
  if (mark.glyphs + mark.paths + mark.images > 0) {
    const text = isRepeated ? pagination(page, mark) : DECORATION;
    return [{ ...mark.open, text: `\n${text}` }];
  }
  // What paints nothing needs no mark.
  return mark.close === undefined ? [] : [mark.open, mark.close].map((span) => ({ ...span, text: '' }));
}

function pagination(page: Page, { box }: Pick<Loose, 'box'>): string {
  const isHead = box !== undefined && box[1] > heightOf(page) / 2;
  return `/Artifact <</Type /Pagination/Subtype /${isHead ? 'Header' : 'Footer'}/Attached [/${isHead ? 'Top' : 'Bottom'}]>>BDC`;
}

/**
 * Text in a margin of the sheet, whatever its width: the browser paints it first, from the corner of the sheet, and all
 * else from the corner of what the margins leave.
 */
function isInMargin(page: Page, { to, origin }: Loose): boolean {
  if (origin === undefined || Math.abs(origin[0]) > SAME) return false;
  const [first] = page.survey.marks;
  return Math.abs(origin[1] - heightOf(page)) < SAME && (first === undefined || to <= first.open.from);
}

function heightOf({ dict }: Page): number {
  return mediaBox(dict)[3];
}

function edited(content: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(content.slice(at, from), text);
    at = to;
  }
  parts.push(content.slice(at));
  return parts.join('');
}
