import type { Meeting } from '../model/dataset.ts';
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

/** A record as earlier papers last had it, and the meeting whose papers these are. */
export interface Listed<T> {
  readonly meeting: Meeting;
  readonly was: T;
}

/** Returns what each reference was when the earlier meetings (oldest first) last listed it, the newest listing first. */
export function lastListed<T extends { readonly reference: string }>(
  earlier: readonly Meeting[],
  listOf: (meeting: Meeting) => readonly T[],
): Listed<T>[] {
  const last = new Map<string, Listed<T>>();
  for (const meeting of earlier.toReversed())
    for (const was of listOf(meeting))
      if (!last.has(fold(was.reference))) last.set(fold(was.reference), { meeting, was });
  return [...last.values()];
}
