import { mkdtemp, readFile, readdir, rm, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { selectReports } from '../../src/cli/build-selection.ts';
import type { FindingCode } from '../../src/model/catalogue.ts';
import type { Finding } from '../../src/model/finding.ts';
import { readDataRepo, readFrom, type ReadResult } from '../../src/read/index.ts';
import { judge } from '../../src/report/judge.ts';
import { date } from './dataset.ts';
import { memoryStore } from './memory-store.ts';

/** One change to the base repo (test/check/cases/base), in which nothing is found. */
export interface Edit {
  readonly file: string;
  /** Text that the file has exactly once, or a pattern that it has; left out where the whole file is given. */
  readonly replace?: string | RegExp;
  readonly by: string;
}

/** A repo with a change, and what is found in it. */
export interface RuleCase {
  /** What is the case, in words. */
  readonly name: string;
  readonly edits: readonly Edit[];
  /** The date as of which it is judged; the meeting's where it is left out. */
  readonly asOf?: string;
  /** Every finding, as `code about`: `W104 agency_rate@2026-10`; none where nothing must be found. */
  readonly finds?: readonly string[];
}

/** The cases of one rule: a rule without all three kinds is not done. */
export interface RuleCases {
  /** The codes of the rule, as it declares them. */
  readonly codes: readonly FindingCode[];
  /** Cases that it must find. */
  readonly fires: readonly RuleCase[];
  /** Near misses, which it must not find. */
  readonly quiet: readonly RuleCase[];
  /** Cases at the edge of rounding; or why the rule has none. */
  readonly edge: readonly RuleCase[] | string;
}

/** Where an edit is usually made. */
export const LATEST = 'workforce/2026-11-09';
export const BEFORE = 'workforce/2026-09-14';

const BASE = fileURLToPath(new URL('../check/cases/base/', import.meta.url));

let base: ReadonlyMap<string, string> | undefined;

async function baseFiles(): Promise<ReadonlyMap<string, string>> {
  if (base !== undefined) return base;
  const entries = await readdir(BASE, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(BASE.length));
  base = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(BASE, path), 'utf8')] as const)),
  );
  return base;
}

/** Returns what `check` finds in the base repo with the edits. */
export async function findingsIn(edits: readonly Edit[], asOf?: string): Promise<readonly Finding[]> {
  return findingsOfRead(await readFrom(memoryStore(await editedFiles(edits)), 'the base repo', {}), asOf);
}

async function editedFiles(edits: readonly Edit[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map(await baseFiles());
  for (const edit of edits) files.set(edit.file, edited(files.get(edit.file), edit));
  return files;
}

/** Gives the base repo with the edits to `use`, and removes it afterwards. */
export async function inEditedBase<T>(edits: readonly Edit[], use: (root: string) => Promise<T>): Promise<T> {
  const files = await editedFiles(edits);
  const root = await mkdtemp(join(tmpdir(), 'cip-report-case-'));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return await use(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Returns what `check` finds in a data repo: in all of it, and in the latest papers of each workstream. */
export async function findingsOf(root: string, asOf?: string): Promise<readonly Finding[]> {
  return findingsOfRead(await readDataRepo(root), asOf);
}

function findingsOfRead({ dataset, findings }: ReadResult, asOf: string | undefined): readonly Finding[] {
  if (dataset === undefined) return findings;
  const papers = selectReports(dataset, {}).map((one) => ({
    workstream: one.workstream.id,
    meeting: one.meeting.id,
  }));
  const day = asOf === undefined ? undefined : date(asOf);
  return judge(dataset, { papers, read: findings, asOf: day, version: '0.0.0' }).findings;
}

/** Returns a finding as cases name it. */
export function findingName({ code, about }: Finding): string {
  return about === undefined ? code : `${code} ${about}`;
}

/** Returns the text of a file after an edit; throws where the edit does not fit it. */
export function edited(text: string | undefined, { file, replace, by }: Edit): string {
  if (replace === undefined) return by;
  if (replace instanceof RegExp) {
    if (text === undefined || text.search(replace) < 0)
      throw new Error(`${file} has nothing like ${replace.source}`);
    return text.replace(replace, by);
  }
  const count = (text ?? '').split(replace).length - 1;
  if (text === undefined || count !== 1)
    throw new Error(`${file} has ${JSON.stringify(replace)} ${count.toString()} times`);
  return text.replace(replace, () => by);
}
