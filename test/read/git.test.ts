import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory, type FileLine } from '../../src/read/git.ts';
import { inTemporaryFolder } from '../support/program.ts';

const VARIABLES = { PATH: process.env['PATH'], HOME: '/nonexistent' };
const WHO = ['-c', 'user.name=Council', '-c', 'user.email=council@example.org', '-c', 'commit.gpgsign=false'];

function git(folder: string, ...args: string[]): string {
  const env = {
    ...VARIABLES,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: '2021-04-12T09:00:00+0100',
    GIT_COMMITTER_DATE: '2021-04-12T09:00:00+0100',
  };
  return execFileSync('git', ['-C', folder, ...WHO, ...args], { env, encoding: 'utf8', stdio: 'pipe' });
}

/** A repository whose file was committed twice: lines 1 and 3 at first, line 2 changed later. */
function repository(folder: string): void {
  git(folder, 'init', '-q', '-b', 'main');
  mkdirSync(join(folder, 'workforce'));
  writeFileSync(join(folder, 'workforce/figures.csv'), 'Month,Agency\nJan 2021,36\nFeb 2021,39\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'Enter February');
  writeFileSync(join(folder, 'workforce/figures.csv'), 'Month,Agency\nJan 2021,37\nFeb 2021,39\n');
  git(folder, 'commit', '-q', '-a', '-m', 'Correct January');
}

async function historyOf(folder: string, lines: readonly number[], file = 'workforce/figures.csv') {
  const wanted: FileLine[] = lines.map((line) => ({ file, line }));
  const history = await readHistory(folder, wanted, { variables: VARIABLES });
  if (history.kind === 'none') return history.because;
  return lines.map((line) => {
    const found = history.of(file, line);
    return typeof found === 'object' ? `${found.date} ${found.subject}` : found;
  });
}

describe('the history of a line', () => {
  it('is the commit that last changed it', () =>
    inTemporaryFolder(async (folder) => {
      repository(folder);
      expect(await historyOf(folder, [1, 2, 3])).toEqual([
        '2021-04-12 Enter February',
        '2021-04-12 Correct January',
        '2021-04-12 Enter February',
      ]);
      const history = await readHistory(folder, [{ file: 'workforce/figures.csv', line: 2 }], {
        variables: VARIABLES,
      });
      const commit = history.kind === 'history' ? history.of('workforce/figures.csv', 2) : undefined;
      expect(commit).toMatchObject({ hash: git(folder, 'rev-parse', '--short', 'HEAD').trim() });
      expect(JSON.stringify(commit)).not.toContain('Council');
    }));

  it('is known for a data repo in a folder of the repository', () =>
    inTemporaryFolder(async (folder) => {
      repository(folder);
      expect(await historyOf(join(folder, 'workforce'), [2], 'figures.csv')).toEqual([
        '2021-04-12 Correct January',
      ]);
    }));

  it('is told of lines that moved, and none of lines that are not committed', () =>
    inTemporaryFolder(async (folder) => {
      repository(folder);
      writeFileSync(
        join(folder, 'workforce/figures.csv'),
        'Monthly figures\r\nMonth,Agency\r\nJan 2021,38\r\nFeb 2021,39\r\nMar 2021,39\r\n',
      );
      expect(await historyOf(folder, [1, 2, 3, 4, 5])).toEqual([
        'uncommitted',
        '2021-04-12 Enter February',
        'uncommitted',
        '2021-04-12 Enter February',
        'uncommitted',
      ]);
      writeFileSync(join(folder, 'new.csv'), 'Month\n');
      expect(await historyOf(folder, [1], 'new.csv')).toEqual(['uncommitted']);
    }));

  it('is told whatever the configuration says of revisions to leave out and of encodings', () =>
    inTemporaryFolder(async (folder) => {
      repository(folder);
      writeFileSync(join(folder, 'workforce/figures.csv'), 'Month,Agency\nJan 2021,37\nFeb 2021,40\n');
      git(folder, 'commit', '-q', '-a', '-m', 'Correct Février – again');
      const config = join(folder, '.git/config');
      appendFileSync(config, '[blame]\n  ignoreRevsFile = nofile\n[i18n]\n  logOutputEncoding = UTF-16\n');
      expect(await historyOf(folder, [1, 3])).toEqual([
        '2021-04-12 Enter February',
        '2021-04-12 Correct Février – again',
      ]);
      git(folder, 'config', 'i18n.logOutputEncoding', 'ISO-8859-1');
      expect(await historyOf(folder, [3])).toEqual(['2021-04-12 Correct Février – again']);
    }));

  it('says why where git fails on a file', () =>
    inTemporaryFolder(async (folder) => {
      repository(folder);
      const blob = git(folder, 'rev-parse', 'HEAD:workforce/figures.csv').trim();
      execFileSync('rm', ['-f', join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2))]);
      const lines = [{ file: 'workforce/figures.csv', line: 1 }];
      expect(await readHistory(folder, lines, { variables: VARIABLES })).toMatchObject({
        kind: 'history',
        because: 'git could not read the history of workforce/figures.csv',
      });
    }));

  it('is not told where it cannot be known', () =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'figures.csv'), 'Month\n');
      expect(await historyOf(folder, [1], 'figures.csv')).toBe('the data is not in a git repository');
      git(folder, 'init', '-q');
      expect(await historyOf(folder, [1], 'figures.csv')).toEqual(['uncommitted']);
      const without = await readHistory(folder, [], { variables: { PATH: folder } });
      expect(without).toEqual({ kind: 'none', because: 'git is not installed' });
    }));

  it('is not told from a shallow clone, whose first commit has every line', () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'whole'));
      repository(join(folder, 'whole'));
      git(folder, 'clone', '-q', '--depth', '1', `file://${join(folder, 'whole')}`, 'shallow');
      expect(await historyOf(join(folder, 'shallow'), [2])).toMatch(/^the clone is shallow/);
    }));
});

