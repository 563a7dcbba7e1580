/** A text cut to a room of lines. Markdown stays Markdown: no cut falls inside of emphasis, code or a link. */
export interface Excerpt {
  readonly text: string;
  readonly cut: boolean;
}

/** A line that breaks between words is this full on average. */
const FULL = 0.94;

/** Returns how many lines a text takes at so many characters a line; each paragraph and list item begins a new one. */
export function linesOf(text: string, width: number): number {
  return text
    .split(/\n{2,}|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
    .map((block) => block.trim().length)
    .reduce(
      (sum, length) => sum + (length <= width ? 1 : Math.max(2, Math.ceil(length / (width * FULL)))),
      0,
    );
}

/** Ends of sentences, of paragraphs and of list items. */
const WHOLE = /[.!?]["”’)]?(?=\s+[\p{Lu}\d*_[]|\s*$)|(?=\n\s*\n)|(?=\n\s*(?:[-*+]|\d+[.)])\s)/gu;
const WORD = /(?=\s)/g;

/** Less than this part of the room filled by whole sentences looks like a mistake: then a sentence is cut. */
const LEAST_SHARE = 0.4;

/** Returns the text where it fits the lines, else as many whole sentences as do; at worst it breaks off with an ellipsis. */
export function excerpt(text: string, lines: number, width: number): Excerpt {
  const whole = text.trim();
  if (linesOf(whole, width) <= lines) return { text: whole, cut: false };
  const sentences = longest(whole, WHOLE, (part) => linesOf(part, width) <= lines);
  if (sentences.length >= lines * width * LEAST_SHARE) return { text: sentences, cut: true };
  const words = longest(whole, WORD, (part) => linesOf(`${part} …`, width) <= lines);
  return { text: words === '' ? '…' : `${words.replace(/[,;:.–-]+$/, '')} …`, cut: true };
}

/** The longest part before one of the breaks that fits and leaves no markup open. */
function longest(text: string, breaks: RegExp, fits: (part: string) => boolean): string {
  let best = '';
  for (const { index, 0: match } of text.matchAll(breaks)) {
    const part = text.slice(0, index + match.length).trim();
    if (!fits(part)) break;
    if (isBalanced(part)) best = part;
  }
  return best;
}

function isBalanced(text: string): boolean {
  const prose = text.replace(/^\s*[*+-]\s/gm, '');
  const count = (pattern: RegExp): number => prose.match(pattern)?.length ?? 0;
  return (
    count(/\*\*/g) % 2 === 0 &&
    count(/(?<!\*)\*(?!\*)/g) % 2 === 0 &&
    count(/`/g) % 2 === 0 &&
    count(/(?<!\w)_/g) === count(/_(?!\w)/g) &&
    count(/\[/g) === count(/\]/g) &&
    count(/\(/g) === count(/\)/g)
  );
}
