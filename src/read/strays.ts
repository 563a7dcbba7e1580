import { join } from 'node:path/posix';
import { finding, type Finding } from '../model/finding.ts';
import { fold, nearest } from '../model/suggest.ts';
import { startOf } from './files.ts';
import { quoted } from './grammar/reading.ts';
import type { Entry } from './store.ts';

/** Tables of figures: `workforce.csv`, or one of several, such as `workforce-history.csv`. */
export const FIGURE_FILES = {
  workforce: /^workforce(?:-[\p{L}\p{N}._-]+)?\.(?:csv|yaml)$/u,
  indicators: /^indicators(?:-[\p{L}\p{N}._-]+)?\.(?:csv|yaml)$/u,
} as const;

/** What a meeting folder may hold, and by which names it is read; the first one is what people are told. */
const KINDS = {
  report: { names: ['report.yaml'], is: (name: string) => name === 'report.yaml' },
  workforce: figures('workforce'),
  indicators: figures('indicators'),
  milestones: list('milestones'),
  risks: list('risks'),
  actions: list('actions'),
  recommendations: list('recommendations'),
  resolutions: list('resolutions'),
  benchmarks: list('benchmarks'),
} as const;

type Kind = keyof typeof KINDS;

const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** What looks as if it were data. Other files, such as attachments, may lie in a meeting folder. */
export const DATA_LIKE = /\.(?:csv|tsv|ya?ml|xlsx?|ods)$/i;
/** What a spreadsheet keeps beside a file that it has open, and what is hidden. */
export const PASSING = /^(?:\.|~\$)/;

const READ =
  'a meeting folder holds report.yaml, workforce.csv and indicators.csv (or several, such as workforce-history.csv), milestones.csv, risks.csv, actions.csv, recommendations.csv, resolutions.csv and benchmarks.csv; each .csv may be .yaml';

/** Files of a meeting folder that are not read. */
export interface Strays {
  /** What is missing, and was likely meant by one of them. */
  readonly meant: ReadonlySet<Kind>;
  readonly findings: readonly Finding[];
}

/**
 * Returns the files that look like data and are not read. One whose name is near a missing one's is an error: the paper
 * would say that there is nothing of its kind, such as no open risk.
 */
export function straysIn(folder: string, entries: readonly Entry[]): Strays {
  const names = entries.filter((entry) => !entry.isFolder).map((entry) => entry.name);
  const meant = new Set<Kind>();
  const findings = names
    .filter((name) => DATA_LIKE.test(name) && !PASSING.test(name) && !isRead(name))
    .map((name) => {
      const at = startOf(join(folder, name));
      const kind = kindOf(name);
      if (kind === undefined) return finding('W011', `${quoted(name)} is not read`, { at, why: READ });
      const present = names.find((one) => KINDS[kind].is(one));
      if (present !== undefined) return besides(name, present, kind, at);
      meant.add(kind);
      return misnamed(name, kind, at);
    });
  return { meant, findings };
}

function figures(kind: keyof typeof FIGURE_FILES) {
  return {
    names: [`${kind}.csv`, `${kind}.yaml`],
    is: (name: string) => FIGURE_FILES[kind].test(name),
  } as const;
}

function list(kind: string) {
  const names = [`${kind}.csv`, `${kind}.yaml`] as const;
  return { names, is: (name: string) => names.some((one) => one === name) };
}

function isRead(name: string): boolean {
  return KIND_NAMES.some((kind) => KINDS[kind].is(name));
}

/** Returns what a file was likely meant to be: by a name that is near, or that goes on (`risks - Copy.csv`). */
function kindOf(name: string): Kind | undefined {
  const stem = name.slice(0, name.lastIndexOf('.'));
  const near = nearest(stem, KIND_NAMES);
  const kinds: readonly Kind[] = KIND_NAMES;
  return (
    kinds.find((kind) => kind === near) ?? kinds.find((kind) => fold(stem).startsWith(kind.replace(/s$/, '')))
  );
}

/** Returns the name to be given: in YAML where the file is YAML. */
function wantedName(kind: Kind, name: string): string {
  const isYaml = /\.ya?ml$/i.test(name);
  const { names } = KINDS[kind];
  return names.find((one) => one.endsWith('.yaml') === isYaml) ?? names[0];
}

function besides(name: string, present: string, kind: Kind, at: Finding['at']): Finding {
  const asTable =
    kind === 'workforce' || kind === 'indicators'
      ? `; a table of its own needs a name such as ${kind}-history.csv`
      : '';
  return finding('W011', `${quoted(name)} is not read`, {
    at,
    why: READ,
    help: `${quoted(present)} is there and is read: delete this file if it is a copy, or move it elsewhere${asTable}`,
  });
}

function misnamed(name: string, kind: Kind, at: Finding['at']): Finding {
  const wanted = wantedName(kind, name);
  const isWorkbook = /\.(?:xlsx?|ods)$/i.test(name);
  const isList = kind !== 'report' && kind !== 'workforce';
  return finding('E012', `${quoted(name)} is not read, and there is no ${quoted(wanted)}`, {
    at,
    why: isList ? `the report would say that there are no ${kind}; ${READ}` : READ,
    help: isWorkbook
      ? `save its sheet as CSV in UTF-8 under the name ${wanted}; move the workbook elsewhere`
      : `rename it to ${wanted}, or move it elsewhere if it is something else`,
  });
}
