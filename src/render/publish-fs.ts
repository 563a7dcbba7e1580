import fs from 'node:fs';

/** What publishing asks of the disk, so that a test can fill it up or take it away. */
export type PublishFs = Pick<
  typeof fs,
  | 'accessSync'
  | 'closeSync'
  | 'copyFileSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'writeFileSync'
>;

export const DISK_FS: PublishFs = fs;

/** Writes a new file and does not return before it is on the disk, whole. */
export function writeWhole(path: string, bytes: Uint8Array, fs: PublishFs): void {
  const file = fs.openSync(path, 'wx');
  try {
    fs.writeFileSync(file, bytes);
    fs.fsyncSync(file);
    const written = fs.fstatSync(file).size;
    if (written !== bytes.length) throw new Error(`${written} of ${bytes.length} bytes were written`);
  } finally {
    fs.closeSync(file);
  }
}

/** Makes renames in a folder outlast a power cut, where the system lets a folder be synchronised. */
export function syncFolder(path: string, fs: PublishFs): void {
  let folder: number | undefined;
  try {
    folder = fs.openSync(path, 'r');
    fs.fsyncSync(folder);
  } catch {
    // Windows has no such call; the renames themselves are done.
  } finally {
    if (folder !== undefined) fs.closeSync(folder);
  }
}
