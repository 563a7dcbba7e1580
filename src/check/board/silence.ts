import type { Risk } from '../../model/dataset.ts';
import { formatDate } from '../../model/format.ts';
import { fold } from '../../model/suggest.ts';
import type { Listed } from '../../risk/reference.ts';

interface Commented {
  readonly comment: string;
}

/**
 * Returns how a change since earlier papers goes unexplained: `without a comment`, `with the comment of 15 February 2021`;
 * undefined where there are words that are new.
 */
export function silence(now: Commented, last: Listed<Commented> | undefined): string | undefined {
  if (isBlank(now.comment)) return 'without a comment';
  if (last === undefined || fold(now.comment) !== fold(last.was.comment)) return undefined;
  return `with the comment of ${formatDate(last.meeting.date)}`;
}

/** Returns the same of a risk: in a log in which no risk has a comment, the words stand in the mitigation. */
export function riskSilence(now: Risk, last: Listed<Risk>, log: readonly Risk[]): string | undefined {
  const isReworded =
    log.every(({ comment }) => isBlank(comment)) && fold(now.mitigation) !== fold(last.was.mitigation);
  return isReworded ? undefined : silence(now, last);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
