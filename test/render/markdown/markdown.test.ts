import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAllowedLink, loadMarkdown, type MarkdownRenderer } from '../../../src/render/markdown.ts';

let render: MarkdownRenderer;
beforeAll(async () => {
  render = await loadMarkdown();
});

describe('Markdown', () => {
  it('renders lists, emphasis and tables', () => {
    expect(render('- **Induction.** It *has* started', 2)).toBe(
      '<ul>\n<li><strong>Induction.</strong> It <em>has</em> started</li>\n</ul>',
    );
    expect(render('| a | b |\n|---|---|\n| 1 | 2 |', 2)).toContain('<th scope="col">a</th>');
  });

  it('puts headings below the one that they stand under, without a gap', () => {
    expect(render('# A\n\n### B\n\n# C', 3)).toBe('<h4>A</h4>\n<h5>B</h5>\n<h4>C</h4>');
    expect(render('# A\n\n## B\n\n### C\n\n#### D', 4)).toContain('<h6>D</h6>');
  });

  it('keeps links to https, mailto and the page', () => {
    expect(render('[a](https://example.org/x?y=1&z=2)', 2)).toBe(
      '<p><a href="https://example.org/x?y=1&amp;z=2">a</a></p>',
    );
    expect(render('[a](mailto:team@example.org) [b](#risks)', 2)).toBe(
      '<p><a href="mailto:team@example.org">a</a> <a href="#risks">b</a></p>',
    );
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\u0000script:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](java&Tab;script:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](file:///etc/passwd)',
    '[a](//evil.example/x)',
    '[a](/etc/passwd)',
    '[a](../../secret)',
    '[a](http://example.org)',
    '[a](vbscript:x)',
    '<javascript:alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '[![a](x.png)](javascript:alert(1))',
  ])('makes no link of %s', (text) => {
    expect(render(text, 2)).not.toMatch(/href|<a\b/i);
  });

  it.each([
    ['![the chart](http://evil.example/x.png)', '<p>the chart</p>'],
    ['![the chart](../../../etc/passwd)', '<p>the chart</p>'],
    ['a ![b](x.png "title (1)") c', '<p>a b c</p>'],
    ['![ref][r]\n\n[r]: https://example.org/x.png', '<p>ref</p>'],
    ['![](x.png)', '<p></p>'],
  ])('keeps the words of an image and fetches nothing: %s', (text, expected) => {
    expect(render(text, 2)).toBe(expected);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="x">',
    '<!-- x -->',
  ])('shows HTML as text: %s', (text) => {
    const html = render(text, 2);
    expect(html).not.toMatch(/<(script|img|svg|a|!)/i);
    expect(html).toContain('&lt;');
  });

  it('gives no tag beyond the list and no attribute that acts, whatever is written', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '](',
      '[',
      '![',
      ')',
      'javascript:',
      '`',
      '*',
      '\n',
      '&#x3c;',
      'onload=',
      '<svg ',
      '](data:,x)',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const html = render(pieces.join(''), 2);
        for (const [tag] of html.matchAll(/<[^>]*>/g)) {
          expect(tag).toMatch(
            /^<\/?(p|br|hr|strong|em|s|code|pre|blockquote|[uo]l|li|a|h[2-6]|table|thead|tbody|t[rhd])\b/,
          );
          expect(tag).not.toMatch(/\son\w+\s*=|javascript:|data:/i);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('judges a link after it is parsed', () => {
  expect(isAllowedLink('HTTPS://example.org')).toBe(true);
  expect(isAllowedLink(' javascript:alert(1)')).toBe(false);
  expect(isAllowedLink('https:')).toBe(false);
});
