import { FORMS, type Form } from '../compare/comparison.ts';
import { formatList } from '../model/format.ts';
import { quoted } from '../read/grammar/reading.ts';
import { lookOf } from './diff-look.ts';
import { UsageError } from './exit-code.ts';

/** One thing that an argument may be. */
export interface Meaning {
  readonly form: Form;
  /** In words: `the data period Jan 2021`, `a git revision`. */
  readonly words: string;
}

/** What is known of an argument that can be no side. */
export interface Nothing {
  /** What it is instead, where it is something: `a folder without cip-report.yaml`. */
  readonly is?: string;
  /** What is wrong with it, where that can be said outright. */
  readonly message?: string;
  readonly help: string;
}

/** Finds out what arguments are. Where it is needed, the data repo in `dir` is read. */
export interface Probe {
  /** Whether it is a folder with a cip-report.yaml. */
  isDataRepo(text: string): Promise<boolean>;
  meanings(text: string, dir: string): Promise<readonly Meaning[]>;
  nothing(text: string, dir: string): Promise<Nothing>;
}

export interface ArgumentOptions {
  /** The form that the user names. */
  readonly as?: Form | undefined;
  readonly sinceLastMeeting: boolean;
}

/** The sides as they were typed: two; one, which is compared with the latest; or none, for the last two. */
export interface Understood {
  readonly form: Form;
  readonly sides: readonly string[];
  /** The data repo of periods, meetings and revisions. */
  readonly dir: string;
}

/** The current folder, where none is named. */
const HERE = '.';

/** A way to part the arguments into sides and a data repo. */
interface Split {
  readonly sides: readonly Argument[];
  readonly dir: string;
  readonly isDirNamed: boolean;
}

interface Argument {
  readonly text: string;
  readonly meanings: readonly Meaning[];
}

interface Reading extends Understood {
  readonly words: string;
}

/**
 * Returns what the arguments ask for. They are understood by what they are; nothing is assumed where two readings fit. Throws
 * a UsageError that names every reading where there are several, and what each argument is where there is none.
 */
export async function understand(
  args: readonly string[],
  options: ArgumentOptions,
  probe: Probe,
): Promise<Understood> {
  refuseEmpty(args);
  const splits = await splitsOf(args, probe);
  const readings = splits.flatMap((split) => readingsOf(split, options));
  const [only, ...others] = readings;
  if (only && others.length === 0) return { form: only.form, sides: only.sides, dir: only.dir };
  if (only) throw twoReadings(args, readings);
  throw (await repoFirst(args, probe)) ?? (await noReading(splits, options, probe));
}

/** A variable that is not set would otherwise be the current folder, and two of them the same data twice. */
function refuseEmpty(args: readonly string[]): void {
  const index = args.findIndex((one) => one.trim() === '');
  if (index < 0) return;
  throw new UsageError(
    `the ${['first', 'second', 'third'][index] ?? 'last'} argument is empty`,
    'name both sides: a variable of the shell or of a CI job may not be set',
  );
}

/** A data repo that is named before what is in it, and not after. */
async function repoFirst(
  [dir = '', ...sides]: readonly string[],
  probe: Probe,
): Promise<UsageError | undefined> {
  if (sides.length === 0 || !(await probe.isDataRepo(dir))) return undefined;
  for (const side of sides) if ((await probe.meanings(side, dir)).every(standsAlone)) return undefined;
  return new UsageError(
    `the data repo ${quoted(dir)} is named first`,
    `name it last: cip-report diff ${[...sides, dir].join(' ')}`,
  );
}

/** Folders and files stand for themselves: there is no data repo around them. */
function standsAlone({ form }: Pick<Meaning, 'form'>): boolean {
  return form === 'folders' || form === 'files';
}

async function splitsOf(args: readonly string[], probe: Probe): Promise<Split[]> {
  const last = args.at(-1);
  const isLastRepo = last !== undefined && (await probe.isDataRepo(last));
  if (args.length > 2 && !isLastRepo)
    throw (
      (await repoFirst(args, probe)) ??
      new UsageError(
        `${quoted(last ?? '')} holds no cip-report.yaml`,
        'two sides are compared; a third argument is the data repo that they are in',
      )
    );
  // Of two data repos each is a side.
  const areBothRepos = args.length === 2 && (await probe.isDataRepo(args[0] ?? ''));
  return Promise.all([
    ...(args.length <= 2 ? [splitAt(args, HERE, false, probe)] : []),
    ...(isLastRepo && !areBothRepos ? [splitAt(args.slice(0, -1), last, true, probe)] : []),
  ]);
}

async function splitAt(
  texts: readonly string[],
  dir: string,
  isDirNamed: boolean,
  probe: Probe,
): Promise<Split> {
  const sides: Argument[] = [];
  for (const text of texts) sides.push({ text, meanings: await probe.meanings(text, dir) });
  return { sides, dir, isDirNamed };
}

