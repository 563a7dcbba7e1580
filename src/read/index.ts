import { realpath, stat } from 'node:fs/promises';
import type { Dataset } from '../model/dataset.ts';
import { finding, sortFindings, type Finding } from '../model/finding.ts';
import type { Sources } from '../model/sources.ts';
import { readStore } from './data-repo.ts';
import type { Encoding } from './decode.ts';
import { diskStore } from './disk.ts';
import { Files } from './files.ts';
import { quoted } from './grammar/reading.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Store } from './store.ts';

export { CONFIG_FILE } from './data-repo.ts';

export interface ReadOptions {
  /** What a file that is not UTF-8 is read as; without it such a file is an error. */
  readonly encoding?: Encoding;
  readonly limits?: Partial<Limits>;
  /** Ends the reading between two files: the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface ReadResult {
  /** Undefined only where the configuration itself cannot be used. */
  readonly dataset: Dataset | undefined;
  /** Everything that is wrong, in all files, in order of place. */
  readonly findings: readonly Finding[];
  readonly sources: Sources;
}

/**
 * Returns what a data repo holds. A fault in one file or row never hides those of another: whatever can be read is read.
 * Nothing outside `root` is opened, and nothing is written.
 */
export async function readDataRepo(root: string, options: ReadOptions = {}): Promise<ReadResult> {
  const folder = await realFolder(root);
  if (typeof folder !== 'string')
    return { dataset: undefined, findings: [folder], sources: { line: () => undefined } };
  return readFrom(diskStore(folder), quoted(root), options);
}

/** Returns what the data repo of a store holds. `named`: what it is called in messages. */
export async function readFrom(store: Store, named: string, options: ReadOptions): Promise<ReadResult> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const files = new Files(store, { encoding: options.encoding ?? 'utf-8', limits, signal: options.signal });
  const dataset = await readStore(named, files, limits);
  return { dataset, findings: sortFindings(files.findings), sources: files };
}

async function realFolder(root: string): Promise<string | Finding> {
  try {
    const folder = await realpath(root);
    if ((await stat(folder)).isDirectory()) return folder;
    return finding('E002', `${quoted(root)} is a file, and not a folder`);
  } catch {
    return finding('E002', `there is no folder ${quoted(root)}`);
  }
}
