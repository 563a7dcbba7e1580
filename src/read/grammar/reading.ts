import { finding, type Finding } from '../../model/finding.ts';
import type { FindingCode } from '../../model/catalogue.ts';
import type { Place } from '../../model/place.ts';
import { visible } from '../../model/visible.ts';

/** What is wrong with a text, before anyone knows where it stands. */
export interface Problem {
  readonly code: FindingCode;
  readonly message: string;
  readonly why?: string;
  readonly help?: string;
  /** Further advice, for a text of a data repo's files. */
  readonly inFiles?: string;
}

/** What a grammar makes of a text: a value, or what is wrong with it. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function unread(
  code: FindingCode,
  message: string,
  detail: { why?: string; help?: string; inFiles?: string } = {},
): Reading<never> {
  return { ok: false, problem: { code, message, ...detail } };
}

/** Returns a problem as a finding at a place. */
export function problemAt(problem: Problem, at: Place): Finding {
  const { code, message, why, help, inFiles } = problem;
  const advice = [help, inFiles].filter((one) => one !== undefined).join('; ');
  return finding(code, message, { at, why, help: advice === '' ? undefined : advice });
}

const SHOWN = 60;

/** Returns a text in quotation marks, shortened, for a message. */
export function quoted(text: string): string {
  // A cut between the two halves of one character would leave half of it.
  const start = text.slice(0, SHOWN - 1).replace(/[\ud800-\udbff]$/, '');
  const shown = text.length > SHOWN ? `${start}…` : text;
  return `"${visible(shown)}"`;
}
