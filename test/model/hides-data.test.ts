import { expect, it } from 'vitest';
import { finding, hidesData } from '../../src/model/finding.ts';

it.each([
  ['E080', true],
  ['E083', false],
  ['E084', false],
  ['W104', false],
] as const)('%s may hide data: %s', (code, hides) => {
  expect(hidesData(finding(code, 'what is wrong'))).toBe(hides);
});
