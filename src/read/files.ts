import { createHash } from 'node:crypto';
import type { InputFile } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Sources } from '../model/sources.ts';
import { decode, type Encoding } from './decode.ts';
import type { Limits } from './limits.ts';
import type { SourceText } from './source-text.ts';
import type { Entry, Store, StoreFault, StoredFile } from './store.ts';

/**
 * The files of one data repo: the only door to where they are stored. It keeps what it read (for the list of inputs and for
 * showing lines) and gathers the findings of the whole run. Nothing outside the root is opened.
 */
export class Files implements Sources {
  readonly findings: Finding[] = [];
  readonly #store: Store;
  readonly #encoding: Encoding;
  readonly #limits: Limits;
  readonly #signal: AbortSignal | undefined;
  readonly #texts = new Map<string, SourceText>();
  readonly #inputs = new Map<string, InputFile>();
  #bytesRead = 0;
  #isFull = false;

  constructor(
    store: Store,
    options: { encoding: Encoding; limits: Limits; signal: AbortSignal | undefined },
  ) {
    this.#store = store;
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
    const listed = await this.#store.list(folder);
    if (listed.ok) return listed.value;
    this.#refuse(folder, listed.fault);
    return undefined;
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
    const found = await this.#store.find(path);
    if (!found.ok) {
      this.#refuse(path, found.fault);
      return undefined;
    }
    if (!found.value.isFile) {
      this.report(finding('E004', `${path} is not an ordinary file`, { at: startOf(path) }));
      return undefined;
    }
    return this.#contents(path, found.value, limit);
  }

  async #contents(path: string, file: StoredFile, limit: SizeLimit): Promise<Uint8Array | undefined> {
    if (this.#tooLarge(path, file.size, limit)) return undefined;
    const bytes = await file.read();
    if (!bytes.ok) {
      this.#refuse(path, bytes.fault);
      return undefined;
    }
    // The file may have grown since its size was taken.
    if (this.#tooLarge(path, bytes.value.length, limit)) return undefined;
    this.#bytesRead += bytes.value.length;
    return bytes.value;
  }

  #limitOf(path: string): SizeLimit {
    return isYaml(path)
      ? { most: this.#limits.yamlBytes, help: LARGE_YAML }
      : { most: this.#limits.tableBytes };
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

  #refuse(path: string, fault: StoreFault): void {
    const at = startOf(path);
    if (fault.kind === 'unreadable')
      this.report(finding('E004', `${path} cannot be read`, { at, why: fault.why, help: fault.help }));
    else
      this.report(
        finding('E003', `${path} leads out of the data repo`, {
          at,
          why: 'it is a symbolic link, or lies in a folder that is one, to a place outside the data repo',
        }),
      );
  }
}

/** How many bytes a file may have, and what to do about one that has more. */
interface SizeLimit {
  readonly most: number;
  readonly help?: string;
}

/** What to do about a YAML file that is over a limit. */
export const LARGE_YAML = 'remove what the report does not need; a large table belongs in a CSV file';

/** Returns whether a file is YAML by its name; any other table is CSV. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** The place of a file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, length: 1 };
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${bytes} bytes`;
  return `${(Math.ceil(bytes / 10_000) / 100).toFixed(2)} MB`;
}
