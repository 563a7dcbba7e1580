import { oneLine } from '../../model/one-line.ts';
import type { Place } from '../../model/place.ts';
import { fold } from '../../model/suggest.ts';
import { compareTexts } from '../../model/text-order.ts';
import type { EntryChange, FieldChange } from '../comparison.ts';
import { changedFields, fieldsOf, fieldSentence, withWords, type Field, type FieldValues } from './fields.ts';
import { compareReferences, pairEntries, type Pair, type Pairable } from './pairing.ts';
import { AS_WRITTEN, type Printing } from './printing.ts';

/** One thing that happened to an entry. */
export interface Happening<Kind extends string> {
  readonly kind: Kind;
  /** A short sentence, without a full stop. */
  readonly text: string;
  readonly good: boolean | null;
  /** Fields whose change it tells. */
  readonly tells: readonly string[];
  /** How large it is beside others of its kind: days, or where a cell stands in its matrix. */
  readonly size?: number;
  /** Of little weight: something done that is no longer listed. */
  readonly isQuiet?: boolean;
}

/** What lists are compared by. */
export interface ListShape<T, Kind extends string> {
  readonly fields: readonly Field<T>[];
  /** The field that says what the entry is. */
  readonly about: Field<T>;
  readonly reference: (entry: T) => string;
  /** Whether entries are matched by their references; else by what they say. */
  readonly hasReferences: boolean;
  readonly at: (entry: T) => Place;
  /** The order in which what happened to one entry is told. */
  readonly kinds: readonly Kind[];
  /** The order in which a board asks for entries: bad news first. */
  readonly board: readonly Kind[];
  readonly isNew: (now: T) => Happening<Kind>;
  readonly isGone: (was: T) => Happening<Kind>;
  /** What happened to an entry of which some fields differ, or the state as of each side's date. */
  readonly happened: (was: T, now: T, changed: ReadonlySet<string>) => readonly Happening<Kind>[];
  /** Fields without words of their own that are told before a rewording: they may hide something. */
  readonly weighty: readonly string[];
  /** Where its texts are Markdown that may cite figures. */
  readonly printing?: Printing;
}

/** An entry in the form in which it is compared. */
export interface ListEntry {
  readonly at: Place;
  readonly fields: FieldValues;
}

/** A change with the entries that it is of. */
export interface Told<T, Kind extends string> extends Pair<T> {
  readonly change: EntryChange<Kind>;
}

/** Returns a list's entries in the form in which they are compared: `fields` put into the first side's give the second's. */
export function entriesOf<T>(
  { fields, at }: Pick<ListShape<T, string>, 'fields' | 'at'>,
  list: readonly T[],
): ListEntry[] {
  return list.map((entry) => ({ at: at(entry), fields: fieldsOf(fields, entry) }));
}

/** Returns what happened to the entries of a list, what matters most first; nothing for those that are as they were. */
export function compareLists<T, Kind extends string>(
  shape: ListShape<T, Kind>,
  before: readonly T[],
  after: readonly T[],
): Told<T, Kind | 'reworded' | 'other'>[] {
  const [then, now] = [before, after].map((list) => list.map((entry) => pairable(shape, entry)));
  const pairs = pairEntries(then ?? [], now ?? [], shape.hasReferences).map(
    (pair) => [pair.was?.entry, pair.now?.entry] as const,
  );
  const changes = pairs.map(([was, is]) => changedFields(shape.fields, was, is));
  const fields = withWords(shape.fields, changes, shape.printing ?? AS_WRITTEN);
  return pairs
    .flatMap(([was, is], index) => weighed(shape, was, is, fields[index] ?? []) ?? [])
    .sort(compareWeighed)
    .map(({ told }) => told);
}

interface Item<T> extends Pairable {
  readonly entry: T;
}

function pairable<T>({ fields, about, reference, hasReferences }: ListShape<T, string>, entry: T): Item<T> {
  const text = about.value(entry);
  return {
    entry,
    reference: hasReferences ? fold(reference(entry)) : '',
    text: fold(text),
    about: text,
    content: JSON.stringify(fieldsOf(fields, entry)),
  };
}

interface Weighed<T, Kind extends string> {
  readonly told: Told<T, Kind>;
  readonly rank: number;
  readonly size: number;
}

type AnyKind<Kind extends string> = Kind | 'reworded' | 'other';

function weighed<T, Kind extends string>(
  shape: ListShape<T, Kind>,
  was: T | undefined,
  now: T | undefined,
  fields: readonly FieldChange[],
): Weighed<T, AnyKind<Kind>> | undefined {
  const entry = now ?? was;
  if (entry === undefined) return undefined;
  const happenings = inOrder(shape, allOf(shape, was, now, fields));
  if (happenings.length === 0) return undefined;
  const told = {
    ...(was !== undefined && { was }),
    ...(now !== undefined && { now }),
    change: {
      reference: oneLine(shape.reference(entry)),
      title: titleOf(shape, entry, now === undefined ? 'before' : 'after'),
      kinds: happenings.map(({ kind }) => kind),
      texts: happenings.map(({ text }) => text),
      good: goodOf(happenings),
      fields,
      ...(was !== undefined && { before: shape.at(was) }),
      ...(now !== undefined && { after: shape.at(now) }),
    },
  };
  return { told, ...weightOf(shape, happenings) };
}

