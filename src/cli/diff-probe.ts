import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Form } from '../compare/comparison.ts';
import { formatDate, formatList, formatPeriod, formatPeriodInFull } from '../model/format.ts';
import { comparePeriods, type Period } from '../model/period.ts';
import { daysBetween, type PlainDate } from '../model/plain-date.ts';
import { nearest } from '../model/suggest.ts';
import type { PaperContext } from '../papers/context.ts';
import { parseDate } from '../read/grammar/date.ts';
import { parsePeriod } from '../read/grammar/period.ts';
import { quoted } from '../read/grammar/reading.ts';
import { CONFIG_FILE } from '../read/data-repo.ts';
import type { Meaning, Nothing, Probe } from './diff-arguments.ts';
import { isTable, looksLikePath, looksLikeRevision, misspeltPeriod } from './diff-look.ts';
import { choosePapers, contextOf, knownPeriods } from './diff-papers.ts';
import { readFolder, usable, type Reading, type SideRead } from './diff-read.ts';

/** A probe of the real disk, git and data, which reads each data repo once. */
export interface DataProbe extends Probe {
  /** The data repo of a folder, as it stands. */
  readonly folder: (dir: string) => Promise<SideRead>;
}

/** What a data repo has that can be named as a side. */
interface Known {
  readonly periods: readonly Period[];
  readonly meetings: readonly PlainDate[];
}

/** Returns a probe. Reading for it throws `UnreadableSides` where the data has errors: nothing can be known of it then. */
export function dataProbe(reading: Reading): DataProbe {
  const { environment, signal } = reading;
  const { cwd, variables } = environment;
  const kindOf = async (text: string): Promise<'repo' | 'folder' | 'file' | undefined> => {
    const path = resolve(cwd, text);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return 'file';
    if (!found?.isDirectory()) return undefined;
    const config = await stat(join(path, CONFIG_FILE)).catch(() => undefined);
    return config?.isFile() ? 'repo' : 'folder';
  };
  const folder = once((dir) => readFolder(dir, { label: '', asked: '' }, reading));
  const known = once(async (dir): Promise<Known> => {
    if ((await kindOf(dir)) !== 'repo') return { periods: [], meetings: [] };
    return knownIn(await folder(dir), reading);
  });
  const isRevision = async (dir: string, text: string): Promise<boolean> => {
    const revisions = await import('../read/revision.ts');
    return revisions.isRevision(resolve(cwd, dir), text, { variables, signal });
  };
  return {
    folder,
    isDataRepo: async (text) => (await kindOf(text)) === 'repo',
    meanings: async (text, dir) => {
      const kind = await kindOf(text);
      const period = await namedPeriod(text, dir, known);
      const meeting = await namedMeeting(text, dir, known);
      const meanings: (Meaning | false)[] = [
        period !== undefined && meaning('periods', `the data period ${formatPeriod(period)}`),
        meeting !== undefined && meaning('meetings', `the meeting of ${formatDate(meeting)}`),
        kind === 'repo' && meaning('folders', 'a folder with cip-report.yaml'),
        kind === 'file' &&
          isTable(text) &&
          meaning('files', `a ${extname(text).slice(1).toUpperCase()} file`),
        (await isRevision(dir, text)) && meaning('revisions', 'a git revision'),
      ];
      return meanings.filter((one) => one !== false);
    },
    nothing: async (text, dir) => {
      const kind = await kindOf(text);
      if (kind === 'folder')
        return {
          is: 'a folder without cip-report.yaml',
          help: 'name the folders that hold cip-report.yaml, or two CSV or YAML files',
        };
      const instead = kind === undefined ? await noFile(resolve(cwd, text)) : undefined;
      if (instead !== undefined) return { is: instead, help: 'name a file or a folder' };
      if (kind === 'file')
        return { is: 'a file that is neither CSV nor YAML', help: 'save it as CSV, or name a data repo' };
      return unknown(text, dir, await known(dir), reading);
    },
  };
}

function meaning(form: Form, words: string): Meaning {
  return { form, words };
}

function once<T>(read: (dir: string) => Promise<T>): (dir: string) => Promise<T> {
  const found = new Map<string, Promise<T>>();
  return (dir) => {
    const result = found.get(dir) ?? read(dir);
    found.set(dir, result);
    return result;
  };
}

function knownIn(side: SideRead, { request }: Reading): Known {
  const [data] = usable([side] as const);
  const { workstream, meeting } = request;
  const contexts = choosePapers(data, { workstream, meeting }).map((one): PaperContext =>
    contextOf(data, one, undefined),
  );
  const periods = new Map(contexts.flatMap(knownPeriods).map((one) => [one.key, one]));
  const meetings = contexts.flatMap((one) => one.workstream.meetings.map(({ date }) => date));
  return { periods: [...periods.values()], meetings: [...new Set(meetings)].sort() };
}

type KnownOf = (dir: string) => Promise<Known>;

/** The data is read only where the text is a period at all. */
async function namedPeriod(text: string, dir: string, known: KnownOf): Promise<Period | undefined> {
  const reading = parsePeriod(text);
  if (!reading.ok) return undefined;
  return (await known(dir)).periods.find(({ key }) => key === reading.value.key);
}

async function namedMeeting(text: string, dir: string, known: KnownOf): Promise<PlainDate | undefined> {
  const reading = parseDate(text);
  if (!reading.ok) return undefined;
  return (await known(dir)).meetings.find((date) => date === reading.value);
}

