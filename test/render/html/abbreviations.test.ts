import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/read/config/read-config.ts';
import { withAbbreviations } from '../../../src/render/abbreviations.ts';
import { abbreviationsIn, glossaryOf } from '../../../src/report/abbreviations.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { exampleScope } from '../../support/explained.ts';
import { LUTON } from '../../support/luton-report.ts';
import { yamlTree } from '../../support/yaml.ts';

const HEAD = `version: 1
organisation: Anytown Council
programme: Improvement Programme
board: { name: Improvement Board }
workstreams: { workforce: { title: Workforce, population: social workers, basis: fte } }
`;

const GLOSSARY = { FTE: 'full-time equivalent', 'R&D': 'research & "development"', pp: 'percentage points' };
const FTE = '<abbr title="full-time equivalent">FTE</abbr>';

/** Markup and what becomes of it. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['the first mention', '<p>FTE and FTE</p>', `<p>${FTE} and FTE</p>`],
  ['in brackets, before a full stop', '<p>(FTE). </p>', `<p>(${FTE}). </p>`],
  ['in a heading', '<h2>By FTE</h2>', `<h2>By ${FTE}</h2>`],
  ['half of a word with a hyphen', '<p>FTE-based</p>', `<p>${FTE}-based</p>`],
  ['no part of a word', '<p>FTEs, aFTE, FTE2, FTE_a, ÉFTE</p>', '<p>FTEs, aFTE, FTE2, FTE_a, ÉFTE</p>'],
  ['no other case', '<p>fte Fte PP</p>', '<p>fte Fte PP</p>'],
  ['no attribute', '<p title="FTE > 1">x</p>', '<p title="FTE > 1">x</p>'],
  ['no attribute in single quotes', "<p title='a > FTE'>x</p>", "<p title='a > FTE'>x</p>"],
  ['no comment', '<!-- FTE > --><p>x</p>', '<!-- FTE > --><p>x</p>'],
  ['no code', '<code>FTE</code>', '<code>FTE</code>'],
  ['no name of a link', '<a href="#x">By <b>FTE</b></a>', '<a href="#x">By <b>FTE</b></a>'],
  [
    'no picture, nor its title',
    '<svg><title>FTE</title><text>FTE</text></svg>',
    '<svg><title>FTE</title><text>FTE</text></svg>',
  ],
  ['no style', '<style>FTE{}</style>', '<style>FTE{}</style>'],
  ['what is marked up already', '<abbr title="x">FTE</abbr>', '<abbr title="x">FTE</abbr>'],
  [
    'no path, hash or formula',
    '<td class="sub path">FTE.csv</td><i class="formula">FTE</i>',
    '<td class="sub path">FTE.csv</td><i class="formula">FTE</i>',
  ],
  ['no entity', '<p>&pp; pp</p>', '<p>&pp; <abbr title="percentage points">pp</abbr></p>'],
  [
    'what has to be escaped',
    '<p>R&amp;D</p>',
    '<p><abbr title="research &amp; &quot;development&quot;">R&amp;D</abbr></p>',
  ],
  [
    'anew in a section and in a table, once around them',
    '<p>FTE</p><section><p>FTE</p><table><td>FTE</td><td>FTE</td></table><p>FTE</p></section><p>FTE</p>',
    `<p>${FTE}</p><section><p>${FTE}</p><table><td>${FTE}</td><td>FTE</td></table><p>FTE</p></section><p>FTE</p>`,
  ],
  [
    'after a tag without an end',
    '<code>x<br>y</code><p>a<br>FTE</p>',
    `<code>x<br>y</code><p>a<br>${FTE}</p>`,
  ],
];

/** The page without what says what abbreviations stand for. */
function plain(html: string): string {
  return html.replace(/<abbr title="[^"]*">|<\/abbr>/g, '');
}

