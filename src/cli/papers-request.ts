import type { PlainDate } from '../model/plain-date.ts';
import { CONFIG_FILE, readDataRepo, type ReadResult } from '../read/index.ts';
import { hasErrors, isFault, type Finding } from '../model/finding.ts';
import { judge, type Judged } from '../report/judge.ts';
import { selectReports } from './build-selection.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './exit-code.ts';
import { dataFolder, dateOption, pathPrefix } from './papers-options.ts';
import type { FindingPrinting } from './print-findings.ts';

/** Which papers of a data repo, and how they are read: the options that `build` and `check` share. */
export interface PapersOptions {
  readonly meeting?: string;
  readonly all?: boolean;
  readonly workstream?: string;
  readonly asOf?: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** The same, understood. */
export interface PapersRequest {
  /** The data repo. */
  readonly root: string;
  /** Put before its file names, so that paths can be opened from where the program was started. */
  readonly prefix: string;
  readonly meeting: PlainDate | undefined;
  readonly all: boolean;
  readonly workstream: string | undefined;
  readonly asOf: PlainDate | undefined;
  readonly encoding: PapersOptions['encoding'];
}

/** Returns what is asked for. Throws a UsageError where there is no such folder, or a date is none. */
export async function papersRequest(
  dir: string,
  options: PapersOptions,
  { cwd }: Environment,
): Promise<PapersRequest> {
  if (options.all === true && options.meeting !== undefined)
    throw new UsageError('--all and --meeting cannot go together', 'leave out one of them');
  const root = await dataFolder(dir, cwd);
  return {
    root,
    prefix: pathPrefix(root, cwd),
    meeting: dateOption('--meeting', options.meeting),
    all: options.all === true,
    workstream: options.workstream,
    asOf: dateOption('--as-of', options.asOf),
    encoding: options.encoding,
  };
}

/** What a data repo came to, and how its findings are shown. */
export interface JudgedRepo extends Judged {
  readonly display: FindingPrinting;
}

/** Reads a data repo, makes every report that is asked for, and says what was found. */
export async function judgePapers(
  request: PapersRequest,
  version: string,
  signal: AbortSignal,
): Promise<JudgedRepo> {
  const { root, encoding, asOf, prefix } = request;
  const { dataset, findings, sources } = await readDataRepo(root, { encoding, signal });
  const display = { lineOf: (file: string, line: number) => sources.line(file, line), prefix };
  return { ...judgeRead({ dataset, findings }, { ...request, asOf }, version), display };
}

function judgeRead(
  { dataset, findings: read }: Pick<ReadResult, 'dataset' | 'findings'>,
  request: PapersRequest,
  version: string,
): Judged {
  if (dataset === undefined) return { papers: [], findings: read.map((one) => ({ ...one, papers: [] })) };
  const nothingRead = hasErrors(read) && dataset.workstreams.every((one) => one.meetings.length === 0);
  const selected = nothingRead ? [] : selectReports(dataset, request);
  return judge(dataset, {
    papers: selected.map(({ workstream, meeting }) => ({ workstream: workstream.id, meeting: meeting.id })),
    read,
    asOf: request.asOf,
    version,
  });
}

/**
 * Returns whether a finding says that the program cannot do its work at all: a fault of the configuration, of a template
 * or of no file. Any other is a matter of the data.
 */
export function isUnusable(one: Finding): boolean {
  return isFault(one) && (one.at === undefined || one.at.file === CONFIG_FILE || one.code.startsWith('E5'));
}
