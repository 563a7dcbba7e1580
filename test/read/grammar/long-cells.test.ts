import { describe, expect, it } from 'vitest';
import { parseBracketed } from '../../../src/read/grammar/bracket.ts';
import { parseCell } from '../../../src/read/grammar/cell.ts';
import { parseDuration } from '../../../src/read/grammar/duration.ts';
import { parseMoney } from '../../../src/read/grammar/money.ts';

const LONG = 20_000;
const CELLS: Readonly<Record<string, string>> = {
  spaces: `4${' '.repeat(LONG)}x`,
  'spaces in a bracket': `4 (1 a${' '.repeat(LONG)}b`,
  'spaces before a bracket': `4${' '.repeat(LONG)}(1 new`,
  digits: '9'.repeat(LONG),
  commas: `£${','.repeat(LONG)}`,
  'circa again and again': 'circa '.repeat(LONG / 6),
  years: '7 years '.repeat(LONG / 8),
};

describe.each(Object.entries(CELLS))('a long cell of %s', (_, text) => {
  it.each([
    ['a count', (cell: string) => parseCell(cell)],
    ['an amount', parseMoney],
    ['a length of time', parseDuration],
  ] as const)('is refused as %s in a moment', (_kind, parse) => {
    const start = performance.now();
    expect(parse(text).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('has no second figure, which is seen in a moment', () => {
    const start = performance.now();
    expect(parseBracketed(text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(200);
  });
});
