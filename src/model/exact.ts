import Fraction from 'fraction.js';

/** An exact rational number. Nothing is rounded until it is shown, and then once, half away from zero. */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);

/**
 * Returns the exact value of a plain decimal such as `-12.50`, or of a whole number.
 * Throws a RangeError on anything else: people's spellings are the business of `read/grammar`.
 */
export function exact(value: string | number | bigint): Exact {
  if (typeof value === 'string' && !/^-?\d+(\.\d+)?$/.test(value))
    throw new RangeError(`not a decimal: ${value}`);
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`not a whole number: ${value}`);
  return new Fraction(value);
}

/** Returns `value × 10^places` as a whole number, rounded once, half away from zero. */
export function scaledRound(value: Exact, places: number): bigint {
  const scaled = value.n * 10n ** BigInt(places);
  const whole = (2n * scaled + value.d) / (2n * value.d);
  return value.s < 0n ? -whole : whole;
}

/** Returns the value as a plain decimal with exactly `places` decimals, rounded half away from zero; never `-0`. */
export function toFixed(value: Exact, places: number): string {
  const scaled = scaledRound(value, places);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** The most decimals that `toDecimal` gives for a value without a finite decimal form. */
const DECIMALS = 12;

/** Returns the shortest decimal that is exact, or the value rounded to 12 decimals where there is none. */
export function toDecimal(value: Exact): string {
  const text = toFixed(value, DECIMALS);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Returns -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compareExact(a: Exact, b: Exact): number {
  return Math.sign(a.compare(b));
}
