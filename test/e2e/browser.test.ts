import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectMachine } from '../../src/cli/doctor-inspect.ts';
import { doctorLines } from '../../src/cli/doctor.ts';
import { builtInBrowser } from '../../src/render/browser/built-in.ts';
import { launch } from '../../src/render/browser/launch.ts';
import { openPrinter, type Printer, type PrinterOptions } from '../../src/render/browser/printer.ts';
import { thisHost } from '../../src/render/host.ts';
import { Cleanup } from '../../src/render/job.ts';
import { hasFonts, pageCount } from '../../src/render/pdf/settle.ts';
import type { Finding } from '../../src/model/finding.ts';
import { bundleDriver, runDriver } from '../render/browser/driver.ts';

const identity = { title: 'Workforce – “Luton” (draft)', lang: 'en-GB', date: '2021-04-19' };
const page = (body: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${identity.title}</title></head><body>${body}</body></html>`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function printer(options: PrinterOptions = {}): Promise<Printer> {
  const opened = await openPrinter(options);
  if ('code' in opened) throw new Error(`${opened.message} ${opened.why ?? ''}`);
  return opened;
}

async function withPrinter<T>(options: PrinterOptions, use: (opened: Printer) => Promise<T>): Promise<T> {
  const opened = await printer(options);
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

const code = (result: Uint8Array | Finding): string =>
  result instanceof Uint8Array ? 'printed' : result.code;

describe('openPrinter', () => {
  it('prints tagged A4 pages with text and bookmarks, several at once, the same each time', async () => {
    const html = page('<h1>One</h1><p style="break-after: page">a</p><h2>Two</h2>');
    const printed = await withPrinter({}, ({ print }) =>
      Promise.all([1, 2, 3].map(() => print(html, identity))),
    );
    const [first, ...others] = printed.map((one) => Buffer.from(one as Uint8Array));
    for (const other of others) expect(other.equals(first!)).toBe(true);
    const text = first!.toString('latin1');
    expect([pageCount(first!), hasFonts(first!)]).toEqual([2, true]);
    expect(text).toMatch(/\/MediaBox \[ ?0 0 59[45][\d.]* 841[\d.]* ?\]/);
    expect(text).toMatch(/\/Type \/Outlines/);
    expect(text).toMatch(/\/S \/H1/);
    expect(text.match(/D:20210419000000\+00'00'/g)).toHaveLength(2);
  });

  it('waits for the fonts that a page brings along', async () => {
    const file = createRequire(import.meta.url).resolve(
      '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2',
    );
    const font = `data:font/woff2;base64,${readFileSync(file).toString('base64')}`;
    const style = `<style>@font-face { font-family: own; src: url(${font}) } p { font-family: own }</style>`;
    const printed = await withPrinter({}, ({ print }) => print(page(`${style}<p>Text</p>`), identity));
    const names = Buffer.from(printed as Uint8Array)
      .toString('latin1')
      .match(/\/FontName \/\S+/g);
    expect(names).toEqual([expect.stringMatching(/SourceSans3/)]);
  });

  it('does not print a page whose title is not the report’s', async () => {
    const found = await withPrinter({}, ({ print }) => print(page('x'), { ...identity, title: 'Other' }));
    expect(code(found)).toBe('E906');
  });

  it('prints a page whose title has runs of white space', async () => {
    const title = ' Two  spaces\nand a line ';
    const html = page('x').replace(identity.title, title);
    expect(code(await withPrinter({}, ({ print }) => print(html, { ...identity, title })))).toBe('printed');
  });

  it('notes that it runs without the sandbox, and only then', async () => {
    const { notes, browser } = await withPrinter({}, (opened) => Promise.resolve(opened));
    expect(notes.map((one) => one.code)).toEqual(browser.sandboxed ? [] : ['N911']);
  });

  it('stops a page that takes too long, and prints the next and the one beside it', async () => {
    await withPrinter({ limits: { seconds: 4 } }, async ({ print }) => {
      const endless = print(page('<p>x</p>'.repeat(300_000)), identity);
      expect(code(await print(page('x'), identity))).toBe('printed');
      expect(code(await endless)).toBe('E903');
      expect(code(await print(page('x'), identity))).toBe('printed');
    });
  });

  it('refuses what is too large, before and after it is printed', async () => {
    const limits = { pages: 2, htmlBytes: 5000 };
    await withPrinter({ limits }, async ({ print }) => {
      expect(code(await print(page('x'.repeat(5000)), identity))).toBe('E904');
      const found = await print(page('<p style="break-after: page">x</p>'.repeat(3)), identity);
      expect(found).toMatchObject({ code: 'E904', message: 'the PDF has 3 pages, and the most is 2' });
    });
    const found = await withPrinter({ limits: { pdfBytes: 100 } }, ({ print }) => print(page('x'), identity));
    expect(code(found)).toBe('E904');
  });

  it('puts nothing in place of a named browser that does not start', async () => {
    const named = join(folder, 'chrome');
    writeFileSync(
      named,
      '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2\nexit 127\n',
      { mode: 0o755 },
    );
    expect(await openPrinter({ browser: named })).toMatchObject({
      code: 'E902',
      message: `the browser ${named} cannot be used: it did not start: error while loading shared libraries: libnss3.so`,
    });
    expect(await openPrinter({ browser: join(folder, 'none') })).toMatchObject({ code: 'E902' });
  });

  it('names every browser that was tried where none works', async () => {
    const bin = join(folder, 'bin');
    const temp = mkdtempSync(join(folder, 'temp-'));
    mkdirSync(bin);
    writeFileSync(join(bin, 'google-chrome'), '#!/bin/sh\necho "cannot open display" >&2\nexit 1\n', {
      mode: 0o755,
    });
    const host = { ...thisHost(), env: { PATH: bin }, home: folder, arch: 'riscv64', temp };
    const found = await openPrinter({ host });
    expect(found).toMatchObject({
      code: 'E901',
      message: 'no browser could be started, so no PDF was written',
    });
    const why = 'why' in found ? found.why : '';
    expect(why).toContain(`${join(bin, 'google-chrome')}: it did not start: cannot open display`);
    expect(why).toContain('the built-in browser: the built-in browser is made for Linux on x64');
    expect(readdirSync(temp)).toEqual([]);
  });

  it('passes over a browser that is too old for page numbers, and leaves nothing of it', async () => {
    const temp = mkdtempSync(join(folder, 'temp-'));
    const host = { ...thisHost(), temp };
    const cleanup = new Cleanup();
    const program = await builtInBrowser({ host, cleanup });
    if ('reason' in program) throw new Error(program.reason);
    const launched = await launch(program, { host, cleanup, oldest: 1000 });
    expect(launched).toEqual({
      reason: expect.stringMatching(/^it is version \d+\.[\d.]+; page numbers need 1000 or later$/) as string,
    });
    expect(readdirSync(temp)).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const opened = await printer({ signal: stop.signal });
    const printing = opened.print(page('<p>x</p>'.repeat(300_000)), identity);
    setTimeout(() => {
      stop.abort(new Error('stop'));
    }, 300);
    await expect(printing).rejects.toThrow('stop');
    await expect(openPrinter({ signal: stop.signal })).rejects.toThrow('stop');
    await opened.close();
  });

  it('runs no configuration script of the folder it is called in', async () => {
    const script = "require('node:fs').writeFileSync('ran', '');\nmodule.exports = {};\n";
    for (const name of ['.puppeteerrc.cjs', 'puppeteer.config.cjs', '.puppeteerrc.js'])
      writeFileSync(join(folder, name), script);
    const driver = bundleDriver(`
      import { openPrinter } from './src/render/browser/printer.ts';
      const printer = await openPrinter();
      if ('code' in printer) throw new Error(printer.message);
      await printer.close();
      console.log('closed');
    `);
    expect(await runDriver(driver, {}, [], folder).ended).toMatchObject({ out: 'closed\n', code: 0 });
    expect(readdirSync(folder)).not.toContain('ran');
  });
});

describe('inspectMachine', () => {
  it('starts the browser that build uses and finds text on its page', async () => {
    const report = await inspectMachine({ folders: [folder] });
    expect(report.ok).toBe(true);
    expect(report.used).toMatchObject({ ok: true, fonts: true, sandboxed: process.getuid?.() !== 0 });
    expect(report.checks.map((one) => one.name)).toEqual([
      'node',
      'platform',
      'browser',
      'sandbox',
      'fonts',
      'cache',
      'write',
      'temp',
    ]);
    expect(doctorLines(report)[0]).toBe(`ok       Node             ${process.versions.node}`);
  });

  it('says that a folder cannot be written to where a file or a link to nothing stands in its way', async () => {
    const file = join(folder, 'a-file');
    const link = join(folder, 'a-link');
    writeFileSync(file, '');
    symlinkSync(join(folder, 'nothing'), link);
    const folders = [join(file, 'out'), link, join(folder, 'new/out')];
    const { ok, checks } = await inspectMachine({ folders, browser: file });
    expect(ok).toBe(false);
    expect(checks.filter((one) => one.name === 'write').map((one) => [one.state, one.found])).toEqual([
      ['error', `${folders[0]!} cannot be written to: ${file} is not a folder`],
      ['error', `${link} cannot be written to: ${link} is not a folder`],
      ['ok', folders[2]],
    ]);
  });

  it('says what is wrong and what to do', async () => {
    writeFileSync(join(folder, 'file'), '');
    const report = await inspectMachine({
      folders: ['/proc/none'],
      browser: join(folder, 'file'),
      nodeVersion: '20.18.1',
    });
    expect(report.ok).toBe(false);
    expect(report.checks.filter((one) => one.state === 'error').map((one) => one.name)).toContain('browser');
    const lines = doctorLines(report).join('\n');
    expect(lines).toContain('error    Node             20.18.1\n');
    expect(lines).toContain('help: install Node 20.19 or later');
    expect(lines).toContain(`  ${join(folder, 'file')}: it is not a program that this user can run`);
  });
});
