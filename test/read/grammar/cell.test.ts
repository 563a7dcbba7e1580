import { describe, expect, it } from 'vitest';
import type { MetricUnit } from '../../../src/model/definition.ts';
import { toDecimal } from '../../../src/model/exact.ts';
import { parseBracketed } from '../../../src/read/grammar/bracket.ts';
import { parseCell } from '../../../src/read/grammar/cell.ts';

function said(text: string, unit: MetricUnit): string {
  const reading = parseCell(text, unit);
  if (!reading.ok) return `${reading.problem.code} ${reading.problem.help ?? ''}`.trim();
  const { cell } = reading.value;
  const value = cell.kind === 'number' ? `${toDecimal(cell.value)} ${cell.places}` : cell.kind;
  return cell.mark === undefined ? value : `${value} ${cell.mark}`;
}

describe('an amount in pounds', () => {
  it.each([
    ['£250,000', '250000 0'],
    ['250000', '250000 0'],
    ['250,000', '250000 0'],
    ['£1,234.50', '1234.5 2'],
    ['£ 44', '44 0'],
    ['£710k', '710000 0'],
    ['£710K', '710000 0'],
    ['£1.2m', '1200000 0'],
    ['£0.0015m', '1500 0'],
    ['-£5', '-5 0'],
    ['−£5', '-5 0'],
    ['(£1,000)', '-1000 0'],
    ['(£1.5k)', '-1500 0'],
    ['(1.47)', '-1.47 2'],
    ['£250,000*', '250000 0 *'],
    ['–', 'missing'],
    ['x', 'marker'],
  ])('%s says %s', (text, expected) => {
    expect(said(text, 'money')).toBe(expected);
  });

  it.each([
    ['circa £710k', 'E093 write 710000 or £710k, and say in a note that it is rounded'],
    ['c£22', 'E093 write 22 or £22, and say in a note that it is rounded'],
    ['~£1.2m', 'E093 write 1200000 or £1.2m, and say in a note that it is rounded'],
    ['about 500', 'E093 write 500, and say in a note that it is rounded'],
    ['710k', 'E093 write £710k'],
    ['1.2 m', 'E093 write £1.2m'],
  ])('%s is refused with advice', (text, expected) => {
    expect(said(text, 'money')).toBe(expected);
  });

  it.each(['£', '£1,23', '£1.2bn', '(-£5)', '(£5', '£5)', '£5m£', '€5', '£1k5', '5%', '£22-£24', '£١'])(
    '%s is refused',
    (text) => {
      expect(said(text, 'money')).toMatch(/^E0(?:60|93)/);
    },
  );
});

describe('a length of time', () => {
  it.each([
    ['7 years, 0 months', '84 0'],
    ['8 years 11 months', '107 0'],
    ['5 years 11 months', '71 0'],
    ['6 years and 11 months', '83 0'],
    ['1 year, 1 month', '13 0'],
    ['11  years,  5  months', '137 0'],
    ['3 years', '36 0'],
    ['0 months', '0 0'],
    ['14 months', '14 0'],
    ['7y 3m', '87 0'],
    ['83', '83 0'],
    ['83.5', '83.5 1'],
    ['7 years, 0 months*', '84 0 *'],
    ['z', 'marker'],
    ['', 'missing'],
  ])('%s says %s', (text, expected) => {
    expect(said(text, 'duration')).toBe(expected);
  });

  it.each([
    ['7 years, 14 months', 'E094 write 8 years, 2 months, or correct it'],
    ['7.5 years', 'E094 write whole years and months, such as 8 years 11 months'],
    ['years', 'E094'],
    [', 8 months', 'E094'],
    ['7 years, months', 'E094'],
    ['-3', 'E094'],
    ['3 weeks', 'E094'],
    ['5%', 'E094'],
    ['7 months 3 years', 'E094'],
  ])('%s is refused: %s', (text, expected) => {
    expect(said(text, 'duration')).toBe(expected);
  });
});

describe('a bracket behind a figure', () => {
  it.each([
    ['4 (0 new)', '4', '0', 3, 'new'],
    ['4(12 new)', '4', '12', 2, 'new'],
    ['10 ( 3 new )', '10', '3', 5, 'new'],
    ['x (1 new)', 'x', '1', 3, 'new'],
    ['1,234 (c newly opened)', '1,234', 'c', 7, 'newly opened'],
  ])('of %s leaves %s and %s', (text, own, other, offset, word) => {
    expect(parseBracketed(text)).toEqual({
      own,
      inside: expect.any(String) as string,
      other: { text: other, offset, word },
    });
  });

  it.each(['4 (2)', '4 (new)', '4 ()', '4 (2 3)'])('of %s has no word and number', (text) => {
    expect(parseBracketed(text)?.other).toBeUndefined();
    expect(parseBracketed(text)?.own).toBe('4');
  });

  it.each(['(1.47)', '0', '4', '', '(4) (1 new)', '4 (1 (new))', '4 (1 new', '4 [1]'])(
    'is not in %s',
    (text) => {
      expect(parseBracketed(text)).toBeUndefined();
    },
  );

  it('does not change what brackets alone mean', () => {
    expect(said('(1.47)', 'count')).toBe('-1.47 2');
  });
});
