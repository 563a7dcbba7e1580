import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { askProgram } from '../support/ask-program.ts';
import { builtExample, BUILT_IN } from '../support/built-examples.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

const STEM = 'workforce-2021-04-19';
const TABLE = 'workforce/2021-04-19/workforce.csv';

async function reportIn(out: string): Promise<Report> {
  return JSON.parse(await readFile(join(out, `${STEM}.json`), 'utf8')) as Report;
}

async function bytesIn(out: string): Promise<Record<string, string>> {
  const names = (await readdir(out)).sort();
  const files = await Promise.all(names.map((name) => readFile(join(out, name), 'base64')));
  return Object.fromEntries(names.map((name, index) => [name, files[index] ?? '']));
}

function printed(report: Report, metric: string): string[] {
  return ['2020-12', '2021-01', '2021-02'].map(
    (period) => report.figures[`${metric}@${period}`]?.text ?? 'absent',
  );
}

/** Every figure of Luton's workforce table, as it is to be printed. */
const FIGURES = {
  in_post: ['193', '180', '185'],
  permanent: ['141', '144', '146'],
  starters: ['1', '10', '0'],
  starters_rate: ['0.71%', '6.94%', '0.00%'],
  leavers: ['1', '1', '1'],
  leavers_rate: ['0.71%', '0.69%', '0.68%'],
  agency: ['52', '36', '39'],
  agency_rate: ['26.94%', '20.00%', '21.08%'],
  unfilled: ['16', '17', '24'],
  establishment: ['209', '197', '209'],
} as const;

describe('build examples/luton', () => {
  it('writes HTML, PDF and JSON, says where, and the JSON holds every figure of the source', async () => {
    const { out, run } = await builtExample('luton');
    for (const ending of ['html', 'pdf', 'json'])
      expect(run.stdout).toContain(join('out', `${STEM}.${ending}`));
    expect((await readdir(out)).sort()).toEqual([`${STEM}.html`, `${STEM}.json`, `${STEM}.pdf`]);

    const report = await reportIn(out);
    for (const [metric, texts] of Object.entries(FIGURES))
      expect(printed(report, metric), metric).toEqual(texts);
    expect(report.figures['unfilled@2021-02']?.mark).toBe('*');
    expect(report.risks.open.map((risk) => [risk.reference, risk.score])).toEqual([
      ['WFR1', '5'],
      ['WFR3', '3'],
      ['WFR9', '5'],
      ['WFR10', '5'],
    ]);
    expect(report.risks.closed.map((risk) => [risk.reference, risk.score, risk.swapped?.score])).toEqual([
      ['WFR6', undefined, '3'],
      ['WFR7', undefined, '3'],
    ]);
    const swapped = report.findings.filter((one) => one.code === 'W303');
    expect(swapped.map((one) => one.at?.line)).toEqual([6, 7]);

    const pdf = await readFile(join(out, `${STEM}.pdf`), 'latin1');
    expect(pdf).toMatch(/^%PDF-1\.\d/);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Lang \(en-GB\)/);
    expect(pdf).toContain('/Outlines');
  });

  it('computes the same figures when the stated rows are taken away', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      const table = await readFile(join(repo, TABLE), 'utf8');
      const kept = table.split('\n').filter((line) => !/% of|in post at/.test(line));
      expect(kept.length).toBe(table.split('\n').length - 4);
      await writeFile(join(repo, TABLE), kept.join('\n'));
      const run = await runProgram(['build', repo, '--no-pdf']);
      expect(run, run.stderr).toMatchObject({ code: 0 });
      const report = await reportIn(join(repo, 'out'));
      for (const [metric, texts] of Object.entries(FIGURES))
        expect(printed(report, metric), metric).toEqual(texts);
      expect(report.checked.recomputed).toBe(0);
    });
  });

  it('gives the same bytes again, in another time zone and another locale', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      const places = [
        BUILT_IN,
        { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
        { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      ];
      const first = await bytesIn((await builtExample('luton')).out);
      expect(Object.keys(first)).toHaveLength(3);
      for (const [index, env] of places.entries()) {
        const out = join(folder, `out-${index}`);
        const run = await runProgram(['build', repo, '--out', out], { env });
        expect(run, run.stderr).toMatchObject({ code: 0 });
        const again = await bytesIn(out);
        for (const [name, bytes] of Object.entries(first))
          expect(again[name] === bytes, `${name} ${env.TZ}`).toBe(true);
      }
    });
  });

  it('leaves an earlier report untouched when the data has an error', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      await runProgram(['build', repo, '--no-pdf']);
      const before = await bytesIn(join(repo, 'out'));
      const table = await readFile(join(repo, TABLE), 'utf8');
      await writeFile(join(repo, TABLE), table.replace('52,36,39', '52,36,n/a'));
      const run = await runProgram(['build', repo, '--no-pdf']);
      expect(run.code).toBe(1);
      expect(run.stdout).toBe('');
      expect(run.stderr).toContain(`${TABLE}:8:`);
      expect(run.stderr).toContain('n/a');
      expect(await bytesIn(join(repo, 'out'))).toEqual(before);
    });
  });

  it('still writes HTML and JSON where no browser works, with one finding and exit code 2', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      const run = await runProgram(['build', repo, '--browser', join(folder, 'no-such-browser')]);
      expect(run.code).toBe(2);
      expect((await readdir(join(repo, 'out'))).sort()).toEqual([`${STEM}.html`, `${STEM}.json`]);
      expect(run.stderr.match(/^error E9\d\d/gm)).toHaveLength(1);
      expect(run.stderr).toContain('no-such-browser');
    });
  });

  it('sets a PDF of an earlier build aside where it would stand beside newer data, and only then', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      await runProgram(['build', repo, '--no-pdf']);
      const pdf = join(repo, 'out', `${STEM}.pdf`);
      await writeFile(pdf, 'of an earlier build');
      expect((await runProgram(['build', repo, '--no-pdf'])).stderr).not.toContain('W910');
      expect(await readFile(pdf, 'utf8')).toBe('of an earlier build');
      const paper = join(repo, 'workforce/2021-04-19/report.yaml');
      await writeFile(paper, (await readFile(paper, 'utf8')).replace('draft: true', 'draft: false'));
      const run = await runProgram(['build', repo, '--no-pdf']);
      expect(run.stderr).toContain('warning W910');
      const aside = `${STEM}.earlier.pdf`;
      expect(run.stderr).toContain(join('out', aside));
      expect((await readdir(join(repo, 'out'))).sort()).toEqual([aside, `${STEM}.html`, `${STEM}.json`]);
      expect(await readFile(join(repo, 'out', aside), 'utf8')).toBe('of an earlier build');
    });
  });
});

