import { foldedWords, type Acceptance } from '../model/checks.ts';
import type { Finding } from '../model/finding.ts';

/** Returns whether an acceptance is of a finding in the papers of a workstream: of its code, its subject and its words. */
export function isAccepted(one: Finding, entry: Acceptance, workstream: string | undefined): boolean {
  return isSubject(one, entry, workstream) && saysSo(one, entry);
}

/** Returns whether an acceptance is of the code and the subject of a finding, whatever that says. */
export function isSubject(
  { code, about }: Finding,
  entry: Acceptance,
  workstream: string | undefined,
): boolean {
  return (
    entry.code === code &&
    entry.of === about &&
    (entry.workstream === undefined || entry.workstream === workstream)
  );
}

/** Returns whether an acceptance is of several findings among these that say different things. */
export function isAmbiguous(
  entry: Acceptance,
  among: readonly Finding[],
  workstream: string | undefined,
): boolean {
  const accepted = among.filter((one) => isAccepted(one, entry, workstream));
  return new Set(accepted.map(({ message }) => message)).size > 1;
}

/**
 * The message has the words, and they are whole: `6 unexplained` is no part of `16 unexplained` nor of `−6 unexplained`.
 * Where the message has a value, the words have one, or else they would fit any.
 */
function saysSo({ message, about = '' }: Finding, { says }: Acceptance): boolean {
  const words = foldedWords(says.value);
  const whole = foldedWords(message);
  const known = new Set(numbersOf(about));
  const hasValue = (text: string) => numbersOf(text).some((one) => !known.has(one));
  if (hasValue(whole) && !hasValue(words)) return false;
  let start = whole.indexOf(words);
  while (start >= 0) {
    if (!isCut(whole, start) && !isCut(whole, start + words.length)) return true;
    start = whole.indexOf(words, start + 1);
  }
  return false;
}

/** Whether a word or number goes on across a place in a text. */
function isCut(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at);
  return (
    (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
    (/\d[.,]$|[+−]$/.test(before) && /^\d/.test(after)) ||
    (/\d$/.test(before) && /^(?:[.,]\d|\s?%)/.test(after))
  );
}

function numbersOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}
