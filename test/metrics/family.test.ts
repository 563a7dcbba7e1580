import { describe, expect, it } from 'vitest';
import { idsBehind, isOfOneFamily } from '../../src/metrics/family.ts';
import { createRegistry, kindOf } from '../../src/metrics/registry.ts';
import type { MetricDefinition } from '../../src/model/definition.ts';
import { indicator } from '../support/board.ts';
import { place } from '../support/dataset.ts';

const late: MetricDefinition = {
  id: 'visits_late',
  label: 'Visits late',
  formula: '(visits_denominator - visits_numerator) / visits_denominator',
  unit: 'share',
  places: 1,
  direction: 'lower',
  description: 'Visits not made in time.',
  usedBy: [],
  origin: 'council',
};

const { registry } = createRegistry(
  [{ value: late, at: place(1) }],
  {},
  {
    indicators: [
      indicator('visits', { parts: { numerator: 'on time', denominator: 'due' } }),
      indicator('stayed', { parts: { numerator: 'stayed', denominator: 'completed' } }),
      indicator('agency'),
    ],
  },
);

function isOne(a: string, b: string): boolean {
  return isOfOneFamily(registry, kindOf(registry, a)!, kindOf(registry, b)!);
}

describe('a family of figures', () => {
  it('is that of the workforce, whatever is counted', () => {
    expect(isOne('starters_rate', 'agency_share_of_establishment')).toBe(true);
    expect(isOne('leavers', 'starters')).toBe(true);
  });

  it('holds a measure of the workforce for which an indicator sets levels', () => {
    expect(isOne('agency', 'leavers')).toBe(true);
  });

  it('is what counts one thing, for indicators', () => {
    expect(isOne('visits', 'visits_late')).toBe(true);
    expect(isOne('visits', 'stayed')).toBe(false);
    expect(isOne('stayed', 'permanent_share_of_establishment')).toBe(false);
    expect(isOne('permanent_share_of_establishment', 'stayed')).toBe(false);
  });
});

it('finds every id that a definition stands on', () => {
  expect([...idsBehind(registry, 'vacancy_rate')].sort()).toEqual([
    'establishment',
    'permanent',
    'vacancies',
    'vacancy_rate',
  ]);
});
