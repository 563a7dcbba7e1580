import { fold, slipsBetween } from '../../model/suggest.ts';
import { TRADE_WORDS } from './trade-words.ts';

/** The most letters of a word in which one slip makes another word: `Duty`, `Unit`, `East`. */
const SHORT = 4;
/** The fewest letters of a word in which two slips are still slips. */
const LONG = 9;

/** What a word of a name is. */
export const WORD = /[\p{L}\p{N}]+/gu;

/** Returns the words of a name, in lower case. */
export function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(WORD) ?? [];
}

/** Returns whether two names, by their words, are one but for a slip of the pen in one word: `Assessment` and `Assesment`. */
export function areNearlyAlike(a: readonly string[], b: readonly string[]): boolean {
  if (fold(a.join('')) === fold(b.join(''))) return true;
  if (a.length !== b.length) return false;
  const apart = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index] ?? ''] as const]));
  const [pair, another] = apart;
  return pair !== undefined && another === undefined && !areBothOfTheTrade(...pair) && isSlip(...pair);
}

/**
 * Returns whether one word is another but for a slip of the pen. Words that differ by a number, a point of the compass or
 * what stands before them (`Qualified`, `Unqualified`) are two.
 */
function isSlip(left: string, right: string): boolean {
  const length = Math.max(left.length, right.length);
  if (
    Math.min(left.length, right.length) <= SHORT ||
    /\d/.test(left + right) ||
    pointsOf(left) !== pointsOf(right) ||
    hasPrefix(left, right) ||
    hasPrefix(right, left)
  )
    return false;
  return slipsBetween(left, right) <= (length >= LONG ? 2 : 1);
}

function pointsOf(word: string): string {
  return (word.match(/north|south|east|west|upper|lower|inner|outer/g) ?? []).join(' ');
}

/** One letter before a word may be a slip, two are not. */
function hasPrefix(word: string, stem: string): boolean {
  return word.length >= stem.length + 2 && word.endsWith(stem);
}

/** `Contact` and `Contracts` are two, `Manager` and `Managers` one. */
function areBothOfTheTrade(left: string, right: string): boolean {
  const [one, other] = [left, right].map((word) => word.replace(/s$/, ''));
  return one !== other && isOfTheTrade(left) && isOfTheTrade(right);
}

function isOfTheTrade(word: string): boolean {
  return TRADE_WORDS.has(word) || TRADE_WORDS.has(word.replace(/s$/, ''));
}
