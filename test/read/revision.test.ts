import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeText } from '../../src/model/place.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { isRevision, readRevision, type RevisionOptions } from '../../src/read/revision.ts';
import { inTemporaryFolder } from '../support/program.ts';

const BASE = fileURLToPath(new URL('../hostile/_base/input', import.meta.url));
const VARIABLES = { PATH: process.env['PATH'], HOME: '/nonexistent' };
const OPTIONS: RevisionOptions = { variables: VARIABLES };
const WHO = [
  '-c',
  'user.name=Programme Office',
  '-c',
  'user.email=office@example.org',
  '-c',
  'commit.gpgsign=false',
];

function git(folder: string, ...args: string[]): string {
  const env = {
    ...VARIABLES,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: '2021-04-12T09:00:00+0100',
    GIT_COMMITTER_DATE: '2021-04-12T09:00:00+0100',
  };
  return execFileSync('git', ['-C', folder, ...WHO, ...args], {
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

function commit(folder: string, subject: string): void {
  git(folder, 'add', '--all', '.');
  git(folder, 'commit', '-q', '--allow-empty', '-m', subject);
}

/** The files of the base, all of them text. */
const base: ReadonlyMap<string, string> = new Map(
  readdirSync(BASE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(BASE.length + 1), readFileSync(path, 'utf8')]),
);
const MEETING = [...base.keys()].map(dirname).find((path) => /\d{4}-\d{2}-\d{2}$/.test(path)) ?? '';

function write(folder: string, files: Iterable<readonly [string, string | Uint8Array]>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

let made = '';
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'cip-report-repositories-'));
});
afterAll(() => {
  rmSync(made, { recursive: true, force: true });
});

/** Where the repositories are that copies are made of, by the folder of the base. */
const repositories = new Map<string, string>();

/** A git repository whose one commit, on the branch main, is the base in a folder of it. */
function repository(top: string, within = '.'): string {
  const first = repositories.get(within) ?? newRepository(within);
  repositories.set(within, first);
  cpSync(first, top, { recursive: true });
  return join(top, within);
}

/** To start git takes many times as long as to copy what it made. */
function newRepository(within: string): string {
  const top = mkdtempSync(join(made, 'of-'));
  git(top, 'init', '-q', '-b', 'main');
  write(join(top, within), base);
  commit(top, 'Enter the figures');
  return top;
}

async function read(root: string, revision: string, options: Partial<RevisionOptions> = {}) {
  const result = await readRevision(root, revision, { ...OPTIONS, ...options });
  if (result.kind === 'fault') throw new Error(`${result.fault.kind}: ${result.fault.message}`);
  return result;
}

async function faultOf(root: string, revision: string, options: Partial<RevisionOptions> = {}) {
  const result = await readRevision(root, revision, { ...OPTIONS, ...options });
  return result.kind === 'fault' ? result.fault : undefined;
}

async function findingsAt(root: string, revision: string, options: Partial<RevisionOptions> = {}) {
  const { findings } = await read(root, revision, options);
  return findings.map(
    (one) => `${one.code} ${one.at ? placeText(one.at) : '-'} ${one.message}; ${one.why ?? ''}`,
  );
}

beforeAll(() => {
  expect(MEETING).not.toBe('');
});

