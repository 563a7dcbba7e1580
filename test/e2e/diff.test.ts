import { execFileSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askProgram } from '../support/ask-program.ts';
import { commitAll, edit } from '../support/git-repo.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

const TABLE = 'workforce/2021-04-19/workforce.csv';
const LUTON = 'examples/luton';
const PROGRAMME = 'examples/programme';

async function comparison(args: readonly string[], cwd?: string): Promise<unknown> {
  const run = await askProgram(['diff', ...args, '--format', 'json'], cwd === undefined ? {} : { cwd });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout);
}

function sides(form: string, before: string, after: string) {
  return { form, before: { label: before }, after: { label: after } };
}

describe('cip-report diff: every form', () => {
  it.each([
    [['2021-01', '2021-02', LUTON], 'periods', 'Jan 2021', 'Feb 2021'],
    [['Jan-21', 'Feb 2021', LUTON], 'periods', 'Jan 2021', 'Feb 2021'],
    [['2020-12', LUTON], 'periods', 'Dec 2020', 'Feb 2021'],
    [[LUTON], 'periods', 'Jan 2021', 'Feb 2021'],
    [['2026-09-14', '2026-11-09', PROGRAMME], 'meetings', '14 September 2026', '9 November 2026'],
    [['2026-09-14', PROGRAMME], 'meetings', '14 September 2026', '9 November 2026'],
    [['--since-last-meeting', PROGRAMME], 'meetings', '14 September 2026', '9 November 2026'],
    [['examples/luton', 'examples/luton/'], 'folders', 'examples/luton', 'examples/luton/'],
    [[`${LUTON}/${TABLE}`, `${LUTON}/${TABLE}`], 'files', `${LUTON}/${TABLE}`, `${LUTON}/${TABLE}`],
  ])('%j', async (args, form, before, after) => {
    expect(await comparison(args)).toMatchObject(sides(form, before, after));
  });

  it.each([
    [['Feb 2021', 'Jan-21', LUTON], 'Feb 2021 back to Jan 2021'],
    [['2026-11-09', '2026-09-14', PROGRAMME], '9 November 2026 back to 14 September 2026'],
  ])('says beside the result that the first side is the later one: %j', async (args, words) => {
    const run = await askProgram(['diff', ...args, '--format', 'json']);
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^note the first side is the later one: /);
    expect(run.stderr).toContain(words);
    expect(run.stdout).not.toContain('the later one');
  });

  it('says first that two organisations are compared', async () => {
    const run = await askProgram(['diff', LUTON, 'examples/medway', '--format', 'json']);
    const { notCompared } = JSON.parse(run.stdout) as { notCompared: string[] };
    expect(notCompared[0]).toMatch(/^Luton Council is compared with Medway Council: /);
  });

  it('names the members that --renamed took for one', () =>
    inTemporaryFolder(async (folder) => {
      const table = (team: string) => `Month,Team,Permanent\nFeb 2021,${team},20\n`;
      await writeFile(join(folder, 'a.csv'), table('North'));
      await writeFile(join(folder, 'b.csv'), table('North East'));
      const args = ['diff', 'a.csv', 'b.csv', '--renamed', 'north=North East', '--format', 'json'];
      const run = await askProgram(args, { cwd: folder });
      expect(JSON.parse(run.stdout)).toMatchObject({
        renamed: [{ from: 'North', to: 'North East' }],
        differs: false,
      });
    }));

  it('compares revisions, one revision with the work tree, and changes nothing in either', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      commitAll(root, 'Enter February');
      await edit(root, TABLE, ',39', ',38');
      commitAll(root, 'Correct February');
      await edit(root, TABLE, ',38', ',37');
      const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' });
      const status = git('status', '--porcelain');
      const revisions = await comparison(['main~1', 'main'], root);
      expect(revisions).toMatchObject({
        form: 'revisions',
        differs: true,
        before: { asked: 'main~1', commit: { subject: 'Enter February' } },
        after: { asked: 'main', commit: { subject: 'Correct February' } },
      });
      expect(await comparison(['HEAD'], root)).toMatchObject({
        differs: true,
        after: { label: 'the work tree' },
      });
      expect(await comparison(['main', 'HEAD'], root)).toMatchObject({ differs: false });
      expect(await comparison(['main~1', 'main', root], folder)).toMatchObject({ differs: true });
      expect(git('status', '--porcelain')).toBe(status);
    }));
});

