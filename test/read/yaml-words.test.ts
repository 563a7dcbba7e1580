import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { SourceText } from '../../src/read/source-text.ts';
import { readYaml } from '../../src/read/yaml/read-yaml.ts';
import { validate } from '../../src/read/yaml/validate.ts';

const SCHEMA = z.strictObject({
  rag: z.strictObject({ current: z.enum(['red', 'amber', 'green', 'blue']), reason: z.string() }),
  basis: z.optional(z.enum(['headcount', 'fte'])),
  targets: z.optional(z.array(z.strictObject({ outcome: z.enum(['achieved', 'missed']) }))),
  ratings: z.optional(z.record(z.string(), z.strictObject({ colour: z.enum(['green', 'red']) }))),
});

const read = (text: string) => readYaml(new SourceText('r.yaml', text), DEFAULT_LIMITS);

describe('a word of a closed list', () => {
  it('may be capitalised in any way, and no other text changes', () => {
    const { tree } = read(
      'rag: { current: Amber, reason: Amber }\nbasis: FTE\ntargets: [{ outcome: Achieved }]\nratings: { r: { colour: Red } }\n',
    );
    expect(validate(SCHEMA, tree!).value).toMatchObject({
      rag: { current: 'amber', reason: 'Amber' },
      basis: 'fte',
      targets: [{ outcome: 'achieved' }],
      ratings: { r: { colour: 'red' } },
    });
  });

  it.each(['ambre', 'Ambr', 'AMBRE'])('is suggested for %s', (written) => {
    const { tree } = read(`rag: { current: ${written}, reason: x }\n`);
    const { value, findings } = validate(SCHEMA, tree!);
    expect(value).toBeUndefined();
    expect(findings.map((one) => [one.code, one.help])).toEqual([['E048', 'did you mean "amber"?']]);
  });
});

describe('two keys on one line', () => {
  it.each([
    ['levels:\n  - { id: 3 label: Possible }\n', 'label', 2, 13],
    ['period: { from: 15 February 2021 to: 19 April 2021 }\n', 'to', 1, 34],
    ['x: { a: "y" b: 2 }\n', 'b', 1, 13],
  ])('lack a comma in %j', (text, name, line, column) => {
    const [first] = read(text).findings;
    expect(first).toMatchObject({ code: 'E040', message: `a comma is missing before \`${name}:\`` });
    expect(first?.at).toMatchObject({ line, column, length: name.length });
  });

  it('lack none where a text has a colon of its own', () => {
    const [first] = read('x: { a: Note: b }\n').findings;
    expect(first?.code).toBe('E040');
    expect(first?.message).not.toContain('comma');
  });
});

describe('a bracket on one line', () => {
  it.each([
    ['theme: { accent: #1d4f91, logo: a.svg }\n', 1, 18],
    ["theme: { logo: 'a b.svg', accent: #1d4f91 }\nx: 1\n", 1, 35],
    ['x: [a, #b]\n', 1, 8],
  ])('is closed within a comment in %j', (text, line, column) => {
    const [first] = read(text).findings;
    expect(first).toMatchObject({ code: 'E040', at: { line, column } });
    expect(first?.message).toMatch(/^this # starts a comment/);
  });

  it.each(["x: { a: '#b', c: 1\n", 'x: { a: b # c\n', 'x: { a: b#c, d: 1\n'])(
    'is not closed in %j',
    (text) => {
      expect(read(text).findings[0]?.message).toBe('this brace { is never closed');
    },
  );
});
