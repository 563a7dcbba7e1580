import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/html.ts';
import { TemplateError } from '../../../src/render/template-error.ts';
import { TEMPLATE_NAMES } from '../../../src/model/templates.ts';
import { fullReport } from '../../support/full-report.ts';
import { FULL, LUTON } from '../../support/luton-report.ts';
import { without } from '../../support/without.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Void elements and the doctype are written as HTML 5 writes them; long titles are the council's own.
    'long-title': 'off',
    'void-style': ['error', { style: 'omit' }],
    'no-trailing-whitespace': 'off',
  },
});

let luton = '';
let full = '';
const pages = new Map<string, string>();

beforeAll(async () => {
  luton = await renderHtml(LUTON);
  full = await renderHtml(FULL);
  for (const name of TEMPLATE_NAMES) pages.set(name, await renderHtml(fullReport(name)));
});

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap((result) =>
    result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`),
  );
}

/** Text of the page without its style sheet. */
function markup(html: string): string {
  return html.replace(/<style>[\s\S]*<\/style>/, '');
}

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

describe('the page of a report', () => {
  it.each(['luton', 'full'])('is valid HTML: %s', async (name) => {
    expect(await faultsOf(name === 'luton' ? luton : full)).toEqual([]);
  });

  it.each(['committee-report', 'recommendations-report'] as const)(
    'draws the risks of a %s without milestones beside what is asked, once at a glance',
    async (name) => {
      for (const actions of [fullReport(name).actions, []]) {
        const html = await renderHtml({ ...fullReport(name), milestones: [], missingActions: [], actions });
        expect(html.match(/<p class="figcaption" id="chart-risks-at-a-glance-caption">/g)).toHaveLength(1);
        expect(html).toMatch(
          /<div class="pair[^]*class="asks"[^]*chart-risks-at-a-glance-caption[^]*<p class="foot">/,
        );
      }
    },
  );

  it('is the same bytes each time', async () => {
    expect(await renderHtml(LUTON)).toBe(luton);
  });

  it('is titled, in British English, and says that it is a draft', () => {
    expect(luton).toContain('<html lang="en-GB">');
    expect(luton).toMatch(/<title>[^<]*Workforce highlight report, 19 April 2021 \(draft\)<\/title>/);
    expect(luton).toContain('<b class="draft">Draft</b>');
    expect(luton).toContain('@top-right{content:"Draft"}');
  });

  it('does not say draft of a final paper', async () => {
    const final = await renderHtml({ ...LUTON, draft: false });
    expect(final).toMatch(/<title>[^<]*Workforce highlight report, 19 April 2021<\/title>/);
    expect(final).not.toContain('class="draft"');
    expect(final).toContain('@top-right{content:""}');
  });

  it('has one h1 and no gap in its headings', () => {
    const levels = all(markup(full), /<h([1-6])[\s>]/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
    });
  });

  it('gives every table a caption and every heading cell a scope', () => {
    const tables = all(markup(full), /<table[^>]*>([\s\S]*?)<\/table>/g);
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table).toMatch(/^\s*<caption[ >]/);
      for (const th of table.match(/<th[\s>][^>]*>?/g) ?? [])
        expect(th).toMatch(/scope="(col|row|rowgroup)"/);
    }
  });

  it('labels every figure and every image, and refers only to what is there', () => {
    const body = markup(full);
    const ids = new Set(all(body, /\sid="([^"]+)"/g));
    expect(ids.size).toBe(all(body, /\sid="([^"]+)"/g).length);
    for (const list of all(body, /aria-labelledby="([^"]+)"/g))
      for (const id of list.split(' ')) expect(ids).toContain(id);
    for (const href of all(body, /href="#([^"]+)"/g)) expect(ids).toContain(href);
    for (const svg of body.match(/<svg[^>]*>/g) ?? [])
      expect(svg).toMatch(/aria-hidden="true"|role="img"[^>]*aria-label(ledby)?="/);
    expect(body.match(/<figure/g)).toHaveLength(4);
    expect(body.match(/<figure role="group" aria-labelledby/g)).toHaveLength(4);
  });

  it('has no script, no request and a policy that allows none', () => {
    const body = markup(full);
    expect(body).not.toMatch(/<script|<link|<img|<iframe|<object|\son\w+=|javascript:|\sstyle=/i);
    expect(all(body, /(?:href|src)="(?!#)([^"]*)"/g)).toEqual([]);
    expect(all(full, /url\(([^)]{0,24})/g).every((url) => url.startsWith('data:font/woff2;base64,'))).toBe(
      true,
    );
    expect(full).toContain(
      'http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;sha256-',
    );
  });

  it('prints every figure of the workforce table, with its mark tied to its note', () => {
    for (const id of ['in_post', 'permanent', 'agency', 'agency_rate', 'unfilled', 'establishment'])
      for (const month of ['2020-12', '2021-01', '2021-02'])
        expect(luton).toMatch(
          new RegExp(
            `<td class="num tail-\\w+"(?: data-unit="%")?>${LUTON.figures[`${id}@${month}`]!.text.replace('%', '')}[<]`,
          ),
        );
    expect(luton).toContain('24<a class="mark" href="#note-1" aria-label="Note *">*</a>');
    expect(luton).toContain('<li id="note-1">');
  });

  it('lists every input with its hash, every finding with its place, every definition', () => {
    for (const input of LUTON.inputs) expect(luton).toContain(input.sha256);
    expect(luton).toContain('Line 6 of workforce/2021-04-19/risks.csv');
    for (const one of LUTON.definitions) expect(luton).toContain(one.description);
  });

  it('embeds the second font subset only for letters that need it', async () => {
    const welsh = await renderHtml({ ...LUTON, lead: 'Rheolwr Gŵyl' });
    expect(luton.match(/@font-face/g)).toHaveLength(4);
    expect(welsh.match(/@font-face/g)).toHaveLength(8);
  });

  it('renders a report that holds next to nothing', async () => {
    const rag = without(LUTON.rag, 'previous');
    const risks = without(LUTON.risks, 'matrix');
    const workforce = without(LUTON.workforce, 'commentary');
    const bare = await renderHtml({
      ...LUTON,
      rag: { ...rag, evidence: [], agrees: true },
      sections: LUTON.sections.filter(({ id }) =>
        ['escalations', 'workforce', 'risks', 'checked'].includes(id),
      ),
      asks: [],
      escalations: [],
      progress: '',
      next: '',
      workforce: { ...workforce, periods: [], groups: [], headlines: [], series: [], bridges: [] },
      figures: {},
      targets: [],
      milestones: [],
      milestoneCounts: { complete: 0, overdue: 0, due_soon: 0, slipped: 0, on_track: 0, slippedTotal: 0 },
      risks: { ...risks, open: [], closed: [], counts: {} },
      notes: [],
      appendices: [],
      definitions: [],
      checked: {
        recomputed: 0,
        agreed: 0,
        typed: { numbers: 0, tied: 0, agreed: 0, list: [] },
        differing: [],
      },
      findings: [],
      inputs: [],
    });
    expect(await faultsOf(bare)).toEqual([]);
    expect(bare).toContain('Nothing is asked of the board.');
    expect(bare).toContain('No risk is open.');
    expect(bare).not.toContain('undefined');
  });

  it.each(TEMPLATE_NAMES)('renders a paper without a RAG with %s', async (template) => {
    const html = await renderHtml({ ...without(LUTON, 'rag'), template });
    expect(await faultsOf(html)).toEqual([]);
    expect(markup(html)).not.toContain('class="rag ');
    expect(html).not.toContain('Are we on plan?');
    expect(html).toContain('What is needed from the board?');
  });

  it('names the templates that there are where one is unknown', async () => {
    const failed = renderHtml({ ...LUTON, template: 'highlights' });
    await expect(failed).rejects.toBeInstanceOf(TemplateError);
    await expect(failed).rejects.toMatchObject({
      findings: [{ code: 'E501', help: `use one of: ${TEMPLATE_NAMES.join(', ')}` }],
    });
  });
});

describe.each(TEMPLATE_NAMES)('a page of %s that holds everything', (name) => {
  const page = (): string => pages.get(name) ?? '';

  it('is valid HTML', async () => {
    expect(await faultsOf(page())).toEqual([]);
  });

  it('has one h1 and no gap in its headings', () => {
    const levels = all(markup(page()), /<h([1-6])[\s>]/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
    });
  });

  it('numbers its sections and tables in the order of the page, without a gap', () => {
    const sections = all(markup(page()), /<h2 id="[^"]+"><span class="no">(\d+)<\/span>/g);
    expect(sections).toEqual(sections.map((_, index) => `${index + 1}`));
    expect(sections.length).toBeGreaterThan(15);
    // A wide table goes on below itself, under its own number.
    const tables = all(markup(page()), /<caption[^>]*><b>Table (\d+)<\/b> (?!(?:[^<]*, )?continued<)/g);
    const continued = all(markup(page()), /<caption[^>]*><b>Table (\d+)<\/b> (?:[^<]*, )?continued</g);
    expect(tables).toEqual(tables.map((_, index) => `${index + 1}`));
    // What abbreviations stand for is looked up by their letters, and never referred to by a number.
    const numbered = all(markup(page()), /<table(?! class="definitions abbreviations)/g);
    expect(tables.length + continued.length).toBe(numbered.length);
  });

  it('refers only to what is there, and has every id once', () => {
    const body = markup(page());
    const list = all(body, /\sid="([^"]+)"/g);
    const ids = new Set(list);
    expect(ids.size).toBe(list.length);
    for (const label of all(body, /aria-labelledby="([^"]+)"/g))
      for (const id of label.split(' ')) expect(ids).toContain(id);
    for (const href of all(body, /href="#([^"]+)"/g)) expect(ids).toContain(href);
  });

  it('shows each part once, wherever a text shows it', () => {
    const body = markup(page());
    for (const text of [
      '<\\/b> Management and leadership roles by team<',
      '<p class="figcaption"[^>]*>Agency rate: 3 signals in 18 months; 31.5% in June 2024<',
    ])
      expect(all(body, new RegExp(text, 'g')), text).toHaveLength(1);
    expect(all(body, /<h3>How are all needs met\?<\/h3>/g)).toHaveLength(1);
  });

  it('has the council’s colour in its style sheet, and its logo as a picture inside the page', () => {
    expect(page()).toContain(':root{--accent:#5b2c83}');
    expect(all(page(), /<img[^>]*>/g)).toEqual([
      expect.stringMatching(
        /^<img class="logo" src="data:image\/svg\+xml;base64,[^"]+" alt="Luton Council" width="144" height="48">$/,
      ),
    ]);
    expect(page()).toContain('font-src data:; img-src data:; base-uri');
  });
});

describe('the look of a council', () => {
  it('allows no picture where there is none', () => {
    expect(luton).not.toContain('img-src');
    expect(luton).not.toContain('<img');
  });

  it('takes nothing for a colour that is none', async () => {
    const odd = await renderHtml({ ...LUTON, theme: { light: { accent: 'red}body{display:none' } } });
    expect(odd).not.toContain('display:none}');
    expect(odd).toBe(luton);
  });
});

describe('numbered paragraphs', () => {
  it('count on within their section, each number before its text', () => {
    const body = markup(pages.get('committee-report') ?? '');
    const numbers = all(body, /<p class="para-no">([\d.]+)<\/p>/g);
    const considerations = numbers.filter((one) => one.startsWith('4.'));
    expect(considerations).toEqual(['4.1', '4.2', '4.3', '4.4', '4.5']);
    expect(body).toMatch(
      /<p class="para-no">2\.2<\/p>\s*<div class="para-body">\s*<div class="prose measure"><p>It shows/,
    );
    // The list and the paragraph after it belong to the number above them.
    expect(body).toMatch(/2\.2<\/p>[\s\S]*?<li>caseloads<\/li>\s*<\/ul>\s*<p>All of it is from/);
  });

  it('are of papers for committees alone', () => {
    for (const name of ['highlight-report', 'recommendations-report'])
      expect(pages.get(name)).not.toContain('class="para-no"');
  });
});
