import { describe, expect, it } from 'vitest';
import { packMarkdown } from '../../../src/render/report-markdown/pack.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { buildPack } from '../../../src/report/pack.ts';
import type { Report } from '../../../src/report/report.ts';
import { markdownPage } from '../../support/markdown-page.ts';
import { PACKED } from '../../support/packed-reports.ts';
import { poisoned } from '../../support/poisoned.ts';

const POISON = ' <img src=x> [a](javascript:x) | @role #12 GH-7 www.evil.example';

const reports = PACKED.map((one) => poisoned(one, POISON) as Report);
// Made once: every text of it is longer than it should be, and each is measured for its room.
const view = packView(buildPack(reports), reports);

/** The tags that the writer and the page's Markdown have; a text of the data can make none of another kind. */
const TAGS =
  'h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr th td br sup sub strong em s del a code pre hr blockquote';

describe.each(['whole', 'summary'] as const)('text from data in the Markdown of a pack, %s', (extent) => {
  const made = packMarkdown(view, extent);

  it('makes no HTML and no address', async () => {
    const html = markdownPage(await made);
    expect(html).toContain('&lt;img src=x&gt;');
    const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, tag = '']) => tag);
    expect(tags.filter((tag) => !TAGS.split(' ').includes(tag))).toEqual([]);
    expect(html).not.toMatch(/href="(?!https:|mailto:)/);
  });

  it('makes nothing that GitHub links by itself', async () => {
    const markdown = (await made).replace(/`[^`\n]*`/g, '');
    expect(markdown).toContain('role');
    expect(markdown).not.toMatch(/@role|#12|GH-7|www\.evil/);
  });

  it('makes no cell', async () => {
    const tables = (await made)
      .trim()
      .split(/\n\n+/)
      .filter((one) => one.startsWith('|'));
    expect(tables.length).toBeGreaterThan(0);
    const edges = (row: string): number => [...row.matchAll(/(?<!\\)\|/g)].length;
    for (const rows of tables.map((one) => one.split('\n')))
      expect(rows.map(edges)).toEqual(rows.map(() => edges(rows[1] ?? '')));
  });
});
