import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../host.ts';

/** Returns the folder in which this program may keep what it can make again, or undefined where none is known. */
export function cacheFolder(host: Host): string | undefined {
  const paths = host.platform === 'win32' ? path.win32 : path.posix;
  const base =
    host.platform === 'win32'
      ? host.env['LOCALAPPDATA']
      : (host.env['XDG_CACHE_HOME'] ??
        paths.join(host.home, host.platform === 'darwin' ? 'Library/Caches' : '.cache'));
  // The XDG rules: a relative path is to be ignored.
  return base !== undefined && paths.isAbsolute(base) ? paths.join(base, 'cip-report') : undefined;
}

/**
 * Makes the folder where it is missing. Returns why it cannot be trusted with programs that are to be run: it cannot
 * be made, is a symbolic link, belongs to someone else, or others may write to it.
 */
export function claimFolder(folder: string, uid: number | undefined): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = lstatSync(folder);
    if (!stat.isDirectory()) return `${folder} is not a folder`;
    if (uid !== undefined && stat.uid !== uid) return `${folder} belongs to another user`;
    if (uid !== undefined && (stat.mode & 0o022) !== 0) return `other users can write to ${folder}`;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
