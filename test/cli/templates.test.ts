import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { inTemporaryFolder } from '../support/program.ts';
import { recorder } from '../support/recorder.ts';

async function ran(cwd: string, ...args: string[]) {
  const { output, stdout, stderr } = recorder();
  const code = await run(['templates', ...args], { cwd, output, variables: {} });
  return { code, stdout: stdout(), stderr: stderr() };
}

describe('templates list', () => {
  it('says what each template is for and needs, and what its parts print', async () => {
    const { code, stdout } = await ran('/', 'list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^highlight-report: a board’s report on a workstream/);
    expect(stdout).toMatch(/committee-report: [^\n]*\n {2}needs in report.yaml: title and report_by\n/);
    expect(stdout).toMatch(/\n {2}trust {2,}whether the figures can be trusted/);
    expect(stdout.match(/\n {2}risks /g)).toHaveLength(1);
    expect(stdout).not.toContain('changes-table');
    expect((await ran('/', 'lsit')).stderr).toContain('Did you mean list?');
  });

  it('is the same as JSON', async () => {
    const { stdout } = await ran('/', 'list', '--json');
    const { templates } = JSON.parse(stdout) as {
      templates: { name: string; parts: object[]; sections: string[] }[];
    };
    expect(templates.map((one) => one.name)).toEqual([
      'highlight-report',
      'committee-report',
      'recommendations-report',
      'pack',
    ]);
    expect(templates[0]?.parts).toContainEqual({
      file: 'highlight-report/trust.hbs',
      is: 'whether the figures can be trusted, on the first page',
    });
    expect(templates[1]?.sections).toContain('considerations');
  });
});

describe('templates copy', () => {
  it('copies a part, says what is next, and leaves one that is there as it ships', async () => {
    await inTemporaryFolder(async (cwd) => {
      const first = await ran(cwd, 'copy', 'trust');
      expect(first.code).toBe(0);
      expect(first.stderr).toContain('copied  our-templates/highlight-report/trust.hbs\n');
      expect(first.stderr).toContain('Next: cip-report build --templates our-templates\n');
      const again = await ran(cwd, 'copy', 'trust', 'our-templates');
      expect([again.code, again.stderr.split('\n')[0]]).toEqual([0, '1 of 1 there already, as shipped']);
    });
  });

  it('says of a whole template how many of its files every template shares', async () => {
    await inTemporaryFolder(async (cwd) => {
      const { code, stderr } = await ran(cwd, 'copy', 'highlight-report');
      expect(code).toBe(0);
      const [, shared, all] =
        /\n(\d+) of these (\d+), those at the top of our-templates, are shared by every template/.exec(
          stderr,
        ) ?? [];
      expect(Number(shared)).toBeGreaterThan(50);
      expect(stderr.match(/^copied /gm)).toHaveLength(Number(all));
      expect(stderr.match(/^copied {2}our-templates\/[^/\n]+$/gm)).toHaveLength(Number(shared));
    });
  });

  it('has its help from `help templates copy`, too', async () => {
    const { output, stdout } = recorder();
    expect(await run(['help', 'templates', 'copy'], { cwd: '/', output, variables: {} })).toBe(0);
    expect(stdout()).toContain('Usage: cip-report templates copy');
    expect(stdout()).toContain('--force');
  });

  it('refuses a folder with a link in the way', async () => {
    await inTemporaryFolder(async (cwd) => {
      await mkdir(join(cwd, 'our-templates'));
      await symlink('../outside.txt', join(cwd, 'our-templates', 'logo.hbs'));
      const { code, stderr } = await ran(cwd, 'copy', 'logo', '--force');
      expect(code).toBe(2);
      expect(stderr).toContain('nothing can be copied into our-templates: logo.hbs is a link there');
    });
  });

  it('writes over nothing unless it is asked to, and says over what', async () => {
    await inTemporaryFolder(async (cwd) => {
      await ran(cwd, 'copy', 'trust');
      const file = join(cwd, 'our-templates', 'highlight-report', 'trust.hbs');
      await writeFile(file, 'ours');
      const refused = await ran(cwd, 'copy', 'highlight-report');
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(
        'our-templates has highlight-report/trust.hbs already, with another text',
      );
      expect(await readFile(file, 'utf8')).toBe('ours');
      const forced = await ran(cwd, 'copy', 'trust', '--force');
      expect(forced.stderr).toContain('written over  our-templates/highlight-report/trust.hbs');
      expect(await readFile(file, 'utf8')).toContain('Can the figures be trusted?');
    });
  });

  it.each([
    ['trsut', 'did you mean trust?'],
    ['highlight', 'did you mean highlight-report?'],
    ['committee-reprot', 'did you mean committee-report?'],
    ['zzzzzz', 'run `cip-report templates list` for those that there are'],
    [
      'opening',
      'say of which: highlight-report/opening, committee-report/opening and recommendations-report/opening',
    ],
  ])('says what could be meant by %s', async (name, help) => {
    const { code, stderr } = await ran('/', 'copy', name, '/nowhere');
    expect(code).toBe(2);
    expect(stderr).toContain(help);
  });

  it('says that a file is no folder', async () => {
    await inTemporaryFolder(async (cwd) => {
      await writeFile(join(cwd, 'ours'), '');
      const { code, stderr } = await ran(cwd, 'copy', 'trust', 'ours');
      expect(code).toBe(2);
      expect(stderr).toContain('nothing can be copied into ours: ');
    });
  });
});
