import { fold } from '../model/suggest.ts';

/** Returns the record with that reference, whatever its case, spaces and dashes. */
export function findByReference<T extends { readonly reference: string }>(
  records: readonly T[],
  reference: string,
): T | undefined {
  return records.find((one) => isReference(one.reference, reference));
}

/** Returns whether two references are the same as people write them: `WFR 1` and `wfr1` are. */
export function isReference(one: string, other: string): boolean {
  return fold(one) === fold(other);
}
