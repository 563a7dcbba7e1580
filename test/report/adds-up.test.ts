import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/model/dataset.ts';
import { indicator } from '../support/board.ts';
import { month, table } from '../support/dataset.ts';
import { figureSet } from '../support/figure-set.ts';

const OCT = month('2026-10');

/** The whole of two services, which alone have the figure. */
function whole(change: Partial<Indicator>): string | undefined {
  const figures = figureSet({
    programme: { indicators: [indicator('rate', change)] },
    meeting: {
      indicators: [
        ...table([OCT], [['rate', 38]], { group: { service: 'Assessment' } }),
        ...table([OCT], [['rate', 42]], { group: { service: 'Care' } }),
      ],
    },
  });
  return figures.figure('rate', OCT)?.text;
}

describe('an indicator of groups', () => {
  it.each(['money', 'count'] as const)('of the unit %s is no sum unless it is said to add up', (unit) => {
    expect(whole({ unit, places: 0 })).toBe('–');
    expect(whole({ unit, places: 0, addsUp: false })).toBe('–');
    expect(whole({ unit, places: 0, addsUp: true })).toBe(unit === 'money' ? '£80' : '80');
  });

  it('is no sum where it is a ratio, whatever is said', () => {
    expect(whole({ addsUp: true })).toBe('–');
  });
});
