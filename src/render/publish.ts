import { constants } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { finding, type Finding } from '../model/finding.ts';
import type { Cleanup } from './job.ts';
import { DISK_FS, type PublishFs } from './publish-fs.ts';
import { takeLock } from './publish-lock.ts';
import { makeFolder } from './publish-folder.ts';
import { recover, Stage, type PublishFile, type SetAside } from './publish-stage.ts';

export interface PublishOptions {
  /** Stops before anything is exchanged; the exchange itself is not interrupted. */
  readonly signal?: AbortSignal | undefined;
  readonly cleanup?: Cleanup | undefined;
  /** The folder that the output folder must lie in once links are followed. */
  readonly within?: string | undefined;
  /** Earlier files that get another name as the new ones appear; one that is not there is passed over. */
  readonly setAside?: readonly SetAside[] | undefined;
  readonly fs?: PublishFs | undefined;
  /** How long to wait for another build that writes to the same folder. */
  readonly waitMs?: number | undefined;
}

/**
 * Puts all files in place together, or none of them: earlier files stay as they were where anything fails. Returns
 * no finding where they are published. Rejects with the signal's reason; every failure of the disk is a finding.
 */
export async function publish(
  outDir: string,
  files: readonly PublishFile[],
  options: PublishOptions = {},
): Promise<readonly Finding[]> {
  const fs = options.fs ?? DISK_FS;
  for (const name of namesOf(files, options)) assertInside(name);
  options.signal?.throwIfAborted();
  try {
    const out = makeFolder(resolve(outDir), options.within, fs);
    if (typeof out !== 'string') return [out];
    fs.accessSync(out, constants.W_OK);
    const refused = refusals(out, namesOf(files, options), fs);
    return refused.length > 0 ? refused : await exchange(out, outDir, files, fs, options);
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    return [failed(outDir, error)];
  }
}

async function exchange(
  out: string,
  shown: string,
  files: readonly PublishFile[],
  fs: PublishFs,
  options: PublishOptions,
): Promise<readonly Finding[]> {
  const stage = new Stage(out, files, options.setAside ?? [], fs);
  const discard = (): void => {
    stage.discard();
  };
  const release = options.cleanup?.add(discard);
  try {
    stage.fill();
    const lock = await takeLock(out, fs, options.signal, options.waitMs);
    if (!lock) return [busy(shown)];
    try {
      recover(out, fs);
      // Looked at again: the wait was long enough for someone to put a link in the way.
      const refused = refusals(out, namesOf(files, options), fs);
      if (refused.length > 0) return refused;
      if (!lock.held()) return [busy(shown)];
      // From here to the release nothing is awaited, so that no signal can come between two renames.
      stage.commit();
      return [];
    } finally {
      lock.release();
    }
  } finally {
    discard();
    release?.();
  }
}

function namesOf(files: readonly PublishFile[], { setAside = [] }: PublishOptions): string[] {
  return [...files.map(({ name }) => name), ...setAside.flatMap(({ name, as }) => [name, as])];
}

// Names are made by this program: one that leads out of the folder is a fault of it, not of the data.
function assertInside(name: string): void {
  const plain =
    name !== '' && !/[\\\0:]/.test(name) && !posix.isAbsolute(name) && posix.normalize(name) === name;
  if (!plain || name.split('/').some((part) => part === '' || part.startsWith('.')))
    throw new RangeError(`not a name for a published file: ${name}`);
}

function refusals(out: string, names: readonly string[], fs: PublishFs): Finding[] {
  const parents = names.flatMap(ancestors);
  const refusedParents = [...new Set(parents)].flatMap((name) => {
    const stat = fs.lstatSync(join(out, name), { throwIfNoEntry: false });
    return !stat || stat.isDirectory()
      ? []
      : [refusal(name, stat.isSymbolicLink() ? 'a symbolic link' : 'a file')];
  });
  if (refusedParents.length > 0) return refusedParents;
  return names.flatMap((name) => {
    const stat = fs.lstatSync(join(out, name), { throwIfNoEntry: false });
    if (!stat || stat.isFile()) return [];
    return [refusal(name, stat.isSymbolicLink() ? 'a symbolic link' : 'not a file')];
  });
}

function ancestors(name: string): string[] {
  const parent = dirname(name);
  return parent === '.' ? [] : [...ancestors(parent), parent];
}

function refusal(name: string, what: string): Finding {
  return finding('E907', `${name} cannot be written: what stands under this name is ${what}`);
}

function busy(folder: string): Finding {
  return finding('E909', `another build is writing to ${folder} and has not ended`, {
    help: `wait until it has ended, or choose another folder with --out; where none is running, remove ${posix.join(folder, '.cip-report.lock')}`,
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of its path is a file',
  EBUSY: 'a file there is open in another program',
  EEXIST: 'there is a file of that name',
  ENOENT: 'no folder can be made there',
};
/** Faults of the path, which neither space nor rights would mend. */
const OF_THE_PATH = new Set(['ENOTDIR', 'EEXIST', 'ENOENT']);

function failed(folder: string, error: unknown): Finding {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = REASONS[code];
  return finding('E908', `nothing was written to ${folder}: ${reason ?? error.message}`, {
    why: reason === undefined ? undefined : error.message,
    help: OF_THE_PATH.has(code) ? 'choose another folder with --out' : undefined,
  });
}
