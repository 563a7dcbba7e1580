import { createHash } from 'node:crypto';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { join } from 'node:path/posix';
import type { InputFile } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Sources } from '../model/sources.ts';
import { decode, type Encoding } from './decode.ts';
import type { Limits } from './limits.ts';
import type { SourceText } from './source-text.ts';

/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * The files of one data repo: the only door to the disk. It keeps what it read (for the list of inputs and for
 * showing lines) and gathers the findings of the whole run. Nothing outside the root is opened.
 */
export class Files implements Sources {
  readonly findings: Finding[] = [];
  readonly #root: string;
  readonly #encoding: Encoding;
  readonly #limits: Limits;
  readonly #signal: AbortSignal | undefined;
  readonly #texts = new Map<string, SourceText>();
  readonly #inputs = new Map<string, InputFile>();
  #bytesRead = 0;
  #isFull = false;

  /** `root` must be a real path. */
  constructor(
    root: string,
    options: { encoding: Encoding; limits: Limits; signal: AbortSignal | undefined },
  ) {
    this.#root = root;
    this.#encoding = options.encoding;
    this.#limits = options.limits;
    this.#signal = options.signal;
  }

  /** Every file that was read, in order of path. */
  get inputs(): readonly InputFile[] {
    return [...this.#inputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  report(one: Finding): void {
    this.findings.push(one);
  }

  /** Takes a list, however long: a call has room for some hundred thousand arguments only. */
  reportAll(findings: readonly Finding[]): void {
    for (const one of findings) this.findings.push(one);
  }

  line(file: string, n: number): string | undefined {
    return this.#texts.get(file)?.line(n);
  }

  /** Returns a folder's entries in order of name, links followed; undefined where there is no such folder. */
  async list(folder: string): Promise<readonly Entry[] | undefined> {
    this.#signal?.throwIfAborted();
    if ((await this.#inside(folder)) === undefined) return undefined;
    try {
      const names = (await readdir(join(this.#root, folder))).sort();
      return await Promise.all(names.map((name) => this.#entry(folder, name)));
    } catch (error) {
      this.#unreadable(folder, error);
      return undefined;
    }
  }

  /** Returns a file's text; undefined, with a finding, where it is outside the root, not text, or over a limit. */
  async read(path: string): Promise<SourceText | undefined> {
    this.#signal?.throwIfAborted();
    const bytes = await this.#bytes(path);
    if (bytes === undefined) return undefined;
    this.#note(path, bytes);
    const decoded = decode(path, bytes, this.#encoding);
    if (decoded.source) this.#texts.set(path, decoded.source);
    this.reportAll(decoded.findings);
    return decoded.sound ? decoded.source : undefined;
  }

  /** Returns a file's bytes; undefined, with a finding, where it is outside the root, or has more than `most`. */
  async readBytes(path: string, most: number): Promise<Uint8Array | undefined> {
    this.#signal?.throwIfAborted();
    const bytes = await this.#bytes(path, { most, help: 'save it smaller' });
    if (bytes) this.#note(path, bytes);
    return bytes;
  }

  #note(path: string, bytes: Uint8Array): void {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#inputs.set(path, { path, sha256, bytes: bytes.length });
  }

  async #bytes(path: string, limit = this.#limitOf(path)): Promise<Uint8Array | undefined> {
    const real = await this.#inside(path);
    if (real === undefined) return undefined;
    try {
      const { size, ...info } = await describe(real);
      if (!info.isFile) {
        this.report(finding('E004', `${path} is not an ordinary file`, { at: startOf(path) }));
        return undefined;
      }
      if (this.#tooLarge(path, size, limit)) return undefined;
      const bytes = await readFile(real);
      // The file may have grown since its size was taken.
      if (this.#tooLarge(path, bytes.length, limit)) return undefined;
      this.#bytesRead += bytes.length;
      return bytes;
    } catch (error) {
      this.#unreadable(path, error);
      return undefined;
    }
  }

  #limitOf(path: string): SizeLimit {
    return path.endsWith('.csv')
      ? { most: this.#limits.tableBytes }
      : { most: this.#limits.yamlBytes, help: LARGE_YAML };
  }

  #tooLarge(path: string, size: number, { most, help }: SizeLimit): boolean {
    if (size <= most) return this.#tooMuch(path, size);
    this.report(
      finding('E005', `${path} is too large`, {
        at: startOf(path),
        why: `it has ${sizeText(size)}; the limit is ${sizeText(most)}`,
        help,
      }),
    );
    return true;
  }

  /** One finding for the whole repo: the files after it are not read either. */
  #tooMuch(path: string, size: number): boolean {
    const limit = this.#limits.repoBytes;
    if (!this.#isFull && this.#bytesRead + size <= limit) return false;
    if (!this.#isFull)
      this.report(
        finding('E005', `the data repo is too large to be read: it is read up to ${path}`, {
          at: startOf(path),
          why: `its files together have more than ${sizeText(limit)}`,
          help: 'move meetings of earlier years to a data repo of their own',
        }),
      );
    this.#isFull = true;
    return true;
  }

  /** Returns the real path where it lies inside the root. */
  async #inside(path: string): Promise<string | undefined> {
    try {
      const real = await realpath(join(this.#root, path));
      if (real === this.#root || real.startsWith(this.#root.endsWith(sep) ? this.#root : this.#root + sep))
        return real;
      this.report(
        finding('E003', `${path} leads out of the data repo`, {
          at: startOf(path),
          why: 'it is a symbolic link, or lies in a folder that is one, to a place outside the data repo',
        }),
      );
    } catch (error) {
      this.#unreadable(path, error);
    }
    return undefined;
  }

  async #entry(folder: string, name: string): Promise<Entry> {
    try {
      return { name, isFolder: (await stat(join(this.#root, folder, name))).isDirectory() };
    } catch {
      // A link to nowhere counts as a file: reading it says what is wrong.
      return { name, isFolder: false };
    }
  }

  #unreadable(path: string, error: unknown): void {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (!(code in REASONS)) throw error;
    this.report(finding('E004', `${path} cannot be read`, { at: startOf(path), why: REASONS[code] }));
  }
}

/** How many bytes a file may have, and what to do about one that has more. */
interface SizeLimit {
  readonly most: number;
  readonly help?: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is a link to a file that does not exist, or was deleted while it was read',
  EACCES: 'this user has no permission to read it',
  EPERM: 'this user has no permission to read it',
  ELOOP: 'its symbolic links lead round in a circle',
  ENOTDIR: 'it is not a folder',
  EIO: 'the disk gives an error',
};

async function describe(path: string): Promise<{ size: number; isFile: boolean }> {
  const info = await stat(path);
  return { size: info.size, isFile: info.isFile() };
}

/** What to do about a YAML file that is over a limit. */
export const LARGE_YAML = 'remove what the report does not need; a large table belongs in a CSV file';

/** The place of a file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, length: 1 };
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${bytes} bytes`;
  return `${(Math.ceil(bytes / 10_000) / 100).toFixed(2)} MB`;
}
