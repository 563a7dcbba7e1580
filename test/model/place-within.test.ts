import { describe, expect, it } from 'vitest';
import { placeWithin } from '../../src/model/place.ts';

const at = { file: 'report.yaml', line: 4, column: 5, length: 9 };
const text = {
  value: 'one two three four',
  at,
  lines: [
    { offset: 0, line: 4, column: 5 },
    { offset: 8, line: 5, column: 7 },
  ],
};

describe('placeWithin', () => {
  it('finds the line of the file that a part of a text stands on', () => {
    expect(placeWithin(text, 4, 3)).toEqual({ file: 'report.yaml', line: 4, column: 9, length: 3 });
    expect(placeWithin(text, 8, 5)).toEqual({ file: 'report.yaml', line: 5, column: 7, length: 5 });
    expect(placeWithin(text, 14, 4)).toEqual({ file: 'report.yaml', line: 5, column: 13, length: 4 });
  });

  it('ends with the line', () => {
    expect(placeWithin(text, 4, 9).length).toBe(4);
    expect(placeWithin(text, 14, 99).length).toBe(4);
  });

  it('gives the whole text where its lines are not known', () => {
    expect(placeWithin({ value: text.value, at }, 8, 5)).toBe(at);
    expect(placeWithin({ ...text, lines: [] }, 8, 5)).toBe(at);
  });
});
