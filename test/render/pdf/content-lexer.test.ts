import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../src/render/pdf/content-lexer.ts';
import {
  eachOperation,
  operandsOf,
  type GlyphVisit,
  type Operation,
} from '../../../src/render/pdf/content-operations.ts';

const kinds = (text: string): string[] =>
  tokensOf(text)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, text: written }) => `${kind} ${written}`);

const operations = (text: string): string[] => {
  const found: string[] = [];
  eachOperation(text, (one) => {
    found.push([...Array.from({ length: one.count }, (_, index) => one.operand(index)), one.name].join(' '));
  });
  return found;
};

describe('tokens of a content stream', () => {
  it.each([
    ['(a (b) \\) c) Tj', ['string (a (b) \\) c)', 'word Tj']],
    ['<00 1f>Tj', ['hex <00 1f>', 'word Tj']],
    ['/F4 -1.5 Tf', ['name /F4', 'number -1.5', 'word Tf']],
    ['/P<</MCID 3>>BDC', ['name /P', 'open <<', 'name /MCID', 'number 3', 'close >>', 'word BDC']],
    ['[(a)-20<41>]TJ', ['open [', 'string (a)', 'number -20', 'hex <41>', 'close ]', 'word TJ']],
    ['% EMC\nq', ['comment % EMC', 'word q']],
    ['1 0 0 RG f*', ['number 1', 'number 0', 'number 0', 'word RG', 'word f*']],
    [
      'BI /W 1 ID \x00(EI<\xff EI Q',
      ['word BI', 'name /W', 'number 1', 'word ID', 'image  \x00(EI<\xff', 'word EI', 'word Q'],
    ],
    ['(never ends \\', ['string (never ends \\']],
    ['<00', ['hex <00']],
    ['> ) ]', ['close >', 'close )', 'close ]']],
  ])('are read from %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('are the same bytes again when they are joined, whatever the bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some).toString('latin1'));
    const content = fc
      .array(
        fc.constantFrom(
          '(',
          ')',
          '\\',
          '<',
          '>',
          '<<',
          '[',
          ']',
          '%',
          '/N',
          ' ',
          '\n',
          'BI',
          'ID ',
          ' EI',
          '1.5',
          'Tj',
          '\xff',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(bytes, content), (text) => {
        const tokens = tokensOf(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        expect(tokens.every((token) => token.text.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('operations of a content stream', () => {
  it('have their operands, and an inline image is one', () => {
    expect(operations('q 1 0 0 1 5 6 cm BI /W 1 ID \x00 EI\n/P <</MCID 2>>BDC (true) Tj true EMC')).toEqual([
      'q',
      '1 0 0 1 5 6 cm',
      '/W 1 EI',
      '/P << /MCID 2 >> BDC',
      '(true) Tj',
      'true EMC',
    ]);
  });

  it('lie side by side', () => {
    const text = ' q % one\n 1 w\nQ ';
    let at = 0;
    eachOperation(text, ({ from, to }) => {
      expect(from).toBe(at);
      at = to;
    });
    expect(text.slice(at)).toBe(' ');
  });

  it('are the same where a glyph is taken with the move before it', () => {
    const part = fc.constantFrom(
      '\n5.63 0 Td <0085> Tj',
      '\n-.5 12.25 Td <> Tj',
      '\n1234567890.1234567 -0 Td <0A0B> Tj',
      '\n1 2 3 Td <01> Tj',
      '\n1 2 Td (a) Tj',
      '\n1 2 Td <01> TJ',
      '\n1  2 Td <01> Tj',
      '\n1 2 Td <01> Tjx',
      '\n1.2.3 1-2 Td <01> Tj',
      '\nTd <01> Tj',
      '\n<01> Tj',
      ' % 1 0 Td <01> Tj',
      '\nET',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = `BT <01> Tj${parts.join('')}\n`;
        expect(placed(text, true)).toEqual(placed(text, false));
      }),
      { numRuns: 500 },
    );
  });
});

/** Returns every operation with its place; a move and the glyph after it may be taken at once. */
function placed(text: string, atOnce: boolean): unknown[] {
  const found: unknown[] = [];
  let last = 0;
  const add = (operation: Operation): void => {
    const { name, from, to } = operation;
    const operands = name === 'Td' ? [operation.number(0), operation.number(1)] : operandsOf(operation);
    found.push([name, from, to, operands]);
    last = to;
  };
  const addGlyph: GlyphVisit = (x, y, operation) => {
    found.push(['Td', last, operation.from, [x, y]]);
    add(operation);
  };
  eachOperation(text, add, atOnce ? addGlyph : undefined);
  return found;
}
