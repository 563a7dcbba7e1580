import { describe, expect, it } from 'vitest';
import { contrast, isColour, LEAST_CONTRAST } from '../../src/model/contrast.ts';

const WHITE = '#ffffff';

describe('contrast', () => {
  // By hand from the formula of WCAG 2.2: black has luminance 0, white 1; pure red 0.2126, green 0.7152, blue 0.0722.
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#ff0000', 1.05 / (0.2126 + 0.05)],
    ['#00ff00', 1.05 / (0.7152 + 0.05)],
    ['#0000ff', 1.05 / (0.0722 + 0.05)],
  ])('of %s with white is %f', (colour, ratio) => {
    expect(contrast(colour, WHITE)).toBeCloseTo(ratio, 10);
  });

  it('takes the linear part of sRGB for dark channels', () => {
    expect(contrast('#0a0a0a', '#000000')).toBeCloseTo((10 / 255 / 12.92 + 0.05) / 0.05, 10);
  });

  it('is the same in either order and either case', () => {
    expect(contrast('#1D4F91', WHITE)).toBe(contrast(WHITE, '#1d4f91'));
  });

  it('tells the lightest grey that is enough from the one that is not', () => {
    expect(contrast('#767676', WHITE)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(contrast('#777777', WHITE)).toBeLessThan(LEAST_CONTRAST);
  });

  it.each(['#fff', '1d4f91', '#1d4f9g', '#1d4f911', 'navy', ''])('does not take %s for a colour', (text) => {
    expect(isColour(text)).toBe(false);
    expect(() => contrast(text, WHITE)).toThrow(RangeError);
  });
});
