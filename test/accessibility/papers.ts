import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../support/program.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** One page that is published: its name (`luton workforce`) and its HTML. */
export interface Paper {
  readonly name: string;
  readonly html: string;
}

/** What changed, on paper: an example, and the arguments that say between what. */
const CHANGES = [
  ['luton', ['2021-01', '2021-02']],
  ['programme', ['2026-08', '2026-10']],
] as const;

/** Builds every example into `folder` with the built program; returns all their pages, and two of what changed. */
export async function examplePapers(folder: string): Promise<Paper[]> {
  const entries = await readdir(EXAMPLES, { withFileTypes: true });
  const names = entries.filter((one) => one.isDirectory()).map((one) => one.name);
  const papers: Paper[] = [];
  for (const name of names.sort()) {
    const out = join(folder, name);
    await succeed(['build', join(EXAMPLES, name), '--no-pdf', '--out', out]);
    const files = (await readdir(out)).filter((one) => one.endsWith('.html')).sort();
    for (const file of files)
      papers.push({
        name: `${name} ${file.replace(/-[\d-]+\.html$/, '')}`,
        html: await readFile(join(out, file), 'utf8'),
      });
  }
  for (const [name, sides] of CHANGES) {
    const file = join(folder, `${name}-changes.html`);
    await succeed(['diff', ...sides, join(EXAMPLES, name), '--format', 'html', '--out', file]);
    papers.push({ name: `${name} changes`, html: await readFile(file, 'utf8') });
  }
  return papers;
}

async function succeed(args: readonly string[]): Promise<void> {
  const run = await runProgram(args);
  if (run.code !== 0)
    throw new Error(`${args.join(' ')} ended with ${run.code ?? 'a signal'}: ${run.stderr}`);
}
