/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Why something in a store is not to be had. `outside`: it leads out of the data repo by a link. */
export type StoreFault =
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly why: string; readonly help?: string };

/** What a store makes of a path: what is there, or why it is not to be had. */
export type Stored<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: StoreFault };

/** A path of a store that was found. */
export interface StoredFile {
  /** Bytes, known before any of them is read. */
  readonly size: number;
  /** False of folders, devices, pipes and the like. */
  readonly isFile: boolean;
  readonly read: () => Promise<Stored<Uint8Array>>;
}

/**
 * Where the files of a data repo are kept. Paths are relative to the data repo, with forward slashes, and `.` is the data
 * repo itself. Links are followed within the data repo, and nothing outside of it is opened.
 */
export interface Store {
  /** Returns a folder's entries in order of name, links followed. */
  readonly list: (folder: string) => Promise<Stored<readonly Entry[]>>;
  readonly find: (path: string) => Promise<Stored<StoredFile>>;
}

export function stored<T>(value: T): Stored<T> {
  return { ok: true, value };
}

export const OUTSIDE: Stored<never> = { ok: false, fault: { kind: 'outside' } };

export function unreadable(why: string, help?: string): Stored<never> {
  return { ok: false, fault: { kind: 'unreadable', why, ...(help !== undefined && { help }) } };
}
