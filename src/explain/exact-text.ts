import { exact, toDecimal, toFixed, type Exact } from '../model/exact.ts';
import { formatNumber } from '../model/format.ts';

/** Decimals of a number that has no end. */
const SHOWN = 6;

/**
 * Returns a number as it is before it is rounded for print: in full where its decimals end within 12 places, else the
 * first six of them and `…`: `0.210810…`.
 */
export function unroundedText(value: Exact): string {
  const decimal = toDecimal(value);
  if (exact(decimal).equals(value)) return formatNumber(value, decimal.split('.')[1]?.length ?? 0);
  const scale = 10n ** BigInt(SHOWN);
  // Cut and not rounded: the digits that are shown are those of the number itself.
  const digits = exact((value.n * scale) / value.d).div(scale);
  return `${formatNumber(value.s < 0n ? digits.neg() : digits, SHOWN)}…`;
}

/** Returns whether a number is written in full at so many decimals. */
export function isExactAt(value: Exact, places: number): boolean {
  return exact(toFixed(value, places)).equals(value);
}
