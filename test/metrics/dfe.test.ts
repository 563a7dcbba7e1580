import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createBook, WHOLE } from '../../src/metrics/book.ts';
import { compareStated } from '../../src/metrics/comparison.ts';
import { createEvaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import type { Basis, Observation } from '../../src/model/dataset.ts';
import { cell, financialYear, meeting, place } from '../support/dataset.ts';

// The department's open data set of counts and the rates it prints beside them. Not part of this repository.
const FOLDER = process.env['CIP_DFE_DIR'] ?? resolve(import.meta.dirname, '../../../shared/data/dfe');
const FILE = join(FOLDER, 'csww_indicators_2017_to_2024.csv');
const HERE = existsSync(FILE);

type Row = Readonly<Record<string, string>>;

interface Check {
  readonly rate: string;
  readonly stated: string;
  readonly basis: Basis;
  readonly parts: Readonly<Record<string, string>>;
}

const CHECKS: readonly Check[] = [
  agencyRate('fte'),
  agencyRate('headcount'),
  turnover('fte'),
  turnover('headcount'),
  {
    rate: 'vacancy_rate',
    stated: 'vacancy_rate_fte',
    basis: 'fte',
    parts: { vacancies: 'vacancy_fte', permanent: 'inpost_fte' },
  },
  {
    rate: 'average_caseload',
    stated: 'caseload_fte',
    basis: 'fte',
    parts: { cases: 'cases', case_holders: 'case_holders_fte' },
  },
  {
    rate: 'agency_cover_of_vacancies',
    stated: 'vacancy_agency_cover_rate_fte',
    basis: 'fte',
    parts: { vacancies_covered_by_agency: 'agency_cover_fte', vacancies: 'vacancy_fte' },
  },
  {
    rate: 'absence_rate',
    stated: 'absence_rate_fte',
    basis: 'fte',
    parts: { days_lost: 'working_days_lost_fte', permanent: 'inpost_fte', working_days: 'working_days' },
  },
];

/** What the data set counts in whole numbers even where it counts people in full-time equivalents. */
const WHOLE_NUMBERS: ReadonlySet<string> = new Set(['cases', 'working_days']);

/** The working days by which the department divides, which its data does not print. */
function workingDays(row: Row): string {
  return row['time_period'] === '2020' || row['time_period'] === '2024' ? '254' : '253';
}

function agencyRate(basis: Basis): Check {
  const parts = { agency: `agency_${basis}`, permanent: `inpost_${basis}` };
  return { rate: 'agency_rate', stated: `agency_rate_${basis}`, basis, parts };
}

function turnover(basis: Basis): Check {
  const parts = { leavers: `leavers_${basis}`, permanent: `inpost_${basis}` };
  return { rate: 'turnover_rate', stated: `turnover_rate_${basis}`, basis, parts };
}

const { registry } = createRegistry([]);

function observation(measure: string, text: string, basis: Basis, stated: boolean): Observation {
  const shown = text === 'z' || text === '' ? 'z' : text;
  return {
    measure,
    period: YEAR,
    group: WHOLE,
    basis,
    cell: cell(shown),
    stated,
    label: measure,
    at: place(1),
  };
}

const YEAR = financialYear(2023);

/** Returns whether a printed rate follows from the printed counts; undefined where either is no number. */
function reproduces(row: Row, { rate, parts, basis }: Check, printed: string): boolean | undefined {
  const isShare = registry.kinds.get(rate)!.unit === 'share';
  const text = isShare && /^\d/.test(printed) ? `${atOneDecimal(printed)}%` : atOneDecimal(printed);
  const stated = observation(rate, text, basis, true);
  const given = Object.entries(parts).map(([measure, column]) => {
    const count = column === 'working_days' ? workingDays(row) : (row[column] ?? '');
    const isWhole = basis === 'headcount' || WHOLE_NUMBERS.has(measure);
    return observation(measure, isWhole ? count : atOneDecimal(count), basis, false);
  });
  const book = createBook([meeting({ observations: [...given, stated] })]);
  return compareStated(createEvaluator(book, registry), stated)?.agrees;
}

// The data set drops trailing zeros: what it prints without decimals was rounded to one all the same.
function atOneDecimal(text: string): string {
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function nameOf(row: Row): string {
  return `${row['la_name'] ?? ''} ${row['time_period'] ?? ''}`;
}

function localRows(): Row[] {
  const rows: Row[] = parse(readFileSync(FILE), { columns: true, bom: true });
  return rows.filter((row) => row['geographic_level'] === 'Local authority');
}

const TITLE = 'the rates that the Department for Education prints';

describe.skipIf(!HERE)(HERE ? TITLE : `${TITLE} (skipped: ${FILE} is absent, see CIP_DFE_DIR)`, () => {
  it.each(CHECKS)('$stated follows from the printed counts', (check) => {
    const compared = localRows().flatMap((row) => {
      const follows = reproduces(row, check, row[check.stated] ?? '');
      return follows === undefined ? [] : [{ row, follows }];
    });
    const differing = compared.filter((one) => !one.follows).map(({ row }) => nameOf(row));
    const agreed = compared.length - differing.length;
    process.stdout.write(
      `${check.stated}: ${agreed} of ${compared.length} local-authority rates reproduced${
        differing.length > 0 ? `; not: ${differing.join(', ')}` : ''
      }\n`,
    );
    expect(compared.length).toBeGreaterThan(900);
    expect(differing).toEqual([]);
  });

  it('are told from rates that are a tenth of a point off, where heads are counted', () => {
    const check = agencyRate('headcount');
    const outcomes = localRows().flatMap((row) => {
      const printed = Number(row[check.stated]);
      if (Number.isNaN(printed)) return [];
      return reproduces(row, check, (printed + 0.1).toFixed(1)) ?? [];
    });
    expect(outcomes.filter((follows) => follows).length).toBe(0);
    expect(outcomes.length).toBeGreaterThan(900);
  });
});
