import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chooseBrowser } from '../../src/render/browser/choose.ts';
import { GUARDS, type Guard } from '../../src/render/browser/guards.ts';
import { printPage } from '../../src/render/browser/print-page.ts';
import { thisHost } from '../../src/render/host.ts';
import { renderHtml } from '../../src/render/html.ts';
import { Cleanup } from '../../src/render/job.ts';
import { finishPdf } from '../../src/render/pdf/finish.ts';
import { LUTON } from '../support/luton-report.ts';
import { bundleDriver, runDriver } from '../render/browser/driver.ts';

const DRIVER = `
  import { createHash } from 'node:crypto';
  import { openPrinter } from './src/render/browser/printer.ts';
  const body = '<h1>Naïve – 1</h1><p>Text</p><ul><li>a</li></ul><table><tr><th>a</th></tr><tr><td>1,234</td></tr></table>';
  const page = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>x</title></head><body>' + body + '</body></html>';
  const printer = await openPrinter();
  if ('code' in printer) throw new Error(printer.message);
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const identity = { title: 'x', lang: 'en-GB', date: '2021-04-19' };
  await printer.print(page.replace('Text', 'Something before it'), identity);
  console.log(hash(await printer.print(page, identity)));
  console.log(hash(await printer.print(page, identity)));
  await printer.close();
`;

describe('the PDF of a page', () => {
  it('has the same bytes in any zone and locale, first or later in a run', async () => {
    const driver = bundleDriver(DRIVER);
    const hashes = new Set<string>();
    for (const env of [
      { TZ: 'UTC', LANG: 'C' },
      { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' },
      { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'ar' },
    ]) {
      const { out, err, code } = await runDriver(driver, env).ended;
      expect(code, err).toBe(0);
      const lines = out.trim().split('\n');
      expect(lines).toHaveLength(2);
      for (const line of lines) hashes.add(line);
    }
    expect([...hashes]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  // A slow machine paints a page before it is printed more often than a fast one; the painted page was numbered otherwise.
  it('has the same bytes however busy the machine is', async () => {
    const html = await renderHtml(LUTON);
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
    const cleanup = new Cleanup();
    const chosen = await chooseBrowser({ host: thisHost(), cleanup });
    if ('code' in chosen) throw new Error(chosen.message);
    try {
      const hashes = new Set<string>();
      for (const busy of [[], [slowedBy(10)], [slowToLoad(40)], [slowToLoad(40)]]) {
        const printed = await printPage(chosen.launched.browser, html, [...GUARDS, ...busy]);
        const finished = await finishPdf(printed, { title, lang: 'en-GB', date: '2021-04-19' });
        if ('code' in finished) throw new Error(finished.message);
        hashes.add(createHash('sha256').update(finished.bytes).digest('hex'));
      }
      expect([...hashes]).toHaveLength(1);
    } finally {
      chosen.launched.kill();
      cleanup.run();
    }
  }, 240_000);
});

/** A machine that is so much slower all the while. */
function slowedBy(rate: number): Guard {
  return {
    name: 'slow',
    page: async (page) => {
      const session = await page.createCDPSession();
      await session.send('Emulation.setCPUThrottlingRate', { rate });
    },
  };
}

/**
 * A machine that is so much slower until the page is loaded, and that prints it only a while later. Half of such pages or more
 * are painted first where nothing keeps them from it, and of those that are slow all the while far fewer.
 */
function slowToLoad(rate: number): Guard {
  return {
    name: 'slow to load',
    page: async (page) => {
      const session = await page.createCDPSession();
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      const print = page.pdf.bind(page);
      page.pdf = async (options) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        return print(options);
      };
    },
  };
}
