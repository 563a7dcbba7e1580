import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerName } from '../../../src/render/owner.ts';
import { publish } from '../../../src/render/publish.ts';
import type { PublishFs } from '../../../src/render/publish-fs.ts';

let out: string;

beforeEach(() => {
  out = fs.mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => {
  fs.rmSync(out, { recursive: true, force: true });
});

const files = (text: string, ...names: string[]): { name: string; bytes: Uint8Array }[] =>
  names.map((name) => ({ name, bytes: Buffer.from(`${name} ${text}`) }));
const NAMES = ['a.html', 'a.pdf', 'sub/a.json'];
const read = (name: string): string => fs.readFileSync(join(out, name), 'utf8');
const contents = (): string[] => NAMES.map((name) => (fs.existsSync(join(out, name)) ? read(name) : 'none'));
const whole = (text: string): string[] => NAMES.map((name) => `${name} ${text}`);
/** Everything in the folder but the published files and the folder they are in. */
const rubbish = (): string[] =>
  fs
    .readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => ![...NAMES, 'sub'].includes(name));

function failing(code: string, call: keyof PublishFs, at: number): PublishFs {
  let calls = 0;
  const original = fs[call] as (...args: unknown[]) => unknown;
  const replaced = (...args: unknown[]): unknown => {
    calls += 1;
    if (calls === at) throw Object.assign(new Error(`${code}: ${call}`), { code });
    return original(...args);
  };
  return { ...fs, [call]: replaced };
}

/** The name of a run whose process has ended. */
function deadOwner(): string {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return ownerName().replace(/-\d+-/, `-${pid}-`);
}

