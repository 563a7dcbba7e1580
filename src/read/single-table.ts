import { relative, resolve, sep } from 'node:path';
import { basename, dirname, join } from 'node:path/posix';
import type { Basis, Dataset, Meeting, Observation, Programme } from '../model/dataset.ts';
import { sortFindings, type Finding } from '../model/finding.ts';
import { formatList } from '../model/format.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { Sources } from '../model/sources.ts';
import { readActions } from './actions.ts';
import { BARE_PROGRAMME, bareMeeting, bareWorkstream } from './bare.ts';
import { isDayFirst } from './config/dates.ts';
import { readHeadings } from './config/headings.ts';
import { readVocabularies } from './config/vocabularies.ts';
import type { WorkstreamSettings } from './config/workstreams.ts';
import { basisOf, CONFIG_FILE, everybodyOf, readConfigFile, type ConfigRead } from './data-repo.ts';
import { namedFiles } from './disk.ts';
import { Files, isYaml, startOf } from './files.ts';
import { parseDate } from './grammar/date.ts';
import { quoted } from './grammar/reading.ts';
import type { ReadOptions } from './index.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readMilestones } from './milestones.ts';
import { readRecommendations } from './recommendations.ts';
import { readResolutions } from './resolutions.ts';
import { readRisks } from './risks.ts';
import type { SourceText } from './source-text.ts';
import type { Store } from './store.ts';
import { oncePerColumn } from './table/dates.ts';
import type { Table } from './table/table.ts';
import { kindsNamed, kindsThatFit, lacksPeriod, TABLE_KINDS, type TableFileKind } from './table-kind.ts';
import { figuresOf, tableOf, type FigureKind, type TableWords } from './tables.ts';
import { withoutDuplicates } from './workforce/duplicates.ts';
import { withOneName } from './workforce/members.ts';
import { keysUnder, type Tree } from './yaml/tree.ts';

export interface TableFileOptions extends ReadOptions {
  /** Where a path that is not absolute starts; the working directory where it is left out. */
  readonly folder?: string;
  /** What the table holds, where neither its name nor its headings say it. */
  readonly kind?: TableFileKind;
  /** The day as of which it is read: of the meeting that it stands for. */
  readonly date?: PlainDate;
}

/** Why a file cannot be taken for a table. `unreadable`: the findings say why. */
export interface TableFault {
  readonly kind: 'unreadable' | 'no-kind' | 'several-kinds' | 'no-period' | 'no-date';
  readonly message: string;
  readonly why?: string;
  readonly help?: string;
}

/** What a single table holds, or why it cannot be read. */
export type TableFileRead = (
  | {
      readonly kind: 'table';
      readonly table: TableFileKind;
      /** One workstream with one meeting, which holds this table and nothing else. */
      readonly dataset: Dataset;
      /** Where the meeting's date is from: the option, the file's folder, the file's name, or the last period of the table. */
      readonly dated: 'option' | 'folder' | 'name' | 'periods';
      /** Whether neither the table nor a data repo says of some figures what they count: they are taken for the basis. */
      readonly assumesBasis: boolean;
    }
  | { readonly kind: 'fault'; readonly fault: TableFault }
) & {
  readonly findings: readonly Finding[];
  readonly sources: Sources;
};

/**
 * Returns one CSV or YAML table as a dataset of its own. Where a data repo is around it (a cip-report.yaml in its folder or up
 * to three above), it is read by the words and definitions of that; else by what ships with the program. Places and
 * inputs have the path as it was given. The file may lie anywhere: the user named it.
 */
export async function readTableFile(path: string, options: TableFileOptions = {}): Promise<TableFileRead> {
  const file = path.split(sep).join('/');
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const store = namedFiles(options.folder ?? '.');
  const files = new Files(store, { encoding: options.encoding ?? 'utf-8', limits, signal: options.signal });
  const source = await files.read(file);
  const around = source && (await repoAround(file, options.folder ?? '.', store, files, limits));
  const read = source ? tableRead({ source, file, files, options, around, limits }) : unreadable(file);
  return { ...read, findings: sortFindings(files.findings), sources: files };
}

type Outcome =
  | Pick<Extract<TableFileRead, { kind: 'table' }>, 'kind' | 'table' | 'dataset' | 'dated' | 'assumesBasis'>
  | Pick<Extract<TableFileRead, { kind: 'fault' }>, 'kind' | 'fault'>;

/** The data repo that a file lies in, and the workstream where it lies in one. */
interface RepoAround extends ConfigRead {
  readonly workstream?: string;
}

interface Request {
  readonly source: SourceText;
  /** As the user gave it, with forward slashes. */
  readonly file: string;
  readonly files: Files;
  readonly options: TableFileOptions;
  readonly around: RepoAround | undefined;
  readonly limits: TableWords['limits'];
}

/** How many folders above a file's own its data repo may be: a meeting's folder is two below it. */
const MOST_ABOVE = 3;

