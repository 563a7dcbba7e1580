import { partsClause, plainClause, type Clause } from './clause.ts';
import { isOneOf, isWord, type Mark } from './marks.ts';
import {
  AFTER_NAME,
  AFTER_NUMBER,
  BEFORE_NAME,
  CHANGES,
  COUNTED,
  EVERYBODY,
  FALLS,
  FILLING,
  LEADING,
  LINKS,
  NOW,
  PARTING,
  POSITIONS,
  PLACING,
  RISES,
  SHARES,
  WHOLES,
} from './words.ts';

/** A number with the name of a figure that the words tie it to. */
export interface Phrase extends Clause {
  /** Where the number and the name stand among the marks. */
  readonly at: number;
  readonly name: number;
  /** Ids that the name may stand for; the number's unit tells which. */
  readonly ids: readonly string[];
  /** The last mark of number and name. */
  readonly end: number;
}

/** The most marks between a name and its number: further off nobody reads them as one. */
const FURTHEST = 30;

/**
 * Returns the figure's name that a number belongs to: right behind it (`39 agency workers`), or before it with nothing but
 * linking words between (`the agency rate fell from 44% in July to 33%`); undefined where the words say anything that is
 * not known to leave the number the figure of that name.
 */
export function phraseAt(marks: readonly Mark[], at: number): Phrase | undefined {
  const found = shareOf(marks, at) ?? nameBehind(marks, at) ?? nameBefore(marks, at) ?? nameOfList(marks, at);
  if (found === undefined) return undefined;
  const clause = plainClause(marks, Math.min(found.name, at), found.end);
  return clause && { ...found, at, ...clause };
}

type Found = Pick<Phrase, 'name' | 'ids' | 'end'>;

function idsOf(mark: Mark | undefined): readonly string[] | undefined {
  return mark?.kind === 'name' && mark.meaning.kind === 'figure' ? mark.meaning.ids : undefined;
}

/** `39 agency workers`, `a 21% agency rate`. */
function nameBehind(marks: readonly Mark[], at: number): Found | undefined {
  const ids = idsOf(marks[at + 1]);
  if (ids === undefined || !leadsIn(marks, at) || !endsName(marks, at + 2)) return undefined;
  return { name: at + 1, ids, end: at + 1 };
}

/** Returns whether the words before a number and its noun only say that there is so much of it. */
function leadsIn(marks: readonly Mark[], at: number): boolean {
  let before = at - 1;
  while (isOneOf(marks[before], FILLING)) before -= 1;
  const isDefinite = marks.slice(before + 1, at).some((mark) => isWord(mark, 'the', 'its'));
  if (isDefinite) return isWord(marks[before], 'of', 'with', 'for') || isStart(marks[before]);
  const lead = marks[before];
  if (isStart(lead) || isWord(lead, 'leaving', 'leave', 'with', 'and', 'but', 'while', 'there')) return true;
  if (isWord(lead, 'is', 'are', 'was', 'were')) return !isOfChange(marks, before - 1);
  if (isWord(lead, 'have', 'has', 'had', 'employ', 'employed')) return isEverybody(marks, before - 1);
  if (isWord(lead, 'of')) return isWord(marks[before - 1], 'total');
  if (isWord(lead, 'to', 'from', 'at')) return isLed(marks, before - 1);
  return lead?.kind === 'period';
}

/** `The net gain since August is 4 permanent staff`: what is said to be so much is a change. */
function isOfChange(marks: readonly Mark[], last: number): boolean {
  if (isWord(marks[last], 'there')) return false;
  for (let at = last; at >= 0 && !partsClause(marks[at]); at -= 1)
    if (isOneOf(marks[at], CHANGES)) return true;
  return false;
}

function isEverybody(marks: readonly Mark[], at: number): boolean {
  let before = at;
  while (isOneOf(marks[before], FILLING)) before -= 1;
  const mark = marks[before];
  if (mark?.kind === 'name') return mark.meaning.kind === 'everybody' || mark.meaning.kind === 'group';
  if (!isOneOf(mark, EVERYBODY)) return false;
  const owner = marks[before - 1];
  return isStart(owner) || owner?.kind === 'period' || isOneOf(owner, OWNING) || isOneOf(owner, PARTING);
}

/** `The service` and `our service`, but not `residential services`. */
const OWNING: ReadonlySet<string> = new Set(['the', 'our', 'this', 'whole', 'entire', 'and']);

/** `fell to 39 agency workers`, `from 52 to 39 agency workers`. */
function isLed(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (mark?.kind === 'number' || mark?.kind === 'period' || mark?.kind === 'citation') return true;
  return isOneOf(mark, LED);
}

const LED: ReadonlySet<string> = new Set([...RISES, ...FALLS, 'stand', 'stood']);

function isStart(mark: Mark | undefined): boolean {
  return mark === undefined || mark.kind === 'break';
}

