import { expect } from 'vitest';

const TIMES = 4;
/** Work in proportion to its size gives 4, and with the square of it 16. */
const BOUND = 9;
const ROUNDS = 8;
/** Less cannot be told from what the process does beside the work. */
const MEASURABLE_MS = 4;

/**
 * Holds the work to growing with its size, and not with the square of it: as a ratio of two sizes within this run, in
 * time of the processor, so that neither a slow nor a busy machine fails it.
 */
export async function expectInProportion(work: (size: number) => unknown, size: number): Promise<void> {
  await work(size);
  let often = 1;
  while ((await cpuTime(work, size, often)) < MEASURABLE_MS) often *= 2;
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    small = Math.min(small, await cpuTime(work, size, often));
    large = Math.min(large, await cpuTime(work, size * TIMES, often));
    // Never by the first round alone: it may have held up the smaller work.
    if (round > 0 && large / small < BOUND) break;
  }
  expect(large / small, `${TIMES} times the size takes so many times as long`).toBeLessThan(BOUND);
}

async function cpuTime(work: (size: number) => unknown, size: number, often: number): Promise<number> {
  const start = process.cpuUsage();
  for (let turn = 0; turn < often; turn++) await work(size);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