describe('the output folder', () => {
  it('is not taken from a link that leads out of the data repo', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      await mkdir(join(folder, 'elsewhere'));
      await symlink(join(folder, 'elsewhere'), join(repo, 'out'));
      const run = await runProgram(['build', repo, '--no-pdf']);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('error E907');
      expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
      expect((await runProgram(['build', repo, '--no-pdf', '--out', join(repo, 'out')])).code).toBe(0);
    });
  });
});

describe('usage', () => {
  it.each([
    [['bild'], /did you mean build/i],
    [['help', 'bulid'], /did you mean build/i],
    [['build', '--al'], /did you mean --all/i],
    [['build', '--meeting', 'yesterday', '--no-pdf', 'examples/luton'], /yesterday/],
    [['build', '--workstream', 'workforse', '--no-pdf', 'examples/luton'], /workforce/],
    [['build', '--as-of', '31/02/2021', '--no-pdf', 'examples/luton'], /31\/02\/2021/],
    [['build', '--encoding', 'latin-9', 'examples/luton'], /windows-1252/],
  ])('%j ends with 2 and says what was meant', async (args, message) => {
    const run = await askProgram(args);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it('a folder without a configuration ends with 2 and says what is missing', async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, 'empty'));
      const run = await runProgram(['build', 'empty'], { cwd: folder });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('cip-report.yaml');
      await rm(join(folder, 'empty'), { recursive: true });
    });
  });

  it('a fault in the configuration ends with 2, one in the data with 1', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('luton', folder);
      const config = join(repo, 'cip-report.yaml');
      await writeFile(
        config,
        (await readFile(config, 'utf8')).replace('metric: agency_rate', 'metric: agency_rat'),
      );
      const run = await runProgram(['build', repo, '--no-pdf']);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('agency_rat');
      expect(run.stderr).toContain('Nothing was published');
    });
  });

  it('survives a reader that stops reading', async () => {
    const run = await runProgram(['doctor', '--json', '--browser', '/nonexistent'], { closeStdout: true });
    expect(run.code).toBe(2);
    expect(run.stderr).not.toContain('EPIPE');
  });

  it('prints its version', async () => {
    expect(await runProgram(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as unknown,
    });
  });
});