/** Returns whether what stands behind a name leaves it what it is: `agency workers` but not `agency workers' contracts`. */
export function endsName(marks: readonly Mark[], at: number): boolean {
  const next = marks[at];
  if (next === undefined || next.kind === 'break' || next.kind === 'period' || next.kind === 'citation')
    return true;
  if (next.kind === 'name') return next.meaning.kind === 'group';
  if (isWord(next, 'are', 'were', 'is', 'was')) {
    const after = isOneOf(marks[at + 1], NOW) ? marks[at + 2] : marks[at + 1];
    return isWord(after, 'in', 'employed', 'reported', 'recorded') || after?.kind === 'period';
  }
  if (isWord(next, 'of')) return isGroup(marks, at + 1);
  if (isWord(next, 'and', 'or')) return !isCountedWith(marks[at + 1]);
  // Who left from somewhere is not all who left.
  if (isWord(next, 'from')) return /^(?:number|citation|period)$/.test(marks[at + 1]?.kind ?? '');
  return isOneOf(next, AFTER_NAME) || isOneOf(next, PLACING);
}

/** `agency workers and managers`, `agency workers and permanent staff`: the number is that of both. */
function isCountedWith(mark: Mark | undefined): boolean {
  if (mark?.kind === 'name') return mark.meaning.kind === 'figure';
  return mark?.kind === 'word' && /s$/u.test(mark.raw) && !mark.stem.endsWith('s');
}

/** `agency workers are now 39`, `an agency rate of 21%`, `agency workers (39)`. */
function nameBefore(marks: readonly Mark[], at: number): Found | undefined {
  if (!endsNumber(marks, at + 1) || !leadsTo(marks, at)) return undefined;
  const name = nameAlong(marks, at - 1);
  const ids = idsOf(marks[name ?? -1]);
  if (name === undefined || ids === undefined || !startsName(marks, name - 1)) return undefined;
  return { name, ids, end: at };
}

/** Returns where the nearest name stands before a number, with only linking words between. */
export function nameAlong(marks: readonly Mark[], last: number): number | undefined {
  for (let at = last; at >= 0 && at > last - FURTHEST; at -= 1) {
    const mark = marks[at];
    if (mark === undefined) return undefined;
    if (idsOf(mark)) return at;
    if (!isLinking(mark, at === last) && !isBracket(marks, at)) return undefined;
  }
  return undefined;
}

/** `from 88 (July) to 94`: what stands in brackets is only when. */
function isBracket(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (mark?.kind !== 'break') return false;
  if (mark.sign === 'close') return marks[at - 1]?.kind === 'period';
  return mark.sign === 'open' && marks[at + 1]?.kind === 'period';
}

/** `Agency workers: 24 (July), 23 (August) and 20 (September)`: each number has a period, and the first the name. */
function nameOfList(marks: readonly Mark[], at: number): Found | undefined {
  let first = at;
  for (let end = itemBefore(marks, at); end !== undefined; end = itemBefore(marks, first)) first = end;
  const found = first < at && isDated(marks, at) ? nameBefore(marks, first) : undefined;
  return found && { ...found, end: at };
}

/** Returns where the number stands that a list has before one of its numbers. */
function itemBefore(marks: readonly Mark[], at: number): number | undefined {
  let before = at - 1;
  while (isComma(marks[before]) || isWord(marks[before], 'and')) before -= 1;
  if (before === at - 1) return undefined;
  const item = isBracket(marks, before) ? before - 3 : before - 1;
  return marks[item]?.kind === 'number' && isDated(marks, item) ? item : undefined;
}

function isDated(marks: readonly Mark[], at: number): boolean {
  return marks[isBracket(marks, at + 1) ? at + 2 : at + 1]?.kind === 'period';
}

function isLinking(mark: Mark, isLast: boolean): boolean {
  switch (mark.kind) {
    case 'word':
      return LINKS.has(mark.stem);
    case 'break':
      return mark.sign === 'comma' || (isLast && (mark.sign === 'open' || mark.sign === 'colon'));
    case 'name':
      return mark.meaning.kind === 'group' || mark.meaning.kind === 'everybody';
    case 'number':
    case 'citation':
    case 'period':
      return true;
    case 'other':
      return false;
  }
}

/** Returns whether the mark right before a number leads to it. */
function leadsTo(marks: readonly Mark[], at: number): boolean {
  let before = at - 1;
  while (isOneOf(marks[before], FILLING)) before -= 1;
  const lead = marks[before];
  if (idsOf(lead)) return isOneOf(marks[at - 1], NOW);
  if (lead?.kind === 'period') return LEADS_AFTER_PERIOD.has(lead.lead) && leadsTo(marks, before);
  if (lead?.kind === 'break')
    return (
      isBetweenCommas(marks, at) ||
      (before === at - 1 && (lead.sign === 'open' || lead.sign === 'colon')) ||
      (lead.sign === 'comma' &&
        (isWord(marks[at - 1], 'now') || isWord(marks[before - 1], 'highest', 'lowest', 'peak')))
    );
  return isOneOf(lead, LEADING);
}

/** `The agency rate, 16.8%, is …`; in a list of figures the number behind one name stands before the next. */
function isBetweenCommas(marks: readonly Mark[], at: number): boolean {
  const [start, name, before, after] = [marks[at - 3], marks[at - 2], marks[at - 1], marks[at + 1]];
  return isComma(before) && isComma(after) && !isComma(start) && idsOf(name) !== undefined;
}

