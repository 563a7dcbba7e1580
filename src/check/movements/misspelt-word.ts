import { isSlip, wordsOf } from './nearly-alike.ts';
import { TRADE_WORDS } from './trade-words.ts';

/** Of shorter words one letter makes another too often. */
const LEAST = 6;

/** A word of a name as it is written, and the word of the trade that was meant. */
export interface Misspelt {
  readonly word: string;
  readonly meant: string;
  /** The name with what was meant in its place. */
  readonly name: string;
}

/** Returns the word of a name that is one of the trade's but for a slip after its first letter; undefined where none is. */
export function misspeltWord(name: string): Misspelt | undefined {
  for (const word of wordsOf(name)) {
    if (TRADE_WORDS.has(word)) continue;
    const [meant, another] = [...TRADE_WORDS].filter((one) => isMisspelt(word, one));
    if (meant === undefined || another !== undefined) continue;
    const at = name.toLowerCase().indexOf(word);
    const written = name.slice(at, at + word.length);
    const right = likeCase(written, meant);
    return { word: written, meant: right, name: name.slice(0, at) + right + name.slice(at + word.length) };
  }
  return undefined;
}

function isMisspelt(word: string, known: string): boolean {
  return known.length >= LEAST && word[0] === known[0] && !isInflected(word, known) && isSlip(word, known);
}

/** Another form of a word is no slip: `managers`, `managing`, `fostered`. */
function isInflected(word: string, known: string): boolean {
  return word === `${known}s` || stemOf(word) === stemOf(known);
}

function stemOf(word: string): string {
  return word.replace(/(?:ies|ing|ors|ers|or|er|ed|es|al|e|s|y)$/, '');
}

function likeCase(written: string, meant: string): string {
  if (written === written.toUpperCase()) return meant.toUpperCase();
  const [first = ''] = written;
  return first === first.toUpperCase() ? `${first}${meant.slice(1)}` : meant;
}
