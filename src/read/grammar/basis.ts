import type { Basis } from '../../model/dataset.ts';
import { fold } from '../../model/suggest.ts';
import { quoted, read, unread, type Reading } from './reading.ts';

const WORDS: Readonly<Record<string, Basis>> = {
  headcount: 'headcount',
  hc: 'headcount',
  people: 'headcount',
  fte: 'fte',
  wte: 'fte',
  fulltimeequivalent: 'fte',
  wholetimeequivalent: 'fte',
};

/** Returns the basis that a text names: `fte`, `WTE`, `headcount`, `people`, and the like. */
export function parseBasis(text: string): Reading<Basis> {
  const word = fold(text);
  const basis = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return basis ? read(basis) : unread('E070', `${quoted(text)} is not a basis`);
}
