import { describe, expect, it } from 'vitest';
import { isSamePeriod, periodName } from '../../src/model/period.ts';
import { financialYear, month } from '../support/dataset.ts';

const [november, year] = [month('2010-11'), financialYear(2010)];

describe('a period', () => {
  it('is no other one of the same key', () => {
    expect(november.key).toBe(year.key);
    expect(periodName(november)).not.toBe(periodName(year));
    expect(isSamePeriod(november, year)).toBe(false);
  });

  it('is the same as itself by another object, and never as none', () => {
    expect(isSamePeriod(november, month('2010-11'))).toBe(true);
    expect([isSamePeriod(november, undefined), isSamePeriod(undefined, undefined)]).toEqual([false, false]);
  });
});
