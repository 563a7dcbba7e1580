import { existsSync } from 'node:fs';
import { appendFile, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/report/check-report.ts';
import { askProgram } from '../support/ask-program.ts';
import { copyExample, inTemporaryFolder, runProgram, type Run } from '../support/program.ts';

interface Change {
  readonly file?: string;
  readonly add?: string;
  readonly env?: Record<string, string>;
}

/** Runs `check` on a copy of the programme, from the folder that it is in. */
async function check(args: readonly string[], change: Change = {}, run = runProgram): Promise<Run> {
  return inTemporaryFolder(async (folder) => {
    const repo = await copyExample('programme', folder);
    if (change.file !== undefined) await appendFile(join(repo, change.file), change.add ?? '');
    const before = (await readdir(repo)).sort();
    const ended = await run(['check', 'programme', ...args], {
      cwd: folder,
      ...(change.env && { env: change.env }),
    });
    expect((await readdir(repo)).sort()).toEqual(before);
    return ended;
  });
}

/** The same of the program that runs already. */
function asked(args: readonly string[], change: Change = {}): Promise<Run> {
  return check(args, change, askProgram);
}

describe('check', () => {
  it('says every finding on stdout, publishes nothing, and passes where there is no error', async () => {
    const { code, stdout, stderr } = await check([]);
    expect(code, stderr).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('warning W206 action P3 is overdue');
    expect(stdout).toContain('programme/practice/2026-11-09/actions.csv:3:95');
    expect(stdout).toContain('  of: action:P3');
    expect(stdout).toMatch(/\nChecked 2 reports: /);
    expect(stdout).not.toContain('\u001b');
  });

  it('fails on a gate and says why, with places', async () => {
    const { code, stdout } = await check(['--fail-on', 'overdue,W206', '--fail-on', 'target-missed']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /Gate overdue failed: .*\n {2}action:P3 is overdue by 9 days \(programme\/practice\//,
    );
    expect(stdout).toContain('Gate W206 failed: 1 finding.');
    expect(stdout).not.toContain('Gate target-missed failed');
  });

  it('says what a gate may be called', async () => {
    const { code, stdout, stderr } = await asked(['--fail-on', 'overdu']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('did you mean overdue?');
  });

  it('refuses a gate without a name, and one meeting beside all of them', async () => {
    for (const none of ['', 'W206,', ' ']) expect((await asked(['--fail-on', none])).code).toBe(2);
    const both = await asked(['--all', '--meeting', '2026-11-09']);
    expect([both.code, both.stdout]).toEqual([2, '']);
    expect(both.stderr).toContain('--all and --meeting cannot go together');
  });

  it.runIf(existsSync('/dev/full'))('says in one line that its result could not be written', async () => {
    const full = await open('/dev/full', 'w');
    try {
      for (const format of ['json', 'text']) {
        const { code, stderr } = await runProgram(['check', 'examples/programme', '--format', format], {
          stdoutTo: full.fd,
        });
        expect(code).toBe(2);
        expect(stderr.match(/^error the result could not be written: ENOSPC/gm), stderr).toHaveLength(1);
        expect(stderr).not.toContain(' at ');
      }
    } finally {
      await full.close();
    }
  });

  it('passes no gate on what could not be read, nor a rule that was not run', async () => {
    const risks = await asked(['--fail-on', 'red-risk'], {
      file: 'workforce/2026-11-09/risks.csv',
      add: '"\n',
    });
    expect(risks.stdout).toMatch(
      /Gate red-risk failed: .*not everything that it is about could be read\.\n(?: {2}.*\n)*? {2}workforce\/2026-11-09\/risks\.csv could not be read/,
    );
    const figures = await asked(['--format', 'junit'], {
      file: 'workforce/2026-11-09/workforce.csv',
      add: 'nonsense\n',
    });
    expect(figures.stdout).toContain('"W104 stated-figure: not run"');
    const few = await asked(['--format', 'junit', '--max-findings', '0']);
    expect(few.stdout).toContain('"W206 action-overdue: 1 not listed"');
  });

  it('ends with 1 on errors in the data, with 2 where the configuration cannot be used, and says all the rest', async () => {
    const broken = { file: 'workforce/2026-11-09/risks.csv', add: '"\n' };
    const data = await check([], broken);
    expect(data.code).toBe(1);
    expect(data.stdout).toContain('warning W206');
    const config = await check([], { file: 'cip-report.yaml', add: '\nnonsense: 1\n' });
    expect(config.code).toBe(2);
    expect((await check(['--meeting', '1999-01-01'])).code).toBe(2);
  });

  it('lists the gravest, and says how many more there are', async () => {
    const { stdout } = await asked(['--max-findings', '1']);
    expect(stdout.match(/^(?:error|warning|note) /gm)).toEqual(['warning ']);
    expect(stdout).toMatch(/^and \d+ more \(.*notes?\)$/m);
  });

  it('prints JSON, SARIF and JUnit alone on stdout, and the summary beside them', async () => {
    const json = await asked(['--format', 'json', '--max-findings', '2']);
    const report = JSON.parse(json.stdout) as CheckReport;
    expect(report).toMatchObject({ schema: 'cip-report/check@1', prefix: 'programme/' });
    expect(report.findings).toHaveLength(2);
    expect(report.summary.total).toBe(2 + report.more.total);
    expect(json.stderr).toMatch(/Checked 2 reports: /);
    const sarif = JSON.parse((await asked(['--format', 'sarif'])).stdout) as {
      runs: [{ results: unknown[] }];
    };
    expect(sarif.runs[0].results).toHaveLength(report.summary.total);
    const junit = await asked(['--format', 'junit']);
    expect(new XMLParser().parse(junit.stdout)).toHaveProperty('testsuites');
  });

  it('annotates for GitHub, and data can start no command there', async () => {
    const add = 'P9,Plan,Lead,1 October 2026,31 October 2026,,,Open,"::error::forged"\n';
    const { stdout } = await asked(['--format', 'github'], { file: 'practice/2026-11-09/actions.csv', add });
    const commands = stdout.split('\n').filter((line) => line.trimStart().startsWith('::'));
    expect(commands.length).toBeGreaterThan(2);
    for (const line of commands)
      expect(line).toMatch(/^::(?:warning|notice) file=programme\/.*,title=[WN]\d{3} /);
    expect(stdout).toMatch(/^Checked 2 reports: /m);
  });

  it('gives what fails a gate of a state an error at its own line, in every format for machines', async () => {
    const overdue = ['--fail-on', 'overdue'] as const;
    const github = await asked([...overdue, '--format', 'github']);
    expect(github.code).toBe(1);
    expect(github.stdout).toMatch(
      /^::error file=programme\/practice\/2026-11-09\/actions\.csv,line=3,.*,title=gate overdue::action:P3 is overdue by 9 days$/m,
    );
    const sarif = await asked([...overdue, '--format', 'sarif']);
    expect(sarif.stdout).toContain('"ruleId": "gate/overdue"');
    const junit = await asked([...overdue, '--format', 'junit']);
    expect(junit.stdout).toContain(
      'name="overdue: action:P3 (programme/practice/2026-11-09/actions.csv:3:95)" file="programme/practice/2026-11-09/actions.csv"',
    );
  });

  it('has colour only where it is wanted', async () => {
    const env = { NO_COLOR: '', FORCE_COLOR: '1' };
    expect((await check([], { env })).stdout).toContain('\u001b[');
    expect((await check(['--format', 'json'], { env })).stdout).not.toContain('\u001b[');
  });

  it('finds what build finds', async () => {
    await inTemporaryFolder(async (folder) => {
      const repo = await copyExample('programme', folder);
      const built = await runProgram(['build', repo, '--no-pdf']);
      const checked = await runProgram(['check', repo]);
      const findings = (text: string) =>
        text.split('\n').filter((line) => /^(?:warning|note) \w\d{3} /.test(line));
      expect(findings(checked.stdout)).toEqual(findings(built.stderr));
    });
  });
});
