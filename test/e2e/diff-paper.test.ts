import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleDriver, runDriver } from '../render/browser/driver.ts';

describe('the printed paper of what changed', () => {
  it('has as many pages as it has sheets, at most two, and the same bytes each time', async () => {
    const driver = fileURLToPath(new URL('diff-paper-driver.ts', import.meta.url));
    const bundle = bundleDriver(`import ${JSON.stringify(driver)};`);
    const { out, err, code } = await runDriver(bundle).ended;
    expect(code, err).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      'small: 1 of 1',
      'full: 2 of 2, again true',
      'several: 2 of 2',
      'hostile: 2 of 2',
      'huge: 2 of 2',
      'unbroken: 2 of 2',
    ]);
  });
});
