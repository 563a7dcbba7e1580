import { readFile, realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { join } from 'node:path/posix';
import { formatList } from '../model/format.ts';
import { groupBy } from '../model/group-by.ts';
import { readCommits, type Commit } from './git-commits.ts';
import { runGit, type Git, type GitOptions } from './git-run.ts';

/** What the history says of a line. `uncommitted`: the last commit does not have the line as it now stands. */
export type LineHistory = Commit | 'uncommitted';

/** The history of the lines that were asked for, or why there is none. */
export type History =
  | {
      readonly kind: 'history';
      readonly of: (file: string, line: number) => LineHistory | undefined;
      /** Why some lines have none, where git failed on them. */
      readonly because?: string;
    }
  | { readonly kind: 'none'; readonly because: string };

/** A line of a file of the data repo, counted from 1. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

/**
 * Returns which commits last changed lines of a data repo's files. Only what is committed is read: git is asked for blobs
 * and for the blame of HEAD, never for the working tree, whose filters, text conversions and file-system monitor are
 * commands of the data repo's choosing. Where there is no git, no repository, or one that git refuses, that is said.
 */
export async function readHistory(
  root: string,
  lines: readonly FileLine[],
  options: GitOptions,
): Promise<History> {
  const folder = await realpath(root);
  const git: Git = (args) => runGit(folder, args, options);
  const shallow = await git(['rev-parse', '--is-shallow-repository']);
  if (!shallow.ok) return { kind: 'none', because: shallow.because };
  if (shallow.stdout.trim() === 'true')
    return { kind: 'none', because: 'the clone is shallow: its history may begin after the change' };
  const files = [...new Set(lines.map((one) => one.file))];
  const found = new Map<string, string | null>();
  const unread: string[] = [];
  for (const file of files) {
    const wanted = [...new Set(lines.filter((one) => one.file === file).map((one) => one.line))];
    const hashes = await blameFile(folder, file, wanted, git);
    if (hashes === 'unread') unread.push(file);
    else for (const [line, hash] of hashes) found.set(nameOf(file, line), hash);
  }
  const commits = await readCommits(
    [...new Set(found.values())].filter((one) => one !== null),
    git,
  );
  const because =
    unread.length > 0
      ? `git could not read the history of ${formatList(unread)}`
      : commits === undefined && 'git could not read the commits';
  return {
    kind: 'history',
    ...(because !== false && { because }),
    of: (file, line) => {
      const hash = found.get(nameOf(file, line));
      return hash === null ? 'uncommitted' : hash === undefined ? undefined : commits?.get(hash);
    },
  };
}

/** Returns the hash of each line that has one; null where the last commit does not have the line. `unread`: git failed. */
async function blameFile(
  folder: string,
  file: string,
  wanted: readonly number[],
  git: Git,
): Promise<[number, string | null][] | 'unread'> {
  const path = await pathWithin(folder, file);
  if (path === undefined) return [];
  const now = linesOf(await readFile(join(folder, path), 'latin1'));
  const committedFile = await git(['rev-parse', '--verify', '--quiet', `HEAD:./${path}`]);
  if (!committedFile.ok) return wanted.map((line) => [line, null]);
  const blob = await git(['cat-file', 'blob', committedFile.stdout.trim()]);
  if (!blob.ok) return 'unread';
  const then = linesOf(blob.stdout);
  if (now === undefined || then === undefined) return [];
  const committedLine = linesKept(now, then);
  const committed = wanted.map((line) => [line, committedLine(line)] as const);
  const numbers = committed.flatMap(([, line]) => line ?? []);
  const blame = numbers.length === 0 ? undefined : await git(blameArgs(path, numbers));
  if (blame?.ok === false) return 'unread';
  const hashes = hashesByLine(blame?.stdout ?? '');
  return committed.flatMap(([line, before]): [number, string | null][] => {
    if (before === undefined) return [[line, null]];
    const hash = hashes.get(before);
    return hash === undefined ? [] : [[line, hash]];
  });
}

const RANGES = 200;

function blameArgs(path: string, lines: readonly number[]): string[] {
  // Beyond so many the command line grows long, and the whole file is asked for at once.
  const ranges = lines.length > RANGES ? [] : lines.flatMap((line) => ['-L', `${line},${line}`]);
  // A list of revisions to leave out that the configuration names tells of other commits, and makes git fail where it is missing.
  const settings = ['--porcelain', '--root', '--no-textconv', '--no-ignore-revs-file', '--encoding=UTF-8'];
  return ['blame', ...settings, ...ranges, 'HEAD', '--', path];
}

/** A file that a link in the data repo stands for has its own path; what the reader opened is never outside of it. */
async function pathWithin(folder: string, file: string): Promise<string | undefined> {
  const real = await realpath(join(folder, file)).catch(() => undefined);
  if (real === undefined || !real.startsWith(`${folder}${sep}`)) return undefined;
  return relative(folder, real).split(sep).join('/');
}

/** Undefined where a line ends with a carriage return alone: git counts such lines as one. */
function linesOf(text: string): string[] | undefined {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return lines.some((line) => line.includes('\r')) ? undefined : lines;
}

/**
 * Returns which number a line of the file has in the last commit; undefined where that does not have it. What stands
 * before the first and after the last change is the same; between them a line is known again by its text alone.
 */
function linesKept(now: readonly string[], then: readonly string[]): (line: number) => number | undefined {
  const shortest = Math.min(now.length, then.length);
  let start = 0;
  while (start < shortest && now[start] === then[start]) start += 1;
  let end = 0;
  while (end < shortest - start && now[now.length - 1 - end] === then[then.length - 1 - end]) end += 1;
  const changedNow = linesByText(now, start, now.length - end);
  const changedThen = linesByText(then, start, then.length - end);
  return (line) => {
    if (line <= start) return line;
    if (line > now.length - end) return line + then.length - now.length;
    const text = now[line - 1] ?? '';
    const [before, ...others] = changedThen.get(text) ?? [];
    return changedNow.get(text)?.length === 1 && others.length === 0 ? before : undefined;
  };
}

/** The numbers of the lines of a part of a file, by their text. */
function linesByText(lines: readonly string[], start: number, end: number): Map<string, number[]> {
  const numbers = Array.from({ length: end - start }, (_, index) => start + index + 1);
  return groupBy(numbers, (line) => lines[line - 1] ?? '');
}

/** Each line of the porcelain begins with `<hash> <its first line> <its line now>`. */
function hashesByLine(porcelain: string): Map<number, string> {
  const heads = porcelain.matchAll(/^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/gm);
  return new Map([...heads].map(([, hash = '', line = '']) => [Number(line), hash]));
}

function nameOf(file: string, line: number): string {
  return `${line} ${file}`;
}
