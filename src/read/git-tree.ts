import { sep } from 'node:path';
import { normalize } from 'node:path/posix';
import { inUtf8 } from './git-commits.ts';
import type { GitObjects } from './git-objects.ts';
import {
  OUTSIDE,
  stored,
  unreadable,
  type Entry,
  type Store,
  type Stored,
  type StoredFile,
} from './store.ts';

/** A folder, file or link as it is committed. */
type Node =
  | { readonly kind: 'folder'; readonly entries: Map<string, Node> }
  | { readonly kind: 'file' | 'link'; readonly hash: string };

type Folder = Extract<Node, { kind: 'folder' }>;

/** The data repo as one commit has it. */
export interface CommittedTree {
  /** What `git ls-tree -r -z` wrote, a character for each byte, with paths from the data repo's folder. */
  readonly listing: string;
  /** The data repo's folder within the git repository: `council/data`; empty where it is the repository itself. */
  readonly prefix: string;
  /** The real path of the data repo's folder, into which a link may lead. */
  readonly folder: string;
  readonly objects: GitObjects;
  /** Is told of each file that the repository should hold and does not. */
  readonly lacks: (path: string) => void;
}

const MOST_LINKS = 40;
const MOST_LINK_BYTES = 4096;
const MOST_POINTER_BYTES = 1024;
const POINTER = 'version https://git-lfs.github.com/spec/v1';

/**
 * Returns the store of a folder as it is committed. Links are followed within it, as on disk; one that leads anywhere else
 * is refused. Submodules are not there. A Git LFS pointer, which is not the file that it stands for, cannot be read.
 */
export function treeStore(committed: CommittedTree): Store {
  const root = folderOf(committed.listing);
  const at = (path: string) => nodeAt(path, root, committed);
  return {
    list: async (folder) => {
      const node = await at(folder);
      if (!node.ok) return node;
      if (node.value.kind !== 'folder') return unreadable('it is not a folder');
      const names = [...node.value.entries].sort(([a], [b]) => (a < b ? -1 : 1));
      return stored(await Promise.all(names.map((one) => entry(folder, one, at))));
    },
    find: async (path) => {
      const node = await at(path);
      if (!node.ok) return node;
      if (node.value.kind === 'folder') return stored(NO_FILE);
      return fileOf(path, node.value.hash, committed);
    },
  };
}

const NO_FILE: StoredFile = {
  size: 0,
  isFile: false,
  read: () => Promise.resolve(unreadable('it is a folder')),
};

/** Each entry of the listing is `<mode> <type> <hash>`, a tab and the path. */
function folderOf(listing: string): Folder {
  const root: Folder = { kind: 'folder', entries: new Map() };
  for (const [, mode, hash = '', path = ''] of listing.matchAll(/(\d+) blob ([0-9a-f]+)\t([^\0]+)\0/g)) {
    const parts = inUtf8(path).split('/');
    const name = parts.pop() ?? '';
    let here = root;
    for (const part of parts) here = folderIn(here, part);
    here.entries.set(name, { kind: mode === '120000' ? 'link' : 'file', hash });
  }
  return root;
}

function folderIn({ entries }: Folder, name: string): Folder {
  const known = entries.get(name);
  if (known?.kind === 'folder') return known;
  const folder: Folder = { kind: 'folder', entries: new Map() };
  entries.set(name, folder);
  return folder;
}

async function entry(
  folder: string,
  [name, node]: readonly [string, Node],
  at: (path: string) => Promise<Stored<Node>>,
): Promise<Entry> {
  if (node.kind !== 'link') return { name, isFolder: node.kind === 'folder' };
  const target = await at(`${folder}/${name}`);
  if (target.ok) return { name, isFolder: target.value.kind === 'folder' };
  // What lies outside is not known: a meeting has a date for its name, a file an ending. Opening it says what is wrong.
  return { name, isFolder: target.fault.kind === 'outside' && !name.includes('.') };
}

