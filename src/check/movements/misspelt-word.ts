import { slipsBetween } from '../../model/suggest.ts';
import { WORD } from './nearly-alike.ts';
import { TRADE_WORDS } from './trade-words.ts';

/** Of shorter words one letter makes another too often. */
const LEAST = 6;
/** Of shorter words a wrong letter makes another too often: `leader` and `loader`. */
const LEAST_OF_WRONG = 9;
/** The letters at the end of a word that a wrong letter leaves as they are: else it may be another form of the word. */
const ENDING = 3;

/** A word of a name as it is written, and the word of the trade that was meant. */
export interface Misspelt {
  readonly word: string;
  readonly meant: string;
  /** The name with what was meant in its place. */
  readonly name: string;
}

/** Returns the word of a name that is one of the trade's but for one slip within it; undefined where none is. */
export function misspeltWord(name: string): Misspelt | undefined {
  for (const { 0: written, index } of name.matchAll(WORD)) {
    const known = meantBy(written.toLowerCase());
    if (known === undefined) continue;
    const meant = likeCase(written, known);
    return { word: written, meant, name: name.slice(0, index) + meant + name.slice(index + written.length) };
  }
  return undefined;
}

/** Another form of any word of the trade is right, and of what may be either of two words neither is known. */
function meantBy(word: string): string | undefined {
  if (STEMS.has(stemOf(word))) return undefined;
  const [meant, another] = LONG_WORDS.filter((known) => isMisspelt(word, known));
  return another === undefined ? meant : undefined;
}

/** Whether a letter between the first and the last is left out, added, changed with its neighbour, or a wrong one. */
function isMisspelt(word: string, known: string): boolean {
  if (word[0] !== known[0] || word.at(-1) !== known.at(-1) || slipsBetween(word, known) !== 1) return false;
  return !isWrongLetter(word, known) || isWithinStem(word, known);
}

function isWrongLetter(word: string, known: string): boolean {
  const lettersOf = (text: string) => Array.from(text).sort().join('');
  return word.length === known.length && lettersOf(word) !== lettersOf(known);
}

function isWithinStem(word: string, known: string): boolean {
  return known.length >= LEAST_OF_WRONG && word.slice(-ENDING) === known.slice(-ENDING);
}

/** What words of one stem end with: `manager`, `managing`; `education`, `educator`; `strategic`, `strategies`. */
const SUFFIX =
  /(?:[ai]bility|[ai]ble|ances?|ants?|ary|ences?|ents?|ency|ees?|ory|ors?|ers?|ed|ies|i[sz](?:ed|er|ers|ing|ation|e|es)|is[mt]s?|ings?|ions?|ional|ively|ives?|ics?|ically|ality|als?|ally|ity|ly|ship|ful|less|ness|es|e|s|y)$/;

function stemOf(word: string): string {
  return word.replace(SUFFIX, '');
}

const STEMS: ReadonlySet<string> = new Set([...TRADE_WORDS].flatMap((word) => [word, stemOf(word)]));
const LONG_WORDS: readonly string[] = [...TRADE_WORDS].filter(({ length }) => length >= LEAST);

function likeCase(written: string, meant: string): string {
  if (written === written.toUpperCase()) return meant.toUpperCase();
  const [first = ''] = written;
  return first === first.toUpperCase() ? `${first}${meant.slice(1)}` : meant;
}
