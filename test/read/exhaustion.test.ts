import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { buildReport } from '../../src/report/build-report.ts';

const BASE = fileURLToPath(new URL('../hostile/_base/input', import.meta.url));
const MEETING = 'workforce/2021-04-19';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cip-report-exhaustion-'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Returns a data repo in which one file of the meeting has this text. */
async function repoWith(name: string, file: string, text: string): Promise<string> {
  const folder = join(root, name);
  await cp(BASE, folder, { recursive: true });
  await writeFile(join(folder, MEETING, file), text);
  return folder;
}

describe('a file beyond any report', () => {
  it('of ninety thousand keys is refused before it is parsed', async () => {
    const keys = Array.from({ length: 90_000 }, (_, index) => `k${index}: x\n`).join('');
    const { findings } = await readDataRepo(await repoWith('keys', 'report.yaml', keys));
    expect(findings).toMatchObject([
      {
        code: 'E005',
        message: `the file has more than ${DEFAULT_LIMITS.yamlParts} keys and values`,
        at: { file: `${MEETING}/report.yaml`, line: DEFAULT_LIMITS.yamlParts / 2 + 1, column: 1 },
      },
    ]);
  });

  it('of ninety-nine thousand rows is refused at the first row too many', async () => {
    const rows = Array.from({ length: 99_000 }, (_, index) => `Jan-21,Team ${index},1\n`).join('');
    const repo = await repoWith('rows', 'workforce.csv', `Period,Team,Agency\n${rows}`);
    const { findings } = await readDataRepo(repo);
    expect(findings).toMatchObject([
      {
        code: 'E031',
        message: `the table has more than ${DEFAULT_LIMITS.rows} rows`,
        at: { file: `${MEETING}/workforce.csv`, line: DEFAULT_LIMITS.rows + 2 },
      },
    ]);
  });

  it('gives every one of more than a hundred thousand findings', async () => {
    const measures = ['Permanent', 'Agency', 'Starters', 'Leavers', 'Unfilled', 'Conversions'];
    const cells = measures.map(() => 'n/a').join(',');
    const rows = Array.from({ length: DEFAULT_LIMITS.rows }, (_, index) => `Jan-21,Team ${index},${cells}\n`);
    const text = `Period,Team,${measures.join(',')}\n${rows.join('')}`;
    const repo = await repoWith('findings', 'workforce.csv', text);
    const { dataset, findings } = await readDataRepo(repo, { limits: { cells: 1_000_000 } });
    expect(findings.length).toBe(DEFAULT_LIMITS.rows * measures.length);
    expect(findings.length).toBeGreaterThan(100_000);
    const [{ id, meetings } = { id: '', meetings: [] }] = dataset?.workstreams ?? [];
    const request = { workstream: id, meeting: meetings[0]?.id ?? '', version: '0.0.0', findings };
    expect(dataset && buildReport(dataset, request).report).toBeUndefined();
  });
});
