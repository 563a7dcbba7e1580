import type { Finding, Severity } from './finding.ts';
import { formatList, plural } from './format.ts';

/** How many findings: accepted ones are counted as such, whatever their severity. */
export interface FindingCounts {
  readonly total: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly accepted: number;
}

/** Returns how many findings there are of each severity, and how many are accepted. */
export function findingCounts(findings: readonly Finding[]): FindingCounts {
  const open = findings.filter((one) => one.accepted === undefined);
  const count = (severity: Severity) => open.filter((one) => one.severity === severity).length;
  return {
    total: findings.length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    accepted: findings.length - open.length,
  };
}

/** Returns `1 error, 2 warnings and 3 notes`, or `nothing found`. */
export function countsText({ errors, warnings, notes, accepted }: FindingCounts): string {
  const parts = [
    [errors, plural(errors, 'error')],
    [warnings, plural(warnings, 'warning')],
    [notes, plural(notes, 'note')],
    [accepted, `${accepted} accepted`],
  ] as const;
  const there = parts.flatMap(([count, text]) => (count > 0 ? [text] : []));
  return there.length === 0 ? 'nothing found' : formatList(there);
}

/** Returns `and 143 more (8 errors and 135 notes)`; empty where a limit leaves none out. */
export function moreText(more: FindingCounts): string {
  return more.total === 0 ? '' : `and ${more.total} more (${countsText(more)})`;
}
