import type { CellChange, Comparison, EntryChange, FieldChange } from '../../src/compare/comparison.ts';
import { placeText, type Place } from '../../src/model/place.ts';

/** What a side gives, as plain values: cells, entries by their fields, RAG and settings. */
export interface Given {
  /** Each cell as its key and its value; papers may state a figure twice. */
  readonly cells: readonly string[];
  /** Entries of each list, in any order. */
  readonly lists: Readonly<Record<string, readonly GivenEntry[]>>;
  readonly rag: Fields;
  readonly settings: Readonly<Record<string, string>>;
}

/** An entry, and where it stands in the side's files. */
export interface GivenEntry {
  readonly at: Place;
  readonly fields: Fields;
}

export type Fields = Readonly<Record<string, string>>;

/** Returns what `applied` calls a cell. */
export function cellText(
  { metric, group, basis, period, stated, indicator }: Omit<CellChange, 'before' | 'after'>,
  { kind, value = '' }: { readonly kind: string; readonly value?: string },
): string {
  const of = Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1));
  const when = period === undefined ? null : `${period.kind} ${period.key}`;
  return JSON.stringify([metric, of, indicator ? null : basis, when, stated, indicator, kind, value]);
}

/** Which workstream of a comparison, and which lists of it. */
interface Applying {
  readonly workstream: string;
  readonly lists: readonly (
    'milestones' | 'risks' | 'actions' | 'recommendations' | 'resolutions' | 'escalations'
  )[];
}

/**
 * Returns what the second side gives: what the first gives with the difference put into it. It knows the JSON of `diff` and
 * nothing of how it was made. Throws where the difference takes away what is not there.
 */
export function applied(first: Given, json: Comparison, { workstream, lists }: Applying): Given {
  const found = json.workstreams.find((one) => one.id === workstream);
  if (found === undefined) throw new Error(`no workstream ${workstream}`);
  const cells = [...first.cells];
  for (const change of found.cells) if (change.before) take(cells, cellText(change, change.before));
  for (const change of found.cells) if (change.after) cells.push(cellText(change, change.after));
  const settings = new Map(Object.entries(first.settings));
  for (const { id, before, after } of [...json.settings, ...found.settings]) {
    if ((settings.get(id) ?? null) !== before) throw new Error(`${id} was not ${before ?? 'missing'}`);
    if (after === null) settings.delete(id);
    else settings.set(id, after);
  }
  return {
    cells: cells.sort(),
    settings: Object.fromEntries([...settings].sort(([a], [b]) => (a < b ? -1 : 1))),
    lists: Object.fromEntries(
      lists.map((list) => [list, sortedEntries(withChanges(first.lists[list] ?? [], found[list]))]),
    ),
    rag: found.rag === undefined ? first.rag : ragOf(first.rag, found.rag),
  };
}

function ragOf(
  first: Fields,
  { before, after, fields }: NonNullable<Comparison['workstreams'][number]['rag']>,
): Fields {
  return withFields(first, [{ field: 'current', before, after }, ...fields]);
}

function withChanges(entries: readonly GivenEntry[], changes: readonly EntryChange<string>[]): GivenEntry[] {
  const left = new Map(entries.map((one) => [placeText(one.at), one]));
  const made = changes.map(({ fields, before, after }): GivenEntry | undefined => {
    const was = before === undefined ? undefined : left.get(placeText(before));
    if (before !== undefined && was === undefined)
      throw new Error('the difference takes away an entry that is not there');
    if (was !== undefined) left.delete(placeText(was.at));
    const now = withFields(was?.fields ?? {}, fields);
    if (after === undefined && Object.keys(now).length > 0) throw new Error('a gone entry leaves something');
    return after === undefined ? undefined : { at: after, fields: now };
  });
  return [...left.values(), ...made.filter((one) => one !== undefined)];
}

function withFields(was: Fields, fields: readonly Pick<FieldChange, 'field' | 'before' | 'after'>[]): Fields {
  const now = new Map(Object.entries(was));
  for (const { field, before, after } of fields) {
    if ((now.get(field) ?? null) !== before) throw new Error(`${field} was not ${before ?? 'missing'}`);
    if (after === null) now.delete(field);
    else now.set(field, after);
  }
  return Object.fromEntries([...now].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function take(cells: string[], text: string): void {
  const at = cells.indexOf(text);
  if (at < 0) throw new Error(`the difference takes away a cell that is not there: ${text}`);
  cells.splice(at, 1);
}

/** Returns entries by what they say alone: unchanged ones may stand elsewhere on the other side. */
export function sortedEntries(entries: readonly GivenEntry[]): GivenEntry[] {
  const at: Place = { file: '', line: 0, column: 0, length: 0 };
  const texts = entries.map(({ fields }) =>
    JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return texts
    .sort()
    .map((text) => ({ at, fields: Object.fromEntries(JSON.parse(text) as [string, string][]) }));
}
