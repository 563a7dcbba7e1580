import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInBrowser, type BuiltInOptions } from '../../../src/render/browser/built-in.ts';
import type { Program } from '../../../src/render/browser/launch.ts';
import { thisHost, type Host } from '../../../src/render/host.ts';
import { Cleanup } from '../../../src/render/job.ts';
import { bundleDriver, runDriver } from './driver.ts';

const PROGRAM = '#!/bin/sh\necho small\n';
const packedFiles = resolve(
  dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '../../bin',
);
const host: Host = { ...thisHost(), platform: 'linux', arch: 'x64' };

let folder: string;
let packed: string;
let cacheDir: string;
let cleanup: Cleanup;

// The packed libraries and fonts are the real ones; a small program stands for the browser, to be quick.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'built-in-'));
  packed = join(folder, 'package', 'bin');
  cacheDir = join(folder, 'cache');
  cleanup = new Cleanup();
  mkdirSync(packed, { recursive: true });
  writeFileSync(join(folder, 'package', 'package.json'), '{"version":"1.2.3"}');
  for (const name of ['al2023.tar.br', 'fonts.tar.br'])
    copyFileSync(join(packedFiles, name), join(packed, name));
  writeFileSync(join(packed, 'chromium.br'), brotliCompressSync(PROGRAM));
});

afterEach(() => {
  cleanup.run();
  rmSync(folder, { recursive: true, force: true });
});

async function unpack(more: Partial<BuiltInOptions> = {}): Promise<Program> {
  const program = await builtInBrowser({ host, cacheDir, packed, cleanup, ...more });
  if ('reason' in program) throw new Error(program.reason);
  return program;
}

