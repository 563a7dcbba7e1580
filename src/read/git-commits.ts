import type { Git } from './git-run.ts';

/** A commit. Who made it is left out: the project names roles and no people. */
export interface Commit {
  /** As git shortens it. */
  readonly hash: string;
  /** `2021-04-12`, as the commit has it. */
  readonly date: string;
  readonly subject: string;
}

/** Returns commits by their whole hashes; undefined where git fails on them. */
export async function readCommits(
  hashes: readonly string[],
  git: Git,
): Promise<Map<string, Commit> | undefined> {
  if (hashes.length === 0) return new Map();
  const format = '--format=%H%x00%h%x00%cs%x00%s';
  const log = await git(['log', '--no-walk', '--no-notes', '--encoding=UTF-8', format, ...hashes]);
  if (!log.ok) return undefined;
  const rows = inUtf8(log.stdout).trimEnd().split('\n');
  return new Map(
    rows.map((row) => {
      const [full = '', hash = '', date = '', subject = ''] = row.split('\0');
      return [full, { hash, date, subject }];
    }),
  );
}

/** Returns what git wrote, a character for each byte, as the UTF-8 text that it is. */
export function inUtf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
