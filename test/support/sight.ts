import sight from '../../scripts/sight.json' with { type: 'json' };

/** How colours are seen: as they are, and with each kind of colour-blindness, in full (Machado et al. 2009). */
export const SIGHTS = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Sight = (typeof SIGHTS)[number];

type Three = readonly [number, number, number];

/** Returns the colour in CIE Lab (D65) as it is seen. */
export function labOf(colour: string, seen: Sight = 'normal'): Three {
  const [red, green, blue] = lightOf(colour, seen);
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const part = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  return [116 * part(y) - 16, 500 * (part(x) - part(y)), 200 * (part(y) - part(z))];
}

/** Returns how far apart two colours are as they are seen: the distance in CIE Lab, ΔE*ab; 2.3 is just noticed. */
export function apart(a: string, b: string, seen: Sight = 'normal'): number {
  const [one, other] = [labOf(a, seen), labOf(b, seen)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function lightOf(colour: string, seen: Sight): Three {
  const light = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const [red = 0, green = 0, blue = 0] = light;
  if (seen === 'normal') return [red, green, blue];
  const [r, g, b] = sight.matrices[seen].map((row) =>
    Math.min(1, Math.max(0, (row[0] ?? 0) * red + (row[1] ?? 0) * green + (row[2] ?? 0) * blue)),
  );
  return [r ?? 0, g ?? 0, b ?? 0];
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
