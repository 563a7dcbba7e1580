/** Widths of Source Sans 3, semibold too, in em and rounded up: charts are laid out without a browser. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['…', 0.96],
      ['MWm%@—', 0.88],
      ["ijlI.,:;'’|!() ", 0.32],
      ['frt', 0.39],
      ['csz', 0.47],
      ['aegkvxy0123456789', 0.53],
      ['w', 0.8],
      ['bdhnopqu–−+=', 0.57],
    ] as const
  ).flatMap(([chars, width]) => Array.from(chars, (char) => [char, width] as const)),
);
/** Capitals above all. */
const OTHER = 0.67;

/** Returns the width that a text takes at most, in the units of `size`. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += WIDTHS.get(char) ?? OTHER;
  return width * size;
}

/** Returns the text where it fits the width, else its beginning with an ellipsis. */
export function textWithin(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const chars = Array.from(text);
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** Returns the text in lines that break between words; a word wider than the line stands alone. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const joined = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(joined, size) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
