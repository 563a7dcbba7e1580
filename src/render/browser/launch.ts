import { accessSync, constants, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Host } from '../host.ts';
import type { Cleanup } from '../job.ts';
import { ownerName, removeTree, sweepAbandoned } from '../owner.ts';
import { diagnose } from './diagnose.ts';
import type { BrowserKind } from './find.ts';
import { GUARDS, type Guard } from './guards.ts';

/** The first version of Chrome that prints @page margin boxes, which carry the page numbers. */
const OLDEST_VERSION = 131;

export interface Program {
  readonly path: string;
  readonly kind: BrowserKind;
  /** Variables that this browser needs beside the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running browser. */
export interface Launched {
  readonly browser: Browser;
  /** `147.0.7727.0`. */
  readonly version: string;
  readonly sandboxed: boolean;
  /** Ends every process of it at once and removes its files; may be called at any time and more than once. */
  kill(): void;
  /** The same without holding up this process: removes its files once it no longer writes to them. */
  end(): Promise<void>;
  /** Lets it end by itself, or ends it after a second. */
  close(): Promise<void>;
}

/** Why a browser could not be used. */
export interface Unusable {
  readonly reason: string;
}

export interface LaunchOptions {
  readonly host: Host;
  readonly cleanup: Cleanup;
  /** Ends the browser, also one that has not started yet. */
  readonly signal?: AbortSignal | undefined;
  readonly guards?: readonly Guard[];
  readonly timeoutMs?: number;
  /** The oldest major version that will do. */
  readonly oldest?: number;
}

const WORKSPACE = 'cip-report-browser-';
const START_MS = 30_000;
const CLOSE_MS = 1000;

/**
 * Starts a browser with a temporary profile of its own, and returns it or why it is of no use. Nothing of it is left
 * once it is closed or killed. Rejects where the signal or the clean-up stops it while it starts.
 */
export async function launch(program: Program, options: LaunchOptions): Promise<Launched | Unusable> {
  options.signal?.throwIfAborted();
  if (!isExecutable(program.path)) return { reason: 'it is not a program that this user can run' };
  const { host } = options;
  sweepAbandoned(host.temp, WORKSPACE);
  const workspace = join(host.temp, `${WORKSPACE}${ownerName()}`);
  const temp = join(workspace, 'tmp');
  try {
    mkdirSync(workspace, { mode: 0o700 });
    mkdirSync(temp);
  } catch (error) {
    return { reason: `its temporary folder cannot be made: ${messageOf(error)}` };
  }
  const sandboxed = host.uid !== 0;
  const args = browserArgs(options.guards ?? GUARDS, sandboxed, workspace);
  const env = browserEnv(host, program, temp);
  const stop = new AbortController();
  const kill = (): void => {
    stop.abort();
    removeTree(workspace);
  };
  const release = options.cleanup.add(kill);
  options.signal?.addEventListener('abort', kill);
  const end = (): void => {
    kill();
    release();
    options.signal?.removeEventListener('abort', kill);
  };
  try {
    const starting = start(program, args, env, stop.signal, options.timeoutMs ?? START_MS);
    const stopped = abortOf(stop.signal);
    const browser = await Promise.race([starting, stopped]);
    const version = (await Promise.race([browser.version(), stopped])).replace(/^.*\//, '');
    const launched = {
      browser,
      version,
      sandboxed,
      kill: end,
      end: () => windUp(exitOf(browser, stop), workspace, end),
      close: () => windUp(browser.close(), workspace, end),
    };
    const oldest = options.oldest ?? OLDEST_VERSION;
    if (Number.parseInt(version, 10) >= oldest) return launched;
    await launched.close();
    return { reason: `it is version ${version}; page numbers need ${oldest} or later` };
  } catch (error) {
    const reason = await diagnose(program.path, args, env, stop.signal).catch(() => messageOf(error));
    // What was stopped says nothing about the browser.
    const wasStopped = stop.signal.aborted;
    end();
    if (wasStopped) throw options.signal?.aborted ? options.signal.reason : error;
    return { reason };
  }
}

/**
 * Rejects once the signal fires. To be raced with what puppeteer promises: it goes on waiting for pages of a browser
 * that was killed.
 */
export function abortOf(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const stop = (): void => {
      reject(new Error('it was stopped'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  // Most signals fire when nobody waits any more.
  aborted.catch(() => undefined);
  return aborted;
}

async function start(
  program: Program,
  args: readonly string[],
  env: Record<string, string>,
  signal: AbortSignal,
  timeout: number,
): Promise<Browser> {
  // Not `puppeteer`: that package runs a configuration script of the working directory, which is a data repo.
  const { launch: launchBrowser } = await import('puppeteer-core');
  return launchBrowser({
    executablePath: program.path,
    // Chrome itself has no other headless mode left; the shell has no other than its own.
    headless: program.kind === 'headless-shell' ? 'shell' : true,
    pipe: true,
    // Each page is of a context of its own.
    waitForInitialPage: false,
    args: [...args],
    env,
    signal,
    timeout,
    protocolTimeout: 0,
    // An abort of ours ends the browser; puppeteer would exit the process with a code of its own.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Waits for the end of a browser, a second at most, and removes what it left. */
async function windUp(ending: Promise<void>, workspace: string, end: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_MS);
  });
  await Promise.race([ending.catch(() => undefined), late]);
  clearTimeout(timer);
  // Beside what this process is doing: a PDF is being finished meanwhile. What resists is tried again in `end`.
  await rm(workspace, { recursive: true, force: true }).catch(() => undefined);
  end();
}

/** Ends every process of a browser and returns when the first of them is gone. */
function exitOf(browser: Browser, stop: AbortController): Promise<void> {
  const process = browser.process();
  const gone = new Promise<void>((resolve) => {
    if (process === null || process.exitCode !== null || process.signalCode !== null) resolve();
    else
      process.once('exit', () => {
        resolve();
      });
  });
  // Else puppeteer would wait a while for what becomes of the pages that go, and this process with it.
  browser.disconnect().catch(() => undefined);
  // Nobody else hears any more that its pipes break.
  for (const pipe of process?.stdio ?? []) pipe?.on('error', () => undefined);
  stop.abort();
  return gone;
}

function browserArgs(guards: readonly Guard[], sandboxed: boolean, workspace: string): string[] {
  return [
    `--user-data-dir=${join(workspace, 'profile')}`,
    '--disable-gpu',
    '--font-render-hinting=none',
    '--lang=en-GB',
    ...guards.flatMap((guard) => guard.args ?? []),
    // Chrome refuses to start its sandbox as root.
    ...(sandboxed ? [] : ['--no-sandbox']),
  ];
}

// Neither the zone nor the locale nor the secrets of whoever runs the program are the browser's business.
function browserEnv(host: Host, program: Program, temp: string): Record<string, string> {
  const keep =
    host.platform === 'win32'
      ? Object.keys(host.env)
      : ['PATH', 'HOME', 'USER', 'LOGNAME', 'FONTCONFIG_PATH'];
  const kept = keep.flatMap((name) => {
    const value = host.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    TMPDIR: temp,
    TEMP: temp,
    TMP: temp,
    ...program.env,
  };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
