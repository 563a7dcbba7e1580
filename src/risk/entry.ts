import type { Place } from '../model/place.ts';

/** An entry of a list: what it is called, where it stands, and where its cells do. */
export interface Entry {
  readonly reference: string;
  readonly at: Place;
  readonly fields: Readonly<Record<string, Place>>;
}

/** Returns the place of an entry's field, or of the entry where the field has none (an empty cell, no column). */
export function fieldPlace<T extends Pick<Entry, 'at' | 'fields'>>(entry: T, field: string & keyof T): Place {
  return entry.fields[field] ?? entry.at;
}
