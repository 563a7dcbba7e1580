import { spawn, type ChildProcess } from 'node:child_process';

const DIAGNOSIS_MS = 5000;
/** How long what it wrote may take to arrive after its end. */
const LEFTOVER_MS = 500;
/** A browser may chatter without end; what tells comes early. */
const MOST_CHARACTERS = 100_000;
/** Lines of a browser that tell why it did not start; the others are chatter. */
const TELLING =
  /no usable sandbox|error while loading shared libraries|not found|cannot open|fatal|failed to/i;

/**
 * Runs a browser that did not start once more, without puppeteer, which drops what the browser says; returns the
 * browser's own words. It is ended after five seconds or by the signal, and all its processes with it. Rejects where
 * it said nothing or the signal had fired.
 */
export async function diagnose(
  path: string,
  args: readonly string[],
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  const child = spawn(path, ['--headless', ...args, '--dump-dom', 'about:blank'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that the processes that the browser starts can be ended with it.
    detached: process.platform !== 'win32',
  });
  const kill = (): void => {
    killGroup(child);
  };
  signal.addEventListener('abort', kill);
  const timer = setTimeout(kill, DIAGNOSIS_MS);
  try {
    return tellingLine(await saidBy(child));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    kill();
  }
}

/** Returns what the child wrote to stderr until it ended; rejects where it could not be started. */
function saidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      if (said.length < MOST_CHARACTERS) said += chunk;
    });
    child.on('error', reject);
    let late: NodeJS.Timeout | undefined;
    // A process that it leaves behind would hold the pipe open, so `close` is not waited for without end.
    child.on('exit', () => {
      killGroup(child);
      late = setTimeout(() => {
        resolve(said);
      }, LEFTOVER_MS);
    });
    child.on('close', () => {
      clearTimeout(late);
      resolve(said);
    });
  });
}

function tellingLine(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => TELLING.test(one)) ?? lines[0];
  if (line === undefined) throw new Error('it said nothing');
  return `it did not start: ${line.replace(/^\[[^\]]*\]\s*/, '').slice(0, 300)}`;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