async function repoAround(
  file: string,
  folder: string,
  store: Store,
  files: Files,
  limits: TableWords['limits'],
): Promise<RepoAround | undefined> {
  for (let above = 0; above <= MOST_ABOVE; above += 1) {
    const root = join(dirname(file), ...Array<string>(above).fill('..'));
    const path = join(root, CONFIG_FILE);
    const found = await store.find(path);
    if (!found.ok || !found.value.isFile) continue;
    const config = await readConfigFile(path, files, limits);
    const [id = ''] = relative(resolve(folder, root), resolve(folder, file)).split(sep);
    const isKnown = config && keysUnder(config.tree, ['workstreams']).includes(id);
    return config && { ...config, ...(isKnown && { workstream: id }) };
  }
  return undefined;
}

function tableRead(request: Request): Outcome {
  const { source, file, files, options, around } = request;
  const words = wordsOf(request);
  const parsed = parsedOnce(source, words);
  // Of all kinds, recommendations allow most in YAML: what cannot be read as these is no table at all.
  const written = parsed('recommendations');
  if (!written.table) {
    files.reportAll(written.findings);
    return unreadable(file);
  }
  const kind = kindOf(request, words, parsed);
  if (typeof kind !== 'string') return { kind: 'fault', fault: kind };
  const { table, findings } = parsed(kind);
  files.reportAll(findings);
  if (!table) return unreadable(file);
  const { held, followsBasis } = contentOf(table, kind, words, files);
  const dated = dateOf(file, held, options);
  if (!dated) {
    // What is wrong with the table may be why it has no period that could be read.
    const isFaulty = files.findings.some((one) => one.severity === 'error' && one.at?.file === file);
    return isFaulty ? unreadable(file) : noDate(file);
  }
  const meeting = { ...bareMeeting(dated.date, dirname(file)), ...held };
  const tree = around?.tree ?? emptyTree(file);
  const settings = settingsOf(request, basesOf(held), words.basis);
  const meetings = withOneName([meeting], everybodyOf(settings.id, tree));
  const programme: Programme = around?.config?.programme ?? BARE_PROGRAMME;
  return {
    kind: 'table',
    table: kind,
    dataset: { programme, workstreams: [{ ...settings, meetings }], benchmarks: [], inputs: files.inputs },
    dated: dated.from,
    assumesBasis: around?.workstream === undefined && followsBasis(),
  };
}

/** Returns the words of the data repo that the file lies in, or else those that ship. */
function wordsOf({ file, around, limits }: Request): TableWords {
  const tree = around?.tree ?? emptyTree(file);
  const vocabularies = around?.vocabularies ?? readVocabularies(tree);
  return {
    headings: around?.headings ?? readHeadings(tree, vocabularies).headings,
    vocabularies,
    basis: around?.workstream === undefined ? 'fte' : basisOf(around.workstream, around.tree),
    dayFirst: isDayFirst(tree),
    limits,
  };
}

type Parsed = (kind: TableFileKind) => ReturnType<typeof tableOf>;

/** A table is parsed once for all the kinds that it may be: only in YAML do recommendations allow lists besides. */
function parsedOnce(source: SourceText, words: TableWords): Parsed {
  const known = new Map<boolean, ReturnType<typeof tableOf>>();
  return (kind) => {
    const allowsLists = isYaml(source.file) && kind === 'recommendations';
    const table = known.get(allowsLists) ?? tableOf(source, kind, words);
    known.set(allowsLists, table);
    return table;
  };
}

function emptyTree(file: string): Tree {
  return { kind: 'map', at: startOf(file), entries: new Map() };
}

/** By the option, else by the file's name, else by whose reader understands the headings. */
function kindOf({ file, options }: Request, words: TableWords, parsed: Parsed): TableFileKind | TableFault {
  if (options.kind !== undefined) return options.kind;
  const named = kindsNamed(basename(file));
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only;
  const fitting = kindsThatFit(only === undefined ? TABLE_KINDS : named, (one) => parsed(one).table, words);
  const [kind, ...more] = fitting;
  if (kind !== undefined && more.length === 0) return kind;
  const written = only === undefined && parsed('workforce').table;
  if (kind === undefined && written && FIGURE_KINDS.some((one) => lacksPeriod(written, one, words)))
    return noPeriod(file);
  const possible = fitting.length > 0 ? fitting : named;
  const help = `say what it is: --table ${formatList(possible.length > 0 ? possible : TABLE_KINDS, 'or')}`;
  if (possible.length > 0)
    return {
      kind: 'several-kinds',
      message: `${quoted(file)} may be a table of ${formatList(possible, 'or')}`,
      why:
        fitting.length > 0
          ? 'its headings are known in each of them'
          : 'its name says so, and its headings fit none',
      help,
    };
  return {
    kind: 'no-kind',
    message: `${quoted(file)} is a table of no kind that is known`,
    why: 'its name does not say what it is, and its headings are not those of one kind of table',
    help,
  };
}

