import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isNumber, RATE_COLUMNS, workingDays, type DfeRow } from './dfe.ts';

/** A printed cell of the data set: of which row and column. */
export interface DfeCell {
  readonly row: DfeRow;
  readonly column: string;
}

/** What stands in a cell in place of what the department printed, by `cellName`. */
export type Planted = ReadonlyMap<string, string>;

/** The data set as a table of the workforce, and which of its cells begins where. */
export interface DfeTable {
  readonly csv: string;
  /** Cells with a figure, by `line:column`. */
  readonly cells: ReadonlyMap<string, DfeCell>;
}

/** The table in the data repo. */
export const DFE_TABLE = 'workforce/2025-03-20/workforce.csv';

/** Heading of the data set → what it is in the registry, as `headings` say it. */
const HEADINGS: Readonly<Record<string, string>> = {
  time_period: 'period',
  region_name: 'dimension region',
  la_name: 'authority',
  inpost_fte: 'permanent fte',
  inpost_headcount: 'permanent headcount',
  starters_fte: 'starters fte',
  starters_headcount: 'starters headcount',
  leavers_fte: 'leavers fte',
  leavers_headcount: 'leavers headcount',
  agency_fte: 'agency fte',
  agency_headcount: 'agency headcount',
  agency_cover_fte: 'vacancies_covered_by_agency fte',
  vacancy_fte: 'vacancies fte',
  case_holders_fte: 'case_holders fte',
  cases: 'cases fte',
  working_days_lost_fte: 'days_lost fte',
  working_days: 'working_days fte',
  ...Object.fromEntries(RATE_COLUMNS.map(({ column, rate, basis }) => [column, `${rate} ${basis} (stated)`])),
};

const STATED: ReadonlySet<string> = new Set(RATE_COLUMNS.map(({ column }) => column));
/** What says whose and when the figures of a row are. */
const KEYS: ReadonlySet<string> = new Set(['time_period', 'region_name', 'la_name']);
const RATIOS: ReadonlySet<string> = new Set(['caseload_fte']);
const WHOLE_NUMBERS = /headcount$|^cases$|^working_days$/;

/**
 * The department names what makes up England in two ways that overlap (London is Inner and Outer London), and prints
 * regions and England for six of the eight years, without authorities of low reliability. So nothing adds up to anything
 * here, and the configuration says so: an authority, a region and England are members, each compared with itself.
 */
const CONFIGURATION = `version: 1
organisation: Department for Education
programme: Children's social work workforce
board: { name: Statistics Board }
overlapping: [authority, region]
checks: { freshness_days: 400 } # they come once a year
headings:
  workforce:
${Object.entries(HEADINGS)
  .map(([heading, meaning]) => `    ${heading}: ${meaning}`)
  .join('\n')}
workstreams:
  workforce:
    title: Workforce
    template: highlight-report
    population: children and family social workers
    basis: fte
    tables:
      - id: england
        title: England
        of: { region: England }
        rows: figures
        columns: periods
        figures: [permanent, agency, agency_rate, vacancy_rate, average_caseload]
`;

const PAPER = `sponsor: Director of Statistics
lead: Statistician
completed_by: Statistician
period: { from: 1 October 2023, to: 30 September 2024 }
next_period: { from: 1 October 2024, to: 30 September 2025 }
rag: { current: green, reason: The statistics are complete. }
progress: The statistics of the year are out.
next: The statistics of the next year are put together.
`;

/** Returns the name of a cell, of its row and column. */
export function cellName({ row, column }: DfeCell): string {
  return JSON.stringify([row['time_period'], ...placeOf(row), column]);
}

/** Returns the rows as a table with the headings of the data set, its rates as a council prints rates. */
export function dfeTable(rows: readonly DfeRow[], planted: Planted = new Map()): DfeTable {
  const cells = new Map<string, DfeCell>();
  const columns = Object.keys(HEADINGS);
  const lines = rows.map((row, index) => {
    let at = 1;
    const texts = columns.map((column) => {
      const text = quoted(textOf(row, column, planted));
      if (!KEYS.has(column)) cells.set(`${(index + 2).toString()}:${at.toString()}`, { row, column });
      at += text.length + 1;
      return text;
    });
    return texts.join(',');
  });
  return { csv: `${[columns.join(','), ...lines].join('\n')}\n`, cells };
}

/** Runs something on the table as a data repo of its own in a temporary folder, which is removed afterwards. */
export async function withDfeRepo<T>({ csv }: DfeTable, use: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'cip-report-dfe-'));
  try {
    const files = {
      'cip-report.yaml': CONFIGURATION,
      [join(dirname(DFE_TABLE), 'report.yaml')]: PAPER,
      [DFE_TABLE]: csv,
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return await use(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function textOf(row: DfeRow, column: string, planted: Planted): string {
  const [region, authority] = placeOf(row);
  if (column === 'time_period') return reportingYear(Number(row['time_period']));
  if (column === 'region_name') return region;
  if (column === 'la_name') return authority;
  if (column === 'working_days') return workingDays(row);
  const text = planted.get(cellName({ row, column })) ?? row[column] ?? '';
  if (!isNumber(text) || WHOLE_NUMBERS.test(column.replace(/^\w+_rate_headcount$/, 'rate'))) return text;
  // The data set drops trailing zeros: what it prints without decimals was rounded to one all the same.
  const written = text.includes('.') ? text : `${text}.0`;
  return STATED.has(column) && !RATIOS.has(column) ? `${written}%` : written;
}

/** Returns the region and the authority of a row: one of the two, with "All" for the other. England is a region here. */
function placeOf(row: DfeRow): [region: string, authority: string] {
  const authority = row['la_name'] ?? '';
  if (authority !== '') return ['All', authority];
  const region = row['region_name'] ?? '';
  return [region === '' ? 'England' : region, 'All'];
}

/** The year to September 2024 as a year that the format has; which 12 months they are makes no difference to a rate. */
function reportingYear(year: number): string {
  return `${(year - 1).toString()}/${(year % 100).toString().padStart(2, '0')}`;
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}
