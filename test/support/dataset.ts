import { DEFAULT_CHECKS } from '../../src/model/checks.ts';
import type { Cell, Marker } from '../../src/model/cell.ts';
import type {
  Basis,
  Dataset,
  Group,
  Meeting,
  Observation,
  Paper,
  Programme,
  Target,
  Workstream,
} from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import {
  dayPeriod,
  financialYearPeriod,
  monthPeriod,
  quarterPeriod,
  type Period,
} from '../../src/model/period.ts';
import type { Place } from '../../src/model/place.ts';
import { plainDate, type PlainDate } from '../../src/model/plain-date.ts';

/** Returns the month `2021-02`. */
export function month(key: string): Period {
  const [year, number] = key.split('-').map(Number);
  return defined(monthPeriod(year!, number!), key);
}

/** Returns quarter 1–4 of the financial year that starts in `startYear`. */
export function quarter(startYear: number, number: number): Period {
  return defined(quarterPeriod(startYear, number), `${startYear}-Q${number}`);
}

export function financialYear(startYear: number): Period {
  return defined(financialYearPeriod(startYear), String(startYear));
}

export function day(date: string): Period {
  return dayPeriod(date as PlainDate);
}

export function date(text: string): PlainDate {
  const [year, monthNumber, dayNumber] = text.split('-').map(Number);
  return defined(plainDate(year!, monthNumber!, dayNumber!), text);
}

export function place(
  line: number,
  column = 1,
  length = 1,
  file = 'workforce/2021-04-19/workforce.csv',
): Place {
  return { file, line, column, length };
}

const MARKERS: Readonly<Record<string, Marker>> = { c: 'c', low: 'low', u: 'u', x: 'x', z: 'z' };

/** Returns a cell from shorthand: `193`, `12.5`, `70.62%`, `24*`, `c`, `<5`, `–`. The reader has its own grammar. */
export function cell(text: string): Cell {
  if (text === '' || text === '–') return { kind: 'missing' };
  const marker = MARKERS[text];
  if (marker !== undefined) return { kind: 'marker', marker };
  if (text.startsWith('<')) return { kind: 'marker', marker: 'fewer_than', bound: Number(text.slice(1)) };
  const match = /^(?<number>-?\d+(?:\.(?<decimals>\d+))?)(?<percent>%?)(?<mark>[*†]*)$/.exec(text);
  if (match?.groups === undefined) throw new RangeError(`no cell: ${text}`);
  const { number = '', decimals = '', percent, mark = '' } = match.groups;
  const share = percent === '%';
  return {
    kind: 'number',
    value: share ? exact(number).div(100) : exact(number),
    notation: share ? 'percent' : 'plain',
    places: decimals.length,
    ...(mark !== '' && { mark }),
  };
}

export interface TableOptions {
  readonly basis?: Basis;
  readonly group?: Group;
  readonly file?: string;
  /** The line of the first row. */
  readonly line?: number;
}

/**
 * Returns observations from a table with periods across, as its rows stand: `['agency', 52, 36, 39]`. A first cell of
 * `agency_rate (stated)` marks stated figures; a label may follow after a bar: `leavers_rate (stated) | % leaving`.
 */
export function table(
  periods: readonly Period[],
  rows: readonly (readonly (string | number)[])[],
  options: TableOptions = {},
): Observation[] {
  const { basis = 'headcount', group = {}, file = 'workforce/2021-04-19/workforce.csv', line = 2 } = options;
  return rows.flatMap(([heading, ...cells], row) => {
    const [name = '', label] = String(heading).split(' | ');
    const measure = name.replace(' (stated)', '');
    return cells.flatMap((text, column): Observation[] => {
      if (String(text) === '') return [];
      const period = periods[column]!;
      const at = { file, line: line + row, column: 20 + column * 8, length: String(text).length };
      const stated = name.endsWith(' (stated)');
      return [
        { measure, period, group, basis, cell: cell(String(text)), stated, label: label ?? measure, at },
      ];
    });
  });
}

const CONFIG = 'cip-report.yaml';

function sourced<T>(value: T, line: number, file = 'workforce/2021-04-19/report.yaml') {
  return { value, at: { file, line, column: 3, length: 5 } };
}

export function paper(change: Partial<Paper> = {}): Paper {
  return {
    draft: false,
    sponsor: 'Service Director',
    lead: 'Project Manager',
    completedBy: 'Project Manager',
    period: { from: date('2021-02-15'), to: date('2021-04-19') },
    nextPeriod: { from: date('2021-04-19'), to: date('2021-06-21') },
    rag: {
      previous: 'green',
      current: 'green',
      reason: sourced('The plan is on course.', 10),
      at: { file: 'workforce/2021-04-19/report.yaml', line: 9, column: 3, length: 5 },
    },
    asks: [],
    escalations: [],
    progress: sourced('Progress.', 20),
    next: sourced('Next.', 30),
    sections: [],
    questions: [],
    answers: [],
    notes: [],
    appendices: [],
    movements: [],
    ...change,
  };
}

