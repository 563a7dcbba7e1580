import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

const STEM = 'workforce-2021-04-19';

it('build writes Markdown without a browser, says where, and sets it aside once it is outdated', async () => {
  await inTemporaryFolder(async (folder) => {
    const repo = await copyExample('luton', folder);
    const run = await runProgram(['build', repo, '--no-pdf', '--markdown', '--markdown-summary']);
    expect(run.code, run.stderr).toBe(0);
    const out = join(repo, 'out');
    const files = [`${STEM}.html`, `${STEM}.json`, `${STEM}.md`, `${STEM}.summary.md`];
    expect((await readdir(out)).sort()).toEqual(files);
    for (const name of files) expect(run.stdout).toContain(name);
    const [whole, summary] = await Promise.all(
      ['md', 'summary.md'].map((ending) => readFile(join(out, `${STEM}.${ending}`), 'utf8')),
    );
    expect(whole).toMatch(/^# /);
    expect(whole).toContain('Figures checked');
    expect(summary).toMatch(/^# /);
    expect(summary).toContain('of the full paper');
    expect(summary).not.toContain('Figures checked');
    expect(summary?.length).toBeLessThan((whole?.length ?? 0) / 2);

    const paper = join(repo, 'workforce/2021-04-19/report.yaml');
    await writeFile(paper, (await readFile(paper, 'utf8')).replace('draft: true', 'draft: false'));
    const later = await runProgram(['build', repo, '--no-pdf', '--markdown']);
    expect(later.stderr).toContain('warning W913');
    expect((await readdir(out)).sort()).toEqual([
      `${STEM}.earlier.summary.md`,
      `${STEM}.html`,
      `${STEM}.json`,
      `${STEM}.md`,
    ]);
  });
});
