import { describe, expect, it } from 'vitest';
import { expectInProportion } from './growth.ts';

/** Takes as many steps as it is told. */
function steps(count: number): number {
  let sum = 0;
  for (let step = 0; step < count; step++) sum = (sum * 31 + step) % 1_000_003;
  return sum;
}

describe('the growth of work', () => {
  it('may be that of its size', async () => {
    await expectInProportion((size) => steps(size * 100), 5000);
  });

  it('may not be that of its square', async () => {
    await expect(expectInProportion((size) => steps(size * size), 1000)).rejects.toThrow(/times the size/);
  });
});
