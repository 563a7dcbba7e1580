import type { Meeting } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
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

/** An entry as earlier papers last listed it, and the meeting whose papers these are. */
export interface Listed<T> {
  readonly meeting: Meeting;
  readonly was: T;
}

/** An entry of earlier papers, and what it is now. */
export interface Followed<T> extends Listed<T> {
  /** Absent where the papers at hand do not list it. */
  readonly now?: T;
}

interface Named {
  readonly reference: string;
}

/**
 * Returns what became of each entry that the earlier meetings (oldest first) listed, however many meetings ago, the newest
 * listing first. Entries are the same by their reference, and by their text where several share one. One that was reworded
 * is known as the only one left of its reference; where that leaves a choice, it is left out.
 */
export function followed<T extends Named>(
  earlier: readonly Meeting[],
  listOf: (meeting: Meeting) => readonly T[],
  now: readonly T[],
  textOf: (entry: T) => string,
): Followed<T>[] {
  let last: readonly Listed<T>[] = [];
  for (const meeting of earlier) {
    const listed = listOf(meeting);
    const gone = matched(last, listed, textOf).filter((one) => one.now === undefined);
    last = [...listed.map((was) => ({ meeting, was })), ...gone];
  }
  return matched(last, now, textOf);
}

function matched<T extends Named>(
  last: readonly Listed<T>[],
  now: readonly T[],
  textOf: (entry: T) => string,
): Followed<T>[] {
  const keyOf = (one: T): string => JSON.stringify([fold(one.reference), fold(textOf(one))]);
  const byText = new Map(now.map((one) => [keyOf(one), one]));
  const known = new Set(last.map(({ was }) => keyOf(was)));
  const reworded = groupBy(
    now.filter((one) => !known.has(keyOf(one))),
    (one) => fold(one.reference),
  );
  const lost = groupBy(
    last.filter(({ was }) => !byText.has(keyOf(was))),
    ({ was }) => fold(was.reference),
  );
  return last.flatMap((one): Followed<T>[] => {
    const { meeting, was } = one;
    const same = byText.get(keyOf(was));
    if (same !== undefined) return [{ meeting, was, now: same }];
    const [only, ...others] = reworded.get(fold(was.reference)) ?? [];
    if (only === undefined) return [{ meeting, was }];
    const isClear = others.length === 0 && lost.get(fold(was.reference))?.length === 1;
    return isClear ? [{ meeting, was, now: only }] : [];
  });
}
