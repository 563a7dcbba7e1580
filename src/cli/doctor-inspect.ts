import { accessSync, constants, lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import type { UnpackProgress } from '../render/browser/built-in.ts';
import { cacheFolder, claimFolder } from '../render/browser/cache-folder.ts';
import { tryBrowsers, type BrowserTrial } from '../render/browser/trial.ts';
import { thisHost, type Host } from '../render/host.ts';
import { Cleanup } from '../render/job.ts';

/** One thing that building reports needs of the machine. */
export interface DoctorCheck {
  readonly name: 'node' | 'platform' | 'browser' | 'sandbox' | 'fonts' | 'cache' | 'write' | 'temp';
  /** A check that is not ok keeps PDFs from being written; a `warning` does not. */
  readonly state: 'ok' | 'warning' | 'error';
  readonly found: string;
  readonly advice?: string;
}

export interface DoctorReport {
  readonly ok: boolean;
  readonly checks: readonly DoctorCheck[];
  /** Every browser that was found, in the order in which they are tried. */
  readonly browsers: readonly BrowserTrial[];
  /** The one that `build` uses. */
  readonly used?: BrowserTrial;
}

export interface InspectOptions {
  readonly browser?: string | undefined;
  /** The folders that reports are read from and written to. */
  readonly folders: readonly string[];
  readonly cacheDir?: string | undefined;
  readonly host?: Host | undefined;
  readonly nodeVersion?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly cleanup?: Cleanup | undefined;
  readonly onProgress?: ((progress: UnpackProgress) => void) | undefined;
}

const NODE_FLOOR = [20, 19] as const;

/** Returns what this machine has of what building reports needs. Every browser found is started and prints a page. */
export async function inspectMachine(options: InspectOptions): Promise<DoctorReport> {
  const host = options.host ?? thisHost();
  const cleanup = new Cleanup();
  const release = options.cleanup?.add(() => {
    cleanup.run();
  });
  try {
    const browsers = await tryBrowsers({ ...options, host, cleanup });
    const used = browsers.find((one) => one.ok);
    const checks = [
      nodeCheck(options.nodeVersion ?? process.versions.node),
      { name: 'platform' as const, state: 'ok' as const, found: `${host.platform} ${host.arch}` },
      browserCheck(used, browsers),
      ...(used ? [sandboxCheck(used), fontCheck(used)] : []),
      cacheCheck(host, options.cacheDir, used),
      ...options.folders.map((folder) => folderCheck('write', folder)),
      folderCheck('temp', host.temp),
    ];
    return { ok: checks.every((one) => one.state !== 'error'), checks, browsers, ...(used && { used }) };
  } finally {
    cleanup.run();
    release?.();
  }
}

function nodeCheck(version: string): DoctorCheck {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor >= NODE_FLOOR[1]);
  if (enough) return { name: 'node', state: 'ok', found: version };
  return {
    name: 'node',
    state: 'error',
    found: version,
    advice: `install Node ${NODE_FLOOR.join('.')} or later`,
  };
}

function browserCheck(used: BrowserTrial | undefined, browsers: readonly BrowserTrial[]): DoctorCheck {
  if (used)
    return {
      name: 'browser',
      state: 'ok',
      found: `${used.version ?? ''} (${used.source}) at ${used.path ?? ''}, a page in ${used.milliseconds ?? 0} ms`,
    };
  return {
    name: 'browser',
    state: 'error',
    found: browsers.length === 0 ? 'none' : 'none that works',
    advice:
      'install Chrome 131 or later, or name a browser with --browser; HTML and JSON are written without one',
  };
}

function sandboxCheck(used: BrowserTrial): DoctorCheck {
  if (used.sandboxed) return { name: 'sandbox', state: 'ok', found: 'on' };
  return {
    name: 'sandbox',
    state: 'warning',
    found: 'off, since the program runs as root',
    advice: 'run it as another user where you can',
  };
}

function fontCheck(used: BrowserTrial): DoctorCheck {
  if (used.fonts) return { name: 'fonts', state: 'ok', found: 'text is printed' };
  return {
    name: 'fonts',
    state: 'error',
    found: 'text is left out of the page',
    advice: 'install a font package',
  };
}

function cacheCheck(host: Host, wanted: string | undefined, used: BrowserTrial | undefined): DoctorCheck {
  const folder = wanted ?? cacheFolder(host);
  const refused = folder === undefined ? 'no home folder is set' : claimFolder(folder, host.uid);
  if (folder !== undefined && refused === undefined) return { name: 'cache', state: 'ok', found: folder };
  const needed = used === undefined || used.source === 'built-in';
  return {
    name: 'cache',
    state: needed ? 'warning' : 'ok',
    found: refused ?? 'none',
    ...(needed && {
      advice: 'set XDG_CACHE_HOME to a folder of your own; until then each build unpacks the browser',
    }),
  };
}

// A folder that is not there yet will be made, so it is the nearest one above it that must be writable.
function folderCheck(name: 'write' | 'temp', folder: string): DoctorCheck {
  let nearest = path.resolve(folder);
  while (!isThere(nearest) && path.dirname(nearest) !== nearest) nearest = path.dirname(nearest);
  const fault = (found: string, advice: string): DoctorCheck => ({ name, state: 'error', found, advice });
  // Links are followed here: one to nothing is no folder.
  if (statSync(nearest, { throwIfNoEntry: false })?.isDirectory() !== true)
    return fault(`${folder} cannot be written to: ${nearest} is not a folder`, `remove ${nearest}`);
  try {
    accessSync(nearest, constants.W_OK);
    return { name, state: 'ok', found: folder };
  } catch {
    return fault(`${folder} cannot be written to`, `make ${nearest} writable`);
  }
}

function isThere(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch {
    // Missing, or below a file.
    return false;
  }
}
