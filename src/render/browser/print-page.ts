import type { Browser, Page } from 'puppeteer-core';
import { GUARDS, type Guard } from './guards.ts';

/** A guarded, empty page that waits for what it is to print. */
export interface BlankPage {
  /** Whether the browser that has this page still runs. */
  readonly usable: () => boolean;
  /** Returns the HTML as a tagged A4 PDF with bookmarks, as the browser wrote it. The page is used up. */
  print(html: string): Promise<Uint8Array>;
}

/**
 * Returns a page of a browser context of its own: one that is used again numbers its nodes on, and the same HTML would
 * give other bytes. It can be made before there is anything to print.
 */
export async function openBlankPage(browser: Browser, guards: readonly Guard[] = GUARDS): Promise<BlankPage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // Sent together, since each answer waits for this process's other work. The page is handed out once all are in place.
  await Promise.all([...guards.map((guard) => guard.page?.(page)), keepUnpainted(page)]);
  return {
    usable: () => browser.connected,
    print: async (html) => {
      try {
        return await printOn(page, html, guards);
      } finally {
        // Nobody waits for the end of a page, and the browser may be gone by now, which ends it as well.
        context.close().catch(() => undefined);
      }
    },
  };
}

/** Returns the HTML as a PDF, on a page of its own. */
export async function printPage(
  browser: Browser,
  html: string,
  guards: readonly Guard[] = GUARDS,
): Promise<Uint8Array> {
  const page = await openBlankPage(browser, guards);
  return page.print(html);
}

/**
 * Keeps a page from being painted on the screen that nobody sees. Painting numbers the nodes of texts, and the PDF's tags
 * bear these numbers: on a busy machine a page was painted before it was printed, or was not. Fonts are loaded all the same.
 */
async function keepUnpainted(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const [{ frameTree }] = await Promise.all([
    session.send('Page.getFrameTree'),
    session.send('DOM.enable'),
    session.send('CSS.enable'),
  ]);
  // By the protocol: the page's own content policy lets no style in, and on screens its readers are to see it.
  const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
  await session.send('CSS.setStyleSheetText', {
    styleSheetId,
    text: '@media screen{*{visibility:hidden!important}}',
  });
}

async function printOn(page: Page, html: string, guards: readonly Guard[]): Promise<Uint8Array> {
  const guarded = guards.reduce((text, guard) => guard.html?.(text) ?? text, html);
  await page.setContent(guarded, { waitUntil: 'load', timeout: 0 });
  return page.pdf({
    format: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: true,
    timeout: 0,
  });
}
