import { dirname, join } from 'node:path';
import { isOwnerName, isStale, ownerIsGone, ownerName } from './owner.ts';
import { syncFolder, writeWhole, type PublishFs } from './publish-fs.ts';

/** A file to be published, by its path within the output folder, with forward slashes. */
export interface PublishFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A published file that is to go on under another name in the same folder. */
export interface SetAside {
  readonly name: string;
  readonly as: string;
}

const STAGE = '.cip-report-';
const JOURNAL = 'journal.json';

interface JournalEntry {
  readonly name: string;
  /** Whether a file of this name was there before, and is kept in the stage. */
  readonly kept: boolean;
  /** For a file that is taken away, since it goes on under another name: nothing new takes its place. */
  readonly removed?: true;
}

/**
 * New files beside the old ones: a folder within the output folder, so that putting one in place is a rename. While
 * files are being exchanged it also holds the old ones and a journal, from which another run can undo what a killed
 * one began.
 */
export class Stage {
  readonly #out: string;
  readonly #folder: string;
  readonly #files: readonly PublishFile[];
  readonly #setAside: readonly SetAside[];
  readonly #fs: PublishFs;

  constructor(out: string, files: readonly PublishFile[], setAside: readonly SetAside[], fs: PublishFs) {
    this.#out = out;
    this.#folder = join(out, `${STAGE}${ownerName()}`);
    this.#files = files;
    this.#setAside = setAside;
    this.#fs = fs;
  }

  /** Writes every new file to the stage. */
  fill(): void {
    this.#fs.mkdirSync(this.#folder);
    for (const [index, file] of this.#files.entries())
      writeWhole(join(this.#folder, `new-${index}`), file.bytes, this.#fs);
  }

  /** Exchanges all files, or none: a failure half-way puts the old ones back before it is passed on. */
  commit(): void {
    const fs = this.#fs;
    for (const folder of this.#targetFolders()) fs.mkdirSync(folder, { recursive: true });
    const journal = this.#journal();
    writeWhole(join(this.#folder, JOURNAL), Buffer.from(JSON.stringify(journal)), fs);
    syncFolder(this.#folder, fs);
    try {
      for (const [index, { name, removed }] of journal.entries()) {
        if (removed) fs.rmSync(join(this.#out, name));
        else fs.renameSync(join(this.#folder, `new-${index}`), join(this.#out, name));
      }
      // Without its journal the stage is rubbish: from here on the new files are the published ones.
      fs.rmSync(join(this.#folder, JOURNAL));
    } catch (error) {
      undo(this.#out, this.#folder, journal, fs);
      throw error;
    }
    for (const folder of this.#targetFolders()) syncFolder(folder, fs);
  }

  /** Removes the stage. Nothing that is published depends on it. */
  discard(): void {
    try {
      this.#fs.rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // A later run removes it: what was published stands, and what failed has its own message.
    }
  }

  #targetFolders(): Set<string> {
    return new Set(this.#files.map(({ name }) => dirname(join(this.#out, name))));
  }

  /** Keeps every old file that will be replaced or taken away, and stages those that go on under another name. */
  #journal(): JournalEntry[] {
    const there = this.#setAside.filter(({ name }) => this.#isThere(name));
    const names = [...this.#files, ...there.map(({ as }) => ({ name: as }))].map(({ name }) => name);
    for (const [index, { name }] of there.entries())
      this.#link(join(this.#out, name), `new-${this.#files.length + index}`);
    return [
      ...names.map((name, index) => ({ name, kept: this.#keep(name, index) })),
      ...there.map(({ name }, index) => ({
        name,
        kept: this.#keep(name, names.length + index),
        removed: true as const,
      })),
    ];
  }

  #isThere(name: string): boolean {
    return this.#fs.lstatSync(join(this.#out, name), { throwIfNoEntry: false }) !== undefined;
  }

  #keep(name: string, index: number): boolean {
    if (!this.#isThere(name)) return false;
    this.#link(join(this.#out, name), `old-${index}`);
    return true;
  }

  #link(file: string, staged: string): void {
    const target = join(this.#folder, staged);
    try {
      this.#fs.linkSync(file, target);
    } catch {
      // Some file systems have no hard links.
      this.#fs.copyFileSync(file, target);
    }
  }
}

/** Undoes what killed runs began in a folder, and removes what they left. Call it with the folder's lock held. */
export function recover(out: string, fs: PublishFs): void {
  for (const name of fs.readdirSync(out)) {
    if (!name.startsWith(STAGE)) continue;
    const folder = join(out, name);
    if (!isAbandoned(folder, name.slice(STAGE.length), fs)) continue;
    const journal = readJournal(folder, fs);
    if (journal) undo(out, folder, journal, fs);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

// Whether a run of another machine or container still lives cannot be known, but a stage is filled and exchanged, or
// given up, well before it is stale.
function isAbandoned(folder: string, owner: string, fs: PublishFs): boolean {
  if (!isOwnerName(owner)) return false;
  if (ownerIsGone(owner) === true) return true;
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && isStale(stat.mtimeMs);
}

function readJournal(folder: string, fs: PublishFs): readonly JournalEntry[] | undefined {
  try {
    return JSON.parse(fs.readFileSync(join(folder, JOURNAL), 'utf8')) as JournalEntry[];
  } catch {
    // None, or one that was not finished: then no file had been exchanged yet.
    return undefined;
  }
}

function undo(out: string, folder: string, journal: readonly JournalEntry[], fs: PublishFs): void {
  for (const [index, { name, kept }] of journal.entries()) {
    // What still lies in the stage was never put in place.
    if (fs.lstatSync(join(folder, `new-${index}`), { throwIfNoEntry: false })) continue;
    const target = join(out, name);
    if (kept) fs.renameSync(join(folder, `old-${index}`), target);
    else fs.rmSync(target, { force: true });
  }
}
