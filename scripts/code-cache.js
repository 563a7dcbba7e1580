// Writes what the program compiles to beside the program, so that it need not be compiled at each start. Run by
// scripts/build.js in a process of its own: it holds the functions that these commands use, and no others.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CODE_CACHE, loadProgram } from '../bin/program.js';

const { program, script } = loadProgram();
const luton = fileURLToPath(new URL('../examples/luton', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'cip-report-code-cache-'));
try {
  const codes = [
    await program.run(['build', luton, '--no-pdf', '--out', out]),
    await program.run(['diff', '2021-01', '2021-02', luton]),
  ];
  // What a PDF goes through once it is printed, since no browser need be where this runs.
  await program.finishSample();
  // Another code means that a command did not do its work: its functions would be missing.
  if (codes.some((code) => code !== 0)) throw new Error(`the commands ended with ${codes.join(' and ')}`);
  writeFileSync(CODE_CACHE, script.createCachedData());
} finally {
  rmSync(out, { recursive: true, force: true });
}
