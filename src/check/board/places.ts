import type { Place } from '../../model/place.ts';

/** A record of a table: where it stands, and where its cells do. */
interface Placed {
  readonly at: Place;
  readonly fields: Readonly<Record<string, Place>>;
}

/** Returns the place of a record's field, or of the record where the field has none (an empty cell, no column). */
export function fieldPlace<T extends Placed>(record: T, field: string & keyof T): Place {
  return record.fields[field] ?? record.at;
}
