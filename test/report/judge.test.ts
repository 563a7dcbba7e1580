import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { judge, type Judged } from '../../src/report/judge.ts';

const PROGRAMME = fileURLToPath(new URL('../../examples/programme', import.meta.url));
const LATEST = '2026-11-09';
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** The programme of two workstreams with changes to its files, judged. */
async function judged(
  checks: string,
  change: {
    readonly file?: string;
    readonly add?: string;
    readonly papers?: readonly string[];
    readonly asOf?: boolean;
  } = {},
): Promise<Judged> {
  const root = await mkdtemp(join(tmpdir(), 'cip-report-judge-'));
  folders.push(root);
  await cp(PROGRAMME, root, { recursive: true });
  const config = join(root, 'cip-report.yaml');
  await writeFile(config, `${await readFile(config, 'utf8')}\n${checks}`);
  if (change.file !== undefined) {
    const file = join(root, change.file);
    await writeFile(file, `${await readFile(file, 'utf8').catch(() => '')}${change.add ?? ''}`);
  }
  const { dataset, findings } = await readDataRepo(root);
  if (dataset === undefined) throw new Error(findings.map((one) => one.message).join('\n'));
  return judge(dataset, {
    papers: (change.papers ?? ['workforce', 'practice']).map((workstream) => ({
      workstream,
      meeting: LATEST,
    })),
    read: findings,
    ...(change.asOf === true && { asOf: dataset.workstreams[0]!.meetings.at(-1)!.date }),
    version: '0.0.0',
  });
}

const accept = (code: string, of: string, says: string, more = ''): string =>
  `checks:\n  accepted:\n    - { finding: ${code}, of: '${of}', says: '${says}', reason: Known., by: Head of Workforce${more} }\n`;

const OVERDUE = 'action P3 is overdue by 9 days';
const VISITS = '86.5% in August 2026';

const codes = (findings: readonly Finding[]): string[] => findings.map((one) => one.code);
const one = ({ findings }: Judged, code: string) => findings.find((found) => found.code === code);

