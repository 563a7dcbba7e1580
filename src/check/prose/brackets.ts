import type { FigureKey } from '../../metrics/book.ts';
import { follows } from '../../metrics/comparison.ts';
import type { Level } from './level.ts';
import { isOneOf, type Mark } from './marks.ts';
import type { Sentence } from './sentence.ts';
import { isUsed, keysBefore, numberOf } from './series.ts';
import type { NumberToken } from './tokens.ts';
import { COUNTED, SHARES } from './words.ts';

/**
 * Returns the figures in brackets behind others: the share that a count is, and the count behind a share, as in `39 agency
 * workers (21%)` and `a vacancy rate of 29.4% (80.9 FTE)`. Which share is meant is left open: one that none is is found only
 * where it is a stale one.
 */
export function bracketedIn(sentence: Sentence, levels: readonly Level[]): Level[] {
  const tied = new Set(levels.map(({ token }) => token));
  return levels.flatMap((level) => {
    const token = bracketBehind(sentence.marks, level.token);
    return token === undefined || tied.has(token) ? [] : (bracketed(sentence, level, token) ?? []);
  });
}

function bracketBehind(marks: readonly Mark[], number: NumberToken): NumberToken | undefined {
  let at = marks.indexOf(number) + 1;
  while (marks[at]?.kind === 'name' || isOneOf(marks[at], COUNTED)) at += 1;
  const [open, token, close] = marks.slice(at, at + 3);
  const isHeld = open?.kind === 'break' && open.sign === 'open' && close?.kind === 'break';
  return isHeld && close.sign === 'close' && token?.kind === 'number' && !token.points ? token : undefined;
}

function bracketed({ papers, staysPut }: Sentence, level: Level, token: NumberToken): Level | undefined {
  const isShare = token.cell.notation === 'percent';
  if (isShare === (level.token.cell.notation === 'percent')) return undefined;
  const ids = SHARES.flatMap(({ part, id }) => {
    if (isShare) return part === level.key.id ? [id] : [];
    return id === level.key.id ? [part] : [];
  });
  const keys = ids
    .filter((id) => isUsed(papers, id))
    .map((id) => ({ ...level.key, id, basis: token.basis ?? level.key.basis }));
  const isIt = (key: FigureKey | undefined): boolean => {
    const number = key && numberOf(papers, key);
    return number !== undefined && follows(token.cell, number);
  };
  const now = keys.find(isIt);
  if (now !== undefined) return { ...level, token, key: now, agrees: true, isStale: false };
  if (!staysPut && level.period === undefined) return undefined;
  const stale = keys.find((key) => numberOf(papers, key) && isIt(keysBefore(papers, key, key.period)[0]));
  return stale && { ...level, token, key: stale, agrees: false, isStale: true };
}
