/** What stands in the heading of figures once, in place of each of them: none where each figure says its own. */
export type HeadingUnit = '' | '%' | '£' | 'pp';

/** A number with the signs of its unit: `−£1,234.50`, `26.94%`, `+1.08 pp`. */
const NUMBER = /^([-+−]?)(£?)([\d,]+(?:\.\d+)?)(%| pp)?$/;

/**
 * Returns the unit that all of the texts have, those that hold no digit aside: `%` of `26.94%`, `c` and `21.08%`. It is empty
 * where they differ, where none has a sign, and where one with a digit is no plain number: `<5` under `%` would be read as 5%.
 */
export function unitOfAll(texts: readonly string[]): HeadingUnit {
  const units = new Set(texts.filter((text) => /\d/.test(text)).map(unitOf));
  const [only = ''] = units;
  return units.size === 1 ? only : '';
}

function unitOf(text: string): HeadingUnit {
  const [, , pounds, , after = ''] = NUMBER.exec(text) ?? [];
  if (pounds === '£') return after === '' ? '£' : '';
  return after === '%' ? '%' : after === ' pp' ? 'pp' : '';
}

/** Returns a figure without the unit that its heading has: `26.94` of `26.94%`; a marker stays as it is. */
export function withoutUnit(text: string, unit: HeadingUnit): string {
  if (unit === '' || unitOf(text) !== unit) return text;
  return text.replace(NUMBER, '$1$3');
}

const SAID: Readonly<Record<Exclude<HeadingUnit, ''>, RegExp>> = {
  '%': /%|\bper ?cent(?:age)?\b/i,
  '£': /£/,
  pp: /\bpp\b|\bpercentage points\b/i,
};

/** Returns a heading with the unit of its figures: `Agency rate, %`; one that says it already stays as it is. */
export function withUnit(heading: string, unit: HeadingUnit): string {
  return unit === '' || SAID[unit].test(heading) ? heading : `${heading}, ${unit}`;
}
