import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../../src/model/exact.ts';
import { parseCell } from '../../../src/read/grammar/cell.ts';
import { parseNumber } from '../../../src/read/grammar/number.ts';

const said = (text: string): string => {
  const reading = parseCell(text);
  if (!reading.ok) return 'refused';
  const { cell, unit } = reading.value;
  const mark = cell.mark === undefined ? '' : ` mark ${cell.mark}`;
  if (cell.kind === 'number')
    return `${toDecimal(cell.value)} ${cell.notation} .${cell.places}${unit ? ` ${unit}` : ''}${mark}`;
  return cell.kind === 'marker'
    ? `${cell.marker}${cell.bound === undefined ? '' : ` ${cell.bound}`}${mark}`
    : `missing${mark}`;
};

describe('a cell', () => {
  it.each([
    ['193', '193 plain .0'],
    ['0', '0 plain .0'],
    ['-0', '0 plain .0'],
    [' 24 ', '24 plain .0'],
    ['1,234.5', '1234.5 plain .1'],
    ['1,234,567', '1234567 plain .0'],
    ['12345', '12345 plain .0'],
    ['70.62%', '0.7062 percent .2'],
    ['12 %', '0.12 percent .0'],
    ['275.43fte', '275.43 plain .2 fte'],
    ['275.43 FTE', '275.43 plain .2 fte'],
    ['-3', '-3 plain .0'],
    ['−3', '-3 plain .0'],
    ['(1.47)', '-1.47 plain .2'],
    ['(1.47%)', '-0.0147 percent .2'],
    ['24*', '24 plain .0 mark *'],
    ['24 **', '24 plain .0 mark **'],
    ['24†', '24 plain .0 mark †'],
    ['24[1]', '24 plain .0 mark [1]'],
    ['70%*', '0.7 percent .0 mark *'],
    ['', 'missing'],
    ['-', 'missing'],
    ['–', 'missing'],
    ['—', 'missing'],
    ['–*', 'missing mark *'],
    ['c', 'c'],
    ['[c]', 'c'],
    ['low', 'low'],
    ['k', 'low'],
    ['u', 'u'],
    ['x', 'x'],
    [':', 'x'],
    ['z', 'z'],
    ['Fewer than 5', 'fewer_than 5'],
    ['<5', 'fewer_than 5'],
    ['< 5*', 'fewer_than 5 mark *'],
  ])('%j is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    ...['1,23', '1,2345', '12,34', '1234,567', '1.234,5', '1.234.567,8', ',5', '1,', '1,,234', '0,123'],
    ...[
      '1e3',
      '1.2E+05',
      '0x1F',
      '0b1',
      'Infinity',
      'NaN',
      '+5',
      '--5',
      '-(5)',
      '(-5)',
      '((5))',
      '5-',
      '.5',
      '5.',
      '05',
    ],
    ...[
      '٣',
      '１２',
      '1 234',
      '1\u00a0234',
      '–5',
      '£5',
      '5€',
      '5%%',
      '5fte%',
      '5ftes',
      'n/a',
      'N/A',
      'TBC',
      '#REF!',
      '#N/A',
    ],
    ...[
      '24a',
      '24 (provisional)',
      '12/24',
      '1_000',
      'Fewer than 0',
      '<0',
      '<-5',
      '24****',
      '1234567890123456',
      '0.1234567890123',
    ],
  ])('%j is refused', (text) => {
    expect(said(text)).toBe('refused');
  });

  it.each([
    ['n/a', /x where .* z where/],
    ['1.234,5', /full stop before decimals/],
    ['1,23', /1,234 for thousands and 1\.23 for decimals/],
    ['+5', /without the plus sign/],
    ['–5', /-5 or \(5\)/],
  ])('%j comes with advice', (text, advice) => {
    const reading = parseNumber(text);
    expect(reading.ok ? undefined : reading.problem.help).toMatch(advice);
  });

  it('is read back from any way of writing it', () => {
    const parts = fc.record({
      whole: fc.integer({ min: 0, max: 999_999_999 }),
      decimals: fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength: 6 }),
      grouped: fc.boolean(),
      form: fc.constantFrom('plain', 'minus', 'brackets', 'percent'),
    });
    fc.assert(
      fc.property(parts, ({ whole, decimals, grouped, form }) => {
        const digits = grouped ? String(whole).replace(/\B(?=(\d{3})+$)/g, ',') : String(whole);
        const number = decimals === '' ? digits : `${digits}.${decimals}`;
        const text = { plain: number, minus: `-${number}`, brackets: `(${number})`, percent: `${number}%` }[
          form
        ];
        const reading = parseNumber(text);
        if (!reading.ok) throw new Error(`${text} was refused`);
        const sign = form === 'minus' || form === 'brackets' ? -1 : 1;
        const scaled = reading.value.value.mul(form === 'percent' ? 100 : sign);
        expect(scaled.equals(`${whole}.${decimals || '0'}`)).toBe(true);
        expect(reading.value.places).toBe(decimals.length);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-–()%*[]cxz<fte ')) }),
        ),
        (text) => {
          const reading = parseCell(text);
          if (reading.ok && reading.value.cell.kind === 'number') expect(text).toMatch(/\d/);
        },
      ),
    );
  });
});
