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
