import { expect, it } from 'vitest';
import { exact } from '../../src/model/exact.ts';
import { meetsThreshold } from '../../src/model/threshold.ts';

it('is met at its very value, and not by a hair beyond it', () => {
  const value = exact('0.1');
  expect(meetsThreshold({ direction: 'lower', value }, exact('0.1'))).toBe(true);
  expect(meetsThreshold({ direction: 'lower', value }, exact('0.100000001'))).toBe(false);
  expect(meetsThreshold({ direction: 'higher', value }, exact('0.1'))).toBe(true);
  expect(meetsThreshold({ direction: 'higher', value }, exact('0.099999999'))).toBe(false);
});
