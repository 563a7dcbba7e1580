import type { TextRun } from './painted.ts';

/** Glyphs that are painted on one line, with where they stand on it. */
export interface Stretch extends TextRun {
  /** On which page, where they may be on several. */
  readonly page?: number;
  /** How wide the first of its glyphs is, where it has several. */
  readonly head?: number | undefined;
}

/** What a line may end with where the next one goes on without a space, and what a word then goes on with all the same. */
const ENDS_WITH_SIGN = /(?:[\p{L}\p{N}\p{Pe}\p{Pf}][-\u00ad\u2010-\u2015]|\S\/)$/u;
const HANGING_HYPHEN = /\p{L}[-\u2010]$/u;
const GOES_ON_AFTER_IT = /^(?:and|or|to)\s/;
/** Scripts that put no space between words. */
const NO_SPACE_AFTER = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]$/u;
const NO_SPACE_BEFORE = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
/** An address, a path or a name of data: the browser breaks it anywhere where a line cannot hold it. */
const ADDRESS = /[@_]|:\/\/|\p{L}{2}\.\p{L}{2}/u;

/**
 * Returns the text of glyphs in the order in which they are painted, in one line: a space stands where a line ends and
 * where room is left between two glyphs, which a browser writes without one.
 */
export function textOfRuns(runs: readonly TextRun[]): string {
  const spaces = spacesBetween(runs);
  const parts = runs.map(({ text }, index) => (spaces.has(index) ? ` ${text}` : text));
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Returns, as indexes, the stretches before which a space belongs that the browser has not written. */
export function spacesBetween(stretches: readonly Stretch[]): ReadonlySet<number> {
  const found = new Set<number>();
  let text = '';
  let lineFrom = 0;
  let last: Stretch | undefined;
  for (const [index, next] of stretches.entries()) {
    const isBelow = last !== undefined && !isOnOneLine(last, next);
    const isApart =
      last !== undefined &&
      (isBelow
        ? !isOneWord(text, textFrom(stretches, index)) &&
          !isBrokenAddress(text.slice(lineFrom), text, last, next, stretches)
        : gapBetween(last, next) > 0.12 * sizeOf(last, next));
    if (isApart && !/\s$/.test(text) && !/^\s/.test(next.text)) {
      found.add(index);
      text += ' ';
    }
    if (isBelow) lineFrom = text.length;
    text += next.text;
    if (next.text.trim() !== '') last = next;
    else if (last !== undefined) last = { ...last, end: next.end };
  }
  return found;
}

function sizeOf(last: Stretch, next: Stretch): number {
  return Math.max(last.size, next.size, 1);
}

function isOnOneLine(last: Stretch, next: Stretch): boolean {
  return last.page === next.page && Math.abs(next.y - last.y) <= 0.6 * sizeOf(last, next);
}

/** Whichever of both stands first. */
function gapBetween(last: Stretch, next: Stretch): number {
  return Math.max(next.x - last.end, last.x - next.end);
}

/** Returns as much of what follows as tells which word it is: a stretch may be a single glyph. */
function textFrom(stretches: readonly Stretch[], index: number): string {
  return stretches
    .slice(index, index + 4)
    .map(({ text }) => text)
    .join('');
}

/** Whether a line ends within a word, at a place where words may be broken. */
function isOneWord(before: string, after: string): boolean {
  if (HANGING_HYPHEN.test(before) && GOES_ON_AFTER_IT.test(after)) return false;
  return ENDS_WITH_SIGN.test(before) || (NO_SPACE_AFTER.test(before) && NO_SPACE_BEFORE.test(after));
}

/** Whether an address alone fills a line, so that no glyph more would have had room on it. */
function isBrokenAddress(
  line: string,
  before: string,
  last: Stretch,
  next: Stretch,
  stretches: readonly Stretch[],
): boolean {
  if (/\s/.test(line) || !ADDRESS.test(/\S*$/.exec(before)?.[0] ?? '')) return false;
  // A new sentence, or the next of several addresses.
  if (/^\p{Lu}\p{Ll}/u.test(next.text)) return false;
  const right = stretches.reduce(
    (most, { page, end }) => (page === last.page ? Math.max(most, end) : most),
    0,
  );
  return last.end + (next.head ?? next.end - next.x) > right;
}
