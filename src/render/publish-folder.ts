import { dirname, isAbsolute, relative, sep } from 'node:path';
import { finding, type Finding } from '../model/finding.ts';
import type { PublishFs } from './publish-fs.ts';

/**
 * Makes a folder (an absolute path) and those above it where they are missing. Returns its path without links, or a
 * finding where a link leads to nothing or out of `within`: nothing is made there then. Throws the disk's errors.
 */
export function makeFolder(folder: string, within: string | undefined, fs: PublishFs): string | Finding {
  const missing: string[] = [];
  let nearest = folder;
  while (!fs.lstatSync(nearest, { throwIfNoEntry: false }) && dirname(nearest) !== nearest) {
    missing.unshift(nearest);
    nearest = dirname(nearest);
  }
  const real = realPath(nearest, fs);
  if (real === undefined)
    return finding('E907', `${nearest} cannot be written to: it is a symbolic link to nothing`, {
      help: 'remove the link, or choose another folder with --out',
    });
  if (within !== undefined && !isInside(real, fs.realpathSync(within)))
    return finding('E907', `${nearest} cannot be written to: it leads to ${real}, outside ${within}`, {
      help: 'remove the link, or name the folder that is meant with --out',
    });
  // One level at a time: Node's recursive call never returns in a file system without new folders, such as /proc.
  for (const one of missing) makeOne(one, fs);
  const stat = fs.lstatSync(fs.realpathSync(folder));
  if (!stat.isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: 'EEXIST' });
  return fs.realpathSync(folder);
}

function realPath(path: string, fs: PublishFs): string | undefined {
  try {
    return fs.realpathSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function makeOne(folder: string, fs: PublishFs): void {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    // Another build may have been faster.
    if (!fs.lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
