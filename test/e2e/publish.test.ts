import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../../src/render/publish.ts';
import { bundleDriver, runDriver } from '../render/browser/driver.ts';

const NAMES = ['report.html', 'report.pdf', 'report.json'];

// Publishes edition after edition: every file of an edition begins with the same word.
const DRIVER = `
  import { publish } from './src/render/publish.ts';
  const [out, name, editions] = process.argv.slice(2);
  console.log('ready');
  for (let edition = 1; edition <= Number(editions); edition += 1) {
    const bytes = Buffer.from(name + edition + ' ' + 'x'.repeat(100_000));
    const files = ${JSON.stringify(NAMES)}.map((file) => ({ name: file, bytes }));
    const found = await publish(out, files);
    if (found.length > 0) throw new Error(found[0].message);
  }
`;

let driver: string;
let out: string;
beforeAll(() => {
  driver = bundleDriver(DRIVER);
});
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

/** Returns the first word of each report, once; several where files of different editions stand together. */
function editions(): string[] {
  const words = NAMES.map((name) => {
    const file = join(out, name);
    return existsSync(file) ? readFileSync(file, 'utf8').split(' ')[0]! : 'none';
  });
  return [...new Set(words)];
}

describe('publishing', () => {
  it('gives whole editions while two processes write to one folder', async () => {
    const runs = ['a', 'b'].map((name) => runDriver(driver, {}, [out, name, '25']));
    for (const { err, code } of await Promise.all(runs.map((run) => run.ended))) expect(code, err).toBe(0);
    expect(editions()).toEqual([expect.stringMatching(/^[ab]25$/)]);
    expect(readdirSync(out).sort()).toEqual([...NAMES].sort());
  });

  it('gives a whole edition after kills at any moment', async () => {
    const seen = new Set<string>();
    // On a slow machine it takes more kills until some come after the first editions.
    for (let kill = 0; kill < 12 || (seen.size <= 3 && kill < 60); kill += 1) {
      const run = runDriver(driver, {}, [out, 'a', '100000']);
      await run.line('ready');
      await new Promise((resolve) => setTimeout(resolve, 20 + 13 * kill));
      run.child.kill('SIGKILL');
      expect((await run.ended).signal).toBe('SIGKILL');
      expect(await publish(out, [{ name: 'other.html', bytes: Buffer.from('x') }])).toEqual([]);
      const found = editions();
      expect(found).toHaveLength(1);
      seen.add(found[0]!);
      expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    expect(seen.size).toBeGreaterThan(3);
  });
});
