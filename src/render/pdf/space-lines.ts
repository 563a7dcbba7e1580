import { eachOperation, showsText, stringsOf, type Operation } from './content-operations.ts';
import { INLINE_KINDS } from './lean-tree.ts';
import type { Page } from './page.ts';
import type { TextLine } from './painted.ts';
import { spacesBetween, type Stretch } from './run-text.ts';
import type { Kid, MarkedKid, StructElement } from './tree.ts';

/** What is put into a page's content, and where. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Kinds that a text of their own stands for. */
const TOLD_IN_WORDS: ReadonlySet<string> = new Set(['Figure', 'Formula']);

interface PlacedLine {
  readonly page: number;
  readonly line: TextLine;
}

/**
 * Returns, by page, the spaces that a browser leaves out where a line ends, so that nobody who reads the text of an element
 * alone takes two words for one. Each is shown after the last glyph of its line: nothing is painted, and nothing is moved.
 */
export function spacesAtLineEnds(
  top: readonly StructElement[],
  pages: readonly Pick<Page, 'content'>[],
  linesOf: (kid: MarkedKid) => readonly TextLine[],
): readonly (readonly Insertion[])[] {
  const insertions = pages.map((): Insertion[] => []);
  for (const lines of flowsOf(top, linesOf)) {
    if (lines.length < 2) continue;
    const stretches = lines.map((one) => stretchOf(one, pages[one.page]?.content ?? ''));
    for (const index of spacesBetween(stretches)) {
      const [before, after] = [lines[index - 1], lines[index]];
      const space = before?.line.font?.space();
      if (before === undefined || space === undefined) continue;
      // Where a line ends that is read from right to left is not told by the order of its glyphs.
      if (before.line.isReversed || after?.line.isReversed === true) continue;
      insertions[before.page]?.push({ at: before.line.to, text: `\n${space} Tj` });
    }
  }
  return insertions;
}

/** Returns the lines of each element that are read one after the other, with those of elements within them. */
function flowsOf(
  top: readonly Kid[],
  linesOf: (kid: MarkedKid) => readonly TextLine[],
): readonly (readonly PlacedLine[])[] {
  const flows: PlacedLine[][] = [];
  const collect = (kids: readonly Kid[], flow: PlacedLine[]): void => {
    for (const kid of kids)
      if (kid.kind === 'mark') {
        for (const line of linesOf(kid)) flow.push({ page: kid.page, line });
      } else if (kid.kind === 'element')
        if (INLINE_KINDS.has(kid.type)) collect(kid.kids, flow);
        else if (!TOLD_IN_WORDS.has(kid.type)) {
          const own: PlacedLine[] = [];
          flows.push(own);
          collect(kid.kids, own);
        }
  };
  collect(top, []);
  return flows;
}

function stretchOf({ page, line }: PlacedLine, content: string): Stretch {
  const { from, to, font, size, x, y, lastX } = line;
  const strings: string[] = [];
  const read = (operation: Operation): void => {
    if (showsText(operation)) strings.push(...stringsOf(operation));
  };
  eachOperation(content.slice(from, to), read, (_x, _y, operation) => {
    strings.push(operation.operand(0));
  });
  const width = (some: readonly string[]): number => (font?.read(some).width ?? 0) * size;
  const text = font?.read(strings).text ?? '';
  const [head, tail] = [strings.slice(0, 1), strings.slice(-1)].map(width);
  return { page, text, x, y, end: lastX + (tail ?? 0), size, head };
}
