import { join } from 'node:path/posix';
import type { Basis, Dataset, Meeting, Workstream } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { nearest } from '../model/suggest.ts';
import type { Everybody } from '../model/total-name.ts';
import { BENCHMARKS_FOLDER, readBenchmarksFolder } from './benchmarks/folder.ts';
import { readConfig, type Config } from './config/read-config.ts';
import { readLogo } from './config/logo.ts';
import { readTheme } from './config/theme.ts';
import { readHeadings, type Headings } from './config/headings.ts';
import { readVocabularies, type Vocabularies } from './config/vocabularies.ts';
import { startOf, type Files } from './files.ts';
import { parseDate } from './grammar/date.ts';
import { quoted } from './grammar/reading.ts';
import type { Limits } from './limits.ts';
import { readMeeting } from './meeting.ts';
import { paperSettings } from './paper-settings.ts';
import { unknownSections } from './section-choices.ts';
import { isId } from './schema/key.ts';
import { withOneName } from './workforce/members.ts';
import { keyPlaceUnder, keysUnder, textUnder, type Tree } from './yaml/tree.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** The file at the root of every data repo. */
export const CONFIG_FILE = 'cip-report.yaml';

/** What the configuration says, as far as it can be used. */
export interface ConfigRead {
  readonly tree: Tree;
  readonly headings: Headings;
  readonly vocabularies: Vocabularies;
  /** Undefined where it departs from the schema. */
  readonly config: Config | undefined;
}

/** Returns what the configuration at `path` says; undefined where it cannot be read. Reports all its faults. */
export async function readConfigFile(
  path: string,
  files: Files,
  limits: Limits,
): Promise<ConfigRead | undefined> {
  const source = await files.read(path);
  if (!source) return undefined;
  const { tree, findings } = readYaml(source, limits);
  files.reportAll(findings);
  if (!tree) return undefined;
  const vocabularies = readVocabularies(tree);
  const { headings, findings: headingFindings } = readHeadings(tree, vocabularies);
  const { config, findings: configFindings } = readConfig(tree);
  files.reportAll([...headingFindings, ...configFindings]);
  return { tree, headings, vocabularies, config };
}

/**
 * Returns what the data repo of a store holds; undefined where its configuration cannot be used. Reports all faults.
 * `named`: what the data repo is called in messages.
 */
export async function readStore(named: string, files: Files, limits: Limits): Promise<Dataset | undefined> {
  const entries = (await files.list('.')) ?? [];
  if (!entries.some((entry) => entry.name === CONFIG_FILE)) {
    files.report(finding('E002', `${named} holds no ${CONFIG_FILE}`));
    return undefined;
  }
  const read = await readConfigFile(CONFIG_FILE, files, limits);
  if (!read) return undefined;
  const { tree, headings, vocabularies, config } = read;
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
  const { look } = config;
  const logo = look.logo && (await readLogo(look.logo, files));
  const theme = { ...(await readTheme(look, files, limits)), ...(logo && { logo }) };
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
  return { meetings: withOneName(meetings, everybodyOf(id, tree)), unreadable };
}

/** Returns what the council calls all who are counted in a workstream. */
export function everybodyOf(id: string, tree: Tree): Everybody {
  return {
    organisation: textUnder(tree, ['organisation']) ?? '',
    population: textUnder(tree, ['workstreams', id, 'population']) ?? '',
  };
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
export function basisOf(id: string, tree: Tree): Basis {
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
