import type { Marker } from '../model/cell.ts';
import type { Estimate } from './estimate.ts';

/** What a figure came out as. Reasons of a missing one are in words, each once: `no establishment for Feb 2021`. */
export type Outcome =
  | { readonly kind: 'number'; readonly number: Estimate }
  | { readonly kind: 'marker'; readonly marker: Marker; readonly bound?: number }
  | { readonly kind: 'missing'; readonly reasons: readonly string[] };

type Hidden = Exclude<Outcome, { kind: 'number' }>;

/**
 * Which marker a result takes where its parts have several: first what protects a person, then what says that the
 * number is not good, then what says that there is none.
 */
const PRECEDENCE: readonly Marker[] = ['c', 'fewer_than', 'u', 'low', 'x', 'z'];

/** The most reasons that a missing figure names. */
const REASONS = 3;

/** Why a number that no figure can be is missing. */
export const TOO_LARGE = 'the number grows beyond any figure';

/** Returns a missing figure for one reason. */
export function missing(reason: string): Outcome {
  return { kind: 'missing', reasons: [reason] };
}

/**
 * Returns what a result is where one or more of its parts are no numbers. A missing part makes it missing: what nobody
 * gave has no result to hide. Where every part is given, a marker among them becomes the result's, by `PRECEDENCE`.
 * "Fewer than 5" of a part bounds nothing in a result, so that is confidential (`c`).
 */
export function hiddenBy(parts: readonly Outcome[]): Hidden | undefined {
  const gaps = parts.filter((part) => part.kind === 'missing');
  if (gaps.length > 0)
    return { kind: 'missing', reasons: [...new Set(gaps.flatMap((gap) => gap.reasons))].slice(0, REASONS) };
  const markers = parts.filter((part) => part.kind === 'marker').map((part) => part.marker);
  const marker = PRECEDENCE.find((one) => markers.includes(one));
  return marker && { kind: 'marker', marker: marker === 'fewer_than' ? 'c' : marker };
}

/** Returns whether two figures are the same. Why one is missing may read otherwise; that it is missing is the same. */
export function isSameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.number.value.equals(b.number.value);
  if (a.kind === 'marker' && b.kind === 'marker') return a.marker === b.marker && a.bound === b.bound;
  return a.kind === b.kind;
}
