import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyExample, inTemporaryFolder, runProgram, type Run } from '../support/program.ts';

interface Built {
  readonly run: Run;
  readonly files: readonly string[];
  readonly html: (stem: string) => Promise<string>;
}

async function withTemplates(
  files: Readonly<Record<string, string>>,
  use: (built: Built) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const repo = await copyExample('programme', folder);
    await mkdir(join(folder, 'ours'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'ours', name), text);
    const run = await runProgram(['build', 'programme', '--templates', 'ours', '--no-pdf'], { cwd: folder });
    const out = join(repo, 'out');
    await use({
      run,
      files: await readdir(out).catch(() => []),
      html: (stem) => readFile(join(out, `${stem}-2026-11-09.html`), 'utf8'),
    });
  });
}

describe('build --templates', () => {
  it('prints reports and pack with parts and styles of the council’s own', async () => {
    const files = {
      'trust.hbs': '<p class="trust">Questions on figures go to the data team. {{summary.checked}}</p>\n',
      'look.css': '.trust { font-style: italic; }\n',
    };
    await withTemplates(files, async ({ run, html }) => {
      expect(run, run.stderr).toMatchObject({ code: 0 });
      for (const stem of ['workforce', 'practice', 'pack']) {
        const page = await html(stem);
        expect(page).toContain('.trust { font-style: italic; }');
        expect(page.match(/Questions on figures go to the data team\./g)).toHaveLength(
          stem === 'pack' ? 2 : 1,
        );
        expect(page).not.toContain('Can the figures be trusted?');
      }
    });
  });

  it('publishes nothing where one has a misspelt path, and says it once with its line', async () => {
    const files = { 'trust.hbs': '<p class="trust">\n  {{summary.chekced}}\n</p>\n' };
    await withTemplates(files, ({ run, files: written }) => {
      expect(run.code).toBe(2);
      expect(run.stdout).toBe('');
      expect(run.stderr).toContain(
        [
          'error E503 there is no "summary.chekced" at this place',
          '  ours/trust.hbs:2:5',
          '    2 │   {{summary.chekced}}',
          '      │     ~~~~~~~~~~~~~~~',
        ].join('\n'),
      );
      expect(run.stderr.match(/E503/g)).toHaveLength(1);
      expect(run.stderr).toContain('Nothing was published: 1 error.');
      expect(written).toEqual([]);
      return Promise.resolve();
    });
  });

  it('says in one run what a page may not have and what the page does not', async () => {
    const files = {
      'trust.hbs': '<p onclick="x()">\n  {{summary.chekced}}\n</p>\n',
      'risks.hbs': '{{#if title}}<p>{{upper title}}',
    };
    await withTemplates(files, ({ run, files: written }) => {
      expect(run.code).toBe(2);
      const told = run.stderr.match(/^error E\d+ .*\n.*$/gm);
      expect(told).toEqual([
        'error E502 the block {{#if title}} of line 1 is not closed\n  ours/risks.hbs:1:1',
        'error E511 a part of your own may not have the attribute onclick\n  ours/trust.hbs:1:4',
        'error E503 there is no "summary.chekced" at this place\n  ours/trust.hbs:2:5',
      ]);
      expect(run.stderr).toContain('Nothing was published: 3 errors');
      expect(written).toEqual([]);
      return Promise.resolve();
    });
  });

  it('names the part that was meant, and a style that would fetch', async () => {
    const files = {
      'escalatons.hbs': '<p></p>',
      'look.css': 'p { background: url(https://council.example/x) }',
    };
    await withTemplates(files, ({ run }) => {
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('did you mean escalations.hbs?');
      expect(run.stderr).toContain('ours/look.css:1:17');
      return Promise.resolve();
    });
  });

  it('says what is wrong with the data before it looks how the templates fit its pages', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('programme', folder);
      const risks = join(repo, 'workforce/2026-11-09/risks.csv');
      await writeFile(risks, `${(await readFile(risks, 'utf8')).trimEnd()}\nWFR9,one,2\n`);
      await mkdir(join(folder, 'ours'));
      await writeFile(join(folder, 'ours/trust.hbs'), '<p onclick="x()"></p>\n');
      const run = await runProgram(['build', 'programme', '--templates', 'ours', '--no-pdf'], {
        cwd: folder,
      });
      expect(run.code).toBe(2);
      expect(run.stderr.match(/^error E\d+ .*\n +\S+/gm)).toEqual([
        expect.stringContaining('programme/workforce/2026-11-09/risks.csv:'),
        'error E511 a part of your own may not have the attribute onclick\n  ours/trust.hbs:1:4',
      ]);
      expect(run.stderr.match(/Nothing was published: 2 errors/g)).toHaveLength(1);
    });
  });

  it('says where the folder is missing', async () => {
    await inTemporaryFolder(async (folder) => {
      await copyExample('programme', folder);
      const run = await runProgram(['build', 'programme', '--templates', 'gone'], { cwd: folder });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('--templates gone: there is no such folder');
    });
  });
});
