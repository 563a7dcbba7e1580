import type { WordRun } from '../comparison.ts';

/** How many words of what stayed are kept beside what changed, and the most of what went or came. */
const AROUND = 6;
const MOST_CHANGED = 60;

/**
 * Returns the runs of words trimmed to the places that changed, with a few words around them and an ellipsis for the rest,
 * on one line, so that a change in a long text stays readable.
 */
export function trimmedRuns(runs: readonly WordRun[]): WordRun[] {
  return runs.flatMap(({ kind, text }, index) => {
    const line = text.replace(/\s+/g, ' ');
    const kept =
      kind === 'same' ? around(line, index > 0, index < runs.length - 1) : wordsKept(line, MOST_CHANGED, 0);
    return kept === '' ? [] : [{ kind, text: kept }];
  });
}

/** The words of each text that are told where the two stand apart. */
const MOST_APART = 40;

/** Returns whether more than half of the words of a text changed: what only came, or only went, is readable all the same. */
export function isRewritten(runs: readonly WordRun[]): boolean {
  const count = (kind: WordRun['kind']): number =>
    runs.filter((one) => one.kind === kind).reduce((sum, { text }) => sum + wordsIn(text), 0);
  const [same, removed, added] = [count('same'), count('removed'), count('added')];
  return removed > 0 && added > 0 && Math.max(removed, added) > same;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Returns the two texts that runs of words are of, each on one line and cut to about forty words. */
export function textsApart(runs: readonly WordRun[]): { readonly before: string; readonly after: string } {
  const without = (kind: WordRun['kind']): string => {
    const kept = runs.filter((one) => one.kind !== kind).map(({ text }) => text);
    return wordsKept(kept.join('').replace(/\s+/g, ' ').trim(), MOST_APART, 0);
  };
  return { before: without('added'), after: without('removed') };
}

/** The words beside a change, before it, after it or both. */
function around(line: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  return wordsKept(line, isAfterChange ? AROUND : 0, isBeforeChange ? AROUND : 0);
}

const LONG_WORD = 60;

/** The first and the last so many words; all of them where no more than one would be left out. */
function wordsKept(line: string, first: number, last: number): string {
  const words = line.trim().split(' ');
  const [before, after] = [line.startsWith(' ') ? ' ' : '', line.endsWith(' ') && line.length > 1 ? ' ' : ''];
  const short = words.map((word) => (word.length > LONG_WORD ? `${word.slice(0, LONG_WORD - 1)}…` : word));
  if (words.length <= first + last + 1) return `${before}${short.join(' ')}${after}`;
  const kept = [...short.slice(0, first), '…', ...(last === 0 ? [] : short.slice(-last))];
  return `${first === 0 ? '' : before}${kept.join(' ')}${last === 0 ? '' : after}`;
}
