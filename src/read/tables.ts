import type { Basis, Observation, StatedChange } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import type { Headings } from './config/headings.ts';
import type { Vocabularies } from './config/vocabularies.ts';
import { readCsv } from './csv/read-csv.ts';
import { isYaml, type Files } from './files.ts';
import type { Limits } from './limits.ts';
import { RECOMMENDATION_FIELDS } from './recommendations.ts';
import type { SourceText } from './source-text.ts';
import { oncePerColumn, withDaysFirst } from './table/dates.ts';
import { holdsList } from './table/fields.ts';
import { tableFromYaml } from './table/from-yaml.ts';
import type { Table } from './table/table.ts';
import { readWorkforce } from './workforce/read-workforce.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** Kinds of tables that hold figures. */
export type FigureKind = keyof Vocabularies;
/** Kinds of tables that are lists, such as risks. */
export type ListKind = Exclude<keyof Headings, FigureKind>;

/** How the words of a table are read. */
export interface TableWords {
  readonly headings: Headings;
  readonly vocabularies: Vocabularies;
  /** Where neither heading nor row names one. */
  readonly basis: Basis;
  /** Whether `10/09/2026` is 10 September: `dates: day_first`. */
  readonly dayFirst: boolean;
  readonly limits: Limits;
}

/** What is needed to read the tables of a workstream. */
export interface TableContext extends TableWords {
  readonly files: Files;
}

/** Returns the table of a file, CSV or YAML by its name; undefined where it cannot be used. Reports all its faults. */
export async function readTable(
  path: string,
  kind: FigureKind | ListKind,
  context: TableContext,
): Promise<Table | undefined> {
  const source = await context.files.read(path);
  if (!source) return undefined;
  const { table, findings } = tableOf(source, kind, context);
  context.files.reportAll(findings);
  return table;
}

/** Returns the table of a text as it is written, with the days that its dates say. */
export function tableOf(
  source: SourceText,
  kind: FigureKind | ListKind,
  words: Pick<TableWords, 'headings' | 'dayFirst' | 'limits'>,
): { readonly table: Table | undefined; readonly findings: readonly Finding[] } {
  const { table, findings } = writtenTable(source, kind, words);
  return { table: table && words.dayFirst ? withDaysFirst(table) : table, findings };
}

function writtenTable(
  source: SourceText,
  kind: FigureKind | ListKind,
  { headings, limits }: Pick<TableWords, 'headings' | 'limits'>,
): { readonly table: Table | undefined; readonly findings: readonly Finding[] } {
  if (!isYaml(source.file)) return readCsv(source, limits);
  const { tree, findings } = readYaml(source, limits);
  if (!tree) return { table: undefined, findings };
  const result = tableFromYaml(
    source.file,
    tree,
    limits,
    (heading) =>
      kind === 'recommendations' && holdsList(heading, RECOMMENDATION_FIELDS, headings.recommendations),
  );
  return { table: result.table, findings: [...findings, ...result.findings] };
}

/** What a table of figures gives. */
export interface FiguresOfTable {
  readonly observations: readonly Observation[];
  readonly changes: readonly StatedChange[];
  readonly findings: readonly Finding[];
  /** Whether every heading is understood. */
  readonly understood: boolean;
}

/** Returns the figures of a table, with what is wrong in it once for each column. */
export function figuresOf(table: Table, kind: FigureKind, context: TableWords): FiguresOfTable {
  const words = { headings: context.headings[kind], vocabulary: context.vocabularies[kind] };
  const result = readWorkforce(table, { words, basis: context.basis, dayFirst: context.dayFirst });
  return { ...result, findings: oncePerColumn(table, result.findings) };
}
