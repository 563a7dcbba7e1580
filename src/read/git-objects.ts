import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Readable } from 'node:stream';
import { GIT_TIMEOUT, startGit, type GitOptions } from './git-run.ts';

/** The files of a git repository by their hashes, one question after another. Whoever opens it has to close it. */
export interface GitObjects {
  /** Returns how many bytes a file has; undefined where the repository does not hold it. */
  readonly size: (hash: string) => Promise<number | undefined>;
  /** Returns a file's bytes; undefined where the repository does not hold it, or git fails. */
  readonly contents: (hash: string) => Promise<Uint8Array | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the files of a repository: one git that tells sizes and one that tells contents, so that many files take a moment.
 * What is committed is told as it is: neither filters nor text conversions are run.
 */
export function openObjects(folder: string, options: GitOptions): GitObjects {
  const sizes = openBatch(folder, '--batch-check', options);
  const contents = openBatch(folder, '--batch', options);
  return {
    size: (hash) => sizes.ask(hash, (size) => Promise.resolve(size)),
    contents: (hash) =>
      contents.ask(hash, async (size, output) => {
        const bytes = await take(output, size);
        // A line break follows the file.
        return (await take(output, 1)) && bytes;
      }),
    close: async () => {
      await Promise.all([sizes.close(), contents.close()]);
    },
  };
}

interface Batch {
  readonly ask: <T>(
    hash: string,
    answer: (size: number, output: Readable) => Promise<T>,
  ) => Promise<T | undefined>;
  readonly close: () => Promise<void>;
}

function openBatch(folder: string, mode: '--batch' | '--batch-check', options: GitOptions): Batch {
  const child = startGit(folder, ['cat-file', mode], options);
  const closed = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  // Whatever ends it ends its output too, which is what the next question finds.
  child.once('error', () => child.stdout.destroy());
  child.stdin.on('error', () => undefined);
  child.stderr.resume();
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: (hash, answer) => {
      const next = last.then(() => withTimeout(child, options, () => ask(child, hash, answer)));
      last = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      child.kill();
      child.stdin.destroy();
      child.stdout.destroy();
      await closed;
    },
  };
}

async function ask<T>(
  { stdin, stdout }: ChildProcessWithoutNullStreams,
  hash: string,
  answer: (size: number, output: Readable) => Promise<T>,
): Promise<T | undefined> {
  if (stdin.writable) stdin.write(`${hash}\n`);
  const size = /^[0-9a-f]+ blob (?<size>\d+)$/.exec((await line(stdout)) ?? '')?.groups?.['size'];
  return size === undefined ? undefined : answer(Number(size), stdout);
}

/** A git that does not answer is ended, and with it the answer. */
async function withTimeout<T>(
  child: ChildProcessWithoutNullStreams,
  { signal, timeout = GIT_TIMEOUT }: GitOptions,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
  try {
    const result = await work();
    signal?.throwIfAborted();
    return result;
  } finally {
    clearTimeout(timer);
  }
}

async function line(output: Readable): Promise<string | undefined> {
  const bytes: number[] = [];
  for (;;) {
    const [byte] = (await take(output, 1)) ?? [];
    if (byte === undefined) return undefined;
    if (byte === 0x0a) return Buffer.from(bytes).toString('latin1');
    bytes.push(byte);
  }
}

/** Returns the next bytes of an output, so many; undefined where it ends before. */
async function take(output: Readable, size: number): Promise<Buffer | undefined> {
  if (size === 0) return Buffer.alloc(0);
  for (;;) {
    const chunk: unknown = output.read(size);
    if (Buffer.isBuffer(chunk)) return chunk.length === size ? chunk : undefined;
    if (output.readableEnded || output.destroyed) return undefined;
    await moreOf(output);
  }
}

/** Waits until there is more to read, or nothing any more. */
function moreOf(output: Readable): Promise<void> {
  const events = ['readable', 'end', 'error', 'close'] as const;
  return new Promise((resolve) => {
    const done = () => {
      for (const event of events) output.off(event, done);
      resolve();
    };
    for (const event of events) output.on(event, done);
  });
}
