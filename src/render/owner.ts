import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Folders and locks carry the name of the run that made them: machine, process id, and a random part. */
const OWNER = /^([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}$/;

/** Returns a name for something that this process makes and nobody else may touch while the process lives. */
export function ownerName(): string {
  return `${machineKey()}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Returns whether the name is one of ours and its process has ended: true, false, or undefined where unknowable. */
export function ownerIsGone(name: string): boolean | undefined {
  const match = OWNER.exec(name);
  if (!match || match[1] !== machineKey()) return undefined;
  try {
    process.kill(Number(match[2]), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** What is held or staged only for a moment was left behind once it is as old as this, whoever made it. */
const STALE_MS = 5 * 60_000;

/** Returns whether something that was last changed at this time (milliseconds since 1970) is of no living run. */
export function isStale(modifiedMs: number): boolean {
  return Date.now() - modifiedMs > STALE_MS;
}

/** Returns whether a name has the form of `ownerName`: another one is not ours to remove. */
export function isOwnerName(name: string): boolean {
  return OWNER.test(name);
}

/** Removes `prefix<owner>` entries of a folder whose owner was killed. What cannot be removed stays. */
export function sweepAbandoned(folder: string, prefix: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    if (!name.startsWith(prefix) || ownerIsGone(name.slice(prefix.length)) !== true) continue;
    removeTree(join(folder, name));
  }
}

/** Removes a folder and what is in it. Tries again for a while, since a dying browser may still write into it. */
export function removeTree(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 30 });
  } catch {
    // The next run sweeps it: a result is not withheld because a temporary folder resists.
  }
}

let key: string | undefined;

// Process ids mean something only within one machine and, in containers, within one pid namespace.
function machineKey(): string {
  if (key !== undefined) return key;
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // No pid namespaces here.
  }
  key = createHash('sha256').update(`${hostname()}\n${namespace}`).digest('hex').slice(0, 8);
  return key;
}
