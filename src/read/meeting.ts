import { join } from 'node:path/posix';
import type { Basis, Meeting, Milestone, Observation, Paper, Risk } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { Headings } from './config/headings.ts';
import { readCsv } from './csv/read-csv.ts';
import { startOf, type Entry, type Files } from './files.ts';
import type { Limits } from './limits.ts';
import { readMilestones } from './milestones.ts';
import { readPaper } from './paper.ts';
import { readRisks } from './risks.ts';
import { straysIn, WORKFORCE_FILE, type Strays } from './strays.ts';
import { tableFromYaml } from './table/from-yaml.ts';
import type { Table } from './table/table.ts';
import { withoutDuplicates } from './workforce/duplicates.ts';
import { readWorkforce } from './workforce/read-workforce.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** What is needed to read any meeting of a workstream. */
export interface MeetingContext {
  readonly files: Files;
  readonly headings: Headings;
  readonly basis: Basis;
  readonly limits: Limits;
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
  const observations = await observationsIn(folder, entries, strays.meant, context);
  const milestones = await listIn(folder, 'milestones', entries, context, (table) => {
    const { milestones: rows, findings } = readMilestones(table, context.headings.milestones);
    return { rows, findings };
  });
  const risks = await listIn(folder, 'risks', entries, context, (table) => {
    const { risks: rows, findings } = readRisks(table, context.headings.risks);
    return { rows, findings };
  });
  return (
    paper && {
      id: date,
      date,
      folder,
      paper,
      observations,
      indicators: [],
      benchmarks: [],
      milestones,
      risks,
      actions: [],
      recommendations: [],
      resolutions: [],
    }
  );
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
  const result = readPaper(tree);
  context.files.reportAll(result.findings);
  return result.paper;
}

async function observationsIn(
  folder: string,
  entries: readonly Entry[],
  meant: Strays['meant'],
  context: MeetingContext,
): Promise<readonly Observation[]> {
  const names = entries
    .filter((entry) => !entry.isFolder && WORKFORCE_FILE.test(entry.name))
    .map((entry) => entry.name);
  if (names.length === 0 && !meant.has('workforce'))
    context.files.report(
      finding('E001', 'there is no workforce table', {
        at: startOf(join(folder, 'workforce.csv')),
        why: 'the report needs at least one table of workforce figures',
        help: `add ${join(folder, 'workforce.csv')} (or .yaml)`,
      }),
    );
  const observations: Observation[] = [];
  for (const name of names) {
    const table = await tableIn(join(folder, name), context);
    if (!table) continue;
    const result = readWorkforce(table, context.headings.workforce, context.basis);
    context.files.reportAll(result.findings);
    for (const one of result.observations) observations.push(one);
  }
  const result = withoutDuplicates(observations);
  context.files.reportAll(result.findings);
  return result.observations;
}

async function listIn<T extends Milestone | Risk>(
  folder: string,
  kind: 'milestones' | 'risks',
  entries: readonly Entry[],
  context: MeetingContext,
  rowsOf: (table: Table) => { rows: readonly T[]; findings: readonly Finding[] },
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
  const table = await tableIn(join(folder, name), context);
  if (!table) return [];
  const { rows, findings } = rowsOf(table);
  context.files.reportAll(findings);
  return rows;
}

async function tableIn(path: string, { files, limits }: MeetingContext): Promise<Table | undefined> {
  const source = await files.read(path);
  if (!source) return undefined;
  if (path.endsWith('.csv')) {
    const { table, findings } = readCsv(source, limits);
    files.reportAll(findings);
    return table;
  }
  const { tree, findings } = readYaml(source, limits);
  files.reportAll(findings);
  if (!tree) return undefined;
  const result = tableFromYaml(path, tree, limits);
  files.reportAll(result.findings);
  return result.table;
}

function has(entries: readonly Entry[], name: string): boolean {
  return entries.some((entry) => entry.name === name);
}
