import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../host.ts';

/** Where a browser comes from, in the order of preference. */
export type BrowserSource = 'named' | 'puppeteer-cache' | 'system' | 'built-in';
export type BrowserKind = 'headless-shell' | 'chrome' | 'chromium' | 'edge';

/** A browser that may be on this machine and may work: only starting it tells. */
export interface Candidate {
  readonly source: BrowserSource;
  readonly kind: BrowserKind;
  readonly path: string;
}

/** What the search asks of the disk. */
export interface Files {
  isFile(path: string): boolean;
  /** Names in a folder; empty where there is none. */
  list(folder: string): readonly string[];
  /** The path without links: `/bin` is often `/usr/bin`. */
  real(path: string): string;
}

const DISK: Files = {
  isFile: (file) => {
    try {
      return statSync(file).isFile();
    } catch {
      // Not there, or in a folder of the PATH that this user may not look into.
      return false;
    }
  },
  list: (folder) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  real: (file) => realpathSync(file),
};

const KINDS = ['headless-shell', 'chrome', 'chromium', 'edge'] as const;

/** Names of commands on the PATH (Linux, and macOS where a package manager installs them). */
const COMMANDS: Readonly<Record<BrowserKind, readonly string[]>> = {
  'headless-shell': ['chrome-headless-shell', 'chromium-headless-shell', 'headless_shell'],
  chrome: ['google-chrome-stable', 'google-chrome', 'chrome'],
  chromium: ['chromium', 'chromium-browser'],
  edge: ['microsoft-edge-stable', 'microsoft-edge'],
};

const LINUX: Readonly<Record<BrowserKind, readonly string[]>> = {
  'headless-shell': ['/usr/lib/chromium/headless_shell', '/usr/lib64/chromium-browser/headless_shell'],
  chrome: ['/opt/google/chrome/chrome'],
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  edge: ['/opt/microsoft/msedge/msedge'],
};

const MAC: Readonly<Record<BrowserKind, readonly string[]>> = {
  'headless-shell': [],
  chrome: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
  chromium: ['Chromium.app/Contents/MacOS/Chromium'],
  edge: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
};

const WINDOWS: Readonly<Record<BrowserKind, readonly string[]>> = {
  'headless-shell': [],
  chrome: ['Google/Chrome/Application/chrome.exe'],
  chromium: ['Chromium/Application/chrome.exe'],
  edge: ['Microsoft/Edge/Application/msedge.exe'],
};

/**
 * Returns the browsers that are there, best first: the named one alone where one is named; else puppeteer's cache,
 * then the system's headless shell, Chrome, Chromium and Edge. The built-in browser is not among them, since it is
 * unpacked only when its turn comes.
 */
export function findBrowsers(host: Host, named: string | undefined, files: Files = DISK): Candidate[] {
  if (named !== undefined) return [{ source: 'named', kind: kindOf(named), path: named }];
  const seen = new Set<string>();
  return [...inPuppeteerCache(host, files), ...onSystem(host)].filter((one) => {
    if (!files.isFile(one.path)) return false;
    const real = files.real(one.path);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  });
}

function kindOf(file: string): BrowserKind {
  const name = file.toLowerCase();
  if (/headless[-_]shell/.test(name)) return 'headless-shell';
  if (/edge/.test(name)) return 'edge';
  return /chromium/.test(name) ? 'chromium' : 'chrome';
}

function inPuppeteerCache(host: Host, files: Files): Candidate[] {
  const paths = pathsOf(host);
  const cache = host.env['PUPPETEER_CACHE_DIR'] ?? paths.join(host.home, '.cache', 'puppeteer');
  return (['headless-shell', 'chrome'] as const).flatMap((kind) => {
    const product = kind === 'chrome' ? 'chrome' : 'chrome-headless-shell';
    // Builds are folders such as linux-147.0.7727.57.
    const builds = [...files.list(paths.join(cache, product))].sort((a, b) => compareBuilds(b, a));
    return builds.flatMap((build) =>
      files.list(paths.join(cache, product, build)).map((folder) => ({
        source: 'puppeteer-cache' as const,
        kind,
        path: paths.join(cache, product, build, folder, cachedProgram(host, product)),
      })),
    );
  });
}

function cachedProgram(host: Host, product: string): string {
  if (host.platform === 'win32') return `${product}.exe`;
  if (host.platform === 'darwin' && product === 'chrome')
    return 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  return product;
}

function compareBuilds(a: string, b: string): number {
  const numbers = (build: string): number[] => (build.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  const different = left.findIndex((value, index) => value !== right[index]);
  return different < 0 ? left.length - right.length : (left[different] ?? 0) - (right[different] ?? 0);
}

function onSystem(host: Host): Candidate[] {
  const paths = pathsOf(host);
  return KINDS.flatMap((kind) => {
    const commands = COMMANDS[kind].flatMap((name) =>
      commandFolders(host).map((dir) => paths.join(dir, name)),
    );
    const installed = installFolders(host).flatMap((dir) =>
      usualPlaces(host)[kind].map((rel) => paths.join(dir, rel)),
    );
    return [...commands, ...installed].map((file) => ({ source: 'system' as const, kind, path: file }));
  });
}

// A relative PATH entry would let a data repo bring its own "chrome" along.
function commandFolders(host: Host): string[] {
  if (host.platform === 'win32') return [];
  return (host.env['PATH'] ?? '').split(':').filter((dir) => dir.startsWith('/'));
}

function usualPlaces(host: Host): Readonly<Record<BrowserKind, readonly string[]>> {
  if (host.platform === 'win32') return WINDOWS;
  return host.platform === 'darwin' ? MAC : LINUX;
}

function installFolders(host: Host): string[] {
  if (host.platform === 'darwin') return ['/Applications', pathsOf(host).join(host.home, 'Applications')];
  if (host.platform !== 'win32') return ['/'];
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => host.env[name] ?? []);
}

function pathsOf(host: Host): path.PlatformPath {
  return host.platform === 'win32' ? path.win32 : path.posix;
}