const MISSING = unreadable('it is a link to a file that does not exist at that revision');

/** Returns what stands at a path, step by step as the disk does, with links followed. */
async function nodeAt(path: string, root: Folder, committed: CommittedTree): Promise<Stored<Node>> {
  const top = partsOf(committed.prefix);
  // From the top of the git repository: a link may lead out of the data repo and in again.
  let here = [...top];
  let steps = partsOf(normalize(path));
  for (let links = 0; ;) {
    const step = steps.shift();
    if (step === undefined) break;
    if (step === '..') {
      if (here.pop() === undefined) return OUTSIDE;
      continue;
    }
    const next = [...here, step];
    const node = nodeWithin(next, top, root);
    if (node?.kind !== 'link') {
      // What lies above the data repo is not known, nor needs to be.
      if (!node && startsWith(next, top)) return MISSING;
      if (node?.kind === 'file' && steps.length > 0) return unreadable('it is not a folder');
      here = next;
      continue;
    }
    links += 1;
    if (links > MOST_LINKS) return unreadable('its symbolic links lead round in a circle');
    const target = await targetOf(path, node.hash, committed);
    if (!target.ok) return target;
    const within = fromFolder(target.value, committed.folder);
    if (within === undefined) return OUTSIDE;
    if (target.value.startsWith('/')) here = [...top];
    steps = [...partsOf(within), ...steps];
  }
  if (!startsWith(here, top)) return OUTSIDE;
  const node = nodeWithin(here, top, root);
  return node ? stored(node) : MISSING;
}

/** Returns what stands at a path from the top of the git repository, links not followed. */
function nodeWithin(path: readonly string[], top: readonly string[], root: Folder): Node | undefined {
  if (!startsWith(path, top)) return undefined;
  let here: Node | undefined = root;
  for (const part of path.slice(top.length))
    here = here?.kind === 'folder' ? here.entries.get(part) : undefined;
  return here;
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((part, index) => path[index] === part);
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** Returns a link's target; of one that starts at the root of the disk, the path in the data repo where it leads there. */
function fromFolder(target: string, folder: string): string | undefined {
  if (!target.startsWith('/')) return target;
  const start = folder.split(sep).join('/');
  return target === start || target.startsWith(`${start}/`) ? target.slice(start.length) : undefined;
}

async function targetOf(path: string, hash: string, committed: CommittedTree): Promise<Stored<string>> {
  const size = await committed.objects.size(hash);
  if (size !== undefined && size > MOST_LINK_BYTES) return unreadable('its symbolic link is too long');
  const bytes = size === undefined ? undefined : await committed.objects.contents(hash);
  return bytes ? stored(Buffer.from(bytes).toString('utf8')) : lacking(path, committed);
}

async function fileOf(path: string, hash: string, committed: CommittedTree): Promise<Stored<StoredFile>> {
  const size = await committed.objects.size(hash);
  if (size === undefined) return lacking(path, committed);
  const read = async (): Promise<Stored<Uint8Array>> => {
    const bytes = await committed.objects.contents(hash);
    if (!bytes) return lacking(path, committed);
    return isPointer(bytes) ? unreadable(POINTER_WHY, POINTER_HELP) : stored(bytes);
  };
  return stored({ size, isFile: true, read });
}

function isPointer(bytes: Uint8Array): boolean {
  if (bytes.length > MOST_POINTER_BYTES) return false;
  return Buffer.from(bytes.subarray(0, POINTER.length)).toString('latin1') === POINTER;
}

const POINTER_WHY =
  'git holds only a Git LFS pointer at that revision: the file itself is kept outside of git';
const POINTER_HELP =
  'keep the figures in git itself: they are small, and git lfs migrate export brings them back';

function lacking(path: string, { lacks }: CommittedTree): Stored<never> {
  lacks(path);
  return unreadable('this clone does not hold it');
}
