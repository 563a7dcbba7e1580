import type { FigureChange } from '../comparison.ts';
import { largestFirst, toneOf } from './figure-rows.ts';
import { isRate } from './figures.ts';
import type { Candidate } from './candidate.ts';
import { brief, NAME } from './texts.ts';

/** The most figures that a summary tells, and of these the most counts and the most rates. */
const MOST = 4;
const MOST_ALIKE = 2;

/**
 * Returns a sentence for each of the whole's largest changes: `Agency rate rose from 20.00% to 21.08%: +1.08 pp (+5.4%).`
 * The workforce's counts and rates come first, so that a rate is not lost among small counts, which move by large parts;
 * indicators fill what room is left. What is small, or has no number on a side, is left to the tables.
 */
export function figureSentences(figures: readonly FigureChange[]): Candidate[] {
  const told = largestFirst(figures.filter(isHeadline));
  const workforce = told.filter((one) => !one.indicator);
  const counts = workforce.filter((one) => !isRate(one)).slice(0, MOST_ALIKE);
  const rates = workforce.filter(isRate).slice(0, MOST_ALIKE);
  const indicators = told.filter((one) => one.indicator);
  return [...counts, ...rates, ...indicators]
    .slice(0, MOST)
    .map((one, index) => ({ text: sentenceOf(one), tone: toneOf(one.good), weight: 9 - index }));
}

function isHeadline({ kind, group, within, movement }: FigureChange): boolean {
  return (
    kind === 'changed' &&
    within === undefined &&
    movement !== undefined &&
    movement !== 'level' &&
    Object.keys(group).length === 0
  );
}

function sentenceOf({ label, before, after, movement, absolute, relative }: FigureChange): string {
  const moved = movement === 'up' ? 'rose' : 'fell';
  const part = relative === undefined ? '' : ` (${relative.text})`;
  return `${brief(label, NAME)} ${moved} from ${before.text} to ${after.text}: ${absolute?.text ?? ''}${part}.`;
}