describe('abbreviations', () => {
  it.each(CASES)('are marked up: %s', (_name, html, marked) => {
    expect(withAbbreviations(html, GLOSSARY)).toBe(marked);
  });

  it('leave the head of a page alone', () => {
    const head = '<html><head><title>FTE</title><meta content="FTE"></head>';
    expect(withAbbreviations(`${head}<body>FTE</body></html>`, GLOSSARY)).toBe(
      `${head}<body>${FTE}</body></html>`,
    );
  });

  it('change nothing but their own tags, whatever the text is', () => {
    const piece = fc.constantFrom(
      ...[
        'FTE',
        'pp',
        'R&amp;D',
        ' ',
        'a',
        '&lt;',
        '<b>',
        '</b>',
        '<table>',
        '</table>',
        '<code>',
        '</code>',
      ],
      ...[
        '<section class="x > y">',
        '</section>',
        '<br>',
        '<',
        '>',
        '"',
        "'",
        '.',
        '<a href="#">',
        '</a>',
        '$&',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('');
        expect(plain(withAbbreviations(html, GLOSSARY))).toBe(html);
      }),
    );
  });

  it('have the council’s own meaning before the program’s, and the board’s short form', () => {
    const glossary = glossaryOf({
      board: 'Improvement Board',
      boardShort: 'IB',
      abbreviations: { RAG: 'our rating', MASH: 'Multi-Agency Safeguarding Hub' },
    });
    expect(glossary).toMatchObject({
      IB: 'Improvement Board',
      RAG: 'our rating',
      MASH: 'Multi-Agency Safeguarding Hub',
      FTE: 'full-time equivalent',
    });
    expect(glossaryOf({ board: 'Improvement Board', boardShort: 'the board' })).not.toHaveProperty(
      'the board',
    );
  });

  it('are told on the page of a report, and nothing else of it changes', async () => {
    const escalations = [{ matter: 'MASH is short of staff.', action: 'None.' }];
    const unlisted = (html: string): string =>
      plain(html).replace(/<table class="definitions abbreviations[\s\S]*?<\/table>/, '');
    const before = await renderHtml({ ...LUTON, escalations });
    const after = await renderHtml({
      ...LUTON,
      escalations,
      abbreviations: { MASH: 'Multi-Agency "Hub" <b>' },
    });
    expect(after).toContain(
      '<abbr title="Multi-Agency &quot;Hub&quot; &lt;b&gt;">MASH</abbr> is short of staff.',
    );
    expect(after).toContain('<th scope="row">MASH</th><td>Multi-Agency &quot;Hub&quot; &lt;b&gt;</td>');
    expect(unlisted(after)).toBe(unlisted(before));
  });
});

describe('abbreviations in cip-report.yaml', () => {
  it.each([
    ['abbreviations: { MASH: Multi-Agency Safeguarding Hub, R&D: research }', []],
    ['abbreviations: { "a b": two words }', ['E048 "a b" cannot be an abbreviation']],
    ['abbreviations: { M: one letter }', ['E048 "M" cannot be an abbreviation']],
    [`abbreviations: { ${'M'.repeat(21)}: long }`, [`E048 "${'M'.repeat(21)}" cannot be an abbreviation`]],
    [
      `abbreviations: { MASH: ${'x'.repeat(201)} }`,
      ['E048 "MASH" in abbreviations has more than 200 characters'],
    ],
    [
      `abbreviations: { ${Array.from({ length: 201 }, (_, index) => `A${index}: x`).join(', ')} }`,
      ['E048 "abbreviations" has more than 200 entries'],
    ],
  ])('%.60s', (line, expected) => {
    const { config, findings } = readConfig(yamlTree(`${HEAD}${line}\n`));
    expect(findings.map((one) => `${one.code} ${one.message}`)).toEqual(expected);
    if (expected.length === 0)
      expect(config?.programme.abbreviations).toEqual({
        MASH: 'Multi-Agency Safeguarding Hub',
        'R&D': 'research',
      });
  });
});

describe('the list of abbreviations', () => {
  const glossary = { FTE: 'full-time equivalent', NQSW: 'x', NQSWs: 'xs', pp: 'points', 'R&D': 'research' };

  it.each([
    ['whole words in the same case', ['FTE, aFTE', 'fte', 'R&D'], ['FTE', 'R&D']],
    ['no plural beside its singular', ['NQSWs', 'an NQSW'], ['NQSW']],
    ['a plural by itself', ['NQSWs'], ['NQSWs']],
    ['no code and no address of a link', ['`FTE` [x](https://x.uk/pp)'], []],
    [
      'no path, id or formula',
      [{ path: 'FTE/x.csv', id: 'pp', formula: 'FTE', more: [{ href: '#pp' }] }],
      [],
    ],
    ['what the page prints itself', [{ inPoints: true }], ['pp']],
    ['nothing that it does not print', [{ inPoints: false }], []],
    [
      'letters in their order, whatever their case',
      [{ a: ['pp', { b: 'R&D' }], c: 'FTE' }],
      ['FTE', 'pp', 'R&D'],
    ],
  ])('has %s', (_, view, shorts) => {
    expect(abbreviationsIn(view, glossary).map((one) => one.short)).toEqual(shorts);
  });

  it.each(['devon', 'luton', 'medway'] as const)('of %s has whatever its page marks', async (name) => {
    const report = (await exampleScope(name)).papers[0]?.report;
    if (report === undefined) throw new Error(`${name} has no paper`);
    const html = await renderHtml(report);
    const [list = '', ...others] =
      html.match(/<table class="definitions abbreviations[\s\S]*?<\/table>/g) ?? [];
    const listed = [...list.matchAll(/<th scope="row">([^<]*)/g)].map(([, short]) => short);
    const marked = [...html.matchAll(/<abbr title="[^"]*">([^<]*)/g)].map(([, short]) => short);
    expect(others).toEqual([]);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((one) => !listed.includes(one))).toEqual([]);
    expect(list).not.toContain('<abbr');
  });
});
