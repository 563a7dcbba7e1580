import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtInBrowser } from '../../src/render/browser/built-in.ts';
import { thisHost } from '../../src/render/host.ts';
import { Cleanup } from '../../src/render/job.ts';
import { bundleDriver, runDriver, type Run } from '../render/browser/driver.ts';
import { copyExample, PROGRAM } from '../support/program.ts';

const DRIVER = `
  import { openPrinter } from './src/render/browser/printer.ts';
  import { withSignals } from './src/render/job.ts';
  const page = '<!doctype html><html lang="en-GB"><head><title>x</title></head><body>' + '<p>x</p>'.repeat(300000);
  const deaf = process.argv[2] === 'deaf';
  const { interrupted, value } = await withSignals(async (job) => {
    const onProgress = () => { console.log('unpacking'); };
    const printer = await openPrinter({ cleanup: job.cleanup, onProgress, ...(deaf ? {} : { signal: job.signal }) });
    if ('code' in printer) return printer.message;
    setTimeout(() => console.log('printing'), 400);
    await printer.print(page, { title: 'x', lang: 'en-GB', date: '2021-04-19' });
    return 'printed';
  });
  process.exitCode = interrupted?.exitCode ?? 0;
  if (!interrupted) console.log(value);
`;

let driver: string;
let folder: string;
let run: Run | undefined;

beforeAll(async () => {
  driver = bundleDriver(DRIVER);
  const program = await builtInBrowser({ host: thisHost(), cleanup: new Cleanup() });
  expect(program).not.toHaveProperty('reason');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signals-'));
  mkdirSync(join(folder, 'tmp'));
});
afterEach(() => {
  run?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Run {
  run = runDriver(driver, { TMPDIR: join(folder, 'tmp'), ...env }, args);
  return run;
}

/** Ids of living processes whose command line names this test's folder: browsers have their profile in it. */
function browsers(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

async function untilGone(): Promise<void> {
  for (let tries = 0; tries < 100 && browsers().length > 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

// Processes are counted in /proc.
describe.skipIf(!existsSync('/proc/self/cmdline'))('a signal while a page is being printed', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends with %i and leaves no process and no file', async (signal, code) => {
    const { child, line, ended } = start();
    await line('printing');
    expect(browsers().length).toBeGreaterThan(0);
    child.kill(signal);
    expect(await ended).toMatchObject({ code, err: '' });
    await untilGone();
    expect(browsers()).toEqual([]);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('a second Ctrl-C ends at once what does not listen, and its browser with it', async () => {
    const { child, line, ended } = start(['deaf']);
    await line('printing');
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(child.exitCode).toBeNull();
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130 });
    await untilGone();
    expect(browsers()).toEqual([]);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('SIGINT while the browser is being unpacked leaves no half of it', async () => {
    const { child, line, ended } = start([], { XDG_CACHE_HOME: join(folder, 'cache') });
    await line('unpacking');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, err: '' });
    expect(readdirSync(join(folder, 'cache/cip-report'))).toEqual([]);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('a kill ends the browser too, and the next run removes what was left', async () => {
    const first = start();
    await first.line('printing');
    first.child.kill('SIGKILL');
    await first.ended;
    await untilGone();
    expect(browsers()).toEqual([]);
    expect(readdirSync(join(folder, 'tmp'))).toHaveLength(1);
    const second = start();
    await second.line('printing');
    second.child.kill('SIGINT');
    await second.ended;
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});

/** Builds with a temporary folder of its own, and sends the signal after a time; returns how it ended. */
async function stopBuild(
  repo: string,
  name: string,
  signal: NodeJS.Signals,
  milliseconds: number,
): Promise<{ code: number | null; lateBy: number }> {
  const temp = join(folder, 'tmp', name);
  mkdirSync(temp);
  const child = spawn(process.execPath, [PROGRAM, 'build', repo, '--out', join(folder, 'out', name)], {
    env: { ...process.env, TMPDIR: temp },
    stdio: 'ignore',
  });
  let sent = Number.POSITIVE_INFINITY;
  const timer = setTimeout(() => {
    sent = performance.now();
    child.kill(signal);
  }, milliseconds);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return { code, lateBy: performance.now() - sent };
}

const DELAYS = [20, 60, 100, 150, 200, 270, 350, 450, 650, 1000];
const ENDS = [
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const;

// Processes are counted in /proc.
describe.skipIf(!existsSync('/proc/self/cmdline'))('a signal at any moment of a build', () => {
  it.each(DELAYS)('leaves no process and no file after %i ms', async (delay) => {
    const repo = await copyExample('luton', folder);
    await Promise.all(
      ENDS.map(async ([signal, code]) => {
        const run = await stopBuild(repo, signal, signal, delay);
        // Node itself ends by the signal before the program has begun.
        expect([0, code, null]).toContain(run.code);
        expect(run.lateBy).toBeLessThan(2000);
        const out = join(folder, 'out', signal);
        const published = existsSync(out) ? readdirSync(out) : [];
        const stem = 'workforce-2021-04-19';
        if (run.code === 0 || published.length > 0)
          expect(published.sort()).toEqual([`${stem}.html`, `${stem}.json`, `${stem}.pdf`]);
        expect(readdirSync(join(folder, 'tmp', signal))).toEqual([]);
      }),
    );
    expect(browsers()).toEqual([]);
  });
});
