import type { FigureChange } from '../comparison.ts';
import { largestFirst, toneOf } from './figure-rows.ts';
import type { Candidate } from './candidate.ts';
import { brief, NAME } from './texts.ts';

/** The most figures that a summary tells. */
const MOST = 4;

/**
 * Returns a sentence for each of the whole's largest changes: `Agency rate rose from 20.00% to 21.08%: +1.08 pp (+5.4%).`
 * What is small, or has no number on a side, is left to the tables.
 */
export function figureSentences(figures: readonly FigureChange[]): Candidate[] {
  const told = figures.filter(
    ({ kind, group, within, movement }) =>
      kind === 'changed' &&
      within === undefined &&
      movement !== undefined &&
      movement !== 'level' &&
      Object.keys(group).length === 0,
  );
  return largestFirst(told)
    .slice(0, MOST)
    .map((one, index) => ({ text: sentenceOf(one), tone: toneOf(one.good), weight: 9 - 1.5 * index }));
}

function sentenceOf({ label, before, after, movement, absolute, relative }: FigureChange): string {
  const moved = movement === 'up' ? 'rose' : 'fell';
  const part = relative === undefined ? '' : ` (${relative.text})`;
  return `${brief(label, NAME)} ${moved} from ${before.text} to ${after.text}: ${absolute?.text ?? ''}${part}.`;
}
