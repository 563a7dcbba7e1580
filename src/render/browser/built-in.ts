import type { ExtractOptions } from 'tar-fs';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path, { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import type { Host } from '../host.ts';
import type { Cleanup } from '../job.ts';
import { ownerName, removeTree, sweepAbandoned } from '../owner.ts';
import { cacheFolder, claimFolder } from './cache-folder.ts';
import type { Program, Unusable } from './launch.ts';
import { isIntact, sealFolder } from './manifest.ts';

/** The unpacking of the built-in browser, in bytes of the packed files. */
export interface UnpackProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface BuiltInOptions {
  readonly host: Host;
  /** Takes the folder of a run that has no cache it can use. */
  readonly cleanup: Cleanup;
  /** Where to keep it, instead of the user's cache folder. */
  readonly cacheDir?: string | undefined;
  readonly onProgress?: ((progress: UnpackProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Compares every byte of the cache: for `doctor`, and after a browser that did not start. */
  readonly thorough?: boolean;
  /** The folder of packed files, for tests. */
  readonly packed?: string;
}

/** The parts of the package that printing needs; the graphics libraries are not among them. */
const PACKED_PROGRAM = 'chromium.br';
const ARCHIVES = ['al2023.tar.br', 'fonts.tar.br'] as const;
const PROGRAM = 'chrome-headless-shell';
const UNPACKING = 'unpacking-';
const TEMPORARY = 'cip-report-cache-';
const DISCARDED = 'discarded-';
/** Raised when the layout of the folder changes. */
const LAYOUT = 1;

/**
 * Returns the browser that comes with this program, unpacked into a versioned folder of the user's cache on first
 * use, or why there is none. A folder that was damaged is made again. Several processes may do this at once.
 */
export async function builtInBrowser(options: BuiltInOptions): Promise<Program | Unusable> {
  const { host } = options;
  if (host.platform !== 'linux' || host.arch !== 'x64')
    return {
      reason: `the built-in browser is made for Linux on x64, not for ${host.platform} on ${host.arch}`,
    };
  try {
    const packed = options.packed ?? packedFolder();
    const base = usableCache(options);
    const folder = join(base, folderName(packed));
    if (!(await isIntact(folder, options.thorough ?? false))) await install(packed, base, folder, options);
    return programIn(folder, base);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return { reason: `it could not be unpacked: ${error instanceof Error ? error.message : String(error)}` };
  }
}

// A read-only home must not cost the report: the browser is then unpacked for this run alone.
function usableCache({ host, cacheDir, cleanup }: BuiltInOptions): string {
  const wanted = cacheDir ?? cacheFolder(host);
  if (wanted !== undefined && claimFolder(wanted, host.uid) === undefined) return wanted;
  sweepAbandoned(host.temp, TEMPORARY);
  const folder = join(host.temp, `${TEMPORARY}${ownerName()}`);
  mkdirSync(folder, { mode: 0o700 });
  cleanup.add(() => {
    removeTree(folder);
  });
  return folder;
}

function packedFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return path.resolve(path.dirname(entry), '../../bin');
}

// Sizes stand for the contents: hashing 64 MB at each start would cost more than starting the browser.
function folderName(packed: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '0';
  const parts = [PACKED_PROGRAM, ...ARCHIVES].map((name) => `${name} ${sizeOf(packed, name)}`);
  const key = createHash('sha256')
    .update([LAYOUT, version, ...parts].join('\n'))
    .digest('hex')
    .slice(0, 12);
  return `chromium-${version}-${key}`;
}

function programIn(folder: string, base: string): Program {
  return {
    path: join(folder, PROGRAM),
    kind: 'headless-shell',
    env: {
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: base,
    },
  };
}

async function install(packed: string, base: string, folder: string, options: BuiltInOptions): Promise<void> {
  for (const prefix of [UNPACKING, DISCARDED]) sweepAbandoned(base, prefix);
  const staging = join(base, `${UNPACKING}${ownerName()}`);
  mkdirSync(staging, { mode: 0o700 });
  try {
    await unpack(packed, staging, options);
    await putInPlace(staging, folder, base);
  } finally {
    removeTree(staging);
  }
}

/** Renames the new folder to its name. Where another process was faster, its folder stays if it is sound. */
async function putInPlace(staging: string, folder: string, base: string): Promise<void> {
  try {
    await rename(staging, folder);
    return;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
  }
  if (await isIntact(folder, true)) return;
  const discarded = join(base, `${DISCARDED}${ownerName()}`);
  await rename(folder, discarded).catch(() => undefined);
  try {
    await rename(staging, folder);
  } catch (error) {
    if (!(await isIntact(folder, true))) throw error;
  } finally {
    removeTree(discarded);
  }
}

async function unpack(packed: string, staging: string, options: BuiltInOptions): Promise<void> {
  const totalBytes = [PACKED_PROGRAM, ...ARCHIVES].reduce((sum, name) => sum + sizeOf(packed, name), 0);
  let doneBytes = 0;
  const advance = (bytes: number): void => {
    doneBytes += bytes;
    options.onProgress?.({ doneBytes, totalBytes });
  };
  for (const name of ARCHIVES) {
    await extractArchive(join(packed, name), staging);
    advance(sizeOf(packed, name));
  }
  await extractProgram(join(packed, PACKED_PROGRAM), join(staging, PROGRAM), advance, options.signal);
  await writeFile(join(staging, 'fonts.conf'), FONTS_CONF, { flush: true });
  await sealFolder(staging);
}

// Run as root, the files stay root's and do not go to the user who packed them. The types lag behind the library here.
const KEEP_OWNER: ExtractOptions & { chown: boolean } = { chown: false };

async function extractArchive(archive: string, folder: string): Promise<void> {
  const { extract } = await import('tar-fs');
  const tar = await promisify(brotliDecompress)(await readFile(archive));
  await pipeline(Readable.from([tar]), extract(folder, KEEP_OWNER));
}

async function extractProgram(
  packed: string,
  program: string,
  advance: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const source = createReadStream(packed, { highWaterMark: 1 << 20 });
  source.on('data', (chunk) => {
    advance(chunk.length);
  });
  const brotli = createBrotliDecompress({ chunkSize: 1 << 20 });
  const target = createWriteStream(program, { flush: true, mode: 0o700 });
  await pipeline(source, brotli, target, signal ? { signal } : {});
}

function sizeOf(packed: string, name: string): number {
  return statSync(join(packed, name)).size;
}

// Without a font the browser leaves text out without a word. Paths are relative, so that a cache may be moved.
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
