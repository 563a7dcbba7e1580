import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDataRepo } from '../../../src/read/index.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { templateName } from '../../../src/render/html-templates.ts';
import { renderPack } from '../../../src/render/pack-html.ts';
import { packMarkdown } from '../../../src/render/report-markdown/pack.ts';
import { reportMarkdown, type MarkdownExtent } from '../../../src/render/report-markdown/report.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { buildPack } from '../../../src/report/pack.ts';
import type { Report } from '../../../src/report/report.ts';
import { reportView } from '../../../src/report/view.ts';
import { headingLevels, markdownPage, numbersOf, pageNumbers, wordsOf } from '../../support/markdown-page.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

const PAPERS = [
  ['luton', ['workforce'], '2021-04-19'],
  ['herefordshire', ['workforce'], '2013-07-11'],
  ['west-sussex', ['workforce'], '2021-11-04'],
  ['medway', ['workforce'], '2024-03-07'],
  ['devon', ['workforce'], '2024-06-11'],
  ['programme', ['workforce', 'practice'], '2026-11-09'],
] as const;

interface Written {
  readonly html: string;
  readonly markdown: (extent: MarkdownExtent) => Promise<string>;
}

async function reportsOf(
  example: string,
  workstreams: readonly string[],
  meeting: string,
): Promise<Report[]> {
  const { dataset, findings } = await readDataRepo(join(EXAMPLES, example));
  if (!dataset) throw new Error(`not read: ${JSON.stringify(findings)}`);
  return workstreams.map((workstream) => {
    const { report } = buildReport(dataset, { workstream, meeting, version: '0.0.0', findings });
    if (!report) throw new Error(`no report of ${workstream}`);
    return report;
  });
}

async function written(reports: readonly Report[]): Promise<Written> {
  const [report] = reports as [Report];
  if (reports.length > 1) {
    const pack = buildPack(reports);
    const view = packView(pack, reports);
    return { html: await renderPack(pack, view), markdown: (extent) => packMarkdown(view, extent) };
  }
  const template = templateName(report.template);
  const view = reportView(report, template);
  return {
    html: await renderHtml(report, undefined, view),
    markdown: (extent) => reportMarkdown(view, template, extent),
  };
}

describe.each(PAPERS)('%s as Markdown', (...paper) => {
  const made = reportsOf(...paper).then(written);

  it('has every number of the page, as often as it stands there', async () => {
    const { html, markdown } = await made;
    const numbers = numbersOf(wordsOf(markdownPage(await markdown('whole'))));
    const missing = [...pageNumbers(html)].filter(([number, count]) => (numbers.get(number) ?? 0) < count);
    expect(missing).toEqual([]);
  });

  it('has no number that the page has not', async () => {
    const { html, markdown } = await made;
    const numbers = numbersOf(wordsOf(html.replace(/<style>[\s\S]*?<\/style>/, '')));
    const added = [...numbersOf(wordsOf(markdownPage(await markdown('whole')))).keys()];
    expect(added.filter((number) => !numbers.has(number))).toEqual([]);
  });

  it('has one heading of the first level, and skips none', async () => {
    const { markdown } = await made;
    for (const extent of ['whole', 'summary'] as const) {
      const levels = headingLevels(markdownPage(await markdown(extent)));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels[0]).toBe(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
    }
  });

  it('has a summary that a comment on a pull request has room for', async () => {
    const { markdown } = await made;
    const summary = await markdown('summary');
    expect(summary.length).toBeLessThan(65_536 / 4);
    expect(await markdown('whole')).toContain(summary.split('\n')[0]);
  });

  it('is the same each time', async () => {
    const { markdown } = await made;
    expect(await markdown('whole')).toBe(await markdown('whole'));
  });
});