describe('cip-report diff: exit codes and streams', () => {
  it('ends with 1 on a difference only where it is asked', async () => {
    const differing = ['diff', '2021-01', '2021-02', LUTON];
    expect(await runProgram(differing)).toMatchObject({ code: 0, stderr: '' });
    expect(await runProgram([...differing, '--exit-code'])).toMatchObject({ code: 1, stderr: '' });
    const same = await runProgram(['diff', LUTON, LUTON, '--exit-code']);
    expect(same).toMatchObject({ code: 0, stderr: '' });
    expect(same.stdout).toContain('Nothing changed');
  });

  it('prints lines of at most 80 columns, and every other format on stdout alone', async () => {
    const text = await runProgram(['diff', '--since-last-meeting', PROGRAMME]);
    for (const line of text.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    for (const [format, start] of [
      ['markdown', /^<!-- cip-report diff -->/],
      ['html', /^<!doctype html>/i],
      ['json', /^\{/],
      ['csv', /agency/],
    ] as const) {
      const run = await askProgram(['diff', LUTON, '--format', format]);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toMatch(start);
    }
  });

  it('writes a file whole, and says where it is on stderr', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      const run = await runProgram(['diff', '--format', 'html', '--out', 'new/changes.html'], { cwd: root });
      expect(run).toMatchObject({ code: 0, stdout: '' });
      expect(run.stderr).toContain('Written to new/changes.html');
      expect(await readFile(join(root, 'new/changes.html'), 'utf8')).toContain('</html>');
      const refused = await runProgram(['diff', '--format', 'html', '--out', 'workforce'], { cwd: root });
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('Nothing was written');
      const table = await readFile(join(root, TABLE));
      const over = await runProgram(['diff', '--format', 'csv', '--out', TABLE], { cwd: root });
      expect(over).toMatchObject({ code: 2, stdout: '' });
      expect(over.stderr).toContain('what is read is never written over');
      expect((await readFile(join(root, TABLE))).equals(table)).toBe(true);
    }));

  it('makes a PDF in a file and on stdout, byte for byte the same', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'changes.pdf');
      const args = ['diff', LUTON, '--format', 'pdf'];
      expect((await runProgram([...args, '--out', path])).code).toBe(0);
      const written = await readFile(path);
      expect(written.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      const { open } = await import('node:fs/promises');
      const stream = await open(join(folder, 'stdout.pdf'), 'w');
      expect((await runProgram(args, { stdoutTo: stream.fd })).code).toBe(0);
      await stream.close();
      expect(written.equals(await readFile(join(folder, 'stdout.pdf')))).toBe(true);
    }));

  it('compares nothing where a side cannot be read, and names the side', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      commitAll(root, 'Enter February');
      const table = await readFile(join(root, TABLE), 'utf8');
      const row = table.split('\n').find((line) => line.endsWith(',52,36,39')) ?? '';
      await writeFile(join(root, TABLE), `${table.trimEnd()}\n${row}\n`);
      commitAll(root, 'Enter a row twice');
      const run = await runProgram(['diff', 'main~1', 'main'], { cwd: root });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain(`main:${TABLE}:`);
      expect(run.stderr).not.toContain('main~1:');
      expect(run.stderr).toContain('Nothing was compared');
      expect((await runProgram(['diff'], { cwd: root })).code).toBe(2);
    }));
});

