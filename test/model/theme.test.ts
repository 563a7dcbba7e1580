import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourDistance, contrast, isColour, nearestReadable, shownRatio } from '../../src/model/contrast.ts';
import {
  COLOURS,
  faintPairs,
  PAIRS,
  paletteOf,
  withDarkAccent,
  type GivenColours,
} from '../../src/model/theme.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const least = fc.constantFrom(3, 4.5);

describe('the nearest colour that can be read', () => {
  it('is a colour that has the contrast, and the colour itself where that has it', () => {
    fc.assert(
      fc.property(colour, colour, least, (front, surface, wanted) => {
        // Either black or white has 4.58 with any colour.
        const near = nearestReadable(front, [{ colour: surface, least: wanted }]) ?? '';
        expect(isColour(near)).toBe(true);
        expect(contrast(near, surface)).toBeGreaterThanOrEqual(wanted);
        expect(nearestReadable(near, [{ colour: surface, least: wanted }])).toBe(near);
        if (contrast(front, surface) >= wanted) expect(near).toBe(front);
      }),
    );
  });

  it('holds beside all of several, or there is none', () => {
    fc.assert(
      fc.property(
        colour,
        fc.array(fc.record({ colour, least }), { minLength: 2, maxLength: 4 }),
        (front, others) => {
          const near = nearestReadable(front, others);
          if (near !== undefined)
            for (const one of others) expect(contrast(near, one.colour)).toBeGreaterThanOrEqual(one.least);
          else
            for (const end of ['#000000', '#ffffff'])
              expect(others.some((one) => contrast(end, one.colour) < one.least)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['#777777', '#ffffff', '#767676'],
    ['#1d4f91', '#12181f', '#5f82b1'],
    ['#ffffff', '#ffffff', '#757575'],
  ])('to %s on %s is %s', (front, surface, near) => {
    expect(nearestReadable(front, [{ colour: surface, least: 4.5 }])).toBe(near);
  });
});

describe('an accent by night', () => {
  it('can be read on every surface that accents stand on, whatever the accent by day', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const dark = paletteOf(withDarkAccent({ light: { accent } }), 'dark');
        for (const { surface, least: wanted } of PAIRS.filter((one) => one.front === 'accent'))
          expect(contrast(dark.accent, dark[surface])).toBeGreaterThanOrEqual(wanted);
      }),
    );
  });

  it('is the one that is given, and the shipped one where none is given by day either', () => {
    const given = { light: { accent: '#0f5257' }, dark: { accent: '#7fcfc8' } };
    expect(withDarkAccent(given)).toBe(given);
    expect(withDarkAccent({})).toEqual({});
    expect(paletteOf({}, 'dark').accent).toBe(COLOURS.accent.dark);
  });

  it('is the same colour where it can be read by night as it is', () => {
    expect(withDarkAccent({ light: { accent: '#8fbcf2' } }).dark).toEqual({ accent: '#8fbcf2' });
  });
});

describe('the pairs of colours of a theme', () => {
  const faint = (light: GivenColours) =>
    faintPairs({ light }).map(({ front, surface, ratio, paper }) =>
      [front, surface, shownRatio(ratio), ...(paper ? ['paper'] : [])].join(' '),
    );

  it('have enough contrast where nothing is given', () => {
    expect(faintPairs({})).toEqual([]);
  });

  it('are told with their ratio, cut off', () => {
    expect(faint({ accent: '#777777' })).toEqual(['accent page 4.47', 'accent faint 3.98']);
    expect(faint({ 'series-1': '#a0a0a0' })).toEqual(['series-1 page 2.61']);
    expect(faint({ 'cell-red': '#a03030' })).toContain('ink cell-red 2.29');
  });

  it('count on white paper as well, where the page has a colour on screens', () => {
    expect(faint({ page: '#101418', faint: '#20262c' })).toContain('ink page 1.13');
    const bright = { page: '#101418', faint: '#20262c', ink: '#ffffff' } as const;
    expect(faint(bright)).toContain('ink page 1.00 paper');
    expect(faint({ page: '#fffaf2' })).toEqual([]);
  });
});

describe('the distance of colours', () => {
  it('is none from itself, one from black to white, and the same both ways', () => {
    expect(colourDistance('#000000', '#ffffff')).toBeCloseTo(1, 4);
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(colourDistance(one, one)).toBe(0);
        expect(colourDistance(one, other)).toBe(colourDistance(other, one));
      }),
    );
  });
});
