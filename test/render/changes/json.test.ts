import { describe, expect, it } from 'vitest';
import { comparisonJson } from '../../../src/render/changes/json.ts';
import { EQUAL, FULL, HOSTILE, SMALL } from '../../support/comparisons.ts';

describe('comparisonJson', () => {
  it.each([
    ['small', SMALL],
    ['equal', EQUAL],
    ['full', FULL],
    ['hostile', HOSTILE],
  ])('holds all of the comparison: %s', (_name, comparison) => {
    expect(JSON.parse(comparisonJson(comparison))).toEqual(comparison);
  });

  it('has its keys in one order, however the comparison was put together', () => {
    const turned = Object.fromEntries(Object.entries(FULL).reverse());
    expect(comparisonJson({ ...FULL, ...turned })).toBe(comparisonJson(FULL));
    expect(Object.keys(JSON.parse(comparisonJson({ ...turned, ...FULL })) as object)[0]).toBe('schema');
  });

  it('has no character that a terminal or a log would obey', () => {
    expect(comparisonJson(HOSTILE)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});
