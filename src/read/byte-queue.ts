import type { Readable } from 'node:stream';

/** What a stream gives, in portions of the asker's choosing. One question at a time. */
export interface ByteQueue {
  /** Returns the next bytes, so many; undefined where the stream ends before. */
  readonly take: (size: number) => Promise<Buffer | undefined>;
  /** Returns the next line without its line break, a character for each byte; undefined where the stream ends before. */
  readonly line: () => Promise<string | undefined>;
}

const LINE_BREAK = 0x0a;

/**
 * Returns the queue of a stream, which it reads from now on. A portion that comes in pieces is waited for; waiting for it by
 * `readable` would never end, since what is there already is told again and again, before anything else can come.
 */
export function byteQueue(output: Readable): ByteQueue {
  let pieces: Buffer[] = [];
  let length = 0;
  let isOver = false;
  let wake = (): void => undefined;
  output.on('data', (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
    wake();
  });
  for (const event of ['end', 'error', 'close'])
    output.once(event, () => {
      isOver = true;
      wake();
    });
  const more = () => new Promise<void>((resolve) => (wake = resolve));
  const first = (size: number): Buffer => {
    const all = Buffer.concat(pieces);
    pieces = size < all.length ? [all.subarray(size)] : [];
    length = all.length - size;
    return all.subarray(0, size);
  };
  return {
    take: async (size) => {
      while (length < size) {
        if (isOver) return undefined;
        await more();
      }
      return first(size);
    },
    line: async () => {
      for (;;) {
        const end = Buffer.concat(pieces).indexOf(LINE_BREAK);
        if (end >= 0) return first(end + 1).toString('latin1', 0, end);
        if (isOver) return undefined;
        await more();
      }
    },
  };
}
