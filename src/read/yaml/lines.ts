import type { SourceLine } from '../../model/place.ts';
import type { SourceText } from '../source-text.ts';

/**
 * Returns where each line of a scalar, written from `start` up to `end` without its quotation marks or block sign,
 * stands in its value. Lines are matched in order, whatever indentation and line breaks the style takes away;
 * undefined where value and text differ in more than white space, as they do with escapes.
 */
export function linesOf(
  source: SourceText,
  value: string,
  start: number,
  end: number,
): readonly SourceLine[] | undefined {
  const lines: SourceLine[] = [];
  let from = start;
  let reached = 0;
  for (const line of source.text.slice(start, end).split('\n')) {
    const words = line.trim();
    if (words !== '') {
      const offset = nextInk(value, reached);
      if (!value.startsWith(words, offset)) return undefined;
      const at = source.place(from + line.indexOf(words));
      lines.push({ offset, line: at.line, column: at.column });
      reached = offset + words.length;
    }
    from += line.length + 1;
  }
  return nextInk(value, reached) === value.length ? lines : undefined;
}

/** Returns the offset of the first character from `start` on that is no white space; the length where there is none. */
function nextInk(text: string, start: number): number {
  const ink = /\S/g;
  ink.lastIndex = start;
  return ink.exec(text)?.index ?? text.length;
}
