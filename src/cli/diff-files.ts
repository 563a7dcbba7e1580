import type { Part } from '../compare/comparison.ts';
import { formatBasis, formatList } from '../model/format.ts';
import { finding } from '../model/finding.ts';
import { readTableFile, type TableFileRead } from '../read/single-table.ts';
import { TABLE_KINDS, type TableFileKind } from '../read/table-kind.ts';
import { quoted } from '../read/grammar/reading.ts';
import { nearest } from '../model/suggest.ts';
import { contextOf } from './diff-papers.ts';
import { usable, type Reading, type SideData, type SideRead } from './diff-read.ts';
import { renamingsOf, withRenamed } from './diff-renamed.ts';
import type { DiffRequest } from './diff-options.ts';
import type { DiffSides } from './diff-sides.ts';
import { UsageError } from './exit-code.ts';

interface TableSide {
  readonly side: SideRead;
  readonly table: TableFileKind;
  readonly assumesBasis: boolean;
}

export interface FileSides extends DiffSides {
  /** What the tables hold: nothing else is in them that could be compared. */
  readonly parts: readonly Part[];
}

/** Reads two tables, each by itself, and returns them as sides. Throws a UsageError where they hold different things. */
export async function fileSides(paths: readonly string[], reading: Reading): Promise<FileSides> {
  const { request } = reading;
  const kind = kindOption(request.table);
  const tables: TableSide[] = [];
  for (const path of paths) tables.push(await readTable(path, kind, reading));
  const [first, second] = tables;
  if (!first || !second) throw new RangeError('two files are compared');
  const [then, now] = usable([first.side, second.side] as const);
  if (first.table !== second.table)
    throw new UsageError(
      `${quoted(then.ref.label)} holds ${first.table}, and ${quoted(now.ref.label)} ${second.table}`,
      'compare two tables of one kind; --table says which kind both are',
    );
  const old = { ...then, dataset: withRenamed(then.dataset, now.dataset, request.renamed) };
  return {
    before: sideOf(old, request),
    after: sideOf(now, request),
    notCompared: tables.flatMap(({ assumesBasis, side }) => (assumesBasis ? [basisNote(side)] : [])),
    renamed: renamingsOf(then.dataset, now.dataset, request.renamed),
    parts: partsOf(first.table, request),
  };
}

function kindOption(text: string | undefined): TableFileKind | undefined {
  if (text === undefined) return undefined;
  const kind = TABLE_KINDS.find((one) => one === text.trim().toLowerCase());
  if (kind !== undefined) return kind;
  const meant = nearest(text, TABLE_KINDS);
  throw new UsageError(
    `--table ${quoted(text)}: there is no such kind of table`,
    `${meant === undefined ? '' : `did you mean ${meant}? `}A table holds ${formatList(TABLE_KINDS, 'or')}`,
  );
}

async function readTable(
  path: string,
  kind: TableFileKind | undefined,
  { request, environment, signal }: Reading,
): Promise<TableSide> {
  environment.output.progress(`reading ${path}`);
  const found: TableFileRead = await readTableFile(path, {
    folder: environment.cwd,
    encoding: request.encoding,
    signal,
    ...(kind !== undefined && { kind }),
    ...(request.asOf !== undefined && { date: request.asOf }),
  });
  const { findings, sources } = found;
  const display = { lineOf: (file: string, line: number) => sources.line(file, line), prefix: '' };
  const ref = { label: path, asked: path };
  if (found.kind === 'table') {
    const { dataset, table, assumesBasis } = found;
    return { side: { read: { dataset, findings }, display, ref }, table, assumesBasis };
  }
  const { fault } = found;
  if (fault.kind !== 'unreadable') {
    const advice = fault.help ?? 'say with --table what it holds';
    throw new UsageError(fault.message, fault.why === undefined ? advice : `${fault.why}; ${advice}`);
  }
  const all = findings.some((one) => one.severity === 'error') ? findings : [finding('E002', fault.message)];
  return {
    side: { read: { dataset: undefined, findings: all }, display, ref },
    table: 'workforce',
    assumesBasis: false,
  };
}

function sideOf(data: SideData, { asOf }: DiffRequest): DiffSides['before'] {
  const papers = data.dataset.workstreams.flatMap((workstream) =>
    workstream.meetings.slice(-1).map((meeting) => {
      const context = contextOf(data, { workstream, meeting }, asOf);
      return { context, period: context.periods.at(-1) };
    }),
  );
  return { dataset: data.dataset, ref: data.ref, papers };
}

function basisNote({ read: { dataset }, ref }: SideRead): string {
  const basis = dataset?.workstreams[0]?.basis ?? 'fte';
  return `${ref.label} does not say what its figures count: they are taken for ${formatBasis(basis)}.`;
}

/** Tables of one kind are one part; of a configuration around them only what changes the meaning of figures is compared. */
function partsOf(table: TableFileKind, { parts }: DiffRequest): readonly Part[] {
  const own = parts.filter((part) => part === table);
  if (own.length > 0) return own;
  throw new UsageError(
    `--only ${parts.join(',')}: the two files hold ${table}`,
    'leave out --only: a table holds one part',
  );
}
