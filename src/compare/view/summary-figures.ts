import { exact } from '../../model/exact.ts';
import type { FigureChange } from '../comparison.ts';
import { changeText, isRate, isWhole, largestFirst, sideText, toneOf } from './figure-rows.ts';
import type { Candidate } from './candidate.ts';
import { brief, NAME } from './texts.ts';

/** The most figures that a summary tells; of those that no board looks at first the most counts and the most rates. */
const MOST = 4;
const MOST_ALIKE = 2;

/** Fewer headlines than these say too little alone. */
const ENOUGH = 2;

/**
 * Returns a sentence for each figure of the whole that the board looks at first and that changed, in its order: `Agency rate
 * rose from 20.00% to 21.08%: +1.08 pp (+5.4%).` Where fewer than two of them changed, the largest others follow: the
 * workforce's counts and rates, so that a rate is not lost among small counts, which move by large parts, then indicators.
 * What is small, or has no number on a side, is left to the tables.
 */
export function figureSentences(figures: readonly FigureChange[], headlines: readonly string[]): Candidate[] {
  const moves = figures.filter(isTold).flatMap((one) => moveOf(one) ?? []);
  const first = headlines.flatMap((id) => moves.filter(({ figure }) => figure.metric === id).slice(0, 1));
  const told =
    first.length >= ENOUGH ? first : [...first, ...largest(moves.filter((one) => !first.includes(one)))];
  return told
    .slice(0, MOST)
    .map(({ text, good }, index) => ({ text, tone: toneOf(good), weight: 9 - 1.1 * index }));
}

/** What is told of a figure. */
interface Move {
  readonly figure: FigureChange;
  readonly text: string;
  readonly good: boolean | null;
}

function largest(moves: readonly Move[]): Move[] {
  const order = largestFirst(moves.map(({ figure }) => figure));
  const ordered = moves.toSorted((a, b) => order.indexOf(a.figure) - order.indexOf(b.figure));
  const workforce = ordered.filter(({ figure }) => !figure.indicator);
  return [
    ...workforce.filter(({ figure }) => !isRate(figure)).slice(0, MOST_ALIKE),
    ...workforce.filter(({ figure }) => isRate(figure)).slice(0, MOST_ALIKE),
    ...ordered.filter(({ figure }) => figure.indicator),
  ];
}

function isTold(figure: FigureChange): boolean {
  return figure.kind === 'changed' && figure.within === undefined && isWhole(figure);
}

/** The change against what the first side's period is given as now, where it was restated: that alone is a movement. */
function moveOf(figure: FigureChange): Move | undefined {
  const { label, before, after, movement, revised, good } = figure;
  const name = brief(label, NAME);
  if (revised?.absolute === undefined) {
    if (movement === undefined || movement === 'level') return undefined;
    const text = `${name} ${verbOf(movement)} from ${before.text} to ${after.text}: ${changeText(figure)}.`;
    return { figure, text, good };
  }
  const now = sideText(revised.before);
  const size = exact(revised.absolute.decimal).compare(0);
  if (size === 0) {
    const text = `${name} is ${after.text}, as ${before.period.label} is now given (restated from ${before.text}).`;
    return { figure, text, good: null };
  }
  const moved = size > 0 ? 'up' : 'down';
  const text = `${name} ${verbOf(moved)} from ${now} (restated from ${before.text}) to ${after.text}: ${changeText(revised)}.`;
  return { figure, text, good: goodOf(figure, moved) };
}

function verbOf(movement: 'up' | 'down'): string {
  return movement === 'up' ? 'rose' : 'fell';
}

/** What is wanted of the other movement is the contrary. */
function goodOf({ good, movement }: FigureChange, moved: 'up' | 'down'): boolean | null {
  if (good === null || movement === undefined || movement === 'level') return null;
  return movement === moved ? good : !good;
}
