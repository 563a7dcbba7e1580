import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/html.ts';
import type { Report } from '../../../src/report/report.ts';
import { textWidth } from '../../../src/report/text-width.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../../../src/model/templates.ts';
import { fullReport } from '../../support/full-report.ts';
import { FULL } from '../../support/luton-report.ts';
import { poisoned } from '../../support/poisoned.ts';

function countStrings(value: unknown, poison: string): number {
  return JSON.stringify(value).split(JSON.stringify(poison).slice(1, -1)).length - 1;
}

async function page(name: TemplateName, poison: string): Promise<string> {
  return renderHtml(poisoned(fullReport(name), poison) as Report);
}

/**
 * Returns text as wide as what is given, letters for letters and plain signs for signs, with its spaces and slashes, by which
 * words and paths part: what the first page leaves out, where a label ends, and what is one word depends on these alone.
 */
function harmless(text: string): string {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const signs = Array.from('§,−%');
  const asWide = (char: string): string =>
    (/\w/.test(char) ? letters : signs).find((one) => textWidth(one, 1) === textWidth(char, 1)) ?? char;
  return Array.from(text, (char) => (/[ /]/.test(char) ? char : asWide(char))).join('');
}

/** Tags and attributes alone: what the browser would act on. */
function structure(html: string): string {
  return html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .split(/(?<=>)[^<]*/)
    .join('')
    .replace(
      /(aria-label|content|viewBox|width|height|x|y|x1|x2|y1|y2|cx|cy|d|id|href|class|rowspan)="[^"]*"/g,
      '$1',
    );
}

describe('text from data', () => {
  it('reaches the page from more than four hundred places', () => {
    expect(countStrings(poisoned(fullReport('committee-report'), 'POISON'), 'POISON')).toBeGreaterThan(400);
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></svg><b>',
    '{{x}} {{{x}}} {{> report}}',
    '&lt;script&gt;&#x3c;b&#x3e;',
  ])('stays text: %s', async (poison) => {
    const html = await page('highlight-report', poison);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(script|img (?!class="logo" )|b onm)/i);
    expect(structure(html)).not.toMatch(/\son\w+=/i);
    expect(tagNames(await page('highlight-report', harmless(poison)))).toEqual(tagNames(html));
  });

  it.each(TEMPLATE_NAMES)('adds nothing to the markup of %s', async (name) => {
    const poison = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const html = await page(name, poison);
    expect(html).not.toMatch(/<script|<img src=x/i);
    expect(structure(html)).not.toMatch(/\son\w+=/i);
    expect(tagNames(await page(name, harmless(poison)))).toEqual(tagNames(html));
  });

  it('keeps right-to-left marks from reordering the page', async () => {
    const html = await page('committee-report', '\u202Eevil\u202C');
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('cannot end the style sheet from the running head', async () => {
    const html = await renderHtml({ ...FULL, organisation: '</style><script>"\\" } @import "x";' });
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(style).toContain('@page:first');
    expect(style).not.toContain('@import');
  });
});

/** The page's elements in order; what a text says must not change them. */
function tagNames(html: string): string[] {
  return (
    [...html.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<(\/?[a-z][a-z0-9]*)/gi)]
      .map((match) => match[1] ?? '')
      // A short form of the board's name is marked up where it is one word.
      .filter((name) => !/^\/?(?:text|abbr)$/.test(name))
  );
}