describe('a revision', () => {
  it.each(['.', 'council/data', 'Kinder – Jugend (ä) "b"/d t', ' a/:(glob)*.c '])(
    'is read as the same files are from disk, also from %s',
    (within) =>
      inTemporaryFolder(async (top) => {
        const root = repository(top, within);
        const onDisk = await readDataRepo(root);
        // The work tree then holds something else, which is of no concern.
        writeFileSync(join(root, 'cip-report.yaml'), 'organisation: Other\n');
        const result = await read(root, 'HEAD');
        expect(onDisk.dataset).toBeDefined();
        expect(result.dataset).toEqual(onDisk.dataset);
        expect(result.findings).toEqual(onDisk.findings);
        expect(result.sources.line('cip-report.yaml', 1)).toBe(onDisk.sources.line('cip-report.yaml', 1));
      }),
  );

  it('says which commit it is, and of whom nothing', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const { commit: one, hash } = await read(root, 'main');
      expect(hash).toBe(git(top, 'rev-parse', 'HEAD'));
      expect(one).toEqual({
        hash: git(top, 'rev-parse', '--short', 'HEAD'),
        date: '2021-04-12',
        subject: 'Enter the figures',
      });
    }));

  it('is named as git names it', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      git(top, 'tag', '-a', '-m', 'Sent', 'sent/april');
      const first = git(top, 'rev-parse', 'HEAD');
      commit(top, 'Enter nothing more');
      git(top, 'update-ref', 'refs/remotes/origin/main', first);
      for (const name of ['main~1', 'HEAD^', '@~', 'sent/april', 'origin/main', first, first.slice(0, 10)]) {
        expect((await read(root, name)).hash, name).toBe(first);
        expect(await isRevision(root, name, OPTIONS), name).toBe(true);
      }
    }));

  it('has the files of its day: those removed since, and none renamed since', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const later = MEETING.replace(/\d{4}-\d{2}-\d{2}$/, '2031-01-06');
      renameSync(join(root, MEETING), join(root, later));
      commit(top, 'Move the meeting');
      const meetings = async (revision: string) =>
        (await read(root, revision)).dataset?.workstreams.flatMap((one) => one.meetings.map((m) => m.folder));
      const [then, now] = [await meetings('HEAD~1'), await meetings('HEAD')];
      expect(then).toContain(MEETING);
      expect(then).not.toContain(later);
      expect(now).toContain(later);
      expect(now).not.toContain(MEETING);
    }));

  it('is read byte for byte, whatever attributes say of line breaks and encodings', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const table = readFileSync(join(root, MEETING, 'workforce.csv'), 'utf8').replaceAll('\n', '\r\n');
      writeFileSync(join(root, MEETING, 'workforce.csv'), `\ufeff${table}`);
      commit(top, 'Save from a spreadsheet');
      writeFileSync(join(root, '.gitattributes'), '*.csv text eol=lf working-tree-encoding=UTF-16\n');
      const onDisk = await readDataRepo(root);
      expect((await read(root, 'HEAD')).dataset).toEqual(onDisk.dataset);
      writeFileSync(join(root, MEETING, 'workforce.csv'), Buffer.from([0x50, 0xff, 0x00, 0x0a]));
      rmSync(join(root, '.gitattributes'));
      commit(top, 'Save bytes');
      const faults = (result: { findings: readonly { code: string; message: string }[] }) =>
        result.findings.map((one) => `${one.code} ${one.message}`);
      expect(faults(await read(root, 'HEAD'))).toEqual(faults(await readDataRepo(root)));
      expect(faults(await read(root, 'HEAD')).join()).toContain('E006 the byte 0xFF');
    }));

  it(
    'is read whole, also where it has hundreds of files',
    () =>
      inTemporaryFolder(async (top) => {
        const root = repository(top);
        for (let day = 1; day <= 200; day += 1) {
          const date = new Date(Date.UTC(2000, 0, day)).toISOString().slice(0, 10);
          const folder = MEETING.replace(/\d{4}-\d{2}-\d{2}$/, date);
          write(root, [[`${folder}/resolutions.csv`, `Reference,Resolution\nR1,Report ${date}\n`]]);
        }
        commit(top, 'Enter many');
        const { findings } = await read(root, 'HEAD');
        expect(findings.filter((one) => one.code === 'E001')).toHaveLength(400);
      }),
    30_000,
  );

  it('writes nothing and checks nothing out', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      commit(top, 'Again');
      const state = () =>
        readdirSync(top, { recursive: true, withFileTypes: true })
          .map((one) => join(one.parentPath, one.name))
          .sort();
      const [files, index] = [state(), readFileSync(join(top, '.git/index'))];
      await read(root, 'HEAD~1');
      expect(state()).toEqual(files);
      expect(readFileSync(join(top, '.git/index'))).toEqual(index);
      expect(git(top, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
    }));

  it('is not read on once it is called off', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const controller = new AbortController();
      const reading = readRevision(root, 'HEAD', { ...OPTIONS, signal: controller.signal });
      controller.abort(new Error('called off'));
      await expect(reading).rejects.toThrow('called off');
    }));
});

