import type { Tone } from '../view.ts';
import type { PaperMark, PaperTone } from './paper.ts';

/** Returns a tone as the page has it: what is neither good nor bad is plain. */
export function toneOf(tone: Tone): PaperTone {
  return tone === 'good' || tone === 'bad' ? tone : 'plain';
}

/** Returns a tone with its sign and its word, so that colour is never alone; null for what is neither good nor bad. */
export function markOf(tone: Tone, bad: string): PaperMark | null {
  if (tone === 'good') return { tone, sign: 'tick', word: 'Better' };
  return tone === 'bad' ? { tone, sign: 'alert', word: bad } : null;
}
