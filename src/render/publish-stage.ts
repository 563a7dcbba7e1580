import { dirname, join } from 'node:path';
import { ownerIsGone, ownerName } from './owner.ts';
import { syncFolder, writeWhole, type PublishFs } from './publish-fs.ts';

/** A file to be published, by its path within the output folder, with forward slashes. */
export interface PublishFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const STAGE = '.cip-report-';
const JOURNAL = 'journal.json';

interface JournalEntry {
  readonly name: string;
  /** Whether a file of this name was there before, and is kept in the stage. */
  readonly kept: boolean;
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
  readonly #fs: PublishFs;

  constructor(out: string, files: readonly PublishFile[], fs: PublishFs) {
    this.#out = out;
    this.#folder = join(out, `${STAGE}${ownerName()}`);
    this.#files = files;
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
    const journal = this.#files.map(({ name }, index): JournalEntry => ({
      name,
      kept: this.#keep(name, index),
    }));
    writeWhole(join(this.#folder, JOURNAL), Buffer.from(JSON.stringify(journal)), fs);
    syncFolder(this.#folder, fs);
    try {
      for (const [index, { name }] of this.#files.entries())
        fs.renameSync(join(this.#folder, `new-${index}`), join(this.#out, name));
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

  #keep(name: string, index: number): boolean {
    const target = join(this.#out, name);
    if (!this.#fs.lstatSync(target, { throwIfNoEntry: false })) return false;
    const kept = join(this.#folder, `old-${index}`);
    try {
      this.#fs.linkSync(target, kept);
    } catch {
      // Some file systems have no hard links.
      this.#fs.copyFileSync(target, kept);
    }
    return true;
  }
}

/** Undoes what killed runs began in a folder, and removes what they left. Call it with the folder's lock held. */
export function recover(out: string, fs: PublishFs): void {
  for (const name of fs.readdirSync(out)) {
    if (!name.startsWith(STAGE) || ownerIsGone(name.slice(STAGE.length)) !== true) continue;
    const folder = join(out, name);
    const journal = readJournal(folder, fs);
    if (journal) undo(out, folder, journal, fs);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
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