describe('builtInBrowser', () => {
  it('unpacks program, libraries, fonts and their configuration into one versioned folder', async () => {
    const program = await unpack();
    const home = dirname(program.path);
    expect(readdirSync(cacheDir)).toEqual([home.slice(cacheDir.length + 1)]);
    expect(home).toMatch(/chromium-1\.2\.3-[0-9a-f]{12}$/);
    expect(readFileSync(program.path, 'utf8')).toBe(PROGRAM);
    expect(statSync(program.path).mode & 0o777).toBe(0o700);
    expect(readdirSync(program.env!['LD_LIBRARY_PATH']!)).toContain('libnss3.so');
    expect(readFileSync(program.env!['FONTCONFIG_FILE']!, 'utf8')).toContain(
      '<dir prefix="relative">fonts</dir>',
    );
    expect(readdirSync(join(home, 'fonts')).length).toBeGreaterThan(0);
  });

  it('unpacks once', async () => {
    const first = await unpack();
    const made = statSync(first.path).ino;
    let progress = 0;
    const second = await unpack({ onProgress: () => (progress += 1) });
    expect(second).toEqual(first);
    expect(statSync(second.path).ino).toBe(made);
    expect(progress).toBe(0);
  });

  it('reports progress up to the whole', async () => {
    const seen: number[] = [];
    await unpack({ onProgress: ({ doneBytes, totalBytes }) => seen.push(doneBytes / totalBytes) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  const damage: Record<string, (program: string) => void> = {
    'a truncated program': (program) => {
      truncateSync(program, 5);
    },
    'a missing library': (program) => {
      rmSync(join(dirname(program), 'lib', 'libnss3.so'));
    },
    'a program changed within its size': (program) => {
      writeFileSync(program, PROGRAM.replace('small', 'other'));
      utimesSync(program, 1, 1);
    },
    'a program replaced by a link': (program) => {
      rmSync(program);
      symlinkSync('/bin/sh', program);
    },
    'a manifest that is cut off': (program) => {
      truncateSync(join(dirname(program), 'manifest.json'), 20);
    },
  };
  for (const [name, harm] of Object.entries(damage))
    it(`makes a folder with ${name} again`, async () => {
      const { path } = await unpack();
      harm(path);
      await unpack();
      expect(readFileSync(path, 'utf8')).toBe(PROGRAM);
      expect(statSync(join(dirname(path), 'lib', 'libnss3.so')).size).toBeGreaterThan(0);
      expect(readdirSync(cacheDir)).toHaveLength(1);
    });

  it('accepts a restored copy, whose times differ but whose bytes do not', async () => {
    const { path } = await unpack();
    utimesSync(path, 1, 1);
    const made = statSync(path).ino;
    await unpack();
    expect(statSync(path).ino).toBe(made);
  });

  it('finds every changed byte when thorough', async () => {
    const { path } = await unpack();
    const times = statSync(path);
    writeFileSync(path, PROGRAM.replace('small', 'other'));
    utimesSync(path, times.atime, times.mtime);
    await unpack({ thorough: true });
    expect(readFileSync(path, 'utf8')).toBe(PROGRAM);
  });

  it.each([
    ['al2023.tar.br', 100_000],
    ['chromium.br', 10],
  ])('leaves nothing behind when %s is damaged', async (name, size) => {
    truncateSync(join(packed, name), size);
    const found = await builtInBrowser({ host, cacheDir, packed, cleanup });
    expect(found).toEqual({ reason: 'it could not be unpacked: unexpected end of file' });
    expect(readdirSync(cacheDir)).toEqual([]);
  });

  it('stops when it is told to, and leaves nothing behind', async () => {
    const stop = new AbortController();
    const onProgress = (): void => {
      stop.abort(new Error('stop'));
    };
    await expect(
      builtInBrowser({ host, cacheDir, packed, cleanup, signal: stop.signal, onProgress }),
    ).rejects.toThrow();
    expect(readdirSync(cacheDir)).toEqual([]);
  });

  it('is sound after several at once in one process', async () => {
    const all = await Promise.all([unpack(), unpack(), unpack()]);
    expect(new Set(all.map((one) => one.path)).size).toBe(1);
    expect(readFileSync(all[0].path, 'utf8')).toBe(PROGRAM);
    expect(readdirSync(cacheDir)).toHaveLength(1);
  });

  it('is sound after two processes at once, one of them finding it damaged', async () => {
    const { path } = await unpack();
    appendFileSync(path, 'more');
    const driver = bundleDriver(`
      import { builtInBrowser } from './src/render/browser/built-in.ts';
      import { thisHost } from './src/render/host.ts';
      import { Cleanup } from './src/render/job.ts';
      const [cacheDir, packed] = process.argv.slice(2);
      const host = { ...thisHost(), platform: 'linux', arch: 'x64' };
      console.log(JSON.stringify(await builtInBrowser({ host, cacheDir, packed, cleanup: new Cleanup() })));
    `);
    const runs = await Promise.all([1, 2].map(() => runDriver(driver, {}, [cacheDir, packed]).ended));
    for (const { out, err } of runs) expect(out, err).toContain(path);
    expect(readFileSync(path, 'utf8')).toBe(PROGRAM);
    expect(readdirSync(cacheDir)).toHaveLength(1);
  });

  it('does without a cache that others can write to, for this run alone', async () => {
    mkdirSync(cacheDir);
    chmodSync(cacheDir, 0o777);
    const temp = join(folder, 'temp');
    mkdirSync(temp);
    const { path } = await unpack({ host: { ...host, uid: host.uid ?? 0, temp } });
    expect(path.startsWith(temp)).toBe(true);
    expect(readdirSync(cacheDir)).toEqual([]);
    cleanup.run();
    expect(readdirSync(temp)).toEqual([]);
  });

  it('says where it cannot run', async () => {
    await expect(
      builtInBrowser({ host: { ...host, platform: 'darwin' }, cacheDir, packed, cleanup }),
    ).resolves.toEqual({
      reason: `the built-in browser is made for Linux on x64, not for darwin on ${host.arch}`,
    });
  });
});
