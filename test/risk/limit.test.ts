import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricUnit } from '../../src/model/definition.ts';
import { exact } from '../../src/model/exact.ts';
import { meetsThreshold } from '../../src/model/threshold.ts';
import { judgeLimit, limitFor, placesOfGap } from '../../src/risk/limit.ts';
import { limit } from '../support/board.ts';

describe('judgeLimit', () => {
  const cap = limit('18', { amberTo: exact(20) });
  const floor = limit('0.9', { kind: 'target', direction: 'higher', amberTo: exact('0.8') });

  it.each([
    [cap, '16.44', true, 'green', '-1.56'],
    [cap, '18', true, 'green', '0'],
    [cap, '18.0001', false, 'amber', '0.0001'],
    [cap, '20', false, 'amber', '2'],
    [cap, '20.0001', false, 'red', '2.0001'],
    [floor, '0.98', true, 'green', '0.08'],
    [floor, '0.9', true, 'green', '0'],
    [floor, '0.817', false, 'amber', '-0.083'],
    [floor, '0.8', false, 'amber', '-0.1'],
    [floor, '0.7999', false, 'red', '-0.1001'],
    [limit('18'), '18.0001', false, 'red', '0.0001'],
  ] as const)('%#: %o at %s', (level, value, met, rag, gap) => {
    const judged = judgeLimit(level, exact(value));
    expect(judged).toMatchObject({ met, rag });
    expect(judged.gap.equals(exact(gap))).toBe(true);
  });

  it('is green exactly where the level is met, for any number', () => {
    const number = fc.integer({ min: -1000, max: 1000 }).map((n) => exact(n).div(7));
    fc.assert(
      fc.property(number, number, fc.constantFrom('lower', 'higher'), (value, level, direction) => {
        const judged = judgeLimit({ direction, value: level }, value);
        expect(judged.rag === 'green').toBe(judged.met);
        expect(judged.met).toBe(direction === 'lower' ? value.lte(level) : value.gte(level));
        expect(judged.met).toBe(meetsThreshold({ direction, value: level }, value));
        expect(judged.gap.add(level).equals(value)).toBe(true);
      }),
    );
  });
});

describe('limitFor', () => {
  const whole = limit('18');
  const assessment = limit('25', { of: { service: 'Assessment' } });
  const north = limit('22', { of: { service: 'Assessment', team: 'North' } });
  const found = (
    group: Record<string, string>,
    unit: MetricUnit = 'ratio',
    limits = [whole, assessment, north],
  ) => limitFor({ limits, unit }, group);

  it('gives the one that names most of the group', () => {
    expect(found({})).toBe(whole);
    expect(found({ team: 'North' })).toBe(whole);
    expect(found({ service: 'Assessment' })).toBe(assessment);
    expect(found({ service: 'assessment', team: 'South' })).toBe(assessment);
    expect(found({ Service: 'Assessment', team: 'North' })).toBe(north);
    expect(found({ service: 'Assessment', team: 'North' }, 'ratio', [north, assessment, whole])).toBe(north);
  });

  it('gives none where no limit is of the group', () => {
    expect(found({}, 'ratio', [assessment])).toBeUndefined();
    expect(found({ service: 'MASH' }, 'ratio', [assessment])).toBeUndefined();
    expect(found({ service: 'Assessment' }, 'share', [north])).toBeUndefined();
    expect(found({}, 'ratio', [])).toBeUndefined();
  });

  it('holds no part of a count or of a sum of money against the level of more than that part', () => {
    for (const unit of ['count', 'money'] as const) {
      expect(found({}, unit)).toBe(whole);
      expect(found({ team: 'North' }, unit)).toBeUndefined();
      expect(found({ service: 'Assessment' }, unit)).toBe(assessment);
      expect(found({ service: 'Assessment', team: 'South' }, unit)).toBeUndefined();
    }
  });
});

describe('placesOfGap', () => {
  it.each([
    [1, '1.56', 'ratio', 1],
    [1, '0.004', 'ratio', 3],
    [0, '0.5', 'count', 0],
    [1, '-0.00004', 'share', 3],
    [1, '0', 'ratio', 1],
    [0, '0.00000001', 'ratio', 0],
  ] as const)('at %i decimals of %s as a %s are %i', (places, gap, unit, wanted) => {
    expect(placesOfGap(places, exact(gap), unit)).toBe(wanted);
  });
});