function isComma(mark: Mark | undefined): boolean {
  return mark?.kind === 'break' && mark.sign === 'comma';
}

/** `stood in January at 66` leads by its verb, `was in January 66` too. */
const LEADS_AFTER_PERIOD = new Set(['in', 'at', 'on']);

/** Returns whether what stands behind a number leaves it whole: `39` but not `39 more`, `21%` but not `21% lower`. */
function endsNumber(marks: readonly Mark[], at: number): boolean {
  const next = marks[at];
  if (isOneOf(next, COUNTED)) return endsNumber(marks, at + 1);
  if (isWord(next, 'in', 'for')) return isGroup(marks, at + 1) || isOneOf(marks[at + 1], POSITIONS);
  if (next === undefined || next.kind === 'break' || next.kind === 'period') return true;
  return isOneOf(next, AFTER_NUMBER);
}

function isGroup(marks: readonly Mark[], at: number): boolean {
  const mark = isWord(marks[at], 'the') ? marks[at + 1] : marks[at];
  return mark?.kind === 'name' && (mark.meaning.kind === 'group' || mark.meaning.kind === 'everybody');
}

/** Returns whether the words before a name leave it the figure of that name: `the number of`, but not `the cost of`. */
export function startsName(marks: readonly Mark[], at: number): boolean {
  let before = at;
  while (isOneOf(marks[before], BEFORE_NAME)) before -= 1;
  const mark = marks[before];
  if (isStart(mark) || mark?.kind === 'period' || isOneOf(mark, PARTING)) return true;
  if (isMoving(marks, before)) return true;
  if (mark?.kind === 'number' || mark?.kind === 'citation') return before < at;
  return mark?.kind === 'name' && (mark.meaning.kind === 'group' || mark.meaning.kind === 'everybody');
}

/** `We have reduced` and `Safeguarding reduced`, before a name: not what an unknown team did. */
export function isMoving(marks: readonly Mark[], at: number): boolean {
  if (!isWord(marks[at], 'reduced', 'increased')) return false;
  const subject = isWord(marks[at - 1], 'have', 'has') ? at - 2 : at - 1;
  return isEverybody(marks, subject);
}

/** `21% of social workers in post are agency workers`, `agency workers are 21% of the workforce`. */
function shareOf(marks: readonly Mark[], at: number): Found | undefined {
  const mark = marks[at];
  if (mark?.kind !== 'number' || mark.cell.notation !== 'percent' || !isWord(marks[at + 1], 'of'))
    return undefined;
  let whole = at + 2;
  while (isWord(marks[whole], 'the', 'our', 'all')) whole += 1;
  const isPlain = isWord(marks[whole], 'social') && isWord(marks[whole + 1], 'worker');
  const of = isPlain ? 'staff' : wholeOf(marks[whole]);
  if (of === undefined) return undefined;
  if (isPlain) whole += 1;
  const isAfter = isWord(marks[whole + 1], 'is', 'are', 'was', 'were');
  const isLedTo = leadsTo(marks, at) || isMadeUp(marks, at - 1);
  const held = isWord(marks[whole + 3], 'by') && isWord(marks[whole + 2], 'held', 'filled', 'covered');
  const behind = whole + (held ? 4 : isWord(marks[whole + 2], 'from') ? 3 : 2);
  const name = isAfter ? behind : isLedTo ? nameAlong(marks, at - 1) : undefined;
  const named = marks[name ?? -1];
  // Of whom it is the share is open where the name may be that of a group.
  if (named?.kind === 'name' && named.meaning.kind === 'figure' && named.meaning.orOf) return undefined;
  const parts = isWord(marks[behind], 'agency') && isAfter ? ['agency'] : idsOf(named);
  const share = SHARES.find((one) => one.of === of && parts?.includes(one.part) === true);
  if (name === undefined || share === undefined) return undefined;
  const isWhole = isAfter ? leadsIn(marks, at) && endsName(marks, name + 1) : startsName(marks, name - 1);
  if (!isWhole || (!isAfter && !endsNumber(marks, whole + 1))) return undefined;
  return { name, ids: [share.id], end: Math.max(name, whole) };
}

/** `agency workers make up 21% of the workforce`, `represent`, `account for`. */
function isMadeUp(marks: readonly Mark[], at: number): boolean {
  const before = marks[at - 1];
  if (isWord(marks[at], 'up')) return isWord(before, 'make', 'made');
  if (isWord(marks[at], 'for')) return isWord(before, 'account', 'accounted');
  return isWord(marks[at], 'represent', 'represented', 'comprise', 'comprised');
}

function wholeOf(mark: Mark | undefined): 'staff' | 'posts' | undefined {
  if (mark?.kind !== 'name') return undefined;
  if (mark.meaning.kind === 'whole') return mark.meaning.of;
  const ids = idsOf(mark) ?? [];
  if (ids.includes('establishment')) return 'posts';
  if (ids.includes('in_post')) return 'staff';
  return (['staff', 'posts'] as const).find((of) => WHOLES[of].includes(mark.text));
}
