import { describe, expect, it } from 'vitest';
import { PARTS } from '../../src/compare/comparison.ts';
import { diffRequest, type DiffOptions } from '../../src/cli/diff-options.ts';
import { UsageError } from '../../src/cli/exit-code.ts';
import { toDecimal } from '../../src/model/exact.ts';

const PLAIN: DiffOptions = { encoding: 'utf-8', format: 'text' };

function refusal(options: Partial<DiffOptions>): string {
  try {
    diffRequest({ ...PLAIN, ...options });
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} | ${error.help}`;
    throw error;
  }
  throw new Error(`taken: ${JSON.stringify(options)}`);
}

describe('diffRequest', () => {
  it('compares every part where none is named', () => {
    expect(diffRequest(PLAIN)).toMatchObject({ parts: PARTS, sinceLastMeeting: false, exitCode: false });
  });

  it('takes parts from lists and from repeated options, each once, in the order in which they are told', () => {
    const { parts } = diffRequest({ ...PLAIN, only: ['risks, Workforce', 'rag', 'risks'] });
    expect(parts).toEqual(['rag', 'workforce', 'risks']);
  });

  it.each([
    ['0.05', '0.05', 'plain'],
    ['2', '2', 'plain'],
    ['0', '0', 'plain'],
    ['5%', '0.05', 'percent'],
    [' 12.5 % ', '0.125', 'percent'],
    ['1,000', '1000', 'plain'],
  ])('reads the amount %j', (text, value, notation) => {
    for (const option of ['tolerance', 'floor'] as const) {
      const limit = diffRequest({ ...PLAIN, [option]: text })[option];
      expect(limit && toDecimal(limit.value)).toBe(value);
      expect(limit).toMatchObject({ notation, text: text.trim() });
    }
  });

  it.each<[Partial<DiffOptions>, RegExp]>([
    [{ tolerance: 'five' }, /--tolerance "five" is no amount \| write an amount such as --tolerance 2/],
    [{ floor: '' }, /--floor "" is no amount/],
    [{ floor: '5 FTE' }, /--floor "5 FTE" is no amount/],
    [{ tolerance: '1e3' }, /is no amount/],
    [{ tolerance: '-1' }, /--tolerance "-1" is negative/],
    [{ floor: '(2%)' }, /is negative/],
    [{ only: ['rissks'] }, /no part "rissks" \| did you mean risks\? The parts are definitions/],
    [{ only: ['risks,'] }, /a part has no name/],
    [{ only: ['everything'] }, /no part "everything" \| the parts are/],
    [{ out: 'x.pdf' }, /name the format too: --format pdf/],
    [{ out: 'x' }, /name the format too: --format html, pdf/],
    [{ out: '', format: 'html' }, /has no file name/],
    [{ out: 'papers/', format: 'html' }, /"papers\/" is a folder/],
    [{ out: '-', format: 'json' }, /leave out --out: the result goes to stdout/],
    [{ browser: '/usr/bin/chromium', format: 'html' }, /--browser is for --format pdf/],
    [{ meeting: '2021-02-31' }, /--meeting 2021-02-31/],
    [{ asOf: 'soon' }, /--as-of soon/],
  ])('refuses %j', (options, expected) => {
    expect(refusal(options)).toMatch(expected);
  });
});