function titleOf<T>(
  { about, printing = AS_WRITTEN }: ListShape<T, string>,
  entry: T,
  side: 'before' | 'after',
): string {
  return printing[side].title(about.value(entry));
}

function allOf<T, Kind extends string>(
  shape: ListShape<T, Kind>,
  was: T | undefined,
  now: T | undefined,
  fields: readonly FieldChange[],
): Happening<AnyKind<Kind>>[] {
  if (was === undefined) return now === undefined ? [] : [shape.isNew(now)];
  if (now === undefined) return [shape.isGone(was)];
  const changed = new Set(fields.map(({ field }) => field));
  const happened = shape.happened(was, now, changed);
  const told = new Set(happened.flatMap(({ tells }) => tells));
  const untold = shape.fields.filter(({ name }) => changed.has(name) && !told.has(name));
  return oneOther<AnyKind<Kind>>([...happened, ...restOf(shape, was, now, untold)]);
}

/** Returns the happenings with what has no kind of its own in one sentence. */
function oneOther<Kind extends string>(happenings: readonly Happening<Kind>[]): Happening<Kind>[] {
  const others = happenings.filter(({ kind }) => kind === 'other');
  const [first] = others;
  if (first === undefined) return [...happenings];
  const text = joinedSentences(others.map((one) => one.text));
  const size = Math.max(...others.map((one) => one.size ?? 0));
  return [...happenings.filter(({ kind }) => kind !== 'other'), { ...first, text, size }];
}

/** What no other sentence tells: the entry's own words, and all else in one sentence. */
function restOf<T>(
  { about, weighty }: ListShape<T, string>,
  was: T,
  now: T,
  untold: readonly Field<T>[],
): Happening<'reworded' | 'other'>[] {
  const isWeighty = (field: Field<T>) => weighty.includes(field.name);
  const others = untold.filter((field) => field !== about);
  const sentences = [...others.filter(isWeighty), ...others.filter((field) => !isWeighty(field))].map(
    (field) => fieldSentence(field, was, now),
  );
  const reworded = { kind: 'reworded', text: 'Reworded', good: null, tells: [about.name] } as const;
  const other = {
    kind: 'other',
    text: joinedSentences(sentences),
    good: null,
    tells: others.map(({ name }) => name),
    size: others.some(isWeighty) ? 1 : 0,
  } as const;
  return [...(untold.includes(about) ? [reworded] : []), ...(others.length > 0 ? [other] : [])];
}

/** Returns sentences as one: `Owner changed from A to B; comment changed`. */
export function joinedSentences(sentences: readonly string[]): string {
  return sentences
    .map((text, index) => (index === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1)))
    .join('; ');
}

function inOrder<T, Kind extends string>(
  { kinds }: ListShape<T, Kind>,
  happenings: readonly Happening<AnyKind<Kind>>[],
): Happening<AnyKind<Kind>>[] {
  const order: readonly string[] = kinds;
  const rank = ({ kind, size = 0 }: Happening<string>) => {
    const at = order.indexOf(kind);
    // What may hide a slip is told before a rewording.
    return kind === 'other' && size > 0 ? order.indexOf('reworded') - 0.5 : at;
  };
  return [...happenings].sort((a, b) => rank(a) - rank(b));
}

/** What matters most decides, where it is good or bad; a risk that is de-escalated is no worse for a later date. */
function goodOf(happenings: readonly Happening<string>[]): boolean | null {
  return happenings.find(({ good }) => good !== null)?.good ?? null;
}

/** An entry stands where the worst of what happened to it does; else where the first does. */
function weightOf<T, Kind extends string>(
  { board }: ListShape<T, Kind>,
  happenings: readonly Happening<AnyKind<Kind>>[],
): { rank: number; size: number } {
  const order: readonly string[] = board;
  const ranked = happenings.map((one) => ({
    rank: order.indexOf(one.kind) + (one.isQuiet === true ? order.length : 0),
    size: one.size ?? 0,
    isBad: one.good === false,
  }));
  const [worst] = ranked.filter(({ isBad }) => isBad).sort((a, b) => a.rank - b.rank);
  return worst ?? ranked[0] ?? { rank: order.length, size: 0 };
}

function compareWeighed<T, Kind extends string>(a: Weighed<T, Kind>, b: Weighed<T, Kind>): number {
  const [one, other] = [a.told.change, b.told.change];
  return (
    a.rank - b.rank ||
    b.size - a.size ||
    compareReferences(one.reference, other.reference) ||
    compareTexts(one.title, other.title) ||
    compareTexts(JSON.stringify(one.fields), JSON.stringify(other.fields))
  );
}
