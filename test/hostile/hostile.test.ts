import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectReports } from '../../src/cli/build-selection.ts';
import { sortFindings, type Finding } from '../../src/model/finding.ts';
import { placeText } from '../../src/model/place.ts';
import type { Sources } from '../../src/model/sources.ts';
import { visible } from '../../src/model/visible.ts';
import type { Limits } from '../../src/read/limits.ts';
import { readDataRepo, type ReadResult } from '../../src/read/index.ts';
import { buildReport } from '../../src/report/build-report.ts';

/**
 * Each folder beside this file is one fault: `input/` is laid over `_base/input`, and `expected.txt` is what
 * `build` has to say: the findings of reading, and those of checking the latest meeting. `case.json` holds what files
 * cannot: paths to remove, links to make, options.
 * UPDATE_GOLDEN=1 writes expected.txt anew, to be read by a person before it is committed.
 */
interface Case {
  readonly remove?: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  readonly encoding?: 'windows-1252';
  readonly limits?: Partial<Limits>;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

const folders = (await readdir(HERE, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name);

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'cip-report-hostile-'));
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

describe('a data repo with one fault', () => {
  it('comes in at least thirty kinds', () => {
    expect(folders.filter((name) => !name.startsWith('valid-')).length).toBeGreaterThanOrEqual(30);
  });

  it.each(folders)('%s', async (name) => {
    const { root, options } = await prepared(name);
    const read = await readDataRepo(root, options);
    const { sources } = read;
    const findings = findingsOfBuild(read);
    const text = findings.map((one) => findingText(one, sources, root)).join('\n');
    const expected = join(HERE, name, 'expected.txt');
    if (UPDATE) await writeFile(expected, text);
    expect(text).toBe(await readFile(expected, 'utf8'));
    expect(findings.length === 0).toBe(name.startsWith('valid-'));
  });
});

/**
 * As the command does: whatever could be read is checked, also where something else could not. That no table prints the teams
 * of `_base` is told of nearly every case, and is none of its faults.
 */
function findingsOfBuild({ dataset, findings }: ReadResult): Finding[] {
  const selected = dataset?.workstreams.some((one) => one.meetings.length > 0) ? selectReports(dataset, {}) : [];
  const checked = selected.flatMap(({ workstream, meeting }) => {
    const request = { workstream: workstream.id, meeting: meeting.id, version: '0.0.0', findings };
    return dataset ? buildReport(dataset, request).findings : [];
  });
  return sortFindings([...findings, ...checked]).filter(({ code }) => code !== 'N087');
}

async function prepared(name: string): Promise<{ root: string; options: Pick<Case, 'encoding' | 'limits'> }> {
  const root = join(work, name);
  const { remove = [], links = {}, ...options } = await caseOf(name);
  const overlay = join(HERE, name, 'input');
  await cp(join(HERE, '_base', 'input'), root, { recursive: true });
  const linked = Object.keys(links);
  const replaced = await foldersOverFiles(overlay, root);
  for (const path of [...remove, ...linked, ...replaced]) await rm(join(root, path), { recursive: true, force: true });
  await cp(overlay, root, { recursive: true });
  for (const [path, target] of Object.entries(links)) await symlink(target, join(root, path));
  return { root, options };
}

/** Returns the paths at which the overlay has a folder and the base a file. */
async function foldersOverFiles(overlay: string, root: string): Promise<string[]> {
  const entries = await readdir(overlay, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isDirectory()).map((one) => join(one.parentPath, one.name).slice(overlay.length));
  const files = await Promise.all(
    paths.map((path) => readFile(join(root, path)).then(() => true, () => false)),
  );
  return paths.filter((_, index) => files[index]);
}

async function caseOf(name: string): Promise<Case> {
  const found = (await readdir(join(HERE, name))).includes('case.json');
  return found ? (JSON.parse(await readFile(join(HERE, name, 'case.json'), 'utf8')) as Case) : {};
}

/** What a reader gets to see: severity, code, place, message; the line; why; what to do. */
function findingText(one: Finding, sources: Sources, root: string): string {
  const line = one.at && sources.line(one.at.file, one.at.line);
  return [
    `${one.severity} ${one.code} ${one.at ? placeText(one.at) : '-'} ${one.message.replaceAll(root, 'ROOT')}`,
    ...(one.at && line !== undefined
      ? [`    | ${shown(line)}`, `    | ${' '.repeat(Math.min(one.at.column, 120) - 1)}${'~'.repeat(Math.min(one.at.length, 60))}`]
      : []),
    ...(one.why === undefined ? [] : [`  why: ${one.why}`]),
    ...(one.related ?? []).map((place) => `  see: ${placeText(place)}`),
    `  help: ${one.help}`,
    '',
  ].join('\n');
}

function shown(line: string): string {
  return visible(line.length > 120 ? `${line.slice(0, 119)}…` : line).trimEnd();
}
