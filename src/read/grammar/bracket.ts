/** A cell of two figures: `4 (0 new)`. */
export interface Bracketed {
  /** What stands before the bracket. */
  readonly own: string;
  /** What stands inside it. */
  readonly inside: string;
  /** The number in the bracket and the word behind it; absent where it has another form. */
  readonly other?: { readonly text: string; readonly offset: number; readonly word: string };
}

const BRACKETED = /^(?<own>[^()\s][^()]*)\((?<inside>[^()]*)\)$/;
const OTHER = /^(?<text>\S+)\s+(?<word>\p{L}.*)$/u;

/** Returns the two figures of a cell with a bracket behind its number; undefined for any other, such as `(1.47)`. */
export function parseBracketed(text: string): Bracketed | undefined {
  const parts = BRACKETED.exec(text)?.groups;
  const [own, inside] = [parts?.['own']?.trimEnd(), parts?.['inside']];
  if (own === undefined || inside === undefined) return undefined;
  const other = OTHER.exec(inside.trim())?.groups;
  const [number, word] = [other?.['text'], other?.['word']];
  if (number === undefined || word === undefined) return { own, inside };
  const offset = text.lastIndexOf('(') + 1 + inside.length - inside.trimStart().length;
  return { own, inside, other: { text: number, offset, word } };
}
