import type { Marker } from '../model/cell.ts';
import { exact, toDecimal } from '../model/exact.ts';
import type { Outcome } from './outcome.ts';

/** What a figure came out as. */
export type FigureResult =
  | { readonly kind: 'number'; readonly decimal: string; readonly exact: boolean }
  | { readonly kind: 'marker'; readonly marker: Marker; readonly bound?: number }
  | { readonly kind: 'missing'; readonly because: string };

/** Returns an outcome as plain JSON carries it: numbers as decimal strings, exact where `exact` is true. */
export function resultOf(outcome: Outcome): FigureResult {
  switch (outcome.kind) {
    case 'number': {
      const decimal = toDecimal(outcome.number.value);
      return { kind: 'number', decimal, exact: exact(decimal).equals(outcome.number.value) };
    }
    case 'marker':
      return outcome;
    case 'missing':
      return { kind: 'missing', because: outcome.reasons.join('; ') };
  }
}
