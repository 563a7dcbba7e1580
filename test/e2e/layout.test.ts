import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakFaults, fillOf, readLayout, type PdfLayout } from '../support/pdf-layout.ts';
import { builtExample, EXAMPLES } from '../support/built-examples.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

/** Returns how the PDFs in a folder are laid out, by their names. */
async function layoutsIn(out: string): Promise<Map<string, PdfLayout>> {
  const files = (await readdir(out)).filter((file) => file.endsWith('.pdf')).sort();
  expect(files.length).toBeGreaterThan(0);
  const layouts = new Map<string, PdfLayout>();
  for (const file of files) layouts.set(file, await readLayout(await readFile(join(out, file))));
  return layouts;
}

/** Builds an example with a style sheet of its own, and returns how its PDFs are laid out. */
async function layoutsWith(style: string, name: string): Promise<Map<string, PdfLayout>> {
  return inTemporaryFolder(async (folder) => {
    const repo = await copyExample(name, folder);
    const out = join(folder, 'papers');
    const templates = join(repo, 'templates');
    await mkdir(templates);
    await writeFile(join(templates, 'style.css'), style);
    const run = await runProgram(['build', repo, '--out', out, '--templates', templates]);
    expect(run.code, run.stderr).toBe(0);
    return layoutsIn(out);
  });
}

describe('the pages of an example', () => {
  it.each(EXAMPLES)('%s: break where a reader does not stumble, and none is nearly empty', async (name) => {
    for (const [file, layout] of await layoutsIn((await builtExample(name)).out)) {
      expect(breakFaults(layout), file).toEqual([]);
      // The last page of a report is as long as it is; a pack has one for each of its reports, which stand here by themselves.
      const pages = file.startsWith('pack-') ? [] : fillOf(layout).slice(0, -1);
      for (const [index, fill] of pages.entries())
        expect(fill, `page ${index + 1} of ${file}`).toBeGreaterThan(0.55);
    }
  });
});

/** What each of these does to a page, the check has to say. */
const DEFECTS = [
  ['.section > h2 { break-after: page }', /^a H2 is the last of page/m],
  ['.risks tr { break-after: page }', /has one row alone on page/],
  [
    '.milestones caption { break-after: page; margin: 0; padding: 0 }',
    /begins on another page than its caption/,
  ],
  [
    '.definitions thead { display: table-row-group } .definitions tr:nth-child(4) { break-after: page }',
    /goes on without its headings/,
  ],
  ['.prose p { break-inside: auto; line-height: 300pt; orphans: 1; widows: 1 }', /one line alone/],
] as const;

describe('a page that breaks badly', () => {
  it('is told, whatever is wrong with it', async () => {
    const style = DEFECTS.map(([rule]) =>
      rule.replaceAll(';', ' !important;').replaceAll(' }', ' !important }'),
    );
    const [layout] = [...(await layoutsWith(`@media print { ${style.join('\n')} }`, 'luton')).values()];
    const told = breakFaults(layout!).join('\n');
    for (const [rule, fault] of DEFECTS) expect(told, rule).toMatch(fault);
  });
});
