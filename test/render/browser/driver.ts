import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Bundles a small program that imports from `./src/…`, so that a test can run it in a process of its own. It is put
 * where the packages that are not bundled can be found.
 */
export function bundleDriver(source: string): string {
  // Named by its contents, so that folders do not pile up run after run.
  const name = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const folder = join(root, 'node_modules/.cip-report-test', name);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'driver.mjs');
  buildSync({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['puppeteer-core', '@sparticuz/chromium'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);",
    },
  });
  return outfile;
}

export interface Run {
  readonly child: ChildProcess;
  /** Resolves once a line of this text was printed. */
  readonly line: (text: string) => Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: string | null; out: string; err: string }>;
}

/** Runs a bundled driver. */
export function runDriver(
  file: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
  cwd?: string,
): Run {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env }, cwd });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: string | null; out: string; err: string }>(
    (resolve) => {
      child.on('close', (code, signal) => {
        resolve({ code, signal, out, err });
      });
    },
  );
  const line = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (out.split('\n').includes(text)) resolve();
      };
      child.stdout.on('data', look);
      child.on('close', () => {
        reject(new Error(`ended before it printed ${text}: ${out} ${err}`));
      });
      look();
    });
  return { child, line, ended };
}