export function meeting(change: Partial<Meeting> = {}): Meeting {
  const id = change.id ?? '2021-04-19';
  return {
    id,
    date: date(id),
    folder: `workforce/${id}`,
    paper: paper(),
    observations: [],
    indicators: [],
    benchmarks: [],
    milestones: [],
    risks: [],
    actions: [],
    recommendations: [],
    resolutions: [],
    changes: [],
    ...change,
  };
}

export function workstream(change: Partial<Workstream> = {}): Workstream {
  return {
    id: 'workforce',
    title: 'Workforce',
    template: 'highlight-report',
    basis: 'headcount',
    population: 'children and family social workers',
    headlines: [],
    table: [],
    tables: [],
    charts: [],
    sections: [],
    meetings: [meeting()],
    ...change,
  };
}

export function programme(change: Partial<Programme> = {}): Programme {
  return {
    organisation: 'Luton Council',
    name: "Children's Improvement Programme",
    board: "Children's Improvement Board",
    boardShort: 'CIB',
    definitions: [],
    measures: [],
    indicators: [],
    overlapping: [],
    theme: {},
    labels: {},
    targets: [],
    dueSoonDays: 30,
    ragMeanings: {},
    checks: DEFAULT_CHECKS,
    ...change,
  };
}

export function target(change: Partial<Target> = {}): Target {
  return {
    id: 'agency-10',
    at: { file: CONFIG, line: 70, column: 5, length: 9 },
    workstream: 'workforce',
    label: 'Agency workers at most 10% of social workers in post',
    metric: 'agency_rate',
    direction: 'lower',
    value: exact('0.1'),
    notation: 'percent',
    by: month('2022-02'),
    of: {},
    plan: [],
    ...change,
  };
}

export const LUTON_PERIODS = [month('2020-12'), month('2021-01'), month('2021-02')];

/** Luton's workforce figures, as examples/luton/workforce/2021-04-19 has them. */
export function lutonObservations(): Observation[] {
  const leaving = '% of permanent workers leaving in the period';
  return [
    ...table(LUTON_PERIODS, [
      ['in_post (stated) | Social workers in post at period end', 193, 180, 185],
      ['permanent | Permanent social workers at period end', 141, 144, 146],
      ['starters | Permanent social workers starting in the period', 1, 10, 0],
      [`leavers_rate (stated) | ${leaving}`, '0.71%', '6.94%', '0.00%'],
      ['leavers | Permanent social workers leaving in the period', 1, 1, 1],
      [`leavers_rate (stated) | ${leaving}`, '0.71%', '0.69%', '0.68%'],
      ['agency | Agency social workers at period end', 52, 36, 39],
      ['agency_rate (stated) | Agency workers as % of social workers in post', '26.94%', '20.00%', '21.08%'],
      ['unfilled | Unfilled vacancies at period end', 16, 17, '24*'],
      ['establishment | Total establishment', 209, 197, 209],
    ]),
    ...table([month('2020-01'), month('2020-05')], [['agency | Agency', 66, 72]], {
      file: 'workforce/2021-04-19/workforce-history.csv',
    }),
  ];
}

/** Returns Luton's dataset without milestones and risks; `change` replaces fields of its one meeting. */
export function lutonDataset(change: Partial<Meeting> = {}): Dataset {
  const stated = { outcome: 'achieved' as const, at: { file: CONFIG, line: 60, column: 7, length: 8 } };
  return {
    programme: programme({
      labels: { unfilled: 'Vacancies' },
      targets: [
        lutonConversions('convert-24', 24, month('2020-09'), stated),
        lutonConversions('convert-13-more', 13, month('2021-02'), stated),
        target(),
      ],
    }),
    workstreams: [
      workstream({
        periods: 3,
        headlines: ['agency_rate', 'permanent', 'agency', 'unfilled'],
        table: [
          { label: 'All', rows: ['in_post'] },
          { label: 'Permanent', rows: ['permanent', 'starters', 'starters_rate', 'leavers', 'leavers_rate'] },
          { label: 'Agency', rows: ['agency', 'agency_rate'] },
          { label: 'Vacancies', rows: ['unfilled'] },
          { label: 'Establishment', rows: ['establishment'] },
        ],
        meetings: [
          meeting({
            observations: lutonObservations(),
            paper: paper({
              draft: true,
              notes: [{ mark: '*', text: sourced('12 of these vacancies remain.', 80) }],
            }),
            ...change,
          }),
        ],
      }),
    ],
    benchmarks: [],
    inputs: [],
  };
}

function lutonConversions(
  id: string,
  count: number,
  by: Period,
  stated: NonNullable<Target['stated']>,
): Target {
  return {
    id,
    at: { file: CONFIG, line: 55, column: 5, length: id.length },
    workstream: 'workforce',
    label: `Convert or replace ${count} agency social workers`,
    direction: 'higher',
    value: exact(count),
    notation: 'plain',
    by,
    of: {},
    plan: [],
    stated,
  };
}

function defined<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new RangeError(`outside the calendar: ${text}`);
  return value;
}
