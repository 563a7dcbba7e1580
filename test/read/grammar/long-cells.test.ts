import { describe, expect, it } from 'vitest';
import { parseBracketed } from '../../../src/read/grammar/bracket.ts';
import { parseCell } from '../../../src/read/grammar/cell.ts';
import { parseDuration } from '../../../src/read/grammar/duration.ts';
import { parseMoney } from '../../../src/read/grammar/money.ts';
import { expectInProportion } from '../../support/growth.ts';

const LONG = 5000;
const CELLS: Readonly<Record<string, (length: number) => string>> = {
  spaces: (length) => `4${' '.repeat(length)}x`,
  'spaces in a bracket': (length) => `4 (1 a${' '.repeat(length)}b`,
  'spaces before a bracket': (length) => `4${' '.repeat(length)}(1 new`,
  digits: (length) => '9'.repeat(length),
  commas: (length) => `£${','.repeat(length)}`,
  'circa again and again': (length) => 'circa '.repeat(length / 6),
  years: (length) => '7 years '.repeat(length / 8),
};

describe.each(Object.entries(CELLS))('a long cell of %s', (_, cellOf) => {
  it.each([
    ['a count', (cell: string) => parseCell(cell)],
    ['an amount', parseMoney],
    ['a length of time', parseDuration],
  ] as const)('is refused as %s in the time of its length', async (_kind, parse) => {
    expect(parse(cellOf(LONG)).ok).toBe(false);
    await expectInProportion((length) => parse(cellOf(length)), LONG);
  });

  it('has no second figure, which is seen in the time of its length', async () => {
    expect(parseBracketed(cellOf(LONG))).toBeUndefined();
    await expectInProportion((length) => parseBracketed(cellOf(length)), LONG);
  });
});
