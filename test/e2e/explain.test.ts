import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askProgram } from '../support/ask-program.ts';
import { copyExample, inTemporaryFolder, runProgram } from '../support/program.ts';

function commitAll(root: string, subject: string): void {
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=Council', '-c', 'user.email=council@example.org', 'commit', '-q', '-m', subject);
}

describe('cip-report explain', () => {
  it('says where a figure comes from, within 80 columns, and the commits of its lines', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      commitAll(root, 'Enter February');
      const run = await runProgram(['explain', 'agency_rate'], { cwd: root });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toContain('Agency rate, Feb 2021: 21.08%');
      expect(run.stdout).toContain('39 ÷ (146 + 39) = 0.210810… = 21.08%');
      expect(run.stdout).toMatch(/workforce\/2021-04-19\/workforce\.csv:8:\d+ \([0-9a-f]{7,}\)/);
      expect(run.stdout).toContain('Enter February');
      expect(run.stdout).not.toContain('Council ');
      for (const line of run.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    }));

  it('gives the same as JSON', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      const run = await runProgram(['explain', 'WFR6', root, '--format', 'json']);
      const json: unknown = JSON.parse(run.stdout);
      expect(json).toMatchObject({
        schema: 'cip-report/explanation@1',
        asked: 'WFR6',
        explanations: [{ kind: 'risk', id: 'risk:WFR6' }],
        commits: { because: 'the data is not in a git repository' },
      });
    }));

  it('writes as JSON nothing that a terminal or a log acts on', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('luton', folder);
      const config = join(root, 'cip-report.yaml');
      const label = 'Agency ##vso[task.complete] workers';
      const before = await readFile(config, 'utf8');
      await writeFile(config, before.replace('  agency: Agency social workers', `  agency: '${label}'`));
      const subject = 'Enter \u009b2J \u202eyraurbeF ##vso[task.complete]';
      commitAll(root, subject);
      for (const asked of [[], ['agency']]) {
        const run = await askProgram(['explain', ...asked, root, '--format', 'json']);
        expect(run).toMatchObject({ code: 0, stderr: '' });
        expect(run.stdout).not.toMatch(/##|[\u0080-\u009f\u202a-\u202e]/);
        const text = JSON.stringify(JSON.parse(run.stdout));
        expect(text).toContain(asked.length === 0 ? label : JSON.stringify(subject));
      }
    }));

  it('says what a code means where there are no papers', () =>
    inTemporaryFolder(async (folder) => {
      const run = await askProgram(['explain', 'W104'], { cwd: folder });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toContain('What it means');
      expect(run.stdout).toContain('there are no papers here to look in');
      const rule = await askProgram(['explain', 'stated-figure', '--format', 'json'], { cwd: folder });
      expect(JSON.parse(rule.stdout)).toMatchObject({ explanations: [{ id: 'W104', searched: false }] });
      const found = await askProgram(['explain', 'E002'], { cwd: folder });
      expect(found.code).toBe(0);
      expect(found.stdout).toContain('holds no cip-report.yaml');
      expect((await askProgram(['explain', 'agency'], { cwd: folder })).code).toBe(2);
    }));

  it('lists what there is without a name, and beside a wrong one', () =>
    inTemporaryFolder(async (folder) => {
      const root = await copyExample('programme', folder);
      const list = await askProgram(['explain', root]);
      expect(list.code).toBe(0);
      expect(list.stdout).toContain('agency_rate');
      expect(list.stdout).toContain('milestones.overdue');
      const wrong = await askProgram(['explain', 'agncy_rate', root]);
      expect(wrong).toMatchObject({ code: 2, stdout: '' });
      expect(wrong.stderr).toContain('did you mean agency_rate?');
      expect(wrong.stderr).not.toContain('What can be explained');
      const strange = await askProgram(['explain', 'xyzzyx', root]);
      expect(strange).toMatchObject({ code: 2, stdout: '' });
      expect(strange.stderr).toContain('What can be explained');
      const both = await askProgram(['explain', 'rag', root]);
      expect(both.code).toBe(2);
      expect(both.stderr).toContain('--workstream workforce or practice');
      expect((await askProgram(['explain', 'rag', root, '--workstream', 'practice'])).code).toBe(0);
      const team = await askProgram(['explain', 'in_post@2026-09[team=Assessment]', root]);
      expect(team.stdout).toMatch(/^[^\n]*, team Assessment, Sep 2026: /);
      expect(team.stdout).toContain('Where the report prints it');
    }));
});
