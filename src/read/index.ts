import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path/posix';
import type { Basis, Dataset, Meeting, Workstream } from '../model/dataset.ts';
import { finding, sortFindings, type Finding } from '../model/finding.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { Sources } from '../model/sources.ts';
import { nearest } from '../model/suggest.ts';
import { BENCHMARKS_FOLDER, readBenchmarksFolder } from './benchmarks/folder.ts';
import { readConfig } from './config/read-config.ts';
import { readLogo } from './config/logo.ts';
import { readHeadings, type Headings } from './config/headings.ts';
import { readVocabularies, type Vocabularies } from './config/vocabularies.ts';
import type { Encoding } from './decode.ts';
import { diskStore } from './disk.ts';
import { Files, startOf } from './files.ts';
import { parseDate } from './grammar/date.ts';
import { quoted } from './grammar/reading.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readMeeting } from './meeting.ts';
import { paperSettings } from './paper-settings.ts';
import { unknownSections } from './section-choices.ts';
import { isId } from './schema/key.ts';
import { withOneName } from './workforce/members.ts';
import { keyPlaceUnder, keysUnder, textUnder, type Tree } from './yaml/tree.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** The file at the root of every data repo. */
export const CONFIG_FILE = 'cip-report.yaml';

export interface ReadOptions {
  /** What a file that is not UTF-8 is read as; without it such a file is an error. */
  readonly encoding?: Encoding;
  readonly limits?: Partial<Limits>;
  /** Ends the reading between two files: the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface ReadResult {
  /** Undefined only where the configuration itself cannot be used. */
  readonly dataset: Dataset | undefined;
  /** Everything that is wrong, in all files, in order of place. */
  readonly findings: readonly Finding[];
  readonly sources: Sources;
}

/**
 * Returns what a data repo holds. A fault in one file or row never hides those of another: whatever can be read is read.
 * Nothing outside `root` is opened, and nothing is written.
 */
export async function readDataRepo(root: string, options: ReadOptions = {}): Promise<ReadResult> {
  const folder = await realFolder(root);
  if (typeof folder !== 'string')
    return { dataset: undefined, findings: [folder], sources: { line: () => undefined } };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const files = new Files(diskStore(folder), {
    encoding: options.encoding ?? 'utf-8',
    limits,
    signal: options.signal,
  });
  const dataset = await readAll(root, files, limits);
  return { dataset, findings: sortFindings(files.findings), sources: files };
}

async function realFolder(root: string): Promise<string | Finding> {
  try {
    const folder = await realpath(root);
    if ((await stat(folder)).isDirectory()) return folder;
    return finding('E002', `${quoted(root)} is a file, and not a folder`);
  } catch {
    return finding('E002', `there is no folder ${quoted(root)}`);
  }
}

async function readAll(root: string, files: Files, limits: Limits): Promise<Dataset | undefined> {
  const entries = (await files.list('.')) ?? [];
  if (!entries.some((entry) => entry.name === CONFIG_FILE)) {
    files.report(finding('E002', `${quoted(root)} holds no ${CONFIG_FILE}`));
    return undefined;
  }
  const source = await files.read(CONFIG_FILE);
  if (!source) return undefined;
  const { tree, findings } = readYaml(source, limits);
  files.reportAll(findings);
  if (!tree) return undefined;
  const vocabularies = readVocabularies(tree);
  const { headings, findings: headingFindings } = readHeadings(tree, vocabularies);
  const { config, findings: configFindings } = readConfig(tree);
  files.reportAll([...headingFindings, ...configFindings]);
  const folders = entries.filter((entry) => entry.isFolder).map((entry) => entry.name);
  // The folders are read also where the configuration is faulty, so that every finding comes out in one run.
  const meetings = new Map<string, MeetingsRead>();
  const ids = keysUnder(tree, ['workstreams']);
  const context = { files, folders, limits, headings, vocabularies };
  for (const id of ids) meetings.set(id, await readWorkstream(id, tree, context));
  const hasDownloads = folders.includes(BENCHMARKS_FOLDER) && !ids.includes(BENCHMARKS_FOLDER);
  const benchmarks = hasDownloads ? await readBenchmarksFolder(tree, context) : [];
  if (!config) return undefined;
  const workstreams = config.workstreams.map((one): Workstream => ({
    ...one,
    ...(meetings.get(one.id) ?? NONE),
  }));
  files.reportAll(workstreams.flatMap(unknownSections));
  const logo = config.logo && (await readLogo(config.logo, files));
  const theme = { ...config.programme.theme, ...(logo && { logo }) };
  return { programme: { ...config.programme, theme }, workstreams, benchmarks, inputs: files.inputs };
}

