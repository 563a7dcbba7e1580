import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { copyExample, runProgram, type Run } from './program.ts';

/** Every example, by its folder. */
export const EXAMPLES = ['luton', 'herefordshire', 'west-sussex', 'medway', 'devon', 'programme'] as const;

/** What `build` made of an example where nothing was asked but that. Many tests read it: none may change it. */
export interface BuiltExample {
  /** The folder with the published files: the one that `build` chose. */
  readonly out: string;
  /** The paths of the published files, in the order of their names. */
  readonly files: readonly string[];
  /** How the build ended, and what it said. */
  readonly run: Run;
}

/** Where and as whom the examples are built: other places must give the same bytes. */
export const BUILT_IN = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } as const;

const RUN = 'run.json';

/**
 * Returns an example as the built program publishes it. The first test that asks builds it, whichever file it is in; all
 * others wait for that. Throws where the build failed.
 */
export async function builtExample(name: string): Promise<BuiltExample> {
  const folder = join(inject('builtExamples'), name);
  if (await claims(folder)) await build(name, folder);
  const run = await ended(name, folder);
  if (run.code !== 0)
    throw new Error(`the build of examples/${name} ended with ${run.code ?? 'a signal'}: ${run.stderr}`);
  const out = join(folder, name, 'out');
  return { out, files: (await readdir(out)).sort().map((file) => join(out, file)), run };
}

/** Makes the folder; false where another test has: of all that try, one makes it. */
async function claims(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function build(name: string, folder: string): Promise<void> {
  const run = await copyExample(name, folder)
    .then((repo) => runProgram(['build', repo], { env: BUILT_IN }))
    .catch((error: unknown): Run => ({ code: null, stdout: '', stderr: String(error) }));
  // Renamed, so that who waits for it never reads half of it.
  await writeFile(join(folder, `${RUN}.new`), JSON.stringify(run));
  await rename(join(folder, `${RUN}.new`), join(folder, RUN));
}

/** Less than a test may take, so that what is said names the example. */
const PATIENCE_MS = 100_000;

/** Waits for the end of a build that may be another process's, which may have been ended within it. */
async function ended(name: string, folder: string): Promise<Run> {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS;) {
    const text = await readFile(join(folder, RUN), 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as Run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the build of examples/${name}, which another test began, does not end`);
}
