import { posix } from 'node:path';
import { stored, unreadable, type Entry, type Store } from '../../src/read/store.ts';

/** Returns a store of these texts by their path, for what is read many times: a disk takes longer than the reading. */
export function memoryStore(texts: ReadonlyMap<string, string>): Store {
  const files = new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const folders = new Map<string, Map<string, Entry>>();
  for (const path of files.keys())
    for (let name = path, isFolder = false; name !== '.'; name = posix.dirname(name), isFolder = true) {
      const parent = posix.dirname(name);
      const entries = folders.get(parent) ?? new Map<string, Entry>();
      entries.set(name, { name: posix.basename(name), isFolder });
      folders.set(parent, entries);
    }
  return {
    list: (folder) => {
      const entries = folders.get(posix.normalize(folder));
      if (entries === undefined) return Promise.resolve(unreadable('it is not a folder'));
      const inOrder = [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
      return Promise.resolve(stored(inOrder));
    },
    find: (path) => {
      const bytes = files.get(posix.normalize(path));
      if (bytes === undefined) return Promise.resolve(unreadable('there is no such file'));
      const read = () => Promise.resolve(stored(bytes));
      return Promise.resolve(stored({ size: bytes.length, isFile: true, read }));
    },
  };
}
