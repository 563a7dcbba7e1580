import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderPack } from '../../../src/render/pack-html.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { buildPack } from '../../../src/report/pack.ts';
import { PACKED } from '../../support/packed-reports.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // As for a report: void elements as HTML 5 writes them, long titles of the council's own.
    'long-title': 'off',
    'void-style': ['error', { style: 'omit' }],
    'no-trailing-whitespace': 'off',
  },
});

const PACK = buildPack(PACKED);
let html = '';

beforeAll(async () => {
  html = await renderPack(PACK, packView(PACK, PACKED));
});

function body(): string {
  return html.replace(/<style>[\s\S]*<\/style>/, '');
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

describe('the page of a pack', () => {
  it('is valid HTML', async () => {
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) =>
      result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`),
    );
    expect(messages).toEqual([]);
  });

  it('is the same bytes each time', async () => {
    expect(await renderPack(buildPack(PACKED), packView(buildPack(PACKED), PACKED))).toBe(html);
  });

  it('has every id once, and refers only to what is there', () => {
    const ids = all(body(), /\sid="([^"]+)"/g);
    expect(ids.length).toBeGreaterThan(50);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const references = [
      ...all(body(), /\saria-labelledby="([^"]+)"/g).flatMap((list) => list.split(' ')),
      ...all(body(), /\shref="#([^"]+)"/g),
    ];
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((id) => !known.has(id))).toEqual([]);
  });

  it('has one h1 and no gap in its headings', () => {
    const levels = all(body(), /<h([1-6])[\s>]/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
    });
  });

  it('has contents that lead to every report and to each of its sections', () => {
    const view = packView(PACK, PACKED);
    const hrefs = view.contents.flatMap((entry) => [entry.href, ...entry.sections.map((one) => one.href)]);
    const nav = /<nav class="contents"[\s\S]*<\/nav>/.exec(body())?.[0] ?? '';
    expect(all(nav, /href="([^"]+)"/g)).toEqual(hrefs);
    expect(view.contents.map((entry) => entry.sections.length)).toEqual([
      0,
      ...view.reports.map((one) => one.view.body.length),
      0,
    ]);
    expect(view.contents.at(-1)).toMatchObject({ href: '#abbreviations', text: 'Abbreviations' });
    expect(all(nav, /<span class="sheet">([^<]*)/g).join('')).toBe('');
  });

  it('lists its abbreviations once, at its end', () => {
    const { abbreviations } = packView(PACK, PACKED);
    const lists = body().split('<table class="definitions abbreviations');
    expect(lists).toHaveLength(2);
    expect(all(lists[1] ?? '', /<th scope="row">([^<]*)/g)).toEqual(abbreviations.map((one) => one.short));
    expect(lists[1]).not.toContain('<article');
  });

  it('fills the numbers in where they are known, and changes nothing else', async () => {
    const ids = all(body(), /<nav[\s\S]*<\/nav>/g).flatMap((nav) => all(nav, /href="#([^"]+)"/g));
    const pages = new Map(ids.map((id, index) => [id, index + 2]));
    const numbered = await renderPack(PACK, packView(PACK, PACKED), { pages });
    expect(all(numbered, /<span class="sheet">([^<]*)/g)).toEqual([...pages.values()].map(String));
    expect(numbered.replace(/(<span class="sheet">)\d+/g, '$1')).toBe(html);
  });

  it('has no script, one style sheet, and a policy that allows nothing but it', () => {
    expect(body()).not.toMatch(/<script|<link|<iframe|<object|\son\w+=|javascript:|\sstyle=/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toMatch(
      /content="default-src &#x27;none&#x27;; style-src &#x27;sha256-[\w+/]+(?:&#x3D;)?&#x27;; font-src data:;/,
    );
    expect(html.match(/@font-face/g)).toHaveLength(4);
  });

  it('keeps the style of each template to its reports', () => {
    for (const { template } of PACKED.filter((one) => one.template !== 'highlight-report'))
      expect(html.includes(`class="report report-${template}"`), template).toBe(true);
    expect(html.match(/:where\(\.report-committee-report\)\{/g)).toHaveLength(1);
    expect(html).toContain('@page sheet-workforce-opening{margin-top:12mm;');
  });

  it('names the programme, the workstreams, their RAG and what is asked', () => {
    for (const one of PACK.workstreams) {
      expect(body()).toContain(one.title);
      if (one.rag) expect(body()).toContain(`<b>${one.rag.word}</b>`);
    }
    expect(html).toContain(`<h1>${PACK.programme.replace("'", '&#x27;')}</h1>`);
    expect(body()).toContain('What is asked of the board?');
  });
});
