import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that the examples are built in: once for all files of tests. */
    readonly builtExamples: string;
  }
}

/**
 * End-to-end tests run what a user runs: the built program. What it makes of the examples is kept until the last test has
 * ended.
 */
export function setup({ provide }: TestProject): () => void {
  execFileSync(process.execPath, ['scripts/build.js'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
  });
  const folder = mkdtempSync(join(tmpdir(), 'cip-report-examples-'));
  provide('builtExamples', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
