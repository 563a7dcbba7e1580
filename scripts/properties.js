// Runs every file of tests that states properties, with other values each round: `npm run properties [-- rounds [seed]]`.
// The tests themselves draw the same values every time; this is the search for a counterexample.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [rounds = 5, first = randomInt(2 ** 31)] = process.argv.slice(2).map(Number);
if (![rounds, first].every(Number.isInteger)) {
  console.error('usage: npm run properties [-- rounds [seed]], both whole numbers');
  process.exit(2);
}
const files = readdirSync(join(root, 'test'), { recursive: true })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('e2e'))
  .filter((file) => readFileSync(join(root, 'test', file), 'utf8').includes("from 'fast-check'"))
  .map((file) => join('test', file));

const failed = [];
for (let round = 0; round < rounds; round++) {
  const seed = (first + round) % 2 ** 31;
  console.log(`round ${round + 1} of ${rounds}: seed ${seed}, ${files.length} files`);
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=dot', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PROPERTY_SEED: String(seed) } },
  );
  if (status !== 0) failed.push(seed);
}
if (failed.length > 0) {
  console.error(`A property failed; run it again with: npm run properties -- 1 ${failed[0]}`);
  process.exitCode = 1;
}
