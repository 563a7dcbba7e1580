import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { join } from 'node:path/posix';
import {
  OUTSIDE,
  stored,
  unreadable,
  type Entry,
  type Store,
  type Stored,
  type StoredFile,
} from './store.ts';

/** Returns the store of a folder on disk, out of which no link is followed. `root` must be a real path. */
export function diskStore(root: string): Store {
  const inside = async (path: string): Promise<Stored<string>> => {
    const real = await realpath(join(root, path));
    const isInside = real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
    return isInside ? stored(real) : OUTSIDE;
  };
  return {
    list: (folder) =>
      orWhyNot(async () => {
        const real = await inside(folder);
        if (!real.ok) return real;
        const names = (await readdir(join(root, folder))).sort();
        return stored(await Promise.all(names.map((name) => entry(join(root, folder), name))));
      }),
    find: (path) =>
      orWhyNot(async () => {
        const real = await inside(path);
        return real.ok ? stored(await describe(real.value)) : real;
      }),
  };
}

/** Returns the store of files that a person named one by one, wherever they lie; paths may be relative to `folder`. */
export function namedFiles(folder: string): Store {
  return {
    list: () => Promise.resolve(unreadable('only files are read here')),
    find: (path) => orWhyNot(async () => stored(await describe(resolve(folder, path))), NO_SUCH_FILE),
  };
}

async function describe(real: string): Promise<StoredFile> {
  const info = await stat(real);
  const read = () => orWhyNot(async () => stored(await readFile(real)));
  return { size: info.size, isFile: info.isFile(), read };
}

async function entry(folder: string, name: string): Promise<Entry> {
  try {
    return { name, isFolder: (await stat(join(folder, name))).isDirectory() };
  } catch {
    // A link to nowhere counts as a file: reading it says what is wrong.
    return { name, isFolder: false };
  }
}

const NO_SUCH_FILE: Readonly<Record<string, Stored<never>>> = {
  ENOENT: unreadable('there is no such file', 'correct the path'),
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is a link to a file that does not exist, or was deleted while it was read',
  EACCES: 'this user has no permission to read it',
  EPERM: 'this user has no permission to read it',
  ELOOP: 'its symbolic links lead round in a circle',
  ENOTDIR: 'it is not a folder',
  EIO: 'the disk gives an error',
};

async function orWhyNot<T>(
  work: () => Promise<Stored<T>>,
  own: Readonly<Record<string, Stored<never>>> = {},
): Promise<Stored<T>> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = REASONS[code];
    if (why === undefined) throw error;
    return own[code] ?? unreadable(why);
  }
}
