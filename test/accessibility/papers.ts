import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtExample } from '../support/built-examples.ts';
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

/** Returns the pages of every example as the built program publishes them, and two of what changed, made in `folder`. */
export async function examplePapers(folder: string): Promise<Paper[]> {
  const entries = await readdir(EXAMPLES, { withFileTypes: true });
  const names = entries.filter((one) => one.isDirectory()).map((one) => one.name);
  const papers: Paper[] = [];
  for (const name of names.sort()) {
    const { files } = await builtExample(name);
    for (const file of files.filter((one) => one.endsWith('.html')))
      papers.push({
        name: `${name} ${basename(file).replace(/-[\d-]+\.html$/, '')}`,
        html: await readFile(file, 'utf8'),
      });
  }
  for (const [name, sides] of CHANGES) {
    const file = join(folder, `${name}-changes.html`);
    const run = await runProgram(['diff', ...sides, join(EXAMPLES, name), '--format', 'html', '--out', file]);
    if (run.code !== 0)
      throw new Error(`the changes of ${name} ended with ${run.code ?? 'a signal'}: ${run.stderr}`);
    papers.push({ name: `${name} changes`, html: await readFile(file, 'utf8') });
  }
  return papers;
}
