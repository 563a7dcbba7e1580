import { Lexer } from 'yaml';

/** Comes before a text without quotation marks, and is no character of the file. */
const TEXT = '\u001f';
/** Signs of the lexer that are no characters of the file: a text, the start of a document, the end of a flow. */
const SIGNS: ReadonlySet<string> = new Set([TEXT, '\u0002', '\u0018']);
const OPENING: ReadonlySet<string> = new Set([TEXT, '[', '{', '-']);

/**
 * Returns the offset of the first part (key, text, list, map or entry) of a YAML text beyond `limit` of them; undefined
 * where there are no more. The lexer stops there: the parser, which takes far longer, is not to see such a text at all.
 */
export function tooManyPartsAt(text: string, limit: number): number | undefined {
  // Each part takes a character at least.
  if (text.length <= limit) return undefined;
  let parts = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (OPENING.has(token) || token.startsWith('"') || token.startsWith("'")) parts += 1;
    if (parts > limit) return offset;
    if (!SIGNS.has(token)) offset += token.length;
  }
  return undefined;
}
