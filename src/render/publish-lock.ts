import { join } from 'node:path';
import { isStale, ownerIsGone, ownerName } from './owner.ts';
import type { PublishFs } from './publish-fs.ts';

const LOCK = '.cip-report.lock';
const WAIT_MS = 10_000;
const STEP_MS = 25;
/** How long a lock may be without the name of its owner. */
const NAMING_MS = 1000;

export interface Lock {
  /** Whether the lock still is this run's: another may have judged it abandoned. */
  held(): boolean;
  release(): void;
}

/**
 * Takes the folder's lock, waiting for up to ten seconds while another run holds it. Returns undefined where that
 * was not enough. The lock of a run that was killed is taken over. Rejects with the signal's reason.
 */
export async function takeLock(
  folder: string,
  fs: PublishFs,
  signal: AbortSignal | undefined,
  waitMs = WAIT_MS,
): Promise<Lock | undefined> {
  const path = join(folder, LOCK);
  const owner = ownerName();
  // The clock is asked only where another run holds the lock: it is a module of its own to load.
  let until: number | undefined;
  for (;;) {
    signal?.throwIfAborted();
    if (create(path, owner, fs)) return lockOf(path, owner, fs);
    if (dropAbandoned(path, fs)) continue;
    until ??= performance.now() + waitMs;
    if (performance.now() > until) return undefined;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

function lockOf(path: string, owner: string, fs: PublishFs): Lock {
  const held = (): boolean => holder(path, fs) === owner;
  return {
    held,
    release: () => {
      if (held()) fs.rmSync(path, { force: true });
    },
  };
}

function create(path: string, owner: string, fs: PublishFs): boolean {
  try {
    fs.writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function holder(path: string, fs: PublishFs): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Removes an abandoned lock; returns whether it did. The lock is moved aside first and looked at again, so that of
 * two runs that find it abandoned only one removes it, and neither the new lock of the other.
 */
function dropAbandoned(path: string, fs: PublishFs): boolean {
  const owner = holder(path, fs);
  if (owner === undefined || !isAbandoned(path, owner, fs)) return false;
  const aside = `${path}-${ownerName()}`;
  try {
    fs.renameSync(path, aside);
  } catch {
    return false;
  }
  try {
    if (holder(aside, fs) === owner) return true;
    fs.linkSync(aside, path);
    return false;
  } catch {
    return false;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function isAbandoned(path: string, owner: string, fs: PublishFs): boolean {
  if (ownerIsGone(owner) === true) return true;
  const stat = fs.lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  // The name is written in the moment after the file is made: a run that was killed in between leaves no name.
  if (owner === '') return Date.now() - stat.mtimeMs > NAMING_MS;
  return isStale(stat.mtimeMs);
}
