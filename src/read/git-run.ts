import {
  execFile,
  spawn,
  type ChildProcessWithoutNullStreams,
  type ExecFileException,
} from 'node:child_process';
import { dirname } from 'node:path';

export interface GitOptions {
  /** Of the program's own environment only what finds git and its user's configuration is handed on. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** After so many milliseconds git is ended, and what it was asked for is not known. */
  readonly timeout?: number;
}

/** Why git did not do what it was asked for. */
export type GitFault = 'not-installed' | 'no-repository' | 'not-trusted' | 'lacks-objects' | 'failed';

/** What git wrote, a character for each byte, or why it did not. */
export type GitResult =
  | { readonly ok: true; readonly stdout: string }
  | { readonly ok: false; readonly fault: GitFault; readonly because: string };

/** Runs git in one folder. */
export type Git = (args: readonly string[]) => Promise<GitResult>;

/** What a data repo's own configuration may set to a command, or to what changes what is read. */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.askPass=',
  'core.sshCommand=',
  'core.attributesFile=/dev/null',
  'core.alternateRefsCommand=',
  'diff.external=',
  'credential.helper=',
  'log.showSignature=false',
  'protocol.allow=never',
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

/** Found by git and its user's own configuration (which may name the folders that are safe); nothing else is handed on. */
const HANDED_ON = ['PATH', 'Path', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SystemRoot', 'SYSTEMROOT'];

export const GIT_TIMEOUT = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;

function environmentOf({ variables }: GitOptions): Record<string, string> {
  const handed = HANDED_ON.flatMap((name) => {
    const value = variables[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(handed),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    // A partial clone fetches what it lacks by whatever command its configuration names.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_REPLACE_OBJECTS: '1',
    // Nor may a list of other parents say what `main~1` is.
    GIT_GRAFT_FILE: '/dev/null',
  };
}

/** Arguments that name the folder and take away what a repository's own configuration could have run. */
function argumentsFor(folder: string, args: readonly string[]): string[] {
  return ['--no-pager', ...SETTINGS, '-C', folder, ...args];
}

function settingsOf(options: GitOptions) {
  return {
    // Where a program is looked for in the working directory, a data repo must not be that.
    cwd: dirname(process.execPath),
    env: environmentOf(options),
    windowsHide: true,
    ...(options.signal && { signal: options.signal }),
  } as const;
}

/** Runs git to its end in a folder, with nothing of what the repository's own configuration may set to a command. */
export function runGit(folder: string, args: readonly string[], options: GitOptions): Promise<GitResult> {
  const settings = {
    ...settingsOf(options),
    timeout: options.timeout ?? GIT_TIMEOUT,
    maxBuffer: MOST_BYTES,
    encoding: 'latin1',
  } as const;
  return new Promise((resolve) => {
    execFile('git', argumentsFor(folder, args), settings, (error, stdout, stderr) => {
      resolve(error === null ? { ok: true, stdout } : { ok: false, ...whyNot(error, stderr) });
    });
  });
}

/** Starts a git that answers one question after another, just as guarded. Whoever starts it has to end it. */
export function startGit(
  folder: string,
  args: readonly string[],
  options: GitOptions,
): ChildProcessWithoutNullStreams {
  return spawn('git', argumentsFor(folder, args), settingsOf(options));
}

function whyNot(
  error: ExecFileException,
  stderr: string,
): { readonly fault: GitFault; readonly because: string } {
  if (error.code === 'ENOENT') return { fault: 'not-installed', because: 'git is not installed' };
  if (/dubious ownership/.test(stderr))
    return { fault: 'not-trusted', because: 'git refuses the repository: it belongs to another user' };
  if (/not a git repository/.test(stderr))
    return { fault: 'no-repository', because: 'the data is not in a git repository' };
  const isLacking = /promisor remote|lazy fetching|unable to read|could not read|missing/i.test(stderr);
  return { fault: isLacking ? 'lacks-objects' : 'failed', because: 'git could not read the history' };
}
