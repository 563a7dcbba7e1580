import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFParser } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/render/pdf/examined.ts';
import { faultsOf } from '../../src/render/pdf/rules.ts';
import { bundleDriver, runDriver } from '../render/browser/driver.ts';
import { inTemporaryFolder, runProgram } from '../support/program.ts';

describe('the printed paper of what changed', () => {
  it('has as many pages as it has sheets, at most two, keeps every rule, and is the same bytes each time', async () => {
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

  it.each([
    ['luton', []],
    ['devon', []],
    ['programme', ['--since-last-meeting']],
    ['programme', ['--since-last-meeting', '--workstream', 'workforce']],
    ['programme', ['--since-last-meeting', '--workstream', 'practice']],
  ])('of examples/%s %j keeps every rule and says so', async (example, options) => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'changes.pdf');
      const run = await runProgram(
        ['diff', ...options, '--format', 'pdf', '--out', file, `examples/${example}`],
        {},
      );
      expect(run.code, run.stderr).toBe(0);
      expect(run.stderr).not.toContain('N914');
      const paper = examine(
        await PDFParser.forBytesWithOptions(await readFile(file), Infinity).parseDocument(),
      );
      expect(faultsOf(paper)).toEqual([]);
      expect(paper.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    });
  });
});
