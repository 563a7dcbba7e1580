import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createBook, type FigureKey } from '../../src/metrics/book.ts';
import { compareStated, type Comparison } from '../../src/metrics/comparison.ts';
import { createEvaluator, type Evaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import type { Basis, Observation } from '../../src/model/dataset.ts';
import { cell, financialYear, meeting, place } from './dataset.ts';

// The department's open data set of counts and the rates it prints beside them. Not part of this repository.
const FOLDER = process.env['CIP_DFE_DIR'] ?? resolve(import.meta.dirname, '../../../shared/data/dfe');

export const DFE_FILE = join(FOLDER, 'csww_indicators_2017_to_2024.csv');
export const HAS_DFE = existsSync(DFE_FILE);

export const LEVELS = ['Local authority', 'Regional', 'National'] as const;
export type Level = (typeof LEVELS)[number];

export type DfeRow = Readonly<Record<string, string>>;

/** A column of printed rates, and the definition that it should follow. */
export interface RateColumn {
  readonly column: string;
  readonly rate: string;
  readonly basis: Basis;
  /** The measure above the line. */
  readonly numerator: string;
}

export const RATE_COLUMNS: readonly RateColumn[] = [
  { column: 'turnover_rate_fte', rate: 'turnover_rate', basis: 'fte', numerator: 'leavers' },
  { column: 'turnover_rate_headcount', rate: 'turnover_rate', basis: 'headcount', numerator: 'leavers' },
  { column: 'agency_rate_fte', rate: 'agency_rate', basis: 'fte', numerator: 'agency' },
  { column: 'agency_rate_headcount', rate: 'agency_rate', basis: 'headcount', numerator: 'agency' },
  { column: 'vacancy_rate_fte', rate: 'vacancy_rate', basis: 'fte', numerator: 'vacancies' },
  {
    column: 'vacancy_agency_cover_rate_fte',
    rate: 'agency_cover_of_vacancies',
    basis: 'fte',
    numerator: 'vacancies_covered_by_agency',
  },
  {
    column: 'agency_cover_rate_fte',
    rate: 'agency_covering_vacancies',
    basis: 'fte',
    numerator: 'vacancies_covered_by_agency',
  },
  { column: 'caseload_fte', rate: 'average_caseload', basis: 'fte', numerator: 'cases' },
  { column: 'absence_rate_fte', rate: 'absence_rate', basis: 'fte', numerator: 'days_lost' },
];

/** The columns of counts, by basis and measure. */
const COUNT_COLUMNS: Readonly<Record<Basis, Readonly<Record<string, string>>>> = {
  fte: {
    permanent: 'inpost_fte',
    agency: 'agency_fte',
    leavers: 'leavers_fte',
    vacancies: 'vacancy_fte',
    vacancies_covered_by_agency: 'agency_cover_fte',
    case_holders: 'case_holders_fte',
    cases: 'cases',
    days_lost: 'working_days_lost_fte',
  },
  headcount: { permanent: 'inpost_headcount', agency: 'agency_headcount', leavers: 'leavers_headcount' },
};

const { registry } = createRegistry([]);

/** Returns the rows of the data set, as they stand. */
export function readDfeRows(): DfeRow[] {
  return parse(readFileSync(DFE_FILE), { columns: true, bom: true });
}

/** Returns what evaluates the registry's definitions on the counts of every row; the printed rates are left out. */
export function dfeEvaluator(rows: readonly DfeRow[]): Evaluator {
  return createEvaluator(createBook([meeting({ observations: rows.flatMap(countsOf) })]), registry);
}

/** Returns the key of a figure of a row. Which 12 months its year is makes no difference to a rate. */
export function dfeKey(row: DfeRow, id: string, basis: Basis): FigureKey {
  return { id, period: financialYear(Number(row['time_period'])), group: { place: codeOf(row) }, basis };
}

/** Returns the printed rate beside what follows from the printed counts; undefined where either is no number. */
export function comparedRate(
  evaluator: Evaluator,
  row: DfeRow,
  column: RateColumn,
  printed = row[column.column] ?? '',
): Comparison | undefined {
  return compareStated(evaluator, printedRate(row, column, printed));
}

/** Returns a rate of a row as the observation of a stated figure. */
export function printedRate(row: DfeRow, { rate, basis }: RateColumn, printed: string): Observation {
  const isShare = registry.kinds.get(rate)?.unit === 'share';
  const text = isShare && isNumber(printed) ? `${atOneDecimal(printed)}%` : atOneDecimal(printed);
  return observation(row, rate, text, basis, true);
}

/** Returns `Gateshead 2022`, `North East 2022` or `England 2022`. */
export function nameOf(row: DfeRow): string {
  const name = [row['la_name'], row['region_name'], row['country_name']].find((one) => one !== '');
  return `${name ?? ''} ${row['time_period'] ?? ''}`;
}

export function isNumber(text: string): boolean {
  return /^-?\d/.test(text);
}

/** Returns the code of the authority, the region or the country of a row. */
function codeOf(row: DfeRow): string {
  return [row['new_la_code'], row['region_code'], row['country_code']].find((one) => one !== '') ?? '';
}

function countsOf(row: DfeRow): Observation[] {
  const counts = (['fte', 'headcount'] as const).flatMap((basis) =>
    Object.entries(COUNT_COLUMNS[basis]).map(([measure, column]) => {
      const text = row[column] ?? '';
      const written = basis === 'fte' && measure !== 'cases' ? atOneDecimal(text) : text;
      return observation(row, measure, written, basis, false);
    }),
  );
  return [...counts, observation(row, 'working_days', workingDays(row), 'fte', false)];
}

/** The working days by which the department divides, which its data does not print. */
export function workingDays(row: DfeRow): string {
  return row['time_period'] === '2020' || row['time_period'] === '2024' ? '254' : '253';
}

function observation(row: DfeRow, measure: string, text: string, basis: Basis, stated: boolean): Observation {
  const { period, group } = dfeKey(row, measure, basis);
  return { measure, period, group, basis, cell: cell(text), stated, label: measure, at: place(1) };
}

// The data set drops trailing zeros: what it prints without decimals was rounded to one all the same.
function atOneDecimal(text: string): string {
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