describe('publish', () => {
  it('writes every file, into folders that were not there', async () => {
    out = join(out, 'new/out');
    expect(await publish(out, files('1', ...NAMES))).toEqual([]);
    expect(contents()).toEqual(whole('1'));
    expect(rubbish()).toEqual([]);
  });

  it('replaces earlier files', async () => {
    await publish(out, files('1', ...NAMES));
    expect(await publish(out, files('2', ...NAMES))).toEqual([]);
    expect(contents()).toEqual(whole('2'));
    expect(rubbish()).toEqual([]);
  });

  const calls: readonly (readonly [keyof PublishFs, number])[] = [
    ['mkdirSync', 2],
    ['writeFileSync', 2],
    ['fsyncSync', 1],
    ['renameSync', 1],
    ['renameSync', 2],
    ['renameSync', 3],
    ['rmSync', 1],
  ];
  for (const [call, at] of calls)
    it(`keeps all earlier files when call ${at} of ${call} finds the disk full`, async () => {
      await publish(out, files('1', ...NAMES));
      const found = await publish(out, files('2', ...NAMES), { fs: failing('ENOSPC', call, at) });
      expect(found.map((one) => [one.code, one.message])).toEqual([
        ['E908', `nothing was written to ${out}: the disk is full`],
      ]);
      expect(contents()).toEqual(whole('1'));
      expect(rubbish()).toEqual([]);
    });

  it('leaves no new file where there was none before and one cannot be put in place', async () => {
    const found = await publish(out, files('1', ...NAMES), { fs: failing('EIO', 'renameSync', 3) });
    expect(found.map((one) => one.code)).toEqual(['E908']);
    expect(contents()).toEqual(['none', 'none', 'none']);
    expect(rubbish()).toEqual([]);
  });

  it('copies where the disk has no hard links', async () => {
    await publish(out, files('1', ...NAMES));
    expect(await publish(out, files('2', ...NAMES), { fs: failing('EPERM', 'linkSync', 1) })).toEqual([]);
    expect(contents()).toEqual(whole('2'));
  });

  it('notices a file that was written short', async () => {
    const short: PublishFs = {
      ...fs,
      writeFileSync: (file, data, options) => {
        fs.writeFileSync(file, typeof file === 'number' ? (data as Uint8Array).subarray(1) : data, options);
      },
    };
    const found = await publish(out, files('1', ...NAMES), { fs: short });
    expect(found[0]?.message).toBe(`nothing was written to ${out}: 7 of 8 bytes were written`);
    expect(contents()).toEqual(['none', 'none', 'none']);
  });

  it('refuses a link, a folder and a link on the way, and names each', async () => {
    const outside = fs.mkdtempSync(join(tmpdir(), 'outside-'));
    fs.writeFileSync(join(outside, 'target'), 'precious');
    fs.symlinkSync(join(outside, 'target'), join(out, 'a.html'));
    fs.mkdirSync(join(out, 'a.pdf'));
    const found = await publish(out, files('1', 'a.html', 'a.pdf'));
    expect(found.map((one) => one.message)).toEqual([
      'a.html cannot be written: what stands under this name is a symbolic link',
      'a.pdf cannot be written: what stands under this name is not a file',
    ]);
    fs.symlinkSync(outside, join(out, 'sub'));
    const [through] = await publish(out, files('1', 'sub/a.json'));
    expect(through?.message).toBe('sub cannot be written: what stands under this name is a symbolic link');
    expect(fs.readdirSync(outside)).toEqual(['target']);
    expect(fs.readFileSync(join(outside, 'target'), 'utf8')).toBe('precious');
    fs.rmSync(outside, { recursive: true });
  });

  it.each(['../x', '/x', 'a/../../x', 'a\\x', '', './x', '.hidden', 'a//b'])(
    'never takes the name %j',
    async (name) => {
      await expect(publish(out, [{ name, bytes: Buffer.from('x') }])).rejects.toThrow(RangeError);
    },
  );

  it('says that the output folder is a file', async () => {
    fs.writeFileSync(join(out, 'file'), '');
    const [found] = await publish(join(out, 'file'), files('1', 'a.html'));
    expect(found?.message).toBe(`nothing was written to ${join(out, 'file')}: there is a file of that name`);
  });

  it('gives one whole result of several at once', async () => {
    const texts = ['1', '2', '3', '4', '5'];
    const found = await Promise.all(texts.map((text) => publish(out, files(text, ...NAMES))));
    expect(found.flat()).toEqual([]);
    expect(texts.map(whole)).toContainEqual(contents());
    expect(rubbish()).toEqual([]);
  });

  it('writes to no folder outside the one it must lie in, and makes none there', async () => {
    const outside = fs.mkdtempSync(join(tmpdir(), 'outside-'));
    fs.symlinkSync(outside, join(out, 'out'));
    for (const name of ['out', 'out/new/deep']) {
      const [found] = await publish(join(out, name), files('1', 'a.html'), { within: out });
      expect(found?.code).toBe('E907');
      expect(found?.message).toContain(`it leads to ${fs.realpathSync(outside)}, outside ${out}`);
    }
    expect(fs.readdirSync(outside)).toEqual([]);
    expect(await publish(join(out, 'new/deep'), files('1', 'a.html'), { within: out })).toEqual([]);
    fs.rmdirSync(outside);
    const [dangling] = await publish(join(out, 'out'), files('1', 'a.html'));
    expect(dangling?.message).toContain('it is a symbolic link to nothing');
    expect(dangling?.help).not.toContain('space');
  });

  it.skipIf(!fs.existsSync('/proc/self'))('says that no folder can be made in /proc', async () => {
    for (const folder of ['/proc/none', '/proc/none/deep']) {
      const [found] = await publish(folder, files('1', 'a.html'));
      expect(found?.message).toBe(`nothing was written to ${folder}: no folder can be made there`);
      expect(found?.help).toBe('choose another folder with --out');
    }
  });

  const aside = [{ name: 'a.pdf', as: 'sub/a.json' }];

  it('gives an earlier file another name as the new ones appear', async () => {
    await publish(out, files('1', ...NAMES));
    expect(await publish(out, files('2', 'a.html'), { setAside: aside })).toEqual([]);
    expect(contents()).toEqual(['a.html 2', 'none', 'a.pdf 1']);
    expect(await publish(out, files('3', 'a.html'), { setAside: aside })).toEqual([]);
    expect(contents()).toEqual(['a.html 3', 'none', 'a.pdf 1']);
    expect(rubbish()).toEqual([]);
  });

  for (const [call, at] of [
    ['renameSync', 2],
    ['rmSync', 1],
    ['rmSync', 2],
  ] as const)
    it(`undoes the other name too when call ${at} of ${call} fails`, async () => {
      await publish(out, files('1', ...NAMES));
      const broken = failing('EIO', call, at);
      const found = await publish(out, files('2', 'a.html'), { setAside: aside, fs: broken });
      expect(found.map((one) => one.code)).toEqual(['E908']);
      expect(contents()).toEqual(whole('1'));
      expect(rubbish()).toEqual([]);
    });

  it('undoes what a run of another machine left half done, once it is old', async () => {
    await publish(out, files('1', 'a.html'));
    const stage = join(out, '.cip-report-00000000-1-00000000');
    fs.mkdirSync(stage);
    fs.writeFileSync(join(stage, 'journal.json'), JSON.stringify([{ name: 'a.html', kept: true }]));
    fs.renameSync(join(out, 'a.html'), join(stage, 'old-0'));
    fs.mkdirSync(join(out, '.cip-report-notes'));
    await publish(out, files('1', 'other.html'));
    expect(fs.existsSync(stage)).toBe(true);
    const before = Date.now() / 1000 - 600;
    for (const name of [stage, join(out, '.cip-report-notes')]) fs.utimesSync(name, before, before);
    await publish(out, files('1', 'other.html'));
    expect(contents()).toEqual(['a.html 1', 'none', 'none']);
    expect(rubbish().sort()).toEqual(['.cip-report-notes', 'other.html']);
  });

  it('waits for a build that writes, and says so when that takes too long', async () => {
    fs.writeFileSync(join(out, '.cip-report.lock'), ownerName());
    const [found] = await publish(out, files('1', ...NAMES), { waitMs: 60 });
    expect(found?.code).toBe('E909');
    expect(contents()).toEqual(['none', 'none', 'none']);
    setTimeout(() => {
      fs.rmSync(join(out, '.cip-report.lock'));
    }, 50);
    expect(await publish(out, files('2', ...NAMES))).toEqual([]);
    expect(contents()).toEqual(whole('2'));
  });

  it('takes over a lock whose build was killed before it wrote its name', async () => {
    fs.writeFileSync(join(out, '.cip-report.lock'), '');
    expect(await publish(out, files('1', ...NAMES), { waitMs: 5000 })).toEqual([]);
    expect(rubbish()).toEqual([]);
  });

  it('waits for a lock that has no name yet', async () => {
    fs.writeFileSync(join(out, '.cip-report.lock'), '');
    const [busy] = await publish(out, files('1', ...NAMES), { waitMs: 100 });
    expect(busy?.code).toBe('E909');
  });

  it('takes over the lock of a build that was killed', async () => {
    fs.writeFileSync(join(out, '.cip-report.lock'), deadOwner());
    expect(await publish(out, files('1', ...NAMES), { waitMs: 0 })).toEqual([]);
    expect(rubbish()).toEqual([]);
  });

  it('undoes the half exchange of a build that was killed, and removes what it left', async () => {
    await publish(out, files('1', 'a.html', 'a.pdf'));
    const stage = join(out, `.cip-report-${deadOwner()}`);
    fs.mkdirSync(stage);
    const journal = [
      { name: 'a.html', kept: true },
      { name: 'sub/a.json', kept: false },
      { name: 'a.pdf', kept: true },
    ];
    fs.writeFileSync(join(stage, 'journal.json'), JSON.stringify(journal));
    fs.renameSync(join(out, 'a.html'), join(stage, 'old-0'));
    fs.writeFileSync(join(out, 'a.html'), 'half');
    fs.mkdirSync(join(out, 'sub'));
    fs.writeFileSync(join(out, 'sub/a.json'), 'half');
    fs.writeFileSync(join(stage, 'new-2'), 'half');
    fs.linkSync(join(out, 'a.pdf'), join(stage, 'old-2'));
    expect(await publish(out, files('2', 'other.html'))).toEqual([]);
    expect(contents()).toEqual(['a.html 1', 'a.pdf 1', 'none']);
    expect(rubbish()).toEqual(['other.html']);
  });

  it('leaves alone what another living build has staged', async () => {
    const stage = join(out, `.cip-report-${ownerName()}`);
    fs.mkdirSync(stage);
    await publish(out, files('1', ...NAMES));
    expect(fs.existsSync(stage)).toBe(true);
  });

  it('writes nothing once it is told to stop', async () => {
    const reason = new Error('stop');
    await expect(publish(out, files('1', ...NAMES), { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    fs.writeFileSync(join(out, '.cip-report.lock'), ownerName());
    const stop = new AbortController();
    const waiting = publish(out, files('1', ...NAMES), { signal: stop.signal });
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(contents()).toEqual(['none', 'none', 'none']);
    expect(rubbish()).toEqual(['.cip-report.lock']);
  });
});
