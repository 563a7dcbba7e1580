import { isEstranging, isOneOf, isWord, type Mark } from './marks.ts';
import { EVERYBODY, PARTING, PLACES_OF_WORK, PLACING, POSITIONS, WIDER } from './words.ts';

/** A part of a sentence that says one thing: where it starts and ends among the marks. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** Returns where the clause of some marks starts and ends. */
function clauseOf(marks: readonly Mark[], first: number, last: number): [number, number] {
  let from = first;
  while (from > 0 && !partsClause(marks[from - 1])) from -= 1;
  let to = last;
  while (to < marks.length - 1 && !partsClause(marks[to + 1])) to += 1;
  return [from, to];
}

/** Returns whether a mark parts a sentence into clauses. */
export function partsClause(mark: Mark | undefined): boolean {
  if (mark?.kind === 'break') return mark.sign !== 'comma';
  return mark?.kind === 'word' && PARTING.has(mark.stem);
}

/** Returns the clause of some marks where nothing in it makes its numbers those of something else. */
export function plainClause(marks: readonly Mark[], first: number, last: number): Clause | undefined {
  const [from, to] = clauseOf(marks, first, last);
  return isPlain(marks, from, to) && !isExcepted(marks, from) ? { from, to } : undefined;
}

/** `All teams but Fostering`, `teams other than Fostering`: what is named is just what is left out. */
function isExcepted(marks: readonly Mark[], from: number): boolean {
  return (
    isWord(marks[from - 1], 'but', 'than') &&
    (isOneOf(marks[from - 2], PLACES_OF_WORK) ||
      isWord(marks[from - 2], 'all', 'other', 'everywhere', 'everyone', 'service', 'rather'))
  );
}

/** Returns whether nothing in a clause makes its numbers those of a part, a plan or another place. */
function isPlain(marks: readonly Mark[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    const mark = marks[at];
    if (mark === undefined || isEstranging(mark, at === 0)) return false;
    if (isOneOf(mark, PLACING) && !isKnownPlace(marks, at + 1)) return false;
  }
  return true;
}

/** `in the front office` names a part that the data does not have. */
function isKnownPlace(marks: readonly Mark[], after: number): boolean {
  let at = after;
  while (isWord(marks[at], 'the', 'our', 'its', 'whole', 'all', 'a', 'now')) at += 1;
  const mark = marks[at];
  if (mark === undefined) return false;
  if (mark.kind === 'word') return EVERYBODY.has(mark.stem) || POSITIONS.has(mark.stem);
  return mark.kind !== 'other' && mark.kind !== 'break';
}

/**
 * Returns whether what the sentence says before a clause is of a group, a team or another place, so that the clause may be of
 * that too: `in the MASH there are 10 permanent staff and 7 agency workers`.
 */
export function isOfSomeBefore(marks: readonly Mark[], { from }: Pick<Clause, 'from'>): boolean {
  return marks
    .slice(0, from)
    .some((mark, at) => isOfSome(marks, at) || (isOneOf(mark, PLACING) && !isKnownPlace(marks, at + 1)));
}

/** Returns whether a clause is of the council: it has other staff, too. */
export function isOfWider(marks: readonly Mark[], { from, to }: Clause): boolean {
  return marks
    .slice(from, to + 1)
    .some((mark) =>
      mark.kind === 'name' ? mark.meaning.kind === 'everybody' && mark.meaning.isWider : isOneOf(mark, WIDER),
    );
}

/** Returns whether a mark is a group, or a word such as `MASH` and `team`; other estranging words give no place. */
export function isOfSome(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (mark?.kind === 'name') return mark.meaning.kind === 'group' || mark.meaning.kind === 'ambiguous';
  if (mark?.kind !== 'word') return false;
  return PLACES_OF_WORK.has(mark.stem) || /^\p{Lu}{2,}s?$/u.test(mark.raw);
}
