import type { PaperContext } from '../../papers/context.ts';
import { isOneOf, isWord, type Mark, type PeriodMark } from './marks.ts';
import {
  COMPARATIVE,
  COUNTED,
  FALLS,
  NOW,
  PAST,
  PRESENT,
  RISES,
  TIMES,
  TIMES_BEFORE_WORDS,
} from './words.ts';

/** What the paragraph says around a sentence. */
export interface Frame {
  /** It speaks of a group, a team, another place: what follows may still be of that. */
  readonly isOfSome: boolean;
  /** It names a period, or a time: what follows may still be of that. */
  readonly isDated: boolean;
  /** Another time's words are quoted: no number in them need be that of now. */
  readonly isQuoted: boolean;
  /** It goes on to other figures of the same: a figure of before may lead to that of now. */
  readonly goesOn: boolean;
}

/** A sentence with what is known of it as a whole, found once for all of its numbers. */
export interface Sentence {
  readonly papers: PaperContext;
  readonly marks: readonly Mark[];
  readonly frame: Frame;
  /** Periods right behind a number: they are of that one. */
  readonly attached: readonly PeriodMark[];
  /** Periods that stand with no number of their own. */
  readonly free: readonly PeriodMark[];
  /** Whether words that are no period say that it is of some time: `by year end`, `during the inspection`. */
  readonly isTimed: boolean;
  /** Whether the figure of before that it gives as that of now could be nothing but a stale one. */
  readonly staysPut: boolean;
}

/** Returns a sentence with its periods, as far as its numbers and citations own them. */
export function sentenceOf(papers: PaperContext, marks: readonly Mark[], frame: Frame): Sentence {
  const attached = marks.flatMap((mark, at) =>
    mark.kind === 'number' || mark.kind === 'citation' ? (periodBehind(marks, at) ?? []) : [],
  );
  const free = marks.filter(isPeriod).filter((one) => !attached.includes(one) && one.lead !== 'since');
  const isTimed = isOfTime(marks);
  const mixes = marks.some((mark) => isOneOf(mark, PAST)) && marks.some((mark) => isOneOf(mark, PRESENT));
  const staysPut =
    !isTimed && !mixes && !movesOn(marks) && !frame.isDated && !frame.isQuoted && !frame.goesOn;
  return { papers, marks, frame, attached, free, isTimed, staysPut };
}

/** Returns whether words that are no period say that a sentence is of some time. */
export function isOfTime(marks: readonly Mark[]): boolean {
  return marks.some((mark, at) => {
    if (!isOneOf(mark, TIMES)) return false;
    const next = marks[at + 1]?.kind;
    return !TIMES_BEFORE_WORDS.has(mark.stem) || (next !== 'number' && next !== 'name');
  });
}

/** Returns whether a sentence tells of a change, or of now, so that another of its figures may be that of before. */
export function movesOn(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark) =>
      mark.kind === 'citation' ||
      [NOW, RISES, FALLS, COMPARATIVE].some((words) => isOneOf(mark, words)) ||
      isWord(mark, 'had'),
  );
}

/** Returns whether a mark is a period. */
export function isPeriod(mark: Mark): mark is PeriodMark {
  return mark.kind === 'period';
}

const AT = new Set(['', 'in', 'at', 'on', 'for', 'of', 'by', 'during']);

/** Returns the period of a number or citation: `39 in February`, `39 workers (Feb-21)`, `its highest, 72, in May 2020`. */
export function periodBehind(marks: readonly Mark[], end: number): PeriodMark | undefined {
  let at = end + 1;
  if (isComma(marks[at]) && isComma(marks[end - 1]) && isPeriodAt(marks[at + 1])) at += 1;
  while (isOneOf(marks[at], COUNTED) || isGroupWord(marks, at)) at += 1;
  const bracket = marks[at];
  if (bracket?.kind === 'break' && bracket.sign === 'open') at += 1;
  const mark = marks[at];
  return isPeriodAt(mark) ? mark : undefined;
}

/** Returns whether a mark is a period that says when something was: not since when, nor until. */
export function isPeriodAt(mark: Mark | undefined): mark is PeriodMark {
  return mark?.kind === 'period' && AT.has(mark.lead);
}

function isComma(mark: Mark | undefined): boolean {
  return mark?.kind === 'break' && mark.sign === 'comma';
}

/** `in the Assessment team`, `in post`, between a number and its period. */
function isGroupWord(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (mark?.kind === 'name') return mark.meaning.kind !== 'figure' || marks[at - 1]?.kind === 'number';
  const next = isWord(marks[at + 1], 'the') ? marks[at + 2] : marks[at + 1];
  if (isWord(mark, 'in', 'of', 'across', 'at', 'for'))
    return isWord(next, 'post', 'total') || (next?.kind === 'name' && next.meaning.kind !== 'figure');
  return isWord(mark, 'the', 'post', 'total', 'reported', 'recorded', 'employed') && at > 0;
}
