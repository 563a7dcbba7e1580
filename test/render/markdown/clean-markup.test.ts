import { beforeAll, describe, expect, it } from 'vitest';
import {
  cleanMarkup,
  loadSanitiser,
  UncleanMarkup,
  type Sanitiser,
} from '../../../src/render/clean-markup.ts';
import { loadMarkdown } from '../../../src/render/markdown.ts';

const CLEAN = [
  '',
  'plain &lt;text&gt;',
  '<p>a <strong>b</strong><br>\nc</p>',
  '<ol start="3"><li>x</li></ol>',
  '<p><a href="https://example.org/?a=1&amp;b=2">x</a> <a href="mailto:a@example.org">y</a> <a href="#z">z</a></p>',
  '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
];

const UNCLEAN = [
  '<script>alert(1)</script>',
  '<p onclick="x">a</p>',
  '<p >a</p>',
  '<P>a</P>',
  '<p/x>a</p>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://example.org" onclick="x">x</a>',
  "<a href='https://example.org'>x</a>",
  '<a href="HTTPS://example.org">x</a>',
  '<a href="https:example">x</a>',
  '<img src=x>',
  '<svg/onload=alert(1)>',
  '<!-- x -->',
  '<p>a <',
  '<ol start="1" style="x">',
  '<textarea></textarea/><img src=x onerror=alert(1)>',
  '<math><mi><xmp></xmp></mi></math>',
];

let sanitise: Sanitiser;
beforeAll(async () => {
  sanitise = await loadSanitiser();
});

describe('cleanMarkup', () => {
  it.each(CLEAN)('leaves clean markup as it is, without the sanitiser: %s', (html) => {
    expect(cleanMarkup(html, undefined)).toBe(html);
  });

  it.each(UNCLEAN)('does without nothing of what it does not know: %s', (html) => {
    expect(() => cleanMarkup(html, undefined)).toThrow(UncleanMarkup);
    const left = cleanMarkup(html, sanitise);
    expect(left).not.toMatch(/<(script|img|svg|math|xmp|textarea|!)|\son\w+=|style=|javascript:/i);
  });

  it('takes a long text in a moment', () => {
    const html = `<p>${'<em>a</em>'.repeat(20_000)}<b>`;
    expect(() => cleanMarkup(html, undefined)).toThrow(UncleanMarkup);
  });
});

describe('the Markdown renderer', () => {
  it('keeps the text of a link that leads nowhere', async () => {
    const render = await loadMarkdown();
    expect(render('[a]() *[b]()* [c](https://example.org) [d]()', 2)).toBe(
      '<p>a <em>b</em> <a href="https://example.org">c</a> d</p>',
    );
  });

  it('gives clean markup for all that Markdown offers', async () => {
    const render = await loadMarkdown();
    const text = [
      '# a\n## b\n\n1. x\n2. y\n\n3) z\n\n- *u* **v** ~~w~~ `c`',
      '```js\nx < y\n```\n\n    indented\n\n> quote  \nbreak\n\n---',
      '| a | b |\n|:--|--:|\n| 1 | 2 |',
      '[l](https://example.org/a%20b "title") <https://example.org> ![i](x.png)',
    ].join('\n\n');
    expect(() => render(text, 2)).not.toThrow();
  });
});
