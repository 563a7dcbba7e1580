import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askProgram } from '../support/ask-program.ts';
import { copyExample, runProgram } from '../support/program.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-report-test-'));
  await copyExample('luton', folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const COLOUR = { NO_COLOR: '', FORCE_COLOR: '1' };
/** One of every command that is asked, of every exit code, and one that is asked with other variables than the one after it. */
const QUESTIONS = [
  [['check', 'luton', '--fail-on', 'warning', '--format', 'sarif'], 1, {}],
  [['diff', '2021-05', 'luton'], 2, COLOUR],
  [['diff', 'luton'], 0, {}],
  [['explain', 'agency_rate', 'luton'], 0, {}],
  [['bild'], 2, {}],
] as const;

describe('the program that is asked again and again', () => {
  it.each(QUESTIONS)('says what a run of its own says: %j', async (args, code, env) => {
    const run = await runProgram(args, { cwd: folder, env });
    expect(run.code, run.stderr).toBe(code);
    expect(await askProgram(args, { cwd: folder, env })).toEqual(run);
  });
});
