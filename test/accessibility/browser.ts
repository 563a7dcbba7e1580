import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'puppeteer-core';
import * as z from 'zod';
import { chooseBrowser } from '../../src/render/browser/choose.ts';
import { thisHost } from '../../src/render/host.ts';
import { Cleanup } from '../../src/render/job.ts';

/** How a page is looked at. */
const MODES = {
  light: { width: 1280, media: 'screen', features: { 'prefers-color-scheme': 'light' } },
  dark: { width: 1280, media: 'screen', features: { 'prefers-color-scheme': 'dark' } },
  /** A window of 1280 px at 400%. */
  narrow: { width: 320, media: 'screen', features: { 'prefers-color-scheme': 'light' } },
  /** The reader's own colours, as Windows' contrast themes force them. */
  forced: { width: 1280, media: 'screen', features: { 'forced-colors': 'active' } },
  /** A4 at 96 px an inch. */
  print: { width: 794, media: 'print', features: {} },
} as const;

export type Mode = keyof typeof MODES;
export const MODE_NAMES = ['light', 'dark', 'narrow', 'forced', 'print'] as const satisfies readonly Mode[];

/** The checks that run in the page: their names, as in-page/index.js exports them. */
export type InPage =
  | 'abbreviations'
  | 'afterSkipLink'
  | 'contrast'
  | 'focus'
  | 'headings'
  | 'ids'
  | 'language'
  | 'links'
  | 'motion'
  | 'pictures'
  | 'reflow'
  | 'scrollers'
  | 'skipLink'
  | 'spacing'
  | 'tables'
  | 'words';

/** A page that is open in a browser. */
export interface OpenPage {
  /** Puts another document into it. */
  readonly show: (html: string) => Promise<void>;
  readonly look: (mode: Mode, lessMotion?: boolean) => Promise<void>;
  readonly press: (key: 'Tab' | 'Enter') => Promise<void>;
  /** Returns what one of our own checks finds. */
  readonly check: (name: InPage) => Promise<string[]>;
  /** Evaluates an expression in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** What the browser refused, such as a style that the page's own content policy does not allow. */
  readonly refused: readonly string[];
}

export interface TestBrowser {
  readonly open: () => Promise<OpenPage>;
  readonly close: () => void;
}

const faults = z.array(z.string());

/** Starts the browser that prints the reports, with scripts: axe and our checks come in by the protocol, past the page's policy. */
export async function openTestBrowser(): Promise<TestBrowser> {
  const cleanup = new Cleanup();
  const chosen = await chooseBrowser({ host: thisHost(), cleanup });
  if ('code' in chosen) throw new Error(chosen.message);
  const scripts = (await Promise.all([axeScript(), ownScript()])).join('\n');
  return {
    open: async () => {
      const context = await chosen.launched.browser.createBrowserContext();
      const page = await context.newPage();
      const session = await page.createCDPSession();
      // Of several pages at once only one would have the keyboard.
      await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      return openPage(page, session, scripts);
    },
    close: () => {
      chosen.launched.kill();
      cleanup.run();
    },
  };
}

async function axeScript(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

async function ownScript(): Promise<string> {
  const entry = fileURLToPath(new URL('in-page/index.js', import.meta.url));
  const bundled = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ownChecks',
  });
  const [file] = bundled.outputFiles;
  if (file === undefined) throw new Error('the checks were not bundled');
  return file.text;
}

function openPage(page: Page, session: CDPSession, scripts: string): OpenPage {
  const refused: string[] = [];
  page.on('console', (message) => {
    refused.push(message.text());
  });
  return {
    refused,
    show: async (html) => {
      refused.length = 0;
      // A document that is written into another one keeps the content policy of that.
      await page.goto('about:blank');
      await page.setContent(html, { waitUntil: 'load' });
      await page.evaluate(`${scripts}\n;globalThis.ownChecks = ownChecks;`);
    },
    look: async (mode, lessMotion = false) => {
      const { width, media, features } = MODES[mode];
      const asked = { ...features, 'prefers-reduced-motion': lessMotion ? 'reduce' : 'no-preference' };
      await session.send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(asked).map(([name, value]) => ({ name, value })),
      });
      await page.setViewport({ width, height: 900 });
    },
    press: (key) => page.keyboard.press(key),
    check: async (name) => faults.parse(await page.evaluate(`ownChecks.${name}()`)),
    evaluate: (expression) => page.evaluate(expression),
  };
}
