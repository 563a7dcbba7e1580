import type { FindingCode } from './catalogue.ts';
import { CATALOGUE } from './catalogue.ts';
import { CHECK_CODES } from './catalogue/checks.ts';
import { comparePlaces, type Place } from './place.ts';

/** An error stops publication; a warning is printed in the report; a note only informs. */
export type Severity = 'error' | 'warning' | 'note';

/** Something that a reader of the data repo must know. One type, for every command and format. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What is wrong, in one line, with the value. */
  readonly message: string;
  /** Where; absent only where no file is concerned (a missing browser). */
  readonly at?: Place;
  /** The reckoning behind it: what was stated, what it should follow from. */
  readonly why?: string;
  /** What to do about it. */
  readonly help: string;
  /** Other places that belong to it. */
  readonly related?: readonly Place[];
  /** What it is about, as `explain` and acceptances name it: `permanent@2021-01`, `risk:WFR6` (src/papers/subject.ts). */
  readonly about?: string;
  /** Why and by whom it is left as it is; it is printed, and fails nothing. */
  readonly accepted?: { readonly reason: string; readonly by: string };
  /** Another that tells the same with its cause: while that is not accepted, this is left out (src/check/settle.ts). */
  readonly toldBy?: FindingName;
}

/** What names a finding among those of the same papers. */
export interface FindingName {
  readonly code: FindingCode;
  readonly about: string;
}

export interface FindingDetail {
  readonly about?: string | undefined;
  readonly at?: Place | undefined;
  readonly why?: string | undefined;
  readonly help?: string | undefined;
  readonly related?: readonly Place[];
  readonly toldBy?: FindingName | undefined;
}

/** Returns a finding with the severity and, unless one is given, the advice of its code. */
export function finding(code: FindingCode, message: string, detail: FindingDetail = {}): Finding {
  const entry = CATALOGUE[code];
  return {
    code,
    severity: entry.severity,
    message,
    ...(detail.at && { at: detail.at }),
    ...(detail.why !== undefined && { why: detail.why }),
    help: detail.help ?? entry.help,
    ...(detail.related && detail.related.length > 0 && { related: detail.related }),
    ...(detail.about !== undefined && { about: detail.about }),
    ...(detail.toldBy && { toldBy: detail.toldBy }),
  };
}

/**
 * Returns whether it is an error whatever the configuration says: data that cannot be read, or contradicts itself. A
 * warning that a council takes for an error leaves what was computed as it is.
 */
export function isFault({ code }: Pick<Finding, 'code'>): boolean {
  return CATALOGUE[code].severity === 'error';
}

/** Errors on how the page looks: whatever a theme or a logo is, every figure is read. */
const LOOK_CODES: ReadonlySet<FindingCode> = new Set<FindingCode>(['E083', 'E084']);

/**
 * Returns whether data may be missing, or be other than it seems, because of it: of any error but those on what the
 * configuration says of the rules and of the look.
 */
export function hidesData(one: Pick<Finding, 'code'>): boolean {
  return isFault(one) && !Object.hasOwn(CHECK_CODES, one.code) && !LOOK_CODES.has(one.code);
}

/** What makes two findings one: the code, the place and what is said. */
export function findingKey({ code, at, message }: Finding): string {
  return JSON.stringify([code, at, message]);
}

/** Returns the findings in the order of their places, each once. */
export function sortFindings<T extends Finding>(findings: readonly T[]): T[] {
  const seen = new Set<string>();
  return findings
    .filter((one) => {
      const key = findingKey(one);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => {
      if (a.at && b.at) return comparePlaces(a.at, b.at) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
      if (a.at || b.at) return a.at ? -1 : 1;
      return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
    });
}

/** Returns whether any finding stops publication: one that is accepted does not. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === 'error' && one.accepted === undefined);
}
