/** The least contrast of text with its background: WCAG 2.2, success criterion 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** The least contrast of lines and signs that carry a meaning with what they stand on: WCAG 2.2, 1.4.11. */
export const LEAST_GRAPHICS_CONTRAST = 3;

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

/** Returns a ratio as it is told: cut off, not rounded, since 4.499 is not enough and must not read as 4.50. */
export function shownRatio(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

/** A colour that another one is seen beside, and the least contrast of the two. */
export interface Beside {
  readonly colour: string;
  readonly least: number;
}

/** A hundredth of the way to black or white is a step that no eye sees. */
const STEPS = 100;

/**
 * Returns the colour nearest to `colour` that has enough contrast with all of the others: itself, or what is mixed with as
 * little black or white as will do, black where both would take as much. Undefined where no such mix has enough.
 */
export function nearestReadable(colour: string, others: readonly Beside[]): string | undefined {
  for (let step = 0; step <= STEPS; step += 1)
    for (const end of ['#000000', '#ffffff']) {
      const mixed = mix(colour, end, step / STEPS);
      if (others.every((one) => contrast(mixed, one.colour) >= one.least)) return mixed;
    }
  return undefined;
}

/**
 * Returns how far two colours are apart to the eye, from 0 to 1 (black and white): their distance in OKLab
 * (bottosson.github.io/posts/oklab). Below 0.02 hardly anybody tells them apart.
 */
export function colourDistance(one: string, other: string): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Relative luminance by WCAG 2.2: of sRGB, with channels from 0 to 1. */
function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Three = readonly [number, number, number];

function channels(colour: string): Three {
  const parts = COLOUR.exec(colour)?.groups;
  if (!parts) throw new RangeError(`not a colour: ${colour}`);
  const channel = (name: 'red' | 'green' | 'blue') => Number.parseInt(parts[name] ?? '', 16);
  return [channel('red'), channel('green'), channel('blue')];
}

/** The light of each channel, from 0 to 1. */
function linear(colour: string): Three {
  const light = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = channels(colour);
  return [light(red), light(green), light(blue)];
}

function mix(colour: string, end: string, share: number): string {
  const [from, to] = [channels(colour), channels(end)];
  const part = (at: 0 | 1 | 2) =>
    Math.round(from[at] + (to[at] - from[at]) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(0)}${part(1)}${part(2)}`;
}

function oklab(colour: string): Three {
  const [red, green, blue] = linear(colour);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}
