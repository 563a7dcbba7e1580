import { diffArrays } from 'diff';
import type { WordRun } from '../comparison.ts';

/** White space, a word (a number with its separators is one), or a single mark. */
const TOKENS = /\s+|[^\s.,;:!?()"“”]+(?:[.,:](?=\p{N})[^\s.,;:!?()"“”]+)*|./gsu;

/** Beyond so many words gone and come, a text is another one, and what they share is chance. */
const MOST_EDITS = 600;

/** What the texts of one list may cost together: to compare one takes time by the square of its edits. */
const COST = 60 * MOST_EDITS ** 2;

/** Returns how many words may go and come in each of so many texts before it is another one: fewer, the more there are. */
export function mostEdits(texts: number): number {
  return Math.min(MOST_EDITS, Math.floor(Math.sqrt(COST / Math.max(1, texts))));
}

/**
 * Returns what stayed, went and came from one text to another, word by word, in the order of the texts; what went stands
 * before what came in its place. Joined without `removed` it is exactly `after`, and without `added` exactly `before`.
 * Texts that share too little, more than `most` words gone and come, are one run that went and one that came.
 */
export function wordRuns(before: string, after: string, most = MOST_EDITS): WordRun[] {
  const changes = diffArrays(before.match(TOKENS) ?? [], after.match(TOKENS) ?? [], {
    maxEditLength: most,
  });
  if (changes === undefined) return runsOf([{ same: '', removed: before, added: after }]);
  const steps: Step[] = [];
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    const last = steps.at(-1);
    if (!added && !removed) steps.push({ same: text, removed: '', added: '' });
    else if (last === undefined)
      steps.push({ same: '', removed: removed ? text : '', added: added ? text : '' });
    else if (added) last.added += text;
    else last.removed += text;
  }
  return runsOf(bridged(steps));
}

/** What stayed, and what went and came after it. */
interface Step {
  same: string;
  removed: string;
  added: string;
}

/** Returns the steps without those that are a mere space between two changes: word by word it would be hard to read. */
function bridged(steps: readonly Step[]): Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    const last = kept.at(-1);
    const isBetween = isChange(last) && isChange(step) && step.same.trim() === '';
    if (last !== undefined && isBetween) {
      last.removed += step.same + step.removed;
      last.added += step.same + step.added;
    } else kept.push({ ...step });
  }
  return kept;
}

function isChange(step: Step | undefined): boolean {
  return step !== undefined && (step.removed !== '' || step.added !== '');
}

function runsOf(steps: readonly Step[]): WordRun[] {
  return steps
    .flatMap(({ same, removed, added }): WordRun[] => [
      { kind: 'same', text: same },
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
    ])
    .filter(({ text }) => text !== '');
}