describe('cip-report diff: what cannot be compared', () => {
  it.each([
    [['2021-05', LUTON], 'the nearest data period is Feb 2021'],
    [['2021-04-18', LUTON], 'the nearest meeting is 2021-04-19'],
    [['2021-02', LUTON], 'Feb 2021 is the latest period'],
    [
      ['2021-01', 'examples/luton/workforce/2021-04-19/risks.csv'],
      'not of one kind: "2021-01" is a data period',
    ],
    [['2021-01', 'HEAD', LUTON], 'not of one kind'],
    [['Febuary 2021', LUTON], 'did you mean "Feb 2021"?'],
    [['Janaury 2021', '2021-02', LUTON], 'did you mean "Jan 2021"?'],
    [['Arpil 2021', LUTON], 'the data periods are Jan 2020'],
    [['soon', LUTON], 'the data periods are Jan 2020'],
    [['examples/nowhere', LUTON], 'there is no folder "examples/nowhere"'],
    [['examples/nowhere/a.csv', 'LICENSE.csv'], 'there is no file "examples/nowhere/a.csv"'],
    [['--since-last-meeting', LUTON], 'there is no meeting before this one'],
    [['main..feature'], 'write the two apart: cip-report diff main feature'],
    [['examples/lutn', LUTON], 'did you mean "examples/luton"'],
    [['docs', LUTON], 'a folder without cip-report.yaml'],
    [['LICENSE', 'README.md'], 'neither CSV nor YAML'],
    [['a', 'b', 'c'], '"c" holds no cip-report.yaml'],
    [['a', 'b', 'c', 'd'], 'too many arguments'],
    [[LUTON, '--only', 'rissks'], 'did you mean risks?'],
    [[LUTON, '--floor', '-1'], 'is negative'],
    [[LUTON, '--workstream', 'workfroce'], 'did you mean workforce'],
    [[LUTON, '--meeting', '2021-03-15'], 'there is no meeting 2021-03-15'],
    [['2026-09-14', '2026-11-09', PROGRAMME, '--meeting', '2026-11-09'], 'leave out --meeting'],
    [[LUTON, '--table', 'risks'], '--table does not go with two periods'],
    [[LUTON, '--out', 'x.pdf'], '--format pdf'],
    [['2021-01', '2021-02'], 'the current folder, or of one that is named last'],
    [['/dev/null', 'LICENSE'], '"/dev/null" is a pipe or a device'],
  ])('%j', async (args, expected) => {
    const run = await askProgram(['diff', ...args]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(new RegExp(expected.replace(/[.?()"]/g, '\\$&')));
  });

  it('refuses what may be two things, until it is said which', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      commitAll(root, 'Enter February');
      for (const name of ['before', 'after']) {
        execFileSync('git', ['-C', root, 'branch', name]);
        await cp(join('examples/luton'), join(root, name), { recursive: true });
      }
      const run = await askProgram(['diff', 'before', 'after'], { cwd: root });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain('--as folders or --as revisions');
      for (const form of ['folders', 'revisions'])
        expect(await comparison(['before', 'after', '--as', form], root)).toMatchObject({
          form,
          differs: false,
        });
    }));

  it('names other papers that differ, and how to compare them', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('programme', folder);
      const risks = 'workforce/2026-09-14/risks.csv';
      const rows = (await readFile(join(root, risks), 'utf8')).replace(/\r?\n/g, '\r\n');
      await writeFile(join(root, risks), rows);
      const same = await askProgram(['diff', PROGRAMME, root]);
      expect(same).toMatchObject({ code: 0, stderr: '' });
      expect(same.stdout).not.toContain('differ too');
      await writeFile(join(root, risks), rows.replace(/,Open/, ',Closed'));
      const run = await askProgram(['diff', PROGRAMME, root]);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout.replace(/\s+/g, ' ')).toContain(
        'The papers of 14 September 2026 (Workforce) differ too: compare them with --meeting 2026-09-14.',
      );
    }));

  it('has an example of every form in its help', async () => {
    const { stdout, code } = await askProgram(['diff', '--help']);
    expect(code).toBe(0);
    for (const example of [
      '2021-01 2021-02',
      '--since-last-meeting',
      'october.csv',
      'main~1 main',
      'diff HEAD',
    ])
      expect(stdout).toContain(example);
  });
});