type MeetingsRead = Required<Pick<Workstream, 'meetings' | 'unreadable'>>;

const NONE: MeetingsRead = { meetings: [], unreadable: [] };

/** What is needed to read any workstream. */
interface RepoContext {
  readonly files: Files;
  readonly folders: readonly string[];
  readonly limits: Limits;
  readonly headings: Headings;
  readonly vocabularies: Vocabularies;
}

async function readWorkstream(
  id: string,
  tree: Tree,
  { folders, ...rest }: RepoContext,
): Promise<MeetingsRead> {
  const { files } = rest;
  if (!folders.includes(id)) {
    // What cannot be an id cannot be a folder either, and is reported as the key that it is.
    if (isId(id)) files.report(noFolder(id, tree, folders));
    return NONE;
  }
  const paper = paperSettings(tree, id);
  const context = { ...rest, basis: basisOf(id, tree), paper, dayFirst: paper.dayFirst === true };
  const meetings: Meeting[] = [];
  const unreadable: PlainDate[] = [];
  for (const date of await meetingDates(id, files)) {
    const meeting = await readMeeting(join(id, date), date, context);
    if (meeting) meetings.push(meeting);
    else unreadable.push(date);
  }
  const everybody = {
    organisation: textUnder(tree, ['organisation']) ?? '',
    population: textUnder(tree, ['workstreams', id, 'population']) ?? '',
  };
  return { meetings: withOneName(meetings, everybody), unreadable };
}

function noFolder(id: string, tree: Tree, folders: readonly string[]): Finding {
  const meant = nearest(id, folders);
  return finding('E001', `there is no folder ${quoted(id)} for the workstream ${quoted(id)}`, {
    at: keyPlaceUnder(tree, ['workstreams', id]),
    why: 'each workstream has a folder of its name, and in it a folder for each board meeting',
    help:
      meant === undefined
        ? `add the folder ${id}`
        : `did you mean ${quoted(meant)}, which is there? Correct the name in cip-report.yaml, or rename the folder`,
  });
}

/** Where the basis itself is faulty, fte lets every number pass: that fault is reported by itself. */
function basisOf(id: string, tree: Tree): Basis {
  return textUnder(tree, ['workstreams', id, 'basis']) === 'headcount' ? 'headcount' : 'fte';
}

async function meetingDates(id: string, files: Files): Promise<PlainDate[]> {
  const entries = (await files.list(id)) ?? [];
  const folders = entries.filter((entry) => entry.isFolder && !entry.name.startsWith('.'));
  const dates = folders.flatMap((entry) => meetingDate(id, entry.name, files) ?? []);
  // A folder that is not named by a date, and has been reported, may well be the meeting that is missing.
  if (folders.length === 0)
    files.report(
      finding('E001', `the workstream ${quoted(id)} has no meetings`, {
        at: startOf(id),
        why: 'its folder holds a folder for each board meeting, named by the date',
        help: `add a folder such as ${join(id, '2021-04-19')} with report.yaml and workforce.csv`,
      }),
    );
  return dates;
}

function meetingDate(id: string, name: string, files: Files): PlainDate | undefined {
  const reading = parseDate(name);
  if (reading.ok && reading.value === name) return reading.value;
  files.report(
    finding('E009', `the folder ${quoted(name)} is not named by the date of a meeting`, {
      at: startOf(join(id, name)),
      why: reading.ok ? undefined : reading.problem.why,
      help: `rename it to ${reading.ok ? reading.value : 'the date of the board meeting, such as 2021-04-19'}; folders that hold no meeting belong elsewhere`,
    }),
  );
  return undefined;
}
