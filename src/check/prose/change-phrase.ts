import { plainClause } from './clause.ts';
import { isOneOf, isWord, type Mark } from './marks.ts';
import { endsName, isMoving, nameAlong, startsName, type Phrase } from './phrase.ts';
import { FALLS, RISES } from './words.ts';

/** A number that is said to be a change, with the name of the figure that changed. */
export interface ChangePhrase extends Phrase {
  readonly rises: boolean;
}

/**
 * Returns the change that a number is said to be: `fell by 13`, `a rise of 3 in agency workers`, `an 11% reduction`,
 * `down 11 percentage points`; undefined where it is said to be none, or of nothing that is known.
 */
export function changePhraseAt(marks: readonly Mark[], at: number): ChangePhrase | undefined {
  const word = wordOf(marks, at) ?? wordBeforeName(marks, at);
  if (word === undefined) return undefined;
  const counted = at + 1;
  if (word.end === at && figureIds(marks[counted]) && endsName(marks, counted + 1))
    return changeOf(marks, { at, name: counted, word });
  if (!endsChange(marks, word.end + 1)) return undefined;
  const name =
    word.name ?? nameBehind(marks, word.end + 1) ?? nameInFront(marks, bracketBefore(marks, word) - 1);
  return name === undefined ? undefined : changeOf(marks, { at, name, word });
}

function changeOf(
  marks: readonly Mark[],
  { at, name, word }: { readonly at: number; readonly name: number; readonly word: DirectionWord },
): ChangePhrase | undefined {
  const ids = figureIds(marks[name]);
  const end = Math.max(name, word.end);
  const clause = plainClause(marks, Math.min(name, word.at), end);
  return ids && clause && { at, name, ids, end, ...clause, rises: isOneOf(marks[word.at], RISES) };
}

interface DirectionWord {
  readonly at: number;
  /** The last mark of word and number. */
  readonly end: number;
  /** The name, where it stands between the two. */
  readonly name?: number;
}

/** What says of itself which way it goes. */
const NOUNS: ReadonlySet<string> = new Set([
  'rise',
  'increase',
  'growth',
  'fall',
  'decrease',
  'reduction',
  'drop',
]);

/** Returns where the word stands that says which way it goes. */
function wordOf(marks: readonly Mark[], at: number): DirectionWord | undefined {
  const lead = marks[at - 1];
  if (isOneOf(marks[at + 1], NOUNS)) return { at: at + 1, end: at + 1 };
  if (isWord(lead, 'by') && isDirection(marks[at - 2])) return { at: at - 2, end: at };
  if (isWord(lead, 'of') && isOneOf(marks[at - 2], NOUNS)) return { at: at - 2, end: at };
  return isWord(lead, 'up', 'down') || isOneOf(lead, MOVED) ? { at: at - 1, end: at } : undefined;
}

/** Verbs that a change follows without `by`: `fell 25%`. */
const MOVED: ReadonlySet<string> = new Set([
  'fell',
  'fallen',
  'rose',
  'risen',
  'grew',
  'grown',
  'dropped',
  'increased',
  'decreased',
]);

/** `Safeguarding reduced its agency workers by 3`. */
function wordBeforeName(marks: readonly Mark[], at: number): DirectionWord | undefined {
  if (!isWord(marks[at - 1], 'by') || !figureIds(marks[at - 2])) return undefined;
  let before = at - 3;
  while (isWord(marks[before], 'the', 'our', 'its', 'number', 'of')) before -= 1;
  return isMoving(marks, before) ? { at: before, end: at, name: at - 2 } : undefined;
}

function isDirection(mark: Mark | undefined): boolean {
  return isOneOf(mark, RISES) || isOneOf(mark, FALLS);
}

const AFTER: ReadonlySet<string> = new Set([
  ...[
    'in',
    'on',
    'and',
    'but',
    'while',
    'compared',
    'against',
    'since',
    'because',
    'as',
    'after',
    'which',
    'to',
    'from',
  ],
]);

function endsChange(marks: readonly Mark[], at: number): boolean {
  const next = marks[at];
  return next === undefined || next.kind === 'break' || next.kind === 'period' || isOneOf(next, AFTER);
}

/** `a rise of 3 in the number of agency workers`. */
function nameBehind(marks: readonly Mark[], after: number): number | undefined {
  if (!isWord(marks[after], 'in')) return undefined;
  let at = after + 1;
  while (isWord(marks[at], 'the', 'our', 'number', 'of', 'total')) at += 1;
  return figureIds(marks[at]) && endsName(marks, at + 1) ? at : undefined;
}

/** `from 24 in July to 19 in October (a 20.8% reduction)`: what it is of stands before the bracket. */
function bracketBefore(marks: readonly Mark[], { at, end }: DirectionWord): number {
  let before = at - 1;
  while (marks[before]?.kind === 'number' || isWord(marks[before], 'a', 'an')) before -= 1;
  const [open, close] = [marks[before], marks[end + 1]];
  const isHeld = open?.kind === 'break' && open.sign === 'open' && close?.kind === 'break';
  return isHeld && close.sign === 'close' ? before : at;
}

function nameInFront(marks: readonly Mark[], last: number): number | undefined {
  const name = nameAlong(marks, last);
  return name !== undefined && startsName(marks, name - 1) ? name : undefined;
}

function figureIds(mark: Mark | undefined): readonly string[] | undefined {
  return mark?.kind === 'name' && mark.meaning.kind === 'figure' ? mark.meaning.ids : undefined;
}
