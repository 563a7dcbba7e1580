import { join } from 'node:path/posix';
import type { Meeting, Observation, Paper, StatedChange } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { readActions } from './actions.ts';
import { readBenchmarks } from './benchmarks/table.ts';
import { startOf } from './files.ts';
import { readMilestones } from './milestones.ts';
import type { PaperSettings } from './paper-settings.ts';
import { readPaper } from './paper.ts';
import { readRecommendations } from './recommendations.ts';
import { readResolutions } from './resolutions.ts';
import { readRisks } from './risks.ts';
import type { Entry } from './store.ts';
import { FIGURE_FILES, straysIn, type Strays } from './strays.ts';
import { oncePerColumn } from './table/dates.ts';
import type { Table } from './table/table.ts';
import { figuresOf, readTable, type FigureKind, type ListKind, type TableContext } from './tables.ts';
import { withoutDuplicates } from './workforce/duplicates.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** What is needed to read any meeting of a workstream. */
export interface MeetingContext extends TableContext {
  readonly paper: PaperSettings;
}

const PAPER = 'report.yaml';

/** Returns the papers of one meeting folder; undefined where its report.yaml cannot be used. Reports all its faults. */
export async function readMeeting(
  folder: string,
  date: PlainDate,
  context: MeetingContext,
): Promise<Meeting | undefined> {
  const entries = await context.files.list(folder);
  if (!entries) return undefined;
  const strays = straysIn(folder, entries);
  context.files.reportAll(strays.findings);
  const paper = await paperIn(folder, entries, strays.meant, context);
  const { observations, indicators, changes } = await figuresIn(folder, entries, strays.meant, context);
  const { headings, vocabularies } = context;
  const list = <T>(kind: ListKind, rowsOf: RowsOf<T>) => listIn(folder, kind, entries, context, rowsOf);
  const lists = {
    milestones: await list('milestones', (table) => readMilestones(table, headings.milestones)),
    risks: await list('risks', (table) => readRisks(table, headings.risks)),
    actions: await list('actions', (table) => readActions(table, headings.actions)),
    recommendations: await list('recommendations', (table) =>
      readRecommendations(table, headings.recommendations),
    ),
    resolutions: await list('resolutions', (table) => readResolutions(table, headings.resolutions)),
    benchmarks: await list('benchmarks', (table) =>
      readBenchmarks(table, headings.benchmarks, vocabularies.indicators),
    ),
  };
  return paper && { id: date, date, folder, paper, observations, indicators, changes, ...lists };
}

async function paperIn(
  folder: string,
  entries: readonly Entry[],
  meant: Strays['meant'],
  context: MeetingContext,
): Promise<Paper | undefined> {
  const path = join(folder, PAPER);
  if (!has(entries, PAPER)) {
    // A file that was meant to be it has been reported.
    if (meant.has('report')) return undefined;
    context.files.report(
      finding('E001', `there is no ${PAPER}`, {
        at: startOf(path),
        why: 'it holds the header, the RAG and the narrative of the report',
        help: `add ${path}; the one of an earlier meeting is a good start`,
      }),
    );
    return undefined;
  }
  const source = await context.files.read(path);
  if (!source) return undefined;
  const { tree, findings } = readYaml(source, context.limits);
  context.files.reportAll(findings);
  if (!tree) return undefined;
  const result = readPaper(tree, context.paper);
  context.files.reportAll(result.findings);
  return result.paper;
}

type Figures = Pick<Meeting, 'observations' | 'indicators' | 'changes'>;

async function figuresIn(
  folder: string,
  entries: readonly Entry[],
  meant: Strays['meant'],
  context: MeetingContext,
): Promise<Figures> {
  const namesOf = (kind: keyof typeof FIGURE_FILES) =>
    entries
      .filter(({ name, isFolder }) => !isFolder && FIGURE_FILES[kind].test(name))
      .map(({ name }) => name);
  const names = { workforce: namesOf('workforce'), indicators: namesOf('indicators') };
  const isMeant = meant.has('workforce') || meant.has('indicators');
  if (names.workforce.length === 0 && names.indicators.length === 0 && !isMeant)
    context.files.report(
      finding('E001', 'there is no workforce table', {
        at: startOf(join(folder, 'workforce.csv')),
        why: 'the report needs at least one table of figures: of the workforce, or of indicators',
        help: `add ${join(folder, 'workforce.csv')} (or .yaml)`,
      }),
    );
  const unclear = new Set<string>();
  const workforce = await tablesIn(folder, names.workforce, 'workforce', context, unclear);
  const others = await tablesIn(folder, names.indicators, 'indicators', context, unclear);
  // One figure is given twice also where one of the two stands among the indicators.
  const result = withoutDuplicates([...workforce.observations, ...others.observations], unclear);
  context.files.reportAll(result.findings);
  const ofIndicators = new Set(others.observations);
  return {
    observations: result.observations.filter((one) => !ofIndicators.has(one)),
    indicators: result.observations.filter((one) => ofIndicators.has(one)),
    changes: [...workforce.changes, ...others.changes],
  };
}

async function tablesIn(
  folder: string,
  names: readonly string[],
  kind: FigureKind,
  context: MeetingContext,
  unclear: Set<string>,
): Promise<{ observations: Observation[]; changes: StatedChange[] }> {
  const observations: Observation[] = [];
  const changes: StatedChange[] = [];
  for (const name of names) {
    const table = await readTable(join(folder, name), kind, context);
    if (!table) continue;
    const result = figuresOf(table, kind, context);
    context.files.reportAll(result.findings);
    if (!result.understood) unclear.add(table.file);
    for (const one of result.observations) observations.push(one);
    for (const one of result.changes) changes.push(one);
  }
  return { observations, changes };
}

type RowsOf<T> = (table: Table) => { readonly rows: readonly T[]; readonly findings: readonly Finding[] };

async function listIn<T>(
  folder: string,
  kind: ListKind,
  entries: readonly Entry[],
  context: MeetingContext,
  rowsOf: RowsOf<T>,
): Promise<readonly T[]> {
  const names = [`${kind}.csv`, `${kind}.yaml`].filter((name) => has(entries, name));
  const [name, other] = names;
  if (name === undefined) return [];
  if (other !== undefined)
    context.files.report(
      finding('E010', `${kind} are given twice: ${name} and ${other}`, {
        at: startOf(join(folder, other)),
        why: `nothing says which of the two counts; ${name} is read on for this check`,
        related: [startOf(join(folder, name))],
      }),
    );
  const table = await readTable(join(folder, name), kind, context);
  if (!table) return [];
  const { rows, findings } = rowsOf(table);
  context.files.reportAll(oncePerColumn(table, findings));
  return rows;
}

function has(entries: readonly Entry[], name: string): boolean {
  return entries.some((entry) => entry.name === name);
}