describe('judging a data repo', () => {
  it('marks what is accepted with reason and role, in the report too', async () => {
    const whole = await judged(accept('W206', 'action:P3', OVERDUE));
    expect(one(whole, 'W206')).toMatchObject({
      accepted: { reason: 'Known.', by: 'Head of Workforce' },
      papers: [{ workstream: 'practice', meeting: LATEST }],
    });
    const report = whole.papers.find(({ workstream }) => workstream === 'practice')?.report;
    expect(report?.findings.find(({ code }) => code === 'W206')?.accepted).toBeDefined();
    expect(codes(whole.findings)).not.toContain('W090');
  });

  it('tells an acceptance that matches nothing, if all that it could match was judged', async () => {
    const stale = accept('W206', 'action:P9', OVERDUE);
    expect(one(await judged(stale), 'W090')).toMatchObject({
      about: 'action:P9',
      message: 'no W206 is found of action:P9',
      at: { file: 'cip-report.yaml' },
    });
    expect(codes((await judged(stale, { papers: ['workforce'] })).findings)).not.toContain('W090');
    expect(codes((await judged(stale, { asOf: true })).findings)).not.toContain('W090');
    const elsewhere = accept('W206', 'action:P3', OVERDUE, ', workstream: workforce');
    expect(one(await judged(elsewhere), 'W090')?.message).toContain('in the papers of workforce');
  });

  it('leaves alone what an earlier meeting’s papers still need', async () => {
    // Of the meeting of September: October's level has taken its place in November's papers.
    const earlier = await judged(accept('N413', 'visits_on_time@2026-08', VISITS));
    expect(codes(earlier.findings)).not.toContain('W090');
    const ofPractice = await judged(
      accept('N413', 'visits_on_time@2026-08', VISITS, ', workstream: practice'),
    );
    expect(codes(ofPractice.findings)).not.toContain('W090');
    const ofOther = await judged(accept('N413', 'visits_on_time@2026-08', VISITS, ', workstream: workforce'));
    expect(codes(ofOther.findings)).toContain('W090');
  });

  it('accepts what is said, and not what comes to be said later, in the report too', async () => {
    const other = await judged(accept('W206', 'action:P3', 'overdue by 8 days'));
    expect(one(other, 'W206')?.accepted).toBeUndefined();
    expect(one(other, 'W090')).toMatchObject({
      message: 'no W206 of action:P3 says "overdue by 8 days": it says "action P3 is overdue by 9 days"',
      at: { length: "'overdue by 8 days'".length },
    });
    expect(one(await judged(accept('W206', 'action:P3', 'is overdue')), 'W090')).toBeDefined();
    expect(one(await judged(accept('W206', 'action:P3', 'by  9 days')), 'W206')?.accepted).toBeDefined();
    for (const { report } of other.papers) expect(codes(report?.findings ?? [])).toContain('W090');
  });

  it('fills in and checks the figures of a reason like those of any text that is printed', async () => {
    const because = (reason: string) => accept('W206', 'action:P3', OVERDUE).replace('Known.', `'${reason}'`);
    const filled = await judged(
      because('Waits for {{visits_on_time@2026-10}} and {{visits_on_time@2026-08}}.'),
    );
    const report = filled.papers.find(({ workstream }) => workstream === 'practice')?.report;
    const reasonOf = (found: readonly Finding[]) =>
      found.find(({ code }) => code === 'W206')?.accepted?.reason;
    expect(reasonOf(report?.findings ?? [])).toBe('Waits for 89.1% and 86.5%.');
    expect(reasonOf(filled.findings)).toBe('Waits for 89.1% and 86.5%.');
    const unknown = await judged(because('Waits for {{visits_on_tme}}.'));
    expect(one(unknown, 'E403')).toMatchObject({ at: { file: 'cip-report.yaml' } });
    const wrong = await judged(because('Statutory visits on time were 75.0% in October 2026.'));
    expect(one(wrong, 'W421')).toMatchObject({ at: { file: 'cip-report.yaml' } });
    const right = await judged(because('Statutory visits on time were 89.1% in October 2026.'));
    expect(codes(right.findings)).not.toContain('W421');
  });

  it('judges an acceptance of one workstream when its papers are judged', async () => {
    const dead = accept('W206', 'action:P9', OVERDUE, ', workstream: practice');
    expect(codes((await judged(dead, { papers: ['practice'] })).findings)).toContain('W090');
    expect(codes((await judged(dead, { papers: ['workforce'] })).findings)).not.toContain('W090');
    const whole = await judged(dead);
    expect(whole.papers.map(({ report }) => codes(report?.findings ?? []).includes('W090'))).toEqual([
      false,
      true,
    ]);
  });

  it('refuses an acceptance of an acceptance, and one that is said twice', async () => {
    const itself = await judged(accept('W090', 'action:P9', 'x'));
    expect(one(itself, 'E099')?.message).toContain('cannot be accepted');
    const entry = accept('W206', 'action:P3', OVERDUE);
    const twice = await judged(`${entry}${entry.split('\n').at(-2)}\n`);
    expect(one(twice, 'E051')?.message).toBe('W206 of action:P3 is accepted twice with the same words');
  });

  it('points at the name that matches nothing, and says which one was likely meant', async () => {
    const slip = one(await judged(accept('W206', 'actoin:P3', OVERDUE)), 'W090');
    expect(slip?.help).toMatch(/^did you mean action:P3\?/);
    expect(slip?.at?.length).toBe("'actoin:P3'".length);
    const other = one(await judged(accept('W206', 'action:P4', OVERDUE)), 'W090');
    expect(other?.help).not.toContain('did you mean');
  });

  it('takes a warning for an error where the configuration says so: no report, unless it is accepted', async () => {
    const raised = 'checks: { severities: { W206: error } }\n';
    const refused = await judged(raised);
    expect(one(refused, 'W206')?.severity).toBe('error');
    expect(refused.papers.map(({ report }) => report !== undefined)).toEqual([true, false]);
    const known = accept('W206', 'action:P3', OVERDUE).replace(
      'checks:',
      'checks:\n  severities: { W206: error }',
    );
    expect((await judged(known)).papers.every(({ report }) => report !== undefined)).toBe(true);
  });

  it('settles what reading found too: it is about its file', async () => {
    const stray = { file: 'practice/2026-11-09/action.csv', add: 'Reference,Action\n' };
    const raised = await judged('checks: { severities: { W011: error } }\n', stray);
    expect(one(raised, 'W011')).toMatchObject({ severity: 'error', about: stray.file });
    expect(codes(raised.findings)).toContain('W206');
    const known = await judged(accept('W011', stray.file, 'is not read', ', workstream: practice'), stray);
    expect(one(known, 'W011')?.accepted).toBeDefined();
    expect(codes(known.findings)).not.toContain('W090');
  });

  it('hides no finding of one workstream behind an error in another', async () => {
    const broken = await judged('', { file: 'workforce/2026-11-09/risks.csv', add: '"\n' });
    expect(broken.findings.some((found) => found.severity === 'error')).toBe(true);
    expect(codes(broken.findings)).toContain('W206');
    expect(broken.papers.every(({ report }) => report === undefined)).toBe(true);
  });

  it('refuses an acceptance of an error, of what there is not, and one without a role', async () => {
    const wrong = await judged(accept('E112', 'x', 'x').replace("of: 'x'", "of: 'x', workstream: nowhere"));
    expect(wrong.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(2);
    expect(codes(wrong.findings)).toContain('E099');
    const unknown = await judged('checks: { severities: { stated-figur: note } }\n');
    expect(one(unknown, 'E098')?.help).toContain('stated-figure');
    expect(codes(unknown.findings)).toContain('W206');
    const words = await judged('checks: { severities: { overdue: note } }\n');
    expect(one(words, 'E098')?.help).toMatch(
      /^did you mean "[a-z]+-overdue", "[a-z]+-overdue" or "[a-z]+-overdue"\?/,
    );
  });
});
