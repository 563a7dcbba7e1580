import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { byteQueue } from '../../src/read/byte-queue.ts';

describe('byteQueue', () => {
  it('gives lines and portions, whatever pieces they come in', async () => {
    const stream = new PassThrough();
    const queue = byteQueue(stream);
    const wanted = (async () => [
      await queue.line(),
      String(await queue.take(5)),
      String(await queue.take(0)),
      await queue.line(),
      await queue.line(),
    ])();
    for (const piece of ['ab', 'c 5\nxy', 'z', '\n1', '\nnext\n', 'cut off']) {
      // Each piece comes by itself, after what was there was asked for.
      await wait(1);
      stream.write(piece);
    }
    stream.end();
    expect(await wanted).toEqual(['abc 5', 'xyz\n1', '', '', 'next']);
    expect(await queue.line()).toBeUndefined();
    expect(await queue.take(8)).toBeUndefined();
    expect(String(await queue.take(7))).toBe('cut off');
  });

  it('ends what is waited for with the stream', async () => {
    const stream = new PassThrough();
    const queue = byteQueue(stream);
    const [line, bytes] = [queue.line(), byteQueue(stream).take(1)];
    stream.destroy();
    expect(await line).toBeUndefined();
    expect(await bytes).toBeUndefined();
    expect(await queue.take(1)).toBeUndefined();
  });
});