/** The nearest of what there is, by the calendar for what is a date or a period, else by its letters. */
async function unknown(
  text: string,
  dir: string,
  { periods, meetings }: Known,
  reading: Reading,
): Promise<Nothing> {
  const { cwd } = reading.environment;
  const date = parseDate(text);
  const period = parsePeriod(text);
  if (period.ok) {
    const near = closest(period.value.end, periods, ({ end }) => end);
    const meeting = date.ok ? closest(date.value, meetings, (one) => one) : undefined;
    const words = [
      ...(meeting === undefined ? [] : [`the nearest meeting is ${meeting}`]),
      ...(near === undefined ? [] : [`the nearest data period is ${formatPeriod(near)}`]),
    ];
    const is = date.ok
      ? `${formatDate(date.value)}, of which there is neither a meeting nor a period of figures`
      : `${formatPeriod(period.value)}, of which the data has no figures`;
    if (words.length > 0) return { is, help: words.join('; ') };
    return {
      is,
      help: 'periods and meetings are those of the data repo in the current folder, or of one that is named last',
    };
  } else if (period.problem.code === 'E063') {
    const { why, help } = period.problem;
    return {
      is: `no period for sure: ${why ?? 'it can be read in two ways'}`,
      help: help ?? 'name the month',
    };
  }
  const meantPeriod = misspeltPeriod(text);
  if (meantPeriod !== undefined) return misspelt(meantPeriod, periods);
  const names = [
    ...periods.flatMap((one) => [formatPeriod(one), formatPeriodInFull(one), one.key]),
    ...meetings,
    ...(await filesBeside(resolve(cwd, text))),
  ].filter((one) => one !== basename(text));
  const meant = nearest(basename(text), names);
  if (meant !== undefined) {
    const beside = dirname(text);
    return { help: `did you mean ${quoted(beside === '.' ? meant : join(beside, meant))}?` };
  }
  const noPath: Nothing = {
    message: `there is no ${isTable(text) ? 'file' : 'folder'} ${quoted(text)}`,
    help: `check its spelling; a path starts in the current folder, ${quoted(cwd)}`,
  };
  if (await isPath(text, cwd)) return noPath;
  const other = await notARevision(text, dir, reading);
  if (other.message !== undefined || other.help.startsWith('did you mean')) return other;
  if (looksLikePath(text))
    return { ...noPath, help: `there is no git revision of that name either: ${other.help}` };
  return periods.length > 0 ? { help: `${latestOf(periods)}; ${other.help}` } : other;
}

/** Whether a text is a path for sure: a branch may have slashes too, as in `origin/main`. */
async function isPath(text: string, cwd: string): Promise<boolean> {
  if (!looksLikePath(text)) return false;
  if (isTable(text) || /\\|^(?:\.{0,2}|~)\/|\/$/.test(text)) return true;
  const [start = ''] = text.split('/');
  const found = await stat(resolve(cwd, start)).catch(() => undefined);
  return found?.isDirectory() === true;
}

function misspelt(meant: Period, periods: readonly Period[]): Nothing {
  const label = formatPeriod(meant);
  const known = periods.some(({ key }) => key === meant.key);
  const lacks = known || periods.length === 0 ? '' : ` The data has no figures of it: ${latestOf(periods)}`;
  return { is: 'not a month', help: `did you mean ${quoted(label)}?${lacks}` };
}

const MOST_PERIODS = 6;

function latestOf(periods: readonly Period[]): string {
  const latest = [...periods].sort(comparePeriods).slice(-MOST_PERIODS).map(formatPeriod);
  const which = latest.length < periods.length ? 'the latest data periods are' : 'the data periods are';
  return periods.length === 1
    ? `the only data period is ${latest.join('')}`
    : `${which} ${formatList(latest)}`;
}

/** Git knows best what is near, and whether it could look at all. */
async function notARevision(
  text: string,
  dir: string,
  { environment: { cwd, variables }, signal }: Reading,
): Promise<Nothing> {
  const { readRevision } = await import('../read/revision.ts');
  const found = await readRevision(resolve(cwd, dir), text, { variables, signal });
  const other = { help: 'cip-report diff --help has an example of each' };
  if (found.kind !== 'fault') return other;
  const { kind, message, why, help = other.help } = found.fault;
  if (kind === 'no-repository' && looksLikeRevision(text))
    return { message: `${quoted(text)} is a git revision, and ${message}`, help: REVISION_HELP };
  if (kind === 'not-installed' && looksLikeRevision(text)) return { message, help };
  if (kind === 'no-revision' && why === undefined) return { help };
  const isSure =
    kind === 'no-revision' || kind === 'shallow' || kind === 'not-trusted' || kind === 'lacks-objects';
  return isSure ? { message, help: why === undefined ? help : `${why}; ${help}` } : other;
}

const REVISION_HELP =
  'a revision is one of the data repo in the current folder, or of one that is named last, and that is kept in git';

function closest<T>(date: PlainDate, items: readonly T[], dateOf: (item: T) => PlainDate): T | undefined {
  const away = (item: T): number => Math.abs(daysBetween(date, dateOf(item)));
  return items.reduce<T | undefined>(
    (best, one) => (best === undefined || away(one) < away(best) ? one : best),
    undefined,
  );
}

/** What stands at a path that is neither a file nor a folder, in words. */
async function noFile(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || found.isFile() || found.isDirectory()) return undefined;
  if (!found.isSymbolicLink()) return 'a pipe or a device, and no file';
  const target = await stat(path).catch(() => undefined);
  return target === undefined ? 'a link to a file that does not exist' : 'a pipe or a device, and no file';
}

const MOST_FILES = 2000;

async function filesBeside(path: string): Promise<string[]> {
  const entries = await readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  return entries
    .slice(0, MOST_FILES)
    .filter((one) => one.isDirectory() || isTable(one.name))
    .map(({ name }) => name);
}
