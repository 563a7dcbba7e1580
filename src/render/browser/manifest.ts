import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What an unpacked folder must hold: by relative path, each file's size, time of change and SHA-256. */
export interface Manifest {
  readonly files: Readonly<Record<string, ManifestFile>>;
}

interface ManifestFile {
  readonly bytes: number;
  readonly modified: number;
  readonly sha256: string;
}

const NAME = 'manifest.json';

/** Writes the manifest of everything in the folder. It is written last: a folder without one is half made. */
export async function sealFolder(folder: string): Promise<void> {
  const files: Record<string, ManifestFile> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const stat = await lstat(file);
    files[file.slice(folder.length + 1)] = {
      bytes: stat.size,
      modified: Math.trunc(stat.mtimeMs),
      sha256: await sha256(file),
    };
  }
  const manifest: Manifest = { files };
  await writeFile(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
}

/**
 * Returns whether a folder still is what was sealed. Sizes and times are compared; a file whose time differs (a
 * restored copy), and with `thorough` every file, is compared by its SHA-256.
 */
export async function isIntact(folder: string, thorough: boolean): Promise<boolean> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, NAME), 'utf8')) as Manifest;
    const files = Object.entries(manifest.files);
    const intact = await Promise.all(
      files.map(([name, expected]) => isSame(join(folder, name), expected, thorough)),
    );
    return files.length > 0 && intact.every(Boolean);
  } catch {
    // No folder, no manifest, or one that cannot be read: whatever it is, it is not intact.
    return false;
  }
}

async function isSame(file: string, expected: ManifestFile, thorough: boolean): Promise<boolean> {
  const stat = await lstat(file);
  if (!stat.isFile() || stat.size !== expected.bytes) return false;
  if (!thorough && Math.trunc(stat.mtimeMs) === expected.modified) return true;
  return (await sha256(file)) === expected.sha256;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
