import type { PDFDict } from '@cantoo/pdf-lib';
import { fontsOf } from '../../src/render/pdf/fonts.ts';
import { contentOf } from '../../src/render/pdf/objects.ts';
import { textOfRuns } from '../../src/render/pdf/run-text.ts';
import { surveyContent } from '../../src/render/pdf/survey.ts';

/** Above every number that a page's content has. */
const OWN = 1_000_000;

/** Returns the texts of a page that are artifacts, without white space, in the order in which they are painted. */
export function artifactTexts(page: PDFDict): string[] {
  let next = OWN;
  const content = contentOf(page).replace(/\/Artifact <<[^\n]*>>BDC/g, () => {
    next += 1;
    return `/Span <</MCID ${next}>>BDC`;
  });
  const { marks } = surveyContent(content, {
    fonts: fontsOf(page, new Map()),
    wanted: (mcid) => mcid > OWN,
  });
  return marks
    .filter(({ mcid, glyphs }) => mcid > OWN && glyphs > 0)
    .map(({ runs }) => withoutSpace(textOfRuns(runs)));
}

/** Returns what a page repeats when it is printed, without white space: what its margins say, and headings of columns. */
export function repeatedTexts(html: string): ReadonlySet<string> {
  const boxes = [...html.matchAll(/@(top|bottom)-(?:left|right)\{content:"([^"]*)"/g)].map(
    ([, side = '', text = '']) => ({ side, text: withoutSpace(unescapedCss(text)) }),
  );
  const heads = boxes.filter(({ side }) => side === 'top').map(({ text }) => text);
  const columns = [...html.matchAll(/<th\b[^>]*>([\s\S]*?)<\/th>/g)].map(([, markup = '']) =>
    withoutSpace(markup.replace(/<[^>]*>/g, '')),
  );
  // Left and right of a margin are painted at once.
  const pairs = heads.flatMap((left) => heads.map((right) => left + right));
  return new Set([...boxes.map(({ text }) => text), ...pairs, ...columns].filter((text) => text !== ''));
}

function unescapedCss(text: string): string {
  return text.replace(/\\([0-9a-f]{1,6}) ?/gi, (_all, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
