import { describe, expect, it } from 'vitest';
import { nested } from '../../../src/render/pack-nesting.ts';
import { expectInProportion } from '../../support/growth.ts';

const ARTICLE = { prefix: 'w--', id: 'w--report', label: 'Fun & "more"' };

describe('the markup of a report inside of a pack', () => {
  it.each([
    ['<section aria-labelledby="risks">', '<section aria-labelledby="w--risks w--report">'],
    ['<section aria-label="Summary">', '<section aria-label="Summary, Fun &amp; &quot;more&quot;">'],
    ['<figure aria-labelledby="a">', '<figure aria-labelledby="w--a">'],
    ['<h2 id="risks">Risks</h2>', '<h3 id="w--risks">Risks</h3>'],
    ['<svg aria-labelledby="a-title a-desc">', '<svg aria-labelledby="w--a-title w--a-desc">'],
    ['<a href="#risks">x</a>', '<a href="#w--risks">x</a>'],
    ['<a class="b"\n  href=\'#risks\'>', '<a class="b"\n  href=\'#w--risks\'>'],
    ['<td headers=a>', '<td headers="w--a">'],
    ['<path fill="url(#hatched)">', '<path fill="url(#w--hatched)">'],
    ['<use xlink:href="#mark"/>', '<use xlink:href="#w--mark"/>'],
    ['<H1 ID="a">x</H1>', '<H2 ID="w--a">x</H2>'],
    ['<h5>x</h5><h6>y</h6>', '<h6>x</h6><h6>y</h6>'],
  ])('%s', (markup, expected) => {
    expect(nested(markup, ARTICLE)).toBe(expected);
  });

  it.each([
    '<a href="https://council.example/#risks">x</a>',
    '<a href="mailto:a@council.example">x</a>',
    '<a href="#">x</a>',
    '<p title="id=&quot;a&quot; href=&quot;#b&quot;">x</p>',
    '<p data-id="a" class="h2 id">h2 id="a" href="#b"</p>',
    '<p>1 &lt;h2 id="a"&gt; 2</p>',
    '<hr><header class="title"><th scope="col">',
  ])('leaves what refers to nothing: %s', (markup) => {
    expect(nested(markup, ARTICLE)).toBe(markup);
  });

  it.each(['b="c" ', ' '])('takes the time of its length for a tag that never ends: %s', async (part) => {
    await expectInProportion((size) => nested(`<a ${part.repeat(size)}`, ARTICLE), 20_000);
  });
});
