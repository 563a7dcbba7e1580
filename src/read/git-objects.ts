import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Writable } from 'node:stream';
import { byteQueue, type ByteQueue } from './byte-queue.ts';
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
      contents.ask(hash, async (size, answer) => {
        const bytes = await answer.take(size);
        // A line break follows the file.
        return (await answer.take(1)) && bytes;
      }),
    close: async () => {
      await Promise.all([sizes.close(), contents.close()]);
    },
  };
}

interface Batch {
  readonly ask: <T>(
    hash: string,
    read: (size: number, answer: ByteQueue) => Promise<T>,
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
  const answers = byteQueue(child.stdout);
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: (hash, read) => {
      const next = last.then(() => withTimeout(child, options, () => ask(child.stdin, answers, hash, read)));
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
  questions: Writable,
  answers: ByteQueue,
  hash: string,
  read: (size: number, answer: ByteQueue) => Promise<T>,
): Promise<T | undefined> {
  if (questions.writable) questions.write(`${hash}\n`);
  const size = /^[0-9a-f]+ blob (?<size>\d+)$/.exec((await answers.line()) ?? '')?.groups?.['size'];
  return size === undefined ? undefined : read(Number(size), answers);
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
