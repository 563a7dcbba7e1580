import { describe, expect, it } from 'vitest';
import { bundleDriver, runDriver } from '../render/browser/driver.ts';

/**
 * Prints packs of more and more workstreams, each with all that a report can ask, miss and warn of. Of the reports
 * themselves only the first page is printed: what comes after the summary cannot move it.
 */
const DRIVER = `
  import { openPrinter } from './src/render/browser/printer.ts';
  import { renderPack } from './src/render/pack-html.ts';
  import { pagesOfLinks } from './src/render/pdf/pages.ts';
  import { packView } from './src/report/pack-view.ts';
  import { largePack } from './test/support/packed-reports.ts';
  const printer = await openPrinter();
  if ('code' in printer) throw new Error(printer.message);
  for (const count of [2, 3, 5, 8, 12]) {
    const { pack, reports } = largePack(count);
    const view = packView(pack, reports);
    const { title, summary } = view;
    const openings = view.reports.map((one) => ({ ...one, view: { ...one.view, body: [] } }));
    const html = await renderPack(pack, { ...view, reports: openings });
    const pdf = await printer.print(html, { title, lang: 'en-GB', date: pack.date });
    if (!(pdf instanceof Uint8Array)) throw new Error(pdf.message);
    const pages = pagesOfLinks(pdf);
    console.log(count, pages.get('pillar-0--report') - pages.get('programme-summary'), summary.asks.length);
  }
  await printer.close();
`;

describe('the summary page of a pack', () => {
  it('is one sheet, whatever the reports have to say', async () => {
    const { out, err, code } = await runDriver(bundleDriver(DRIVER), {}).ended;
    expect(code, err).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    expect(lines.map(([count]) => count)).toEqual([2, 3, 5, 8, 12]);
    for (const [count, sheets, asks] of lines) {
      expect(sheets, `${count} workstreams`).toBe(1);
      expect(asks).toBeGreaterThan(0);
    }
  });
});