describe('a hostile repository', () => {
  it('has no command of its configuration run', () =>
    inTemporaryFolder(async (folder) => {
      repository(folder);
      const canary = join(folder, 'canary.sh');
      const mark = join(folder, 'ran');
      writeFileSync(canary, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`);
      chmodSync(canary, 0o755);
      for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout'])
        writeFileSync(join(folder, '.git/hooks', hook), `#!/bin/sh\n'${canary}'\n`, { mode: 0o755 });
      writeFileSync(join(folder, '.git/info/attributes'), '*.csv diff=evil filter=evil\n');
      writeFileSync(join(folder, '.gitattributes'), '*.csv diff=evil filter=evil\n');
      const config = `
[core]
  fsmonitor = ${canary}
  hooksPath = ${join(folder, '.git/hooks')}
  pager = ${canary}
  editor = ${canary}
  sshCommand = ${canary}
  askPass = ${canary}
  gitProxy = ${canary}
  alternateRefsCommand = ${canary}
[diff]
  external = ${canary}
[diff "evil"]
  textconv = ${canary}
  command = ${canary}
[filter "evil"]
  clean = ${canary}
  smudge = ${canary}
  process = ${canary}
  required = true
[gpg]
  program = ${canary}
[log]
  showSignature = true
[alias]
  blame = !${canary}
  log = !${canary}
  rev-parse = !${canary}
[credential]
  helper = !${canary}
[pager]
  blame = ${canary}
  log = ${canary}
[remote "origin"]
  url = ext::${canary}
  uploadpack = ${canary}
  promisor = true
[protocol]
  allow = always
[protocol "ext"]
  allow = always
[extensions]
  partialClone = origin
`;
      const path = join(folder, '.git/config');
      writeFileSync(path, `${readFileSync(path, 'utf8').replace('version = 0', 'version = 1')}${config}`);
      // The file differs from what is committed, so that a git that looks at the working tree would filter it.
      appendFileSync(join(folder, 'workforce/figures.csv'), 'Mar 2021,40\n');
      expect(await historyOf(folder, [1, 2, 4])).toEqual([
        '2021-04-12 Enter February',
        '2021-04-12 Correct January',
        'uncommitted',
      ]);
      // An object that is not there would be fetched, by whatever command the remote names.
      const blob = git(
        folder,
        '-c',
        'core.fsmonitor=false',
        'rev-parse',
        'HEAD:workforce/figures.csv',
      ).trim();
      execFileSync('rm', ['-f', join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2))]);
      expect(await historyOf(folder, [1])).toEqual([undefined]);
      expect(existsSync(mark), existsSync(mark) ? readFileSync(mark, 'utf8') : '').toBe(false);
    }));

  it(
    'compares a file with what is committed once, however many of its lines are asked for',
    () =>
      inTemporaryFolder(async (folder) => {
        repository(folder);
        const rows = Array.from({ length: 30_000 }, (_, index) => `Row ${String(index)},1`);
        const file = join(folder, 'workforce/figures.csv');
        writeFileSync(file, `Month,Agency\n${rows.join('\n')}\n`);
        git(folder, 'commit', '-q', '-a', '-m', 'Enter many');
        writeFileSync(file, `First\n${rows.toReversed().join('\n')}\nLast\n`);
        // To run git for each of them would take longer than a test may.
        const found = await historyOf(
          folder,
          rows.map((_, index) => index + 1),
        );
        expect(found.slice(0, 2)).toEqual(['uncommitted', '2021-04-12 Enter many']);
      }),
    60_000,
  );

  it('would run them where git looks at the working tree', () =>
    inTemporaryFolder((folder) => {
      repository(folder);
      const mark = join(folder, 'ran');
      writeFileSync(join(folder, 'canary.sh'), `#!/bin/sh\ntouch '${mark}'\ncat\n`, { mode: 0o755 });
      writeFileSync(join(folder, '.git/info/attributes'), '*.csv filter=evil\n');
      git(folder, 'config', 'filter.evil.clean', join(folder, 'canary.sh'));
      git(folder, 'blame', '--', 'workforce/figures.csv');
      expect(existsSync(mark)).toBe(true);
      return Promise.resolve();
    }));
});
