import { describe, expect, it } from 'vitest';
import { renderPages } from '../../src/cli/pages.ts';
import type { Report } from '../../src/report/report.ts';
import { LUTON } from '../support/luton-report.ts';

const LONG: Report = {
  ...LUTON,
  sections: Array.from({ length: 14 }, (_, index) => ({
    id: `part-${index + 1}`,
    title: `Part ${index + 1}`,
    kind: 'text',
    blocks: [{ kind: 'text', markdown: 'A sentence.' }],
  })),
};

async function pageOf(report: Report) {
  const [page] = await renderPages([report], [], { own: undefined, markdown: [] }, () => undefined);
  return page!;
}

/** The page numbers in the contents, in their order. */
function sheetsIn(html: string): string[] {
  const contents = /<nav class="report-contents[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
  return [...contents.matchAll(/<span class="sheet">([^<]*)<\/span>/g)].map(([, page = '']) => page);
}

describe('the page of a long report', () => {
  it('has contents whose numbers are filled in once it was printed', async () => {
    const { html, numbered } = await pageOf(LONG);
    const links = [...html.matchAll(/<li><a href="#([^"]+)"><span class="no">/g)].map(([, id = '']) => id);
    expect(links.length).toBeGreaterThanOrEqual(14);
    for (const id of links) expect(html).toContain(`<h2 id="${id}"`);
    expect(sheetsIn(html)).toEqual(links.map(() => ''));
    const pages = new Map(links.map((id, index) => [id, index + 2]));
    expect(sheetsIn(await numbered!(pages))).toEqual(links.map((_, index) => `${index + 2}`));
  });

  it('is printed once where the report is short: its contents are for the screen', async () => {
    const { html, numbered } = await pageOf(LUTON);
    expect(numbered).toBeUndefined();
    expect(html).toContain('<nav class="report-contents" aria-label="Contents">');
  });
});
