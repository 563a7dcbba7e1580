import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askProgram } from '../support/ask-program.ts';
import { edit } from '../support/git-repo.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';
import { rewriteTables, seeded } from '../support/rewritten.ts';

const EXAMPLES = ['luton', 'herefordshire', 'west-sussex', 'medway', 'devon', 'programme'];

describe('cip-report diff of the same data written otherwise', () => {
  it.each(EXAMPLES)('%s: shuffled rows and columns, line endings and quotes are no difference', (name) =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample(name, folder);
      const original = join('examples', name);
      for (const rewriting of [
        { random: seeded(1), newline: '\r\n', quoted: true },
        { random: seeded(2), newline: '\n', quoted: false },
      ] as const) {
        expect(await rewriteTables(root, rewriting)).toBeGreaterThan(0);
        const run = await askProgram(['diff', original, root, '--exit-code']);
        expect(run).toMatchObject({ code: 0, stderr: '' });
        expect(run.stdout).toContain('Nothing changed');
      }
    }),
  );

  it('finds the one cell that did change', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      await rewriteTables(root, { random: seeded(3), newline: '\r\n', quoted: true });
      const table = 'workforce/2021-04-19/workforce.csv';
      expect(await readFile(join(root, table), 'utf8')).toContain('"39"');
      await edit(root, table, '"39"', '"38"');
      const run = await runProgram(['diff', 'examples/luton', root, '--exit-code', '--format', 'csv']);
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('agency@2021-02');
    }));
});