describe('a file of a revision', () => {
  it('that is over a limit is told by its size', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const limits = { tableBytes: 20 };
      const onDisk = await readDataRepo(root, { limits });
      const then = await read(root, 'HEAD', { limits });
      expect(then.findings.map((one) => one.code)).toContain('E005');
      expect(then.findings).toEqual(onDisk.findings);
      const full = await findingsAt(root, 'HEAD', { limits: { repoBytes: 1000 } });
      expect(full.join('\n')).toContain('the data repo is too large to be read');
    }));

  it('that is a link is followed within the data repo, as on disk', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top, 'council/data');
      mkdirSync(join(root, 'shared'));
      renameSync(join(root, MEETING, 'workforce.csv'), join(root, 'shared/figures.csv'));
      symlinkSync('../../shared/../../data/shared/figures.csv', join(root, MEETING, 'workforce.csv'));
      const later = MEETING.replace(/\d{4}-\d{2}-\d{2}$/, '2031-01-06');
      symlinkSync(join(root, MEETING), join(root, later));
      commit(top, 'Link');
      const onDisk = await readDataRepo(root);
      const { dataset, findings } = await read(root, 'HEAD');
      expect(onDisk.findings.filter((one) => one.code === 'E003')).toEqual([]);
      expect(dataset?.workstreams[0]?.meetings.map((one) => one.folder)).toContain(later);
      expect(dataset).toEqual(onDisk.dataset);
      expect(findings).toEqual(onDisk.findings);
    }));

  it.each([
    ['/etc/passwd', 'E003'],
    ['../../../secret.csv', 'E003'],
    ['../../../../../../../../secret.csv', 'E003'],
    ['nowhere.csv', 'E004'],
    ['workforce.csv', 'E004'],
    ['.', 'E001'],
  ])('that is a link to %s is refused (%s)', (target, code) =>
    inTemporaryFolder(async (top) => {
      const root = repository(top, 'data');
      writeFileSync(join(top, 'secret.csv'), 'Secret\n1\n');
      rmSync(join(root, MEETING, 'workforce.csv'));
      symlinkSync(target, join(root, MEETING, 'workforce.csv'));
      commit(top, 'Link');
      const result = await read(root, 'HEAD');
      expect(result.findings.map((one) => one.code)).toContain(code);
      expect(result.dataset?.inputs.some((one) => one.path.endsWith('workforce.csv'))).toBe(false);
    }),
  );

  it('that lies in a meeting which is a link out of the data repo is not passed over in silence', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top, 'data');
      renameSync(join(root, MEETING), join(top, 'elsewhere'));
      symlinkSync('../../elsewhere', join(root, MEETING));
      commit(top, 'Link');
      const codes = (await read(root, 'HEAD')).findings.map((one) => one.code);
      expect(codes).toEqual((await readDataRepo(root)).findings.map((one) => one.code));
      expect(codes).toContain('E003');
    }));

  it('that git keeps elsewhere is told so, and not read as a table', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
      writeFileSync(join(root, MEETING, 'workforce.csv'), pointer);
      commit(top, 'Keep it elsewhere');
      expect((await findingsAt(root, 'HEAD')).join('\n')).toMatch(
        /E004 \S+workforce\.csv:1:1 \S+ cannot be read; git holds only a Git LFS pointer/,
      );
    }));

  it('is not there where it belongs to a submodule', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const hash = git(top, 'rev-parse', 'HEAD');
      git(top, 'rm', '-q', '-r', '--cached', MEETING);
      git(top, 'update-index', '--add', '--cacheinfo', `160000,${hash},${MEETING}`);
      git(top, 'commit', '-q', '-m', 'Part it');
      const { dataset } = await read(root, 'HEAD');
      expect(dataset?.inputs.some((one) => one.path.startsWith(MEETING))).toBe(false);
    }));
});

describe('a revision', () => {
  it('is found by words of its message, and by its own parents only', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const first = git(top, 'rev-parse', 'HEAD');
      commit(root, 'Correct the starters');
      commit(root, 'Correct the leavers');
      const second = git(top, 'rev-parse', 'HEAD~1');
      expect(await readRevision(root, ':/the starters', OPTIONS)).toMatchObject({ hash: second });
      // A graft says that the first commit is the parent.
      writeFileSync(join(top, '.git/info/grafts'), `${git(top, 'rev-parse', 'HEAD')} ${first}\n`);
      expect(await readRevision(root, 'main~1', OPTIONS)).toMatchObject({ hash: second });
    }));

  it('may hold files of more bytes than git writes at once', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const notes = `# ${'what was said at length '.repeat(20_000)}\n`;
      appendFileSync(join(root, 'cip-report.yaml'), notes);
      commit(root, 'Note it all');
      const read = await readRevision(root, 'main', OPTIONS);
      expect(read).toMatchObject({ kind: 'revision', findings: [] });
      expect(read.kind === 'revision' && read.dataset?.inputs[0]?.bytes).toBeGreaterThan(notes.length);
    }));
});

