/** The least contrast of text with its background: WCAG 2.2, success criterion 1.4.3. */
export const LEAST_CONTRAST = 4.5;

const COLOUR = /^#(?<red>[0-9a-f]{2})(?<green>[0-9a-f]{2})(?<blue>[0-9a-f]{2})$/i;

/** Returns whether a text is a colour as `#rrggbb`. */
export function isColour(text: string): boolean {
  return COLOUR.test(text);
}

/**
 * Returns the contrast ratio of two colours (`#rrggbb`), from 1 to 21, in either order: (lighter + 0.05) / (darker +
 * 0.05) of their relative luminances, as WCAG 2.2 defines it. Throws a RangeError on anything that is no such colour.
 */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance by WCAG 2.2: of sRGB, with channels from 0 to 1. */
function luminance(colour: string): number {
  const parts = COLOUR.exec(colour)?.groups;
  if (!parts) throw new RangeError(`not a colour: ${colour}`);
  const channel = (name: 'red' | 'green' | 'blue') => {
    const share = Number.parseInt(parts[name] ?? '', 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel('red') + 0.7152 * channel('green') + 0.0722 * channel('blue');
}