/** Folders and files stand for themselves: there is no latest one to compare them with, and no data repo around them. */
function readingsOf(split: Split, { as, sinceLastMeeting }: ArgumentOptions): Reading[] {
  const { sides, dir, isDirNamed } = split;
  const texts = sides.map(({ text }) => text);
  if (sides.length === 0) {
    const form = sinceLastMeeting ? 'meetings' : 'periods';
    if (as !== undefined && as !== form) return [];
    return [{ form, sides: [], dir, words: `as the data repo ${quoted(dir)}` }];
  }
  if (sinceLastMeeting) return [];
  return FORMS.filter((form) => as === undefined || as === form).flatMap((form) => {
    if (standsAlone({ form }) && (isDirNamed || sides.length < 2)) return [];
    const words = sides.map(({ meanings }) => meanings.find((one) => one.form === form)?.words);
    if (words.some((one) => one === undefined)) return [];
    const within = isDirNamed ? ` of the data repo ${quoted(dir)}` : '';
    const named = formatList([...new Set(words.map((one) => one ?? ''))]);
    return [{ form, sides: texts, dir, words: `as ${form} (${named})${within}` }];
  });
}

function twoReadings(args: readonly string[], readings: readonly Reading[]): UsageError {
  const forms = [...new Set(readings.map(({ form }) => form))];
  const ways = forms.map((form) => `--as ${form}`);
  const path =
    'what begins with ./ is a folder or file; where the data repo is named last (. for this folder), all others are sides';
  return new UsageError(
    `${formatList(args.map(quoted))} can be read in ${readings.length === 2 ? 'two' : String(readings.length)} ways: ${formatList(
      readings.map(({ words }) => words),
      'or',
    )}`,
    forms.length > 1 ? `say which is meant with ${formatList(ways, 'or')}; ${path}` : path,
  );
}

/** Says of each argument what it is, since no form fits them all. */
async function noReading(
  splits: readonly Split[],
  { as, sinceLastMeeting }: ArgumentOptions,
  probe: Probe,
): Promise<UsageError> {
  // Where the last argument is a data repo, it is more likely meant as that than as a side that fits nothing.
  const split = splits.at(-1) ?? { sides: [], dir: HERE, isDirNamed: false };
  const { sides, dir } = split;
  if (sinceLastMeeting && sides.length > 0) {
    const [first] = sides;
    return new UsageError(
      `--since-last-meeting and ${quoted(first?.text ?? '')} cannot go together`,
      'leave out one of them: --since-last-meeting compares the last two meetings, or with --meeting that one and the one before',
    );
  }
  const looks = as === undefined ? sides.map(withLook) : sides;
  if (areApart(looks)) return notOfOneKind({ ...split, sides: looks }, as);
  for (const { text, meanings } of sides) {
    if (meanings.length > 0) continue;
    const range = rangeIn(text);
    if (range)
      return new UsageError(
        `${quoted(text)} is a range of revisions, and two sides are compared`,
        `write the two apart: cip-report diff ${range.join(' ')}`,
      );
    const { is, message, help } = await probe.nothing(text, dir);
    if (message !== undefined) return new UsageError(message, help);
    const tried =
      'a data period, a meeting, a folder with cip-report.yaml, a CSV or YAML file or a git revision';
    return new UsageError(
      is === undefined ? `${quoted(text)} is not ${tried}` : `${quoted(text)} is ${is}`,
      help,
    );
  }
  return notOfOneKind(split, as);
}

/** What is no side is taken by its look: of two kinds, what either of them lacks does not matter. */
function withLook(side: Argument): Argument {
  const look = side.meanings.length === 0 ? lookOf(side.text) : undefined;
  return look === undefined
    ? side
    : { text: side.text, meanings: look.forms.map((form) => ({ form, words: look.words })) };
}

/** Whether something is known of each side, and no form is one of all. */
function areApart(sides: readonly Argument[]): boolean {
  if (sides.length < 2 || sides.some(({ meanings }) => meanings.length === 0)) return false;
  return !FORMS.some((form) => sides.every(({ meanings }) => meanings.some((one) => one.form === form)));
}

function notOfOneKind({ sides, isDirNamed }: Split, as: Form | undefined): UsageError {
  const named = sides.map(
    ({ text, meanings }) =>
      `${quoted(text)} is ${formatList([...new Set(meanings.map(({ words }) => words))], 'or')}`,
  );
  if (as !== undefined)
    return new UsageError(
      sides.length === 0
        ? `--as ${as}: nothing is named that is compared`
        : `--as ${as}: ${formatList(named)}`,
      `name two ${as}, or leave out --as`,
    );
  const forms = new Set(sides.flatMap(({ meanings }) => meanings.map(({ form }) => form)));
  const alone = forms.has('folders') || forms.has('files');
  if (sides.length === 1)
    return new UsageError(
      `${formatList(named)}, and there is nothing to compare it with`,
      'name both sides, as in cip-report diff before.csv after.csv',
    );
  if (alone && isDirNamed && forms.size === 1)
    return new UsageError(
      `${formatList(named)}: they need no data repo beside them`,
      'leave out the third argument',
    );
  return new UsageError(
    `the two sides are not of one kind: ${formatList(named)}`,
    'compare two data periods, two meetings, two folders, two files or two git revisions',
  );
}

/** `main..feature` and `main...feature`, which git takes and which no path is. */
function rangeIn(text: string): [string, string] | undefined {
  const { from = '', to = '' } = /^(?<from>[^\s.].*?)\.{2,3}(?<to>[^\s./].*)$/.exec(text)?.groups ?? {};
  return from === '' || to === '' || from.endsWith('/') ? undefined : [from, to];
}
