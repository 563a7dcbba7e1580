import type { Browser } from 'puppeteer-core';
import { GUARDS, type Guard } from './guards.ts';

/**
 * Returns the page as a tagged A4 PDF with bookmarks, as the browser wrote it. Each print has a browser context of
 * its own: a page that is used again numbers its nodes on, and the same HTML would give other bytes.
 */
export async function printPage(
  browser: Browser,
  html: string,
  guards: readonly Guard[] = GUARDS,
): Promise<Uint8Array> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    for (const guard of guards) await guard.page?.(page);
    const guarded = guards.reduce((text, guard) => guard.html?.(text) ?? text, html);
    await page.setContent(guarded, { waitUntil: 'load', timeout: 0 });
    return await page.pdf({
      format: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      waitForFonts: true,
      timeout: 0,
    });
  } finally {
    // The browser may be gone by now, which closes the context as well.
    await context.close().catch(() => undefined);
  }
}