const FIGURE_KINDS = ['workforce', 'indicators'] as const;

function noPeriod(file: string): TableFault {
  return {
    kind: 'no-period',
    message: `${quoted(file)} does not say which month its figures are for`,
    why: 'each of its headings is known, and none is a month',
    help: 'add a column Month, with the month such as Feb 2021 in each row',
  };
}

type Held = Partial<Meeting>;

interface Content {
  /** By the names of a meeting's parts. */
  readonly held: Held;
  /** Returns whether there are figures whose basis neither heading nor row names: they follow what is assumed. */
  readonly followsBasis: () => boolean;
}

/** Returns what a table holds. Reports all its faults. */
function contentOf(table: Table, kind: TableFileKind, words: TableWords, files: Files): Content {
  if (kind !== 'workforce' && kind !== 'indicators')
    return { held: listIn(table, kind, words, files), followsBasis: () => false };
  const { observations, changes, findings, understood } = figuresOf(table, kind, words);
  files.reportAll(findings);
  const once = withoutDuplicates(observations, understood ? new Set() : new Set([table.file]));
  files.reportAll(once.findings);
  const figures = once.observations;
  const ofBasis = (some: readonly Observation[]) => some.filter(({ basis }) => basis === words.basis).length;
  const otherwise = (): TableWords => ({ ...words, basis: words.basis === 'fte' ? 'headcount' : 'fte' });
  return {
    held: kind === 'workforce' ? { observations: figures, changes } : { indicators: figures, changes },
    followsBasis: () =>
      ofBasis(observations) > 0 &&
      ofBasis(observations) !== ofBasis(figuresOf(table, kind, otherwise()).observations),
  };
}

function listIn(
  table: Table,
  kind: Exclude<TableFileKind, FigureKind>,
  words: TableWords,
  files: Files,
): Held {
  const rowsOf = <T>({
    rows,
    findings,
  }: {
    rows: readonly T[];
    findings: readonly Finding[];
  }): readonly T[] => {
    files.reportAll(oncePerColumn(table, findings));
    return rows;
  };
  const { headings } = words;
  switch (kind) {
    case 'milestones':
      return { milestones: rowsOf(readMilestones(table, headings.milestones)) };
    case 'risks':
      return { risks: rowsOf(readRisks(table, headings.risks)) };
    case 'actions':
      return { actions: rowsOf(readActions(table, headings.actions)) };
    case 'recommendations':
      return { recommendations: rowsOf(readRecommendations(table, headings.recommendations)) };
    case 'resolutions':
      return { resolutions: rowsOf(readResolutions(table, headings.resolutions)) };
  }
}

function figuresIn({ observations = [], indicators = [] }: Held) {
  return [...observations, ...indicators];
}

interface Dated {
  readonly date: PlainDate;
  readonly from: 'option' | 'folder' | 'name' | 'periods';
}

function dateOf(file: string, held: Held, { date, folder = '.' }: TableFileOptions): Dated | undefined {
  if (date !== undefined) return { date, from: 'option' };
  const inFolder = dayNamed(resolve(folder, file).split(sep).at(-2) ?? '');
  if (inFolder !== undefined) return { date: inFolder, from: 'folder' };
  const [day = ''] = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(basename(file)) ?? [];
  const inName = dayNamed(day);
  if (inName !== undefined) return { date: inName, from: 'name' };
  const [last] = figuresIn(held)
    .map(({ period }) => period.end)
    .sort()
    .slice(-1);
  return last === undefined ? undefined : { date: last, from: 'periods' };
}

/** Returns the day that a name is, as the folder of a meeting has it. */
function dayNamed(name: string): PlainDate | undefined {
  const reading = parseDate(name);
  return reading.ok && reading.value === name ? reading.value : undefined;
}

function noDate(file: string): Outcome {
  return {
    kind: 'fault',
    fault: {
      kind: 'no-date',
      message: `it is not known as of which day ${quoted(file)} is to be read`,
      why: 'what is due and what is overdue is told as of a day, and neither the file nor its folder is named by one',
      help: 'give the day of the meeting, such as --as-of 2021-04-19',
    },
  };
}

function unreadable(file: string): Outcome {
  return {
    kind: 'fault',
    fault: { kind: 'unreadable', message: `${quoted(file)} cannot be read as a table` },
  };
}

function settingsOf({ file, around }: Request, bases: readonly Basis[], basis: Basis): WorkstreamSettings {
  const known = around?.config?.workstreams.find(({ id }) => id === around.workstream);
  if (known) return known;
  const [only, ...others] = bases;
  return bareWorkstream({
    id: around?.workstream ?? 'file',
    title: basename(file),
    basis: only !== undefined && others.length === 0 ? only : basis,
  });
}

function basesOf(held: Held): Basis[] {
  return [...new Set(figuresIn(held).map(({ basis }) => basis))];
}
