import type { SideRef } from '../compare/comparison.ts';
import type { Dataset } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { readDataRepo, type ReadResult } from '../read/index.ts';
import type { DiffRequest } from './diff-options.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './exit-code.ts';
import { dataFolder, pathPrefix } from './papers-options.ts';
import { countFindings, printFindings, type FindingPrinting } from './print-findings.ts';
import type { Output } from './output.ts';

/** What one side gives, before it is known whether it can be compared. */
export interface SideRead {
  readonly read: Pick<ReadResult, 'dataset' | 'findings'>;
  readonly display: FindingPrinting;
  readonly ref: SideRef;
}

/** One side that was read without an error. */
export interface SideData {
  readonly dataset: Dataset;
  readonly findings: readonly Finding[];
  readonly ref: SideRef;
}

/** What could not be read cannot be compared: thrown with everything that is wrong. */
export class UnreadableSides extends Error {
  readonly sides: readonly SideRead[];

  constructor(sides: readonly SideRead[]) {
    super('the sides could not be read');
    this.name = 'UnreadableSides';
    this.sides = sides;
  }
}

/** What reading needs to know. */
export interface Reading {
  readonly request: DiffRequest;
  readonly environment: Environment;
  readonly signal: AbortSignal;
}

/** Reads the data repo of a folder as it stands. Throws a UsageError where there is no such folder. */
export async function readFolder(dir: string, ref: SideRef, reading: Reading): Promise<SideRead> {
  const { request, environment, signal } = reading;
  const root = await dataFolder(dir, environment.cwd);
  environment.output.progress(`reading ${root}`);
  const { sources, ...read } = await readDataRepo(root, { encoding: request.encoding, signal });
  const prefix = pathPrefix(root, environment.cwd);
  return { read, display: { lineOf: (file, line) => sources.line(file, line), prefix }, ref };
}

/** Reads the data repo in `dir` as it was at a revision. Throws a UsageError where git cannot give it. */
export async function readAtRevision(dir: string, revision: string, reading: Reading): Promise<SideRead> {
  const { request, environment, signal } = reading;
  const { readRevision } = await import('../read/revision.ts');
  const root = await dataFolder(dir, environment.cwd);
  environment.output.progress(`reading ${root} at ${revision}`);
  const { variables } = environment;
  const found = await readRevision(root, revision, { encoding: request.encoding, variables, signal });
  if (found.kind === 'fault') {
    const { message, why, help } = found.fault;
    const advice = help ?? 'name another revision, or compare two folders';
    throw new UsageError(message, why === undefined ? advice : `${why}; ${advice}`);
  }
  const { dataset, findings, sources, commit } = found;
  const label = revision === commit.hash ? revision : `${revision} (${commit.hash})`;
  return {
    read: { dataset, findings },
    display: { lineOf: (file, line) => sources.line(file, line), prefix: `${revision}:` },
    ref: { label, asked: revision, commit },
  };
}

/** Returns sides that can be compared. Throws `UnreadableSides` where one of them has an error. */
export function usable<Sides extends readonly SideRead[]>(sides: Sides): { [Index in keyof Sides]: SideData };
export function usable(sides: readonly SideRead[]): SideData[] {
  const faulty = sides.map(withErrors).filter(({ read }) => read.findings.length > 0);
  if (faulty.length > 0) throw new UnreadableSides(faulty);
  return sides.flatMap(({ read: { dataset, findings }, ref }) =>
    dataset ? [{ dataset, findings, ref }] : [],
  );
}

function withErrors(side: SideRead): SideRead {
  const { dataset, findings } = side.read;
  const errors = findings.filter(({ severity }) => severity === 'error');
  // What has no data and says no reason would otherwise be compared as nothing.
  const all = dataset === undefined && errors.length === 0 ? [finding('E002', 'there is no data')] : errors;
  return { ...side, read: { dataset, findings: all } };
}

/** Prints what is wrong with sides that cannot be compared. */
export function printUnreadable({ sides }: UnreadableSides, output: Output): void {
  for (const { read, display } of sides) printFindings(read.findings, display, output);
  const all = sides.flatMap(({ read }) => read.findings);
  output.say([{ text: 'Nothing was compared', look: 'error' }, { text: `: ${countFindings(all)}.` }]);
}
