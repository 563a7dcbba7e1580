import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATE_NAMES, type TemplateName } from '../../../src/model/templates.ts';
import { loadMarkdown, type MarkdownRenderer } from '../../../src/render/markdown.ts';
import { table, words } from '../../../src/render/report-markdown/blocks.ts';
import { plain } from '../../../src/render/report-markdown/inline.ts';
import { loadProse, proseBlocks, type Prose } from '../../../src/render/report-markdown/prose.ts';
import { reportMarkdown } from '../../../src/render/report-markdown/report.ts';
import type { Report } from '../../../src/report/report.ts';
import { reportView } from '../../../src/report/view.ts';
import { HOSTILE_TEXTS } from '../../support/comparisons.ts';
import { fullReport } from '../../support/full-report.ts';
import { markdownPage, wordsOf } from '../../support/markdown-page.ts';
import { poisoned } from '../../support/poisoned.ts';

async function page(name: TemplateName, poison: string): Promise<string> {
  const report = poisoned(fullReport(name), poison) as Report;
  return markdownPage(await reportMarkdown(reportView(report, name), name, 'whole'));
}

/** The tags that the writer and the page's Markdown have; a text of the data can make none of another kind. */
const TAGS = new Set(
  'h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr th td br sup sub strong em del a code pre hr blockquote'.split(
    ' ',
  ),
);

describe('text from data in Markdown', () => {
  it.each(TEMPLATE_NAMES)('makes no HTML, no address and no mention in %s', async (name) => {
    const html = await page(
      name,
      ` <script>x</script><img src=x> [a](javascript:x) | @role #12 www.evil.example`,
    );
    const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, tag = '']) => tag);
    expect(tags.filter((tag) => !TAGS.has(tag))).toEqual([]);
    expect(html).not.toMatch(/href="(?!https:|mailto:)/);
  });

  it('breaks up what GitHub would link by itself', async () => {
    const report = poisoned(fullReport('committee-report'), ' @role #12 GH-7 www.evil.example') as Report;
    const view = reportView(report, 'committee-report');
    const markdown = await reportMarkdown(view, 'committee-report', 'whole');
    // Code is not linked.
    expect(markdown.replace(/`[^`\n]*`/g, '')).not.toMatch(/@role|#12|GH-7|www\.evil/);
  });

  it.each(HOSTILE_TEXTS.filter((one) => one.length < 1000))('stays in its cell: %j', (text) => {
    expect(cellsOf([text, 'next'])).toEqual([shown(text), 'next']);
  });

  it.each([
    ['permanent@2021-01', 'permanent@2021-01'],
    ['@role', '@&#8203;role'],
    ['(@role)', '(@&#8203;role)'],
    ['é@role', 'é@&#8203;role'],
    ['team@example.org', 'team@&#8203;example.org'],
    ['ends with a@', 'ends with a@&#8203;'],
  ])('leaves the id of a figure as it can be copied, and no mention or address: %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('gives any text in any cell back', () => {
    const cell = fc.array(fc.constantFrom(...'ab1 |\\`*_[]()<>!#&;:@$~-+=.\n\t'.split('')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const texts = cells.map((one) => one.join(''));
        expect(cellsOf(texts)).toEqual(texts.map(shown));
      }),
      { numRuns: 400 },
    );
  });
});

/** Returns the texts of a table's one row, as they are read. */
function cellsOf(texts: readonly string[]): string[] {
  const columns = texts.map((_, index) => words(`Column ${index}`));
  const html = markdownPage(table({ number: '', caption: 'All', columns, rows: [texts.map(plain)] }));
  return [...html.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => wordsOf(cell));
}

function shown(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u001b\u202e]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Tags count as spaces, and a link without a word has none: what is compared is what stands between spaces. */
function letters(html: string): string {
  return wordsOf(html).replaceAll(' ', '');
}

describe('a council’s own Markdown, written anew', () => {
  let render: MarkdownRenderer;
  let prose: Prose;
  beforeAll(async () => {
    [render, prose] = await Promise.all([loadMarkdown(), loadProse(0)]);
  });
  const anew = (markdown: string): string => proseBlocks(prose.text({ markdown, level: 2 })).join('\n\n');

  it.each([
    ['# Head\n\ntext', '### Head\n\ntext'],
    ['two\nlines  \nand a break', 'two lines<br>and a break'],
    ['* a\n* b\n  1. c', '- a\n\n- b\n\n  1. c'],
    ['| a | b |\n|--|--|\n| 1 \\| 2 | **3** |', '| a | b |\n| :-- | :-- |\n| 1 \\| 2 | **3** |'],
    ['> said\n> so', '> said so'],
    ['[site](https://example.org/a_b?x=1&y=2)', '[site](https://example.org/a_b?x=1&amp;y=2)'],
    ['[site](#risks) and [x](http://example.org)', 'site and \\[x\\](http:&#8203;//example.org)'],
    ['<b>bold</b> @role #12', '&lt;b&gt;bold&lt;/b&gt; @&#8203;role \\#&#8203;12'],
    ['```js\na | b\n```', '```\na | b\n```'],
    ['x**y**z and *a*', 'x<strong>y</strong>z and *a*'],
    ['hello\\![a](https://example.org)', 'hello&#33;[a](https://example.org)'],
  ])('%j', (markdown, expected) => {
    expect(anew(markdown)).toBe(expected);
  });

  it('says the same as the page', () => {
    const piece = fc.constantFrom(
      ...[
        'word ',
        'a',
        '1',
        '. ',
        ') ',
        '*',
        '**',
        '_',
        '`',
        '``',
        '[',
        '](https://e.org/x)',
        '!',
        '<b>',
        '|',
        '\\',
      ],
      ...[
        '\n',
        '\n\n',
        '\n- ',
        '\n\n1. ',
        '\n> ',
        '\n# ',
        '\n| a | b |\n|--|--|\n| ',
        '\n```\n',
        '~~',
        '@',
        '#',
        '&amp;',
        '$',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const markdown = pieces.join('');
        expect(letters(markdownPage(anew(markdown)))).toBe(letters(render(markdown, 2)));
      }),
      { numRuns: 600 },
    );
  });
});
