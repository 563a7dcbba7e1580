import { formatPeriodMidSentence } from '../../model/format.ts';
import { oneLine } from '../../model/one-line.ts';
import type { Period } from '../../model/period.ts';
import { fold } from '../../model/suggest.ts';
import type { FieldChange } from '../comparison.ts';
import type { Printing } from './printing.ts';
import { mostEdits, wordRuns } from './words.ts';

/** A field of the data format, and how it is compared. */
export interface Field<T> {
  /** As in the data format: `mitigation_date`. */
  readonly name: string;
  /** In a sentence, at its start: `Mitigation date`. */
  readonly label: string;
  /** Its value in the form in which it is compared; empty where nothing is given. */
  readonly value: (entry: T) => string;
  /** The value as a sentence has it, where that is not how it is compared: `September 2021`. */
  readonly shown: (entry: T) => string;
  readonly isSame: (before: string, after: string) => boolean;
  /** Whether it is a text that is compared word by word. */
  readonly isProse: boolean;
}

/** The values of an entry by field, in the form in which they are compared, without those that are empty. */
export type FieldValues = Readonly<Record<string, string>>;

/** Returns a field that holds a text; white space of any kind and length in it is one space. */
export function proseField<T>(name: string, label: string, text: (entry: T) => string | undefined): Field<T> {
  return { ...wordField(name, label, text), isSame: isEqual, isProse: true };
}

/** Returns a field whose value is the same in whatever case, spaces and dashes: a reference, a level, a status's id. */
export function wordField<T>(name: string, label: string, text: (entry: T) => string | undefined): Field<T> {
  const value = (entry: T) => oneLine(text(entry) ?? '');
  return { name, label, value, shown: value, isSame: isFolded, isProse: false };
}

/** Returns a field with a short text, such as an owner: told with what it was and is. */
export function nameField<T>(name: string, label: string, text: (entry: T) => string | undefined): Field<T> {
  return { ...wordField(name, label, text), isSame: isEqual };
}

/** Returns a field that holds a period, which is the same however it is written. */
export function periodField<T>(
  name: string,
  label: string,
  period: (entry: T) => Period | undefined,
): Field<T> {
  const shown = (entry: T) => {
    const found = period(entry);
    return found ? formatPeriodMidSentence(found) : '';
  };
  return { name, label, value: (entry) => period(entry)?.key ?? '', shown, isSame: isEqual, isProse: false };
}

function isEqual(before: string, after: string): boolean {
  return before === after;
}

function isFolded(before: string, after: string): boolean {
  return fold(before) === fold(after);
}

/** Returns an entry's values by field, without those that are empty. */
export function fieldsOf<T>(fields: readonly Field<T>[], entry: T): FieldValues {
  return Object.fromEntries(
    fields.map(({ name, value }) => [name, value(entry)] as const).filter(([, value]) => value !== ''),
  );
}

/**
 * Returns the fields that differ between two entries, of which one may be absent: then it is all that the other has. What
 * is compared is what is written: a figure that a text cites may differ without the text.
 */
export function changedFields<T>(
  fields: readonly Field<T>[],
  before: T | undefined,
  after: T | undefined,
): FieldChange[] {
  return fields.flatMap((field): FieldChange[] => {
    const was = before === undefined ? '' : field.value(before);
    const is = after === undefined ? '' : field.value(after);
    if (was === is || (was !== '' && is !== '' && field.isSame(was, is))) return [];
    return [{ field: field.name, before: was === '' ? null : was, after: is === '' ? null : is }];
  });
}

/** Returns the changes of entries' fields, each text that both sides have with what stayed, went and came as they print it. */
export function withWords<T>(
  fields: readonly Field<T>[],
  changes: readonly (readonly FieldChange[])[],
  { before, after }: Printing,
): FieldChange[][] {
  const prose = new Set(fields.filter(({ isProse }) => isProse).map(({ name }) => name));
  const isWorded = (change: FieldChange): change is FieldChange & { before: string; after: string } =>
    prose.has(change.field) && change.before !== null && change.after !== null;
  const most = mostEdits(changes.flat().filter(isWorded).length);
  return changes.map((entry) =>
    entry.map((change) =>
      isWorded(change)
        ? { ...change, words: wordRuns(before.text(change.before), after.text(change.after), most) }
        : change,
    ),
  );
}

/** Longer values are not put into a sentence. */
const LONGEST = 60;

/** Returns a sentence of a field that differs: `Owner changed from Head of Service to Director`, `Comment changed`. */
export function fieldSentence<T>({ label, shown, isProse }: Field<T>, before: T, after: T): string {
  const [was, is] = [shown(before), shown(after)];
  const isTold = !isProse && Math.max(was.length, is.length) <= LONGEST;
  if (was === '') return isTold ? `${label} given: ${is}` : `${label} added`;
  if (is === '') return isTold ? `${label} removed: it was ${was}` : `${label} removed`;
  return isTold ? `${label} changed from ${was} to ${is}` : `${label} changed`;
}
