import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes a folder a git repository where it is none, and commits everything in it. */
export function commitAll(root: string, subject: string): void {
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '-A', '.');
  git('-c', 'user.name=Council', '-c', 'user.email=council@example.org', 'commit', '-q', '-m', subject);
}

/** Changes a file of a data repo; throws where it does not have the text, so that no test passes on an edit that was none. */
export async function edit(root: string, file: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(root, file);
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has nothing like ${String(from)}`);
  await writeFile(path, after);
}
