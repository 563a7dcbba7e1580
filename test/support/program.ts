import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The program as it is installed; it runs what was built. */
export const PROGRAM = join(ROOT, 'bin/cip-report.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a user does, and waits for its end. */
export async function runProgram(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; closeStdout?: boolean; stdoutTo?: number } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', options.stdoutTo ?? 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  if (options.closeStdout === true) child.stdout?.destroy();
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, ...text };
}

/** Gives a fresh temporary folder to `use` and removes it afterwards. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cip-report-test-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies an example's data repo (without its outputs) to `<folder>/<name>` and returns that path. */
export async function copyExample(name: string, folder: string): Promise<string> {
  const target = join(folder, name);
  await cp(join(ROOT, 'examples', name), target, {
    recursive: true,
    filter: (source) => !source.startsWith(join(ROOT, 'examples', name, 'out')),
  });
  return target;
}
