import { figureRule, type Check, type Rule } from '../rule.ts';
import { changeFinding, levelFinding } from './findings.ts';
import { typedNumbers } from './typed.ts';

/*
 * Numbers that people type into the text are read in four steps, each of which leaves alone what it is not sure of:
 * tokens.ts finds them, without dates, references, sums of money, times and what stands in citations and code; marks.ts
 * finds the names of figures, groups and periods (vocabulary.ts, when.ts); phrase.ts ties a number to a name where only
 * words of closed lists stand between and around them (words.ts, sentence.ts); level.ts and change.ts find the period, and with it the
 * figure. A number whose words leave something open is tied only where it agrees, so that it is counted and never found;
 * where they leave open only of when it is, and it is just the figure of the time before, it is found as stale.
 */

/** W421 and W422: a typed figure, or a typed change of one, is not what the data says. */
const typed: Check = (papers) =>
  typedNumbers(papers).flatMap((number) => {
    const { tie } = number;
    if (tie === undefined || tie.agrees) return [];
    return tie.kind === 'level' ? levelFinding(papers, number, tie) : changeFinding(papers, number, tie);
  });

/** Every rule on figures that are typed into the text. */
export const PROSE_RULES: readonly Rule[] = [figureRule(['W421', 'W422'], typed)];