describe('a revision that cannot be read', () => {
  it('is told with the name that was likely meant', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      git(top, 'tag', 'april-2021');
      expect(await faultOf(root, 'mian')).toMatchObject({
        kind: 'no-revision',
        help: 'did you mean "main"?',
      });
      expect(await faultOf(root, 'mian~1')).toMatchObject({ help: 'did you mean "main~1"?' });
      expect(await faultOf(root, 'aprl-2021')).toMatchObject({ help: 'did you mean "april-2021"?' });
      expect(await faultOf(root, 'zzzzzz')).toMatchObject({
        help: expect.stringMatching(/^name a branch/) as string,
      });
      expect(await faultOf(root, 'main~7')).toMatchObject({
        kind: 'no-revision',
        why: '"main" is there, and has no "~7"',
      });
      expect(await faultOf(root, ':/no such words')).toMatchObject({
        why: 'no commit has that in its message',
      });
    }));

  it.each([
    '',
    ' ',
    '-',
    '--all',
    '--help',
    '-C/tmp',
    '--output=ran',
    'main..main',
    '^main',
    'main:cip-report.yaml',
    'main\n',
    'main\0',
    'main --',
    '\u001b[31mmain',
    'refs/heads/*',
    ':/Nothing like it',
    'x'.repeat(5000),
  ])('is no revision: %j', (text) =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const fault = await faultOf(root, text);
      expect(fault).toMatchObject({ kind: 'no-revision' });
      expect(fault?.message).not.toMatch(/[\0\n\u001b]/);
      expect(await isRevision(root, text, OPTIONS)).toBe(false);
      expect(readdirSync(top)).not.toContain('ran');
    }),
  );

  it('is told where git, the folder, the repository or the commit is missing', () =>
    inTemporaryFolder(async (top) => {
      expect(await faultOf(join(top, 'none'), 'HEAD')).toMatchObject({ kind: 'no-folder' });
      expect(await faultOf(top, 'HEAD')).toMatchObject({ kind: 'no-repository' });
      expect(await faultOf(top, 'HEAD', { variables: { PATH: top } })).toMatchObject({
        kind: 'not-installed',
      });
      for (const folder of [join(top, 'none'), top])
        expect(await isRevision(folder, 'HEAD', OPTIONS)).toBe(false);
      git(top, 'init', '-q');
      expect(await faultOf(top, 'HEAD')).toMatchObject({
        kind: 'no-revision',
        why: 'the repository has no commits yet',
        help: expect.stringMatching(/^name a branch/) as string,
      });
    }));

  it('is told where the folder was not there, or was a file', () =>
    inTemporaryFolder(async (top) => {
      git(top, 'init', '-q', '-b', 'main');
      writeFileSync(join(top, 'data'), 'a file\n');
      commit(top, 'Begin');
      rmSync(join(top, 'data'));
      commit(top, 'Remove');
      write(join(top, 'data'), base);
      commit(top, 'Enter');
      const root = join(top, 'data');
      for (const revision of ['HEAD~2', 'HEAD~1'])
        expect(await faultOf(root, revision), revision).toMatchObject({
          kind: 'no-folder-then',
          why: expect.stringMatching(/^the commit [0-9a-f]+ of 2021-04-12 does not have it$/) as string,
        });
      expect((await read(root, 'HEAD')).dataset).toBeDefined();
    }));

  it('is told where the folder is there and holds no configuration', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      rmSync(join(root, 'cip-report.yaml'));
      commit(top, 'Remove');
      const { dataset, findings } = await read(root, 'HEAD');
      expect(dataset).toBeUndefined();
      expect(findings).toMatchObject([
        { code: 'E002', message: expect.stringMatching(/ at "HEAD" holds no cip-report\.yaml$/) as string },
      ]);
    }));

  it('is told where a shallow clone does not reach back to it', () =>
    inTemporaryFolder(async (top) => {
      mkdirSync(join(top, 'whole'));
      repository(join(top, 'whole'));
      const first = git(join(top, 'whole'), 'rev-parse', 'HEAD');
      commit(join(top, 'whole'), 'Again');
      git(top, 'clone', '-q', '--depth', '1', `file://${join(top, 'whole')}`, 'shallow');
      const root = join(top, 'shallow');
      expect((await read(root, 'HEAD')).dataset).toBeDefined();
      for (const revision of ['HEAD~1', 'main^', first])
        expect(await faultOf(root, revision), revision).toMatchObject({ kind: 'shallow' });
      expect(await faultOf(root, 'mian')).toMatchObject({
        kind: 'no-revision',
        help: 'did you mean "main"?',
      });
    }));

  it('is told where a partial clone does not hold its files, and nothing is fetched', () =>
    inTemporaryFolder(async (top) => {
      mkdirSync(join(top, 'whole'));
      repository(join(top, 'whole'));
      git(join(top, 'whole'), 'config', 'uploadpack.allowFilter', 'true');
      git(
        top,
        'clone',
        '-q',
        '--no-checkout',
        '--filter=blob:none',
        `file://${join(top, 'whole')}`,
        'partial',
      );
      git(top, 'clone', '-q', '--no-checkout', '--filter=tree:0', `file://${join(top, 'whole')}`, 'treeless');
      const objects = (name: string) =>
        readdirSync(join(top, name, '.git/objects'), { recursive: true }).sort();
      for (const name of ['partial', 'treeless']) {
        const before = objects(name);
        expect(await faultOf(join(top, name), 'HEAD'), name).toMatchObject({ kind: 'lacks-objects' });
        expect(objects(name)).toEqual(before);
      }
    }));

  it('is read from a partial clone that holds what is needed', () =>
    inTemporaryFolder(async (top) => {
      const whole = join(top, 'whole');
      mkdirSync(whole);
      repository(whole);
      write(whole, [['pictures/large.bin', Buffer.alloc(200_000, 1)]]);
      commit(whole, 'Add a picture');
      git(whole, 'config', 'uploadpack.allowFilter', 'true');
      const url = `file://${whole}`;
      git(top, 'clone', '-q', '--no-checkout', '--filter=blob:limit=100k', url, 'partial');
      expect((await read(join(top, 'partial'), 'HEAD')).dataset).toBeDefined();
    }));

  it('is told where the repository is damaged', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const blob = git(top, 'rev-parse', 'HEAD:cip-report.yaml');
      rmSync(join(top, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      expect(await faultOf(root, 'HEAD')).toMatchObject({ kind: 'lacks-objects' });
    }));

  it('is told where git refuses the repository', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const fake = join(top, 'bin');
      mkdirSync(fake);
      const script =
        '#!/bin/sh\necho "fatal: detected dubious ownership in repository at \'/x\'" >&2\nexit 128\n';
      writeFileSync(join(fake, 'git'), script, { mode: 0o755 });
      const variables = { PATH: `${fake}:${VARIABLES.PATH ?? ''}` };
      expect(await faultOf(root, 'HEAD', { variables })).toMatchObject({ kind: 'not-trusted' });
    }));

  it('is told where git does not answer', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const fake = join(top, 'bin');
      mkdirSync(fake);
      const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
      const script = `#!/bin/sh\ncase "$*" in *cat-file*) exec sleep 60;; *) exec '${real}' "$@";; esac\n`;
      writeFileSync(join(fake, 'git'), script, { mode: 0o755 });
      const variables = { PATH: `${fake}:${VARIABLES.PATH ?? ''}` };
      expect(await faultOf(root, 'HEAD', { variables, timeout: 500 })).toBeDefined();
    }));
});

