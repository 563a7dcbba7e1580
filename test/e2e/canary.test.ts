import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBuiltIn } from '../../src/render/browser/choose.ts';
import { GUARDS, type Guard } from '../../src/render/browser/guards.ts';
import { launch, type Launched, type Program } from '../../src/render/browser/launch.ts';
import { printPage } from '../../src/render/browser/print-page.ts';
import { thisHost } from '../../src/render/host.ts';
import { Cleanup } from '../../src/render/job.ts';
import { pageCount } from '../../src/render/pdf/settle.ts';

/** The text of the canary file: it fills dozens of pages wherever it is shown. */
const SECRET = 'canary '.repeat(20_000);

let server: Server;
let hits: string[];
let folder: string;
let program: Program;
const cleanup = new Cleanup();
const host = thisHost();

beforeAll(async () => {
  hits = [];
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('canary');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = mkdtempSync(join(tmpdir(), 'canary-'));
  writeFileSync(join(folder, 'canary.html'), SECRET);
  const own = await startBuiltIn({ host, cleanup });
  if ('reason' in own) throw new Error(own.reason);
  program = own.program;
  await own.launched.close();
});

afterAll(() => {
  server.close();
  cleanup.run();
  rmSync(folder, { recursive: true, force: true });
});

/** Returns a page that asks for something in every way that HTML, CSS and SVG have. */
function hostilePage(url: (name: string) => string): string {
  return `<!doctype html><html lang="en-GB"><head><title>x</title>
    <link rel="stylesheet" href="${url('link')}"><link rel="prefetch" href="${url('prefetch')}">
    <link rel="preload" as="image" href="${url('preload')}"><link rel="icon" href="${url('icon')}">
    <link rel="preconnect" href="${url('preconnect')}"><link rel="dns-prefetch" href="${url('dns')}">
    <link rel="modulepreload" href="${url('module')}"><link rel="manifest" href="${url('manifest')}">
    <style>
      @import url("${url('import')}");
      @font-face { font-family: canary; src: url("${url('font')}") }
      body { font-family: canary; background: url("${url('background')}"); cursor: url("${url('cursor')}"), auto }
      li { list-style-image: url("${url('list')}") } p::before { content: url("${url('content')}") }
      div { mask-image: url("${url('mask')}"); border-image: url("${url('border')}") 1; width: 9px; height: 9px }
      @page { background: url("${url('page')}"); @top-left { content: url("${url('margin')}") } }
    </style></head><body>
    <img src="${url('img')}" srcset="${url('srcset')} 2x" alt=""><picture><source srcset="${url('picture')}"><img alt=""></picture>
    <svg><image href="${url('svg')}"/><use href="${url('use')}#a"/><filter id="f"><feImage href="${url('feimage')}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>
    <img alt="" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${url('nested')}"/></svg>`)}">
    <iframe src="${url('iframe')}"></iframe><iframe srcdoc="<img src='${url('srcdoc')}'>"></iframe>
    <object data="${url('object')}"></object><embed src="${url('embed')}">
    <video src="${url('video')}" poster="${url('poster')}" autoplay></video><audio src="${url('audio')}" autoplay></audio>
    <input type="image" src="${url('input')}" alt=""><table background="${url('table')}"><tr><td>x</td></tr></table>
    <ul><li>x</li></ul><p>x</p><div></div>
    <form id="f" action="${url('form')}"><input autofocus onfocus="this.form.submit()"></form>
    <script>document.getElementById('f').submit(); fetch('${url('fetch')}'); new Image().src = '${url('image')}';
      navigator.sendBeacon('${url('beacon')}'); new WebSocket('${url('socket')}'.replace('http', 'ws')); location = '${url('location')}';</script>
    <script src="${url('script')}"></script><img src="x" onerror="fetch('${url('onerror')}')" alt="">
    </body></html>`;
}

function withRefresh(page: string, url: string): string {
  return page.replace('<title>', `<meta http-equiv="refresh" content="0;url=${url}"><title>`);
}

async function started(guards: readonly Guard[]): Promise<Launched> {
  const launched = await launch(program, { host, cleanup, guards });
  if ('reason' in launched) throw new Error(launched.reason);
  return launched;
}

/** Prints the hostile pages; returns the most pages that one of them has. */
async function attack(launched: Launched, guards: readonly Guard[]): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const bases = [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`];
  const file = pathToFileURL(join(folder, 'canary.html')).href;
  const pages = bases.map((base) => hostilePage((name) => base + name));
  pages.push(
    hostilePage(() => file),
    ...bases.map((base) => withRefresh('<html><head><title>x</title></head></html>', `${base}refresh`)),
  );
  pages.push(withRefresh('<html><head><title>x</title></head></html>', file));
  let most = 0;
  for (const page of pages) {
    // A navigation may end the print or keep it from ending: what counts is that nothing was fetched.
    const printed = await Promise.race([
      printPage(launched.browser, page, guards).catch(() => new Uint8Array()),
      new Promise<Uint8Array>((resolve) => setTimeout(resolve, 3000, new Uint8Array())),
    ]);
    most = Math.max(most, pageCount(printed));
  }
  // Time for what a page has set off to arrive.
  await new Promise((resolve) => setTimeout(resolve, 300));
  return most;
}

const ALL: readonly (readonly [string, readonly Guard[]])[] = [
  ['all layers', GUARDS],
  ...GUARDS.map(
    (removed) => [`all layers but ${removed.name}`, GUARDS.filter((one) => one !== removed)] as const,
  ),
];

describe('a hostile page', () => {
  it.each(ALL)('fetches nothing with %s', async (_name, guards) => {
    hits = [];
    const launched = await started(guards);
    try {
      const pages = await attack(launched, guards);
      expect(hits).toEqual([]);
      expect(pages).toBeGreaterThan(0);
      expect(pages).toBeLessThan(10);
    } finally {
      await launched.close();
    }
  });

  it('would fetch without any layer, so that the test can fail', async () => {
    hits = [];
    const launched = await started([]);
    try {
      await attack(launched, []);
      expect(new Set(hits).size).toBeGreaterThan(15);
      const shown = `<html><head><title>x</title></head><body>${SECRET}</body></html>`;
      expect(pageCount(await printPage(launched.browser, shown, []))).toBeGreaterThan(20);
    } finally {
      await launched.close();
    }
  });
});
