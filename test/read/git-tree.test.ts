import { createHash } from 'node:crypto';
import { mkdir, readlink, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskStore } from '../../src/read/disk.ts';
import type { GitObjects } from '../../src/read/git-objects.ts';
import { treeStore } from '../../src/read/git-tree.ts';
import type { Store } from '../../src/read/store.ts';
import { inTemporaryFolder } from '../support/program.ts';

type Piece = { readonly path: string; readonly target?: string };

const NAMES = ['a', 'b', 'ä c'];
const path = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const target = fc
  .array(fc.constantFrom(...NAMES, '..', '..', 'data'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));
const pieces: fc.Arbitrary<Piece[]> = fc.array(
  fc.oneof(
    fc.record({ path }),
    fc.record({ path, target }),
    fc.record({ path, target: path.map((one) => `ROOT/${one}`) }),
  ),
  { minLength: 1, maxLength: 8 },
);

/** Writes the pieces, each but where another one is in its way. */
async function written(root: string, all: readonly Piece[]): Promise<void> {
  for (const one of all) {
    const at = join(root, one.path);
    try {
      // A folder is not made behind a link: that would be a file elsewhere.
      if ((await throughLink(root, one.path)) !== undefined) continue;
      await mkdir(dirname(at), { recursive: true });
      if (one.target === undefined) await writeFile(at, one.path, { flag: 'wx' });
      else await symlink(one.target.replace('ROOT', root), at);
    } catch {
      // Something is there already.
    }
  }
}

async function throughLink(root: string, at: string): Promise<string | undefined> {
  const parts = at.split('/');
  for (const [index] of parts.slice(1).entries()) {
    const link = await readlink(join(root, ...parts.slice(0, index + 1))).catch(() => undefined);
    if (link !== undefined) return link;
  }
  return undefined;
}

/** The store of a folder as git would have committed it. */
async function committed(root: string, prefix: string): Promise<Store> {
  const contents = new Map<string, Uint8Array>();
  const lines: string[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const full = join(entry.parentPath, entry.name);
    const text = entry.isSymbolicLink() ? await readlink(full) : full.slice(root.length + 1);
    const hash = createHash('sha1').update(text).digest('hex');
    contents.set(hash, Buffer.from(text));
    const mode = entry.isSymbolicLink() ? '120000' : '100644';
    lines.push(`${mode} blob ${hash}\t${full.slice(root.length + 1)}\0`);
  }
  const objects: GitObjects = {
    size: (hash) => Promise.resolve(contents.get(hash)?.length),
    contents: (hash) => Promise.resolve(contents.get(hash)),
    close: () => Promise.resolve(),
  };
  const listing = Buffer.from(lines.join('')).toString('latin1');
  return treeStore({ listing, prefix, folder: root, objects, lacks: () => expect.unreachable() });
}

async function seen(store: Store, at: string): Promise<string> {
  const found = await store.find(at);
  if (!found.ok) return 'not to be had';
  if (!found.value.isFile) return 'a folder';
  const bytes = await found.value.read();
  return bytes.ok ? `${found.value.size} ${Buffer.from(bytes.value).toString('utf8')}` : 'unreadable';
}

async function entriesOf(store: Store, folder: string): Promise<unknown> {
  const listed = await store.list(folder);
  if (!listed.ok) return 'not to be had';
  // Of a link out of the data repo only the disk knows what it is.
  const kept = await Promise.all(
    listed.value.map(async (one) =>
      (await seen(store, `${folder}/${one.name}`)) === 'not to be had' ? one.name : one,
    ),
  );
  return kept;
}

describe('a folder as it is committed', () => {
  it('has what the folder on disk has, wherever its links lead', { timeout: 60_000 }, () =>
    inTemporaryFolder(async (top) => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(pieces, fc.array(path, { maxLength: 6 }), async (all, others) => {
          run += 1;
          const root = join(await realpath(top), String(run), 'council/data');
          await mkdir(root, { recursive: true });
          await written(root, all);
          const [disk, tree] = [diskStore(root), await committed(root, 'council/data')];
          for (const at of ['.', ...all.map((one) => one.path), ...others]) {
            expect(await seen(tree, at), at).toBe(await seen(disk, at));
            expect(await entriesOf(tree, at), at).toEqual(await entriesOf(disk, at));
          }
        }),
        { numRuns: 150 },
      );
    }),
  );

  it('is not left by links, however they turn', async () => {
    await inTemporaryFolder(async (top) => {
      const root = join(await realpath(top), 'data');
      await mkdir(root);
      for (const [name, to] of [
        ['up', '..'],
        ['far', '../'.repeat(500)],
        ['etc', '/etc/passwd'],
        ['beside', `${root}side/x`],
        ['self', 'self'],
        ['one', 'two'],
        ['two', 'one'],
        ['back', '../data'],
      ] as const)
        await symlink(to, join(root, name));
      const tree = await committed(root, 'data');
      const kinds = async (name: string) => {
        const found = await tree.find(name);
        return found.ok ? 'found' : found.fault.kind;
      };
      for (const name of ['up', 'far', 'etc', 'beside', 'up/other', 'up/../x', '../x', '..'])
        expect(await kinds(name), name).toBe(name === 'up/../x' ? 'unreadable' : 'outside');
      for (const name of ['self', 'one', 'none']) expect(await kinds(name), name).toBe('unreadable');
      for (const name of ['.', 'back', 'up/data', 'back/up/data/back'])
        expect(await kinds(name), name).toBe('found');
    });
  });
});