describe('a hostile repository', () => {
  it('has no command of its configuration run by reading a revision', () =>
    inTemporaryFolder(async (top) => {
      const root = repository(top);
      const canary = join(top, '.git/canary.sh');
      const mark = join(top, '.git/ran');
      writeFileSync(canary, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`);
      chmodSync(canary, 0o755);
      for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout'])
        writeFileSync(join(top, '.git/hooks', hook), `#!/bin/sh\n'${canary}'\n`, { mode: 0o755 });
      writeFileSync(join(top, '.git/info/attributes'), '* diff=evil filter=evil\n');
      const path = join(top, '.git/config');
      writeFileSync(path, readFileSync(path, 'utf8').replace('version = 0', 'version = 1'));
      appendFileSync(
        path,
        `
[core]
  fsmonitor = ${canary}
  hooksPath = ${join(top, '.git/hooks')}
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
  cat-file = !${canary}
  ls-tree = !${canary}
  rev-parse = !${canary}
  for-each-ref = !${canary}
[credential]
  helper = !${canary}
[pager]
  for-each-ref = ${canary}
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
`,
      );
      expect((await read(root, 'HEAD')).dataset).toBeDefined();
      expect(await faultOf(root, 'mian')).toMatchObject({ help: 'did you mean "main"?' });
      const blob = git(top, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD:cip-report.yaml');
      rmSync(join(top, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      expect(await faultOf(root, 'HEAD')).toMatchObject({ kind: 'lacks-objects' });
      expect(existsSync(mark), existsSync(mark) ? readFileSync(mark, 'utf8') : '').toBe(false);
    }));
});
