import { spaced } from '../../model/format.ts';
import type { FigureChange, GroupChange } from '../comparison.ts';
import { groupBy } from '../../model/group-by.ts';
import type { ViewBlock } from '../view.ts';
import { brief, labelWithGroup, listed, NAME, sentence, SENTENCE } from './texts.ts';

/** The most figures that are named where not all count others. */
const MOST = 4;

/**
 * Returns, once for all figures that have it, who is counted on one side only. Where a renaming is proposed for exactly these
 * members it is said so: then nobody has come or gone.
 */
export function countedBlocks(figures: readonly FigureChange[], groups: readonly GroupChange[]): ViewBlock[] {
  const told = figures.filter((one) => one.members !== undefined);
  return [...groupBy(told, (one) => one.members ?? '')].map(([words, some]) => {
    const renamed = groups.find((one) => renamingWords(one) === words);
    const names = [...new Set(some.map(labelWithGroup))];
    const text =
      renamed === undefined
        ? `Who is counted differs in ${listed(names, MOST)}: ${words}`
        : `The totals include ${brief(renamed.perhaps?.name ?? '', NAME)}, perhaps ${brief(renamed.name ?? '', NAME)} under another name`;
    return { kind: 'text', text: sentence(brief(text, SENTENCE)), tone: 'neutral' };
  });
}

/**
 * Returns who is counted on one side only in a figure, as the figure says it: `team Fostering is new`; undefined where nobody
 * is, or where a renaming is proposed for exactly these members.
 */
export function countedWords({ members }: FigureChange, groups: readonly GroupChange[]): string | undefined {
  return groups.some((one) => renamingWords(one) === members) ? undefined : members;
}

/** What is said of who is counted where one member is gone and the one that it may be is new. */
function renamingWords({ kind, dimension, name, perhaps }: GroupChange): string | undefined {
  if (kind !== 'gone' || name === undefined || perhaps === undefined) return undefined;
  return `${spaced(dimension)} ${perhaps.name} is new; ${spaced(dimension)} ${name} is gone`;
}
